/// A household borrows, and lends the loan on to an enterprise or uses it at home.
///
/// With a loan that is lent on (户贷企用) the enterprise has the use of the money and pays a coupon,
/// a treasury pays interest, and the household owes the bank: if the enterprise fails, the principal
/// falls back on the household, unless the terms name another party that bears it (``Liability``).
///
/// ```swift
/// let citrus = HouseholdLoan(
///   name: "Citrus loans",
///   principal: .yuan(50_000),
///   use: .lentOn(coupon: "10%", retained: .percent(40)),
///   interest: "4.35%",
///   subsidised: .whole,
///   liability: Liability(repaidBy: Account("citrus firm")))
///
/// let sheep = HouseholdLoan(
///   name: "Sheep loans",
///   principal: .fact(.loanPrincipal),
///   use: .atHome(returns: .fact(.returnOnUse)),
///   interest: "4.35%",
///   subsidised: .percent(50))
/// ```
///
/// Where loans are repaid by schedules, the season is told what fell due in it:
///
/// ```swift
/// let goats = HouseholdLoan(
///   name: "Goat loans",
///   use: .atHome(returns: .fact(.returnOnUse)),
///   interestDue: .fact(.interestDue),
///   principalDue: .fact(.principalDue))
/// var facts = Facts()
/// try facts.state(
///   [LoanContract(of: "NLX-07", on: "2016-11-10", LoanSchedule(of: .yuan(24_000), at: "0.4%", over: 24))],
///   in: .year(2017), for: register)
/// ```
///
/// Lines: of a loan lent on `coupon` (property income: the part paid out) and `coupon: retained`
/// (an addition to holdings: the part kept in the enterprise as the household's equity); of one used at home
/// `return on use` (business income); `interest` (a cost, where any is left for the household), `principal due`
/// (a repayment, with loans by schedules: neither income nor cost) and `debt that stays` (a debt: the principal that nobody has paid back yet).
/// Where another party repays a loan lent on, what it owes the household of the principal due is `principal returned`
/// (a recovery), so that as much comes in as goes out and neither is part of the gain.
///
/// With `retainedEarns` the coupon is on the principal and on what earlier seasons retained, which the
/// ``Books`` carry.
///
/// Sources: the loans of Hongjiang, Hunan (Hunan Daily, 2017-09-06) and Changzhi, Shanxi (2018); Yin
/// Kun on the risks of loans taken as shares, 2017.
public struct HouseholdLoan: Scheme, Hashable {
  /// The use of the loan.
  public enum Use: Hashable, Sendable {
    /// An enterprise uses it and pays a rate on the principal for the season, of which it keeps a
    /// fraction as the household's equity.
    case lentOn(coupon: Rate, retained: Rate = .zero)
    /// An enterprise uses it and pays money for the season to each household whose principal is above
    /// zero, of which it keeps a fraction as the household's equity.
    ///
    /// ```swift
    /// let hardware = HouseholdLoan.Use.lentOnFor(coupon: .yuan(3_500))
    /// ```
    case lentOnFor(coupon: Amount, retained: Rate = .zero)
    /// The household uses it itself.
    case atHome(returns: Amount)
  }

  /// The name of the scheme.
  public var name: String

  /// The households that take part.
  public var members: Condition

  /// The formula of one household's loan.
  public var principal: Amount

  /// The use of the loan.
  public var use: Use

  /// The interest that is due on the loan for the season.
  public var interest: Rate

  /// The part of the interest that someone else pays.
  public var subsidised: Rate

  /// The formula of what has been paid back to the bank, by the end of the season and in all.
  public var recovered: Amount

  /// True if money that an enterprise retained in earlier seasons earns the coupon with the
  /// principal; a coupon of money stays what it is.
  public var retainedEarns: Bool

  /// The formula of the interest that a household pays in the season, without what is subsidised, or
  /// `nil` if it is a rate on the whole loan.
  ///
  /// Where it is given, ``interest`` and ``subsidised`` are not read.
  public var interestDue: Amount?

  /// The formula of the principal that a household has to pay back in the season, or `nil` if no
  /// schedule says it.
  public var principalDue: Amount?

  /// The parties that repay the principal and bear what is not paid, or `nil` if the terms do not say.
  public var liability: Liability?

  /// Describes loans to households.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - principal: The formula of one household's loan.
  ///   - use: What is done with it.
  ///   - interest: The interest that is due for the season.
  ///   - subsidised: The part of the interest that someone else pays.
  ///   - interestDue: The formula of what a household pays of the interest in the season, in place of
  ///     the two rates.
  ///   - principalDue: The formula of what a household has to pay back in the season, where a schedule
  ///     says it.
  ///   - recovered: The formula of what has been paid back to the bank, by the end of the season and
  ///     in all. The season must say it, be it zero, unless the terms do: what is not paid back is
  ///     the household's debt.
  ///   - retainedEarns: Whether what an enterprise retained in earlier seasons earns the coupon with the
  ///     principal.
  ///   - liability: Who repays the principal, and who bears what that party does not pay.
  public init(
    name: String,
    members: Condition = .always,
    principal: Amount = .fact(.loanPrincipal),
    use: Use,
    interest: Rate = .fact(.interestRate),
    subsidised: Rate = .zero,
    interestDue: Amount? = nil,
    principalDue: Amount? = nil,
    recovered: Amount = .fact(.recoveredPrincipal),
    retainedEarns: Bool = false,
    liability: Liability? = nil
  ) {
    self.name = name
    self.members = members
    self.principal = principal
    self.use = use
    self.interest = interest
    self.subsidised = subsidised
    self.interestDue = interestDue
    self.principalDue = principalDue
    self.recovered = recovered
    self.retainedEarns = retainedEarns
    self.liability = liability
  }

  /// The clauses: the return on the loan, the amounts due, and the debt.
  public var clauses: [Clause] {
    switch use {
    case .lentOn(let coupon, let retained):
      couponClauses(.fraction(coupon, of: earning(retained)), .always, retained)
    case .lentOnFor(let coupon, let retained): couponClauses(coupon, borrows, retained)
    case .atHome(let returns): Payment("return on use", each: returns, as: .business)
    }
    if let interestDue {
      Payment("interest", each: interestDue, as: .cost)
    } else if interest != .zero && subsidised != .whole {
      Payment("interest", each: interestLeft, as: .cost)
    }
    if let principalDue {
      if isLentOn, liability?.repayer != nil {
        answeredFor(Payment("principal returned", each: principalDue, as: .recovery))
      }
      Payment("principal due", each: principalDue, as: .repayment)
    }
    answeredFor(
      Payment("debt that stays", each: .excess(of: principal, over: recovered), as: .debt)
    )
  }

  private var isLentOn: Bool { if case .atHome = use { false } else { true } }

  /// The payment with the parties that answer for it, where the terms name them.
  private func answeredFor(_ payment: Payment) -> Payment {
    liability.map(payment.under) ?? payment
  }

  private var interestLeft: Amount {
    let due = Amount.fraction(interest, of: principal)
    return subsidised == .zero ? due : due - .fraction(subsidised, of: due).named("subsidy")
  }

  private static let retainedLine = "coupon: retained"

  /// The amount that a coupon at a rate is on.
  private func earning(_ retained: Rate) -> Amount {
    retainedEarns && retained != .zero ? principal + .held(Self.retainedLine) : principal
  }

  /// The condition of a household that has a loan; a principal that the terms fix is everybody's.
  private var borrows: Condition {
    if case .constant = principal.expression { .always } else { .moreThan(principal, .zero) }
  }

  /// The part paid out and the part retained, which add up to the coupon to the fen.
  @ListBuilder<Clause>
  private func couponClauses(
    _ coupon: Amount,
    _ condition: Condition,
    _ retained: Rate
  ) -> [Clause] {
    // What is not cut in two is rounded by its payment.
    let whole = retained == .zero ? coupon : coupon.rounded(.halfUp(to: .fen))
    if retained == .zero {
      Payment("coupon", each: whole, where: condition, as: .property).serving(.returnOnLoan)
    } else {
      let kept = Amount.fraction(retained, of: whole.named("whole coupon"))
        .rounded(.halfUp(to: .fen))
      Payment(
        "coupon",
        each: whole.named("whole coupon") - kept.named("retained"),
        where: condition,
        as: .property
      )
      .serving(.returnOnLoan)
      Payment(Self.retainedLine, each: kept, where: condition, as: .addition)
    }
  }
}

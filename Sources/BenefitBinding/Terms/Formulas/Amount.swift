/// A formula for an amount of money.
///
/// The four ways in which contracts combine a floor with a profit share are four short expressions:
///
/// ```swift
/// let floor = Amount.fraction("5%", of: .stake)
/// let share = Amount.fraction("29%", of: .profit)
///
/// let stacked = floor + share
/// let greater = Amount.greater(of: floor, share)
/// let excess = floor + .fraction("29%", of: .excess(of: .profit, over: floor))
/// let switched = Amount.either(share, otherwise: floor, where: .atLeast(.profit, .yuan(1_000_000)))
/// ```
public typealias Amount = Formula<Money>

// MARK: - What amounts are made from

extension Formula where Value == Money {
  /// A fixed amount.
  public static func fixed(_ money: Money) -> Self { Self(.constant(Figure(money))) }

  /// A fixed number of yuan.
  ///
  /// - Precondition: The amount in fen fits in 64 bits.
  public static func yuan(_ yuan: Int64) -> Self { .fixed(.yuan(yuan)) }

  /// No money.
  public static var zero: Self { .fixed(.zero) }

  /// The amount that the season states under a name, as it is.
  public static func fact(_ fact: MoneyFact) -> Self { Self(.money(fact)) }

  /// The price that the season states as a number of yuan, as finely as it is agreed.
  ///
  /// An amount of money has no fractions of a fen; a price often has, and is a rate for one yuan:
  ///
  /// ```swift
  /// let tariff = RateFact("feed-in tariff")                          // facts[tariff] = "0.3145"
  /// let power = Purchase("power", of: .measure(.produceDelivered), at: .price(tariff))
  /// ```
  public static func price(_ fact: RateFact) -> Self { .fraction(.fact(fact), of: .yuan(1)) }

  /// The profit that can be distributed: the season's ``MoneyFact/profit`` after the losses that
  /// earlier seasons left, and nothing in a year of loss.
  ///
  /// A loss is recorded in the ``Books`` and made good from later profits before anything is paid,
  /// the order that Chinese cooperative law prescribes. Use `fact(_:)` for the bare figure, and in one pot
  /// for all of profits that are stated gaqa by gaqa `membersTotal(_:where:)` of it: each makes good its own losses.
  public static var profit: Self {
    .greater(of: .zero, Self(.difference(.money(.profit), .carriedLoss)))
      .named("distributable profit")
  }

  /// The season's ``MoneyFact/revenue``.
  public static var revenue: Self { .fact(.revenue) }

  /// The stake that the scheme's ``Funding`` gives the households.
  public static var stake: Self { Self(.stake) }

  /// The household's income in the year before.
  public static var baselineIncome: Self { Self(.baselineIncome) }

  /// The whole pot of the ``Distribution`` that the tier belongs to.
  public static var pot: Self { Self(.pot) }

  /// The part of the pot that earlier tiers of the ``Distribution`` left.
  public static var rest: Self { Self(.remainder) }

  /// The amount that an earlier line of the same scheme gave each household, by its label.
  public static func line(_ label: String) -> Self { Self(.line(label)) }

  /// The amount that an earlier line of the same scheme gave all households together, by its label.
  public static func total(of label: String) -> Self { Self(.total(label)) }

  /// The amount that each household holds from earlier seasons of a line of the same scheme.
  ///
  /// The line must be an addition (``Flow/addition``), such as a part of a dividend that is retained, named
  /// by its label. The ``Books`` then carry what every household has of it, also for households that left.
  ///
  /// ```swift
  /// let stake = Amount.line("stake") + .held("dividend: retained")
  /// let terms = Distribution(of: .profit) {
  ///   Tier(.percentOfPot(60), by: .amount(stake, name: "stake and what was retained"), as: .property)
  ///   Tier(.rest, by: .amount(stake, name: "the same"), as: .addition, named: "retained")
  /// }
  /// ```
  public static func held(_ label: String) -> Self { Self(.held(label)) }

  /// The balance of an account of the same scheme: its balance at the opening of the season with what
  /// earlier clauses put into it or drew from it.
  ///
  /// Money that is kept gaqa by gaqa is read so: each gaqa's own, which a pot for all members totals;
  /// whether it is, the terms say that put money in, not what there is of it. An account that takes money
  /// of single gaqas and money for all members is refused.
  ///
  /// ```swift
  /// let halfOfReserve = Amount.fraction("50%", of: .balance(of: .reserve))
  /// ```
  public static func balance(of account: Account) -> Self { Self(.balance(account)) }
}

// MARK: - What is done with amounts alone

extension Formula where Value == Money {
  /// A fraction, in whole percent, of the pot of the ``Distribution`` that the tier belongs to.
  public static func percentOfPot(_ percent: Int64) -> Self {
    .fraction(.percent(percent), of: .pot)
  }

  /// Refuses a percentage that is not said to be of anything.
  @available(
    *,
    unavailable,
    message: """
      a percentage alone is no amount of money: write .percentOfPot(60) for a part of the pot, or \
      .fraction("60%", of: .profit) for a part of an amount.
      """
  )
  public static func percent(_ percent: Int64) -> Self { .zero }

  /// The sum over the members of the scheme, or of the gaqa where each has a pot.
  ///
  /// The amount is worked out at each place that its facts were given for, by itself, and added. Of a sum
  /// each term is, so that what is given once counts once.
  ///
  /// A pot totals its terms by itself, but refuses what compares or rounds amounts of single households
  /// or gaqas, such as a cap on a subsidy or a profit after losses. This says which is meant, each by
  /// itself or all together:
  ///
  /// ```swift
  /// let subsidy = Amount.membersTotal(.each(.yuan(2_000), per: .household))
  ///   .capped(at: .yuan(2_000_000))
  /// let eachGaqasProfit = Amount.membersTotal(.profit)          // a loss of one lessens no other's
  /// ```
  ///
  /// - Parameters:
  ///   - amount: The amount that is totalled.
  ///   - condition: The members that count; all if left out.
  /// - Returns: One amount for all, or for each gaqa.
  public static func membersTotal(_ amount: Amount, where condition: Condition = .always) -> Self {
    Self(.membersTotal(amount.counted(where: condition, orElse: .zero).expression))
  }

  /// The amount rounded to a step before it is used further.
  public func rounded(_ rounding: Rounding) -> Self {
    Self(.rounded(expression, rounding))
  }
}

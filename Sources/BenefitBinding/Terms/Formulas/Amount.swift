/// A formula for an amount of money, which both computes and explains it.
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
///
/// An amount stays exact, to any fraction of a fen, until a clause rounds it.
public struct Amount: Hashable, Sendable {
  let expression: Expression

  init(_ expression: Expression) {
    self.expression = expression
  }
}

// MARK: - What amounts are made from

extension Amount {
  /// A fixed amount.
  public static func fixed(_ money: Money) -> Self { Self(.constant(Figure(money))) }

  /// A fixed number of yuan.
  ///
  /// - Precondition: The amount in fen fits in 64 bits.
  public static func yuan(_ yuan: Int64) -> Self { .fixed(.yuan(yuan)) }

  /// No money.
  public static let zero = Self.fixed(.zero)

  /// What the season states under a name, as it is.
  public static func fact(_ fact: MoneyFact) -> Self { Self(.money(fact)) }

  /// The profit that can be distributed: the season's ``MoneyFact/profit`` after the losses that
  /// earlier seasons left, and nothing in a year of loss.
  ///
  /// A loss is recorded in the ``Books`` and made good from later profits before anything is paid,
  /// the order that Chinese cooperative law prescribes. Use ``fact(_:)`` for the bare figure, and in one pot
  /// for all of profits that are stated gaqa by gaqa ``membersTotal(_:)`` of it: each makes good its own losses.
  public static let profit = Amount.greater(
    of: .zero,
    Self(.difference(.money(.profit), .carriedLoss))
  ).named("distributable profit")

  /// The season's ``MoneyFact/revenue``.
  public static let revenue = Self.fact(.revenue)

  /// What the scheme's ``Funding`` gives the households as their stake.
  public static let stake = Self(.stake)

  /// The household's income in the year before.
  public static let baselineIncome = Self(.baselineIncome)

  /// The whole pot of the ``Distribution`` that the tier belongs to.
  public static let pot = Self(.pot)

  /// What earlier tiers of the ``Distribution`` left of the pot.
  public static let rest = Self(.remainder)

  /// What an earlier line of the same scheme gave each household, by its label.
  public static func line(_ label: String) -> Self { Self(.line(label)) }

  /// What an earlier line of the same scheme gave all households together, by its label.
  public static func total(of label: String) -> Self { Self(.total(label)) }

  /// What each household holds, from earlier seasons, of what a line of the same scheme added.
  ///
  /// The line must be an addition (``Flow/addition``), such as a part of a dividend that is retained, named
  /// by its label. The ``Books`` then carry what every household has of it, also for households that left.
  ///
  /// ```swift
  /// let stake = Amount.line("stake") + .held("dividend: retained")
  /// let terms = Distribution(of: .profit) {
  ///   Tier(.percent(60), by: .amount(stake, name: "stake and what was retained"), as: .property)
  ///   Tier(.rest, by: .amount(stake, name: "the same"), as: .addition, named: "retained")
  /// }
  /// ```
  public static func held(_ label: String) -> Self { Self(.held(label)) }

  /// What an account of the same scheme holds: what the season opened with and what earlier clauses
  /// put into it or drew from it.
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

// MARK: - How amounts are combined

extension Amount {
  /// A fraction of another amount.
  public static func fraction(_ rate: Rate, of base: Amount) -> Self {
    rate == .whole ? base : Self(.product(base.expression, rate.expression))
  }

  /// A fraction, in whole percent, of the pot of the ``Distribution`` that the tier belongs to.
  public static func percent(_ percent: Int64) -> Self {
    .fraction(.percent(percent), of: .pot)
  }

  /// An amount for each unit of a volume, such as a price or a wage.
  public static func rate(_ perUnit: Amount, per volume: Volume) -> Self {
    Self(.product(volume.expression, perUnit.expression))
  }

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
  /// let subsidy = Amount.membersTotal(.rate(.yuan(2_000), per: .household))
  ///   .capped(at: .yuan(2_000_000))
  /// let eachGaqasProfit = Amount.membersTotal(.profit)          // a loss of one lessens no other's
  /// ```
  public static func membersTotal(_ amount: Amount) -> Self {
    Self(.membersTotal(amount.expression))
  }

  /// The mean of an amount over this season and those before it, exact until it is rounded.
  ///
  /// Each fact in it is looked up in each season's facts; the households and whatever the register says
  /// of them are as they are now. It is an error if the ``Season`` was not given enough seasons before
  /// it, or if the amount is not made from facts alone: losses, lines and accounts of earlier seasons are
  /// not known.
  ///
  /// ```swift
  /// let steady = Amount.fraction("30%", of: .mean(of: .fact(.profit), seasons: 3))
  /// let season = Season(2016, after: [
  ///   Season(2014) { $0[.profit] = .yuan(90_000) }, Season(2015) { $0[.profit] = .yuan(-30_000) },
  /// ]) { $0[.profit] = .yuan(60_000) }
  /// // steady is 12,000.00
  /// ```
  ///
  /// - Precondition: There is at least one season.
  public static func mean(of amount: Amount, seasons: Int) -> Self {
    Self(.mean(amount.expression, SeasonCount(seasons)))
  }

  /// The greater of two amounts.
  public static func greater(of first: Amount, _ second: Amount) -> Self {
    Self(.greatest([first.expression, second.expression]))
  }

  /// The lesser of two amounts.
  public static func lesser(of first: Amount, _ second: Amount) -> Self {
    Self(.least([first.expression, second.expression]))
  }

  /// What an amount is above another one, and nothing where it is not.
  public static func excess(of amount: Amount, over threshold: Amount) -> Self {
    .greater(of: .zero, amount - threshold)
  }

  /// One amount where a condition holds and another where it does not.
  public static func either(
    _ amount: Amount,
    otherwise other: Amount,
    where condition: Condition
  ) -> Self {
    Self(.choice(condition.expression, amount.expression, other.expression))
  }

  /// The amount, but never more than a cap.
  public func capped(at cap: Amount) -> Self { .lesser(of: self, cap) }

  /// The amount rounded to a step before it is used further.
  public func rounded(_ rounding: Rounding) -> Self {
    Self(.rounded(expression, rounding))
  }

  /// The same amount under a name of its own in explanations.
  public func named(_ name: String) -> Self { Self(.named(name, expression)) }

  /// The sum of two amounts.
  public static func + (lhs: Self, rhs: Self) -> Self {
    Self(lhs.expression + rhs.expression)
  }

  /// The difference of two amounts.
  public static func - (lhs: Self, rhs: Self) -> Self {
    Self(lhs.expression - rhs.expression)
  }
}

extension Amount: ExpressibleByStringLiteral {
  /// Creates a fixed amount from a literal in yuan, such as `"1.05"` or a price of `"0.0315"`.
  ///
  /// - Precondition: The literal is an amount with at most eight decimals.
  public init(stringLiteral literal: String) {
    guard case .success(let units) = DecimalText.read(Substring(literal), decimals: 8) else {
      stop(
        "\"\(literal)\" is no amount in yuan with at most eight decimals, such as 0.0315."
      )
    }
    self.init(.constant(Figure(Ratio(units, 1_000_000), .money)))
  }
}

extension Amount: Codable {
  /// Decodes the formula.
  ///
  /// - Throws: `DecodingError` where it is no amount of money, or larger than formulas may be.
  public init(from decoder: any Decoder) throws {
    try self.init(Expression(from: decoder, is: .money))
  }

  /// Encodes the formula.
  public func encode(to encoder: any Encoder) throws { try expression.encode(to: encoder) }
}

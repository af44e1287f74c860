/// The tree behind every ``Formula``, whatever its kind, and behind a ``Key``.
///
/// The public types keep money, rates and quantities apart. The settlement engine evaluates the tree over
/// columns and explains it for a single household.
indirect enum Expression: Hashable, Encodable, Sendable {
  // MARK: Constants

  /// An exact number with what it stands for.
  case constant(Figure)

  // MARK: What the season and the register say

  case money(MoneyFact)
  case rate(RateFact)
  case measure(Measure)
  case persons
  /// 1 for each household, so that a total counts them.
  case household
  case baselineIncome
  /// 1 where the household has one of the statuses, else 0.
  case status([Status])
  /// 1 where the household lives in one of the gaqas, else 0.
  case gaqa([String])
  /// 1 where the household is one of those with these ids, else 0.
  case id([Household.ID])

  // MARK: What the scheme and its settlement so far say

  /// The stake that the scheme's funding gives the households.
  case stake
  /// That stake as a fraction of all the funding.
  case stakeRatio
  /// The loss that earlier seasons left uncovered.
  case carriedLoss
  /// The whole pot of the distribution.
  case pot
  /// The part of the pot that earlier tiers left.
  case remainder
  /// The amount that an earlier line of the scheme gave each household, or what it gave of a unit.
  case line(String, unit: Quantity.Unit? = nil)
  /// The same of all households together.
  case total(String, unit: Quantity.Unit? = nil)
  /// The amount that each household holds of a line of the scheme from earlier seasons.
  case held(String)
  /// The balance of an account of the scheme when the clause is settled.
  case balance(Account)
  /// The mean over this season and those before it.
  case mean(Expression, SeasonCount)
  /// The sum over the members, or over those of each pot.
  case membersTotal(Expression)

  // MARK: Arithmetic

  case sum([Expression])
  case difference(Expression, Expression)
  case product(Expression, Expression)
  /// The first by the second: a ratio, or an amount for each unit.
  case quotient(Expression, Expression)
  case greatest([Expression])
  case least([Expression])
  /// Rounded to a step; for a quantity the finest step is one unit.
  case rounded(Expression, Rounding)

  // MARK: Decisions

  /// 1 where the first is at least the second, else 0.
  case atLeast(Expression, Expression)
  /// 1 where all are, else 0.
  case all([Expression])
  /// 1 where at least one is, else 0.
  case any([Expression])
  /// 1 where it is 0, else 0.
  case not(Expression)
  /// The second where the first is not 0, else the third.
  case choice(Expression, Expression, Expression)

  // MARK: Words

  /// A formula that explanations call by a name.
  case named(String, Expression)
}

public import BenefitBinding

/// The minimum living allowance: what tops up a household below a line, and what a gain takes of it.
///
/// ```swift
/// let allowance = try MinimumAllowance(line: .yuan(4_000))
/// print(try allowance.amount(income: .yuan(9_000), persons: 3))     // 3,000.00
/// let change = try allowance.change(income: .yuan(9_000), persons: 3, gain: .yuan(1_800))
/// print(change.before - change.after, change.net)                   // 1,800.00 0.00
/// ```
///
/// Incomes are those of a whole household in a year, without the allowance.
///
/// Source of the top-up: Chen, Ravallion and Wang, Di Bao: a guaranteed minimum income in urban China?,
/// World Bank, 2006.
public struct MinimumAllowance: Hashable, Sendable {
  /// The rule by which the allowance depends on income.
  enum Rule: Hashable, Codable, Sendable {
    case topUp(line: Money, withdrawal: Ratio)
    case steps([Step])
  }

  /// A class of incomes that get the same allowance.
  struct Step: Hashable, Codable, Sendable {
    /// The income for each person that the household is strictly below.
    let limit: Money
    /// The allowance for each person.
    let amount: Money
  }

  let rule: Rule
  private let rounding: Rounding

  /// An allowance of the line for each member, less a part of the income: max(0, line · members − withdrawal · income).
  ///
  /// At a withdrawal of 1 every yuan gained is a yuan of allowance lost, up to the line. Below 1, the
  /// allowance ends where the income for each person is line / withdrawal.
  ///
  /// - Parameters:
  ///   - line: The line, in money for each person and year.
  ///   - withdrawal: The part of the income that is taken off.
  ///   - rounding: How a household's allowance is rounded.
  /// - Throws: `BenefitError` where the line is not above zero, or the withdrawal is not from 0 to 1.
  public init(
    line: Money,
    withdrawal: Ratio = .whole,
    rounded rounding: Rounding = .halfUp(to: .fen)
  ) throws(BenefitError) {
    try self.init(.topUp(line: line, withdrawal: withdrawal), rounding)
  }

  /// An allowance of a fixed amount for each member, that of the first step whose limit the income is below.
  ///
  /// - Parameters:
  ///   - steps: The income for each person that the household is strictly below, and the amount for each person.
  ///   - rounding: How a household's allowance is rounded.
  /// - Throws: `BenefitError` where limits do not rise, or an amount is below zero.
  public init(
    steps: [(below: Money, amount: Money)],
    rounded rounding: Rounding = .halfUp(to: .fen)
  ) throws(BenefitError) {
    try self.init(.steps(steps.map { Step(limit: $0.below, amount: $0.amount) }), rounding)
  }

  private init(_ rule: Rule, _ rounding: Rounding) throws(BenefitError) {
    switch rule {
    case .topUp(let line, let withdrawal):
      guard line > .zero else {
        throw BenefitError(
          .notPositive,
          found: Phrase(
            en: "A line of \(line) a person tops nobody up.",
            zh: "低保线为人均 \(line)，无人可得补差。"
          ),
          advice: Phrase(en: "Give more than zero.", zh: "请填写大于零的数。")
        )
      }
      guard (.zero ... .whole).contains(withdrawal) else {
        throw BenefitError(
          .outOfRange,
          found: Phrase(
            en: "\(withdrawal) of a gain cannot be withdrawn.",
            zh: "扣减比例不能为 \(withdrawal)。"
          ),
          advice: Phrase(en: "Give a fraction from 0 to 1.", zh: "请填写 0 至 1 的比例。")
        )
      }
    case .steps(let steps):
      for (step, next) in zip(steps, steps.dropFirst()) where next.limit <= step.limit {
        throw BenefitError(
          .outOfOrder,
          found: Phrase(
            en: "The step below \(next.limit) a person follows that below \(step.limit).",
            zh: "人均低于 \(next.limit) 一档排在低于 \(step.limit) 一档之后。"
          ),
          advice: Phrase(en: "Give the steps by rising limits.", zh: "请按限额由低到高填写。")
        )
      }
      for step in steps where step.amount < .zero {
        throw BenefitError(
          .negative,
          found: Phrase(
            en: "The step below \(step.limit) a person gives \(step.amount).",
            zh: "人均低于 \(step.limit) 一档的低保金为 \(step.amount)。"
          ),
          advice: Phrase(en: "Give zero or more.", zh: "请填写不低于零的数。")
        )
      }
    }
    self.rule = rule
    self.rounding = rounding
  }

  /// The allowance of a household for a year.
  ///
  /// - Parameters:
  ///   - income: The household's income without the allowance; one below zero is topped up from there.
  ///   - persons: Its members.
  /// - Returns: The allowance, rounded.
  /// - Throws: `BenefitError` where the allowance cannot be kept exactly in 64 bits of fen.
  /// - Precondition: There is at least one member.
  public func amount(income: Money, persons: Int) throws(BenefitError) -> Money {
    require(persons > 0, "A household of \(persons) persons has no allowance.")
    guard
      let (exact, denominator) = fraction(Int128(income.fen), Int128(persons)),
      let amount = Money(exact, over: denominator, rounding)
    else { throw tooLarge(income, persons) }
    return amount
  }

  /// The error of an allowance that cannot be worked out.
  func tooLarge(_ income: Money, _ persons: Int, gain: Money? = nil) -> BenefitError {
    let more = gain.map { " and a gain of \($0)" } ?? ""
    let chinese = gain.map { "、增收 \($0)" } ?? ""
    return BenefitError(
      .overflow,
      found: Phrase(
        en:
          "With an income of \(income)\(more), the allowance for \(persons) persons cannot be "
          + "worked out in 64 bits.",
        zh: "收入 \(income)\(chinese)、\(persons) 人的低保金超出 64 位，无法计算。"
      ),
      advice: Phrase(en: "Check the amounts.", zh: "请核对金额。")
    )
  }

  /// The allowance in fen as a fraction that is not below zero, or `nil` where 128 bits do not hold it.
  private func fraction(_ income: Int128, _ persons: Int128) -> (Int128, Int128)? {
    switch rule {
    case .topUp(let line, let withdrawal):
      let (guaranteed, isWide) = (Int128(line.fen) * persons)
        .multipliedReportingOverflow(by: Int128(withdrawal.denominator))
      let (exact, isWider) =
        guaranteed
        .subtractingReportingOverflow(Int128(withdrawal.numerator) * income)
      return isWide || isWider ? nil : (max(0, exact), Int128(withdrawal.denominator))
    case .steps(let steps):
      let step = steps.first { income < Int128($0.limit.fen) * persons }
      return (Int128(step?.amount.fen ?? 0) * persons, 1)
    }
  }
}

extension MinimumAllowance: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case rule, rounding }

  /// Decodes an allowance and checks it as the initialisers do.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(parts[.rule], parts[.rounding])
  }
}

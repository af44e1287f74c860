public import BenefitBinding

/// A settlement's effect on poverty and inequality, and whom it benefits, in one place.
///
/// Incomes are held against a line before the schemes, with all that is owed, and, where payouts are given,
/// with only what was paid.
///
/// ```swift
/// let assessment = try Assessment(of: settlement, below: .yuan(3_335))
/// print(assessment.before.poverty(below: assessment.line)[.headcount])
/// print(assessment.table().csv)         // measure by measure: before and after
/// print(assessment.groupTable().text)   // by gaqa, status and scheme
/// ```
public struct Assessment: Hashable, Sendable {
  /// Incomes with a programme, held against those without.
  public struct Result: Hashable, Sendable {
    /// The incomes with it.
    public let incomes: Incomes
    /// The people its income reaches, and the amounts they get.
    public let targeting: Targeting
    /// The people it makes poorer though poor, and the money it gives the poor.
    public let sides: FiscalImpoverishment
    /// Its effect on inequality.
    public let redistribution: Redistribution
  }

  /// The line, in money for each person and year.
  public let line: Money

  /// The incomes without the schemes.
  public let before: Incomes

  /// With everything that is owed, less costs.
  public let owed: Result

  /// With what was paid out, less costs, where payouts were given.
  public let paid: Result?

  /// Poverty before and after in each gaqa, each status, and among those whom each scheme reaches.
  public let groups: [PovertyGroup]

  /// Assesses a settlement.
  ///
  /// - Parameters:
  ///   - settlement: What every household is owed.
  ///   - line: The line, in money for each person and year; who is at it is not poor.
  ///   - payouts: What was paid of the lines that are income, arrears of earlier seasons included.
  /// - Throws: `BenefitError` where a payout is to other households or in another currency, or a sum is
  ///   more than is kept exactly.
  /// - Precondition: The income of a household from one scheme fits in 64 bits of fen.
  /// - Complexity: O(n log n) for n households.
  public init(
    of settlement: Settlement,
    below line: Money,
    paid payouts: [Payout]? = nil
  ) throws(BenefitError) {
    let before = try Incomes(settlement.register, in: settlement.currency)
    self.line = line
    self.before = before
    let rows = settlement.register.indices
    func result(_ gross: [Money], _ net: [Money]) throws(BenefitError) -> Result {
      let after = try before.adding(try before.aligned(net))
      return Result(
        incomes: after,
        targeting: try before.targeting(of: gross, below: line),
        sides: try FiscalImpoverishment(from: before, to: after, below: line),
        redistribution: try Redistribution(from: before, to: after)
      )
    }
    owed = try result(rows.map { settlement.gross(at: $0) }, rows.map { settlement.net(at: $0) })
    if let payouts {
      let gross = try Self.paid(payouts, settlement)
      paid = try result(gross, rows.map { gross[$0] - settlement.costs(at: $0) })
    } else {
      paid = nil
    }
    groups = PovertyGroup.all(of: settlement, before, owed.incomes, below: line)
  }

  private static let sumOfPayouts = Phrase(en: "the sum of payouts", zh: "发放合计")

  /// Returns the sum that all payouts paid each household.
  private static func paid(
    _ payouts: [Payout],
    _ settlement: Settlement
  ) throws(BenefitError) -> [Money] {
    var sums = [Int64](repeating: 0, count: settlement.register.count)
    for payout in payouts {
      guard payout.households == settlement.register.ids else {
        throw BenefitError(
          .mismatch,
          at: .line(payout.line),
          found: Phrase(
            en: "the payout is to other households than the settlement's.",
            zh: "该项发放的户与结算的户不一致。"
          ),
          advice: Phrase(
            en: "Give payouts of this settlement's lines.",
            zh: "请提供本次结算各项目的发放。"
          )
        )
      }
      try payout.currency.requireSame(
        as: settlement.currency,
        of: Phrase(en: "the payout is", zh: "该项发放"),
        and: Phrase(en: "the settlement", zh: "结算"),
        at: [.line(payout.line)]
      )
      for row in sums.indices {
        let (sum, overflowed) = sums[row].addingReportingOverflow(payout.paid(at: row).fen)
        if overflowed { throw .tooLarge(Self.sumOfPayouts, row: row) }
        sums[row] = sum
      }
    }
    return sums.map(Money.init(fen:))
  }
}

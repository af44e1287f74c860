public import BenefitBinding

/// The people whom a benefit reaches and the amounts they get, compared with who was poor before
/// it.
///
/// A household is reached where its amount is above zero. What it gets counts in every share; an amount below
/// zero, a cost, is nobody's share of a benefit: it is added up in ``costs`` and lowers ``gapReduction``.
///
/// ```swift
/// let incomes = try Incomes([.yuan(4_000), .yuan(5_000), .yuan(20_000)], persons: [2, 3, 4])
/// let targeting = try incomes.targeting(
///   of: [.yuan(600), .zero, .yuan(300)], below: .yuan(2_300))
/// print(targeting[.exclusionError(.persons)], targeting[.inclusionError(.persons)])    // 3/5 2/3
/// print(targeting[.leakage], targeting[.coadyGroshHoddinott(.percent(40))])    // 1/3 1/2
/// ```
public struct Targeting: Hashable, Sendable {
  /// The poor, reached or not.
  public private(set) var poor = Population.zero

  /// The non-poor, reached or not.
  public private(set) var others = Population.zero

  /// The poor whom the benefit reaches.
  public private(set) var poorReached = Population.zero

  /// The non-poor whom the benefit reaches.
  public private(set) var othersReached = Population.zero

  /// The money that the poor get.
  public var toPoor: Money { curve.incomes.money(toPoorFen) }

  /// The money that households pay instead of getting anything, as an amount above zero.
  public var costs: Money { curve.incomes.money(costFen) }

  /// The same sums in fen, in the parts of the incomes.
  private(set) var toPoorFen: Int64 = 0
  private var costFen: Int64 = 0

  /// The spread of the amounts over the persons from poor to rich.
  public let curve: ConcentrationCurve

  /// By how much the amounts lower what the poor lack together; below zero where they raise it.
  ///
  /// It is `nil` where the poor are not told by a line.
  public var gapReduction: Money? { gapReductionFen.map(curve.incomes.money) }

  /// The same in fen, in the parts of the incomes.
  let gapReductionFen: Int64?

  fileprivate init(
    _ incomes: Incomes,
    _ amounts: [Int64],
    _ line: Money?,
    _ isPoor: (Int) -> Bool
  ) throws(BenefitError) {
    curve = ConcentrationCurve(incomes, incomes.ranking.pooled(amounts.map { max(0, $0) }))
    for (row, amount) in amounts.enumerated() {
      let amount = amount * (incomes.weights?[row] ?? 1)
      if isPoor(row) {
        poor.count(row, of: incomes)
        if amount > 0 {
          poorReached.count(row, of: incomes)
          toPoorFen += amount
        }
      } else {
        others.count(row, of: incomes)
        if amount > 0 { othersReached.count(row, of: incomes) }
      }
      if amount < 0 { costFen -= amount }
    }
    gapReductionFen = try line.map { (line) throws(BenefitError) in
      let after = try incomes.adding(amounts)
      let sides = try FiscalImpoverishment(from: incomes, to: after, below: line)
      return sides.gained - sides.lost
    }
  }
}

// MARK: - Making

extension Incomes {
  /// Returns the targeting of a benefit, given these incomes before it; the poor are strictly below
  /// a line.
  ///
  /// - Parameters:
  ///   - amounts: What each household gets, row by row.
  ///   - line: The line, in money for each person and year.
  /// - Returns: Households, persons and money, poor or not.
  /// - Throws: `BenefitError` where there is not one amount for each household, or a sum is too
  ///   large.
  /// - Complexity: O(n).
  public func targeting(
    of amounts: [Money],
    below line: Money
  ) throws(BenefitError) -> Targeting {
    try Targeting(self, try aligned(amounts), line) { row in
      Int128(fen[row]) < Int128(line.fen) * Int128(persons[row])
    }
  }

  /// Returns the targeting of a benefit; the poor are marked, for example by a register's status.
  ///
  /// - Parameters:
  ///   - amounts: What each household gets, row by row.
  ///   - poor: Whether each household counts as poor, row by row.
  /// - Returns: Households, persons and money, poor or not.
  /// - Throws: `BenefitError` where there is not one amount and one mark for each household, or a
  ///   sum is too large.
  /// - Complexity: O(n).
  public func targeting(
    of amounts: [Money],
    poor: [Bool]
  ) throws(BenefitError) -> Targeting {
    guard poor.count == fen.count else {
      let name = Phrase(en: "marks of the poor", zh: "贫困标记")
      throw .unequalColumns(name, poor.count, households: fen.count)
    }
    return try Targeting(self, try aligned(amounts), nil) { poor[$0] }
  }
}

extension Settlement {
  /// Returns the targeting of the income from all schemes; the poor are registered with one of some
  /// statuses.
  ///
  /// Costs are not taken off: a household that has income is reached. Where the poor have a baseline below a line,
  /// an ``Assessment`` has the targeting; for the net gains, or for one scheme, give
  /// ``Incomes/targeting(of:below:)`` those.
  ///
  /// - Parameter statuses: The statuses that count as poor.
  /// - Returns: Households, persons and money, poor or not.
  /// - Throws: `BenefitError` where a sum is too large.
  /// - Complexity: O(n log n) for n households.
  public func targeting(toward statuses: Status...) throws(BenefitError) -> Targeting {
    let isPoor = register.statuses.map(statuses.contains)
    return try Incomes(register, in: currency).targeting(
      of: register.indices.map { gross(at: $0) },
      poor: register.statusIndices.map { isPoor[Int($0)] }
    )
  }
}

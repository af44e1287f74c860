public import BenefitBinding

/// The poor made poorer by a programme, and its gains for the poor: two sides hidden by a fall of
/// the poverty gap.
///
/// A household's loss below the line is min(before, line) − min(before, after, line), its gain below it
/// min(after, line) − min(before, after, line), both for all its members. Source: Higgins and Lustig, Can
/// a poverty-reducing and progressive tax and transfer system hurt the poor?, 2016.
///
/// ```swift
/// let before = try Incomes([.yuan(3_000), .yuan(2_000), .yuan(5_000)])
/// let after = try Incomes([.yuan(2_800), .yuan(3_100), .yuan(3_900)])
/// let sides = try FiscalImpoverishment(from: before, to: after, below: .yuan(4_000))
/// print(sides.impoverished, sides.impoverishment)    // 2 households, 2 persons 300.00
/// print(sides.gaining, sides.gains)                  // 1 household, 1 person 1,100.00
/// print(sides.gains - sides.impoverishment)          // 800.00, the fall of the poverty gap
/// ```
///
/// What the poor lack in all changes by the losses less the gains, exactly, though in a sample
/// whose weights are not whole each sum is half up to the fen.
public struct FiscalImpoverishment: Hashable, Sendable {
  /// The population that is poor after and has less than before, whether poor before or not.
  public private(set) var impoverished = Population.zero

  /// The money that the impoverished lost below the line.
  public var impoverishment: Money { Money(fen: lost.divided(by: parts, rounding: .halfUp)) }

  /// The population that was poor before and has more after, whether still poor or not.
  public private(set) var gaining = Population.zero

  /// The money that the gaining population gained below the line.
  public var gains: Money { Money(fen: gained.divided(by: parts, rounding: .halfUp)) }

  /// The losses and the gains below the line in fen, times ``parts``.
  let lost, gained: Int64

  /// The parts in which the incomes count a household.
  private let parts: Int64

  /// Everybody, poor or not.
  private var everybody = Population.zero

  /// Compares the incomes of the same households, row by row, with a line.
  ///
  /// - Parameters:
  ///   - before: The incomes without the programme.
  ///   - after: The incomes with it.
  ///   - line: The line, in money for each person and year; who is at it is not poor.
  /// - Throws: `BenefitError` where the rows are not the same households, the currency is not the same, or a
  ///   sum does not fit in 64 bits of fen.
  /// - Complexity: O(n).
  public init(
    from before: Incomes,
    to after: Incomes,
    below line: Money
  ) throws(BenefitError) {
    try after.check(.incomesAfter, sameAs: before)
    parts = before.parts
    var (lost, gained, lackedBefore, lackedAfter) = (Int128(0), Int128(0), Int128(0), Int128(0))
    for row in before.fen.indices {
      let weight = Int128(before.weights?[row] ?? 1)
      let threshold = Int128(line.fen) * Int128(before.persons[row])
      let (old, new) = (Int128(before.fen[row]), Int128(after.fen[row]))
      everybody.count(row, of: before)
      if new < old, new < threshold {
        impoverished.count(row, of: before)
        lost += weight * (min(old, threshold) - new)
      }
      if old < new, old < threshold {
        gaining.count(row, of: before)
        gained += weight * (min(new, threshold) - old)
      }
      lackedBefore += weight * max(0, threshold - old)
      lackedAfter += weight * max(0, threshold - new)
    }
    func checked(_ fen: Int128) throws(BenefitError) -> Int64 {
      guard let fen = Int64(exactly: fen) else {
        let name = Phrase(en: "What the poor lack", zh: "贫困缺口总额")
        throw .tooLarge(name, isWeighted: before.weights != nil)
      }
      return fen
    }
    self.lost = try checked(lost)
    self.gained = try checked(gained)
    _ = (try checked(lackedBefore), try checked(lackedAfter))
  }

  /// The part of the persons, or of the households, who are poor after and have less than before.
  public func headcount(_ unit: Population.Unit = .persons) -> Statistic {
    Statistic(impoverished[unit], of: everybody[unit], orElse: .nobody)
  }
}

extension Statistic {
  /// A part of a whole, undefined for a reason where the whole is zero.
  init(_ part: Int64, of whole: Int64, orElse reason: Reason) {
    self = whole == 0 ? .undefined(reason) : .exact(Ratio(part, whole))
  }
}

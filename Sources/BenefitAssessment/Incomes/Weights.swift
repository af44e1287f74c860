import BenefitBinding

/// The number of households that each household of a sample stands for, in whole parts of one
/// household.
///
/// Weights are fractions, and a sum of incomes is whole only in parts of a fen: all weights are
/// brought to one denominator, and what is summed up over households is kept in such parts.
struct Weights: Hashable, Sendable {
  /// The weight of each household in parts, row by row; of some it may be zero.
  private let parts: [Int64]

  /// The number of parts that are one household.
  let denominator: Int64

  /// Brings the weights of households to one denominator.
  ///
  /// - Returns: `nil` where every household stands for itself alone.
  /// - Throws: `BenefitError` where there is not one weight for each household, one is below zero,
  ///   all are zero, or they have no common denominator in 64 bits.
  init?(_ weights: [Ratio], households count: Int) throws(BenefitError) {
    guard weights.count == count else {
      throw .unequalColumns(Phrase(en: "weights", zh: "权数"), weights.count, households: count)
    }
    var denominator: Int64 = 1
    for (row, weight) in weights.enumerated() {
      guard weight >= .zero else { throw .negativeWeight(weight, row: row) }
      // Their lowest common multiple: the reduced fraction has what the first lacks of it.
      let missing = Ratio(denominator, weight.denominator).denominator
      let (product, overflowed) = denominator.multipliedReportingOverflow(by: missing)
      if overflowed { throw .tooFineWeights(row: row) }
      denominator = product
    }
    guard weights.isEmpty || weights.contains(where: { $0 > .zero }) else { throw .noWeight }
    if weights.allSatisfy({ $0 == .whole }) { return nil }
    var parts: [Int64] = []
    parts.reserveCapacity(count)
    for (row, weight) in weights.enumerated() {
      let (part, overflowed) = weight.numerator
        .multipliedReportingOverflow(by: denominator / weight.denominator)
      if overflowed { throw .tooFineWeights(row: row) }
      parts.append(part)
    }
    self.init(parts: parts, denominator: denominator)
  }

  private init(parts: [Int64], denominator: Int64) {
    self.parts = parts
    self.denominator = denominator
  }

  /// The weight of a household in parts.
  subscript(row: Int) -> Int64 { parts[row] }

  /// The weights of some rows, in the same parts.
  func rows(_ rows: [Int]) -> Self {
    Self(parts: rows.map { parts[$0] }, denominator: denominator)
  }
}

extension Weights: Encodable {
  /// Encodes the weights as fractions.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(parts.map { Ratio($0, denominator) })
  }
}

// MARK: - Errors

extension BenefitError {
  fileprivate static func negativeWeight(_ weight: Ratio, row: Int) -> Self {
    Self(
      .negative,
      at: .row(row + 1),
      found: Phrase(en: "the weight is \(weight).", zh: "权数为 \(weight)。"),
      advice: Phrase(
        en: "Give the number of households that this one stands for, zero or more.",
        zh: "请填写该户所代表的户数，不得低于零。"
      )
    )
  }

  fileprivate static let noWeight = Self(
    .notPositive,
    found: Phrase(en: "All weights are zero.", zh: "权数全部为零。"),
    advice: Phrase(
      en: "Give at least one household a weight above zero.",
      zh: "请至少为一户填写大于零的权数。"
    )
  )

  fileprivate static func tooFineWeights(row: Int) -> Self {
    Self(
      .tooFine,
      at: .row(row + 1),
      found: Phrase(
        en: "the weights up to here have no common denominator that 64 bits hold.",
        zh: "到此为止的权数没有 64 位以内的公分母。"
      ),
      advice: Phrase(
        en: "Round the weights to a few decimals.",
        zh: "请将权数四舍五入到几位小数。"
      )
    )
  }
}

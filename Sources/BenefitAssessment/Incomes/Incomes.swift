public import BenefitBinding

/// The incomes of a population, or of a sample of it: what every person has, where a household's
/// income is shared equally among its members.
///
/// Incomes are kept as households have them, in whole fen with the number of members, and compared as
/// exact fractions. They are put in order once; households with the same income for each person are
/// pooled there, so no index depends on the order of rows, on ties, or on how people of equal income
/// are spread over households. Every index weights persons equally.
///
/// In a sample each household may stand for a number of them, its weight; then every person counts
/// as many times, and every figure is that of the population sampled.
///
/// ```swift
/// let incomes = try Incomes([.yuan(9_000), .yuan(12_000)], persons: [3, 2])
/// print(incomes.personCount, incomes.mean)                       // 5 4200 yuan
/// print(incomes[.gini])                                          // 6/35
/// print(incomes.poverty(below: .yuan(3_335))[.headcount])        // 3/5
/// let sample = try Incomes([.yuan(9_000), .yuan(12_000)], persons: [3, 2], weights: [20, "5/2"])
/// print(sample.personCount, sample.poverty(below: .yuan(3_335))[.headcount])    // 65 12/13
/// ```
///
/// Sums are 128-bit integers, and a population is taken only where all of them fit.
public struct Incomes: Hashable, Sendable {
  /// The currency of the incomes.
  public let currency: Currency

  /// The income of each household in fen, row by row.
  let fen: [Int64]

  /// The members of each household.
  let persons: [Int64]

  /// The number of households that each one stands for, or `nil` where that is itself alone.
  let weights: Weights?

  /// The households in ascending order of income for each person, with equal ones pooled.
  let ranking: Ranking

  /// The number of persons times ``parts``.
  let personParts: Int64

  /// The income of all together in fen, times ``parts``.
  let totalFen: Int64

  /// Creates a population from columns whose rows belong together.
  ///
  /// - Parameters:
  ///   - incomes: The income of each household in a year; it may be below zero.
  ///   - persons: The members of each household; one each if left out.
  ///   - weights: The number of households that each household of a sample stands for, whole or
  ///     not; one each if left out. One with the weight zero counts nowhere.
  ///   - currency: The currency of the incomes.
  /// - Throws: `BenefitError` where the columns differ in length, a household has no members, a
  ///   weight is below zero, all are zero, or the magnitudes or persons, times their weights and
  ///   these times a common denominator, add up to more than 64 bits hold.
  /// - Complexity: O(n) where incomes for each person fit 64 bits with room for fractions,
  ///   otherwise O(n log n).
  public init(
    _ incomes: [Money],
    persons: [Int]? = nil,
    weights: [Ratio]? = nil,
    in currency: Currency = .yuan
  ) throws(BenefitError) {
    let persons = persons?.map(Int64.init) ?? Array(repeating: 1, count: incomes.count)
    try self.init(fen: incomes.map(\.fen), persons: persons, weights: weights, currency)
  }

  init(
    fen: [Int64],
    persons: [Int64],
    weights: [Ratio]?,
    _ currency: Currency
  ) throws(BenefitError) {
    let weights = try weights.flatMap { (weights) throws(BenefitError) in
      try Weights(weights, households: fen.count)
    }
    try self.init(fen: fen, persons: persons, weights: weights, currency)
  }

  init(
    fen: [Int64],
    persons: [Int64],
    weights: Weights? = nil,
    _ currency: Currency
  ) throws(BenefitError) {
    guard fen.count == persons.count else {
      let name = Phrase(en: "numbers of persons", zh: "人口数")
      throw .unequalColumns(name, persons.count, households: fen.count)
    }
    let extent = Extent(fen, persons)
    if weights != nil || !extent.fits(Self.mostMoney, Self.mostPersons, households: fen.count) {
      try Self.check(fen, persons, weights)
    }
    self.init(unchecked: fen, persons: persons, weights: weights, currency, extent)
  }

  /// Looks at household after household for one without members, or with which a sum is too large.
  private static func check(
    _ fen: [Int64],
    _ persons: [Int64],
    _ weights: Weights?
  ) throws(BenefitError) {
    var magnitude: UInt64 = 0
    var count: Int64 = 0
    for row in fen.indices {
      guard persons[row] > 0 else {
        throw BenefitError(
          .notPositive,
          at: .row(row + 1),
          found: Phrase(
            en: "the household has \(persons[row]) persons.",
            zh: "该户人口为 \(persons[row])。"
          ),
          advice: Phrase(en: "Leave out a household without members.", zh: "没有人口的户请删去。")
        )
      }
      // Half of the range for money and a quarter for persons leave every 128-bit sum room.
      guard let sum = sum(magnitude, fen[row], weights?[row]) else {
        throw .tooLarge(Phrase(en: "The sum of incomes", zh: "收入合计"), isWeighted: weights != nil)
      }
      magnitude = sum
      let (weighted, tooLarge) = persons[row].multipliedReportingOverflow(by: weights?[row] ?? 1)
      let (persons, tooMany) = count.addingReportingOverflow(weighted)
      guard !tooLarge, !tooMany, persons <= mostPersons else {
        throw .tooLarge(Phrase(en: "The number of persons", zh: "人口总数"), isWeighted: weights != nil)
      }
      count = persons
    }
  }

  /// Creates a population whose sums are known to fit.
  init(
    unchecked fen: [Int64],
    persons: [Int64],
    weights: Weights?,
    _ currency: Currency,
    _ extent: Extent? = nil
  ) {
    self.currency = currency
    self.fen = fen
    self.persons = persons
    self.weights = weights
    ranking = Ranking(fen, persons, weights, extent ?? Extent(fen, persons))
    personParts = ranking.persons.reduce(0, +)
    totalFen = ranking.fen.reduce(0, +)
  }

  /// The sum of magnitudes with one more of some weight, or `nil` where it is more than a
  /// population may have.
  static func sum(_ magnitude: UInt64, _ fen: Int64, _ weight: Int64?) -> UInt64? {
    let (weighted, tooLarge) = fen.magnitude.multipliedReportingOverflow(by: UInt64(weight ?? 1))
    let (sum, overflowed) = magnitude.addingReportingOverflow(weighted)
    return !tooLarge && !overflowed && sum <= mostMoney ? sum : nil
  }

  /// The most money, in fen and without signs, that a population may have.
  private static let mostMoney = UInt64(Int64.max)

  /// The most persons that a population may have.
  private static let mostPersons: Int64 = 1 << 61
}

extension Incomes {
  /// The number of households: those a sample stands for, half up where its weights are not whole.
  ///
  /// - Complexity: O(1), O(n) for a sample with weights.
  public var householdCount: Int {
    Int(whole(ranking.households(before: ranking.count)))
  }

  /// The number of persons: those a sample stands for, half up where its weights are not whole.
  public var personCount: Int64 { whole(personParts) }

  /// The income of all households, half up to the fen where the weights of a sample are not whole.
  public var total: Money { money(totalFen) }

  /// The mean income of a person: money.
  public var mean: Statistic {
    .money(Money(fen: totalFen), in: currency, per: personParts, orElse: .nobody)
  }

  /// The number of parts in which one household is counted: the common denominator of the weights.
  var parts: Int64 { weights?.denominator ?? 1 }

  /// The number of households that a household stands for.
  func weight(ofRow row: Int) -> Ratio { weights.map { Ratio($0[row], $0.denominator) } ?? .whole }

  /// The whole number that a number of parts is nearest to.
  private func whole(_ count: Int64) -> Int64 { count.divided(by: parts, rounding: .halfUp) }

  /// The money that a number of fen, times ``parts``, is.
  func money(_ fen: Int64) -> Money { Money(fen: whole(fen)) }

  /// The income of a household, whatever its weight.
  ///
  /// - Precondition: The row is one of the population's.
  public subscript(row: Int) -> Money { Money(fen: fen[row]) }

  /// The population of some rows, such as one gaqa, one status or those a scheme reached.
  ///
  /// - Precondition: The rows are rows of this population, none of them twice.
  /// - Complexity: As for making the population of those rows.
  public func rows(_ rows: some Sequence<Int>) -> Self {
    let rows = Array(rows)
    return Self(
      unchecked: rows.map { fen[$0] },
      persons: rows.map { persons[$0] },
      weights: weights?.rows(rows),
      currency
    )
  }
}

extension Incomes: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case fen, persons, weights, currency }

  /// Decodes columns and checks them as ``init(_:persons:weights:in:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      fen: parts[.fen],
      persons: parts[.persons],
      weights: parts[ifPresent: .weights],
      parts[ifPresent: .currency] ?? .yuan
    )
  }
}

public import BenefitBinding

/// The incomes of a population: what every person has, where a household's income is shared equally
/// among its members.
///
/// Incomes are kept as households have them, in whole fen with the number of members, and compared as
/// exact fractions. They are put in order once; households with the same income for each person are
/// pooled there, so no index depends on the order of rows, on ties, or on how people of equal income
/// are spread over households. Every index weights persons equally.
///
/// ```swift
/// let incomes = try Incomes([.yuan(9_000), .yuan(12_000)], persons: [3, 2])
/// print(incomes.personCount, incomes.mean)                       // 5 4200 yuan
/// print(incomes[.gini])                                          // 6/35
/// print(incomes.poverty(below: .yuan(3_335))[.headcount])        // 3/5
/// ```
///
/// Sums are 128-bit integers, and a population is taken only where all of them fit.
public struct Incomes: Hashable, Sendable {
  /// The income of each household in fen, row by row.
  let fen: [Int64]

  /// The members of each household.
  let persons: [Int64]

  /// The households in ascending order of income for each person, with equal ones pooled.
  let ranking: Ranking

  /// The number of persons.
  public let personCount: Int64

  /// The income of all together, in fen.
  let totalFen: Int64

  /// Creates a population from columns whose rows belong together.
  ///
  /// - Parameters:
  ///   - incomes: The income of each household in a year; it may be below zero.
  ///   - persons: The members of each household; one each if left out.
  /// - Throws: `BenefitError` where the columns differ in length, a household has no members, or
  ///   the magnitudes or persons add up to more than 64 bits hold.
  /// - Complexity: O(n) where incomes for each person fit 64 bits with room for fractions,
  ///   otherwise O(n log n).
  public init(
    _ incomes: [Money],
    persons: [Int]? = nil
  ) throws(BenefitError) {
    let persons = persons?.map(Int64.init) ?? Array(repeating: 1, count: incomes.count)
    try self.init(fen: incomes.map(\.fen), persons: persons)
  }

  init(fen: [Int64], persons: [Int64]) throws(BenefitError) {
    guard fen.count == persons.count else {
      let name = Phrase(en: "numbers of persons", zh: "人口数")
      throw .unequalColumns(name, persons.count, households: fen.count)
    }
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
      let (sum, overflowed) = magnitude.addingReportingOverflow(fen[row].magnitude)
      // Half of the range for money and a quarter for persons leave every 128-bit sum room.
      guard !overflowed, sum <= Self.mostMoney else {
        throw .tooLarge(Phrase(en: "The sum of incomes", zh: "收入合计"))
      }
      magnitude = sum
      let (persons, tooMany) = count.addingReportingOverflow(persons[row])
      guard !tooMany, persons <= Self.mostPersons else {
        throw .tooLarge(Phrase(en: "The number of persons", zh: "人口总数"))
      }
      count = persons
    }
    self.init(unchecked: fen, persons: persons)
  }

  /// Creates a population whose sums are known to fit.
  init(unchecked fen: [Int64], persons: [Int64]) {
    self.fen = fen
    self.persons = persons
    ranking = Ranking(fen, persons)
    personCount = persons.reduce(0, +)
    totalFen = fen.reduce(0, +)
  }

  /// The most money, in fen and without signs, that a population may have.
  static let mostMoney = UInt64(Int64.max)

  /// The most persons that a population may have.
  private static let mostPersons: Int64 = 1 << 61
}

extension Incomes {
  /// The number of households.
  public var householdCount: Int { fen.count }

  /// The income of all households.
  public var total: Money { Money(fen: totalFen) }

  /// The mean income of a person: money.
  public var mean: Statistic { .yuan(total, per: personCount, orElse: .nobody) }

  /// The income of a household.
  ///
  /// - Precondition: The row is one of the population's.
  public subscript(row: Int) -> Money { Money(fen: fen[row]) }

  /// The population of some rows, such as one gaqa, one status or those a scheme reached.
  ///
  /// - Precondition: The rows are rows of this population, none of them twice.
  /// - Complexity: As for making the population of those rows.
  public func rows(_ rows: some Sequence<Int>) -> Self {
    let rows = Array(rows)
    return Self(unchecked: rows.map { fen[$0] }, persons: rows.map { persons[$0] })
  }
}

extension Incomes: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case fen, persons }

  /// Decodes columns and checks them as ``init(_:persons:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(fen: parts[.fen], persons: parts[.persons])
  }
}

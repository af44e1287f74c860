public import BenefitBinding

/// The events of a roster as a spreadsheet holds them: what changed for one household on one day a line.
///
/// ```swift
/// let list = Array("户编号,嘎查,家庭人口,户持股数\nNLX-07,纳林希里,4,53\nNLX-08,纳林希里,2,30\n".utf8)
/// let households = try HouseholdTable(csv: list)
/// let file = Array("日期,户编号,变动,家庭人口,原因\n2020/3/5,NLX-08,纳入,,新识别\n2020年6月1日,NLX-07,,5,出生\n".utf8)
/// let events = try EventTable(csv: file, of: households)
/// print(try events.households(on: "2020-03-04").register.count)         // 1
/// print(try events.households(on: "2020-12-31").register.personCount)   // 7
/// ```
///
/// The table of households lists all that ever take part, as they were when it was begun or, where they enter later, when they
/// enter. A household whose first event of membership is an entry takes part from that day on, and any other from the beginning.
/// The rows may stand in any order; they are joined by `id`, and a household has one row a day. An event is an entry, an
/// exit or a relapse, or where it is empty a change of what stands in the further columns: persons, status and measures,
/// which hold from that day on. An empty cell changes nothing.
public struct EventTable: Hashable, Sendable {
  /// The households and what happened to them.
  public let roster: Roster

  private let table: HouseholdTable

  /// Reads events from the bytes of a file of comma-separated values.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - households: All households that ever take part; their measures and the library's own may be columns.
  ///   - freed: Measures whose quantities move when a household exits; all others lapse.
  /// - Throws: `BenefitError`, the first of ``problems(inCSV:encoding:of:freed:)``.
  public init(
    csv bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    of households: HouseholdTable,
    freed: [Measure: Roster.FreedShares] = [:]
  ) throws(BenefitError) {
    var reading = EventReading(bytes, encoding, households)
    guard let roster = reading.roster(freed: freed) else { throw reading.problems[0] }
    (self.roster, table) = (roster, households)
  }

  /// Returns everything that is wrong with a file: the first hundred mistakes and the number of the others.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - households: All households that ever take part.
  ///   - freed: Measures whose quantities move when a household exits.
  /// - Returns: The mistakes with their lines and columns: those of the cells, then those of the events by day.
  public static func problems(
    inCSV bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    of households: HouseholdTable,
    freed: [Measure: Roster.FreedShares] = [:]
  ) -> [BenefitError] {
    var reading = EventReading(bytes, encoding, households)
    return reading.roster(freed: freed) == nil ? reading.problems : []
  }

  /// Returns the households that take part on a day, as they are on it.
  ///
  /// - Parameter day: The day.
  /// - Returns: The table, whose register also holds the measures of `Roster.register(for:measuring:)`.
  /// - Throws: `BenefitError` where a quantity is too large.
  public func households(on day: Day) throws(BenefitError) -> HouseholdTable {
    let period = Period(from: day, until: day.clamped(after: 1))
    let register = try roster.register(for: period)
    let names = table.names.filter { register[id: $0.key] != nil }
    return HouseholdTable(register, names: names, measures: table.measures)
  }
}

/// The programmes that were agreed, each with the day from which it holds.
///
/// A programme holds from its day until the next one does. The book cuts a year where they change; each
/// part is then settled under the programme that held in it.
///
/// ```swift
/// let rules = RuleBook([
///   "2015-01-01": Programme("first agreement") { cooperative },
///   "2017-07-01": Programme("second agreement") { cooperative; tourism },
/// ])
/// var year = SettlementSeries("2017")
/// for part in rules.parts(of: .year(2017)) {
///   // 2017-01-01 to 2017-06-30, then 2017-07-01 to 2017-12-31
///   let season = Season("\(part.period)") { $0[.profit] = .yuan(50_000) }
///   try year.settle(part.programme, season, for: register)
/// }
/// ```
public struct RuleBook: Hashable, Codable, Sendable {
  private let programmes: Timeline<Programme>

  /// Creates a book of programmes, each under the first day on which it holds.
  public init(_ rules: [Day: Programme]) { programmes = Timeline(rules) }

  /// The programmes by the first day on which each holds.
  public var rules: [Day: Programme] { programmes.values }

  /// The programme that holds on a day, or `nil` before the first.
  ///
  /// - Complexity: O(r) for r programmes.
  public func programme(on day: Day) -> Programme? { programmes[day] }

  /// A period cut where a programme follows another; days before the first are in no part.
  ///
  /// A change on the first day leaves the new programme alone.
  ///
  /// - Complexity: O(r) for r programmes.
  public func parts(of period: Period) -> [(period: Period, programme: Programme)] {
    programmes.parts(of: period).map { ($0.period, $0.value) }
  }
}

/// The programmes that were agreed, each with the day from which it holds.
///
/// A rule holds from its day until the next one does. The book cuts a year where a rule changes; each
/// part is then settled under the rule that held in it.
///
/// ```swift
/// let rules = RuleBook([
///   .init(from: "2015-01-01", Programme("first agreement") { cooperative }),
///   .init(from: "2017-07-01", Programme("second agreement") { cooperative; tourism }),
/// ])
/// var year = SettlementSeries("2017")
/// for part in rules.parts(of: .year(2017)) {
///   // 2017-01-01 to 2017-06-30, then 2017-07-01 to 2017-12-31
///   let season = Season("\(part.period)") { $0[.profit] = .yuan(50_000) }
///   try year.settle(part.programme, season, for: register)
/// }
/// ```
public struct RuleBook: Hashable, Sendable {
  /// A programme and since when it holds.
  public struct Rule: Hashable, Codable, Sendable {
    /// The first day on which it holds.
    public let start: Day
    /// The programme that was agreed.
    public let programme: Programme

    /// States what was agreed from a day on.
    public init(from start: Day, _ programme: Programme) {
      self.start = start
      self.programme = programme
    }
  }

  /// A part of a period with the rule that holds in all of it.
  public struct Part: Hashable, Codable, Sendable {
    /// The days of the part, at least one.
    public let period: Period
    /// The programme that was agreed.
    public let programme: Programme
  }

  /// The rules in order of their days.
  public let rules: [Rule]

  /// Creates a book of rules in any order.
  ///
  /// - Precondition: No two hold from one day on.
  public init(_ rules: [Rule]) {
    self.rules = rules.sorted { $0.start < $1.start }
    if let problem { stop(problem) }
  }

  /// The problem that makes the book ambiguous, or `nil` if there is none.
  private var problem: String? {
    zip(rules, rules.dropFirst()).first { $0.start == $1.start }.map { first, _ in
      "Two rules hold from \(first.start) on. Leave one of them out."
    }
  }

  /// The rule that holds on a day, or `nil` before the first.
  ///
  /// - Complexity: O(r) for r rules.
  public func programme(on day: Day) -> Programme? {
    rules.last { $0.start <= day }?.programme
  }

  /// A period cut where a rule changes; days before the first rule are in no part.
  ///
  /// A change on the first day leaves the new rule alone.
  ///
  /// - Complexity: O(r) for r rules.
  public func parts(of period: Period) -> [Part] {
    rules.indices.compactMap { index in
      let rule = rules[index]
      let end = index + 1 < rules.count ? rules[index + 1].start : max(period.end, rule.start)
      return Period(from: rule.start, until: end).overlap(with: period)
        .map { Part(period: $0, programme: rule.programme) }
    }
  }
}

extension RuleBook: Codable {
  /// Decodes rules, refusing what ``init(_:)`` would.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    rules = try container.decode([Rule].self).sorted { $0.start < $1.start }
    try decoder.refuse(problem)
  }

  /// Encodes the rules in order of their days.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rules)
  }
}

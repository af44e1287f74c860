/// The facts of one settling period, usually a year.
///
/// Facts that all schemes share stand in ``facts``; those of a single scheme stand under its name
/// and come first when that scheme is settled.
///
/// ```swift
/// let season = Season(2016) {
///   $0[.profit] = .yuan(164_000)
///   $0["Gaqa economy"][.returnRate] = "11.4576%"
///   $0[.marketPrice, gaqa: "Zhanyi"] = "1.10"
/// }
/// ```
///
/// Where terms take a mean over past seasons, the season holds those before it:
///
/// ```swift
/// let lean = Season(2014) { $0[.profit] = .yuan(-30_000) }
/// let fair = Season(2015) { $0[.profit] = .yuan(90_000) }
/// let season = Season(2016, after: [lean, fair]) { $0[.profit] = .yuan(60_000) }
/// ```
public struct Season: FactSheet, Hashable, Sendable {
  /// The name of the season, such as `2016`.
  public let name: String

  /// The seasons before this one, oldest first, as far as they were given.
  ///
  /// Only their own facts count; which seasons come before them is seen from this list. What they give
  /// for each household may name some that have left since, and has to name all that are members now.
  public let earlier: [Season]

  /// The facts that every scheme may refer to.
  public var facts = Facts()

  /// The facts of single schemes, by the scheme's name.
  private(set) var factsByScheme: [String: Facts] = [:]

  /// Creates a season and states its facts.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - earlier: The seasons before it, oldest first, for terms that take a mean over them.
  ///   - state: States its facts.
  public init(
    _ name: String,
    after earlier: [Season] = [],
    _ state: (inout Season) -> Void = { _ in }
  ) {
    self.name = name
    self.earlier = earlier.map { $0.after([]) }
    state(&self)
  }

  /// Creates the season of a year and states its facts.
  ///
  /// - Parameters:
  ///   - year: The year it is called by.
  ///   - earlier: The seasons before it, oldest first, for terms that take a mean over them.
  ///   - state: States its facts.
  public init(
    _ year: Int,
    after earlier: [Season] = [],
    _ state: (inout Season) -> Void = { _ in }
  ) {
    self.init(String(year), after: earlier, state)
  }

  /// The same season after others.
  private func after(_ earlier: [Season]) -> Season {
    if earlier.isEmpty && self.earlier.isEmpty { return self }
    return Season(name, after: earlier) {
      $0.facts = facts
      $0.factsByScheme = factsByScheme
    }
  }

  /// The season so many before this one, at most as many as there are earlier ones, and on demand after
  /// those before it.
  func back(_ count: Int, withEarlier: Bool) -> Season {
    if count == 0 { return self }
    let position = earlier.count - count
    return withEarlier ? earlier[position].after(Array(earlier[..<position])) : earlier[position]
  }

  /// A season, at the beginning of a sentence about its name.
  private static let words = Phrase(en: "A season", zh: "期间")

  /// The problem with the name of the season or of a scheme or gaqa it states facts for, or `nil`.
  ///
  /// - Parameter gaqas: Names of gaqas in ascending order that have been looked at before.
  /// - Returns: The problem.
  func nameProblem(besides gaqas: [String]) -> Phrase? {
    let ofScheme = Phrase(en: "A scheme", zh: "方案")
    for season in [self] + earlier {
      if let problem = OneLine.problem(with: season.name, of: Self.words) { return problem }
      for (scheme, facts) in season.factsByScheme.sorted(by: { $0.key < $1.key }) {
        if let problem = OneLine.problem(with: scheme, of: ofScheme)
          ?? facts.nameProblem(besides: gaqas)
        {
          return problem
        }
      }
      if let problem = season.facts.nameProblem(besides: gaqas) { return problem }
    }
    return nil
  }

  /// The facts of one scheme alone.
  public subscript(scheme: String) -> Facts {
    get { factsByScheme[scheme] ?? Facts() }
    set { factsByScheme[scheme] = newValue }
  }
}

extension Season: Codable {
  private enum CodingKeys: CodingKey { case name, earlier, facts, schemes }

  /// Decodes a season.
  public init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) {
      var season = Self(try $0.name(Self.words, .name), after: try $0[ifPresent: .earlier] ?? [])
      season.facts = try $0[.facts]
      season.factsByScheme = try $0[listed: .schemes]
      return season
    }
    try decoder.refuse(nameProblem(besides: []))
  }

  /// Encodes the season, its schemes in order of their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    if !earlier.isEmpty { try container.encode(earlier, forKey: .earlier) }
    try container.encode(facts, forKey: .facts)
    try container.encode(SortedEntries(Array(factsByScheme)), forKey: .schemes)
  }
}

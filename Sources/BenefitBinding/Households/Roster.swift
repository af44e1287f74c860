/// A record of who takes part when: dated entries, exits and changes that give the register of any
/// period.
///
/// Programmes call this dynamic management. An event holds from its day on: a household that enters
/// on 1 April is a member for the whole of that day, and one that exits on 1 July is none on 1 July.
/// Days are thus counted from the entry up to, and not including, the exit.
///
/// ```swift
/// let roster = try Roster(
///   households: [
///     Household("A", gaqa: "Xini", persons: 3, measures: [.shares: "100 shares"]),
///     Household("B", gaqa: "Xini", persons: 2, measures: [.shares: "200 shares"]),
///   ],
///   events: [
///     .init(of: "A", on: "2015-01-01", .entry, because: "identified as poor"),
///     .init(of: "B", on: "2015-04-01", .entry, because: "identified as poor"),
///     .init(of: "A", on: "2016-03-01", .exit, because: "above the line for two years"),
///   ])
/// let register = try roster.register(for: .year(2015))
/// print(register[0].measures[.memberDays] ?? "0 days")           // 365 days
/// print(register[1].measures[.days(of: .shares)] ?? "0 days")    // 55,000 share-days
/// ```
///
/// A measure is what a household has from a day on, such as shares or land; what it delivers in a season is
/// a fact of the ``Season``. A register made from the roster has each measure as of its record date, and
/// measures that terms can use as keys, such as ``Measure/memberDays``, ``Measure/personDays`` and
/// ``Measure/days(of:)``, so that a part of a year counts exactly.
public struct Roster: Hashable, Codable, Sendable {
  /// Something that changed for a household.
  public struct Event: Hashable, Codable, Sendable {
    /// A change in a household.
    public enum Change: Hashable, Codable, Sendable {
      /// The household was included for the first time.
      case entry
      /// The household was excluded or left.
      case exit
      /// The household fell back and was included again.
      case relapse
      /// Births, deaths and moves: the number of members from then on.
      case persons(Int)
      /// The household's status from then on.
      case status(Status)
      /// The quantity of the measure that the household has from then on.
      case measure(Measure, Quantity)
      /// All that the household had of a measure became another one: so much of the other for each
      /// unit, to the thousandth below.
      case conversion(of: Measure, into: Measure, at: Ratio = .whole)
    }

    /// The household it happened to.
    public let household: Household.ID
    /// The first day on which it holds.
    public let day: Day
    /// The change in the household.
    public let change: Change
    /// The reason, as published.
    public let reason: String

    /// Records an event.
    public init(of household: Household.ID, on day: Day, _ change: Change, because reason: String) {
      self.household = household
      self.day = day
      self.change = change
      self.reason = reason
    }
  }

  /// The destination of a household's shares when it exits.
  public enum FreedShares: String, Hashable, Codable, Sendable {
    /// Nowhere: they lapse, and a household that relapses has them again.
    case lapse
    /// In equal parts to the households that are members on that day, or to the collective where none
    /// is left.
    case toTheRest
    /// To the next household that enters or relapses.
    case toNextEntrant
    /// To the collective, which holds them on.
    case toCollective
  }

  /// All households that ever take part, as they are when they first enter.
  public let households: [Household]

  /// The events in order of their days; those of one day in the order given.
  public let events: [Event]

  /// Measures whose quantities move when a household exits, and where they go.
  public let freed: [Measure: FreedShares]

  /// Each household over time, and the quantities that the collective held.
  let histories: [Timeline<Membership>]
  let collective: [Measure: Timeline<Int64>]

  /// Creates a roster from households and what happened to them.
  ///
  /// - Parameters:
  ///   - households: All households that ever take part, as they are when they first enter.
  ///   - events: What happened, in any order.
  ///   - freed: Measures whose quantities move when a household exits; all others lapse.
  /// - Throws: ``BenefitError`` that names the event at fault: an unknown household, an entry of a
  ///   member, an exit or relapse that does not fit, fewer than one member, a quantity or a rate below
  ///   zero, a quantity in another unit, a reason of several lines, a measure of a name that registers
  ///   have for their own; or the household that no ``Register`` would take.
  /// - Complexity: O(e log e + x · n) for e events, x of them exits, and n households.
  public init(
    households: [Household],
    events: [Event],
    freed: [Measure: FreedShares] = [:]
  ) throws(BenefitError) {
    let sorted = Self.byDay(events).map(\.element)
    let journal = try Journal(from: RosterState(households, freed), sorted)
    self.households = households
    self.events = journal.entries
    self.freed = freed
    histories = journal.end.histories
    collective = journal.end.collective
    try checkNames()
  }

  /// The same roster without an event that a look back found to be wrong, and with the right ones.
  ///
  /// Settle the past season again with its register, and ``Settlement/corrections(of:)`` says who
  /// is owed or owes the difference.
  ///
  /// - Parameters:
  ///   - event: The event that was wrong.
  ///   - corrections: What happened instead.
  /// - Returns: The corrected roster.
  /// - Throws: ``BenefitError`` where the roster has no such event, or the corrections do not fit.
  public func replacing(
    _ event: Event,
    with corrections: [Event] = []
  ) throws(BenefitError) -> Roster {
    guard let position = events.firstIndex(of: event) else {
      throw BenefitError(
        .unknownName,
        at: .household(event.household),
        .day(event.day),
        found: Phrase(en: "the roster has no such event to replace.", zh: "变动名册中没有要替换的这项事件。"),
        advice: Phrase(en: "Name one of its events.", zh: "请指明其中的一项事件。")
      )
    }
    var events = events
    events.remove(at: position)
    return try Roster(households: households, events: events + corrections, freed: freed)
  }
}

extension Roster.Event: JournalEntry {
  package static var words: Phrase { Phrase(en: "event", zh: "事件") }

  package func places(_ number: Int) -> [BenefitError.Place] { [.household(household), .day(day)] }
}

extension Roster: StoredInParts {
  package enum CodingKeys: CodingKey { case households, events, freed }

  /// Decodes households and events and checks them anew.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      households: parts[.households],
      events: parts[.events],
      freed: parts[listed: .freed]
    )
  }

  /// Encodes the households and the events; what follows from them is worked out again.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(households, forKey: .households)
    try container.encode(events, forKey: .events)
    try container.encode(SortedEntries(Array(freed)), forKey: .freed)
  }
}

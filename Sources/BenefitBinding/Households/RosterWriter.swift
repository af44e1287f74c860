/// The states of one household with their first days.
struct History: Hashable, Sendable {
  /// A quantity and since when it holds.
  struct Holding: Hashable, Sendable {
    var steps: [(day: Day, thousandths: Int64)] = []

    var current: Int64 { steps.last?.thousandths ?? 0 }

    static func == (lhs: Self, rhs: Self) -> Bool {
      lhs.steps.elementsEqual(rhs.steps) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
      for step in steps {
        hasher.combine(step.day)
        hasher.combine(step.thousandths)
      }
    }
  }

  /// A state and the days on which it holds, the last one open.
  struct Span: Hashable, Sendable {
    var start: Day
    var isMember: Bool
    var persons: Int
    var status: Status
    var thousandths: [Measure: Int64]
  }

  /// The states in order; each ends where the next begins.
  var spans: [Span] = []

  /// The state from a day on.
  mutating func change(on day: Day, _ change: (inout Span) -> Void) {
    guard var span = spans.last else { return }
    change(&span)
    if span.start == day {
      spans[spans.count - 1] = span
    } else {
      span.start = day
      spans.append(span)
    }
  }
}

/// Writes the histories of a roster's households, event by event in order of days.
struct RosterWriter {
  private(set) var histories: [History] = []
  private(set) var collective: [Measure: History.Holding] = [:]
  private var waiting: [Measure: Int64] = [:]
  private var hasEntered: [Bool]
  private let positions: [Household.ID: Int]

  /// The positions in order of the households' ids, as a register has them.
  private let inOrder: [Int]
  private let freed: [(measure: Measure, rule: Roster.FreedShares)]
  private let conversions: [Roster.Conversion]

  init(
    _ households: [Household],
    _ freed: [Measure: Roster.FreedShares],
    _ conversions: [Roster.Conversion]
  ) throws(BenefitError) {
    var positions: [Household.ID: Int] = [:]
    for (position, household) in households.enumerated() {
      guard positions.updateValue(position, forKey: household.id) == nil else {
        throw BenefitError(
          .duplicate,
          at: .household(household.id),
          found: "it stands in the list twice.",
          advice: "Give every household its own id."
        )
      }
      // Before its first event a household is what it was listed as, but no member.
      let span = History.Span(
        start: Day.first.dayBefore,
        isMember: false,
        persons: household.persons,
        status: household.status,
        thousandths: household.measures.mapValues(\.thousandths)
      )
      histories.append(History(spans: [span]))
    }
    try RegisterCells(households).check { (problem) throws(BenefitError) in throw problem }
    self.positions = positions
    inOrder = households.indices.sorted { households[$0].id < households[$1].id }
    self.freed = freed.map { ($0.key, $0.value) }.sorted { $0.measure.precedes($1.measure) }
    self.conversions = conversions
    hasEntered = Array(repeating: false, count: households.count)
  }

  mutating func record(_ event: Roster.Event) throws(BenefitError) {
    guard let position = positions[event.household], let now = histories[position].spans.last else {
      throw event.failure(
        .unknownHousehold,
        "the roster does not hold it.",
        "List it among the households."
      )
    }
    switch event.change {
    case .entry, .relapse:
      guard !now.isMember else {
        throw event.failure(.wrongState, "it is a member already.", "Record its exit first.")
      }
      let isRelapse = event.change == .relapse
      guard hasEntered[position] == isRelapse else {
        let (found, advice) =
          isRelapse
          ? ("it relapses but never entered.", "Record an entry instead.")
          : ("it enters a second time.", "Record a relapse instead.")
        throw event.failure(.wrongState, found, advice)
      }
      hasEntered[position] = true
      histories[position].change(on: event.day) { $0.isMember = true }
      try takeWaiting(position, event)
    case .exit:
      guard now.isMember else {
        throw event.failure(.wrongState, "it exits but is no member.", "Record its entry first.")
      }
      histories[position].change(on: event.day) { $0.isMember = false }
      try free(position, event)
    case .persons(let persons):
      guard persons > 0 else {
        throw event.failure(
          .notPositive,
          "it would have no members.",
          "Record its exit instead."
        )
      }
      guard persons <= Register.mostPersons else {
        throw event.within(.tooManyPersons(persons))
      }
      histories[position].change(on: event.day) { $0.persons = persons }
    case .status(let status):
      histories[position].change(on: event.day) { $0.status = status }
      try convert(position, event, to: status)
    case .measure(let measure, let quantity):
      if let problem = measure.problem(with: quantity) { throw event.within(problem) }
      histories[position].change(on: event.day) { $0.thousandths[measure] = quantity.thousandths }
    }
  }

  /// Turns classes of shares into others when a household has a new status.
  private mutating func convert(
    _ position: Int,
    _ event: Roster.Event,
    to status: Status
  ) throws(BenefitError) {
    for rule in conversions where rule.status == status {
      guard let held = histories[position].spans.last?.thousandths[rule.measure], held > 0 else {
        continue
      }
      let before = histories[position].spans.last?.thousandths[rule.other] ?? 0
      let gained = (Int128(held) * Int128(rule.rate.numerator))
        .divided(by: Int128(rule.rate.denominator), rounding: .down)
      guard let after = Int64(exactly: Int128(before) + gained) else {
        throw event.within(Roster.tooLarge)
      }
      histories[position].change(on: event.day) {
        $0.thousandths[rule.measure] = 0
        $0.thousandths[rule.other] = after
      }
    }
  }

  /// Moves what the rules free when a household exits.
  private mutating func free(_ position: Int, _ event: Roster.Event) throws(BenefitError) {
    let day = event.day
    for (measure, rule) in freed where rule != .lapse {
      let quantity = histories[position].spans.last?.thousandths[measure] ?? 0
      guard quantity > 0 else { continue }
      let rest = inOrder.filter { histories[$0].spans.last?.isMember == true }
      switch rule {
      case .toTheRest where !rest.isEmpty:
        let parts = equalParts(of: quantity, count: rest.count)
        for (other, part) in zip(rest, parts) { try add(part, of: measure, to: other, event) }
      case .toNextEntrant: waiting[measure] = try sum(waiting[measure] ?? 0, quantity, event)
      // Where nobody is left to take them over, the collective holds them.
      default:
        var holding = collective[measure] ?? History.Holding()
        holding.steps.append((day, try sum(holding.current, quantity, event)))
        collective[measure] = holding
      }
      histories[position].change(on: day) { $0.thousandths[measure] = 0 }
    }
  }

  private mutating func takeWaiting(
    _ position: Int,
    _ event: Roster.Event
  ) throws(BenefitError) {
    for (measure, quantity) in waiting.sorted(by: { $0.key.precedes($1.key) }) where quantity > 0 {
      try add(quantity, of: measure, to: position, event)
    }
    waiting = [:]
  }

  /// Adds to what a household has of a measure.
  private mutating func add(
    _ thousandths: Int64,
    of measure: Measure,
    to position: Int,
    _ event: Roster.Event
  ) throws(BenefitError) {
    let before = histories[position].spans.last?.thousandths[measure] ?? 0
    let after = try sum(before, thousandths, event)
    histories[position].change(on: event.day) { $0.thousandths[measure] = after }
  }

  private func sum(
    _ a: Int64,
    _ b: Int64,
    _ event: Roster.Event
  ) throws(BenefitError) -> Int64 {
    let (sum, overflowed) = a.addingReportingOverflow(b)
    guard !overflowed else { throw event.within(Roster.tooLarge) }
    return sum
  }

  /// A quantity in parts as equal as thousandths allow, the larger ones first.
  private func equalParts(of quantity: Int64, count: Int) -> [Int64] {
    let (part, odd) = quantity.quotientAndRemainder(dividingBy: Int64(count))
    return (0..<Int64(count)).map { part + ($0 < odd ? 1 : 0) }
  }
}

extension Roster.Event {
  /// An error, with the household and the day of the event around it.
  func within(_ error: BenefitError) -> BenefitError {
    error.within(.household(household), .day(day))
  }

  /// The error of an event that does not fit.
  func failure(_ code: BenefitError.Code, _ found: String, _ advice: String) -> BenefitError {
    within(BenefitError(code, found: found, advice: advice))
  }
}

extension Roster {
  /// The error of a sum that no quantity holds.
  static var tooLarge: BenefitError {
    BenefitError(
      .overflow,
      found: "a quantity, or a quantity times its days, is more than can be kept exactly."
    )
  }
}

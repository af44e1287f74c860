/// A household as a roster has it from a day on.
struct Membership: Hashable, Sendable {
  var isMember: Bool
  var persons: Int
  var status: Status
  var thousandths: [Measure: Int64]
}

/// The households of a roster, followed from event to event.
struct RosterState: JournalState {
  /// Each household over time; it is listed before its first event, and no member.
  private(set) var histories: [Timeline<Membership>]

  /// The quantities that the collective holds over time.
  private(set) var collective: [Measure: Timeline<Int64>] = [:]

  private var waiting: [Measure: Int64] = [:]
  private var entered: Set<Household.ID> = []
  private let positions: [Household.ID: Int]

  /// The positions in order of the households' ids, as a register has them.
  private let inOrder: [Int]
  private let freed: [Measure: Roster.FreedShares]

  /// The time before the first day of the calendar, when each history begins.
  private static let beginning = Day.first.dayBefore

  init(
    _ households: [Household],
    _ freed: [Measure: Roster.FreedShares]
  ) throws(BenefitError) {
    var positions: [Household.ID: Int] = [:]
    for (position, household) in households.enumerated() {
      guard positions.updateValue(position, forKey: household.id) == nil else {
        throw BenefitError(
          .duplicate,
          at: .household(household.id),
          found: Phrase(en: "it stands in the list twice.", zh: "该户在列表中出现了两次。"),
          advice: Phrase(en: "Give every household its own id.", zh: "请为每户分别编号。")
        )
      }
    }
    try RegisterCells(households).check { (problem) throws(BenefitError) in throw problem }
    self.positions = positions
    inOrder = households.indices.sorted { households[$0].id < households[$1].id }
    self.freed = freed
    histories = households.map { household in
      Timeline([
        Self.beginning: Membership(
          isMember: false,
          persons: household.persons,
          status: household.status,
          thousandths: household.measures.mapValues(\.thousandths)
        )
      ])
    }
  }

  package mutating func enter(_ event: Roster.Event) throws(BenefitError) {
    guard event.reason.isOneLine else {
      throw BenefitError(
        .invalidName,
        found: Phrase(
          en: "the reason holds a line break or another control character.",
          zh: "事由含有换行符或其他控制字符。"
        ),
        advice: Phrase(en: "Write it on one line.", zh: "请写在一行内。")
      )
    }
    guard let position = positions[event.household], let now = histories[position].latest else {
      throw BenefitError(
        .unknownHousehold,
        found: Phrase(en: "the roster does not hold it.", zh: "变动名册中没有该户。"),
        advice: Phrase(en: "List it among the households.", zh: "请将该户列入各户名单。")
      )
    }
    switch event.change {
    case .entry, .relapse:
      guard !now.isMember else {
        throw Self.doesNotFit(
          Phrase(en: "it is a member already.", zh: "该户已在册。"),
          Phrase(en: "Record its exit first.", zh: "请先登记退出。")
        )
      }
      guard entered.contains(event.household) == (event.change == .relapse) else {
        throw event.change == .relapse
          ? Self.doesNotFit(
            Phrase(en: "it relapses but never entered.", zh: "该户登记返贫，但从未纳入。"),
            Phrase(en: "Record an entry instead.", zh: "请改为登记纳入。")
          )
          : Self.doesNotFit(
            Phrase(en: "it enters a second time.", zh: "该户第二次登记纳入。"),
            Phrase(en: "Record a relapse instead.", zh: "请改为登记返贫。")
          )
      }
      entered.insert(event.household)
      histories[position].change(from: event.day) { $0.isMember = true }
      try takeWaiting(position, event.day)
    case .exit:
      guard now.isMember else {
        throw Self.doesNotFit(
          Phrase(en: "it exits but is no member.", zh: "该户登记退出，但不在册。"),
          Phrase(en: "Record its entry first.", zh: "请先登记纳入。")
        )
      }
      histories[position].change(from: event.day) { $0.isMember = false }
      try free(position, event.day)
    case .persons(let persons):
      guard persons > 0 else {
        throw BenefitError(
          .notPositive,
          found: Phrase(en: "it would have no members.", zh: "该户将没有人口。"),
          advice: Phrase(en: "Record its exit instead.", zh: "请改为登记退出。")
        )
      }
      guard persons <= Register.mostPersons else { throw .tooManyPersons(persons) }
      histories[position].change(from: event.day) { $0.persons = persons }
    case .status(let status):
      histories[position].change(from: event.day) { $0.status = status }
    case .measure(let measure, let quantity):
      if let problem = measure.problem(with: quantity) { throw problem }
      set(measure, to: quantity.thousandths, for: position, event.day)
    case .conversion(of: let measure, into: let other, at: let rate):
      try convert(measure, into: other, at: rate, for: position, event.day)
    }
  }

  private static func doesNotFit(_ found: Phrase, _ advice: Phrase) -> BenefitError {
    BenefitError(.wrongState, found: found, advice: advice)
  }
}

// MARK: - Quantities

extension RosterState {
  private func quantity(_ measure: Measure, of position: Int) -> Int64 {
    histories[position].latest?.thousandths[measure] ?? 0
  }

  private mutating func set(
    _ measure: Measure,
    to thousandths: Int64,
    for position: Int,
    _ day: Day
  ) {
    histories[position].change(from: day) { $0.thousandths[measure] = thousandths }
  }

  /// Turns all that a household has of one measure into another one.
  private mutating func convert(
    _ measure: Measure,
    into other: Measure,
    at rate: Ratio,
    for position: Int,
    _ day: Day
  ) throws(BenefitError) {
    guard measure != other else {
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en: "\(measure) cannot become \(other); it is the same.",
          zh: "\(measure.words(in: .simplifiedChinese))不能转换为自身。"
        )
      )
    }
    guard rate >= .zero else {
      throw BenefitError(
        .negative,
        found: Phrase(en: "a rate of \(rate) is below zero.", zh: "比率 \(rate) 低于零。")
      )
    }
    let held = quantity(measure, of: position)
    guard held > 0 else { return }
    let gained = (Int128(held) * Int128(rate.numerator))
      .divided(by: Int128(rate.denominator), rounding: .down)
    guard let after = Int64(exactly: Int128(quantity(other, of: position)) + gained) else {
      throw Roster.tooLarge
    }
    set(measure, to: 0, for: position, day)
    set(other, to: after, for: position, day)
  }

  /// Moves what the rules free when a household exits.
  private mutating func free(_ position: Int, _ day: Day) throws(BenefitError) {
    for (measure, rule) in freed.sorted(by: { $0.key.precedes($1.key) }) where rule != .lapse {
      let quantity = quantity(measure, of: position)
      guard quantity > 0 else { continue }
      let rest = inOrder.filter { histories[$0].latest?.isMember == true }
      switch rule {
      case .toTheRest where !rest.isEmpty:
        let (part, odd) = quantity.quotientAndRemainder(dividingBy: Int64(rest.count))
        for (number, other) in zip(0..., rest) {
          try add(part + (number < odd ? 1 : 0), of: measure, to: other, day)
        }
      case .toNextEntrant: waiting[measure] = try sum(waiting[measure] ?? 0, quantity)
      // Where nobody is left to take them over, the collective holds them.
      default:
        var holding = collective[measure] ?? Timeline([Self.beginning: 0])
        let held = try sum(holding.latest ?? 0, quantity)
        holding.change(from: day) { $0 = held }
        collective[measure] = holding
      }
      set(measure, to: 0, for: position, day)
    }
  }

  private mutating func takeWaiting(_ position: Int, _ day: Day) throws(BenefitError) {
    for (measure, quantity) in waiting.sorted(by: { $0.key.precedes($1.key) }) where quantity > 0 {
      try add(quantity, of: measure, to: position, day)
    }
    waiting = [:]
  }

  /// Adds to what a household has of a measure.
  private mutating func add(
    _ thousandths: Int64,
    of measure: Measure,
    to position: Int,
    _ day: Day
  ) throws(BenefitError) {
    set(measure, to: try sum(quantity(measure, of: position), thousandths), for: position, day)
  }

  private func sum(_ a: Int64, _ b: Int64) throws(BenefitError) -> Int64 {
    let (sum, overflowed) = a.addingReportingOverflow(b)
    guard !overflowed else { throw Roster.tooLarge }
    return sum
  }
}

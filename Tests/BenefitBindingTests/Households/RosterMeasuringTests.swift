import BenefitBinding
import TestSupport
import Testing

/// A village kept day by day in plain dictionaries, beside which a roster's registers are held.
private struct Village {
  var shares: [String: Int64]
  var persons: [String: Int]
  var members: Set<String> = []
  var entered: Set<String> = []
  var waiting: Int64 = 0
  let freed: Roster.FreedShares
  let households: [Household]
  var events: [Roster.Event] = []
  /// What each member had at the end of each day, in thousandths, and its persons.
  var days: [[String: (shares: Int64, persons: Int)]] = []

  static let period = Period(from: "2015-02-20", until: "2015-04-11")

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rules: [Roster.FreedShares] = [.lapse, .toTheRest, .toNextEntrant, .toCollective]
    freed = rules[Int(seed % 4)]
    households = ["D", "A", "C", "B", "E"].map { id in
      Household(
        id,
        gaqa: "Xini",
        persons: .random(in: 1...5, using: &random),
        measures: Bool.random(using: &random)
          ? [.shares: Quantity(thousandths: .random(in: 0...9_999, using: &random), .share)] : [:]
      )
    }
    shares = Dictionary(
      uniqueKeysWithValues: households.map { ($0.id, $0.measures[.shares]?.thousandths ?? 0) }
    )
    persons = Dictionary(uniqueKeysWithValues: households.map { ($0.id, $0.persons) })
    // It begins and ends outside of the period.
    for day in -20..<70 {
      let day = Self.period.start + day
      for _ in 0..<2 where Int.random(in: 0..<6, using: &random) == 0 { change(day, &random) }
      if Self.period.contains(day) {
        days.append(
          Dictionary(
            uniqueKeysWithValues: members.map { ($0, (shares[$0] ?? 0, persons[$0] ?? 0)) }
          )
        )
      }
    }
  }

  private mutating func change(_ day: Day, _ random: inout SplitMix64) {
    let id = households[Int.random(in: 0..<households.count, using: &random)].id
    func record(_ change: Roster.Event.Change) -> Roster.Event {
      Roster.Event(of: id, on: day, change, because: "seed")
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let number = Int.random(in: 1...7, using: &random)
      persons[id] = number
      events.append(record(.persons(number)))
    case 1:
      let quantity = Int64.random(in: 0...9_999, using: &random)
      shares[id] = quantity
      events.append(record(.measure(.shares, Quantity(thousandths: quantity, .share))))
    case _ where members.contains(id):
      members.remove(id)
      events.append(record(.exit))
      let left = shares[id] ?? 0
      switch freed {
      case .lapse: return
      case .toTheRest:
        let rest = members.sorted()
        for (position, other) in rest.enumerated() {
          let odd = Int64(position) < left % Int64(rest.count) ? 1 : 0
          shares[other, default: 0] += left / Int64(rest.count) + Int64(odd)
        }
      case .toNextEntrant: waiting += left
      case .toCollective: break
      }
      shares[id] = 0
    default:
      events.append(record(entered.contains(id) ? .relapse : .entry))
      entered.insert(id)
      members.insert(id)
      shares[id, default: 0] += waiting
      waiting = 0
    }
  }
}

/// What a measure means over a period in which households come and go.
struct RosterMeasuringTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func `A measure over a period is never more than there was of it`(seed: UInt64) throws {
    let village = Village(seed: seed)
    let roster = try Roster(
      households: village.households,
      events: village.events,
      freed: [.shares: village.freed]
    )
    let count = Int64(village.days.count)
    for measuring in Roster.Measuring.allCases {
      let register = try roster.register(for: Village.period, measuring: measuring)
      #expect(Set(register.map(\.id)) == Set(village.days.flatMap(\.keys)))
      var sums: [Measure: Int64] = [:]
      for household in register {
        let held = village.days.map { $0[household.id] ?? (0, 0) }
        let isMember = village.days.map { $0[household.id] == nil ? 0 : 1 as Int64 }
        for (measure, each) in [
          (Measure.shares, held.map(\.shares)),
          (.personsCounted, held.map { Int64($0.persons) * 1_000 }),
          (.householdsCounted, isMember.map { $0 * 1_000 }),
        ] {
          let expected =
            switch measuring {
            case .atEnd: each[each.count - 1]
            case .atStart: each[0]
            case .byDays: each.reduce(0, +) / count
            }
          #expect(
            household.measures[measure]?.thousandths == expected,
            "\(measure) \(household.id)"
          )
          sums[measure, default: 0] += expected
        }
        #expect(
          household.measures[.days(of: .shares)]?.thousandths == held.reduce(0) { $0 + $1.shares }
        )
        #expect(
          household.measures[.personDays]?.thousandths
            == held.reduce(0) { $0 + Int64($1.persons) * 1_000 }
        )
        #expect(household.measures[.memberDays] == Quantity(isMember.reduce(0, +), .day))
      }
      let most = village.days.map { $0.values.reduce(0) { $0 + $1.shares } }.max() ?? 0
      #expect(sums[.shares, default: 0] <= most)
      #expect(
        sums[.householdsCounted, default: 0] <= 1_000 * (village.days.map(\.count).max() ?? 0)
      )
    }
  }

  /// One share changes hands on 1 July: it waits for the next that enters, or each has it in its own list.
  private static func rosters() throws -> [Roster] {
    try [[.shares: .toNextEntrant], [:]].map { (freed: [Measure: Roster.FreedShares]) in
      try Roster(
        households: [
          Household("A", gaqa: "Xini", persons: 3, measures: [.shares: "1 share"]),
          Household(
            "B",
            gaqa: "Xini",
            persons: 2,
            measures: freed.isEmpty ? [.shares: "1 share"] : [:]
          ),
        ],
        events: [
          .init(of: "A", on: "2015-01-01", .entry, because: "poor"),
          .init(of: "A", on: "2015-07-01", .exit, because: "moved"),
          .init(of: "B", on: "2015-07-01", .entry, because: "takes its place"),
        ],
        freed: freed
      )
    }
  }

  @Test(arguments: [
    (Roster.Measuring.atEnd, ["0.00", "720.00"], ["0.00", "500.00"], ["0.00", "200.00"]),
    (.atStart, ["720.00", "0.00"], ["500.00", "0.00"], ["300.00", "0.00"]),
    // 181 and 184 of 365 days, to the thousandth below.
    (.byDays, ["356.40", "362.88"], ["247.50", "252.00"], ["148.70", "100.80"]),
  ])
  func `A share that changes hands is paid once`(
    measuring: Roster.Measuring,
    shares: [Money],
    households: [Money],
    persons: [Money]
  ) throws {
    let terms = Terms(name: "s") {
      Payment("coupon", each: .each(.yuan(720), per: .measure(.shares)), as: .property)
      Payment(
        "grant",
        each: .each(.yuan(500), per: .measure(.householdsCounted)),
        as: .transfer
      )
      Payment(
        "allowance",
        each: .each(.yuan(100), per: .measure(.personsCounted)),
        as: .transfer
      )
    }
    for roster in try Self.rosters() {
      let register = try roster.register(for: .year(2015), measuring: measuring)
      let lines = try terms.settle(Season(2015), for: register).lines
      #expect(lines.map(Array.init) == [shares, households, persons])
      let total = shares.reduce(.zero, +)
      #expect(total == .yuan(720) || measuring == .byDays && total < .yuan(720))
      if measuring == .atEnd { #expect(try roster.register(for: .year(2015)) == register) }
    }
  }

  @Test func `A stake by shares is not diluted by one that left`() throws {
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(1_000)) { Tier(.rest, by: .measure(.shares), as: .property) }
    }
    for roster in try Self.rosters() {
      let settlement = try terms.settle(Season(2015), for: roster.register(for: .year(2015)))
      #expect(Array(settlement.lines[0]) == [.zero, .yuan(1_000)])
    }
  }

  @Test func `A measure of which nobody has any stays stated`() throws {
    let zero = Household("A", gaqa: "G", persons: 1, measures: [.shares: "0 shares"])
    let register = try Register([zero, Household("B", gaqa: "G", persons: 1)])
    #expect(Array(register).allSatisfy { $0.measures == [.shares: "0 shares"] })
    #expect(try Register(Array(register)) == register)
    #expect(try Register(register.dropFirst()).measures == [.shares])
    #expect(try roundTripped(register) == register)

    // A roster's register has all its measures, whoever is there.
    let left = try Roster(
      households: [Household("A", gaqa: "G", persons: 1, measures: [.shares: "2 shares"])],
      events: [
        .init(of: "A", on: "2015-01-01", .entry, because: "poor"),
        .init(of: "A", on: "2015-07-01", .exit, because: "moved"),
        .init(of: "A", on: "2016-02-01", .relapse, because: "poor again"),
        .init(of: "A", on: "2016-03-01", .status(.exited), because: "above the line"),
      ]
    )
    let years = try (2014...2016).map { try left.register(for: .year($0)) }
    #expect(years.map(\.count) == [0, 1, 1])
    #expect(years[0].measures.count == 8 && Set(years.map(\.measures)).count == 1)
    #expect(years[1][0].measures[.shares] == "0 shares")
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(90)) {
        Tier(.percentOfPot(50), by: .measure(.shares), as: .property)
        Tier(.rest, by: .measure(.days(as: .exited)), as: .property)
      }
    }
    for register in years[...1] {
      #expect(try terms.settle(Season(2015), for: register).gross == .zero)
    }
    #expect(try terms.settle(Season(2016), for: years[2]).gross == .yuan(90))
  }

  private func refusal(
    _ measures: [Measure: Quantity],
    _ events: [Roster.Event] = [],
    freed: [Measure: Roster.FreedShares] = [:]
  ) -> BenefitError? {
    #expect(throws: BenefitError.self) {
      try Roster(
        households: [Household("A", gaqa: "G", persons: 1, measures: measures)],
        events: events,
        freed: freed
      )
    }
  }

  @Test func `A name that a roster makes up is taken`() throws {
    let advice =
      "the roster's registers work it out themselves. Leave it out, or give it another name."
    #expect(
      refusal([.memberDays: "12 days"])?.description
        == "Household \"A\", measure \"member days\": \(advice)"
    )
    let taken = BenefitError.Place("measure", "member days")
    let inHours = Measure("member days", in: Quantity.Unit("hour"))
    #expect(refusal([inHours: Quantity(1, inHours.unit)])?.places.last == taken)
    let shareDays = Measure.days(of: .shares)
    #expect(
      refusal([.shares: "1 share", shareDays: Quantity(3, shareDays.unit)])?.places.last
        == .init("measure", shareDays.name)
    )
    let status = Measure.days(as: .belowNationalLine)
    #expect(refusal([status: "1 day"])?.code == .duplicate)
    let event = Roster.Event(
      of: "A",
      on: "2015-01-01",
      .measure(.personsCounted, "1 person"),
      because: "a slip"
    )
    #expect(
      refusal([:], [event])?.description
        == "Household \"A\", 2015-01-01, measure \"persons counted\": \(advice)"
    )
    #expect(
      refusal([:], freed: [.personDays: .lapse])?.description
        == "The roster, measure \"person days\": \(advice)"
    )
    // A register made from a roster is no list of households for another.
    let members = try Self.rosters()[0].register(for: .year(2015))
    #expect(throws: BenefitError.self) { try Roster(households: Array(members), events: []) }
    // Without shares their days are free to be named.
    #expect(
      throws: Never.self
    ) {
      try Roster(
        households: [
          Household("A", gaqa: "G", persons: 1, measures: [shareDays: Quantity(3, shareDays.unit)])
        ],
        events: []
      )
    }
  }
}

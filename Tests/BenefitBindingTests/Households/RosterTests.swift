import BenefitBinding
import TestSupport
import Testing

/// Membership that changes within a period.
struct RosterTests {
  private static func household(_ id: String, shares: Int64, persons: Int = 1) -> Household {
    Household(id, gaqa: "Xini", persons: persons, measures: [.shares: Quantity(shares, .share)])
  }

  /// 50,000.00 yuan declared for 2015-01-01 to 2016-04-01 over shares that came in one after another.
  @Test func `Share-days share a dividend to the fen`() throws {
    let entries: [(String, Int64, Day)] = [
      ("A", 100, "2015-01-01"), ("B", 200, "2015-04-01"), ("C", 300, "2015-10-01"),
      ("D", 100, "2015-12-01"), ("E", 500, "2016-03-01"),
    ]
    let roster = try Roster(
      households: entries.map { Self.household($0.0, shares: $0.1) },
      events: entries.map { .init(of: $0.0, on: $0.2, .entry, because: "bought shares") }
    )
    let register = try roster.register(for: Period(from: "2015-01-01", until: "2016-04-01"))
    let days = register.map { $0.measures[.days(of: .shares)]?.thousandths ?? 0 }
    #expect(days == [45_600, 73_200, 54_900, 12_200, 15_500].map { $0 * 1_000 })

    let terms = Terms(name: "s") {
      Distribution(of: .yuan(50_000)) {
        Tier(.rest, by: .measure(.days(of: .shares)), as: .property)
      }
    }
    let settlement = try terms.settle(Season("2015-2016"), for: register)
    let dividend = try settlement.line("dividend")
    #expect(
      Array(dividend) == ["11,320.76", "18,172.79", "13,629.59", "3,028.80", "3,848.06"]
    )
  }

  /// Any cut of a year into periods counts each day once.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Days of parts add up to the days of the whole`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var events: [Roster.Event] = []
    var day = Day(2015, 1, 1)
    for turn in 0..<Int.random(in: 1...9, using: &random) {
      day = day + Int.random(in: 0...150, using: &random)
      let change: Roster.Event.Change =
        turn % 2 == 1 ? .exit : turn == 0 ? .entry : .relapse
      events.append(.init(of: "A", on: day, change, because: "seed"))
      events.append(
        .init(
          of: "A",
          on: day,
          .persons(Int.random(in: 1...6, using: &random)),
          because: "seed"
        )
      )
    }
    let roster = try Roster(
      households: [Self.household("A", shares: 7)],
      events: events.shuffled(using: &random).sorted {
        events.firstIndex(of: $0) ?? 0 < events.firstIndex(of: $1) ?? 0
      }
    )
    func days(_ measure: Measure, _ period: Period) throws -> Int64 {
      try roster.register(for: period).first?.measures[measure]?.thousandths ?? 0
    }
    for measure in [Measure.memberDays, .personDays, .days(of: .shares)] {
      for year in 2015...2018 {
        let quarters = try (1...4).map { try days(measure, .quarter($0, of: year)) }
        #expect(try quarters.reduce(0, +) == days(measure, .year(year)))
      }
    }
  }

  @Test func `29 February is a day like any other`() throws {
    let roster = try Roster(
      households: [Self.household("A", shares: 1)],
      events: [
        .init(of: "A", on: "2016-02-29", .entry, because: "in"),
        .init(of: "A", on: "2016-03-01", .exit, because: "out"),
      ]
    )
    #expect(try roster.register(for: .year(2016))[0].measures[.memberDays] == "1 day")
    #expect(try roster.register(for: .year(2015)).isEmpty)
    #expect(try roster.register(for: .year(2017)).isEmpty)
  }

  @Test func `Status and persons are counted by the day`() throws {
    let roster = try Roster(
      households: [Self.household("A", shares: 1, persons: 2)],
      events: [
        .init(of: "A", on: "2016-01-01", .entry, because: "identified"),
        .init(of: "A", on: "2016-07-01", .persons(3), because: "a birth"),
        .init(of: "A", on: "2016-10-01", .status(.exited), because: "above the line"),
      ]
    )
    let household = try roster.register(for: .year(2016))[0]
    #expect(household.persons == 3 && household.status == .exited)
    #expect(
      household.measures[.personDays] == Quantity(182 * 2 + 184 * 3, Quantity.Unit("person-day"))
    )
    #expect(household.measures[.days(as: .belowNationalLine)] == "274 days")
    #expect(household.measures[.days(as: .exited)] == "92 days")
  }

  @Test func `A household may sell all its shares and stay`() throws {
    let roster = try Roster(
      households: [Self.household("A", shares: 1)],
      events: [
        .init(of: "A", on: "2015-01-01", .entry, because: "in"),
        .init(of: "A", on: "2015-07-01", .measure(.shares, "0 shares"), because: "sold"),
      ]
    )
    #expect(try roster.register(for: .year(2016))[0].measures[.shares] == "0 shares")
  }

  @Test func `Freed shares go where the terms say`() throws {
    let events: [Roster.Event] = [
      .init(of: "A", on: "2016-01-01", .entry, because: "in"),
      .init(of: "B", on: "2016-01-01", .entry, because: "in"),
      .init(of: "C", on: "2016-01-01", .entry, because: "in"),
      .init(of: "A", on: "2016-01-11", .exit, because: "out of poverty"),
      .init(of: "D", on: "2016-01-21", .entry, because: "newly poor"),
    ]
    func shareDays(_ rule: Roster.FreedShares) throws -> [Int64] {
      let roster = try Roster(
        households: ["A", "B", "C", "D"].map { Self.household($0, shares: $0 == "D" ? 0 : 10) },
        events: events,
        freed: [.shares: rule]
      )
      let period = Period(from: "2016-01-01", until: "2016-01-31")
      let fraction = try roster.collectiveFraction(of: .shares, in: period)
      #expect(fraction == (rule == .toCollective ? Ratio(200, 900) : 0))
      return try roster.register(for: period).map {
        ($0.measures[.days(of: .shares)]?.thousandths ?? 0) / 1_000
      }
    }
    #expect(try shareDays(.lapse) == [100, 300, 300, 0])
    #expect(try shareDays(.toTheRest) == [100, 400, 400, 0])
    #expect(try shareDays(.toNextEntrant) == [100, 300, 300, 100])
    #expect(try shareDays(.toCollective) == [100, 300, 300, 0])
  }

  @Test func `Odd parts of freed shares go by id, whatever the order of the list`() throws {
    let names = ["A", "B", "C"]
    func held(_ order: [String]) throws -> [Quantity?] {
      try Roster(
        households: order.map { Self.household($0, shares: $0 == "C" ? 1 : 0) },
        events: names.map { .init(of: $0, on: "2016-01-01", .entry, because: "in") }
          + [.init(of: "C", on: "2016-02-01", .measure(.shares, "0.001 shares"), because: "sold")]
          + [.init(of: "C", on: "2016-03-01", .exit, because: "out")],
        freed: [.shares: .toTheRest]
      ).register(for: Period(from: "2016-03-01", until: "2016-04-01")).map { $0.measures[.shares] }
    }
    #expect(try held(names) == ["0.001 shares", "0 shares"])
    #expect(try held(names.reversed()) == held(names))
  }

  @Test func `Preferred shares become ordinary ones when a household is above the line`() throws {
    let preferred = Measure("preferred shares", in: .share)
    func roster(_ rate: Ratio) throws -> Roster {
      try Roster(
        households: [
          Household(
            "A",
            gaqa: "G",
            persons: 1,
            measures: [preferred: "5 shares", .shares: "1 share"]
          )
        ],
        events: [
          .init(of: "A", on: "2016-01-01", .entry, because: "poor")
        ]
          + (["2016-01-11", "2016-01-21"] as [Day]).map { day in
            .init(
              of: "A",
              on: day,
              .conversion(of: preferred, into: .shares, at: rate),
              because: "above the line"
            )
          }
      )
    }
    let month = Period(from: "2016-01-01", until: "2016-01-31")
    let measures = try roster(Ratio(1, 3)).register(for: month)[0].measures
    #expect(measures[.days(of: preferred)]?.description == "50 share-days")
    // 10 days with 1 share and 20 with 1 + 1.666.
    #expect(measures[.days(of: .shares)]?.description == "63.32 share-days")
    #expect(measures[preferred] == "0 shares" && measures[.shares] == "2.666 shares")
    #expect(try roundTripped(roster(.whole)) == roster(.whole))

    let negative = try json(roster(2)).replacing(#""at":"2""#, with: #""at":"-2""#)
    #expect(
      try decodingProblem(Roster.self, from: negative)
        == "Household \"A\", 2016-01-11: a rate of -2 is below zero."
    )

    let most = Ratio(.max)
    let refusal = #expect(throws: BenefitError.self) { try roster(most) }
    #expect(refusal?.code == .overflow && refusal?.places.last == .day("2016-01-11"))
  }

  @Test func `A look back corrects what was paid`() throws {
    let wrong = Roster.Event(of: "B", on: "2016-01-01", .entry, because: "mistaken for poor")
    let roster = try Roster(
      households: ["A", "B"].map { Self.household($0, shares: 1) },
      events: [.init(of: "A", on: "2016-01-01", .entry, because: "poor"), wrong]
    )
    let corrected = try roster.replacing(wrong)
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(90)) { Tier(.rest, by: .person, as: .property) }
    }
    let before = try terms.settle(Season(2016), for: roster.register(for: .year(2016)))
    let after = try terms.settle(Season(2016), for: corrected.register(for: .year(2016)))
    #expect(
      try after.corrections(of: before).map { [$0.household, $0.amount.description] } == [
        ["A", "45.00"], ["B", "-45.00"],
      ]
    )
    #expect(throws: BenefitError.self) { try corrected.replacing(wrong) }
  }

  @Test(arguments: [
    (Roster.Event.Change.exit, ": it exits but is no member. Record its entry first."),
    (.relapse, ": it relapses but never entered. Record an entry instead."),
    (.persons(0), ": it would have no members. Record its exit instead."),
    (
      .measure(.shares, "1 mu"),
      ", shares: found 1 mu. Give it in the unit of the measure, share."
    ),
  ])
  func `An event that does not fit is refused`(
    change: Roster.Event.Change,
    sentence: String
  ) throws {
    let error = #expect(throws: BenefitError.self) {
      try Roster(
        households: [Self.household("A", shares: 1)],
        events: [.init(of: "A", on: "2016-02-29", change, because: "test")]
      )
    }
    #expect(error?.description == "Household \"A\", 2016-02-29\(sentence)")
  }

  @Test func `Events out of order, twice or for a stranger are refused`() throws {
    func refusal(_ events: [Roster.Event]) -> String? {
      let error = #expect(throws: BenefitError.self) {
        try Roster(households: [Self.household("A", shares: 1)], events: events)
      }
      return error?.description
    }
    #expect(
      refusal([
        .init(of: "A", on: "2016-02-01", .entry, because: "in"),
        .init(of: "A", on: "2016-01-01", .exit, because: "out"),
      ]) == "Household \"A\", 2016-01-01: it exits but is no member. Record its entry first."
    )
    #expect(
      refusal([
        .init(of: "A", on: "2016-01-01", .entry, because: "in"),
        .init(of: "A", on: "2016-02-01", .entry, because: "in"),
      ]) == "Household \"A\", 2016-02-01: it is a member already. Record its exit first."
    )
    #expect(
      refusal([.init(of: "Z", on: "2016-01-01", .entry, because: "in")])
        == "Household \"Z\", 2016-01-01: the roster does not hold it. List it among the households."
    )
  }

  @Test func `A roster comes back from a file`() throws {
    let roster = try Roster(
      households: [Self.household("A", shares: 1)],
      events: [.init(of: "A", on: "2016-01-01", .entry, because: "in")],
      freed: [.shares: .toCollective]
    )
    #expect(try roundTripped(roster) == roster)
  }

  @Test(arguments: [
    (
      Household("", gaqa: "Xini", persons: 1),
      "Household \"\", id: found nothing in row 1. Give every household an id."
    ),
    (
      Household("A", gaqa: "", persons: 1),
      "Household \"A\", gaqa: found nothing. Name the gaqa the household belongs to."
    ),
    (
      Household("A", gaqa: "Xini", persons: 1, baselineIncome: "-0.01"),
      "Household \"A\", baseline income: found -0.01. Enter zero where a year's costs were above "
        + "its receipts."
    ),
    (
      Household("A", gaqa: "Xini", persons: .max),
      "Household \"A\", persons: found 9223372036854775807. A household has at most 2147483647 "
        + "members."
    ),
  ])
  func `A household that no register takes is refused`(
    household: Household,
    sentence: String
  ) throws {
    let error = #expect(throws: BenefitError.self) {
      try Roster(households: [household], events: [])
    }
    #expect(error?.places.first == .household(household.id))
    // It is the error that a register throws.
    #expect(error == #expect(throws: BenefitError.self) { try Register([household]) })
    #expect(error?.description == sentence)
  }

  @Test func `More members than a register carries are refused`() throws {
    func roster(growingTo persons: Int) throws -> Roster {
      try Roster(
        households: [Self.household("A", shares: 1)],
        events: [.init(of: "A", on: "2016-02-29", .persons(persons), because: "a slip")]
      )
    }
    let most = Int(Int32.max)
    #expect(throws: Never.self) { try roster(growingTo: most) }
    let error = #expect(throws: BenefitError.self) { try roster(growingTo: most + 1) }
    #expect(error?.code == .outOfRange)
    #expect(
      error?.description
        == "Household \"A\", 2016-02-29, persons: found 2147483648. A household has at most "
        + "2147483647 members."
    )
  }

  /// Two households hold almost all that can be counted; what one frees does not fit the other.
  @Test(arguments: [Roster.FreedShares.toTheRest, .toNextEntrant, .toCollective])
  func `Freed shares too large to be added up are refused`(rule: Roster.FreedShares) throws {
    let most = Quantity(thousandths: .max, .share)
    let households = ["A", "B", "C"].map {
      Household($0, gaqa: "Xini", persons: 1, measures: [.shares: most])
    }
    let events: [Roster.Event] = [
      .init(of: "A", on: "2016-01-01", .entry, because: "in"),
      .init(of: "B", on: "2016-01-01", .entry, because: "in"),
      .init(of: "A", on: "2016-02-01", .exit, because: "out"),
      .init(of: "B", on: "2016-03-01", .exit, because: "out"),
      .init(of: "C", on: "2016-04-01", .entry, because: "in"),
    ]
    let error = #expect(throws: BenefitError.self) {
      try Roster(households: households, events: events, freed: [.shares: rule])
    }
    #expect(error?.code == .overflow)
    #expect(
      error?.description.hasSuffix("is more than can be kept exactly.") == true
    )
  }
}

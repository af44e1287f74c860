import BenefitBinding
import TestSupport
import Testing

/// Facts of single households are kept by id, whatever order anything comes in.
struct HouseholdFactTests {
  private static let wages = Terms(name: "wages") {
    Payment("wage", each: .fact(.monthlyWage), as: .wage)
  }

  /// A register of gaqas and ids whose order as text is not the one that they are numbered in.
  private func register(
    _ numbers: some Sequence<Int>,
    isOneGaqa: Bool = false
  ) throws -> Register {
    try Register(
      numbers.map { number in
        Household("H-\(number)", gaqa: isOneGaqa ? "A" : ["C", "A", "B"][number % 3], persons: 1)
      }
    )
  }

  // MARK: - Laws

  /// Every way of stating it gives each household its own, before and after a file.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `Every household is paid what is stated under its id`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let numbers = (1...30).filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
    let register = try register(numbers, isOneGaqa: .random(using: &random))
    func wage(_ id: Household.ID) -> Money { Money(fen: Int64(id.dropFirst(2)) ?? 0) }

    var season = Season(2016)
    switch seed % 3 {
    case 0: season.facts.set(.monthlyWage, for: register) { wage($0.id) }
    case 1:
      for number in numbers { season[.monthlyWage, household: "H-\(number)"] = wage("H-\(number)") }
    default:
      season.facts.set(.monthlyWage, byHousehold: register.byID(register.map { wage($0.id) }))
    }
    var other = Season(2016)
    other.facts.set(.monthlyWage, for: register) { wage($0.id) }
    #expect(season == other)

    let settlement = try Self.wages.settle(roundTripped(season), for: register)
    let line = try settlement.line("wage")
    for row in register.indices {
      #expect(line[row] == wage(register[row].id))
      #expect(season[.monthlyWage, household: register[row].id] == line[row])
    }
    #expect(season[.monthlyWage, household: "H-31"] == nil)
    #expect(try roundTripped(settlement) == settlement)
  }

  /// One household leaves and another joins between the seasons: nobody is given another's mean.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `A mean is of each household's own past`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let before = try register((1...20).filter { _ in Int.random(in: 0...4, using: &random) > 0 })
    let now = try register((1...20).filter { _ in Int.random(in: 0...4, using: &random) > 0 })
    let terms = Terms(name: "wages", members: .gaqa("A", "B")) {
      Payment("wage", each: .mean(of: .fact(.monthlyWage), seasons: 2), as: .wage)
    }
    var past = Season(2015)
    past.facts.set(.monthlyWage, for: before) { _ in
      Money(fen: 2 * .random(in: 0...999, using: &random))
    }
    var season = Season(2016, after: [past])
    season.facts.set(.monthlyWage, for: now) { _ in
      Money(fen: 2 * .random(in: 0...999, using: &random))
    }
    let members = now.filter { $0.gaqa != "C" }
    if let newcomer = members.first(where: { before[id: $0.id] == nil }) {
      let text = terms.refusal(season, now)
      #expect(text.contains("season 2015 does not state it there"), "\(text)")
      #expect(text.contains("household \"H-"), "\(text) \(newcomer.id)")
      for member in members where before[id: member.id] == nil {
        past[.monthlyWage, household: member.id] = .zero
      }
      season = Season(2016, after: [past]) { [facts = season.facts] in $0.facts = facts }
    }
    let settlement = try terms.settle(season, for: now)
    let line = try settlement.line("wage")
    for (row, household) in now.enumerated() {
      let years = [past, season].map { $0[.monthlyWage, household: household.id] ?? .zero }
      let mean = years.reduce(.zero, +).mean(over: 2)
      #expect(line[row] == (household.gaqa == "C" ? .zero : mean))
    }
  }

  @Test func `The order of the input is no order of the facts`() throws {
    let register = try register([1, 2, 10, 11], isOneGaqa: true)
    #expect(register.map(\.id) == ["H-1", "H-10", "H-11", "H-2"])
    let season = Season(2016) {
      $0.facts.set(
        .monthlyWage,
        byHousehold: ["H-1": .yuan(1), "H-2": .yuan(2), "H-10": .yuan(10), "H-11": .yuan(11)]
      )
    }
    let settlement = try Self.wages.settle(season, for: register)
    #expect(Array(try settlement.line("wage")) == [.yuan(1), .yuan(10), .yuan(11), .yuan(2)])
  }

  // MARK: - Stating

  @Test func `A value for one household can be taken back, and replaces what was given otherwise`()
  {
    var facts = Facts()
    facts[.monthlyWage, household: "B"] = .yuan(2)
    facts[.monthlyWage, household: "A"] = .yuan(1)
    facts[.monthlyWage, household: "C"] = .yuan(3)
    facts[.monthlyWage, household: "A"] = .yuan(4)
    facts[.monthlyWage, household: "B"] = nil
    facts[.monthlyWage, household: "Z"] = nil
    var expected = Facts()
    expected.set(.monthlyWage, byHousehold: ["C": .yuan(3), "A": .yuan(4)])
    #expect(facts == expected)
    #expect(facts[.monthlyWage] == nil && facts[.monthlyWage, gaqa: "A"] == nil)

    facts[.monthlyWage] = .yuan(9)
    facts[.monthlyWage, household: "A"] = nil
    #expect(facts[.monthlyWage] == .yuan(9))
    facts[.monthlyWage, household: "A"] = .zero
    #expect(facts[.monthlyWage] == nil && facts[.monthlyWage, household: "A"] == .zero)
  }

  @Test func `Quantities by household stand in for the register's column`() throws {
    let register = try likeHouseholds(2, measures: [.eggsDelivered: "30 eggs"])
    var season = Season(2016)
    season[.eggsDelivered, household: "H-1000"] = "7 eggs"
    season[.eggsDelivered, household: "H-1001"] = "0.5 eggs"
    #expect(season[.eggsDelivered, household: "H-1001"] == "0.5 eggs")
    let settlement = try Terms(name: "eggs") {
      Purchase("eggs", of: .measure(.eggsDelivered), at: .yuan(1))
    }.settle(season, for: register)
    #expect(Array(try settlement.line("eggs")) == [.yuan(7), "0.50"])
  }

  @Test func `A household that is no member needs no value`() throws {
    let register = try register(1...6)
    let terms = Terms(name: "wages", members: .gaqa("A")) {
      Payment("wage", each: .fact(.monthlyWage), as: .wage)
    }
    var season = Season(2016)
    for household in register.households(in: "A") {
      season[.monthlyWage, household: household.id] = .yuan(1)
    }
    #expect(try terms.settle(season, for: register).gross == .yuan(2))
    // Who is a member cannot be told where it depends on a value that is missing.
    let paid = Terms(name: "wages", members: .atLeast(.fact(.monthlyWage), .yuan(1))) {}
    #expect(
      paid.refusal(season, register).contains("household \"H-2\": season 2016 does not state")
    )
  }

  @Test func `A file says which household a value is of, once`() throws {
    var facts = Facts()
    facts[.monthlyWage, household: "H-2"] = "2.00"
    facts[.monthlyWage, household: "H-1"] = "1.00"
    let text = try json(facts)
    #expect(text.contains(#""households":[{"key":"H-1","value":"1.00"},{"key":"H-2","#), "\(text)")
    let twice = text.split(separator: "H-2").joined(separator: "H-1")
    #expect(try decodingProblem(Facts.self, from: twice) == "A name stands in the list twice.")
  }
}

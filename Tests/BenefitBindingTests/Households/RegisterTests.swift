import BenefitBinding
import TestSupport
import Testing

struct RegisterTests {
  private static let gaqas = ["Nalinxili", "Баянтохой", "乌审召", "é", "a"]

  /// Households whose gaqas interleave, so that the order of ids is not that of rows.
  private static func households(_ count: Int, seed: UInt64) -> [Household] {
    var random = SplitMix64(seed: seed)
    let statuses: [Status] = [.belowNationalLine, .exited, .atRisk, Status("边缘户")]
    return (0..<count).map { number in
      var measures: [Measure: Quantity] = [:]
      if Bool.random(using: &random) {
        measures[.landArea] = Quantity(thousandths: .random(in: 1...9_999, using: &random), .mu)
      }
      if number.isMultiple(of: 3) { measures[.shares] = Quantity(Int64(number + 1), .share) }
      return Household(
        "H-\(number)",
        gaqa: gaqas[Int.random(in: 0..<gaqas.count, using: &random)],
        persons: Int.random(in: 1...9, using: &random),
        status: statuses[Int.random(in: 0..<4, using: &random)],
        baselineIncome: Money(fen: .random(in: 0...2_000_000, using: &random)),
        measures: measures
      )
    }
  }

  /// The same with zero for every measure that only others name, as a register has them.
  private static func filled(_ households: [Household]) -> [Household] {
    let measures = Set(households.flatMap(\.measures.keys))
    return households.map { household in
      var household = household
      for measure in measures where household.measures[measure] == nil {
        household.measures[measure] = Quantity(0, measure.unit)
      }
      return household
    }
  }

  @Test(arguments: [0, 1, 2, 7, 200])
  func `The order of the input changes nothing`(_ count: Int) throws {
    var random = SplitMix64(seed: 1)
    let households = Self.households(count, seed: UInt64(count))
    let register = try Register(households)
    for _ in 0..<5 {
      let shuffled = try Register(households.shuffled(using: &random))
      #expect(shuffled == register)
      #expect(shuffled.hashValue == register.hashValue)
      #expect(try json(shuffled) == json(register))
    }
    #expect(try Register(register) == register)
  }

  @Test func `Rows stand in the order of gaqa and then of id`() throws {
    let households = Self.households(200, seed: 3)
    let register = try Register(households)
    let expected = Self.filled(households).sorted { ($0.gaqa, $0.id) < ($1.gaqa, $1.id) }
    #expect(Array(register) == expected)
    #expect(register.gaqas == Set(households.map(\.gaqa)).sorted())
    #expect(register.personCount == Int64(households.reduce(0) { $0 + $1.persons }))
    #expect(register.measures == [.landArea, .shares])
  }

  @Test(arguments: [1, 2, 3, 50, 51])
  func `Every household is found by its id and no other is`(_ count: Int) throws {
    let households = Self.households(count, seed: 4)
    let register = try Register(households)
    for household in Self.filled(households) {
      #expect(register[id: household.id] == household)
      let row = try #require(register.row(of: household.id))
      #expect(register[row] == household)
    }
    for id in ["", "H", "H-", "H-999", "H-0 ", "h-0", "\u{10FFFF}"] {
      #expect(register[id: id] == nil && register.row(of: id) == nil)
    }
  }

  @Test func `A gaqa is a slice of the rows`() throws {
    let households = Self.households(100, seed: 5)
    let register = try Register(households)
    var next = register.startIndex
    for gaqa in register.gaqas {
      let slice = register.households(in: gaqa)
      #expect(slice.startIndex == next && !slice.isEmpty)
      #expect(slice.allSatisfy { $0.gaqa == gaqa })
      next = slice.endIndex
    }
    #expect(next == register.endIndex)
    for unknown in ["", "A", "Nalin", "zz", "乌审"] {
      #expect(register.households(in: unknown).isEmpty)
    }
  }

  @Test func `A register without households is one`() throws {
    let register = try Register([Household]())
    #expect(register.isEmpty && register.gaqas.isEmpty && register.measures.isEmpty)
    #expect(register.personCount == 0)
    #expect(register[id: "H-0"] == nil && register.households(in: "a").isEmpty)
    #expect(try roundTripped(register) == register)
  }

  @Test func `Names in any script, however composed, name one thing`() throws {
    let register = try Register([
      Household("乌云-1", gaqa: "Caf\u{E9}", persons: 1),
      Household("Сарнай", gaqa: "Cafe\u{301}", persons: 2),
      Household("ᠰᠠᠷᠠ", gaqa: "Cafe\u{301}", persons: 3),
    ])
    #expect(register.gaqas.count == 1)
    #expect(register.households(in: "Cafe\u{301}").count == 3)
    #expect(register[id: "Сарнай"]?.persons == 2 && register[id: "ᠰᠠᠷᠠ"]?.persons == 3)
    #expect(try roundTripped(register) == register)
  }

  @Test func `A measure that a household does not name is none for it`() throws {
    let register = try Register([
      Household("a", gaqa: "g", persons: 1, measures: [.landArea: "0.125 mu"]),
      Household("b", gaqa: "g", persons: 1),
      Household("c", gaqa: "g", persons: 1, measures: [.landArea: "9223372036854775.807 mu"]),
    ])
    #expect(register[0].measures == [.landArea: "0.125 mu"])
    #expect(register[1].measures == [.landArea: "0 mu"])
    #expect(register[2].measures == [.landArea: Quantity(thousandths: .max, .mu)])
  }

  @Test(arguments: [1, 2, 5, 8, 10, 40, 100, 125, 200, 250, 500, 1_000] as [Int64])
  func `Fractions of a unit are kept at any fineness`(_ step: Int64) throws {
    let households = (0..<10).map { number in
      Household(
        "\(number)",
        gaqa: "g",
        persons: 1,
        measures: [.landArea: Quantity(thousandths: step * Int64(number + 1), .mu)]
      )
    }
    #expect(try Array(Register(households)) == households)
  }

  @Test func `Rows and columns make the same register`() throws {
    let households = Self.households(30, seed: 6)
    let columns = try Register(
      ids: households.map(\.id),
      gaqas: households.map(\.gaqa),
      persons: households.map(\.persons),
      statuses: households.map(\.status),
      baselineIncomes: households.map(\.baselineIncome),
      measures: [
        .landArea: households.map { $0.measures[.landArea] ?? "0 mu" },
        .shares: households.map { $0.measures[.shares] ?? "0 shares" },
      ]
    )
    #expect(try columns == Register(households))
    let whole = try Register(
      ids: households.map(\.id),
      gaqas: households.map(\.gaqa),
      persons: households.map(\.persons),
      statuses: households.map(\.status),
      baselineIncomes: households.map(\.baselineIncome),
      measures: [.landArea: households.map { $0.measures[.landArea] ?? "0 mu" }],
      counts: [.shares: households.map { ($0.measures[.shares]?.thousandths ?? 0) / 1_000 }]
    )
    #expect(whole == columns)
    let plain = try Register(ids: ["b", "a"], gaqas: ["g", "g"], persons: [1, 2])
    #expect(plain.map(\.status) == [.belowNationalLine, .belowNationalLine])
    #expect(plain.map(\.baselineIncome) == [.zero, .zero] && plain.map(\.persons) == [2, 1])
  }

  @Test func `Two measures of one name are told apart by their unit`() throws {
    let byArea = Measure("harvest", in: .mu)
    let units = (0..<8).map { Quantity.Unit("unit \($0)") }
    let measures = units.map { Measure("harvest", in: $0) } + [byArea]
    func register(_ measures: [Measure]) throws -> Register {
      var quantities: [Measure: Quantity] = [:]
      for measure in measures { quantities[measure] = Quantity(1, measure.unit) }
      return try Register([Household("a", gaqa: "g", persons: 1, measures: quantities)])
    }
    var random = SplitMix64(seed: 8)
    let sorted = try register(measures)
    #expect(sorted.measures == [byArea] + units.map { Measure("harvest", in: $0) })
    for _ in 0..<5 {
      let shuffled = try register(measures.shuffled(using: &random))
      #expect(shuffled.measures == sorted.measures)
      #expect(try json(shuffled) == json(sorted))
      #expect(try json(Array(shuffled)) == json(Array(sorted)))
    }
  }

  @Test func `A household keeps its wire form`() throws {
    let household = Household(
      "NLX-07",
      gaqa: "Nalinxili",
      persons: 4,
      measures: [.shares: "53 shares"]
    )
    #expect(
      try json(household)
        == #"{"baselineIncome":"0.00","gaqa":"Nalinxili","id":"NLX-07","measures":["#
        + #"{"key":{"name":"shares","unit":"share"},"value":"53 shares"}],"persons":4,"#
        + #""status":"below the national poverty line"}"#
    )
    for household in Self.households(50, seed: 9) {
      #expect(try roundTripped(household) == household)
    }
  }
}

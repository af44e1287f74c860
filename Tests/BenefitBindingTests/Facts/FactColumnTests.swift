import BenefitBinding
import TestSupport
import Testing

/// Facts by gaqa and by household, in whatever order and form they are given.
struct FactColumnTests {
  private static let names = (0..<300).map { "\($0 * 7_919 % 300)" }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `The order in which values are set changes no fact and no byte`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var values: [String: Money] = [:]
    var (byGaqa, byHousehold) = (Facts(), Facts())
    for _ in 0..<900 {
      let name = Self.names.randomElement(using: &random) ?? ""
      let isTaken = Int.random(in: 0..<4, using: &random) == 0
      let value = isTaken ? nil : Money(fen: .random(in: 0...9, using: &random))
      values[name] = value
      byGaqa[.profit, gaqa: name] = value
      byHousehold[.profit, household: name] = value
    }
    for name in Self.names {
      #expect(byGaqa[.profit, gaqa: name] == values[name])
      #expect(byHousehold[.profit, household: name] == values[name])
    }
    var (ascending, atOnce, columns) = (Facts(), Facts(), Facts())
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      ascending[.profit, gaqa: name] = value
    }
    atOnce.set(.profit, byHousehold: values)
    let entries = values.shuffled(using: &random)
    try columns.set(.profit, byHousehold: entries.map(\.key), entries.map(\.value))
    #expect(byGaqa == ascending && byGaqa.hashValue == ascending.hashValue)
    #expect(byHousehold == atOnce && byHousehold.hashValue == atOnce.hashValue)
    #expect(columns == atOnce)
    #expect(try json(byGaqa) == json(ascending))
    #expect(try json(byHousehold) == json(columns))
  }

  @Test func `Columns are settled as the values of each household are`() throws {
    let register = try Register(
      ["b", "a", "c", "d"].map { Household($0, gaqa: $0 < "c" ? "Y" : "X", persons: 1) }
    )
    let terms = Terms(name: "s") {
      Payment(
        "p",
        each: .fact(.monthlyWage)
          + .fraction(.fact(.interestRate), of: .each("1.00", per: .measure(.shares))),
        as: .wage
      )
    }
    let (wages, rates): ([Money], [Ratio]) = (["1.00", "2.00", "3.00", "4.00"], ["1/2", 1, 0, 2])
    let shares = [2, 4, 6, 8].map { Quantity($0, .share) }
    let ids = ["d", "b", "a", "c"]
    var (columns, single) = (Season("1"), Season("1"))
    try columns.set(.monthlyWage, byHousehold: ids, wages)
    try columns.set(.interestRate, byHousehold: ids, rates)
    try columns.set(.shares, byHousehold: ids, shares)
    for (row, id) in ids.enumerated() {
      single[.monthlyWage, household: id] = wages[row]
      single[.interestRate, household: id] = rates[row]
      single[.shares, household: id] = shares[row]
    }
    let settlement = try terms.settle(columns, for: register)
    #expect(settlement == (try terms.settle(single, for: register)))
    // Gaqa X before Y: c, d, a, b.
    #expect(Array(try settlement.line("p")) == ["20.00", "2.00", "3.00", "6.00"])
  }

  @Test func `A column that does not fit its ids is refused`() {
    var facts = Facts()
    let short = #expect(throws: BenefitError.self) {
      try facts.set(.monthlyWage, byHousehold: ["1", "2"], [.zero])
    }
    #expect(
      short?.description
        == "Fact \"monthly wage\": found 1 values. Give it one value for each of the 2 households."
    )
    let twice = #expect(throws: BenefitError.self) {
      try facts.set(.interestRate, byHousehold: ["2", "1", "2"], ["1%", "2%", "3%"])
    }
    #expect(
      twice?.description
        == "Fact \"interest rate\", household \"2\": two households carry this id. Give each an id of its own."
    )
    #expect(facts == Facts())
  }
}

import BenefitBinding
import TestSupport
import Testing

extension Measure {
  fileprivate static let fodder = Measure("fodder", in: .tonne)
}

/// What each formula comes to for a household.
struct FormulaTests {
  private static let season = Season(2016) {
    $0[.commonReturn] = "10.01"
    $0[.returnRate] = "1/3"
    $0[.marketPrice, gaqa: "A"] = "1.50"
    $0[.marketPrice, gaqa: "B"] = "0.50"
  }

  private static let households = [
    Household(
      "A-1",
      gaqa: "A",
      persons: 3,
      status: .belowNationalLine,
      baselineIncome: "9,000.00",
      measures: [.fodder: "1.2 t", .landArea: "5 mu"]
    ),
    Household(
      "A-2",
      gaqa: "A",
      persons: 1,
      status: .belowMunicipalAllowance,
      baselineIncome: "2,999.99",
      measures: [.fodder: "0.1 t", .landArea: "4.999 mu"]
    ),
    Household(
      "B-1",
      gaqa: "B",
      persons: 2,
      status: .exited,
      baselineIncome: "7,000.00",
      measures: [.fodder: "0 t", .landArea: "0 mu"]
    ),
  ]

  private func each(
    _ amount: Amount,
    where condition: Condition = .always,
    rounded rounding: Rounding = .halfUp(to: .fen),
    as flow: Flow = .transfer
  ) throws -> [Money] {
    let terms = Terms(name: "s") {
      Payment("p", each: amount, where: condition, rounded: rounding, as: flow)
    }
    let settlement = try terms.settle(Self.season, for: Register(Self.households))
    let line = try settlement.line("p")
    return (0..<3).map { line[$0] }
  }

  private func share(_ pot: Money, by key: Key) throws -> [Money] {
    let terms = Terms(name: "s") {
      Distribution(of: .fixed(pot)) { Tier(.rest, by: key, as: .property) }
    }
    let settlement = try terms.settle(Self.season, for: Register(Self.households))
    let line = try settlement.line("dividend")
    return (0..<3).map { line[$0] }
  }

  @Test func `Amounts stay exact until a clause rounds them`() throws {
    let third = Amount.fraction(.fact(.returnRate), of: .fact(.commonReturn))
    #expect(try each(third) == ["3.34", "3.34", "3.34"])
    #expect(try each(third + third + third) == ["10.01", "10.01", "10.01"])
    let rounded = third.rounded(.down(to: .jiao))
    #expect(try each(rounded + rounded + rounded) == ["9.90", "9.90", "9.90"])
    #expect(try each(third, rounded: .up(to: .yuan)) == ["4.00", "4.00", "4.00"])
    #expect(try each(.zero - third, as: .holding) == ["-3.34", "-3.34", "-3.34"])
  }

  @Test(arguments: [("2", "2"), ("1/2", "50 %"), ("1/8", "12.5 %"), ("1/3", "1/3")])
  func `Rates are written in percent, where they are whole or without end as they are`(
    rate: Ratio,
    text: String
  ) throws {
    let terms = Terms(name: "s") {
      Payment("p", each: .fraction(.fixed(rate), of: .yuan(24)), as: .transfer)
    }
    let settlement = try terms.settle(Self.season, for: Register(Self.households))
    #expect(settlement.derivation("p").hasSuffix("24.00 x \(text)"))
  }

  @Test func `Greater, lesser, capped and excess take the right side`() throws {
    let income = Amount.baselineIncome
    #expect(try each(.greater(of: income, .yuan(5_000)))[1] == .yuan(5_000))
    #expect(try each(.lesser(of: income, .yuan(5_000)))[1] == "2,999.99")
    #expect(try each(income.capped(at: .yuan(7_000))) == ["7,000", "2,999.99", "7,000"])
    #expect(try each(.excess(of: income, over: .yuan(7_000))) == [.yuan(2_000), .zero, .zero])
  }

  @Test func `What is given for each gaqa reaches its households`() throws {
    #expect(
      try each(.each(.greater(of: "1.00", .fact(.marketPrice)), per: .persons))
        == ["4.50", "1.50", "2.00"]
    )
  }

  @Test func `Quantities are capped, guaranteed and counted whole`() throws {
    let fodder = QuantityFormula.measure(.fodder)
    func paid(_ quantity: QuantityFormula) throws -> [Money] {
      try each(.each(.yuan(100), per: quantity))
    }
    #expect(try paid(fodder) == ["120", "10", "0"])
    #expect(try paid(fodder.roundedUpToWholeUnits()) == ["200", "100", "0"])
    #expect(try paid(fodder.roundedUpToWholeUnits().atLeast("1 t")) == ["200", "100", "100"])
    #expect(try paid(fodder.capped(at: "1 t")) == ["100", "10", "0"])
    #expect(try paid(fodder.atLeast("0.5 t").capped(at: "0.75 t")) == ["75", "50", "50"])
    #expect(try paid(QuantityFormula.measure(.landArea) * "0.5 t") == ["250", "249.95", "0"])
    #expect(try paid(.household) == ["100", "100", "100"])
  }

  @Test func `Conditions join as and, or and not`() throws {
    func holds(_ condition: Condition) throws -> [Bool] {
      try each("1", where: condition).map { $0 == "1" }
    }
    let poor = Condition.status(.belowNationalLine, .belowMunicipalAllowance)
    let inA = Condition.gaqa("A")
    let land = Condition.atLeast(.measure(.landArea), "5 mu")
    #expect(try holds(poor) == [true, true, false])
    #expect(try holds(!poor) == [false, false, true])
    #expect(try holds(land) == [true, false, false])
    #expect(try holds(poor && !land) == [false, true, false])
    #expect(try holds(land || !inA) == [true, false, true])
    #expect(try holds(!(land || !inA)) == [false, true, false])
    #expect(try holds(.always || land) == [true, true, true])
    #expect(try holds(!.always) == [false, false, false])
    #expect(try holds(.atLeast(.baselineIncome, "2,999.99")) == [true, true, true])
    #expect(try holds(.atLeast(.baselineIncome, "3,000.00")) == [true, false, true])
    #expect((Condition.always && poor) == poor)
    #expect((poor && .always) == poor)
  }

  @Test func `One of two amounts is chosen household by household`() throws {
    #expect(
      try each(.either(.yuan(2), otherwise: .yuan(1), where: .gaqa("B", "Z"))) == ["1", "1", "2"]
    )
  }

  @Test func `Keys share by household, person, measure, income and need`() throws {
    #expect(try share(.yuan(6), by: .household) == ["2", "2", "2"])
    #expect(try share(.yuan(6), by: .person) == ["3", "1", "2"])
    #expect(try share("99.99", by: .measure(.landArea)) == ["50.00", "49.99", "0"])
    // Lacks to 3,000 a person: nothing, one fen, nothing; to 3,500: 1,500.00, 500.01, nothing.
    #expect(try share(.yuan(6), by: .need(below: .yuan(3_000))) == ["0", "6", "0"])
    #expect(try share("2,000.01", by: .need(below: .yuan(3_500))) == ["1,500", "500.01", "0"])
    #expect(
      try share("18,999.99", by: .amount(.baselineIncome, name: "income"))
        == ["9,000", "2,999.99", "7,000"]
    )
    #expect(Key.need(below: .yuan(3_000)).description == "need below 3,000.00 a person")
  }

  @Test func `A weight for each status leaves out those not named`() throws {
    let key = Key.person.weighted(by: [.belowNationalLine: 2, .belowMunicipalAllowance: "1/2"])
    #expect(try share(.yuan(13), by: key) == ["12", "1", "0"])
    #expect(key.description == "person weighted by status")
    #expect(try share(.yuan(13), by: .person.weighted(by: [:])) == ["0", "0", "0"])
  }
}

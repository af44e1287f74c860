import BenefitBinding
import TestSupport
import Testing

struct LookupTests {
  private let register: Register
  private let two: Settlement

  init() throws {
    register = try Register([Household("H-1", gaqa: "A", persons: 1)])
    let station = Terms(name: "Station") {
      Distribution("solar income", of: .yuan(100)) {
        Tier(.percentOfPot(80), by: .household, as: .wage, named: "wages")
        Tier(.rest, by: .household, as: .property, named: "shares")
      }
      Payment("rent", each: .yuan(1), as: .property)
    }
    let farm = Terms(name: "Farm") {
      Payment("rent", each: .yuan(2), as: .property)
      Distribution("surplus", of: .yuan(10)) {
        Tier(.rest, by: .household, as: .property, named: "shares")
      }
    }
    two = try Programme("both") {
      station
      farm
    }
    .settle(Season(2016), for: register)
  }

  /// What the error says where a line, or a distribution, is not found.
  private func problem(_ find: () throws(BenefitError) -> some Any) -> String {
    do {
      return "found \(try find())"
    } catch {
      return error.description
    }
  }

  @Test func `Every line is found by its full name and its scheme`() throws {
    for line in two.lines { #expect(try two.line(line.name, of: line.scheme) == line) }
    for one in two.waterfalls { #expect(try two.waterfall(one.clause, of: one.scheme) == one) }
  }

  @Test func `A tier is found by its own name where no other line has it`() throws {
    #expect(try two.line("wages").name == "solar income: wages")
    #expect(try two.line("shares", of: "Farm").total == .yuan(10))
    #expect(
      problem { () throws(BenefitError) in try two.line("shares") }
        == """
        Schemes "Station" and "Farm", line "shares": several are called so: "solar income: shares" \
        of "Station", "surplus: shares" of "Farm". Give the full name and its scheme.
        """
    )
  }

  @Test func `A line of several schemes asks for the scheme`() throws {
    #expect(try two.line("rent", of: "Farm").total == .yuan(2))
    #expect(
      problem { () throws(BenefitError) in try two.line("rent") }
        == """
        Schemes "Station" and "Farm", line "rent": several are called so: "rent" of "Station", \
        "rent" of "Farm". Give the full name and its scheme.
        """
    )
  }

  @Test func `What is not there lists what is`() {
    #expect(
      problem { () throws(BenefitError) in try two.line("dividend", of: "Farm") }
        == """
        Scheme "Farm", line "dividend": there is none. There are "rent", "surplus: shares".
        """
    )
    #expect(
      problem { () throws(BenefitError) in try two.line("rent", of: "Mill") }
        == """
        Scheme "Mill", line "rent": there is no such scheme. There are "Station", "Farm".
        """
    )
    #expect(
      problem { () throws(BenefitError) in try two.waterfall("dividend") }
        == """
        Schemes "Station" and "Farm", distribution "dividend": there is none. There are \
        "solar income" of "Station", "surplus" of "Farm".
        """
    )
  }

  @Test func `A line of two schemes is not compared with a promise of another`() throws {
    #expect(
      problem { () throws(BenefitError) in
        try two.fulfilment(of: "rent", promised: two, paid: nil)
      }
      .contains("several are called so")
    )
    let promise = try Terms(name: "Farm") { Payment("rent", each: .yuan(3), as: .property) }
      .settle(Season(2016), for: register)
    #expect(
      try two.fulfilment(of: "rent", of: "Farm", promised: promise, paid: nil).total(\.shortfall)
        == .yuan(1)
    )
    #expect(
      problem { () throws(BenefitError) in
        try two.fulfilment(of: "rent", of: "Station", promised: promise, paid: nil)
      }
      .contains("there is no such scheme. There are \"Farm\".")
    )
  }

  @Test func `A total over parts needs a part that has the line`() throws {
    var series = SettlementSeries("2016")
    #expect(
      problem { () throws(BenefitError) in try series.total(of: "rent") }
        == "Scheme \"2016\", line \"rent\": nothing has been settled yet."
    )
    let rent = Terms(name: "Farm") { Payment("rent", each: .yuan(2), as: .property) }
    try series.settle(rent, Season("first half"), for: register)
    try series.settle(Terms(name: "Farm") {}, Season("second half"), for: register)
    #expect(try series.total(of: "rent") == .yuan(2))
    #expect(
      problem { () throws(BenefitError) in try series.total(of: "rnet") }
        == "Scheme \"Farm\", line \"rnet\": there is none."
    )
  }
}

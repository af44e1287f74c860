import BenefitBinding
import TestSupport
import Testing

/// Rates that differ by household, prices finer than a fen, and how sales and wages are rounded.
struct HouseholdRateTests {
  private static var register: Register {
    get throws { try Register(["1", "2", "3"].map { Household($0, gaqa: "A", persons: 1) }) }
  }

  private static let loans = Terms(name: "loans") {
    Payment("interest", each: .fraction(.fact(.interestRate), of: .yuan(50_000)), as: .cost)
  }

  /// The bank agreed 4.35 %, 4.75 % and nothing on 50,000 yuan.
  @Test func `Each household has its own rate`() throws {
    var season = Season(2018)
    season.set(.interestRate, byHousehold: ["1": "4.35%", "2": "4.75%"])
    season[.interestRate, household: "3"] = .zero
    let settlement = try Self.loans.settle(season, for: Self.register)
    #expect(Array(settlement.lines[0]) == [.yuan(2_175), .yuan(2_375), .zero])
    #expect(season[.interestRate, household: "2"] == "4.75%" && season[.interestRate] == nil)
    for row in settlement.register.indices {
      #expect(settlement.derivation(of: settlement.lines[0], at: row).holds)
    }
    let (again, isSameBytes) = try roundTrip(settlement)
    #expect(again == settlement && isSameBytes)
  }

  @Test func `A rate that a member lacks is refused`() {
    var season = Season(2018)
    season.set(.interestRate, byHousehold: ["1": "4.35%", "3": "4.35%"])
    let error = #expect(throws: BenefitError.self) {
      try Self.loans.settle(season, for: Self.register)
    }
    #expect(error?.code == .missing && error?.description.contains("household \"2\"") == true)
  }

  /// 1,000 kilowatt-hours at a tariff of 0.3145 yuan are 314.50, which no whole fen a unit gives.
  @Test func `A price is as fine as it is agreed, and a sale is rounded as it says`() throws {
    let tariff = RateFact("feed-in tariff")
    let power = Measure("power", in: Quantity.Unit("kWh"))
    func sold(_ rounding: Rounding) throws -> Settlement {
      try Terms(name: "station") {
        Purchase("power", of: .measure(power), at: .price(tariff), rounded: rounding, as: .property)
      }.settle(
        Season(2020) {
          $0[tariff] = "0.3145"
          $0[power] = "1,001 kWh"
        },
        for: Self.register
      )
    }
    #expect(try sold(.halfUp(to: .fen)).lines[0].first == "314.81")
    let statement = try sold(.halfUp(to: .fen)).statements[0]
    #expect(statement.text(.full).contains("0.3145 = feed-in tariff in yuan"))
    #expect(!statement.text(.full).contains("%"))
    #expect(
      statement.text(.full, in: .simplifiedChinese).contains("0.3145 元 = 「feed-in tariff」（元）")
    )
    let whole = try sold(.down(to: .yuan))
    #expect(whole.lines[0].first == "314" && whole.lines[0].flow == .property)
    #expect(whole.schemes[0].contract(in: .english).joined().contains("rounded down to the yuan"))
  }

  @Test func `A post that is paid as a subsidy is no wage`() throws {
    let settlement = try Terms(name: "posts") {
      Employment(
        "forest guard",
        work: .fixed("7 months"),
        pay: .fixed("333.35"),
        rounded: .up(to: .yuan),
        as: .transfer
      )
    }.settle(Season(2020), for: Self.register)
    #expect(settlement.lines[0].flow == .transfer && settlement.lines[0].first == .yuan(2_334))
  }
}

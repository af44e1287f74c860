import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PublicGoodTests {
  /// 400,000 yuan of special funds for 10 e-commerce service stations (Dalad, 2017).
  private static let stations = PublicGood(
    name: "Service stations",
    unit: "station",
    units: 10,
    funding: [.contribution(.yuan(400_000), from: .specialFund, householdShare: .zero)]
  )

  @Test func `A station costs a tenth, and nobody's part of it is made up`() {
    #expect(Self.stations.costPerUnit == .exact(40_000, .money))
    #expect(Self.stations.costPerHousehold == .undefined(.notStated))
    #expect(Self.stations.costPerPerson.description == "undefined: it is not stated")
    var none = Self.stations
    none.units = 0
    none.reach = .init(households: 0, persons: 0)
    #expect(none.costPerUnit == .undefined(.noUnit))
    #expect(none.costPerHousehold == .undefined(.noHousehold))
    #expect(none.costPerPerson == .undefined(.noPerson))
  }

  @Test func `Households of a register are reached with their persons`() throws {
    let register = try likeHouseholds(90, gaqa: "Dalad", persons: 2)
    var stations = Self.stations
    stations.reach = .init(register.households(in: "Dalad"))
    // 400,000 / 90 and / 180, half up.
    #expect(stations.costPerHousehold == .exact(Ratio(400_000, 90), .money))
    #expect(stations.costPerPerson == .exact(Ratio(400_000, 180), .money))
    #expect(
      stations.table.rows == [
        ["in all", "", "400,000.00"], ["each station", "10", "40,000.00"],
        ["each household", "90", "4,444.44"], ["each person", "180", "2,222.22"],
      ]
    )
    #expect(Self.stations.table.rows[2][1].isEmpty)
    #expect(try roundTripped(stations) == stations)
  }

  @Test func `It stands in a programme and gives nobody anything`() throws {
    let register = try likeHouseholds(3)
    let settlement = try Programme("Dalad") { Self.stations }.settle(Season(2017), for: register)
    #expect(settlement.lines.isEmpty)
    #expect(settlement.notices.isEmpty)
    #expect(settlement.gross == .zero)
    #expect(settlement.schemes.map(\.funding.total) == [.yuan(400_000)])
    #expect(settlement.schemes.map(\.funding.stake) == [.zero])
  }
}

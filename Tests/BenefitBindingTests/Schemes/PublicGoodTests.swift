import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PublicGoodTests {
  /// 400,000 yuan of special funds for 10 e-commerce service stations (Dalad, 2017).
  private static func stations(
    _ units: Int64 = 10,
    households: Int64? = nil,
    persons: Int64? = nil
  ) -> PublicGood {
    PublicGood(
      name: "Service stations",
      unit: "station",
      units: units,
      funding: [.contribution(.yuan(400_000), from: .specialFund, householdShare: .zero)],
      households: households,
      persons: persons
    )
  }

  @Test func `A station costs a tenth, and nobody's part of it is made up`() {
    #expect(Self.stations().costPerUnit == .money(.yuan(40_000)))
    #expect(Self.stations().costPerHousehold == .undefined(.notStated))
    #expect(Self.stations().costPerPerson.description == "undefined: it is not stated")
    let none = Self.stations(0, households: 0, persons: 0)
    #expect(none.costPerUnit == .undefined(.noUnit))
    #expect(none.costPerHousehold == .undefined(.noUnit))
    #expect(none.costPerPerson == .undefined(.noUnit))
  }

  @Test func `Households of a register are reached with their persons`() throws {
    let register = try likeHouseholds(90, gaqa: "Dalad", persons: 2)
    let stations = Self.stations(
      households: Int64(register.count),
      persons: register.personCount
    )
    // 400,000 / 90 and / 180, half up.
    #expect(stations.costPerHousehold == .money(.yuan(400_000)) * .exact("1/90"))
    #expect(stations.costPerPerson == .money(.yuan(400_000)) * .exact("1/180"))
    #expect(
      stations.table(in: .english).rows == [
        ["in all", "", "400,000.00"], ["each station", "10", "40,000.00"],
        ["each household", "90", "4,444.44"], ["each person", "180", "2,222.22"],
      ]
    )
    #expect(Self.stations().table(in: .english).rows[2][1].isEmpty)
    #expect(try roundTripped(stations) == stations)
  }

  @Test func `It stands in a programme and gives nobody anything`() throws {
    let register = try likeHouseholds(3)
    let settlement = try Programme("Dalad") { Self.stations() }.settle(Season(2017), for: register)
    #expect(settlement.lines.isEmpty)
    #expect(settlement.notices.isEmpty)
    #expect(settlement.gross == .zero)
    #expect(settlement.schemes.map(\.funding.total) == [.yuan(400_000)])
    #expect(settlement.schemes.map(\.funding.stake) == [.zero])
  }
}

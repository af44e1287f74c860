import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct TraceabilityTests {
  private static let lots: [Traceability.Lot] = [
    .init("L1", from: "H-1000", "600 eggs"),
    .init("L2", from: "H-1001", "300 eggs"),
    .init("L3", from: "H-1000", "0.5 eggs"),
  ]

  private func refusal(_ lots: [Traceability.Lot], _ sales: [Traceability.Sale]) -> String {
    do {
      _ = try Traceability(lots: lots, sales: sales)
      return "traced"
    } catch {
      return error.description
    }
  }

  @Test func `What is traced adds up to the sales`() throws {
    let trace = try Traceability(
      lots: Self.lots,
      sales: [
        .init(
          "S1",
          for: "100.00",
          [.init("L1", "1 egg"), .init("L2", "1 egg"), .init("L1", "1 egg")]
        ),
        .init("S2", for: "0.01", [.init("L3", "0.001 eggs"), .init("L2", "299 eggs")]),
        .init("S3", for: .zero, [.init("L1", "598 eggs")]),
      ]
    )
    #expect(trace.parcels(of: "S1").map(\.revenue) == ["33.34", "33.33", "33.33"])
    #expect(trace.parcels(of: "S2").map(\.revenue) == ["0.00", "0.01"])
    #expect(trace.parcels(of: "S9").isEmpty)
    #expect(trace.revenue == "100.01")
    let register = try likeHouseholds(3)
    #expect(try trace.revenue(for: register) == ["66.67", "33.34", .zero])
    #expect(
      try trace.collected(in: .egg, for: register)
        == register.byID(["600.5 eggs", "300 eggs", "0 eggs"])
    )
    #expect(trace.unsold(of: "L1") == "0 eggs")
    #expect(trace.unsold(of: "L3") == "0.499 eggs")
    #expect(trace.unsold(of: "L9") == nil)
  }

  @Test(
    arguments: [
      (
        [("L1", "1 egg"), ("L2", "2 eggs"), ("L1", "1 egg")],
        "Lot \"L1\": two lots carry this id. Give each an id of its own."
      ),
      (
        [("L1", "0 eggs")],
        "Lot \"L1\": the quantity 0 eggs is not above zero. Leave out what was not collected or sold."
      ),
      (
        [("L1", "1 egg"), ("L2", "1 kg")],
        "Lot \"L2\": the quantity 1 kg is not counted in egg. Use one unit for all produce that is traced together."
      ),
    ] as [([(String, Quantity)], String)]
  )
  func `Lots that do not go together are refused`(
    lots: [(String, Quantity)],
    expected: String
  ) {
    #expect(refusal(lots.map { .init($0.0, from: "H-1", $0.1) }, []) == expected)
  }

  @Test func `Sales that do not go together are refused`() {
    #expect(
      refusal(Self.lots, [.init("S", for: "1", [.init("L9", "1 egg")])])
        == "Sale \"S\", lot \"L9\": it was not collected. List the lot, or correct its id."
    )
    #expect(
      refusal(
        Self.lots,
        [.init("S", for: "1", [.init("L2", "200 eggs"), .init("L2", "101 eggs")])]
      )
        == "Sale \"S\", lot \"L2\": it takes 101 eggs, of which only 100 eggs are left. Correct the quantity, "
        + "or list what was collected."
    )
    #expect(
      refusal(Self.lots, [.init("S", for: "1", [.init("L2", "-1 egg")])])
        == "Sale \"S\", lot \"L2\": the quantity -1 egg is not above zero. Leave out what was not "
        + "collected or sold."
    )
    #expect(
      refusal(Self.lots, [.init("S", for: "1", [.init("L2", "1 jin")])])
        == "Sale \"S\", lot \"L2\": the quantity 1 jin is not counted in egg. Use one unit for all produce "
        + "that is traced together."
    )
    #expect(
      refusal(Self.lots, [.init("S", for: "1", [])])
        == "Sale \"S\": it has no parcel. Name what was sold."
    )
    #expect(
      refusal(Self.lots, [.init("S", for: "-1", [.init("L2", "1 egg")])])
        == "Sale \"S\": it brought -1.00. A sale brings zero or more; record a return by leaving its "
        + "parcels out."
    )
    let sale = Traceability.Sale("S", for: "1", [.init("L2", "1 egg")])
    #expect(
      refusal(Self.lots, [sale, sale])
        == "Sale \"S\": two sales carry this id. Give each an id of its own."
    )
  }

  @Test func `A register without the household, or another unit, is refused`() throws {
    let trace = try Traceability(
      lots: Self.lots,
      sales: [.init("S", for: "1", [.init("L2", "1 egg")])]
    )
    #expect {
      try trace.revenue(for: likeHouseholds(1))
    } throws: {
      "\($0)"
        == "Lot \"L2\", household \"H-1001\": the register does not hold the household. Correct its id, "
        + "or add the household."
    }
    #expect {
      try trace.collected(in: .kilogram, for: likeHouseholds(2))
    } throws: {
      "\($0)".hasPrefix("Lot \"L1\": the quantity 600 eggs is not counted in kg.")
    }
  }

  @Test func `A trace comes back from JSON and is traced anew`() throws {
    let trace = try Traceability(
      lots: Self.lots,
      sales: [.init("S", for: "1", [.init("L2", "1 egg"), .init("L1", "7 eggs")])]
    )
    let (decoded, isSameBytes) = try roundTrip(trace)
    #expect(decoded == trace)
    #expect(isSameBytes)
    #expect(decoded.parcels(of: "S").map(\.household) == ["H-1001", "H-1000"])
    #expect(decoded.parcels(of: "S").map(\.revenue) == trace.parcels(of: "S").map(\.revenue))
  }
}

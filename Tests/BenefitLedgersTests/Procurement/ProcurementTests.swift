import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct ProcurementTests {
  private static let mutton = Good("dry mutton", in: .jin)
  private static let millet = Good("millet", in: .kilogram)

  /// Four contracts: one with a price and a quantity, one with a value alone, one with a quantity
  /// alone and one of which nothing is known.
  private static let contracts: [Procurement.Contract] = [
    .init(
      "C1",
      on: "2020-05-01",
      buyers: ["Mine", "Canteen"],
      sellers: ["Union", "H-1000"],
      of: mutton,
      signed: "300 jin",
      at: "117.00"
    ),
    .init(
      "C2",
      on: "2020-06-01",
      buyers: ["Canteen", "School"],
      sellers: ["Union"],
      of: mutton,
      worth: .yuan(10_000)
    ),
    .init(
      "C3",
      on: "2021-01-05",
      buyers: ["School"],
      sellers: ["H-1001"],
      of: millet,
      signed: "50.5 kg",
      at: "4.01"
    ),
    .init("C4", on: "2021-01-05", buyers: ["Bank"], sellers: ["Union"], of: mutton),
  ]

  private static let deliveries: [Procurement.Delivery] = [
    .init("C1", on: "2020-05-01", from: "H-1000", "100 jin", otherwise: "90.00"),
    .init("C1", on: "2021-02-01", from: "H-1001", through: "Union", "0.5 jin", otherwise: .zero),
    .init(
      "C2",
      on: "2020-12-31",
      from: "H-1002",
      through: "Union",
      "110 jin",
      paid: .yuan(11_000),
      otherwise: "100.00"
    ),
    .init("C3", on: "2021-03-01", from: "H-1001", "50.5 kg", otherwise: "5.00"),
  ]

  private static func ledger() throws -> Procurement {
    try Procurement(contracts: contracts, deliveries: deliveries)
  }

  private func unknown<Value>(
    _ read: () throws(BenefitError) -> Value
  ) -> String {
    do {
      return "\(try read())"
    } catch {
      return error.code == .missing ? error.description : "another error: \(error)"
    }
  }

  @Test func `Contracts and firms are counted once each, however many parties sign`() throws {
    let ledger = try Self.ledger()
    #expect(ledger.contracts.count == 4)
    #expect(ledger.firms == ["Bank", "Canteen", "Mine", "School"])
    let early = ledger.filter { Period.year(2020).contains($0.day) }
    #expect(early.contracts.map(\.id) == ["C1", "C2"])
    #expect(early.firms == ["Canteen", "Mine", "School"])
    // Deliveries go with their contract, whatever their own day.
    #expect(early.deliveries.map(\.day) == ["2020-05-01", "2021-02-01", "2020-12-31"])
  }

  @Test func `Sales are price times quantity or what was paid, and the gain is less`() throws {
    let ledger = try Self.ledger()
    // 50.5 kg at 4.01 are 202.505, half up to the fen.
    #expect(try ledger.sales() == "22,961.01")
    #expect(try ledger.during(.year(2020)).sales() == .yuan(11_700 + 11_000))
    #expect(try ledger.during(.year(2019)).sales() == .zero)
    // 100 x 27, 0.5 x 117, 11,000 - 110 x 100, 202.51 - 252.50.
    #expect(try ledger.gain() == "2,708.51")
  }

  @Test func `What households sold and gained adds up to the ledger`() throws {
    let ledger = try Self.ledger()
    let register = try likeHouseholds(4, persons: 3)
    #expect(try ledger.sales(for: register) == ["11,700.00", "261.01", "11,000.00", .zero])
    #expect(try ledger.gains(for: register) == ["2,700.00", "8.51", .zero, .zero])
    #expect(
      try ledger.during(.year(2021)).otherwise(for: register) == [.zero, "252.50", .zero, .zero]
    )
    // 22,961.01 and 2,708.51 over 12 persons; those of households that sold nothing count.
    let each = Ratio(1, Int64(register.personCount))
    #expect(try ledger.sales().multiplied(by: each, rounding: .halfUp(to: .fen)) == "1,913.42")
    #expect(try ledger.gain().multiplied(by: each, rounding: .halfUp(to: .fen)) == "225.71")
    let mutton = ledger.filter { $0.good == Self.mutton }
    #expect(
      try mutton.quantities(in: .jin, for: register) == ["100 jin", "0.5 jin", "110 jin", "0 jin"]
    )
  }

  @Test func `Random ledgers add up, over households and over years`() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let register = try likeHouseholds(7, persons: 2)
      let contracts = (0..<5).map { number in
        Procurement.Contract(
          "C\(number)",
          on: "2020-01-01",
          buyers: ["B\(number % 3)", "D"],
          sellers: ["Union"],
          of: Self.mutton,
          at: Money(fen: .random(in: 0...20_000, using: &random))
        )
      }
      let deliveries = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Procurement.Delivery(
          "C\(Int.random(in: 0..<5, using: &random))",
          on: Day(2020, 1, 1) + .random(in: 0..<730, using: &random),
          from: "H-\(1_000 + Int.random(in: 0..<7, using: &random))",
          through: "Union",
          Quantity(thousandths: .random(in: 1...99_999, using: &random), .jin),
          paid: Bool.random(using: &random)
            ? Money(fen: .random(in: 0...9_999, using: &random)) : nil,
          otherwise: Money(fen: .random(in: 0...20_000, using: &random))
        )
      }
      let ledger = try Procurement(contracts: contracts, deliveries: deliveries)
      let sales = try ledger.sales()
      #expect(try ledger.sales(for: register).reduce(.zero, +) == sales)
      #expect(
        try ledger.during(.year(2020)).sales() + ledger.during(.year(2021)).sales() == sales
      )
      #expect(try ledger.gains(for: register).reduce(.zero, +) == ledger.gain())
      #expect(try ledger.otherwise(for: register).reduce(.zero, +) == sales - ledger.gain())
      #expect(
        ledger.fulfilments.reduce(Money.zero) { $0 + ($1.sold ?? .zero) } == sales
      )
      for difference in ledger.priceDifferences {
        #expect(difference.paid != difference.agreed)
      }
      // What is recorded is what is settled.
      var season = Season(2020)
      season["s"] = try ledger.facts(for: register)
      let settlement = try ConsumptionAssistance.recorded("s").settle(season, for: register)
      #expect(settlement.gross == sales)
      #expect(try settlement.net == ledger.gain())
    }
  }

  @Test func `Each contract is held against what was signed`() throws {
    let fulfilments = try Self.ledger().fulfilments
    #expect(fulfilments.map(\.fraction) == ["100.5/300".ratio, "110%", 1, nil])
    #expect(fulfilments.map(\.delivered) == ["100.5 jin", "110 jin", "50.5 kg", "0 jin"])
    let open = fulfilments.map { fulfilment in
      fulfilment.contract.signedQuantity.map { $0 - fulfilment.delivered }
    }
    #expect(open == ["199.5 jin", nil, "0 kg", nil])
    // 300 x 117 - 100.5 x 117; 10,000 - 11,000; nothing is known of the last.
    let openValues = fulfilments.map { fulfilment in
      fulfilment.contract.value.flatMap { value in fulfilment.sold.map { value - $0 } }
    }
    #expect(openValues == ["23,341.50", .yuan(-1_000), .zero, nil])
    #expect(fulfilments[3].sold == .zero)
  }

  @Test func `A payment off the contract's price is told`() throws {
    let contract = Procurement.Contract(
      "C",
      on: "2020-01-01",
      buyers: ["B"],
      sellers: ["H"],
      of: Self.mutton,
      at: "117.00"
    )
    let ledger = try Procurement(
      contracts: [contract],
      deliveries: [("117.00", "1 jin"), ("100.00", "1 jin"), ("58.51", "0.5 jin")].map {
        .init("C", on: "2020-01-01", from: "H", $0.1, paid: $0.0)
      }
    )
    #expect(ledger.priceDifferences.map(\.agreed) == ["117.00", "58.50"])
    #expect(ledger.priceDifferences.map { $0.paid - $0.agreed } == ["-17.00", "0.01"])
    #expect(try ledger.sales() == "275.51")
    // Without a price there is nothing to hold a payment against.
    #expect(try Self.ledger().priceDifferences.isEmpty)
  }

  @Test func `What is unknown makes the total unknown and never zero`() throws {
    let ledger = try Self.ledger()
    #expect(
      unknown { () throws(BenefitError) in try ledger.signedValue }
        == "Contract \"C4\": the total is not known, as it states neither a value nor a price and a "
        + "quantity. Supply one of them; what is unknown does not count as zero."
    )
    let known = ledger.filter { $0.id != "C4" }
    #expect(try known.signedValue == .yuan(35_100 + 10_000) + "202.51")

    let open = try Procurement(
      contracts: Self.contracts,
      deliveries: [.init("C4", on: "2021-05-05", from: "H-1000", through: "Union", "7 jin")]
    )
    let register = try likeHouseholds(1)
    let expected =
      "Contract \"C4\", household \"H-1000\", 2021-05-05: the total is not known, as it has no value. "
      + "Supply what was paid or the contract's price; what is "
      + "unknown does not count as zero."
    #expect(unknown { () throws(BenefitError) in try open.sales() } == expected)
    #expect(unknown { () throws(BenefitError) in try open.sales(for: register) } == expected)
    #expect(try open.during(.year(2020)).sales() == .zero)
    #expect(open.fulfilments[3].sold == nil)

    let paid = try Procurement(
      contracts: Self.contracts,
      deliveries: [
        .init("C4", on: "2021-05-05", from: "H-1000", through: "Union", "7 jin", paid: .yuan(700))
      ]
    )
    #expect(
      unknown { () throws(BenefitError) in try paid.gain() }
        == "Contract \"C4\", household \"H-1000\", 2021-05-05: the gain is not known, as there is no "
        + "other price. Supply what a unit would have brought, "
        + "zero where nobody would have bought it."
    )
    // Settling says so too, for the fact is not stated.
    var season = Season(2021)
    season["s"] = try paid.facts(for: register)
    #expect(
      ConsumptionAssistance.recorded("s").refusal(season, register)
        .hasPrefix("Scheme \"s\", clause \"sale otherwise\", fact \"procurement sales otherwise\"")
    )
  }

  /// 6,000 jin of dry mutton for more than 700,000 yuan (Otog); 117 yuan a jin and the 60 households
  /// are ours.
  @Test func `Quantities settle through the terms as they were delivered`() throws {
    let register = try likeHouseholds(60, gaqa: "Otog")
    let ledger = try Procurement(
      contracts: [
        .init(
          "K",
          on: "2021-01-01",
          buyers: ["Trade council"],
          sellers: ["Otog cooperative"],
          of: Self.mutton,
          signed: "6,000 jin",
          at: .yuan(117)
        )
      ],
      deliveries: register.map {
        .init(
          "K",
          on: "2021-02-01",
          from: $0.id,
          through: "Otog cooperative",
          "100 jin",
          otherwise: .yuan(90)
        )
      }
    )
    #expect(ledger.fulfilments.map(\.fraction) == [1])
    #expect(try ledger.sales() == .yuan(702_000))
    let scheme = ConsumptionAssistance(name: "Mutton", price: .yuan(117), otherwise: .yuan(90))
    var season = Season(2021)
    season["Mutton"] = try ledger.during(.year(2021)).facts(for: register)
    let settlement = try scheme.settle(season, for: register)
    #expect(try settlement.gross == ledger.sales())
    #expect(try settlement.net == ledger.gain())
    #expect(settlement.gross(at: 59) == .yuan(11_700))
  }

  @Test func `Contracts read as a table`() throws {
    let rows = try Self.ledger().table(in: .english).rows
    #expect(
      rows[0] == [
        "C1", "2020-05-01", "Mine, Canteen", "Union, H-1000", "dry mutton", "300 jin", "100.5 jin",
        "35,100.00", "11,758.50", "33.5 %",
      ]
    )
    #expect(rows[3].suffix(4) == ["0 jin", "unknown", "0.00", "unknown"])
  }

  /// What was published of Otog's contracts for 2020 and 2021 lost the digits before 亿; 100,000,000 yuan
  /// is what a reader could supply.
  @Test(arguments: [(466, 3_822, 26_164, "214,592.27"), (366, 3_317, 30_148, "273,224.04")])
  func `A total that is supplied gives persons and the value of a contract`(
    contracts: Int64,
    sales: Int64,
    persons: Int64,
    value: Money
  ) {
    let total = Money.yuan(100_000_000)
    // The persons as whole fen, for it is money that is rounded.
    let people = Money(fen: 1).multiplied(
      by: total.ratio(to: .yuan(sales)),
      rounding: .halfUp(to: .fen)
    )
    #expect(people.fen == persons)
    #expect(total.multiplied(by: Ratio(1, contracts), rounding: .halfUp(to: .fen)) == value)
  }

  @Test func `A ledger comes back from JSON and is checked anew`() throws {
    let ledger = try Self.ledger()
    let (decoded, isSameBytes) = try roundTrip(ledger)
    #expect(decoded == ledger)
    #expect(isSameBytes)
    let text = try json(ledger)
    #expect(!text.contains("null"))
    #expect(
      try decodingProblem(Procurement.self, from: text.replacing("100 jin", with: "0 jin"))
        == "Contract \"C1\", household \"H-1000\", 2020-05-01: 0 jin is not above zero. Leave out what is not known."
    )
  }
}

extension String {
  /// The fraction of two decimal numbers.
  fileprivate var ratio: Ratio {
    let parts = split(separator: "/").map { Ratio(stringLiteral: String($0)) }
    return parts[0] / parts[1]
  }
}

import BenefitBinding
import TestSupport
import Testing

struct ProcurementErrorTests {
  private static let mutton = Good("dry mutton", in: .jin)
  private static let place = "the delivery of household \"H\" under contract \"C\" on 2021-05-05"

  private static func contract(
    _ id: String = "C",
    buyers: [String] = ["B"],
    sellers: [String] = ["H", "Union"],
    signed: Quantity? = "10 jin",
    worth: Money? = nil,
    at price: Money? = "2"
  ) -> Procurement.Contract {
    .init(
      id,
      on: "2021-05-01",
      buyers: buyers,
      sellers: sellers,
      of: mutton,
      signed: signed,
      worth: worth,
      at: price
    )
  }

  private static func delivery(
    _ contract: String = "C",
    on day: Day = "2021-05-05",
    through seller: String? = nil,
    of quantity: Quantity = "1 jin",
    paid: Money? = nil,
    otherwise: Money? = nil
  ) -> Procurement.Delivery {
    .init(
      contract,
      on: day,
      from: "H",
      through: seller,
      quantity,
      paid: paid,
      otherwise: otherwise
    )
  }

  private func refusal(
    _ contracts: [Procurement.Contract],
    _ deliveries: [Procurement.Delivery] = []
  ) -> String {
    do {
      _ = try Procurement(contracts: contracts, deliveries: deliveries)
      return "entered"
    } catch {
      return error.description
    }
  }

  @Test func `A price may be nothing and no less`() {
    #expect(refusal([Self.contract(at: .zero)], [Self.delivery()]) == "entered")
    #expect(refusal([Self.contract(at: .fen(-1))]) != "entered")
  }

  @Test(
    arguments: [
      (
        [contract(), contract()],
        "The mark \"C\" stands on two contracts. Give each a mark of its own."
      ),
      ([contract(buyers: [])], "Contract \"C\" has no buyer. Name at least one."),
      ([contract(sellers: [])], "Contract \"C\" has no seller. Name at least one."),
      (
        [contract(buyers: ["B", "Union"])],
        "Contract \"C\" names \"Union\" twice among its buyers and sellers. Name each once."
      ),
      (
        [contract(signed: "0 jin")],
        "The 0 jin of contract \"C\" is not above zero. Leave out what is not known."
      ),
      (
        [contract(worth: .zero)],
        "The 0.00 of contract \"C\" is not above zero. Leave out what is not known."
      ),
      (
        [contract(signed: "1 kg")],
        "The 1 kg of contract \"C\" is not counted in jin, as dry mutton is."
      ),
      (
        [contract(at: "-0.01")],
        "The -0.01 of contract \"C\" is below zero; a price or a payment is zero or more."
      ),
      (
        [contract(at: Money(fen: .max))],
        "With contract \"C\", a sum is too large to be kept exactly in 64 bits."
      ),
      (
        [contract("C", worth: Money(fen: .max)), contract("D", worth: "0.01")],
        "With contract \"D\", a sum is too large to be kept exactly in 64 bits."
      ),
    ] as [([Procurement.Contract], String)]
  )
  func `Contracts that cannot be are refused`(
    contracts: [Procurement.Contract],
    expected: String
  ) {
    #expect(refusal(contracts) == expected)
  }

  @Test(
    arguments: [
      (
        delivery("D"),
        "There is no contract for the delivery of household \"H\" under contract \"D\" on 2021-05-05. List the contract, or mend its mark."
      ),
      (
        delivery(on: "2021-04-30"),
        "A contract signed on 2021-05-01 is too late for the delivery of household \"H\" under contract \"C\" on 2021-04-30."
      ),
      (
        delivery(through: "B"),
        "\"B\" is no seller of \(place). Those who signed are H, Union: name the one who signed for the household."
      ),
      (
        delivery(of: "-1 jin"),
        "The -1 jin of \(place) is not above zero. Leave out what is not known."
      ),
      (
        delivery(of: "1 kg"),
        "The 1 kg of \(place) is not counted in jin, as dry mutton is."
      ),
      (
        delivery(paid: "-1"),
        "The -1.00 of \(place) is below zero; a price or a payment is zero or more."
      ),
      (
        delivery(otherwise: "-1"),
        "The -1.00 of \(place) is below zero; a price or a payment is zero or more."
      ),
      (delivery(otherwise: Money(fen: .max)), "entered"),
      (
        delivery(of: "1.5 jin", otherwise: Money(fen: .max)),
        "With \(place), a sum is too large to be kept exactly in 64 bits."
      ),
    ] as [(Procurement.Delivery, String)]
  )
  func `Deliveries that cannot be are refused`(
    delivery: Procurement.Delivery,
    expected: String
  ) {
    #expect(refusal([Self.contract()], [delivery]) == expected)
  }

  @Test func `The quantities of a ledger have a sum that can be kept`() {
    let most = Self.delivery(of: Quantity(thousandths: .max, .jin), paid: "1")
    #expect(refusal([Self.contract()], [most]) == "entered")
    #expect(
      refusal([Self.contract()], [most, Self.delivery(of: "0.001 jin")])
        == "With \(Self.place), a sum is too large to be kept exactly in 64 bits."
    )
  }

  @Test func `A household that signed needs nobody to sell for it`() {
    #expect(refusal([Self.contract()], [Self.delivery(through: "Union")]) == "entered")
    #expect(
      refusal([Self.contract(sellers: ["Union"])], [Self.delivery()])
        == "\"H\" is no seller of \(Self.place). Those who signed are Union: name the one who "
        + "signed for the household."
    )
  }

  @Test func `A register without the household, without anybody, or another unit is refused`()
    throws
  {
    let ledger = try Procurement(
      contracts: [Self.contract()],
      deliveries: [Self.delivery(otherwise: "1")]
    )
    let register = try likeHouseholds(1)
    let stranger = "The register does not hold the household of \(Self.place)."
    #expect {
      try ledger.sales(for: register)
    } throws: {
      "\($0)" == stranger
    }
    #expect {
      try ledger.facts(for: register)
    } throws: {
      "\($0)" == stranger
    }
    #expect {
      try ledger.quantities(in: .kilogram, for: register)
    } throws: {
      "\($0)" == "The 1 jin of \(Self.place) is not counted in kg. Keep the contracts of one "
        + "good, or ask for its unit."
    }
    #expect {
      try Procurement(contracts: []).salesPerPerson(of: Register([]))
    } throws: {
      "\($0)" == "The register has no person. An amount for each of nobody has no value."
    }
  }
}

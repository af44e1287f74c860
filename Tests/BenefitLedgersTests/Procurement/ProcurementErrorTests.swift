import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct ProcurementErrorTests {
  private static let mutton = Good("dry mutton", in: .jin)
  private static let place = "Contract \"C\", household \"H\", 2021-05-05"

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
    #expect(refusal([Self.contract(at: Money(fen: -1))]) != "entered")
  }

  @Test(
    arguments: [
      (
        [contract(), contract()],
        "Contract \"C\": two contracts carry this id. Give each an id of its own."
      ),
      ([contract(buyers: [])], "Contract \"C\": it has no buyer. Name at least one."),
      ([contract(sellers: [])], "Contract \"C\": it has no seller. Name at least one."),
      (
        [contract(buyers: ["B", "Union"])],
        "Contract \"C\": it names \"Union\" twice among its buyers and sellers. Name each once."
      ),
      (
        [contract(signed: "0 jin")],
        "Contract \"C\": 0 jin is not above zero. Leave out what is not known."
      ),
      (
        [contract(worth: .zero)],
        "Contract \"C\": 0.00 is not above zero. Leave out what is not known."
      ),
      (
        [contract(signed: "1 kg")],
        "Contract \"C\": 1 kg is not counted in jin, as dry mutton is. Give it in jin."
      ),
      (
        [contract(at: "-0.01")],
        "Contract \"C\": -0.01 is below zero. A price or a payment is zero or more."
      ),
      (
        [contract(at: Money(fen: .max))],
        "Contract \"C\": a sum up to it is too large to be kept exactly in 64 bits. "
          + "Record it in several ledgers."
      ),
      (
        [contract("C", worth: Money(fen: .max)), contract("D", worth: "0.01")],
        "Contract \"D\": a sum up to it is too large to be kept exactly in 64 bits. "
          + "Record it in several ledgers."
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
        "Contract \"D\", household \"H\", 2021-05-05: there is no such contract. List the contract, or correct its id."
      ),
      (
        delivery(on: "2021-04-30"),
        "Contract \"C\", household \"H\", 2021-04-30: the contract was signed later, on 2021-05-01. Correct one of the days."
      ),
      (
        delivery(through: "B"),
        "\(place): \"B\" is no seller of the contract, only H, Union. Name the one who signed for the household."
      ),
      (
        delivery(of: "-1 jin"),
        "\(place): -1 jin is not above zero. Leave out what is not known."
      ),
      (
        delivery(of: "1 kg"),
        "\(place): 1 kg is not counted in jin, as dry mutton is. Give it in jin."
      ),
      (
        delivery(paid: "-1"),
        "\(place): -1.00 is below zero. A price or a payment is zero or more."
      ),
      (
        delivery(otherwise: "-1"),
        "\(place): -1.00 is below zero. A price or a payment is zero or more."
      ),
      (delivery(otherwise: Money(fen: .max)), "entered"),
      (
        delivery(of: "1.5 jin", otherwise: Money(fen: .max)),
        "\(place): a sum up to it is too large to be kept exactly in 64 bits. "
          + "Record it in several ledgers."
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
        == "\(Self.place): a sum up to it is too large to be kept exactly in 64 bits. "
        + "Record it in several ledgers."
    )
  }

  @Test func `A household that signed needs nobody to sell for it`() {
    #expect(refusal([Self.contract()], [Self.delivery(through: "Union")]) == "entered")
    #expect(
      refusal([Self.contract(sellers: ["Union"])], [Self.delivery()])
        == "\(Self.place): \"H\" is no seller of the contract, only Union. Name the one who "
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
    let stranger =
      "\(Self.place): the register does not hold the household. Correct its id, or add the household."
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
      "\($0)" == "\(Self.place): 1 jin is not counted in kg. Keep the contracts of one "
        + "good, or ask for its unit."
    }
  }
}

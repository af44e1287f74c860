import BenefitBinding
import BenefitLedgers
import Testing

/// Sentences in which the other side owes: a firm its keeper, an orchard its customer, an insurer.
extension SentenceTests {
  @Test func `41. A keeper's fee`() throws {
    let terms = InKindTerms(
      lent: .piglet,
      owed: [.perHead(.yuan(120), after: .months(6), by: .lender)],
      stockDue: .months(6),
      deathsBorneBy: .lender
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("1", borrower: "N-1", lender: "firm", on: "2024-05-01", heads: 50)],
      events: [.init("1", on: "2024-07-10", .died(2, .lent))]
    )
    let firm = ledger.position(of: "firm", as: .lender, on: "2024-11-01")
    #expect(firm[inMoney: .due, by: .lender] == "5,760.00")
  }

  @Test func `42. An adopted terrace`() throws {
    let millet = Good("millet", in: .kilogram)
    let terms = InKindTerms(
      lent: Good("terrace", in: .mu),
      owed: [
        .perHead(.yuan(1_000), after: .days(0), by: .lender),
        .perHead(30, millet, after: .months(9)),
      ],
      redeemableAt: [millet: .yuan(20)]
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("1", borrower: "village", lender: "Li", on: "2024-02-01", heads: 2)],
      events: [
        .init("1", on: "2024-10-20", .delivered(52)), .init("1", on: "2024-12-01", .redeemed(8)),
      ]
    )
    let end = ledger.position(of: "Li", as: .lender, on: "2024-12-31")
    #expect(end[inMoney: .due, by: .lender] == "2,000.00")
    #expect(end[.madeGood] == 8)
    #expect(end[inMoney: .redeemed] == "160.00")
  }

  @Test func `43. Insured for nobody says how much`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [.perHead(1, .lamb, after: .months(12))],
      sumInsured: nil
    )
    let open = try InKindLedger(
      terms,
      contracts: [.init("1", borrower: "N-1", lender: "village", on: "2024-05-01", heads: 5)],
      events: [.init("1", on: "2024-12-10", .died(2, .lent))]
    )
    let paid = try open.adding(
      events: [.init("1", on: "2025-01-10", .insurancePaid(.yuan(700), for: 2))]
    )
    #expect(open.position(on: "2024-12-31")[.claimsOpen] == 2)
    #expect(open.position(on: "2024-12-31").insurancePayout == nil)
    #expect(paid.position(on: "2025-12-31").insurancePayout == "700.00")
  }
}

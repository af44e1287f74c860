import BenefitAssessment
import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct InKindAuditTests {
  /// The orchard's trees, both paid for on their day and insured for a sum that is not stated.
  private func orchard(_ events: [InKindEvent]) throws(BenefitError) -> InKindLedger {
    try PearOrchard.ledger(
      ["poor", "rich"].map { .init($0, on: "2023-01-01", .paid(.yuan(200), by: .lender)) } + events,
      sumInsured: nil
    )
  }

  private static let harvest: [InKindEvent] = [
    .init("poor", on: "2023-09-20", .delivered(14)),
    .init("rich", on: "2023-09-20", .delivered(40)),
  ]

  private func findings(_ ledger: InKindLedger, on day: Day) -> [Audit.Finding] {
    Audit.findings { $0.examine(ledger, of: "Pear trees", on: day) }
  }

  @Test func `What one tree is short of is found though another bore more`() throws {
    let ledger = try orchard(Self.harvest + [.init("poor", on: "2023-10-20", .redeemed(2))])
    #expect(findings(ledger, on: "2023-10-01").isEmpty)
    let found = findings(ledger, on: "2023-12-31")
    #expect(
      found.map(\.description) == [
        "medium, instalments and their days, claim Pear trees, pear: due: 22 jin; delivered: 14 jin; "
          + "redeemed in money: 2 jin; made good late: 2 jin; short: 6 jin; worth: 30.00 yuan; contracts "
          + "concerned: 1 contract; late: 91 days. Check when what is short is made good and what the "
          + "other party was told."
      ]
    )
    #expect(
      found.first?.text(in: .simplifiedChinese)
        == "中，分期付款，所报「Pear trees」「pear」：应交 22 斤；已交 14 斤；折价抵付 2 斤；逾期补足 2 斤；短缺 6 斤；"
        + "折价 30.00 元；涉及合同 1 份；逾期 91 天。请核查短缺部分何时补足，以及如何告知对方。"
    )
    #expect(findings(ledger, on: "2024-10-01").map(\.severity) == [.high])
    #expect(findings(ledger, on: "2024-09-30").map(\.severity) == [.medium])
  }

  @Test func `What was made good late is low, and in time is nothing`() throws {
    let late = try orchard(Self.harvest + [.init("poor", on: "2023-10-02", .delivered(8))])
    let found = findings(late, on: "2023-12-31")
    #expect(found.map(\.severity) == [.low])
    #expect(found.first?.value("made good late") == .quantity("8 jin"))
    #expect(found.first?.value("short") == nil)
    let inTime = try orchard(Self.harvest + [.init("poor", on: "2023-10-01", .delivered(8))])
    #expect(findings(inTime, on: "2023-12-31").isEmpty)
  }

  @Test func `Money that a party owes has a finding of its own`() throws {
    let ledger = try InKindLedger(
      InKindTerms(
        lent: .piglet,
        owed: [
          .perHead("120.00", after: .months(5), by: .lender), .perHead("10.00", after: .months(5)),
        ],
        stockDue: .months(5)
      ),
      contracts: [.init("K", borrower: "H", lender: "firm", on: "2020-01-01", heads: 10)],
      events: [.init("K", on: "2020-06-01", .paid("1000.00", by: .lender))]
    )
    let found = findings(ledger, on: "2020-07-01")
    #expect(
      found.map(\.subject.description) == [
        "claim Pear trees, money of the borrower", "claim Pear trees, money of the lender",
      ]
    )
    #expect(found.map { $0.value("short") } == [.money("100.00"), .money("200.00")])
  }

  @Test func `An insured death without a stated payment is low`() throws {
    let ledger = try orchard(Self.harvest + [.init("rich", on: "2023-11-01", .died(1, .lent))])
    let found = findings(ledger, on: "2023-11-01").filter { $0.rule == .missingClaim }
    #expect(
      found.map(\.description) == [
        "low, no computable claim, claim Pear trees: insured and dead, payment not stated: 1 head. "
          + "Check whether the insurer was told, and what it pays a head."
      ]
    )
  }
}

package import BenefitBinding
package import BenefitLedgers

/// Two adopted trees with at least 22 jin each for 200 yuan (Shexian, Anhui), and what is short is made good; the
/// yields, the days and the price of 5 yuan a jin are ours.
package enum PearOrchard {
  package static let pear = Good("pear", in: .jin)

  /// The ledger of the trees "poor" and "rich", which the orchard keeps for Li.
  package static func ledger(
    _ events: [InKindEvent] = [],
    sumInsured: Money? = .zero,
    deposit: Money = .zero
  ) throws(BenefitError) -> InKindLedger {
    try InKindLedger(
      InKindTerms(
        lent: Good("pear tree"),
        owed: [
          .perHead(.yuan(200), after: .days(0), by: .lender),
          .perHead(22, pear, after: .months(9), orMore: true),
        ],
        redeemableAt: [pear: "5.00"],
        sumInsured: sumInsured,
        deposit: deposit
      ),
      contracts: ["poor", "rich"].map {
        .init($0, borrower: "orchard", lender: "Li", on: "2023-01-01", heads: 1)
      },
      events: events
    )
  }
}

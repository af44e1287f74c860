import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct ReconciliationTests {
  private func finding(_ claim: Reconciliation, high: Ratio = "20%") -> Audit.Finding? {
    var thresholds = Audit.Thresholds()
    thresholds.highDeviation = high
    return Audit.findings(by: thresholds) { $0.examine(claim) }.first
  }

  // Report on Sichuan's and Chongqing's asset-return pilots, 2016.
  @Test func `Fengxiang's 98 yuan a person are 46.77`() {
    let claim = Reconciliation(
      of: "dividend of a person at Fengxiang",
      stated: "98",
      in: "yuan",
      follows: "6.7%" * 148_000 / 212
    )
    #expect(
      finding(claim)?.description
        == "high, reconciliation, claim dividend of a person at Fengxiang: stated: 98 yuan; "
        + "follows: 46.77 yuan; deviation: 109.52 %. Check which of the figures of the report is "
        + "wrong or what it leaves out."
    )
    // The same report's two classes of shares agree with each other at 49 yuan a share.
    let share = Reconciliation(of: "share", stated: "49", in: "yuan", follows: Ratio(4_165, 85))
    #expect(share.agrees)
    #expect(finding(share) == nil)
  }

  // 贫困户变“股东”, 2019.
  @Test func `Heshui's 127 households are not paid with 125,000 yuan`() {
    let claim = Reconciliation(
      of: "dividends",
      stated: "125,000",
      parts: Array(repeating: .yuan(1_000), count: 127)
    )
    #expect(finding(claim)?.severity == .medium)
    #expect(finding(claim)?.value("follows") == .number(127_000, in: "yuan"))
    #expect(claim.deviation == Ratio(-2, 127))
    // Printed with fewer digits it would still not do, with fewer yet it would.
    #expect(!Reconciliation(of: "", stated: "12.5万", in: "yuan", follows: 127_000).agrees)
    #expect(Reconciliation(of: "", stated: "0.1 million", in: "yuan", follows: 127_000).agrees)
  }

  // CNTV, 2014: green-shelled eggs.
  @Test func `Qianjiang's hens lay for 2.34 million yuan`() {
    let claim = Reconciliation(
      of: "output",
      stated: "2.0 million",
      in: "yuan",
      follows: 9_750 * 120 * 2
    )
    let finding = finding(claim)
    #expect(finding?.severity == .medium)
    #expect(finding?.value("deviation") == .ratio(Ratio(-34, 234)))
    #expect(self.finding(claim, high: "14%")?.severity == .high)
  }

  @Test func `No deviation is small beside a threshold of nothing or less`() {
    let claim = Reconciliation(of: "people", stated: "10", in: "person", follows: 11)
    for threshold in [.zero, Ratio(-1), Ratio(.min)] {
      var audit = Audit()
      audit.thresholds.highDeviation = threshold
      audit.examine(claim)
      #expect(audit.findings.map(\.severity) == [.high], "\(threshold)")
    }
  }

  @Test func `A deviation is high from the threshold on, upwards and downwards`() {
    func severity(_ stated: PrintedNumber) -> Audit.Severity? {
      finding(Reconciliation(of: "", stated: stated, in: "yuan", follows: 100))?.severity
    }
    #expect(severity("100") == nil)
    #expect(severity("119") == .medium)
    #expect(severity("120") == .high)
    #expect(severity("81") == .medium)
    #expect(severity("80") == .high)
    #expect(severity("-100") == .high)
  }

  @Test func `Nothing that follows makes any figure high`() {
    let claim = Reconciliation(of: "", stated: "5", in: "yuan", follows: 0)
    #expect(claim.deviation == nil)
    #expect(finding(claim)?.severity == .high)
    #expect(finding(Reconciliation(of: "", stated: "0", in: "yuan", follows: 0)) == nil)
  }

  @Test func `A reconciliation keeps its wire form`() throws {
    let claim = Reconciliation(of: "产值", stated: "2.0 million", in: "yuan", follows: Ratio(7, 3))
    let (value, isSameBytes) = try roundTrip(claim)
    #expect(value == claim)
    #expect(isSameBytes)
  }
}

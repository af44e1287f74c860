import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct ReconciliationTests {
  private func finding(
    _ figure: PublishedFigure,
    follows: Ratio,
    high: Ratio = "20%"
  ) -> Audit.Finding? {
    var thresholds = Audit.Thresholds()
    thresholds.highDeviation = high
    return Audit.findings(by: thresholds) { $0.examine(figure, follows: follows) }.first
  }

  // Report on Sichuan's and Chongqing's asset-return pilots, 2016.
  @Test func `Fengxiang's 98 yuan a person are 46.77`() {
    let claim = PublishedFigure("dividend of a person at Fengxiang", "98", in: "yuan")
    #expect(
      finding(claim, follows: "6.7%" * 148_000 / 212)?.description
        == "high, reconciliation, claim dividend of a person at Fengxiang: stated: 98 yuan; "
        + "follows: 46.77 yuan; deviation: 109.52 %. Check which of the figures of the report is "
        + "wrong or what it leaves out."
    )
    // The same report's two classes of shares agree with each other at 49 yuan a share.
    let share = PublishedFigure("share", "49", in: "yuan")
    #expect(share.verdict(on: Ratio(4_165, 85)) == .equal)
    #expect(finding(share, follows: Ratio(4_165, 85)) == nil)
  }

  // 贫困户变“股东”, 2019.
  @Test func `Heshui's 127 households are not paid with 125,000 yuan`() {
    let claim = PublishedFigure("dividends", "125,000", in: "yuan")
    let follows = (Money.yuan(1_000) * 127).ratio(to: .yuan(1))
    #expect(finding(claim, follows: follows)?.severity == .medium)
    #expect(finding(claim, follows: follows)?.value("follows") == .number(127_000, in: "yuan"))
    #expect(claim.deviation(from: follows) == Ratio(-2, 127))
    // Printed with fewer digits it would still not do, with fewer yet it would.
    #expect(PublishedFigure("", "12.5万", in: "yuan").verdict(on: follows) == .differs)
    #expect(PublishedFigure("", "0.1 million", in: "yuan").verdict(on: follows) == .equal)
  }

  // CNTV, 2014: green-shelled eggs.
  @Test func `Qianjiang's hens lay for 2.34 million yuan`() {
    let claim = PublishedFigure("output", "2.0 million", in: "yuan")
    let follows: Ratio = 9_750 * 120 * 2
    #expect(finding(claim, follows: follows)?.severity == .medium)
    #expect(finding(claim, follows: follows)?.value("deviation") == .ratio(Ratio(-34, 234)))
    #expect(finding(claim, follows: follows, high: "14%")?.severity == .high)
  }

  @Test func `No deviation is small beside a threshold of nothing or less`() {
    let claim = PublishedFigure("people", "10", in: "person")
    for threshold in [.zero, Ratio(-1), Ratio(.min)] {
      var audit = Audit()
      audit.thresholds.highDeviation = threshold
      audit.examine(claim, follows: 11)
      #expect(audit.findings.map(\.severity) == [.high], "\(threshold)")
    }
  }

  @Test func `A deviation is high from the threshold on, upwards and downwards`() {
    func severity(_ stated: StaticString) -> Audit.Severity? {
      finding(PublishedFigure("", stated, in: "yuan"), follows: 100)?.severity
    }
    #expect(severity("100") == nil)
    #expect(severity("119") == .medium)
    #expect(severity("120") == .high)
    #expect(severity("81") == .medium)
    #expect(severity("80") == .high)
    #expect(severity("-100") == .high)
  }

  @Test func `Nothing that follows makes any figure high`() {
    let claim = PublishedFigure("", "5", in: "yuan")
    #expect(claim.deviation(from: 0) == nil)
    #expect(finding(claim, follows: 0)?.severity == .high)
    #expect(finding(PublishedFigure("", "0", in: "yuan"), follows: 0) == nil)
  }

  @Test func `A figure that is borne out as it was stated, or is not stated, is no finding`() {
    for text in ["about 98", "more than 95", "at least 100", "at most 100", "not stated"]
      as [StaticString]
    {
      #expect(finding(PublishedFigure("", text, in: "yuan"), follows: 100) == nil, "\(text)")
    }
    #expect(finding(PublishedFigure("", "more than 100", in: "yuan"), follows: 100) != nil)
  }
}

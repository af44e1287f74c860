import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct AuditTests {
  private func finding(
    _ rule: String,
    _ severity: Audit.Severity,
    _ subject: Audit.Subject,
    _ amount: Int64 = 1
  ) -> Audit.Finding {
    Audit.Finding(
      .init(rule),
      severity,
      subject,
      evidence: [(Phrase(en: "amount", zh: "金额"), .money(.yuan(amount)))],
      advice: Phrase(en: "Check it.", zh: "请核查。")
    )
  }

  @Test
  func `Findings come by severity, rule, subject and evidence, in whatever order they came in`() {
    let ordered = [
      finding("b", .high, .fund("A")),
      finding("a", .medium, .scheme("A")),
      finding("a", .medium, .scheme("B"), 1),
      finding("a", .medium, .scheme("B"), 2),
      finding("a", .medium, .claim("A")),
      finding("a", .medium, .household("A")),
      finding("a", .medium, .fund("A")),
      finding("b", .medium, .scheme("A")),
      finding("a", .low, .scheme("A")),
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      var audit = Audit()
      for finding in ordered.shuffled(using: &random) { audit.add([finding]) }
      #expect(audit.findings == ordered)
    }
  }

  @Test func `Figures that look alike have one order, and each stands there once`() {
    let findings = [Ratio(33_333, 100_000), Ratio(33_334, 100_000), Ratio(1, 3)].map { ratio in
      Audit.Finding(
        .init("a"),
        .low,
        .fund("A"),
        evidence: [(Phrase(en: "r", zh: "率"), .ratio(ratio))],
        advice: Phrase(en: "", zh: "")
      )
    }
    #expect(Set(findings.map(\.description)).count == 1)
    var first = Audit()
    first.add(findings + findings)
    var second = Audit()
    for finding in findings.reversed() + findings { second.add([finding]) }
    #expect(first == second)
    #expect(first.findings.count == 3)
  }

  @Test func `The same finding stands there once`() throws {
    let settlement = try stake(paying: .yuan(164_000))
    var audit = Audit()
    audit.examine(settlement)
    let once = audit
    #expect(!once.findings.isEmpty)
    audit.examine(settlement)
    #expect(audit == once)
  }

  @Test func `A finding is one line, and a row of the table`() throws {
    let settlement = try stake(paying: .profit, profit: .yuan(164_000))
    var audit = Audit()
    audit.examine(settlement)
    #expect(
      audit.findings.map(\.description) == [
        "medium, yield on the stake, scheme cooperative: dividends: 164,000.00 yuan; "
          + "stake: 860,000.00 yuan; yield: 19.07 %; usual from: 5.00 %; usual to: 15.00 %. "
          + "Check from which profit the dividend comes and whether it was paid in full."
      ]
    )
    #expect(audit.findings.first?.value("yield") == .ratio(Ratio(164_000, 860_000)))
    #expect(
      audit.table(in: .english).columns.map(\.title.description) == [
        "rule", "severity", "subject", "evidence", "what to check",
      ]
    )
    #expect(
      audit.table(in: .english).rows == [
        [
          "yield on the stake", "medium", "scheme cooperative",
          "dividends: 164,000.00 yuan; stake: 860,000.00 yuan; yield: 19.07 %; usual from: 5.00 %; "
            + "usual to: 15.00 %",
          "Check from which profit the dividend comes and whether it was paid in full.",
        ]
      ]
    )
  }

  @Test func `A season without a length stops the program`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var audit = Audit()
      audit.examine(
        try Terms(name: "A") { Payment("gift", each: .yuan(1), as: .transfer) }
          .settle(Season(2016), for: Register([])),
        years: .zero
      )
    }
    #expect(output(result?.standardErrorContent, says: "A season of 0 years has no yield."))
  }

  @Test func `A rule that is left out finds nothing`() throws {
    let settlement = try stake(paying: .yuan(164_000))
    #expect(
      Audit.findings(without: [.stakeYield, .fixedCoupon]) { $0.examine(settlement) }.isEmpty
    )
    #expect(Audit.findings { $0.examine(settlement) }.count == 2)
  }

  @Test func `Figures are printed with their units`() {
    let values: [(Audit.Value, String)] = [
      (.money("1,234.50"), "1,234.50 yuan"),
      (.ratio(Ratio(-1, 3)), "-33.33 %"),
      (.number(Ratio(49_580, 1_060), in: "yuan"), "46.77 yuan"),
      (.number(127_000, in: "yuan"), "127,000 yuan"),
      (.number(Ratio(.max, 2), in: "times"), "9223372036854775807/2 times"),
      (.number(Ratio(.max), in: "times"), "9,223,372,036,854,775,807 times"),
      (.count(1_234, of: "households"), "1,234 households"),
      (.quantity("28,400 head"), "28,400 head"),
      (.days(1_000), "1,000 days"),
      (.day("2017-12-31"), "2017-12-31"),
    ]
    for (value, text) in values {
      #expect(value.description == text)
    }
  }

  @Test func `An audit keeps its wire form`() throws {
    var audit = Audit()
    audit.thresholds.usualYield = "4%"..."12%"
    audit.without = [.concentration]
    audit.examine(try stake(paying: .yuan(164_000)))
    audit.examine("chicks", reported: "28,400 head", verified: "12,500 head")
    audit.add([finding("own", .low, .household("H"))])
    let (value, isSameBytes) = try roundTrip(audit)
    #expect(value == audit)
    #expect(isSameBytes)
  }

  @Test func `A file with findings in another order is put in order`() throws {
    var audit = Audit()
    audit.add([finding("a", .low, .fund("A"))])
    let first = try json(audit.findings)
    audit.add([finding("a", .high, .fund("A"))])
    let ordered = try json(audit.findings)
    let other = first.dropLast() + "," + ordered.dropFirst()
    let text = try json(audit).replacing(ordered, with: other)
    #expect(try decoded(Audit.self, from: text) == audit)
  }
}

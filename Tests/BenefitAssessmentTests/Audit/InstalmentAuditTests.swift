import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct InstalmentAuditTests {
  /// 49 villages with 30,000 yuan a year and 118 with 9,000, two thirds of it in October (Muli, Sichuan, 2018).
  private static func muli() throws -> Instalments {
    let register = try likeHouseholds(167)
    return try Terms(name: "village funds") {
      Payment("base", each: .fraction("3%", of: .fact(.revenue)), as: .property)
    }
    .settle(
      Season(2018) {
        $0.facts.set(
          .revenue,
          rows: (0..<167).map { .yuan($0 < 49 ? 1_000_000 : 300_000) },
          of: register
        )
      },
      for: register
    )
    .instalments(of: "base", ["2018-10-31": .part(2), "2018-12-31": .part(1)], in: .year(2018))
  }

  private func findings(_ instalments: Instalments, on day: Day) -> [Audit.Finding] {
    Audit.findings { $0.examine(instalments, on: day) }
  }

  @Test func `What is paid by its day is not found`() throws {
    let paid = try Self.muli().paying(.yuan(1_688_000), on: "2018-10-31")
    #expect(findings(paid, on: "2018-12-31").isEmpty)
    #expect(findings(paid, on: "2019-01-01").map(\.severity) == [.medium])
  }

  @Test func `Late is low, open is medium and after a year high`() throws {
    let paid = try Self.muli().paying(.yuan(1_688_000), on: "2018-11-20")
    let found = findings(paid, on: "2019-12-31")
    #expect(found.map(\.severity) == [.medium, .low])
    #expect(
      found[1].description
        == "low, instalments and their days, claim base: due on: 2018-10-31; due: 1,688,000.00 yuan; "
        + "paid in time: 0.00 yuan; paid late: 1,688,000.00 yuan; late: 20 days. Check why the instalment "
        + "was paid late."
    )
    #expect(found[0].value("open") == .money(.yuan(844_000)))
    #expect(found[0].value("late") == .days(365))
    #expect(findings(paid, on: "2020-01-01").map(\.severity) == [.high, .low])
  }

  @Test func `What is paid before the season is found`() throws {
    let paid = try Self.muli().paying(.yuan(9_000), on: "2017-12-31")
      .paying(.yuan(1_679_000), on: "2018-01-01")
    let found = findings(paid, on: "2018-10-31")
    #expect(found.map(\.severity) == [.medium])
    #expect(found.first?.value("paid before the season") == .money(.yuan(9_000)))
    #expect(
      found.first?.text(in: .simplifiedChinese)
        == "中，分期付款，所报「base」：期间开始前支付 9,000.00 元；首次日期 2017-12-31；期间开始 2018-01-01。"
        + "请核查款项来源：期间尚未开始，无收益可分。"
    )
  }
}

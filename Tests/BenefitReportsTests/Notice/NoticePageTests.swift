import BenefitBinding
import BenefitReports
import Foundation
import Testing

struct NoticePageTests {
  @Test func `The page on public notices shows what is settled`() throws {
    let solar = Terms(name: "Solar station") {
      Distribution(of: .revenue) {
        Tier(.percentOfPot(40), by: .gaqa, to: .collective)
        Tier(.rest, by: .person, apportioned: .whole(.yuan), as: .property)
      }
    }
    let households = try Register([
      Household("Z-01", gaqa: "Zhanyi", persons: 3), Household("Z-02", gaqa: "Zhanyi", persons: 2),
      Household("X-01", gaqa: "Xini", persons: 4),
    ])
    let settled = try solar.settle(Season(2016) { $0[.revenue] = "20000.05" }, for: households)
    let notice = try PublicNotice(
      of: settled,
      gaqa: "Zhanyi",
      from: "2017-01-10",
      names: ["Z-01": "张三", "Z-02": "张四"],
      maskingNames: true,
      objectionsTo: "the sumu office"
    )
    let page = URL(filePath: #filePath).appending(path: "../../../../Docs/PublicNotices.md")
      .standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.contains("```text\n\(notice.text(in: .english))\n```"))
  }
}

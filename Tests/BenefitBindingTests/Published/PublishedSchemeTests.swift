import BenefitBinding
import Foundation
import Testing

extension PublishedScheme {
  /// Every case, in the order of the families.
  static let all: [Self] = [
    floorAndShare, floors, fixedRates, loans, perShare, waterfalls, landAndRooms, animals,
    returnsInKind, produce, energy, abroad,
  ].flatMap(\.self)
}

/// Schemes as newspapers, papers and annual reports published them, settled by the public library.
struct PublishedSchemeTests {
  /// The cases that were collected; none may be lost and none made up.
  private static let collected: Set = [
    "c001-huangjue", "c002-qianting", "c005-changping", "c006-shangxiaofeng", "c007-haozhuang",
    "c009-dongguo", "c010-xundian", "c013-lingqiu", "c014-muli", "c016-changzhi",
    "c018-xiaojiafang", "c020-hongjiang", "c021-leling", "c025-shuangping", "c028-jianshe",
    "c029-guanhe", "c031-gaofeng", "c035-jinqiu", "c036-shuangshui", "c040-yanli",
    "c042-zhaoguan", "c046-beicai", "c047-wuxing-wuzhong", "c048-tanshi", "c053-lianhua",
    "c056-wuxing-qtx", "c059-dazhai", "c061-sunjiagou", "c064-yushan", "c066-huangling",
    "c067-yangcun", "c070-wuzhiqu", "c073-gulang", "c074-huanxian", "c077-zhanyi",
    "c079-shizong", "c082-dafang", "c085-daitong", "c086-haikou", "c093-egg-coop",
    "c095-shimen-tea", "c098-carolina", "c101-liyang", "c102-huchao", "c103-nyae", "c108-wulian",
    "c110-lingtai", "c111-badong", "c117-changwu", "c119-shexian", "c123-alaska-2016",
    "c124-daan",
  ]

  @Test func `Every collected case is written down once`() {
    #expect(Self.collected.count == 52)
    #expect(PublishedScheme.all.count == 52)
    #expect(Set(PublishedScheme.all.map(\.id)) == Self.collected)
  }

  @Test(arguments: PublishedScheme.all)
  func `A published scheme settles as it was published`(_ scheme: PublishedScheme) throws {
    let figures = try scheme.figures()
    #expect(!figures.isEmpty)
    for figure in figures {
      #expect(
        figure.verdict == figure.expectedVerdict,
        "\(figure.publishedText), computed \(figure.computedText)"
      )
      if let exact = figure.exact {
        #expect(figure.computed == exact, "\(figure.publishedText)")
      }
    }
  }

  // MARK: - The catalogue

  private static let catalogue = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Docs/PublishedSchemes.md")

  @Test(arguments: PublishedScheme.all)
  func `The catalogue's row is what the case gives`(_ scheme: PublishedScheme) throws {
    let lines = try String(contentsOf: Self.catalogue, encoding: .utf8).split(separator: "\n")
    let row = try scheme.row()
    #expect(lines.contains { $0 == row }, "\(row)")
  }

  @Test func `The catalogue has the rows in order and counts the verdicts`() throws {
    let text = try String(contentsOf: Self.catalogue, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(try rows.dropFirst().map(String.init) == PublishedScheme.all.map { try $0.row() })
    let verdicts = try PublishedScheme.all.flatMap { try $0.figures() }.map(\.verdictText)
    for (verdict, meaning) in [
      ("equal", "equal to the printed figure"),
      ("about", "near a figure that the report calls approximate"),
      ("exceeds", "above a printed lower bound"),
      ("follows", "not printed, worked out apart from the library and equal"),
      ("differs", "a printed figure that the report's other figures do not bear out"),
    ] {
      let count = verdicts.count { $0 == verdict }
      let row = "- \(verdict), \(count) figures: \(meaning)"
      #expect(text.contains(row), "\(row)")
    }
  }
}

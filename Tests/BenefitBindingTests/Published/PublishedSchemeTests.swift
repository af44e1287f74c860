import BenefitBinding
import Foundation
import PublishedSchemes
import Testing

/// Schemes as newspapers, papers and annual reports published them, settled by the public library.
struct PublishedSchemeTests {
  /// The cases that were collected; none may be lost and none made up.
  private static let collected: Set = [
    "c001-huangjue", "c002-qianting", "c005-changping", "c006-shangxiaofeng", "c007-haozhuang",
    "c009-dongguo", "c010-xundian", "c013-lingqiu", "c014-muli", "c016-changzhi",
    "c018-xiaojiafang", "c020-hongjiang", "c021-leling", "c025-shuangping", "c028-jianshe",
    "c029-guanhe", "c031-gaofeng", "c035-jinqiu", "c036-shuangshui", "c040-yanli",
    "c042-zhaoguan", "c046-beicai", "c047-wuxing-wuzhong", "c048-tanshi", "c053-lianhua",
    "c056-wuxing-qingtongxia", "c059-dazhai", "c061-sunjiagou", "c064-yushan", "c066-huangling",
    "c067-yangcun", "c070-wuzhiqu", "c073-gulang", "c074-huanxian", "c077-zhanyi",
    "c079-shizong", "c082-dafang", "c085-daitong", "c086-haikou", "c093-egg-coop",
    "c095-shimen-tea", "c098-carolina", "c101-liyang", "c102-huchao", "c103-nyae-nyae",
    "c108-wulian",
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
    let (figures, settlements) = try scheme.settled()
    #expect(!figures.isEmpty)
    for settlement in settlements { settlement.expectProofs() }
    for figure in figures {
      #expect(
        figure.verdict == figure.expectedVerdict,
        "\(figure.figure), computed \(figure.computed)"
      )
      if let exact = figure.exact {
        #expect(figure.computed == exact, "\(figure.figure)")
      }
    }
  }

  // MARK: - The pages

  private static let documents = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Docs")

  @Test func `The pages are what the cases give`() throws {
    let pages = try Atlas().documents
    for (path, text) in pages {
      let file = Self.documents.appending(path: path)
      let isCurrent = (try? String(contentsOf: file, encoding: .utf8)) == text
      #expect(
        isCurrent,
        "Docs/\(path) is not what the cases give; `swift run Atlas` writes it anew."
      )
    }
    let folder = Self.documents.appending(path: Atlas.folder).path(percentEncoded: false)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(files.map { "\(Atlas.folder)/\($0)" }) == Set(pages.dropFirst().map(\.path)))
  }

  @Test func `The gallery has every case once, with what is drawn for it`() throws {
    let page = try Atlas().gallery
    for scheme in PublishedScheme.all {
      #expect(page.split(separator: "<h3 ").count { $0.contains(">\(scheme.place)</h3>") } == 1)
    }
    let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    #expect(page.split(separator: "<svg").count > 50)
  }
}

extension Settlement {
  /// Expects every amount to follow from its parts.
  fileprivate func expectProofs() {
    for (statement, row) in zip(statements, register.indices) {
      for entry in statement.entries {
        let value = entry.derivation.value
        #expect(value.quantity == entry.quantity)
        if entry.quantity == nil { #expect(value.money == entry.amount) }
        #expect(entry.derivation.holds, "row \(row): \(entry.derivation)")
      }
    }
  }
}

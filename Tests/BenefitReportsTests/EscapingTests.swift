import BenefitBinding
import BenefitReports
import Testing

/// Whatever others call things, it stays text.
struct EscapingTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\" onload=\"alert(1)", "'><b>&amp;", "]]>-->{{}}</style></title>",
    "\u{202E}evil\u{2066}", "שלום <i>", "**x** | [y](z) `q` #1 \\",
  ]

  @Test(arguments: hostile)
  func `A hostile name is shown as it is and is no markup`(name: String) throws {
    let report = try report(name)
    for language in Language.allCases {
      let page = try PageTree.read(report.html(in: language))
      let names = Set(page.all.map(\.name))
      #expect(names.isDisjoint(with: ["script", "b", "i", "iframe"]))
      #expect(page.all.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
      #expect(page.all("style").count == 1)
      let isolated = page.all("bdi").map(\.text)
      // The title, the scheme, the household with its name and its gaqa.
      #expect(isolated.count { $0 == name } >= 5)
      #expect(page.all("title").contains { $0.text.contains(name) })
    }
  }

  @Test func `Nothing of a hostile name is markup in Markdown`() throws {
    for name in Self.hostile {
      let text = try report(name).markdown(in: .english)
      // All that may be read as markup has a backslash before it.
      for mark in ["<", "[", "`", "#1"] where name.contains(mark) {
        let bare = text.replacing("\\" + mark, with: "")
        #expect(!bare.contains(mark), "\(name)")
      }
    }
    let turned = try report("\u{202E}evil").markdown(in: .english)
    #expect(turned.contains("# \u{2068}\u{202E}evil\u{2069}\n"))
  }

  @Test func `A line break in a name is a space`() throws {
    let settlement = try Cases.settle(Cases.households, Cases.dividend)
    let report = try Report(of: settlement, names: ["1": "a\nb\u{0}c"])
    #expect(report.html(in: .english).contains("<bdi>a b c</bdi>"))
    #expect(report.markdown(in: .english).contains("### 1, a b c\n"))
  }

  private func report(_ name: String) throws -> Report {
    let register = try Register([Household(name, gaqa: name, persons: 2)])
    let terms = Terms(name: name) {
      Distribution(name, of: .yuan(100)) {
        Tier(.percentOfPot(50), by: .household, as: .property, named: name)
        Tier(.rest, to: Account(name))
      }
    }
    return try Report(
      of: terms.settle(Season(name), for: register),
      titled: name,
      names: [name: name]
    )
  }
}

import BenefitAssessment
import BenefitBinding
import BenefitReports
import TestSupport
import Testing

/// The laws of every page, whatever was settled.
struct PageTests {
  @Test(arguments: Cases.all.map(\.name), Language.allCases)
  func `A page is well-formed and what it points to is there`(
    name: String,
    language: Language
  ) throws {
    try hold(settlement(name), language)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `Pages of samples are well-formed`(seed: UInt64) throws {
    try hold(Sample(seed: seed).settlement, .english)
  }

  private func hold(_ settlement: Settlement, _ language: Language) throws {
    let page = try PageTree.read(Cases.report(of: settlement).html(in: language))
    let ids = page.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let pointers = page.all.flatMap { element in
      let links = ["href", "fill"].compactMap { element.attributes[$0] }
        .compactMap { $0.wholeMatch(of: /(?:url\()?#([^)]*)\)?/)?.1 }
      return links
        + (element.attributes["aria-labelledby"] ?? "").split(separator: " ")
    }
    #expect(!pointers.isEmpty)
    #expect(pointers.allSatisfy { ids.contains(String($0)) })
    #expect(page.all("html").map { $0.attributes["lang"] } == [language.rawValue])
    #expect(page.all("script").isEmpty && page.all("link").isEmpty && page.all("img").isEmpty)
    #expect(page.all("table").allSatisfy { $0.all("caption").count == 1 })
    #expect(page.all("th").allSatisfy { $0.attributes["scope"] != nil })
    #expect(page.all("svg").allSatisfy { $0.all("desc").count == 1 })
    let levels = page.all.compactMap { $0.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.1) } }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test(arguments: Cases.all.map(\.name))
  func `Both languages and both forms hold the same amounts in the same order`(
    name: String
  ) throws {
    let report = try Cases.report(of: settlement(name))
    var forms: [[String]] = []
    for language in Language.allCases {
      let page = try PageTree.read(report.html(in: language))
      // A chart is its table in the other form.
      forms.append(page.texts(but: ["style", "title", "text"]).flatMap(amounts))
      forms.append(amounts(in: report.markdown(in: language)))
    }
    #expect(!forms[0].isEmpty)
    // A cell that stands for several rows is repeated in Markdown, and here are names with amounts.
    if name == "several schemes" {
      #expect(forms[0] == forms[2] && forms[1] == forms[3])
      return
    }
    for form in forms.dropFirst() {
      let difference = zip(form, forms[0]).enumerated().first { $0.element.0 != $0.element.1 }
      #expect(form == forms[0], "\(difference.map { "\($0)" } ?? "one is longer")")
    }
  }

  @Test(arguments: Cases.all.map(\.name).filter { $0 != "several schemes" })
  func `No English word is left on the Chinese page`(name: String) throws {
    let report = try Cases.report(of: settlement(name))
    let page = try PageTree.read(report.html(in: .simplifiedChinese))
    for text in page.texts(but: ["style"]) { #expect(strayEnglish(in: text) == nil) }
    for line in report.markdown(in: .simplifiedChinese).split(separator: "\n") {
      #expect(strayEnglish(in: String(line)) == nil)
    }
  }

  @Test func `The same report gives the same bytes`() throws {
    let settlement = try Sample(seed: 7).settlement
    let names = Dictionary(
      uniqueKeysWithValues: settlement.register.map { ($0.id, "name of \($0.id)") }
    )
    let pages = try (0..<3).map { _ in
      try Report(of: settlement, names: names).html(in: .english)
    }
    #expect(Set(pages).count == 1)
  }

  private func settlement(_ name: String) throws -> Settlement {
    try #require(Cases.all.first { $0.name == name }).make()
  }

  /// The numbers with two decimals, but for zero, which the Chinese formulas write as a word.
  private func amounts(in text: String) -> [String] {
    text.utf8.split { !(0x2c...0x39).contains($0) || $0 == 0x2f }.compactMap { run in
      let number = String(
        decoding: run[...(run.lastIndex { $0 >= 0x30 } ?? run.startIndex)],
        as: UTF8.self
      )
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 2 && parts[1].count == 2 && number != "0.00" ? number : nil
    }
  }
}

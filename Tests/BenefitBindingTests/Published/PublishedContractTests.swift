import BenefitBinding
import Foundation
import Testing

/// The document that shows published schemes beside the contracts that the library writes for them.
struct PublishedContractTests {
  private static let shown = [
    "c001-huangjue", "c005-changping", "c007-haozhuang", "c020-hongjiang", "c025-shuangping",
    "c042-zhaoguan", "c046-beicai", "c048-tanshi", "c059-dazhai", "c082-dafang",
  ]

  private static let document = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Docs/Contracts.md")

  /// The sections by their titles.
  private static func sections() throws -> [(title: Substring, lines: [Substring])] {
    try String(contentsOf: document, encoding: .utf8).split(separator: "\n## ").dropFirst().map {
      let lines = $0.split(separator: "\n")
      return (lines[0], Array(lines.dropFirst()))
    }
  }

  private static func schemes() -> [PublishedScheme] {
    shown.compactMap { id in PublishedScheme.all.first { $0.id == id } }
  }

  @Test func `The document has a section for each scheme that is shown`() throws {
    #expect(Self.schemes().count == Self.shown.count)
    #expect(try Self.sections().map { String($0.title) } == Self.schemes().map(\.place))
  }

  @Test(arguments: schemes())
  func `The document says what the library writes`(_ scheme: PublishedScheme) throws {
    let section = try #require(try Self.sections().first { $0.title == scheme.place })
    let sentences = section.lines.filter { $0.drop { $0.isWholeNumber }.hasPrefix(". ") }
    let terms = try #require(try scheme.settledTerms().first)
    let written = Language.allCases.flatMap { terms.contract(in: $0) }
    #expect(sentences.map(String.init) == written)
    #expect(section.lines.contains("Source: \(scheme.source)."))
  }
}

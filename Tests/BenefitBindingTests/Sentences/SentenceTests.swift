import BenefitBinding
import Foundation
import Testing

/// Sentences of contracts with their clauses, as `Docs/FromSentenceToClause.md` shows them.
///
/// Each is a test of the page's title in one of the files beside this one.
struct SentenceTests {
  /// A sentence as the page shows it.
  struct Shown: CustomTestStringConvertible {
    let title: String
    let clause: String
    let amounts: [String]

    var testDescription: String { title }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let page = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Docs/FromSentenceToClause.md")

  /// The sentences of the page, in order.
  private static func shown() throws -> [Shown] {
    try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n### ").dropFirst()
      .map { section in
        let block = section.components(separatedBy: "\n```")
        let byHand = try #require(section.firstMatch(of: /\nBy hand: (.+)/))
        return Shown(
          title: String(section.prefix { $0 != "\n" }),
          clause: String(try #require(block.dropFirst().first).trimmingPrefix("swift\n")),
          amounts: byHand.1.matches(of: /\*\*(.+?)\*\*/).map { String($0.1) }
        )
      }
  }

  /// The source of each test by its title.
  private static func sources() throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    let tests = try files.flatMap {
      try String(contentsOf: $0, encoding: .utf8).components(separatedBy: "@Test func `")
        .dropFirst()
    }
    return Dictionary(
      uniqueKeysWithValues: tests.map { test in
        let parts = test.components(separatedBy: "`()")
        return (parts[0], parts.dropFirst().joined(separator: "`()"))
      }
    )
  }

  /// The text without spaces and line breaks, which formatting may change.
  private static func packed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test func `The page has forty-four sentences, one for each test`() throws {
    let titles = try Self.shown().map(\.title)
    #expect(titles.count == 44)
    #expect(titles.map { $0.prefix { $0 != "." } } == (1...44).map { "\($0)" })
    let tests = try Self.sources().keys.filter { $0.first?.isNumber == true }
    #expect(tests.sorted() == titles.sorted())
  }

  @Test(arguments: try shown())
  func `The page shows the clause that is settled and the amounts that it comes to`(
    _ sentence: Shown
  ) throws {
    let source = Self.packed(try #require(try Self.sources()[sentence.title]))
    #expect(sentence.clause.split(separator: "\n").count <= 8)
    #expect(source.contains(Self.packed(sentence.clause)), "\(sentence.clause)")
    #expect(!sentence.amounts.isEmpty)
    for amount in sentence.amounts {
      #expect(source.contains("==\"\(amount)\")") || source.contains("==\(amount))"), "\(amount)")
    }
  }

  @Test func `The page shows the village`() throws {
    let rows = try String(contentsOf: Self.page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| ") }
    #expect(rows.dropFirst().map(String.init) == Self.rows)
  }
}

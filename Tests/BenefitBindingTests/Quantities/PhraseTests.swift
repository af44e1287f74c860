import BenefitBinding
import Foundation
import TestSupport
import Testing

/// Sentences in two languages.
struct PhraseTests {
  @Test func `A phrase has a text in every language and is described in English`() {
    let phrase = Phrase(en: "it is not there.", zh: "没有这一项。")
    #expect(Language.allCases.map(phrase.text(in:)) == ["it is not there.", "没有这一项。"])
    #expect("\(phrase)" == "it is not there.")
    #expect(phrase != Phrase(en: "it is not there.", zh: "无。"))
  }

  @Test func `Stored phrases hold both texts`() throws {
    let phrase = Phrase(en: "all", zh: "合计")
    #expect(try json(phrase) == #"{"en":"all","zh-Hans":"合计"}"#)
    #expect(try roundTripped(phrase) == phrase)
    #expect(throws: DecodingError.self) { try decoded(Phrase.self, from: #"{"en":"all"}"#) }
  }

  @Test func `An error is told in Chinese from its places to its advice`() {
    let error = #expect(throws: BenefitError.self) {
      try Register([Household("A-1", gaqa: "A", persons: 0)])
    }
    #expect(
      error?.text(in: .simplifiedChinese) == "户「A-1」，人口：实际为 0。每户至少有一人；没有人口的户请删去。"
    )
    #expect(error?.text(in: .english) == error?.description)
  }

  /// The text of literals joined by `+`, their interpolations left out.
  private static func text(of code: Substring) -> String {
    var (text, rest) = ("", code.drop { $0.isWhitespace })
    while rest.popFirst() == "\"" {
      text += literal(&rest)
      rest = rest.drop { $0.isWhitespace || $0 == "+" }
    }
    return text
  }

  /// The text of a literal, up to its closing mark.
  private static func literal(_ rest: inout Substring) -> String {
    var text = ""
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      if next != "(" { text.append(next) }
      var depth = next == "(" ? 1 : 0
      while depth > 0, let character = rest.popFirst() {
        if character == "\"" { _ = literal(&rest) }
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      }
    }
    return text
  }

  /// The Chinese texts of the sources.
  private static func chineseTexts() throws -> [(file: String, text: String)] {
    let sources = URL(filePath: #filePath).appending(path: "../../../../Sources").standardized
    let files = try #require(FileManager.default.enumerator(atPath: sources.path()))
    return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .flatMap { name in
        let code = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
        return code.ranges(of: "zh: ").map { (name, text(of: code[$0.upperBound...])) }
          + code.ranges(of: "zh:\n").map { (name, text(of: code[$0.upperBound...])) }
      }
  }

  @Test func `No sentence of the library that is to be Chinese holds an English word`() throws {
    let texts = try Self.chineseTexts()
    #expect(texts.count > 300)
    for (file, text) in texts {
      #expect(strayEnglish(in: text) == nil, "\(file): \(text)")
    }
  }
}

import BenefitBinding
import BenefitDocuments
import TestSupport
import Testing

struct JSONReaderTests {
  private let grammar = JSONGrammar()

  private func error(_ bytes: [UInt8]) -> BenefitError? {
    do throws(BenefitError) {
      _ = try JSONValue(json: bytes)
      return nil
    } catch {
      return error
    }
  }

  private func content(_ text: String) throws -> JSONValue.Content {
    try JSONValue(json: Array(text.utf8)).content
  }

  /// All words of some letters up to a length, after a beginning.
  private static func words(_ letters: String, upTo length: Int, after start: String = "")
    -> [String]
  {
    var (all, longest) = ([start], [start])
    for _ in 0..<length {
      longest = longest.flatMap { word in letters.unicodeScalars.map { word + String($0) } }
      all += longest
    }
    return all
  }

  /// Holds a text against the grammar; an error has a line and a column within it.
  private func check(_ text: String) {
    let bytes = Array(text.utf8)
    guard let error = error(bytes) else {
      if !grammar.matches(text) { Issue.record("\(text.debugDescription) is read") }
      return
    }
    if grammar.matches(text) { Issue.record("\(text.debugDescription) is not read: \(error)") }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard error.places.map(\.kind) == ["text line", "text column"],
      let line = Int(error.places[0].name), let column = Int(error.places[1].name),
      (1...lines.count).contains(line),
      (1...lines[line - 1].unicodeScalars.count + 1).contains(column)
    else {
      Issue.record("\(text.debugDescription): \(error)")
      return
    }
  }

  @Test(arguments: [
    ("[]{},:\"\\ 0n", 4, ""), ("01-+.eE", 4, ""), ("01+.e", 4, "1."), ("{}[],:\"0", 4, "{\""),
    ("{}[],:\"0", 3, "[{\"\":"),
    ("u0dD8f\\\"n", 4, "\"\\"), ("\n\r\t 0[]", 4, ""), ("/*#'a\"", 4, ""),
  ])
  func `Just the texts of the grammar are read`(_ letters: String, _ length: Int, _ start: String) {
    for text in Self.words(letters, upTo: length, after: start) { check(text) }
  }

  @Test func `All strings of three odd bytes are read or refused`() {
    let bytes =
      Array("{\"}[,:0-t\\u\n".utf8) + [
        0, 0x1F, 0x7F, 0x80, 0xBF, 0xC2, 0xE4, 0xEF, 0xBB, 0xF0, 0xFF,
      ]
    for a in bytes {
      for b in bytes {
        for c in bytes { _ = (error([a]), error([a, b]), error([a, b, c])) }
      }
    }
  }

  @Test func `Just the characters of UTF-8 are read`() throws {
    let odd: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF,
      0xF0, 0xF4,
      0xF5, 0xFF,
    ]
    for a in odd {
      for b in odd {
        for c in odd {
          let text = [a, b, c, 0xBF]
          for text in [text, Array(text.dropLast())] {
            let isText = Array(String(decoding: text, as: UTF8.self).utf8) == text
            #expect((error([0x22] + text + [0x22]) == nil) == isText)
          }
        }
      }
    }
  }

  private static let document = """
    {"name": "鄂托克前旗 \\u84DD😀", "ids" : [1, -2.50, 3e+2, true, false, null, "", {}, []],\r
    \t"tiers": [{"by": "stake", "é": {"a": [[["\\"\\\\\\/\\b\\f\\n\\r\\t"]]]}},\r {"by": "members"}]}

    """

  @Test func `Every beginning of a document, and it without one character, keeps to the grammar`() {
    let scalars = Array(Self.document.unicodeScalars)
    for index in scalars.indices {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[..<index])
      check(String(view))
      view.append(contentsOf: scalars[(index + 1)...])
      check(String(view))
    }
    let bytes = Array(Self.document.utf8)
    for index in bytes.indices {
      var less = bytes
      less.remove(at: index)
      for bytes in [less, Array(bytes[..<index])] {
        if let error = error(bytes) { #expect(error.places.count == 2) }
      }
    }
  }

  // MARK: - Values

  @Test(arguments: [
    "0", "-0", "4000.10", "0.1", "123456789012345678901234567890.12345678901234567890", "1E400",
    "5e-324",
  ])
  func `A number is kept as it is written`(_ text: String) throws {
    guard case .number(text) = try content(text) else {
      Issue.record("\(text)")
      return
    }
  }

  @Test func `Escapes stand for their characters`() throws {
    let text = #""\"\\\/\b\f\n\r\t\u0041\u84dd\uD83D\uDE00\ud83d\ude00""#
    guard case .text(let read) = try content(text) else {
      Issue.record("no text")
      return
    }
    #expect(Array(read.unicodeScalars) == Array("\"\\/\u{8}\u{C}\n\r\tA蓝😀😀".unicodeScalars))
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func `Each value knows its line and column`(_ end: String, _ mark: String) throws {
    let text = "\(mark){\"é\u{301}名😀\":\(end)  [1, \"蓝\\n天\",\t-2,{}]\(end)\(end), \"b\" : null }"
    let value = try JSONValue(json: Array(text.utf8))
    guard case .object(let object) = value.content, let list = object["é\u{301}名😀"],
      case .list(let values) = list.value.content, let last = object["b"]
    else {
      Issue.record("no object")
      return
    }
    let places =
      [value.position, list.position, list.value.position] + values.map(\.position)
      + [last.position, last.value.position]
    #expect(
      places.map { [$0.line, $0.column] }
        == [[1, 1], [1, 2], [2, 3], [2, 4], [2, 7], [2, 15], [2, 18], [4, 3], [4, 9]]
    )
  }

  @Test func `An object of many names finds each, and one that stands twice`() throws {
    for count in [1, 16, 17, 200] {
      let members = (0..<count).map { "\"n\($0)\":\($0)" }
      guard case .object(let object) = try content("{\(members.joined(separator: ","))}") else {
        continue
      }
      for number in 0..<count {
        guard case .number("\(number)") = object["n\(number)"]?.value.content else {
          Issue.record("\(number)")
          continue
        }
      }
      #expect(object["n\(count)"] == nil)
      let twice = "{\((members + ["\"n0\":0"]).joined(separator: ",\n"))}"
      #expect(
        error(Array(twice.utf8))?.description
          == "Line \(count + 1), column 1: \"n0\" stands in line 1, column 2 already. Keep one of the two."
      )
    }
  }

  // MARK: - Size

  @Test(arguments: ["[", "{\"a\":", "[{\"\":"])
  func `Sixty-four levels are read and a hundred thousand are refused`(_ open: String) throws {
    let text = try onSmallStack { [open] in
      try JSONValue(
        json: Array(String(repeating: "[", count: 64).utf8) + Array(repeating: 0x5D, count: 64)
      )
      .position.column.description
        + { () -> String in
          do throws(BenefitError) {
            _ = try JSONValue(json: Array(String(repeating: open, count: 100_000).utf8))
            return ""
          } catch {
            return error.places.count == 2 ? error.text(in: .english) : ""
          }
        }()
    }
    #expect(
      text.hasSuffix(
        "more than 64 lists and objects stand in one another here. Take some of the brackets away."
      )
    )
  }

  @Test func `A text of ten megabytes is read`() throws {
    let text = String(repeating: "蓝天,", count: 1_500_000)
    guard case .text(let read) = try content("\"\(text)\"") else {
      Issue.record("no text")
      return
    }
    #expect(read == text)
  }
}

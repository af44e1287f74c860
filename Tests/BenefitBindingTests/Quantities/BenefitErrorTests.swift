import BenefitBinding
import Foundation
import TestSupport
import Testing

struct BenefitErrorTests {
  private static let error = BenefitError(
    .negative,
    at: .clause("dividend"),
    .household("A-1"),
    found: Phrase(en: "the weight is -1.", zh: "权重为 -1。"),
    advice: Phrase(en: "Weights are zero or more.", zh: "权重应为零或以上。")
  )

  @Test func `Places run from the outermost to the innermost, then what was found and what to do`()
  {
    #expect(Self.error.places == [.clause("dividend"), .household("A-1")])
    #expect(
      Self.error.description
        == "Clause \"dividend\", household \"A-1\": the weight is -1. Weights are zero or more."
    )
    #expect(
      Self.error.text(in: .simplifiedChinese) == "条款「dividend」，户「A-1」：权重为 -1。权重应为零或以上。"
    )
    let bare = BenefitError(.nobody, found: Phrase(en: "nobody is there.", zh: "没有人。"))
    #expect(bare.places.isEmpty && bare.advice == nil)
    #expect(bare.text(in: .simplifiedChinese) == "没有人。")
    // A sentence without a place may begin with a name.
    #expect("\(bare)" == "nobody is there.")
  }

  @Test func `A place that is not there is left out`() {
    let household: String? = nil
    let error = BenefitError(
      .overflow,
      at: .scheme("s"),
      household.map { .household($0) },
      found: Phrase(en: "it is too large.", zh: "数额过大。")
    )
    #expect(error.places == [.scheme("s")])
    #expect(error.within(nil) == error)
  }

  @Test func `Within adds outer places and keeps all else`() {
    let outer = Self.error.within(.scheme("s"), .gaqa("A"))
    #expect(outer.places == [.scheme("s"), .gaqa("A")] + Self.error.places)
    #expect(outer.code == Self.error.code)
    #expect(outer.found == Self.error.found && outer.advice == Self.error.advice)
    #expect(outer == Self.error.within(.gaqa("A")).within(.scheme("s")))
    #expect(outer != Self.error)
  }

  @Test func `Errors are equal where code, places and sentences are`() {
    func error(
      _ code: BenefitError.Code = .missing,
      _ place: BenefitError.Place = .row(3),
      _ found: String = "f.",
      _ advice: String = "A."
    ) -> BenefitError {
      BenefitError(
        code,
        at: place,
        found: Phrase(en: found, zh: "事"),
        advice: Phrase(en: advice, zh: "法")
      )
    }
    #expect(error() == error() && error().hashValue == error().hashValue)
    let others = [
      error(.duplicate), error(.missing, .row(4)), error(.missing, .row(3), "g."),
      error(.missing, .row(3), "f.", "B."),
    ]
    #expect(Set(others + [error()]).count == 5)
  }

  @Test func `A place says its kind, its name and itself in words`() {
    let places: [(BenefitError.Place, String, String, String, String)] = [
      (.household("A-1"), "household", "A-1", "household \"A-1\"", "户「A-1」"),
      (.row(3), "row", "3", "row 3", "行 3"),
      (.day("2016-02-29"), "day", "2016-02-29", "2016-02-29", "2016-02-29"),
      (.field("persons"), "field", "persons", "persons", "人口"),
      (.init("column", "gaqa"), "column", "gaqa", "column \"gaqa\"", "列「gaqa」"),
      (.line("a\nb"), "line", "a\nb", "line \"a\\nb\"", "项目「a\\nb」"),
    ]
    for (place, kind, name, words, chinese) in places {
      #expect((place.kind, place.name, place.description) == (kind, name, words))
      #expect(place.text(in: .simplifiedChinese) == chinese)
    }
  }

  @Test func `Codes are open and carry their names`() throws {
    #expect(BenefitError.Code(rawValue: "overflow") == .overflow)
    #expect(BenefitError.Code(rawValue: "unreadableColumn").rawValue == "unreadableColumn")

    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/BenefitBinding/Quantities/BenefitError+Code.swift")
    let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n")
    var names: Set<Substring> = []
    for (line, above) in zip(lines.dropFirst(), lines) {
      guard let match = line.firstMatch(of: /public static let (\w+) = Self\("(\w+)"\)/) else {
        continue
      }
      #expect(match.1 == match.2)
      #expect(above.hasPrefix("  /// ") && above.hasSuffix("."), "\(match.1) is not documented.")
      #expect(names.insert(match.1).inserted)
    }
    #expect((20..<60).contains(names.count))
  }

  @Test func `What a conversion hands on keeps its code and its places`() throws {
    // Sharing counts weights; settling knows whose they are.
    let sharing = #expect(throws: BenefitError.self) {
      try Apportionment.exact.parts(of: .yuan(1), by: [-1])
    }
    let register = try Register([Household("A-1", gaqa: "A", persons: 1)])
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(1)) {
        Tier(.rest, by: .amount(.baselineIncome - "0.01", name: "income"), as: .property)
      }
    }
    let settling = #expect(throws: BenefitError.self) {
      try terms.settle(Season(2016), for: register)
    }
    #expect(settling?.code == sharing?.code && settling?.code == .negative)
    #expect(settling?.places.last == sharing?.places.last)
    #expect(settling?.places.map(\.kind) == ["scheme", "clause", "tier", "household", "weight"])
    #expect(settling?.places.contains(.household("A-1")) == true)
  }

  @Test func `A file that breaks a rule carries the error beneath the decoding error`() throws {
    let stored = try json(Register([Household("A-1", gaqa: "A", persons: 1)]))
    let broken = stored.replacing("[1]", with: "[0]")
    try #require(stored != broken)
    do {
      _ = try decoded(Register.self, from: broken)
      Issue.record("It was decoded.")
    } catch DecodingError.dataCorrupted(let context) {
      let error = try #require(context.underlyingError as? BenefitError)
      #expect(error.code == .notPositive)
      #expect(error.places == [.household("A-1"), .field("persons")])
      #expect(context.debugDescription == error.description)
    }
  }
}

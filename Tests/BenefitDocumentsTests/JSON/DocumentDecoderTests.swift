import BenefitBinding
import BenefitDocuments
import TestSupport
import Testing

private struct Tier: Decodable, Equatable {
  enum By: String, Decodable, CaseIterable { case stake, members, shares }

  var name: String
  var by: By
  var amount: Money?
  var count: Int8?
  var open: Bool?
}

private struct Plan: Decodable, Equatable {
  var name: String
  var tiers: [Tier]
  var rates: [String: Ratio]?
}

struct DocumentDecoderTests {
  private func problems<Value: Decodable>(_ type: Value.Type, _ text: String) -> [String] {
    do throws(Mistakes) {
      _ = try DocumentDecoder().decode(type, from: Array(text.utf8))
      return []
    } catch {
      for problem in error.problems {
        let chinese = problem.text(in: .simplifiedChinese)
        #expect(
          strayEnglish(in: chinese) == nil && (chinese.hasPrefix("第 ") || chinese.hasPrefix("除前 "))
        )
      }
      return error.problems.map(\.description)
    }
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try DocumentDecoder().decode(type, from: Array(text.utf8))
  }

  // MARK: - Values

  @Test func `An object is read with what is left out or null as nothing`() throws {
    let text = """
      {"name": "蓝天", "tiers": [{"name": "a", "by": "stake", "amount": 4000.10, "count": -128, "open": false},
      {"name": "b", "by": "members", "amount": null}], "rates": {"x": "5 %", "y": 0.25}}
      """
    let plan = try decoded(Plan.self, text)
    #expect(
      plan.tiers[0] == Tier(name: "a", by: .stake, amount: "4000.10", count: -128, open: false)
    )
    #expect(plan.tiers[1] == Tier(name: "b", by: .members))
    #expect(plan.rates == ["x": "5 %", "y": "0.25"])
  }

  @Test func `A number is exact, whether a text is asked for or a whole number`() throws {
    #expect(try decoded(Money.self, "92233720368547758.07") == .init(fen: .max))
    #expect(
      try decoded([Int64].self, "[9223372036854775807, -9223372036854775808]") == [.max, .min]
    )
    #expect(try decoded([UInt64].self, "[18446744073709551615, -0]") == [.max, 0])
    #expect(try decoded([String].self, "[1.50, \"a\"]") == ["1.50", "a"])
    #expect(try decoded([Double].self, "[0.1, 1e-2, 3]") == [0.1, 0.01, 3])
  }

  @Test func `Types of the library come back from their files`() throws {
    func check<Value: Codable & Equatable>(_ value: Value) throws {
      #expect(try decoded(Value.self, try json(value)) == value)
    }
    try check(Apportionment.exact)
    try check([
      Residue.largestRemainder, .posted(to: .collective), .posted(to: Account("a", of: .programme)),
    ])
    try check(Household("A", gaqa: "G", persons: 3, measures: [.shares: "5 share"]))
    try check(Day(2024, 2, 29))
    try check(Amount.percentOfPot(60))
  }

  // MARK: - Mistakes

  @Test(arguments: [
    (
      "{\"name\": {}, \"tiers\": []}",
      "Line 1, column 10, name: found an object. Write a text in double quotes."
    ),
    (
      "{\"name\": true, \"tiers\": []}",
      "Line 1, column 10, name: found true. Write a text in double quotes."
    ),
    (
      "{\"name\": null, \"tiers\": []}",
      "Line 1, column 10, name: found null. Write a text in double quotes."
    ),
    (
      "{\"name\": 1, \"tiers\": \"a\\nb\"}",
      "Line 1, column 22, tiers: found the text \"a\\nb\". Write a list in square brackets, also of one value."
    ),
    ("[1]", "Line 1, column 1: found a list. Write names and values in curly brackets."),
    (
      "{\"name\": 1, \"tiers\": {}}",
      "Line 1, column 22, tiers: found an object. Write a list in square brackets, also of one value."
    ),
    (
      "{\"name\": 1, \"tiers\": [], \"rates\": {\"a b\": \"x\"}}",
      "Line 1, column 43, rates[\"a b\"]: \"x\" is not a number. "
    ),
    (
      "{\"name\": 1}",
      "Line 1, column 1: the object of \"name\" has no \"tiers\". Add it with its value."
    ),
  ])
  func `A value of another kind is quoted with what to write`(_ text: String, _ sentence: String) {
    let problems = problems(Plan.self, text)
    #expect(problems.count == 1 && problems[0].hasPrefix(sentence))
  }

  @Test(arguments: [
    ("\"count\": 128", "count: found the number 128. Write a whole number from -128 to 127."),
    ("\"count\": 5.0", "count: found the number 5.0. Write a whole number without quotes."),
    ("\"count\": \"5\"", "count: found the text \"5\". Write a whole number without quotes."),
    ("\"open\": \"yes\"", "open: found the text \"yes\". Write true or false without quotes."),
    ("\"open\": 1", "open: found the number 1. Write true or false without quotes."),
    (
      "\"amount\": \"1.005\"",
      "amount: \"1.005\" has more decimals than can be kept. Write an amount with at most two decimals"
    ),
  ])
  func `A value that does not fit is refused`(_ member: String, _ sentence: String) throws {
    let problems = problems(Tier.self, "{\"name\": 1, \"by\": \"stake\",\n\(member)}")
    let column = member.prefix { $0 != ":" }.count + 3
    try #require(problems.count == 1)
    #expect(problems[0].hasPrefix("Line 2, column \(column), \(sentence)"))
  }

  @Test func `A word is held against those there are`() {
    func problem(_ word: String) -> [String] { problems([Tier.By].self, "[\(word)]") }
    #expect(
      problem("\"member\"") == [
        "Line 1, column 2, [0]: found the text \"member\". Write \"members\"."
      ]
    )
    for word in ["pot", "table"] {
      #expect(
        problem("\"\(word)\"") == [
          "Line 1, column 2, [0]: found the text \"\(word)\". "
            + "Correct it to one of \"stake\", \"members\", \"shares\", or delete it."
        ]
      )
    }
  }

  @Test func `The code and the places of an error of the library are kept`() {
    do throws(Mistakes) {
      _ = try DocumentDecoder().decode(
        Plan.self,
        from: Array("{\"name\":1,\"tiers\":[{\"name\":1,\"by\":\"stake\",\"amount\":\"x\"}]}".utf8)
      )
    } catch {
      #expect(error.problems.map(\.code) == [.malformed])
      #expect(error.problems.map { $0.places.map(\.name) } == [["1", "52", "tiers[0].amount"]])
    }
  }

  @Test func `A long value is quoted in short`() {
    let text = "\"\(String(repeating: "蓝", count: 100_000))\""
    #expect(
      problems(Money.self, text).allSatisfy {
        $0.hasPrefix(
          "Line 1, column 1: found the text \"\(String(repeating: "蓝", count: 40))…\". Write "
        )
      }
    )
  }

  // MARK: - Names

  @Test func `A misspelt name is told the right one, and that one is not missing besides`() {
    for name in ["tires", "Tiers", "ｔｉｅｒｓ", "tier", "ti_ers", "t iers"] {
      #expect(
        problems(Plan.self, "{\"name\": 1, \"\(name)\": []}")
          == [
            "Line 1, column 13, \(name == "t iers" ? "[\"t iers\"]" : name): nothing is read under this name here. Write \"tiers\"."
          ]
      )
    }
  }

  @Test func `All names that nobody asks for are told those there are`() {
    #expect(
      problems(Plan.self, "{\"by\": 1, \"name\": 1, \"tiers\": [],\n\"为\": 2}") == [
        "Line 1, column 2, by: nothing is read under this name here. "
          + "Correct it to one of \"name\", \"tiers\", \"rates\", or delete it.",
        "Line 2, column 1, 为: nothing is read under this name here. "
          + "Correct it to one of \"name\", \"tiers\", \"rates\", or delete it.",
      ]
    )
  }

  @Test
  func
    `Names that nobody asks for are reported with an error of a part, and none that was still to come`()
  {
    #expect(
      problems(Plan.self, "{\"zzz\": 1, \"name\": [], \"tiers\": [], \"rates\": {}}") == [
        "Line 1, column 2, zzz: nothing is read under this name here. "
          + "Correct it to one of \"name\", \"tiers\", \"rates\", or delete it.",
        "Line 1, column 20, name: found a list. Write a text in double quotes.",
      ]
    )
  }

  @Test func `Types that look for strangers themselves leave it to the decoder`() throws {
    #expect(
      problems(Apportionment.self, "{\"residu\": \"first\"}") == [
        "Line 1, column 2, residu: nothing is read under this name here. Write \"residue\"."
      ]
    )
    #expect(
      problems(Residue.self, "{\"postedTo\": \"a\", \"rule\": \"first\"}") == [
        "Line 1, column 19, rule: nothing is read under this name here. "
          + "Correct it to one of \"postedTo\", or delete it."
      ]
    )
  }

  // MARK: - Many

  @Test func `The mistakes of all elements are listed in the order of the text`() {
    let text = """
      {"tiers": [{"name": "a", "by": "pot"},
      {"name": "b", "by": "stake", "colour": 1, "count": "5"},
      {"name": "c", "by": "stake"}, 7],
      "nmae": "蓝天", "rates": {"x": [], "y": "z"}}
      """
    #expect(
      problems(Plan.self, text) == [
        "Line 1, column 32, tiers[0].by: found the text \"pot\". Correct it to one of \"stake\", \"members\", \"shares\", or delete it.",
        "Line 2, column 30, tiers[1].colour: nothing is read under this name here. "
          + "Correct it to one of \"name\", \"by\", \"amount\", \"count\", \"open\", or delete it.",
        "Line 2, column 52, tiers[1].count: found the text \"5\". Write a whole number without quotes.",
        "Line 3, column 31, tiers[3]: found the number 7. Write names and values in curly brackets.",
        "Line 4, column 1, nmae: nothing is read under this name here. Write \"name\".",
        "Line 4, column 30, rates.x: found a list. Write a text in double quotes.",
        "Line 4, column 39, rates.y: \"z\" is not a number. Write a rate such as 4.35%, 0.0435 or 29/100.",
      ]
    )
  }

  @Test func `All parts of an object that are wrong or missing are told`() {
    #expect(
      problems(Tier.self, "{\"name\": [], \"amount\": \"x\", \"count\": 500, \"open\": 1}") == [
        "Line 1, column 1: the object of \"name\", \"amount\", \"count\", \"open\" has no \"by\". Add it with its value.",
        "Line 1, column 10, name: found a list. Write a text in double quotes.",
        "Line 1, column 24, amount: \"x\" is not a number. Write an amount with at most two decimals, such as 4,000.00.",
        "Line 1, column 38, count: found the number 500. Write a whole number from -128 to 127.",
        "Line 1, column 51, open: found the number 1. Write true or false without quotes.",
      ]
    )
  }

  /// A type of parts that nothing plain can stand in for.
  private struct Endless: Decodable {
    private enum Key: CodingKey { case next, after }

    init(from decoder: any Decoder) throws {
      let parts = try decoder.container(keyedBy: Key.self)
      _ = try parts.decode(Endless.self, forKey: .next)
      _ = try parts.decode(Int.self, forKey: .after)
    }
  }

  @Test func `Where nothing plain can stand in for a part, those before it are told`() {
    #expect(
      problems(Endless.self, "{\"after\": \"x\"}") == [
        "Line 1, column 1: the object of \"after\" has no \"next\". Add it with its value."
      ]
    )
  }

  /// A type with a rule for its list as a whole.
  private struct Both: Decodable {
    enum Key: CodingKey { case values }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self).decode([Int].self, forKey: .values)
      if values.count != 2 {
        throw BenefitError(.wrongLength, found: Phrase(en: "not two.", zh: "不是两个。"))
      }
    }
  }

  @Test func `A rule for the whole is not held against what lacks a wrong part`() {
    #expect(problems(Both.self, "{\"values\": [1]}") == ["Line 1, column 1: not two."])
    #expect(
      problems(Both.self, "{\"values\": [1, null]}")
        == ["Line 1, column 16, values[1]: found null. Write a whole number without quotes."]
    )
    #expect(
      problems(Both.self, "{\"values\": [1], \"x\": 0}") == [
        "Line 1, column 1: not two.",
        "Line 1, column 17, x: nothing is read under this name here. Correct it, or delete it.",
      ]
    )
  }

  /// A type of several forms.
  private enum Form: Decodable, Equatable {
    case number(Int), names([String]), tiers([Tier])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else if let names = try? container.decode([String].self) {
        self = .names(names)
      } else {
        self = .tiers(try container.decode([Tier].self))
      }
    }
  }

  @Test func `A form that does not fit leaves no mistakes to the one that does`() throws {
    #expect(
      try decoded([Form].self, "[1, [\"a\", \"b\"], [{\"name\": \"a\", \"by\": \"stake\"}]]")
        == [.number(1), .names(["a", "b"]), .tiers([Tier(name: "a", by: .stake)])]
    )
    #expect(
      problems([Form].self, "[[{\"name\": 1, \"by\": \"stake\", \"x\": 1}, {}], true]") == [
        "Line 1, column 30, [0][0].x: nothing is read under this name here. "
          + "Correct it to one of \"name\", \"by\", \"amount\", \"count\", \"open\", or delete it.",
        "Line 1, column 39, [0][1]: the object is empty and needs \"name\". Add it with its value.",
        "Line 1, column 39, [0][1]: the object is empty and needs \"by\". Add it with its value.",
        "Line 1, column 44, [1]: found true. Write a list in square brackets, also of one value.",
      ]
    )
  }

  private struct Nest: Decodable { var inner: [Nest] }

  @Test func `What is as deep as can be is decoded on a small stack`() throws {
    let text =
      String(repeating: "{\"inner\":[", count: 31) + "{\"inner\":[]}"
      + String(repeating: "]}", count: 31)
    _ = try onSmallStack {
      try DocumentDecoder().decode(Nest.self, from: Array(text.utf8)).inner.count
    }
  }

  @Test func `A hundred mistakes are listed and the others counted`() {
    let problems = problems(
      [Int].self,
      "[\(Array(repeating: "true", count: 250).joined(separator: ","))]"
    )
    #expect(problems.count == 101)
    #expect(
      problems[99] == "Line 1, column 497, [99]: found true. Write a whole number without quotes."
    )
    #expect(problems[100] == "There are more mistakes, 150 beyond the first 100.")
  }

  // MARK: - By hand

  /// A type that reads its parts through nested containers.
  private struct Pair: Decodable, Equatable {
    enum Key: CodingKey { case pair, inner, rest }

    var values: [Int]

    init(_ values: Int...) { self.values = values }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      var list = try container.nestedUnkeyedContainer(forKey: .pair)
      let inner = try container.nestedContainer(keyedBy: Key.self, forKey: .inner)
      let rest = try container.superDecoder(forKey: .rest).singleValueContainer().decode(Int.self)
      values = [
        try list.decode(Int.self), try list.decode(Int.self),
        try inner.decode(Int.self, forKey: .pair), rest,
      ]
    }
  }

  @Test func `Parts that are read by hand are held to the same rules`() throws {
    #expect(
      try decoded(Pair.self, "{\"pair\": [1, 2], \"inner\": {\"pair\": 3}, \"rest\": 4}")
        == Pair(1, 2, 3, 4)
    )
    #expect(
      problems(
        Pair.self,
        "{\"pair\": [1, 2, 5, 6], \"inner\": {\"pair\": 3, \"piar\": 0}, \"rest\": 4, \"more\": 1}"
      ) == [
        "Line 1, column 17, pair[2]: the list goes on after 2 values. Delete the rest.",
        "Line 1, column 45, inner.piar: nothing is read under this name here. Correct it to one of \"pair\", or delete it.",
        "Line 1, column 68, more: nothing is read under this name here. "
          + "Correct it to one of \"pair\", \"inner\", \"rest\", or delete it.",
      ]
    )
    #expect(
      problems(Pair.self, "{\"pair\": [1], \"inner\": {}, \"rest\": 4}")
        == ["Line 1, column 10, pair: the list ends after 1 value. Add what is missing."]
    )
    #expect(
      problems(Pair.self, "{\"pair\": [true, 2], \"inner\": {}, \"rest\": 4}")
        == ["Line 1, column 11, pair[0]: found true. Write a whole number without quotes."]
    )
  }

  @Test func `Values for types are handed on`() throws {
    struct Told: Decodable {
      var word: String
      init(from decoder: any Decoder) throws {
        word = try #require(
          CodingUserInfoKey(rawValue: "word").flatMap { decoder.userInfo[$0] as? String }
        )
      }
    }
    let key = try #require(CodingUserInfoKey(rawValue: "word"))
    let told = try DocumentDecoder(userInfo: [key: "蓝天"]).decode(
      [String: Told].self,
      from: Array("{\"a\": 0}".utf8)
    )
    #expect(told["a"]?.word == "蓝天")
  }
}

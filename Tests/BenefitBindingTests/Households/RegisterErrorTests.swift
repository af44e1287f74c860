import BenefitBinding
import TestSupport
import Testing

struct RegisterErrorTests {
  /// The error that a list of households is refused with.
  private func error(_ households: Household...) -> BenefitError? {
    #expect(throws: BenefitError.self) { try Register(households) }
  }

  private static let good = Household("NLX-01", gaqa: "Nalinxili", persons: 4)

  @Test func `A household without an id is named by its row`() {
    let error = error(Self.good, Household("", gaqa: "Nalinxili", persons: 4))
    #expect(error?.code == .invalidName)
    #expect(
      error?.description
        == #"Household "", id: found nothing in row 2. Give every household an id."#
    )
  }

  @Test(arguments: [
    ("NLX-01", "NLX-01", "Nalinxili"), ("NLX-01", "NLX-01", "Wushen"),
    ("Caf\u{E9}", "Cafe\u{301}", "Nalinxili"), ("Caf\u{E9}", "Cafe\u{301}", "Wushen"),
    ("각", "\u{1100}\u{1161}\u{11A8}", "Nalinxili"),
  ])
  func `An id that two households carry is refused, however composed`(
    _ id: String,
    _ again: String,
    _ gaqa: String
  ) {
    let error = error(
      Household(id, gaqa: "Nalinxili", persons: 4),
      Household("other", gaqa: "Nalinxili", persons: 4),
      Household(again, gaqa: gaqa, persons: 4)
    )
    #expect(error?.code == .duplicate && error?.places == [.household(id), .field("id")])
    #expect(
      error?.description
        == "Household \"\(id)\", id: found it twice. "
        + "Give every household of the register an id of its own."
    )
  }

  @Test func `A household without a gaqa is refused`() {
    let error = error(Household("NLX-01", gaqa: "", persons: 4))
    #expect(error?.code == .invalidName)
    #expect(
      error?.description
        == #"Household "NLX-01", gaqa: found nothing. Name the gaqa the household belongs to."#
    )
  }

  @Test(arguments: [0, -1, Int.min])
  func `A household without members is refused`(_ persons: Int) {
    let error = error(Household("NLX-01", gaqa: "Nalinxili", persons: persons))
    #expect(error?.code == .notPositive)
    #expect(
      error?.description
        == "Household \"NLX-01\", persons: found \(persons). "
        + "A household has at least one member; leave out one that has none."
    )
  }

  @Test func `More members than the arithmetic carries are refused`() throws {
    let most = try Register([Household("a", gaqa: "g", persons: 2_147_483_647)])
    #expect(most.personCount == 2_147_483_647)
    for persons in [2_147_483_648, Int.max] {
      let error = error(Household("NLX-01", gaqa: "Nalinxili", persons: persons))
      #expect(error?.code == .outOfRange)
      #expect(
        error?.description
          == "Household \"NLX-01\", persons: found \(persons). "
          + "A household has at most 2147483647 members."
      )
    }
  }

  @Test func `An income below zero is refused`() {
    let error = error(
      Household("NLX-01", gaqa: "Nalinxili", persons: 4, baselineIncome: "-1,000.01")
    )
    #expect(error?.code == .negative)
    #expect(
      error?.description
        == "Household \"NLX-01\", baseline income: found -1,000.01. "
        + "Enter zero where a year's costs were above its receipts."
    )
  }

  @Test func `A measure below zero is refused`() {
    let error = error(
      Self.good,
      Household("NLX-02", gaqa: "Nalinxili", persons: 4, measures: [.landArea: "-0.5 mu"])
    )
    #expect(error?.code == .negative && error?.places.first == .household("NLX-02"))
    #expect(
      error?.description
        == #"Household "NLX-02", land area: found -0.5 mu. A measure is zero or more."#
    )
  }

  @Test func `A quantity in another unit than its measure is refused`() {
    let error = error(
      Household("NLX-01", gaqa: "Nalinxili", persons: 4, measures: [.landArea: "5 jin"])
    )
    #expect(error?.code == .wrongUnit)
    #expect(
      error?.description
        == "Household \"NLX-01\", land area: found 5 jin. "
        + "Give it in the unit of the measure, mu."
    )
  }

  @Test(arguments: [
    ("gaqa", 1, 2, 2, 2, 2), ("persons", 2, 3, 2, 2, 2), ("status", 2, 2, 0, 2, 2),
    ("baseline income", 2, 2, 2, 4, 2), ("shares", 2, 2, 2, 2, 1),
  ])
  func `A column of another length is refused by its name`(
    _ field: String,
    _ gaqas: Int,
    _ persons: Int,
    _ statuses: Int,
    _ incomes: Int,
    _ shares: Int
  ) throws {
    let error = try #require(
      #expect(throws: BenefitError.self) {
        try Register(
          ids: ["a", "b"],
          gaqas: Array(repeating: "g", count: gaqas),
          persons: Array(repeating: 1, count: persons),
          statuses: Array(repeating: .atRisk, count: statuses),
          baselineIncomes: Array(repeating: .zero, count: incomes),
          measures: [.shares: Array(repeating: "1 share", count: shares)]
        )
      }
    )
    let rows = try #require([gaqas, persons, statuses, incomes, shares].first { $0 != 2 })
    #expect(error.code == .wrongLength && error.places == [.init("column", field)])
    #expect(
      error.description
        == "Column \"\(field)\": found \(rows) row\(rows == 1 ? "" : "s"). "
        + "Give it one value for each of the 2 households."
    )
  }

  @Test(
    arguments: [
      ([1, -2], "Household \"b\", shares: found -2 shares. A measure is zero or more."),
      (
        [1, .max],
        "Household \"b\", shares: found 9223372036854775807. A measure has at most 9223372036854775 units."
      ),
      ([1], "Column \"shares\": found 1 row. Give it one value for each of the 2 households."),
    ] as [([Int64], String)]
  )
  func `A whole number that is no measure is refused`(_ shares: [Int64], _ text: String) throws {
    let error = try #require(
      #expect(throws: BenefitError.self) {
        try Register(
          ids: ["a", "b"],
          gaqas: ["g", "g"],
          persons: [1, 1],
          counts: [.shares: shares]
        )
      }
    )
    #expect(error.description == text)
  }

  @Test func `A measure stands in one column`() throws {
    let error = try #require(
      #expect(throws: BenefitError.self) {
        try Register(
          ids: ["a"],
          gaqas: ["g"],
          persons: [1],
          measures: [.shares: ["1 share"]],
          counts: [.shares: [1]]
        )
      }
    )
    #expect(
      error.description
        == "Column \"shares\": it stands among the measures and among the counts. Give one column of it."
    )
  }

  @Test func `The first household at fault is named, at its first field`() {
    let error = error(
      Self.good,
      Household("NLX-03", gaqa: "Nalinxili", persons: 0, baselineIncome: "-1"),
      Household("NLX-02", gaqa: "", persons: 0)
    )
    #expect(error?.places.first == .household("NLX-03") && error?.code == .notPositive)
  }

  @Test func `All problems of a list are told, the first one as creating a register throws it`() {
    let list = [
      Self.good,
      Household("NLX-03", gaqa: "", persons: 0, measures: [.landArea: "-1 mu"]),
      Household("NLX-02", gaqa: "Wushen", persons: 1, baselineIncome: "-1"),
      Household("NLX-02", gaqa: "Wushen", persons: 2, measures: [.landArea: "5 jin"]),
    ]
    let problems = Register.problems(in: list)
    let expected: [(BenefitError.Code, [BenefitError.Place])] = [
      (.invalidName, [.household("NLX-03"), .field("gaqa")]),
      (.notPositive, [.household("NLX-03"), .field("persons")]),
      (.negative, [.household("NLX-02"), .field("baseline income")]),
      (.negative, [.household("NLX-03"), .field("land area")]),
      (.wrongUnit, [.household("NLX-02"), .field("land area")]),
      (.duplicate, [.household("NLX-02"), .field("id")]),
    ]
    #expect(problems.map(\.code) == expected.map(\.0))
    #expect(problems.map(\.places) == expected.map(\.1))
    #expect(problems.first == #expect(throws: BenefitError.self) { try Register(list) })
    #expect(Register.problems(in: [Self.good]).isEmpty)
  }

  @Test func `A file is checked like a list`() throws {
    let wire = try json(Register([Self.good, Household("NLX-02", gaqa: "Wushen", persons: 3)]))
    #expect(
      try decodingProblem(Register.self, from: wire.replacing("NLX-02", with: "NLX-01"))
        == #"Household "NLX-01", id: found it twice. "#
        + "Give every household of the register an id of its own."
    )
    #expect(
      try decodingProblem(Register.self, from: wire.replacing("[4,3]", with: "[4,0]"))
        == #"Household "NLX-02", persons: found 0. "#
        + "A household has at least one member; leave out one that has none."
    )
    #expect(
      try decodingProblem(Register.self, from: wire.replacing("[4,3]", with: "[4]"))
        == #"Column "persons": found 1 row. Give it one value for each of the 2 households."#
    )
    let measure = #"{"key":{"name":"shares","unit":"share"},"value":["1 share","2 shares"]}"#
    #expect(
      try decodingProblem(
        Register.self,
        from: wire.replacing(#""measures":[]"#, with: #""measures":[\#(measure),\#(measure)]"#)
      ) == "A name stands in the list twice."
    )
  }

  @Test func `Names in a file are never empty`() throws {
    #expect(
      try decodingProblem(Measure.self, from: #"{"name":"","unit":"mu"}"#)
        == "Measure needs a name; this one is empty."
    )
    #expect(
      try decodingProblem(Measure.self, from: #"{"name":"area","unit":""}"#)
        == "Unit needs a name; this one is empty."
    )
    #expect(
      try decodingProblem(Status.self, from: #""""#)
        == "Status needs a name; this one is empty."
    )
    #expect(
      try decodingProblem(Account.self, from: #""""#)
        == "Account needs a name; this one is empty."
    )
  }
}

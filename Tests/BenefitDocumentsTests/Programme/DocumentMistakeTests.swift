import BenefitBinding
import BenefitDocuments
import TestSupport
import Testing

struct DocumentMistakeTests {
  private static let whole = """
    {
      "format": "benefit-binding programme 1",
      "name": "P",
      "definitions": {"floor": "5 % of stake"},
      "schemes": [
        {"model": "shareholding", "name": "S", "funding": [{"amount": "100", "from": "x"}], "dividend": "floor"},
        {"name": "T", "clauses": [
          {"payment": "rent", "each": "amount('milk') per land area", "as": "property"}
        ]}
      ],
      "season": {"name": "2016", "facts": {"milk": "3"}, "schemes": {"T": {"land area": "2 mu"}}}
    }
    """

  private static func problems(_ part: String, _ other: String) -> [String] {
    precondition(whole.contains(part))
    return ProgrammeDocument.problems(inJSON: Array(whole.replacing(part, with: other).utf8))
      .map(\.description)
  }

  @Test func `A document without mistakes has none`() {
    #expect(Self.problems("2016", "2017").isEmpty)
  }

  @Test(arguments: [
    (
      #""clauses""#, #""clausse""#,
      #"Line 7, column 19, schemes[1].clausse: nothing is read under this name here. Write "clauses"."#
    ),
    (
      "programme 1", "programme 9",
      "Line 2, column 13, format: This is no document of a known form. "
        + #"Write "benefit-binding programme 1"."#
    ),
    (
      #""shareholding""#, #""sharholding""#,
      #"Line 6, column 15, schemes[0].model: There is no model "sharholding". Write "shareholding"."#
    ),
    (
      #""floor"},"#, #""flor"},"#,
      "Line 6, column 101, schemes[0].dividend, a formula, character 1: \"flor\" is no known name. "
        + #"Write "floor", or a name of your own with its kind, as amount('flor')."#
    ),
    (
      #""milk": "3""#, #""mlik": "3""#,
      #"Line 11, column 48, season.facts.mlik: No formula of the schemes asks for a fact of this name. Write "milk"."#
    ),
    (
      #"{"T": {"land"#, #"{"t": {"land"#,
      #"Line 11, column 71, season.schemes.t: The document has no scheme of this name. Write "T"."#
    ),
    (
      #""from": "x""#, #""from": "Enterprise""#,
      "Line 6, column 82, schemes[0].funding[0].from: \"Enterprise\" is nearly a source that the library knows. "
        + #"Write "enterprise", or a name that is less like it."#
    ),
    (
      "2 mu", "2 kg",
      #"Line 11, column 85, season.schemes.T["land area"]: land area is counted in mu, not as 2 kg."#
    ),
  ])
  func `A mistake is told with its place and what to write`(
    _ part: String,
    _ other: String,
    _ sentence: String
  ) {
    #expect(Self.problems(part, other) == [sentence])
  }

  @Test func `All mistakes are told together, in the order of the text`() {
    let text = Self.whole.replacing(#""x"}"#, with: #""x", "intrest": "1%"}"#)
      .replacing(#""as": "property""#, with: #""as": "proprety", "wehre": "always""#)
      .replacing(#"{"name": "2016""#, with: #"{"nmae": "2016""#)
    let problems = ProgrammeDocument.problems(inJSON: Array(text.utf8))
    let places = problems.map { $0.description.split(separator: ":").first ?? "" }
    #expect(places.count >= 3, "\(problems)")
    #expect(places.first?.contains("schemes[0].funding[0].intrest") == true, "\(places)")
    #expect(places.contains { $0.contains("schemes[1].clauses[0].as") }, "\(places)")
    for problem in problems {
      let chinese = problem.text(in: .simplifiedChinese)
      #expect(strayEnglish(in: chinese) == nil, "\(chinese)")
    }
  }

  @Test func `A definition may use those before it and none after`() {
    let definitions = #"{"floor": "5 % of stake"}"#
    #expect(
      Self.problems(definitions, #"{"base": "stake", "floor": "5 % of base"}"#).isEmpty
    )
    let turned = Self.problems(definitions, #"{"floor": "5 % of base", "base": "stake"}"#)
    #expect(turned.first?.contains("definitions.floor") == true, "\(turned)")
    let reserved = Self.problems(definitions, #"{"stake": "5", "floor": "stake"}"#)
    #expect(reserved.first?.contains("definitions.stake") == true, "\(reserved)")
  }

  @Test func `A definition that cannot be read is told once, and not where it is called`() {
    #expect(
      Self.problems(
        #""definitions": {"floor": "5 % of stake"}"#,
        #""definitions": {"floor": "5 & of stake", "twice": "2 * floor"}"#
      )
        == [
          "Line 4, column 28, definitions.floor, a formula, character 3: \"&\" is no sign of a formula. "
            + "Put names between quotes, and use + - * / ( ) , >= > <= < and =."
        ]
    )
    #expect(
      Self.problems(#""definitions": {"floor": "5 % of stake"}"#, #""definitions": {"floor": []}"#)
        == [
          "Line 4, column 28, definitions.floor: found a list. Write a text in double quotes."
        ]
    )
    // One of a name that is taken leaves the first.
    #expect(
      Self.problems(#""5 % of stake"}"#, #""5 % of stake", "Floor": "1"}"#).map { $0.prefix(32) }
        == [
          "Line 4, column 53, definitions.F"
        ]
    )
  }

  @Test func `All that is wrong within a clause is told, and nothing that follows from it`() {
    let clause = #"{"payment": "rent", "each": "amount('milk') per land area", "as": "property"}"#
    #expect(
      Self.problems(
        clause,
        #"{"payment": "rent", "each": "amount(", "where": "persons", "as": "gift"}"#
      )
      .map { $0.prefix { $0 != ":" } } == [
        "Line 8, column 35, schemes[1].clauses[0].each, a formula, character 8",
        "Line 8, column 55, schemes[1].clauses[0].where, a formula, character 1",
        "Line 8, column 72, schemes[1].clauses[0].as",
      ]
    )
    #expect(
      Self.problems(clause, #"{"distribution": "d", "of": [], "tiers": 5, "per": 1}"#)
        .map { $0.prefix { $0 != ":" } } == [
          "Line 8, column 35, schemes[1].clauses[0].of",
          "Line 8, column 48, schemes[1].clauses[0].tiers",
          "Line 8, column 58, schemes[1].clauses[0].per",
        ]
    )
  }

  @Test func `Facts of two kinds under one name are refused`() {
    let text = Self.whole.replacing(
      "amount('milk') per land area",
      with: "amount('milk') per measure('milk', 'kg')"
    ).replacing(#", "schemes": {"T": {"land area": "2 mu"}}"#, with: "")
    let problems = ProgrammeDocument.problems(inJSON: Array(text.utf8))
    #expect(problems.map(\.code) == [.ambiguousName], "\(problems)")
  }

  @Test(arguments: ["", "[]", "{}", "null", "{", "\u{FEFF}{}", #"{"format": 1}"#])
  func `What is no document says so`(_ text: String) {
    #expect(!ProgrammeDocument.problems(inJSON: Array(text.utf8)).isEmpty)
  }
}

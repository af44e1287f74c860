import BenefitBinding
import Foundation
import TestSupport
import Testing

/// Formulas that are read from a text.
struct FormulaTextTests {
  private static let floor = Amount.fraction("5%", of: .stake)
  private static let fodder = Measure("fodder delivered", in: .kilogram)

  private static let amounts: [(String, Amount)] = [
    ("4,000", .yuan(4_000)),
    ("-0.5", "-0.5"),
    ("0.0315", "0.0315"),
    ("profit", .profit),
    ("amount('profit')", .fact(.profit)),
    ("market price", .fact(.marketPrice)),
    (
      "5 % of stake + 29 % of (profit over 5% of stake)",
      floor + .fraction("29%", of: .excess(of: .profit, over: floor))
    ),
    ("1/3 of pot", .fraction("1/3", of: .pot)),
    ("rate('subsidy') of rest", .fraction(.fact(RateFact("subsidy")), of: .rest)),
    ("2 * profit / 4 - 100", 2 * Amount.profit / 4 - .yuan(100)),
    ("100 - (profit - 5 - line('rent'))", .yuan(100) - (.profit - .yuan(5) - .line("rent"))),
    ("1.50 per measure('fodder delivered', 'kg')", .each("1.50", per: .measure(fodder))),
    ("eggs delivered * market price", .each(.fact(.marketPrice), per: .measure(.eggsDelivered))),
    ("2000 per persons", .each(.yuan(2_000), per: .persons)),
    ("profit / land area", .profit / .measure(.landArea)),
    ("max(1,500, 20 % of profit)", .greater(of: .yuan(1_500), .fraction("20%", of: .profit))),
    ("min(profit, 300)", Amount.profit.capped(at: .yuan(300))),
    (
      "if(profit >= 1,000,000, 5 % of profit, 8 % of stake)",
      .either(
        .fraction("5%", of: .profit),
        otherwise: .fraction("8%", of: .stake),
        where: .atLeast(.profit, .yuan(1_000_000))
      )
    ),
    (
      "IF(persons < 3 OR NOT gaqa('A', 'B'), 300, 500)",
      .either(
        .yuan(300),
        otherwise: .yuan(500),
        where: .lessThan(.persons, "3 persons") || !.gaqa("A", "B")
      )
    ),
    ("sum(2,000 per household)", .membersTotal(.each(.yuan(2_000), per: .household))),
    ("sum(line('rent'), status('at risk'))", .membersTotal(.line("rent"), where: .status(.atRisk))),
    ("mean(amount('profit'), 3)", .mean(of: .fact(.profit), seasons: 3)),
    ("roundup(profit, yuan)", Amount.profit.rounded(.up(to: .yuan))),
    ("round(profit)", Amount.profit.rounded(.halfUp(to: .fen))),
    (
      "total('rent') + held('stake') + balance('reserve')",
      .total(of: "rent") + .held("stake") + .balance(of: Account("reserve"))
    ),
  ]

  @Test(arguments: amounts)
  func `An amount is what a program writes`(_ text: String, _ amount: Amount) throws {
    #expect(try Amount(parsing: text) == amount, "\(text)")
    let spaced = text.replacing("(", with: " ( ").replacing(")", with: " ) ")
    #expect(try Amount(parsing: " \(spaced)\n") == amount, "\(text)")
    let json = try JSONEncoder().encode([text])
    #expect(try JSONDecoder().decode([Amount].self, from: json) == [amount])
  }

  @Test func `Rates, quantities and conditions are read too`() throws {
    #expect(try Rate(parsing: "interest rate + 2 %") == .fact(.interestRate) + "2%")
    #expect(try Rate(parsing: "0.05") == "5%")
    #expect(try Rate(parsing: "stake fraction") == .stakeFraction)
    #expect(try QuantityFormula(parsing: "40 shares") == "40 shares")
    #expect(try QuantityFormula(parsing: "2.5 mu + land area") == "2.5 mu" + .measure(.landArea))
    #expect(
      try QuantityFormula(parsing: "line('places', 'place')") == .line("places", in: .init("place"))
    )
    let named: Condition = .household("N-1") && .moreThan(.measure(.landArea), "1 mu")
    #expect(try Condition(parsing: "household('N-1') and land area > 1") == named)
    #expect(try Condition(parsing: "persons = 2") == .equal(.persons, "2 persons"))
    #expect(try Condition(parsing: "status(「户」)") == .status(Status("户")))
  }

  @Test(
    arguments: [
      ("", "character 1: the formula ends too early."),
      ("5 % off stake", "character 5: \"off\" does not go here."),
      (
        "5 % of steak",
        "character 8: \"steak\" is no known name. Write \"stake\", or a name of your own with its kind"
      ),
      ("profit + 5 %", "character 1: Formula \"distributable profit + 5 %\" is made of"),
      ("5 % of (stake", "character 14: the formula ends too early. Write \")\" here."),
      ("stake)", "character 6: \")\" does not go here."),
      ("5 %", "character 1: it is a rate. Write an amount of money."),
      ("'rent'", "character 1: \"'rent'\" does not go here."),
      ("line('rent", "character 6: the quote is not closed."),
      ("line('')", "\"\" is no name"),
      ("round(stake, week)", "character 14: \"week\" is no known name. Use a name"),
      ("max(1,500)", "character 1: there is no function \"max\" of 1 value."),
      ("mean(stake, 0)", "character 1: there is no function \"mean\" of 2 values."),
      ("stake ; 5", "character 7: \";\" is no sign of a formula."),
      ("land arae < 5", "\"land arae\" is no known name. Write \"land area\", or"),
      ("ｐｒｏｆｉｔ", "Write \"profit\", or"),
      ("named('a', '')", "\"''\" does not go here"),
      ("amount(profit)", "there is no function \"amount\" of 1 value."),
      ("9223372036854775808", "is too large to be kept exactly. Write a smaller number."),
      ("-stake", "character 1: only a number has a sign of its own."),
      ("stake / 0", "character 7: nothing is divided by zero."),
      ("99999999999999999999", "is too large to be kept exactly"),
      ("1/0 of stake", "has a denominator of zero"),
      ("500 jin", "it is a quantity. Write an amount of money."),
      ("500 yuan", "Write an amount without its unit, which the scheme's currency says."),
      (
        "60 percent of profit",
        "character 4: \"percent\" would be a unit of a quantity. Write % for a part."
      ),
      (
        "2 per measure('milk')",
        "character 7: measure('milk') does not say what it is counted in. Write it with its unit, as "
          + "measure('milk', 'kg'), and give it as a column of the households."
      ),
      (
        "2 per measure('egs delivered')",
        "is counted in. Write \"eggs delivered\" if that is meant, or a measure of your own as "
          + "measure('egs delivered', 'kg')."
      ),
      ("29 of profit", "29 is no part. Write 29 % for a part, or 29 * for a multiple."),
      ("max(stake, profit, fen)", "character 1: there is no function \"max\" of 2 values."),
      ("round(stake, fen, yuan)", "character 19: \"yuan\" is no known name."),
    ]
  )
  func `What is no amount is refused with its place`(_ text: String, _ says: String) {
    let error = #expect(throws: BenefitError.self) { try Amount(parsing: text) }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
    for language in Language.allCases { #expect(error?.text(in: language).isEmpty == false) }
  }

  @Test func `Depth and length have limits`() throws {
    let deep = String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)
    #expect(throws: BenefitError.self) { try Amount(parsing: deep) }
    let long = String(repeating: "1 + ", count: 250_000) + "1"
    let error = #expect(throws: BenefitError.self) { try Amount(parsing: long) }
    #expect(error?.code == .formulaTooLarge)
    let parts = String(repeating: "1 + ", count: 10_000) + "1"
    #expect(throws: BenefitError.self) { try Amount(parsing: parts) }
    #expect(throws: BenefitError.self) {
      try Amount(parsing: String(repeating: "not ", count: 2_000) + "stake")
    }
  }

  /// Pieces of formulas in any order: none traps, and what is read is stored and read back.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `No text traps, and what is read can be stored`(seed: UInt64) throws {
    let pieces = [
      "5 %", "of", "stake", "profit", "+", "-", "over", "(", ")", ",", "max(", "if(", "sum(",
      "mean(",
      "round(", "yuan", "3", "1/2", "0.5", "*", "/", "per", "persons", "land area", "40 shares",
      "'x'",
      "line('x')", "status('at risk')", ">=", "=", "and", "or", "not", "rate('r')",
      "measure('m','kg')",
      "9,223,372,036,854,775,807", "1.12345678", "%", "1/0", "」", "é", "_", "\u{202e}", "household",
    ]
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        pieces[.random(in: pieces.indices, using: &random)]
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      guard let amount = try? Amount(parsing: text) else {
        _ = (try? Condition(parsing: text), try? Rate(parsing: text))
        _ = try? QuantityFormula(parsing: text)
        continue
      }
      #expect(try roundTrip(amount).value == amount, "\(text)")
    }
  }

  @Test func `Terms of a file are written by hand`() throws {
    let json = """
      {
        "name": "Pig cooperative",
        "funding": [{"each": "4,000 per persons", "from": "fiscal poverty relief fund"}],
        "clauses": [
          {"payment": "dividend", "each": "8 % of stake", "where": "persons >= 2", "as": "property"}]
      }
      """
    let terms = try JSONDecoder().decode(Terms.self, from: Data(json.utf8))
    let settlement = try terms.settle(Season(2020), for: likeHouseholds(2, persons: 3))
    #expect(settlement.gross(at: 0) == .yuan(960))
    let wrong = json.replacing("8 % of stake", with: "8 % of steak")
    let problem = try decodingProblem(Terms.self, from: wrong)
    #expect(problem?.contains("character 8") == true, "\(problem ?? "")")
  }
}

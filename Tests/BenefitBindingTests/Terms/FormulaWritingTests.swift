import BenefitBinding
import Foundation
import PublishedSchemes
import TestSupport
import Testing

/// Formulas as the texts that files hold.
struct FormulaWritingTests {
  private static let floor = Amount.fraction("5%", of: .stake)

  private static let amounts: [(Amount, String)] = [
    (.yuan(4_000), "4,000"),
    ("-0.5", "-0.50"),
    ("0.0315", "0.0315"),
    (.fixed(Money(fen: .min)), "-92,233,720,368,547,758.08"),
    (
      floor + .fraction("29%", of: .excess(of: .profit, over: floor)),
      "5 % of stake + 29 % of (profit over 5 % of stake)"
    ),
    (.fraction("1/3", of: .pot), "1/3 of pot"),
    (.fraction("5%", of: .fraction("30%", of: .yuan(1_000))), "5 % of 30 % of 1,000"),
    (.each("1.50", per: .measure(.eggsDelivered)), "1.50 per eggs delivered"),
    (
      .either(
        .fraction("5%", of: .profit),
        otherwise: .fraction("8%", of: .stake),
        where: .atLeast(Amount.profit, .yuan(1_000_000))
      ),
      "if(profit >= 1,000,000, 5 % of profit, 8 % of stake)"
    ),
    (.yuan(100) - (.profit - .yuan(5) - .line("rent")), "100 - (profit - 5 - line('rent'))"),
    (.excess(of: .yuan(3), over: .yuan(2)) + .yuan(1), "(3 over 2) + 1"),
    (
      .excess(of: .profit - .line("a"), over: .line("b") - .line("c")),
      "max(0, profit - line('a') - (line('b') - line('c')))"
    ),
    (.fact(.profit), "amount('profit')"),
    (.fact(MoneyFact("herder's 'day'")), "amount('herder''s ''day''')"),
    (2 * Amount.profit, "2 * profit"),
    (.fraction(.fixed(2), of: .yuan(3)), "200 % of 3"),
    (.yuan(1_000) / .persons, "1,000 / persons"),
    (.membersTotal(.line("rent"), where: .status(.atRisk)), "sum(line('rent'), status('at risk'))"),
    (.mean(of: .fact(.profit), seasons: 3), "mean(amount('profit'), 3)"),
    (Amount.profit.rounded(.up(to: .yuan)), "roundup(profit, yuan)"),
    (floor.named("floor"), "named('floor', 5 % of stake)"),
    (
      .balance(of: Account("fund", of: .programme)) + .balance(of: .reserve),
      "programme balance('fund') + balance('reserve')"
    ),
  ]

  @Test(arguments: amounts)
  func `An amount is written as a contract words it`(_ amount: Amount, _ text: String) throws {
    #expect(amount.text == text)
    #expect(try Amount(parsing: text) == amount)
    #expect(try json([amount]) == json([text]))
    #expect(try roundTripped([amount]) == [amount])
  }

  private static let rates: [(Rate, String)] = [
    (.fact(.interestRate) + "2%", "interest rate + 2 %"),
    (.fixed(2) * .fact(.interestRate), "interest rate of 200 %"),
    (2 * .fact(.interestRate), "2 * interest rate"),
    (.mean(of: .fixed(2), seasons: 3), "mean(200 %, 3)"),
    (.ratio(of: .profit, to: .yuan(5)), "profit / amount(5)"),
    (.fixed(Ratio(.min, .max)), "-9223372036854775808/9223372036854775807"),
  ]

  @Test(arguments: rates)
  func `A rate is told from an amount`(_ rate: Rate, _ text: String) throws {
    #expect(rate.text == text)
    #expect(try Rate(parsing: text) == rate)
  }

  private static let conditions: [(Condition, String)] = [
    (.always, "always"),
    (.lessThan(.measure(.landArea), "5 mu"), "land area < 5 mu"),
    (.atLeast(Amount.yuan(5), .yuan(3)), "amount(5) >= 3"),
    (.equal(.persons, "2 persons"), "persons = 2 persons"),
    (
      .status(.atRisk) && (.gaqa("A") && .gaqa("B")),
      "status('at risk') and (gaqa('A') and gaqa('B'))"
    ),
    (!(.status(.atRisk) && .gaqa("A")), "not (status('at risk') and gaqa('A'))"),
  ]

  @Test(arguments: conditions)
  func `A condition keeps its order`(_ condition: Condition, _ text: String) throws {
    #expect(condition.text == text)
    #expect(try Condition(parsing: text) == condition)
  }

  @Test func `A quantity names its unit`() throws {
    let bags = QuantityFormula.fixed(Quantity(thousandths: 1_500, .init("bags of 40 kg")))
    #expect(bags.text == "1.5 'bags of 40 kg'")
    #expect(try QuantityFormula(parsing: bags.text) == bags)
    let boxes = QuantityFormula.fixed(Quantity(2, .init("boxe")))
    #expect(try QuantityFormula(parsing: boxes.text) == boxes)
  }

  @Test(arguments: PublishedScheme.all)
  func `The terms of every published case are read from their file`(
    _ scheme: PublishedScheme
  ) throws {
    for terms in try scheme.settledTerms() { #expect(try roundTripped(terms) == terms) }
  }

  @Test func `A decoder brings names of its own`() throws {
    var definitions = FormulaDefinitions()
    try definitions.define("floor", as: "5 % of stake")
    try definitions.define("Base pay", as: "floor + 100")
    for name in ["profit", "a-b", "of", ""] {
      #expect(throws: BenefitError.self) { try definitions.define(name, as: "1") }
    }
    let decoder = JSONDecoder()
    decoder.userInfo[.formulaDefinitions] = definitions
    let read = try decoder.decode([Amount].self, from: Data(#"["2 * base pay"]"#.utf8))
    #expect(read == [2 * (Self.floor.named("floor") + .yuan(100)).named("Base pay")])
  }

  @Test func `The nearest name is found through slips of the hand`() {
    let names = ["stake", "profit", "land area", "rest"]
    #expect(nearest(to: "steak", among: names) == "stake")
    #expect(nearest(to: "PROFIT", among: names) == "profit")
    #expect(nearest(to: "ｌａｎｄ　ａｒｅａ", among: names) == "land area")
    #expect(nearest(to: "rset", among: names) == "rest")
    #expect(nearest(to: "income", among: names) == nil)
  }
}

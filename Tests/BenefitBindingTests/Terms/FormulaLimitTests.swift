import BenefitBinding
import TestSupport
import Testing

/// Formulas of any length and depth, from programs and from files.
struct FormulaLimitTests {
  private func paying(_ amount: Amount) -> Terms {
    Terms(name: "s") { Payment("p", each: amount, as: .transfer) }
  }

  /// The file of a formula in which a part stands in itself so many times.
  private func nested(_ times: Int, _ kind: String, around core: String) -> String {
    let (head, tail) = kind.split(separator: "*").map(String.init).pair
    return "\"" + String(repeating: head, count: times) + core
      + String(repeating: tail, count: times) + "\""
  }

  @Test func `A sum is one list, however it is put together`() throws {
    func fact(_ name: String) -> Amount { .fact(MoneyFact(name)) }
    let (a, b, c, d) = (fact("a"), fact("b"), fact("c"), fact("d"))
    #expect((a + b) + c == a + (b + c))
    #expect((a - b) - c == a - (b + c))
    let season = Season(2016) {
      $0[MoneyFact("a")] = .yuan(8)
      $0[MoneyFact("b")] = .yuan(4)
      $0[MoneyFact("c")] = .yuan(2)
      $0[MoneyFact("d")] = .yuan(1)
    }
    let cases: [(amount: Amount, text: String, value: Money)] = [
      (a + (b + c) + d, "a + b + c + d", .yuan(15)),
      ((a - b) - (c + d), "a - b - c - d", .yuan(1)),
      ((a - b) + (c - d), "a + c - b - d", .yuan(5)),
      (a - (b - c) - d, "a - (b - c) - d", .yuan(5)),
      ((a + b) - (c - d), "a + b - (c - d)", .yuan(11)),
    ]
    for (amount, text, value) in cases {
      let settlement = try paying(amount).settle(season, for: likeHouseholds(1))
      #expect(settlement.gross == value)
      let derivation = try #require(settlement.statements[0].entries.first?.derivation)
      #expect(derivation.formula == text)
      #expect(derivation.lines(.full).count == 5 || text.contains("("))
      #expect(try roundTripped(amount) == amount)
    }
  }

  @Test func `A sum of a thousand terms is settled and explained on a small stack`() throws {
    let register = try likeHouseholds(2, measures: [.landArea: "2 mu"])
    let gross = try onSmallStack {
      var amount = Amount.each(.fixed(Money(fen: 1)), per: .measure(.landArea))
      for number in 1..<1_000 as Range<Int64> {
        let term = Amount.fraction(.fixed(Ratio(1, number % 7 + 1)), of: .fixed(Money(fen: 420)))
        amount = number.isMultiple(of: 3) ? amount - term : amount + term
      }
      let pot = Terms(name: "t") {
        Distribution(of: amount) { Tier(.rest, by: .household, as: .property) }
      }
      let terms = Terms(name: "s") { Payment("p", each: amount, as: .transfer) }
      let settlement = try Programme("both") {
        terms; pot
      }.settle(Season(2016), for: register)
      let statement = settlement.statements[1]
      #expect(statement.entries.count == 2)
      #expect(try roundTripped(amount) == amount)
      return settlement.gross
    }
    var expected: Int64 = 2
    for number in 1..<1_000 as Range<Int64> {
      expected += (number.isMultiple(of: 3) ? -1 : 1) * 420 / (number % 7 + 1)
    }
    #expect(gross == Money(fen: expected * 2 + expected + 2))
  }

  @Test func `A formula may be 32 deep, on a small stack too, and no deeper`() throws {
    let register = try likeHouseholds(1)
    let texts = [
      nested(31, "min(2, *)", around: "1"),
      nested(31, "sum(*)", around: "1"),
      nested(31, "named('n', *)", around: "1"),
      nested(31, "rounddown(*)", around: "1"),
    ]
    for (text, isTotal) in zip(texts, [false, true, false, false]) {
      let problem = try onSmallStack { () -> String? in
        do {
          let amount = try decoded(Amount.self, from: text)
          let terms = Terms(name: "s") { Payment("p", each: amount, as: .transfer) }
          let settlement = try terms.settle(Season(2016), for: register)
          #expect(settlement.gross == .yuan(1))
          #expect(settlement.statements[0].description.contains("1.00"))
          return nil
        } catch DecodingError.dataCorrupted(let context) {
          return context.debugDescription
        }
      }
      let refusal =
        "A formula has more than 3 totals for all members one within another. Give one of them a "
        + "line of its own."
      #expect(problem == (isTotal ? "A formula, character 1: \(refusal) Revise the formula." : nil))
    }
    let sentence =
      "A formula is nested more than 32 deep. Write sums as one sum, or give a part of it a line of its "
      + "own."
    // It is refused before it is read to its end, where there may be anything.
    for kind in ["min(2, *)", "sum(*)", "(*)"] {
      let deeper = try onSmallStack {
        try decodingProblem(Amount.self, from: nested(100, kind, around: "nothing"))
      }
      #expect(deeper?.contains(sentence) == true, "\(deeper ?? kind)")
    }
    var amount = Amount.yuan(1)
    for _ in 0..<32 { amount = amount.capped(at: .yuan(2)) }
    #expect(
      paying(amount).refusal(Season(2016), register)
        == "Scheme \"s\", clause \"p\", a formula: \(sentence)"
    )
  }

  @Test func `Means are as large as their seasons are many`() throws {
    let sentence =
      "A formula has more than 10000 parts, those of a mean counted for each season. Divide it among "
      + "several lines."
    func problem(_ text: String) throws -> String? {
      try decodingProblem(Amount.self, from: "\"\(text)\"")
    }
    for text in ["mean(1, \(Int.max))", "mean(mean(1, 101), 101)"] {
      #expect(try problem(text)?.contains(sentence) == true, "\(text)")
    }
    #expect(try problem("mean(mean(1, 99), 99)") == nil)
    let amount = Amount.mean(of: .fact(.profit), seasons: .max)
    let refusal = try paying(amount).refusal(Season(2016), likeHouseholds(1))
    #expect(refusal == "Scheme \"s\", clause \"p\", a formula: \(sentence)")

    let years = (0..<999).map { year in Season("\(year)") { $0[.profit] = Money(fen: Int64(year)) }
    }
    let season = Season("999", after: years) { $0[.profit] = Money(fen: 999) }
    let long = Amount.mean(of: .fact(.profit), seasons: 1_000)
    let settlement = try paying(long).settle(season, for: likeHouseholds(1))
    #expect(settlement.gross == Money(fen: 500))
    #expect(settlement.statements[0].entries[0].derivation.lines(.full).count == 1_002)
  }

  @Test(
    arguments: [
      ("persons", "it is a quantity. Write an amount of money."),
      ("stake fraction", "it is a rate. Write an amount of money."),
      ("gaqa('A')", "it is a condition. Write an amount of money."),
      (
        "persons + stake",
        "Formula \"persons + stake\" is made of a quantity and an amount of money, which does not go "
          + "together. Add and compare amounts with amounts, quantities with quantities. Revise the formula."
      ),
      (
        "stake of stake",
        "Formula \"stake x stake\" is made of an amount of money, which does not go together. Add and "
          + "compare amounts with amounts, quantities with quantities. Revise the formula."
      ),
    ]
  )
  func `A file's formula is held to what it stands for`(text: String, problem: String) throws {
    #expect(
      try decodingProblem(Amount.self, from: "\"\(text)\"") == "A formula, character 1: \(problem)"
    )
  }

  @Test func `Every kind of formula comes back as what it was`() throws {
    let amount = Amount.either(
      .membersTotal(.each(.line("a"), per: .persons)).named("n"),
      otherwise: .greater(of: .total(of: "a"), .held("a") - .balance(of: .reserve)),
      where: .status(.exited) && !.gaqa("A") || .atLeast(.measure(.landArea), "1 mu")
    )
    let more =
      Amount.fraction(.whole - .mean(of: .fact(.returnRate), seasons: 2), of: .profit)
      .capped(at: .baselineIncome).rounded(.down(to: .yuan)) + .stake + .pot + .rest + amount
    #expect(try roundTripped(more) == more)
    let rate = Rate.fraction(.stakeFraction, of: "5%")
    #expect(try roundTripped(rate) == rate)
    let quantity = (QuantityFormula.measure(.landArea) * .household).roundedUpToWholeUnits()
    #expect(try roundTripped(quantity) == quantity)
    for condition in [Condition.always, !.always, .always || .gaqa("B")] {
      #expect(try roundTripped(condition) == condition)
    }
    for key in [
      Key.need(below: .yuan(1)), .person.weighted(by: [.exited: "1/2"]).weighted(by: [:]),
    ] {
      #expect(try roundTripped(key) == key)
    }
    #expect(
      try decodingProblem(Key.self, from: #"{"named":"k","of":"stake fraction"}"#)
        == "A formula, character 1: it is a rate. Write an amount of money or a quantity."
    )
  }

  @Test func `Shares above the whole are refused, however large`() throws {
    let fraction = Ratio(.max - 1, .max)
    let terms = Terms(name: "s") {
      Distribution(of: .yuan(1)) {
        Tier(.fraction(.fixed(fraction), of: .pot), by: .household, as: .property)
        Tier(.fraction(.fixed(fraction), of: .pot), by: .household, as: .property, named: "b")
      }
    }
    #expect(
      try terms.refusal(Season(2016), likeHouseholds(1)).hasSuffix(
        "together they take 1.999999… of the pot. They may take 100 % at most."
      )
    )
  }
}

extension [String] {
  fileprivate var pair: (String, String) { (self[0], self[1]) }
}

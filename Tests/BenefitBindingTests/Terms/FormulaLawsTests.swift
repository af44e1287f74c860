import BenefitBinding
import TestSupport
import Testing

/// Laws of arithmetic and of order that hold for formulas of every kind, worked out by settlements.
struct FormulaLawsTests {
  /// A kind of formula: some of its formulas, its sums, and how a formula of it is told in money.
  private struct Kind<Number: FormulaNumber>: Sendable {
    let formulas: [Formula<Number>]
    let plus: @Sendable (Formula<Number>, Formula<Number>) -> Formula<Number>
    let minus: @Sendable (Formula<Number>, Formula<Number>) -> Formula<Number>
    let money: @Sendable (Formula<Number>) -> Amount
  }

  private static let amounts = Kind<Money>(
    formulas: [
      .baselineIncome, .fact(.marketPrice), "5.05", .fact(.profit) / 3,
      .each(.yuan(2), per: .measure(.landArea)) * "5%",
    ],
    plus: { $0 + $1 },
    minus: { $0 - $1 },
    money: { $0 }
  )

  private static let rates = Kind<Ratio>(
    formulas: [
      "4.35%", .fact(.returnRate), .whole - "1/3", .fact(.returnRate) * "50%",
      .either("2%", otherwise: .zero, where: .gaqa("A")),
    ],
    plus: { $0 + $1 },
    minus: { $0 - $1 },
    money: { .fraction($0, of: .yuan(100)) }
  )

  private static let quantities = Kind<Quantity>(
    formulas: [
      .measure(.landArea), "3 mu", .fraction("1/3", of: .measure(.landArea)),
      .either("5 mu", otherwise: .measure(.landArea), where: .gaqa("B")), .persons * "2 mu",
    ],
    plus: { $0 + $1 },
    minus: { $0 - $1 },
    money: { .each("1", per: $0) }
  )

  private static let register = Result {
    try Register([
      Household(
        "A-1",
        gaqa: "A",
        persons: 3,
        baselineIncome: "9,000.00",
        measures: [.landArea: "5 mu"]
      ),
      Household(
        "A-2",
        gaqa: "A",
        persons: 1,
        baselineIncome: "5.05",
        measures: [.landArea: "2.999 mu"]
      ),
      Household(
        "B-1",
        gaqa: "B",
        persons: 2,
        baselineIncome: "0.00",
        measures: [.landArea: "0 mu"]
      ),
    ])
  }

  private static let season = Season(2016) {
    $0[.profit] = .yuan(-700)
    $0[.returnRate] = "1/7"
    $0[.marketPrice, gaqa: "A"] = "5.05"
    $0[.marketPrice, gaqa: "B"] = "0.01"
  }

  /// What each of some amounts comes to for each household, in millionths.
  private static func values(
    _ amounts: [(amount: Amount, condition: Condition)]
  ) throws -> [[Money]] {
    let terms = Terms(name: "s") {
      for (index, (amount, condition)) in amounts.enumerated() {
        Payment("\(index)", each: amount * 1_000_000, where: condition, as: .holding)
      }
    }
    let settlement = try terms.settle(season, for: register.get())
    return try amounts.indices.map { index in
      let line = try settlement.line("\(index)")
      return settlement.register.indices.map { line[$0] }
    }
  }

  private static func holds(_ conditions: [Condition]) throws -> [[Bool]] {
    try values(conditions.map { ("0.01", $0) }).map { $0.map { $0 != .zero } }
  }

  /// Pairs of formulas that have to come to the same.
  private static func identities<Number>(
    _ kind: Kind<Number>,
    _ a: Formula<Number>,
    _ b: Formula<Number>
  ) -> [(Formula<Number>, Formula<Number>)] {
    let (plus, minus) = (kind.plus, kind.minus)
    let (rate, other): (Rate, Rate) = (.fact(.returnRate) + "2%", "3/8")
    let scaled: [(Formula<Number>, Formula<Number>)] = [
      (a / 4 * 4, a),
      (4 * a, a * 4),
      (plus(plus(a, a), plus(a, a)), 4 * a),
      (plus(a, b), plus(b, a)),
      (minus(plus(a, b), b), a),
      (rate * a, a * rate),
      (.fraction(rate, of: a), a * rate),
      (plus(a, b) * rate, plus(a * rate, b * rate)),
      (minus(a, b) / 3, minus(a / 3, b / 3)),
      (a * (rate + other), plus(a * rate, a * other)),
      (a * (rate - other), minus(a * rate, a * other)),
      (a * (rate * other), a * rate * other),
      (plus(a * rate, a * (.whole - rate)), a),
      (a * .whole, a),
    ]
    let ordered: [(Formula<Number>, Formula<Number>)] = [
      (plus(.greater(of: a, b), .lesser(of: a, b)), plus(a, b)),
      (plus(.excess(of: a, over: b), .lesser(of: a, b)), a),
      (a.capped(at: b), .lesser(of: a, b)),
      (a.atLeast(b), .greater(of: b, a)),
      (.either(a, otherwise: b, where: .moreThan(a, b)), .greater(of: a, b)),
      (.either(a, otherwise: b, where: .lessThan(a, b)), .lesser(of: a, b)),
      (.either(a, otherwise: b, where: .equal(a, b)), b),
      (a.named("the same"), a),
    ]
    return scaled + ordered
  }

  private static func check<Number>(_ kind: Kind<Number>) throws {
    for a in kind.formulas {
      for b in kind.formulas {
        let identities = identities(kind, a, b)
        let differences = try values(
          identities.map { (kind.money(kind.minus($0, $1)), .always) }
        )
        for (index, difference) in differences.enumerated() {
          #expect(difference == [.zero, .zero, .zero], "identity \(index)")
        }
        for (formula, _) in identities {
          let stored = try roundTrip(formula)
          let text = try json(formula)
          #expect(stored.value == formula && stored.isSameBytes, "\(text)")
        }
      }
    }
  }

  private static func checkOrder<Number>(_ kind: Kind<Number>) throws {
    for a in kind.formulas {
      for b in kind.formulas {
        let money = try values([(kind.money(a), .always), (kind.money(b), .always)])
        let conditions: [Condition] = [
          .atLeast(a, b), .atMost(a, b), .moreThan(a, b), .lessThan(a, b), .equal(a, b),
        ]
        let holds = try holds(conditions)
        let pairs = zip(money[0], money[1])
        #expect(holds[0] == pairs.map { $0 >= $1 })
        #expect(holds[1] == pairs.map { $0 <= $1 })
        #expect(holds[2] == pairs.map { $0 > $1 })
        #expect(holds[3] == pairs.map { $0 < $1 })
        #expect(holds[4] == pairs.map { $0 == $1 })
        let opposites = try Self.holds(conditions.map { !$0 })
        #expect(zip(holds, opposites).allSatisfy { zip($0, $1).allSatisfy { $0 != $1 } })
      }
    }
  }

  @Test func `Amounts obey the laws of arithmetic`() throws { try Self.check(Self.amounts) }

  @Test func `Rates obey the laws of arithmetic`() throws { try Self.check(Self.rates) }

  @Test func `Quantities obey the laws of arithmetic`() throws { try Self.check(Self.quantities) }

  @Test func `Formulas of every kind compare as their values do`() throws {
    try Self.checkOrder(Self.amounts)
    try Self.checkOrder(Self.rates)
    try Self.checkOrder(Self.quantities)
  }

  @Test func `A difference of a millionth of a fen shows`() throws {
    let values = try Self.values([(.baselineIncome + "0.00000001" - .baselineIncome, .always)])
    #expect(values == [["0.01", "0.01", "0.01"]])
  }

  @Test func `A quantity times what is for each unit of it is counted in the unit of the latter`()
    throws
  {
    let (land, yield) = (QuantityFormula.measure(.landArea), QuantityFormula.fixed("40 kg"))
    let price: Amount = "1.20"
    #expect(land * yield == .each(yield, per: land))
    let harvest = land * yield + "10 kg"
    #expect(
      try Self.values([(.each(price, per: harvest), .always)]) == [
        [.yuan(252_000_000), .yuan(155_952_000), .yuan(12_000_000)]
      ]
    )
    #expect(throws: BenefitError.self) {
      try Self.values([(.each(price, per: yield * land + "10 kg"), .always)])
    }
  }

  @Test func `Formulas read as they are written`() throws {
    func text(_ amount: Amount) throws -> String {
      let terms = Terms(name: "s") { Payment("p", each: amount, as: .holding) }
      return try terms.settle(Self.season, for: Self.register.get()).derivation("p")
        .split(separator: "\n").first.map(String.init) ?? ""
    }
    let land = QuantityFormula.measure(.landArea)
    #expect(
      try text(.each(.yuan(8), per: .excess(of: land, over: "3 mu")))
        == "16.00 = (the greater of 0 mu and (land area - 3 mu)) x 8.00"
    )
    #expect(
      try text(.yuan(700) * (.fact(.returnRate) + "2%") / 4)
        == "28.50 = (700.00 x (return rate + 2 %)) x 25 %"
    )
    #expect(
      try text(.either("1", otherwise: "2", where: .lessThan(land, "6 mu")))
        == "1.00 = 1.00, as land area less than 6 mu"
    )
    #expect(
      try text(
        .either(
          "1",
          otherwise: "2",
          where: .moreThan(land, "3 mu") && .equal(.persons, "3 persons")
        )
      )
        == "1.00 = 1.00, as (land area more than 3 mu) and (persons equal to 3 persons)"
    )
    #expect(
      try text(.either("1", otherwise: "2", where: .atLeast("4.35%", .fact(.returnRate))))
        == "2.00 = 2.00, as return rate more than 4.35 %"
    )
  }
}

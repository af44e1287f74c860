extension Formula {
  /// Reads a formula from a text that reads like the contract.
  ///
  /// ```swift
  /// let dividend = try Amount(parsing: "5 % of stake + 29 % of (profit over 5 % of stake)")
  /// let fodder = try Amount(parsing: "max(1.50 per measure('fodder delivered', 'kg'), 1,500)")
  /// let poor = try Condition(parsing: "status('below the national poverty line') and land area < 5")
  /// ```
  ///
  /// | written | meaning |
  /// | --- | --- |
  /// | `a + b`, `a - b`, `a over b` | sum, difference, and the excess, which is never below zero |
  /// | `5 % of a`, `1/3 of a`, `2 * a`, `a / 4` | a part or a multiple |
  /// | `1.50 per b` | so much for each unit of a quantity |
  /// | `max(a, b)`, `min(a, b)`, `if(condition, a, b)` | the greater, the lesser, a choice |
  /// | `sum(a)`, `sum(a, condition)`, `mean(a, 3)` | the sum over the members, the mean over three seasons |
  /// | `round(a, yuan)`, `roundup`, `rounddown`, `roundeven` | rounded to `fen`, `jiao`, `yuan`, `ten` or `hundred` |
  /// | `a >= b`, `>`, `<=`, `<`, `=`, `and`, `or`, `not` | conditions |
  /// | `40 shares`, `2.5 mu`, `3 'bags per mu'` | a quantity |
  /// | `amount(5)` | an amount where nothing beside the number says so |
  /// | `named('floor', a)` | a formula that explanations call by a name |
  /// | `profit`, `stake`, `pot`, `rest`, `persons`, `land area` | what the library knows by name |
  /// | `amount('x')`, `rate('x')`, `measure('x', 'kg')` | facts and measures of your own |
  /// | `line('x')`, `total('x')`, `line('x', 'kg')`, `held('x')` | lines and allotments |
  /// | `balance('x')`, `programme balance('x')` | accounts of the scheme or of the programme |
  /// | `status('x')`, `gaqa('x', 'y')`, `household('id')`, `always` | who somebody is |
  ///
  /// A number beside an amount is an amount, in the unit of the scheme's currency, and beside a quantity one of its
  /// unit; `profit` is what can be distributed, as `Amount.profit` is. A comma parts off three digits of a number only
  /// where no space follows. Words in capitals and small letters are the same.
  /// A quote is written twice within a name between such quotes. Files hold every formula as such a text.
  ///
  /// - Parameter text: The formula.
  /// - Throws: ``BenefitError`` that says at which character the text is no formula of this kind, and what to write.
  /// - Complexity: O(n) for n characters, at most 1,000,000.
  public init(parsing text: String) throws(BenefitError) {
    var reader = try FormulaReader(text)
    self.init(try reader.formula(of: [Self.dimension]))
  }
}

extension Expression {
  /// Creates the formula that the library itself calls by a name, in any case.
  init?(standardName words: String) {
    let name = words.lowercased()
    if let own = Self.ownNames[name] {
      self = own
    } else if let fact = MoneyFact.standard.first(where: { $0.name == name }) {
      self = .money(fact)
    } else if let fact = RateFact.standard.first(where: { $0.name == name }) {
      self = .rate(fact)
    } else if let measure = Measure.standard.first(where: { $0.name == name }) {
      self = .measure(measure)
    } else {
      return nil
    }
  }

  /// The names that are no facts.
  private static let ownNames: [String: Expression] = [
    "profit": Amount.profit.expression, "stake": .stake, "stake fraction": .stakeRatio, "pot": .pot,
    "rest": .remainder, "baseline income": .baselineIncome, "persons": .persons,
    "household": .household, "losses brought forward": .carriedLoss,
    "always": Condition.always.expression,
  ]

  /// The names that the library itself gives to formulas.
  static let standardNames: [String] =
    (ownNames.keys + MoneyFact.standard.map(\.name) + RateFact.standard.map(\.name)
    + Measure.standard.map(\.name)).sorted()

  /// The name by which the library itself calls the formula, or `nil` where there is none.
  var standardName: String? {
    let name: String? =
      switch self {
      case .money(let fact): fact.name
      case .rate(let fact): fact.name
      case .measure(let measure): measure.name
      default: Self.ownNames.first { $0.value == self && $0.key != "always" }?.key
      }
    return name.flatMap { Self(standardName: $0) == self ? $0 : nil }
  }

  /// A formula that is called by names of the user's own; `nil` where there is no such kind, or none of so many names.
  init?(kind: String, _ names: [String]) throws(BenefitError) {
    for name in names { try Self.check(name) }
    func unit(_ position: Int) -> Quantity.Unit? {
      names.count > position ? Quantity.Unit(names[position]) : nil
    }
    switch (kind, names.count) {
    case ("amount", 1): self = .money(MoneyFact(names[0]))
    case ("rate", 1): self = .rate(RateFact(names[0]))
    case ("measure", 2):
      self = .measure(Measure(names[0], in: Quantity.Unit(names[1])))
    case ("line", 1...2): self = .line(names[0], unit: unit(1))
    case ("total", 1...2): self = .total(names[0], unit: unit(1))
    case ("held", 1): self = .held(names[0])
    case ("balance", 1): self = .balance(Account(names[0]))
    case ("programme balance", 1): self = .balance(Account(names[0], of: .programme))
    case ("status", _): self = .status(names.map { Status($0) })
    case ("gaqa", _): self = .gaqa(names)
    case ("household", _): self = .id(names)
    default: return nil
    }
  }

  /// Refuses what is no name.
  static func check(_ name: String) throws(BenefitError) {
    if !name.isEmpty && name.isOneLine { return }
    throw BenefitError(
      .invalidName,
      at: .part(.formula),
      found: Phrase(
        en: "\"\(name.escaped)\" is no name, which is one line.",
        zh: "「\(name.escaped)」不是名称；名称为一行。"
      ),
      advice: Phrase(en: "Give a name.", zh: "请填写名称。")
    )
  }
}

extension FormulaReader {
  /// The error of words that name no formula, with the nearest that do.
  func unknownName(_ words: String, at position: Int) -> BenefitError {
    if let error = definitions.unreadDefinition(words) { return error }
    let nearest = nearest(to: words, among: definitions.names + Expression.standardNames)
    return .formula(
      at: position,
      Phrase(
        en: "\"\(words.escaped)\" is no known name.",
        zh: "「\(words.escaped)」不是已知的名称。"
      ),
      nearest.map {
        Phrase(
          en:
            "Write \"\($0)\", or a name of your own with its kind, as amount('\(words.escaped)').",
          zh: "请填写「\($0)」；自定名称须写明类型，如「amount('\(words.escaped)')」。"
        )
      } ?? .formulaNames
    )
  }
}

extension FormulaReader {
  /// The error of a measure that is named without its unit, with the nearest that the library knows.
  func measureWithoutUnit(_ name: String, at position: Int) -> BenefitError {
    let name = name.escaped
    let known = nearest(to: name, among: Measure.standard.map(\.name))
    return .formula(
      at: position,
      Phrase(
        en: "measure('\(name)') does not say what it is counted in.",
        zh: "「measure('\(name)')」没有写明计量单位。"
      ),
      known.map {
        Phrase(
          en:
            "Write \"\($0)\" if that is meant, or a measure of your own as measure('\(name)', 'kg').",
          zh: "如指「\($0)」，请直接填写该名称；自定指标写作「measure('\(name)', 'kg')」。"
        )
      }
        ?? Phrase(
          en:
            "Write it with its unit, as measure('\(name)', 'kg'), and give it as a column of the households.",
          zh: "请写明单位，如「measure('\(name)', 'kg')」，并在户表中设同名的一列。"
        )
    )
  }
}

extension RateFact {
  /// The rates that the library itself names.
  static let standard: [Self] = [.returnRate, .interestRate]
}

extension MoneyFact {
  /// The amounts that the library itself names.
  static let standard: [Self] = [
    .profit, .revenue, .projectReturn, .takings, .platformSales, .marketPrice, .monthlyWage,
    .loanPrincipal, .recoveredPrincipal, .returnOnUse,
  ]
}

extension Measure {
  /// The measures that the library itself names and registers carry.
  package static let standard: [Self] = [
    .shares, .landArea, .monthsWorked, .workers, .eggsDelivered, .produceDelivered,
  ]
}

extension Ratio {
  /// The error of a number that 64 bits cannot hold.
  static func outOfRange(_ text: String) -> BenefitError {
    DecimalText.Problem.outOfRange.error(
      text,
      write: Phrase(en: "a smaller number", zh: "较小的数字")
    )
  }
}

extension Phrase {
  static let formulaNames = Phrase(
    en:
      "Use a name of the library, such as profit, stake, persons or land area, or one of your own as amount('name'), "
      + "rate('name'), measure('name', 'unit'), line('name'), total('name'), held('name'), balance('account') or "
      + "programme balance('account'); conditions are status('name'), gaqa('name') and household('id').",
    zh: "请使用库中的名称（如「profit」「stake」「persons」「land area」），自定名称写作「amount('名称')」「rate('名称')」"
      + "「measure('名称', '单位')」「line('项目')」「total('项目')」「held('项目')」「balance('账户')」"
      + "「programme balance('账户')」；条件写作「status('类别')」「gaqa('嘎查')」「household('编号')」。"
  )
}

extension FormulaReader {
  mutating func primary() throws(BenefitError) -> Part {
    if take("(") {
      let part = try whole()
      try require(")")
      return part
    }
    let position = token.position
    guard case .word = token.kind else { return try number(at: position) }
    let words = self.words()
    guard take("(") else { return try named(words, at: position) }
    return words.lowercased() == "named"
      ? try titled(at: position) : try function(words, at: position)
  }

  /// The formula that the library or the caller calls by a name.
  private func named(_ words: String, at position: Int) throws(BenefitError) -> Part {
    guard let expression = Expression(standardName: words) ?? definitions[words] else {
      throw unknownName(words, at: position)
    }
    return Part(expression: expression, position: position)
  }

  /// A number, or a quantity where a unit follows it.
  private mutating func number(at position: Int) throws(BenefitError) -> Part {
    let isNegative = take("-")
    guard case .number(let negated, let isPure) = token.kind else {
      guard isNegative else {
        throw unexpected(
          Phrase(en: "Write a number, a name or a function.", zh: "请填写数字、名称或函数。")
        )
      }
      throw .formula(
        at: position,
        Phrase(en: "only a number has a sign of its own.", zh: "只有数字可以带负号。"),
        Phrase(en: "Take the formula from 0.", zh: "请写成 0 减去该计算式。")
      )
    }
    let text = token.text
    next += 1
    guard let value = isNegative ? negated : Ratio.zero.subtracting(negated) else {
      throw Ratio.outOfRange(text).within(.part(.formula), .part(.character(position)))
    }
    if text.last != "%", let unit = try unit() {
      return Part(expression: .constant(Figure(value, .quantity(unit))), position: position)
    }
    return Part(
      expression: .constant(Figure(value, .ratio)),
      isBare: !isPure,
      position: position
    )
  }

  /// The words up to one that joins parts, with one space between them.
  private mutating func words() -> String {
    var words: [String] = []
    while case .word(let word) = token.kind, !token.joins {
      words.append(word)
      next += 1
    }
    return words.joined(separator: " ")
  }

  /// The unit after a number, in words or as a name between quotes; `nil` where there is none.
  private mutating func unit() throws(BenefitError) -> Quantity.Unit? {
    if case .name(let name) = token.kind {
      try Expression.check(name)
      next += 1
      return Quantity.Unit(name)
    }
    let position = token.position
    let words = words()
    if let advice = Quantity.Unit.insteadOf(words) {
      throw .formula(
        at: position,
        Phrase(
          en: "\"\(words)\" would be a unit of a quantity.",
          zh: "「\(words)」会被当作实物数量的单位。"
        ),
        advice
      )
    }
    return words.isEmpty ? nil : Quantity.Unit(words)
  }

  private mutating func function(
    _ name: String,
    at position: Int
  ) throws(BenefitError) -> Part {
    let kind = name.lowercased()
    switch token.kind {
    case .name, .sign(")"): return try fact(kind, name, at: position)
    default: break
    }
    var arguments = [try kind == "amount" ? primary() : whole()]
    var step: Rounding.Step?
    while take(",") {
      if step == nil, let named = self.step {
        step = named
        next += 1
      } else {
        arguments.append(try whole())
      }
    }
    try require(")")
    return try operation(kind, name, arguments, step, at: position)
  }

  /// A formula under a name of its own.
  private mutating func titled(at position: Int) throws(BenefitError) -> Part {
    guard case .name(let title) = token.kind else {
      throw unexpected(Phrase(en: "Write a name between quotes.", zh: "请填写加引号的名称。"))
    }
    next += 1
    try require(",")
    let part = try whole()
    try require(")")
    return try joined([part], isBare: part.isBare, at: position) { .named(title, $0[0]) }
  }

  /// The step that the next word names, or `nil` where it names none.
  private var step: Rounding.Step? {
    if case .word(let word) = token.kind { Rounding.Step(rawValue: word.lowercased()) } else { nil }
  }

  /// A formula that is called by names between quotes.
  private mutating func fact(
    _ kind: String,
    _ name: String,
    at position: Int
  ) throws(BenefitError) -> Part {
    var names: [String] = []
    if !take(")") {
      repeat {
        guard case .name(let name) = token.kind else {
          throw unexpected(Phrase(en: "Write a name between quotes.", zh: "请填写加引号的名称。"))
        }
        names.append(name)
        next += 1
      } while take(",")
      try require(")")
    }
    guard let expression = try Expression(kind: kind, names) else {
      if kind == "measure", names.count == 1 { throw measureWithoutUnit(names[0], at: position) }
      throw .formula(
        at: position,
        Phrase(
          en: "\"\(name.escaped)\" takes no names, or another number of them.",
          zh: "「\(name.escaped)」不能这样使用名称，或名称个数不对。"
        ),
        .formulaNames
      )
    }
    return Part(expression: expression, position: position)
  }

  /// A formula that is made of values.
  private func operation(
    _ kind: String,
    _ name: String,
    _ arguments: [Part],
    _ step: Rounding.Step?,
    at position: Int
  ) throws(BenefitError) -> Part {
    let rounds = Rounding.Direction.allCases.contains { $0.function == kind }
    guard step == nil || rounds, let part = try apply(kind, arguments, step, at: position) else {
      throw .formula(
        at: position,
        Phrase(
          en:
            "there is no function \"\(name.escaped)\" of \(Plural.counted(arguments.count, "value")).",
          zh: "没有这样的函数：「\(name.escaped)」（\(arguments.count) 个值）。"
        ),
        Phrase(
          en:
            "Use max(a, b), min(a, b), if(condition, a, b), sum(a), sum(a, condition), mean(a, seasons), "
            + "named('name', a), amount(number) and "
            + "round, roundup, rounddown or roundeven(a, fen, jiao, yuan, ten or hundred).",
          zh:
            "可用函数：「max(a, b)」「min(a, b)」「if(条件, a, b)」「sum(a)」「sum(a, 条件)」「mean(a, 期数)」「named('名称', a)」「amount(数字)」，"
            + "以及「round」「roundup」「rounddown」「roundeven(a, 取整单位)」。"
        )
      )
    }
    return part
  }

  private func apply(
    _ name: String,
    _ arguments: [Part],
    _ step: Rounding.Step?,
    at position: Int
  ) throws(BenefitError) -> Part? {
    func part(_ expression: Expression, isBare: Bool = false) throws(BenefitError) -> Part {
      try joined(arguments, isBare: isBare, at: position) { _ in expression }
    }
    let count = arguments.count
    switch (name, count) {
    case ("max", 2...), ("min", 2...):
      let (alike, areBare) = Part.alike(arguments)
      let parts = alike.map(\.expression)
      return try part(name == "max" ? .greatest(parts) : .least(parts), isBare: areBare)
    case ("if", 3):
      let (alike, areBare) = Part.alike(Array(arguments.dropFirst()))
      let parts = alike.map(\.expression)
      return try part(.choice(arguments[0].expression, parts[0], parts[1]), isBare: areBare)
    case ("amount", 1):
      guard case .constant(let figure) = arguments[0].expression, figure.dimension == .ratio,
        let hundredths = figure.value.multiplied(exactly: Ratio(100))
      else { return nil }
      return try part(.constant(Figure(hundredths, .money)))
    case ("sum", 1): return try part(.membersTotal(arguments[0].asMoney))
    case ("sum", 2):
      let value = arguments[0].asMoney
      return try part(.membersTotal(.choice(arguments[1].expression, value, value.none)))
    case ("mean", 2):
      guard case .constant(let figure) = arguments[1].expression, arguments[1].isBare,
        figure.value.denominator == 1, let count = Int(exactly: figure.value.numerator), count > 0
      else { return nil }
      return try part(.mean(arguments[0].asMoney, SeasonCount(count)))
    default:
      let direction = Rounding.Direction.allCases.first { $0.function == name }
      guard count == 1, let direction else { return nil }
      return try part(.rounded(arguments[0].asMoney, Rounding(direction, to: step ?? .fen)))
    }
  }
}

extension FormulaToken {
  func isWord(_ word: String) -> Bool {
    if case .word(let own) = kind { own.lowercased() == word } else { false }
  }

  /// True if it is a word that stands between parts and in no name.
  fileprivate var joins: Bool { Self.joining.contains(where: isWord) }
}

extension Quantity.Unit {
  /// The advice about words after a number that are hardly meant as a unit of a quantity; `nil` about all others.
  static func insteadOf(_ words: String) -> Phrase? {
    switch words.lowercased() {
    case "percent", "per cent", "pct", "个百分点":
      Phrase(en: "Write % for a part.", zh: "比例请写「%」。")
    case "yuan", "rmb", "cny", "元", "人民币", "dollar", "dollars":
      Phrase(
        en: "Write an amount without its unit, which the scheme's currency says.",
        zh: "金额不写单位，以方案的货币为准。"
      )
    default: nil
    }
  }
}

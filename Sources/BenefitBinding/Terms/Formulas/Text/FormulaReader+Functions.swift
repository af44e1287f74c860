extension FormulaReader {
  mutating func primary() throws(BenefitError) -> Part {
    let start = token
    if take("-") {
      var part = try primary()
      guard case .constant(var figure) = part.expression, figure.dimension == .ratio else {
        throw .formula(
          at: start.position,
          Phrase(en: "only a number has a sign of its own.", zh: "只有数字可以带负号。"),
          Phrase(en: "Take the formula from 0.", zh: "请写成 0 减去该计算式。")
        )
      }
      figure.value = .zero - figure.value
      part.expression = .constant(figure)
      return part
    }
    if take("(") {
      let part = try whole()
      try require(")")
      return part
    }
    switch start.kind {
    case .number(let value, let isPure):
      next += 1
      if !isPure, let unit = unit() {
        return Part(
          expression: .constant(Figure(value, .quantity(unit))),
          position: start.position
        )
      }
      return Part(
        expression: .constant(Figure(value, .ratio)),
        isBare: !isPure,
        position: start.position
      )
    case .word:
      let words = self.words()
      if take("(") { return try function(words, at: start.position) }
      guard let expression = Expression(standardName: words) else {
        throw .formula(
          at: start.position,
          Phrase(
            en: "\"\(words.escaped)\" is no name of the library.",
            zh: "库中没有「\(words.escaped)」这个名称。"
          ),
          .formulaNames
        )
      }
      return Part(expression: expression, position: start.position)
    default:
      throw unexpected(
        Phrase(en: "Write a number, a name or a function.", zh: "请填写数字、名称或函数。")
      )
    }
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

  /// The unit after a number, or `nil` where there is none.
  private mutating func unit() -> Quantity.Unit? {
    let words = words()
    return words.isEmpty ? nil : Quantity.Unit(words)
  }

  private mutating func function(
    _ name: String,
    at position: Int
  ) throws(BenefitError) -> Part {
    if case .name = token.kind {
      var names: [String] = []
      repeat {
        guard case .name(let name) = token.kind else {
          throw unexpected(Phrase(en: "Write a name between quotes.", zh: "请填写加引号的名称。"))
        }
        names.append(name)
        next += 1
      } while take(",")
      try require(")")
      guard let expression = try Expression(kind: name.lowercased(), names) else {
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
    var arguments = [try whole()]
    var step: Rounding.Step?
    while take(",") {
      if case .word(let word) = token.kind, let named = Rounding.Step(rawValue: word.lowercased()) {
        step = named
        next += 1
      } else {
        arguments.append(try whole())
      }
    }
    try require(")")
    guard let part = try apply(name.lowercased(), arguments, step, at: position) else {
      throw .formula(
        at: position,
        Phrase(
          en:
            "there is no function \"\(name.escaped)\" of \(Plural.counted(arguments.count, "value")).",
          zh: "没有这样的函数：「\(name.escaped)」（\(arguments.count) 个值）。"
        ),
        Phrase(
          en:
            "Use max(a, b), min(a, b), if(condition, a, b), sum(a), sum(a, condition), mean(a, seasons) and "
            + "round, roundup, rounddown or roundeven(a, fen, jiao, yuan, ten or hundred).",
          zh: "可用函数：「max(a, b)」「min(a, b)」「if(条件, a, b)」「sum(a)」「sum(a, 条件)」「mean(a, 期数)」，"
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
    func adapted(from first: Int = 0) -> (expressions: [Expression], areBare: Bool) {
      let model = arguments[first...].first { !$0.isBare }
      let expressions = arguments.enumerated().map { index, argument in
        var argument = argument
        if let model, argument.isBare, index >= first { argument.become(like: model) }
        return argument.expression
      }
      return (expressions, model == nil)
    }
    let count = arguments.count
    switch (name, count) {
    case ("max", 2...), ("min", 2...):
      let (parts, areBare) = adapted()
      return try part(name == "max" ? .greatest(parts) : .least(parts), isBare: areBare)
    case ("if", 3):
      let (parts, areBare) = adapted(from: 1)
      return try part(.choice(parts[0], parts[1], parts[2]), isBare: areBare)
    case ("sum", 1): return try part(.membersTotal(arguments[0].asMoney))
    case ("sum", 2):
      let value = arguments[0].asMoney
      return try part(.membersTotal(.choice(arguments[1].expression, value, value.none)))
    case ("mean", 2):
      guard case .constant(let figure) = arguments[1].expression, arguments[1].isBare,
        figure.value.denominator == 1, 1...1_000 ~= figure.value.numerator
      else { return nil }
      return try part(.mean(arguments[0].asMoney, SeasonCount(Int(figure.value.numerator))))
    default:
      guard count == 1, let direction = Self.roundings[name] else { return nil }
      return try part(.rounded(arguments[0].asMoney, Rounding(direction, to: step ?? .fen)))
    }
  }

  /// The directions of the functions that round.
  private static let roundings: [String: Rounding.Direction] = [
    "round": .halfUp, "roundup": .up, "rounddown": .down, "roundeven": .halfEven,
  ]
}

extension FormulaToken {
  func isWord(_ word: String) -> Bool {
    if case .word(let own) = kind { own.lowercased() == word } else { false }
  }

  /// True if it is a word that stands between parts and in no name.
  fileprivate var joins: Bool {
    ["or", "and", "not", "over", "of", "per"].contains(where: isWord)
  }
}

/// Reads the text of a formula.
///
/// What calls itself only reads on and leaves the joining to functions that do not, so that it takes little stack.
///
/// From the loosest to the tightest: `or`, `and`, `not`, comparisons, `+ - over`, `of`, `* / per`, the sign of a number.
struct FormulaReader {
  /// A part that was read, and whether it is a number that what stands beside it makes money or a quantity.
  struct Part {
    var expression: Expression
    var isBare = false
    /// The number of formulas that stand one within another in it.
    var depth = 1
    let position: Int
  }

  private let tokens: [FormulaToken]
  let definitions: FormulaDefinitions
  var next = 0
  private var depth = 0

  init(
    _ text: String,
    definitions: FormulaDefinitions = FormulaDefinitions()
  ) throws(BenefitError) {
    var scanner = try FormulaScanner(text)
    tokens = try scanner.tokens()
    self.definitions = definitions
  }

  /// The whole text as a formula of one of some dimensions; a number alone is money where that is one of them.
  mutating func formula(of dimensions: [FormulaDimension]) throws(BenefitError) -> Expression {
    let part = try whole()
    if dimensions == [.ratio] { try requirePart(part) }
    guard token.kind == .end else {
      throw unexpected(
        Phrase(
          en: "Join parts by signs or words such as +, of and per.",
          zh: "请用「+」「of」「per」等连接各部分。"
        )
      )
    }
    return try expression(part, as: dimensions)
  }

  /// The part as a formula of one of some dimensions.
  private func expression(
    _ part: Part,
    as dimensions: [FormulaDimension]
  ) throws(BenefitError) -> Expression {
    let expression = dimensions.contains(.money) ? part.asMoney : part.expression
    if let problem = expression.sizeProblem ?? expression.nameProblem {
      throw .formula(at: part.position, problem, .reviseFormula)
    }
    let found = try self.dimension(of: expression, at: part.position)
    guard dimensions.contains(where: { found.serves(as: $0) }) else {
      let chinese = dimensions.map { $0.words.chinese }.joined(separator: "或")
      throw .formula(
        at: part.position,
        Phrase(en: "it is \(found.words).", zh: "这是\(found.words.chinese)。"),
        Phrase(
          en: "Write \(dimensions.map(\.words.description).joined(separator: " or ")).",
          zh: "请填写\(chinese)。"
        )
      )
    }
    return expression
  }

  private func dimension(
    of expression: Expression,
    at position: Int
  ) throws(BenefitError) -> FormulaDimension {
    do throws(FormulaMismatch) {
      return try expression.dimension()
    } catch {
      throw .formula(at: position, error.problem, .reviseFormula)
    }
  }
}

// MARK: - Pieces

extension FormulaReader {
  var token: FormulaToken { tokens[next] }

  mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    next += 1
    return true
  }

  mutating func take(word: String) -> Bool {
    guard token.isWord(word) else { return false }
    next += 1
    return true
  }

  /// The sign or word among some that comes next, which is taken; `nil` where none does.
  private mutating func take(anyOf signs: [String]) -> String? {
    let sign = token.text.lowercased()
    guard signs.contains(sign) else { return nil }
    next += 1
    return sign
  }

  mutating func require(_ sign: String) throws(BenefitError) {
    guard take(sign) else {
      throw unexpected(Phrase(en: "Write \"\(sign)\" here.", zh: "此处应为「\(sign)」。"))
    }
  }

  func unexpected(_ advice: Phrase) -> BenefitError {
    let found =
      token.kind == .end
      ? Phrase(en: "the formula ends too early.", zh: "计算式不完整。")
      : Phrase(
        en: "\"\(token.text.escaped)\" does not go here.",
        zh: "「\(token.text.escaped)」不应出现在此处。"
      )
    return .formula(at: token.position, found, advice)
  }
}

// MARK: - Conditions

extension FormulaReader {
  mutating func whole() throws(BenefitError) -> Part {
    depth += 1
    defer { depth -= 1 }
    try checkDepth(depth, at: token.position)
    var part = try conjunction()
    while take(word: "or") { part = try either(part, conjunction()) }
    return part
  }

  private mutating func conjunction() throws(BenefitError) -> Part {
    var part = try negation()
    while take(word: "and") { part = try both(part, negation()) }
    return part
  }

  private mutating func negation() throws(BenefitError) -> Part {
    var count = 0
    while take(word: "not") { count += 1 }
    return try negated(comparison(), count)
  }

  private mutating func comparison() throws(BenefitError) -> Part {
    let a = try sum()
    guard case .sign(let sign) = token.kind, Self.comparisons.contains(sign) else { return a }
    next += 1
    return try compared(a, sign, sum())
  }

  private static let comparisons = [">=", ">", "<=", "<", "="]

  private func either(_ a: Part, _ b: Part) throws(BenefitError) -> Part {
    try joined([a, b]) { (Condition($0[0]) || Condition($0[1])).expression }
  }

  private func both(_ a: Part, _ b: Part) throws(BenefitError) -> Part {
    try joined([a, b]) { (Condition($0[0]) && Condition($0[1])).expression }
  }

  private func negated(_ part: Part, _ count: Int) throws(BenefitError) -> Part {
    var part = part
    for _ in 0..<count { part = try joined([part]) { .not($0[0]) } }
    return part
  }

  private func compared(_ a: Part, _ sign: String, _ b: Part) throws(BenefitError) -> Part {
    try joined(Part.alike([a, b]).parts) { parts in
      let (atLeast, atMost) = (
        Expression.atLeast(parts[0], parts[1]), Expression.atLeast(parts[1], parts[0])
      )
      return switch sign {
      case ">=": atLeast
      case "<=": atMost
      case ">": .not(atMost)
      case "<": .not(atLeast)
      default: .all([atLeast, atMost])
      }
    }
  }

  private func checkDepth(_ depth: Int, at position: Int) throws(BenefitError) {
    if depth > Expression.maximumDepth {
      throw .formula(at: position, Expression.depthProblem, .reviseFormula)
    }
  }

  /// A formula of parts, unless it is nested too deep to be looked into.
  func joined(
    _ parts: [Part],
    isBare: Bool = false,
    at position: Int? = nil,
    _ join: ([Expression]) -> Expression
  ) throws(BenefitError) -> Part {
    let depth = 1 + (parts.map(\.depth).max() ?? 0)
    let position = position ?? parts[0].position
    try checkDepth(depth, at: position)
    let expression = join(parts.map(\.expression))
    return Part(expression: expression, isBare: isBare, depth: depth, position: position)
  }
}

// MARK: - Arithmetic

extension FormulaReader {
  private mutating func sum() throws(BenefitError) -> Part {
    var terms = [(part: try product(), isAdded: true)]
    while let sign = take(anyOf: ["+", "-", "over"]) {
      let part = try product()
      if sign == "over" {
        terms = [(try excess(of: terms, over: part), true)]
      } else {
        terms.append((part, sign == "+"))
      }
    }
    return try total(terms)
  }

  private func excess(
    of terms: [(part: Part, isAdded: Bool)],
    over threshold: Part
  ) throws(BenefitError) -> Part {
    let (parts, isBare) = Part.alike([try total(terms), threshold])
    return try joined(parts, isBare: isBare) { .greatest([$0[0].none, $0[0] - $0[1]]) }
  }

  /// The sum of terms, of which bare numbers are what the first other one is.
  private func total(_ terms: [(part: Part, isAdded: Bool)]) throws(BenefitError) -> Part {
    if terms.count == 1 { return terms[0].part }
    let (parts, isBare) = Part.alike(terms.map(\.part))
    return try joined(parts, isBare: isBare) {
      Expression.total(zip($0, terms.map(\.isAdded)).map { ($0, $1) })
    }
  }

  private mutating func product() throws(BenefitError) -> Part {
    var factors = [try factor()]
    while take(word: "of") { factors.append(try factor()) }
    return try product(of: factors)
  }

  /// Refuses a bare number above one, which is a percentage whose sign is missing rather than a multiple.
  private func requirePart(_ part: Part) throws(BenefitError) {
    guard part.isBare, case .constant(let figure) = part.expression, figure.value > .whole else {
      return
    }
    throw .formula(
      at: part.position,
      Phrase(
        en: "\(figure.value) is no part.",
        zh: "\(figure.value) 不是比例。"
      ),
      Phrase(
        en: "Write \(figure.value) % for a part, or \(figure.value) * for a multiple.",
        zh: "比例请写「\(figure.value) %」，倍数请写「\(figure.value) *」。"
      )
    )
  }

  /// A part of something, or of a part of it.
  private func product(of factors: [Part]) throws(BenefitError) -> Part {
    var product = factors[factors.count - 1]
    for part in factors.dropLast().reversed() {
      try requirePart(part)
      product = try joined([part, product], isBare: product.isBare) { .product($0[1], $0[0]) }
    }
    return product
  }

  private mutating func factor() throws(BenefitError) -> Part {
    var factor = try primary()
    while let sign = take(anyOf: ["*", "/", "per"]) {
      let position = tokens[next - 1].position
      factor = try joined(factor, sign, primary(), at: position)
    }
    return factor
  }

  private func joined(
    _ a: Part,
    _ sign: String,
    _ b: Part,
    at position: Int
  ) throws(BenefitError) -> Part {
    switch sign {
    case "*": try times(a, b)
    case "/": try divided(a, by: b, at: position)
    default: try each(a, per: b)
    }
  }

  private func each(_ price: Part, per quantity: Part) throws(BenefitError) -> Part {
    try joined([price, quantity]) { .product($0[1], price.asMoney) }
  }

  /// A product with what is taken a multiple of first, as the operators of a program write it.
  private func times(_ a: Part, _ b: Part) throws(BenefitError) -> Part {
    func rank(_ part: Part) -> Int {
      switch try? part.expression.dimension() {
      case .quantity: 0
      case .money: 1
      default: part.isBare ? 3 : 2
      }
    }
    let isTurned = rank(b) < rank(a)
    return try joined([a, b], isBare: a.isBare && b.isBare) {
      isTurned ? .product($0[1], $0[0]) : .product($0[0], $0[1])
    }
  }

  private func divided(
    _ a: Part,
    by b: Part,
    at position: Int
  ) throws(BenefitError) -> Part {
    guard case .constant(let figure) = b.expression, figure.dimension == .ratio else {
      let isOfMoney = (try? b.expression.dimension()) != .ratio
      let whole = isOfMoney ? a.asMoney : a.expression
      return try joined([a, b]) { .quotient(whole, $0[1]) }
    }
    guard figure.value != .zero,
      let inverse = Ratio(exactly: Int128(figure.value.denominator), Int128(figure.value.numerator))
    else {
      throw .formula(
        at: position,
        Phrase(en: "nothing is divided by zero.", zh: "不能除以零。"),
        .reviseFormula
      )
    }
    return try joined([a], isBare: a.isBare) { .product($0[0], .constant(Figure(inverse, .ratio))) }
  }
}

extension Phrase {
  static let reviseFormula = Phrase(en: "Revise the formula.", zh: "请修改计算式。")
}

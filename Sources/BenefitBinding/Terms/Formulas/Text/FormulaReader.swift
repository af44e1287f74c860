/// Reads the text of a formula.
///
/// From the loosest to the tightest: `or`, `and`, `not`, comparisons, `+ - over`, `* / of per`, the sign of a number.
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
  var next = 0
  private var depth = 0

  init(_ text: String) throws(BenefitError) {
    var scanner = try FormulaScanner(text)
    tokens = try scanner.tokens()
  }

  /// The whole text as a formula of one of some dimensions.
  mutating func formula(of dimensions: [FormulaDimension]) throws(BenefitError) -> Expression {
    let part = try whole()
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
    if depth > Expression.maximumDepth {
      throw .formula(at: token.position, Expression.depthProblem, .reviseFormula)
    }
    let first = try conjunction()
    var parts = [first]
    while take(word: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? first : try joined(parts) { .any($0) }
  }

  mutating func conjunction() throws(BenefitError) -> Part {
    let first = try negation()
    var parts = [first]
    while take(word: "and") { parts.append(try negation()) }
    return parts.count == 1 ? first : try joined(parts) { .all($0) }
  }

  mutating func negation() throws(BenefitError) -> Part {
    var count = 0
    while take(word: "not") { count += 1 }
    var part = try comparison()
    for _ in 0..<count { part = try joined([part]) { .not($0[0]) } }
    return part
  }

  mutating func comparison() throws(BenefitError) -> Part {
    var a = try sum()
    guard let sign = [">=", ">", "<=", "<", "="].first(where: { token.kind == .sign($0) }) else {
      return a
    }
    next += 1
    var b = try sum()
    a.adapt(to: &b)
    let (atLeast, atMost) = (
      Expression.atLeast(a.expression, b.expression), Expression.atLeast(b.expression, a.expression)
    )
    return try joined([a, b]) { _ in
      switch sign {
      case ">=": atLeast
      case "<=": atMost
      case ">": .not(atMost)
      case "<": .not(atLeast)
      default: .all([atLeast, atMost])
      }
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
    if depth > Expression.maximumDepth {
      throw .formula(at: position, Expression.depthProblem, .reviseFormula)
    }
    let expression = join(parts.map(\.expression))
    return Part(expression: expression, isBare: isBare, depth: depth, position: position)
  }
}

// MARK: - Arithmetic

extension FormulaReader {
  mutating func sum() throws(BenefitError) -> Part {
    var sum = try product()
    while true {
      let operation = token.kind
      guard take("+") || take("-") || take(word: "over") else { return sum }
      var part = try product()
      sum.adapt(to: &part)
      let isBare = sum.isBare && part.isBare
      if case .sign(let sign) = operation {
        // However long a sum is, it is one list of parts or two.
        let depth = max(sum.depth, part.depth + 1)
        let (a, b) = (sum.expression, part.expression)
        sum = try joined([sum, part], isBare: isBare) { _ in sign == "+" ? a + b : a - b }
        sum.depth = depth
      } else {
        sum = try joined([sum, part], isBare: isBare) { .greatest([$0[0].none, $0[0] - $0[1]]) }
      }
    }
  }

  mutating func product() throws(BenefitError) -> Part {
    var product = try primary()
    while true {
      let operation = token
      guard take("*") || take("/") || take(word: "of") || take(word: "per") else { return product }
      let part = try primary()
      switch operation.text.lowercased() {
      case "*": product = try times(product, part)
      case "/": product = try divided(product, by: part, at: operation.position)
      case "of":
        let isBare = part.isBare && product.isBare
        product = try joined([product, part], isBare: isBare) { .product($0[1], $0[0]) }
      default:
        let price = product.asMoney
        product = try joined([product, part]) { .product($0[1], price) }
      }
    }
  }

  /// A product with what is taken a multiple of first, as the operators of a program write it.
  private func times(_ a: Part, _ b: Part) throws(BenefitError) -> Part {
    func rank(_ part: Part) -> Int {
      switch try? part.expression.dimension() {
      case .quantity: 0
      case .money: 1
      default: 2
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
      return try joined([a, b]) { .quotient($0[0], $0[1]) }
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

  static let formulaNames = Phrase(
    en:
      "Use a name of the library, such as profit, stake, persons or land area, or one of your own as amount('name'), "
      + "rate('name'), measure('name', 'unit'), line('name'), total('name'), held('name') or balance('account'); "
      + "conditions are status('name'), gaqa('name') and household('id').",
    zh: "请使用库中的名称（如「profit」「stake」「persons」「land area」），自定名称写作「amount('名称')」「rate('名称')」"
      + "「measure('名称', '单位')」「line('项目')」「total('项目')」「held('项目')」「balance('账户')」；"
      + "条件写作「status('类别')」「gaqa('嘎查')」「household('编号')」。"
  )
}

extension Formula {
  /// The formula as a text that reads like the contract and is read as the same formula.
  package var text: String {
    (Self.dimension == .truth ? expression.condition : expression.written()).text
  }
}

/// A part of a formula as it is written.
struct WrittenPart {
  /// The ways in which parts of a text are joined, from the loosest.
  enum Level: Int {
    case or, and, not, comparison, sum, of, factor, primary
  }

  var text: String
  var level = Level.primary
  /// True for numbers alone, which a part beside them makes money.
  var isBare = false

  /// The part between parentheses where it is joined more loosely than asked.
  func at(_ least: Level) -> String { level.rawValue < least.rawValue ? "(\(text))" : text }
}

extension Expression {
  /// The formula in the reader's words.
  ///
  /// - Parameter isExplicit: Whether amounts say that they are, as nothing beside them does.
  /// - Returns: Its text, and how it joins with what stands beside it.
  func written(isExplicit: Bool = false) -> WrittenPart {
    if let name = standardName { return WrittenPart(text: name) }
    switch self {
    case .constant(let figure): return figure.written(isExplicit: isExplicit)
    case .sum, .difference: return total(isExplicit)
    case .product(let a, let b): return Self.product(a, b, isExplicit)
    case .quotient(let a, let b):
      return WrittenPart(
        text: "\(a.written().at(.factor)) / \(b.written(isExplicit: true).at(.primary))",
        level: .factor
      )
    case .greatest(let parts):
      // Of a difference that is taken away with others, nobody knows whether it was a part of the threshold.
      if let (value, threshold) = excess, self == .greatest([value.none, value - threshold]),
        !threshold.addsDifferences
      {
        let (a, b) = (
          value.written(isExplicit: isExplicit), threshold.written(isExplicit: isExplicit)
        )
        return WrittenPart(
          text: "\(a.at(.of)) over \(b.at(.of))",
          level: .sum,
          isBare: a.isBare && b.isBare
        )
      }
      return Self.call("max", parts, isExplicit)
    case .least(let parts): return Self.call("min", parts, isExplicit)
    case .choice(let condition, let a, let b):
      return Self.call("if", after: [condition.condition.text], [a, b], isExplicit)
    case .named(let name, let part):
      return Self.call("named", after: [FormulaToken.quoted(name)], [part], isExplicit)
    case .rounded(let part, let rounding):
      let step = rounding.step == .fen ? "" : ", \(rounding.step.rawValue)"
      return WrittenPart(
        text: "\(rounding.direction.function)(\(part.written().text)\(step))"
      )
    case .mean(let part, let seasons):
      let count = DecimalText.write(Int64(seasons.value), decimals: 0, grouped: true)
      return WrittenPart(text: "mean(\(part.written().text), \(count))")
    case .membersTotal(.choice(let condition, let part, let other)) where other == part.none:
      return WrittenPart(text: "sum(\(part.written().text), \(condition.condition.text))")
    case .membersTotal(let part): return WrittenPart(text: "sum(\(part.written().text))")
    case .atLeast, .all, .any, .not: return condition
    default: return WrittenPart(text: call)
    }
  }

  /// A sum or difference, its terms in one row.
  private func total(_ isExplicit: Bool) -> WrittenPart {
    let (added, taken) = signed
    let parts = (added + taken).map { $0.written(isExplicit: isExplicit) }
    var text = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { text += index < added.count ? " + " : " - " }
      text += part.at(.of)
    }
    return WrittenPart(text: text, level: .sum, isBare: parts.allSatisfy(\.isBare))
  }

  /// A product: a multiple of something, so much for each unit of it, or a part of it.
  private static func product(_ a: Self, _ b: Self, _ isExplicit: Bool) -> WrittenPart {
    let whole = a.written(isExplicit: isExplicit)
    if case .constant(let figure) = b, figure.dimension == .ratio, figure.value.denominator == 1,
      figure.value.numerator.magnitude > 1, !whole.isBare
    {
      let number = DecimalText.write(figure.value.numerator, decimals: 0, grouped: true)
      return WrittenPart(text: "\(number) * \(whole.at(.primary))", level: .factor)
    }
    let isCounted = (try? a.dimension()) == .quantity
    switch try? b.dimension() {
    case .money where isCounted, .quantity where isCounted:
      return WrittenPart(
        text: "\(b.written().at(.factor)) per \(whole.at(.primary))",
        level: .factor
      )
    default:
      return WrittenPart(
        text: "\(b.written(isExplicit: true).at(.factor)) of \(whole.at(.of))",
        level: .of,
        isBare: whole.isBare
      )
    }
  }

  /// A function of values of one kind, after what is of another.
  private static func call(
    _ name: String,
    after first: [String] = [],
    _ parts: [Self],
    _ isExplicit: Bool
  ) -> WrittenPart {
    let parts = parts.map { $0.written(isExplicit: isExplicit) }
    return WrittenPart(
      text: "\(name)(\((first + parts.map(\.text)).joined(separator: ", ")))",
      isBare: parts.allSatisfy(\.isBare)
    )
  }
}

extension Expression {
  /// True if it is a sum of which a part is a difference.
  fileprivate var addsDifferences: Bool {
    guard case .sum(let parts) = self else { return false }
    return parts.contains { if case .difference = $0 { true } else { false } }
  }
}

// MARK: - Conditions

extension Expression {
  /// The formula in words as one that is true or false.
  fileprivate var condition: WrittenPart {
    switch self {
    case Condition.always.expression: return WrittenPart(text: "always")
    case .atLeast(let a, let b):
      return a.isFixed && !b.isFixed
        ? Self.comparison(b, "<=", a) : Self.comparison(a, ">=", b)
    case .not(.atLeast(let a, let b)):
      return a.isFixed && !b.isFixed ? Self.comparison(b, ">", a) : Self.comparison(a, "<", b)
    case .not(let part): return WrittenPart(text: "not \(part.condition.at(.not))", level: .not)
    case .all(let parts):
      if let (a, b) = equals { return Self.comparison(a, "=", b) }
      return Self.row(parts, "and", .and, .not)
    case .any(let parts): return Self.row(parts, "or", .or, .and)
    default: return written()
    }
  }

  private static func comparison(_ a: Self, _ sign: String, _ b: Self) -> WrittenPart {
    var (left, right) = (a.written(), b.written())
    if left.isBare && right.isBare { left = a.written(isExplicit: true) }
    return WrittenPart(text: "\(left.at(.sum)) \(sign) \(right.at(.sum))", level: .comparison)
  }

  /// Conditions one after the other, each joined to those before it.
  private static func row(
    _ parts: [Self],
    _ word: String,
    _ level: WrittenPart.Level,
    _ further: WrittenPart.Level
  ) -> WrittenPart {
    let parts = parts.map(\.condition)
    let texts = parts.prefix(1).map { $0.at(level) } + parts.dropFirst().map { $0.at(further) }
    return WrittenPart(text: texts.joined(separator: " \(word) "), level: level)
  }
}

// MARK: - Numbers and names

extension Expression {
  /// The kind of a formula that has names of the user's own, with the names.
  private var call: String {
    let (kind, names): (String, [String]) =
      switch self {
      case .money(let fact): ("amount", [fact.name])
      case .rate(let fact): ("rate", [fact.name])
      case .measure(let measure): ("measure", [measure.name, measure.unit.name])
      case .status(let statuses): ("status", statuses.map(\.name))
      case .gaqa(let names): ("gaqa", names)
      case .id(let ids): ("household", ids)
      case .line(let name, let unit): ("line", [name] + [unit?.name].compactMap(\.self))
      case .total(let name, let unit): ("total", [name] + [unit?.name].compactMap(\.self))
      case .held(let name): ("held", [name])
      case .balance(let account):
        (account.owner == .scheme ? "balance" : "programme balance", [account.name])
      default: stop("\(self) has no names.")
      }
    return "\(kind)(\(names.map(FormulaToken.quoted).joined(separator: ", ")))"
  }
}

extension Figure {
  fileprivate func written(isExplicit: Bool) -> WrittenPart {
    switch dimension {
    case .money:
      // Hundredths are written in full.
      let number = Self.number(
        Int128(value.numerator),
        over: Int128(value.denominator) * 100,
        decimals: [0] + Array(2...18)
      )
      let isPlain = !isExplicit && !number.contains("/")
      return WrittenPart(text: isPlain ? number : "amount(\(number))", isBare: isPlain)
    case .quantity(let unit):
      let number = Self.number(Int128(value.numerator), over: Int128(value.denominator))
      let words = Plural.of(unit.name, if: value.numerator.magnitude != value.denominator.magnitude)
      let isPlain =
        FormulaToken.areWords(words) && Quantity.Unit(words) == unit
        && Quantity.Unit.insteadOf(words) == nil
      return WrittenPart(text: "\(number) \(isPlain ? words : FormulaToken.quoted(unit.name))")
    case .ratio, .truth: return WrittenPart(text: Self.rate(value))
    }
  }

  /// A number as a decimal one, or as a fraction where none is read as the same.
  private static func number(
    _ numerator: Int128,
    over denominator: Int128,
    decimals: [Int] = Array(0...18)
  ) -> String {
    for places in decimals {
      let scaled = numerator * (0..<places).reduce(1) { scale, _ in scale * 10 }
      guard scaled.isMultiple(of: denominator) else { continue }
      guard let digits = Int64(exactly: scaled / denominator) else { break }
      return DecimalText.write(digits, decimals: places, grouped: true)
    }
    let divisor = greatestCommonDivisor(numerator, denominator)
    return "\(numerator / divisor)/\(denominator / divisor)"
  }

  /// A rate in percent where it has few decimals, else as a fraction.
  private static func rate(_ value: Ratio) -> String {
    let percent = number(
      Int128(value.numerator) * 100,
      over: Int128(value.denominator),
      decimals: Array(0...4)
    )
    return percent.contains("/") ? "\(value.numerator)/\(value.denominator)" : "\(percent) %"
  }
}

extension Rounding.Direction {
  /// The function that rounds so.
  var function: String {
    switch self {
    case .halfUp: "round"
    case .up: "roundup"
    case .down: "rounddown"
    case .halfEven: "roundeven"
    }
  }
}

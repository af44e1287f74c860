/// A measure of each household's entitlement to a pot.
///
/// ```swift
/// let byHead = Key.person
/// let byNeed = Key.need(below: .yuan(3_335))
/// let byTier = Key.person.weighted(by: [.belowNationalLine: 2, .belowMunicipalAllowance: 1])
/// ```
public struct Key: Hashable, Sendable {
  let expression: Expression

  /// The key in words, as explanations print it after "by".
  let name: String

  init(_ expression: Expression, name: String) {
    self.expression = expression
    self.name = name
  }

  /// Every household the same.
  public static let household = Self(QuantityFormula.household.expression, name: "household")

  /// Every gaqa the same, in a tier that pays an account of each.
  public static let gaqa = Self(.constant(Figure(Quantity(1, Quantity.Unit(.gaqa)))), name: "gaqa")

  /// Every person the same.
  public static let person = Self(.persons, name: "person")

  /// In proportion to a measure, such as shares held, land contributed or eggs delivered.
  public static func measure(_ measure: Measure) -> Self {
    Self(.measure(measure), name: measure.name)
  }

  /// In proportion to a quantity, such as animals in keeping.
  public static func quantity(_ quantity: QuantityFormula, name: String) -> Self {
    Self(quantity.expression, name: name)
  }

  /// In proportion to an amount, such as the money each household put in.
  public static func amount(_ amount: Amount, name: String) -> Self {
    Self(amount.expression, name: name)
  }

  /// In proportion to what an earlier line of the same scheme gave each household.
  public static func line(_ label: String) -> Self { Self(.line(label), name: label) }

  /// In proportion to what a household's income in the year before lacks to a line per person.
  public static func need(below line: Money) -> Self {
    .amount(
      .excess(of: .each(.fixed(line), per: .persons), over: .baselineIncome),
      name: "\(needBelow)\(line) a person"
    )
  }

  /// The key with a different weight for each status; a status that is not named gets nothing.
  public func weighted(by weights: [Status: Ratio]) -> Self {
    let terms = weights.sorted { $0.key.name < $1.key.name }.map { status, weight in
      Expression.product(.status([status]), .constant(Figure(weight, .ratio)))
    }
    let weight = terms.first.map { terms.dropFirst().reduce($0, +) } ?? Rate.zero.expression
    return Self(.product(expression, weight), name: name + Self.weighted)
  }
}

extension Key: CustomStringConvertible {
  /// The key in words.
  public var description: String { name }

  fileprivate static let needBelow = "need below "
  fileprivate static let weighted = " weighted by status"
}

extension Chinese {
  /// A key, as explanations print it after 按.
  package func key(_ key: Key) -> String {
    switch key.expression {
    case .household: "户"
    case Key.gaqa.expression: "嘎查"
    case .persons: "人口"
    case .measure(let measure): measure.words(in: .simplifiedChinese)
    case .line(let label, _): "「\(StandardLine.words(label, in: .simplifiedChinese))」"
    case .product(let base, _) where key.name.hasSuffix(Key.weighted):
      self.key(Key(base, name: String(key.name.dropLast(Key.weighted.count)))) + "（按户的类别加权）"
    case .greatest where key.name.hasPrefix(Key.needBelow):
      formula(key.expression).withSpacedFigures
    default: "「\(key.name)」"
    }
  }
}

extension Key: Codable {
  private enum CodingKeys: CodingKey { case of, named }

  /// The keys that files call by a word, where the formula alone would not say the name.
  private static let words: [Self] = [.household, .person, .gaqa]

  /// The key that a formula gives under the name that it has by itself, or `nil` where it has none.
  private init?(_ expression: Expression) {
    switch expression {
    case .measure(let measure): self = .measure(measure)
    case .line(let label, unit: nil): self = .line(label)
    default: return nil
    }
  }

  /// Decodes a word, a formula that has a name by itself, or a formula and its name.
  ///
  /// - Throws: `DecodingError` where the formula is no amount and no quantity, or is larger than
  ///   formulas may be, and where the name is not one line.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      if let key = Self.words.first(where: { $0.name == text.lowercased() }) {
        self = key
        return
      }
      let formula = try Expression(from: decoder, is: .money, .quantity)
      self = Self(formula) ?? Self(formula, name: text)
      return
    }
    self = try decoder.checked(CodingKeys.self) {
      let formula: KeyFormula = try $0[.of]
      return Self(formula.expression, name: try $0.name(Phrase(en: "A key", zh: "分配依据"), .named))
    }
  }

  /// Encodes the word, the formula or both.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    if Self.words.contains(self) { return try single.encode(name) }
    if Self(expression) == self { return try single.encode(KeyFormula(expression: expression)) }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(KeyFormula(expression: expression), forKey: .of)
    try container.encode(name, forKey: .named)
  }
}

/// The formula of a key: an amount or a quantity.
private struct KeyFormula: Codable {
  let expression: Expression

  init(expression: Expression) { self.expression = expression }

  init(from decoder: any Decoder) throws {
    expression = try Expression(from: decoder, is: .money, .quantity)
  }

  func encode(to encoder: any Encoder) throws {
    try expression.encode(as: expression.written().text, to: encoder)
  }
}

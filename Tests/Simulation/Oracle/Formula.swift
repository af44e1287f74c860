/// A formula, read from what it is made of.
indirect enum Formula {
  enum Dimension: Equatable {
    case money, ratio
    case quantity(String)
  }

  case constant(Exact, Dimension)
  case money(String)
  case rate(String)
  case measure(String, unit: String)
  case persons, household, baselineIncome
  case status([String])
  case gaqa([String])
  case id([String])
  case stake, stakeRatio, carriedLoss, pot, remainder
  /// An earlier line, in money or in the unit that it is read in.
  case line(String, unit: String?)
  case total(String, unit: String?)
  case held(String)
  case balance(String)
  case mean(Formula, Int)
  case membersTotal(Formula)
  case sum([Formula])
  case difference(Formula, Formula)
  case product(Formula, Formula)
  case quotient(Formula, Formula)
  case greatest([Formula])
  case least([Formula])
  case rounded(Formula, String, Int64)
  case atLeast(Formula, Formula)
  case all([Formula])
  case any([Formula])
  case not(Formula)
  case choice(Formula, Formula, Formula)
  case named(String, Formula)
}

// MARK: - Reading

extension Formula {
  init(tree: Tree) throws {
    guard let only = tree.only else { throw Unread(what: "formula \(tree)") }
    let values = only.value
    func part(_ key: String) throws -> Formula { try Formula(tree: values.required(key)) }
    func parts() throws -> [Formula] { try values.required("_0").list.map(Formula.init(tree:)) }
    func text() throws -> String { try values.required(text: "_0") }
    func texts() throws -> [String] { try values.required("_0").list.compactMap(\.text) }
    switch only.key {
    case "constant":
      let figure = try values.required("_0")
      self = .constant(
        try World.ratio(figure.required(text: "value")),
        try Self.dimension(figure.required("dimension"))
      )
    case "money": self = .money(try text())
    case "rate": self = .rate(try text())
    case "measure":
      let measure = try values.required("_0")
      self = .measure(try World.key(measure), unit: try measure.required(text: "unit"))
    case "persons": self = .persons
    case "household": self = .household
    case "baselineIncome": self = .baselineIncome
    case "status": self = .status(try texts())
    case "gaqa": self = .gaqa(try texts())
    case "id": self = .id(try texts())
    case "stake": self = .stake
    case "stakeRatio": self = .stakeRatio
    case "carriedLoss": self = .carriedLoss
    case "pot": self = .pot
    case "remainder": self = .remainder
    case "line": self = .line(try text(), unit: values["unit"]?.text)
    case "total": self = .total(try text(), unit: values["unit"]?.text)
    case "held": self = .held(try text())
    case "balance": self = .balance(try Ledger.account(values.required("_0")))
    case "mean":
      guard let count = values["_1"]?.int else { throw Unread(what: "the seasons of a mean") }
      self = .mean(try part("_0"), Int(count))
    case "membersTotal": self = .membersTotal(try part("_0"))
    case "sum": self = .sum(try parts())
    case "difference": self = .difference(try part("_0"), try part("_1"))
    case "product": self = .product(try part("_0"), try part("_1"))
    case "quotient": self = .quotient(try part("_0"), try part("_1"))
    case "greatest": self = .greatest(try parts())
    case "least": self = .least(try parts())
    case "rounded":
      let (direction, step) = try Self.rounding(values.required("_1"))
      self = .rounded(try part("_0"), direction, step)
    case "atLeast": self = .atLeast(try part("_0"), try part("_1"))
    case "all": self = .all(try parts())
    case "any": self = .any(try parts())
    case "not": self = .not(try part("_0"))
    case "choice": self = .choice(try part("_0"), try part("_1"), try part("_2"))
    case "named": self = .named(try text(), try part("_1"))
    default: throw Unread(what: "formula \(only.key)")
    }
  }

  private static func dimension(_ tree: Tree) throws -> Dimension {
    switch tree.only?.key {
    case "money": .money
    case "ratio": .ratio
    case "quantity": .quantity(try tree.required("quantity").required(text: "_0"))
    default: throw Unread(what: "dimension \(tree)")
    }
  }

  /// The direction of a rounding, and its step in fen or units; half up to the fen where a file says nothing.
  static func rounding(_ tree: Tree?) throws -> (direction: String, step: Int64) {
    guard let tree else { return ("halfUp", 1) }
    let directions = ["down": "down", "up": "up", "half up": "halfUp", "half even": "halfEven"]
    let steps: [Substring: Int64] = [
      "fen": 1, "jiao": 10, "yuan": 100, "ten": 1_000, "hundred": 10_000,
    ]
    let words = (tree.text ?? "").split(separator: " ")
    guard words.count > 2, words[words.count - 2] == "to", let step = steps[words[words.count - 1]],
      let direction = directions[words.dropLast(2).joined(separator: " ")]
    else { throw Unread(what: "rounding \(tree)") }
    return (direction, step)
  }

  /// A condition, which is always met where a file says nothing.
  static func condition(_ tree: Tree?) throws -> Formula {
    try tree.map(Formula.init(tree:)) ?? .constant(.one, .ratio)
  }

  /// A key, with the name that lines go by.
  static func key(_ tree: Tree) throws -> (formula: Formula, name: String) {
    switch tree.text {
    case "household": return (.household, "household")
    case "person": return (.persons, "person")
    case "gaqa": return (.constant(.one, .quantity("gaqa")), "gaqa")
    case _?: throw Unread(what: "key \(tree)")
    case nil: break
    }
    if tree["named"] != nil {
      return (try Formula(tree: tree.required("of")), try tree.required(text: "named"))
    }
    let formula = try Formula(tree: tree)
    switch formula {
    case .measure(let key, _): return (formula, String(key.prefix { $0 != "\u{1F}" }))
    case .line(let label, nil): return (formula, label)
    default: throw Unread(what: "key \(tree)")
    }
  }
}

// MARK: - Parts

extension Formula {
  var parts: [Formula] {
    switch self {
    case .sum(let parts), .greatest(let parts), .least(let parts), .all(let parts), .any(let parts):
      parts
    case .difference(let a, let b), .product(let a, let b), .quotient(let a, let b),
      .atLeast(let a, let b):
      [a, b]
    case .choice(let condition, let a, let b): [condition, a, b]
    case .rounded(let part, _, _), .named(_, let part), .membersTotal(let part), .not(let part),
      .mean(let part, _):
      [part]
    default: []
    }
  }

  func contains(_ isWanted: (Formula) -> Bool) -> Bool {
    isWanted(self) || parts.contains { $0.contains(isWanted) }
  }

  var isCarriedLoss: Bool { if case .carriedLoss = self { true } else { false } }

  /// The lines whose holdings it reads.
  var heldLines: [String] {
    if case .held(let line) = self { return [line] }
    return parts.flatMap(\.heldLines)
  }

  /// What it stands for, and the units that are held against one another in it.
  var dimension: Dimension {
    switch self {
    case .constant(_, let dimension): dimension
    case .line(_, let unit?), .total(_, let unit?): .quantity(unit)
    case .money, .baselineIncome, .stake, .carriedLoss, .pot, .remainder, .line, .total, .held,
      .balance:
      .money
    case .rate, .status, .gaqa, .id, .stakeRatio, .atLeast, .not: .ratio
    case .measure(_, let unit): .quantity(unit)
    case .persons: .quantity("person")
    case .household: .quantity("household")
    case .product(let a, let b):
      switch (a.dimension, b.dimension) {
      case (.money, _), (_, .money): .money
      case (let a, .ratio): a
      case (_, let b): b
      }
    case .quotient(let a, let b): a.dimension == b.dimension ? .ratio : a.dimension
    case .choice(_, let a, _): a.dimension
    default: parts.first?.dimension ?? .ratio
    }
  }

  /// The unit of a quantity, or `nil` where it is none.
  var unit: String? { if case .quantity(let unit) = dimension { unit } else { nil } }

  /// Whether kilograms and mu are added up or compared in it.
  var mixesUnits: Bool {
    let compared: [Formula] =
      switch self {
      case .product, .rounded: []
      case .quotient(let a, _) where a.dimension == .money: []
      case .choice(_, let a, let b): [a, b]
      default: parts
      }
    var unit: String?
    for part in compared {
      guard case .quantity(let other) = part.dimension else { continue }
      if let unit, unit != other { return true }
      unit = other
    }
    return parts.contains(where: \.mixesUnits)
  }

  /// The fixed fraction of the pot that it is, or `nil` where it is anything else.
  var fractionOfPot: Exact? {
    switch self {
    case .pot: .one
    case .product(let base, let rate):
      base.fractionOfPot.flatMap { base in rate.fixedRatio.map { base * $0 } }
    case .named(_, let part): part.fractionOfPot
    default: nil
    }
  }

  private var fixedRatio: Exact? {
    switch self {
    case .constant(let value, .ratio): value
    case .sum(let parts):
      parts.reduce(.zero) { sum, part in sum.flatMap { sum in part.fixedRatio.map { sum + $0 } } }
    case .difference(let a, let b): a.fixedRatio.flatMap { a in b.fixedRatio.map { a - $0 } }
    case .product(let a, let b): a.fixedRatio.flatMap { a in b.fixedRatio.map { a * $0 } }
    default: nil
    }
  }
}

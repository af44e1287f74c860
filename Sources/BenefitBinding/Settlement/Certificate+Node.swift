extension Certificate {
  /// One value: the rule that gave it, what the rule needs to know, and the positions of its parts.
  struct Node: Hashable, Encodable, Sendable {
    let rule: String
    /// A whole number or a fraction; money in fen.
    let value: String
    /// The unit of the value: `fen`, that of a quantity, `truth`, or `nil` for a pure number.
    let unit: String?
    let parts: [Int]?
    private(set) var name: String?
    private(set) var of: String?
    private(set) var asked: [String]?
    private(set) var direction: String?
    private(set) var step: Int64?
    private(set) var left: Int64?
    private(set) var odd: Odd?

    /// The decision on an odd step: given or not, by the remainder above which it is given or by the number of
    /// steps that are given from the first or the last on.
    struct Odd: Hashable, Encodable, Sendable {
      private(set) var above: String?
      private(set) var first: Int?
      private(set) var last: Int?
      let given: Bool
    }

    init(_ derivation: Derivation, parts: [Int]) {
      value = derivation.value.fraction
      unit = derivation.value.unit
      self.parts = parts.isEmpty ? nil : parts
      rule = derivation.rule.name
      switch derivation.rule {
      case .formula(.rounded(_, let rounding)), .rounded(let rounding): set(rounding)
      case .given(let expression, let giver):
        (name, of) = (expression.description, giver)
      case .formula(.constant), .total: break
      case .formula(let expression) where parts.isEmpty: name = expression.description
      case .contribution(let money): name = money.source.name
      case .named(let name): self.name = name
      case .isOne(let expression, let own): (asked, of) = (expression.names, own)
      case .drawn(let account): name = account.description
      case .taken(let tier): name = tier
      case .broughtForward(let former): name = former
      case .roundedWithOthers(let odd), .cutClaim(let odd): self.odd = odd.map(Odd.init)
      case .share(let sharing, let odd):
        set(sharing)
        self.odd = odd.map(Odd.init)
      case .rate(let sharing, let left):
        set(sharing)
        self.left = left.fen
      case .atRate(let sharing): set(sharing)
      default: break
      }
    }

    private mutating func set(_ rounding: Rounding) {
      (direction, step) = (rounding.direction.rawValue, rounding.step.fen)
    }

    private mutating func set(_ sharing: Derivation.Sharing) {
      name = sharing.key.name
      set(sharing.apportionment.rounding)
    }
  }
}

extension Certificate.Node.Odd {
  fileprivate init(_ odd: Derivation.OddStep) {
    switch odd {
    case .remainder(let cut, let isTiedGiven): self.init(above: cut.fraction, given: isTiedGiven)
    case .order(let isGiven, let steps, false): self.init(first: steps, given: isGiven)
    case .order(let isGiven, let steps, true): self.init(last: steps, given: isGiven)
    }
  }
}

extension Derivation.Value {
  fileprivate var fraction: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  fileprivate var unit: String? {
    switch dimension {
    case .money: "fen"
    case .ratio: nil
    case .quantity(let unit): unit.name
    case .truth: "truth"
    }
  }
}

extension Derivation.Rule {
  /// The name of the rule in a certificate.
  fileprivate var name: String {
    switch self {
    case .formula(let expression): expression.ruleName
    case .given(.balance, _): "balance"
    case .given: "given"
    case .contribution: "contribution"
    case .named: "named"
    case .isOne: "isOne"
    case .total: "total"
    case .others: "others"
    case .rounded: "rounded"
    case .notBelowZero: "notBelowZero"
    case .drawn: "drawn"
    case .roundedWithOthers: "roundedWithOthers"
    case .cutToRest: "cutToRest"
    case .rest: "rest"
    case .taken: "taken"
    case .withBroughtForward: "withBroughtForward"
    case .broughtForward: "broughtForward"
    case .share(let sharing, _): sharing.apportionment.residue.isHandedOut ? "steps" : "share"
    case .cutClaim: "cutClaim"
    case .rate: "rate"
    case .atRate: "atRate"
    case .nothing: "nothing"
    }
  }
}

extension Expression {
  fileprivate var ruleName: String {
    switch self {
    case .constant: "constant"
    case .stake: "stake"
    case .sum: "sum"
    case .difference: "difference"
    case .product: "product"
    case .greatest: "greatest"
    case .least: "least"
    case .rounded: "rounded"
    case .atLeast: "atLeast"
    case .all: "all"
    case .any: "any"
    case .not: "not"
    case .choice: "choice"
    case .mean: "mean"
    case .membersTotal: "same"
    default: "given"
    }
  }
}

extension Certificate {
  /// A formula: its rule, what the rule needs to know, and the positions of the formulas that it is made of.
  struct Node: Hashable, Encodable, Sendable {
    let rule: String
    var parts: [Int]?
    var name, scheme, season: String?
    var asked: [String]?
    var step: Int64?
    /// The position among what is rounded together.
    var position: Int?
    var direction: Rounding.Direction?
    /// The unit of what is stated: `fen`, that of a quantity, or `nil` for a pure number; of a line or a rest,
    /// that of a quantity, or `nil` for money.
    var unit: String?
    /// The figure that is stated, as a whole number or a fraction, for all or for each gaqa or household with members.
    var value: String?
    var gaqas, households: [String: String]?
  }

  /// The formulas by which a settlement was worked out, as the engine bound them.
  struct Formulas {
    private(set) var nodes: [Node] = []
    private var positions: [Node: Int] = [:]
    private var figures: [FigureKey: Int] = [:]
    private let season: String
    private let currency: Currency

    /// A figure in a season of a scheme.
    private struct FigureKey: Hashable {
      let scheme, season: String
      let expression: Expression
    }

    init(season: String, currency: Currency) { (self.season, self.currency) = (season, currency) }

    mutating func rounded(_ part: Int, _ rounding: Rounding) -> Int {
      add(
        Node(
          rule: "rounded",
          parts: [part],
          step: rounding.step.fen,
          direction: rounding.direction
        )
      )
    }

    /// A rule of rounding as the currency has it, of what is money.
    private func inSteps(_ rounding: Rounding, _ dimension: Figure.Dimension) -> Rounding {
      dimension == .money ? rounding.inSteps(of: currency) : rounding
    }

    mutating func notBelowZero(_ part: Int, _ dimension: Figure.Dimension) -> Int {
      add(Node(rule: "greatest", parts: [zero(dimension), part]))
    }

    /// Gives a formula to those who are eligible, and nothing to others.
    mutating func eligible(
      _ part: Int,
      _ dimension: Figure.Dimension,
      _ origin: LineOrigin
    ) -> Int {
      guard let condition = origin.condition else { return part }
      let isEligible = add(condition, origin.explainer)
      return add(Node(rule: "choice", parts: [isEligible, part, zero(dimension)]))
    }

    private mutating func zero(_ dimension: Figure.Dimension) -> Int {
      add(Node(rule: "constant", unit: dimension.certifiedUnit, value: "0"))
    }

    /// The number of yuan in an amount of fen.
    mutating func inYuan(_ part: Int) -> Int {
      let factor = add(Node(rule: "constant", value: "1/100"))
      return add(Node(rule: "product", parts: [part, factor]))
    }

    /// Adds a formula with those that it is made of.
    ///
    /// - Parameters:
    ///   - bound: The formula with its names looked up.
    ///   - explainer: The register and the members that it is for.
    ///   - season: The season that its facts are looked up in; the one that is settled if left out.
    /// - Returns: The position.
    mutating func add(_ bound: Bound, _ explainer: Explainer, in season: String? = nil) -> Int {
      func added(_ parts: [Bound]) -> [Int] { parts.map { add($0, explainer, in: season) } }
      switch bound.origin {
      case .total(_, let part):
        let rule =
          part.domain == .gaqa ? "totalOfGaqas" : bound.domain == .gaqa ? "totalInGaqa" : "total"
        return add(Node(rule: rule, parts: added([part])))
      case .rule(.formula(let figure), let parts) where parts.isEmpty:
        return add(figure, bound, explainer, in: season ?? self.season)
      case .rule(.formula(.membersTotal), let parts):
        return add(parts[0], explainer, in: season)
      case .rule(.formula(.mean), let parts):
        let sum = add(Node(rule: "sum", parts: parts.map { add(past: $0, explainer) }))
        let part = add(Node(rule: "constant", value: parts.count == 1 ? "1" : "1/\(parts.count)"))
        return add(Node(rule: "product", parts: [sum, part]))
      case .rule(.formula(.rounded(.quotient, let rounding)), let parts) where parts.count == 2:
        let rounding = inSteps(rounding, bound.dimension)
        return rounded(add(Node(rule: "quotient", parts: added(parts))), rounding)
      case .rule(.formula(.rounded(_, let rounding)), let parts),
        .rule(.rounded(let rounding), let parts):
        return rounded(added(parts)[0], inSteps(rounding, bound.dimension))
      case .rule(.formula(.not), let parts):
        let one = add(Node(rule: "constant", value: "1"))
        return add(Node(rule: "difference", parts: [one] + added(parts)))
      case .rule(.formula(let expression), let parts):
        return add(Node(rule: expression.ruleName, parts: added(parts)))
      case .rule(.named(let name), let parts):
        return add(Node(rule: "named", parts: added(parts), name: name))
      case .rule(.notBelowZero, let parts): return notBelowZero(added(parts)[0], bound.dimension)
      case .rule(.drawn, let parts):
        let (asked, balance) = (added(parts)[0], notBelowZero(added(parts)[1], .money))
        return add(Node(rule: "least", parts: [asked, balance]))
      case .rule(.rest, _): return add(Node(rule: "rest", unit: bound.dimension.counted))
      case .stated, .rule, .rules: stop("A formula is none that a certificate knows.")
      }
    }

    /// Adds what each step of a distribution asks for, before that is cut to what is left; `nil` for claims to
    /// all of it.
    mutating func asked(_ origin: PotOrigin) -> [Int?] {
      let asked = origin.due.map { due -> Bound? in
        guard case .rule(.cutToRest, let parts) = due?.origin else { return nil }
        return parts[0]
      }
      // The fractions of the pot that are rounded together, with what they leave of it.
      var fractions: [Int] = []
      for case .rules(_, let exact) in asked.map(\.?.origin) {
        fractions.append(add(exact[0], origin.explainer))
      }
      if !fractions.isEmpty {
        let parts = [add(origin.pots, origin.explainer), add(Node(rule: "sum", parts: fractions))]
        fractions.append(add(Node(rule: "difference", parts: parts)))
      }
      var position = 0
      return asked.map { asked in
        guard let asked else { return nil }
        guard case .rules = asked.origin else { return add(asked, origin.explainer) }
        position += 1
        return add(Node(rule: "roundedTogether", parts: fractions, position: position - 1))
      }
    }

    /// Adds a part of a mean, which is under the name of its season.
    private mutating func add(past bound: Bound, _ explainer: Explainer) -> Int {
      guard case .rule(.named(let season), let parts) = bound.origin else {
        stop("A mean is of no season.")
      }
      return add(parts[0], explainer, in: season)
    }

    /// Adds a figure that is taken as it stands.
    private mutating func add(
      _ figure: Expression,
      _ bound: Bound,
      _ explainer: Explainer,
      in season: String
    ) -> Int {
      let scheme = explainer.terms.name
      switch figure {
      case .line(let label, let unit): return add(Node(rule: "line", name: label, unit: unit?.name))
      case .total(let label, let unit):
        return add(Node(rule: "lineTotal", name: label, unit: unit?.name))
      case .persons: return add(Node(rule: "persons"))
      case .status: return add(Node(rule: "status", asked: figure.names))
      case .gaqa: return add(Node(rule: "gaqa", asked: figure.names))
      case .id: return add(Node(rule: "id", asked: figure.names))
      case .stake: return addStake(bound, explainer)
      case .constant, .sum: return add(explainer.stated("constant", bound))
      case .household:
        return add(Node(rule: "constant", unit: bound.dimension.certifiedUnit, value: "1"))
      case .balance(let account):
        var node = explainer.stated("balance", bound)
        node.name = account.description
        return add(node)
      default:
        let key = FigureKey(scheme: scheme, season: season, expression: figure)
        if let position = figures[key] { return position }
        var node = explainer.stated("given", bound)
        (node.name, node.scheme) = (figure.description, scheme)
        if season != self.season { node.season = season }
        figures[key] = add(node)
        return add(node)
      }
    }

    /// Adds the stake as the sum of what the terms say was put in for the households.
    private mutating func addStake(_ bound: Bound, _ explainer: Explainer) -> Int {
      let gaqas = explainer.gaqasThatTakePart
      var parts: [Int] = []
      for money in explainer.terms.funding.contributions where money.stakeFen != 0 {
        var node = Node(rule: "contribution", name: money.source.name, unit: "fen")
        if let own = money.gaqa {
          guard gaqas.contains(own) else { continue }
          node.gaqas = Dictionary(
            uniqueKeysWithValues: gaqas.map { ($0, $0 == own ? "\(money.stakeFen)" : "0") }
          )
        } else {
          node.value = "\(money.stakeFen)"
        }
        parts.append(add(node))
      }
      if parts.isEmpty { return add(Node(rule: "constant", unit: "fen", value: "0")) }
      return add(Node(rule: "sum", parts: parts))
    }

    private mutating func add(_ node: Node) -> Int {
      if let position = positions[node] { return position }
      nodes.append(node)
      positions[node] = nodes.count - 1
      return nodes.count - 1
    }
  }
}

extension Explainer {
  /// The names of the gaqas that take part.
  fileprivate var gaqasThatTakePart: [String] {
    register.gaqas.indices.filter { takesPart(gaqa: $0) }.map { register.gaqas[$0] }
  }

  /// Returns the figure that is stated for all, or for each gaqa or household with members.
  fileprivate func stated(_ rule: String, _ bound: Bound) -> Certificate.Node {
    var node = Certificate.Node(rule: rule, unit: bound.dimension.certifiedUnit)
    func text(_ row: Int?, _ gaqa: Int?) -> String {
      value(of: bound, at: Place(row: row, gaqa: gaqa)).fraction
    }
    switch bound.domain {
    case .constant, .season: node.value = text(nil, nil)
    case .gaqa:
      node.gaqas = [:]
      for gaqa in register.gaqas.indices where takesPart(gaqa: gaqa) {
        node.gaqas?[register.gaqas[gaqa]] = text(nil, gaqa)
      }
    case .household:
      node.households = [:]
      for row in register.indices where isMember(row) {
        node.households?[register.ids[row]] = text(row, nil)
      }
    }
    return node
  }
}

extension Derivation.Value {
  fileprivate var fraction: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

extension Figure.Dimension {
  /// The unit of a quantity, or `nil` for anything else.
  fileprivate var counted: String? { if case .quantity = self { certifiedUnit } else { nil } }

  fileprivate var certifiedUnit: String? {
    switch self {
    case .money: "fen"
    case .ratio, .truth: nil
    case .quantity(let unit): unit.name
    }
  }
}

extension Expression {
  fileprivate var ruleName: String {
    switch self {
    case .sum: "sum"
    case .difference: "difference"
    case .product: "product"
    case .quotient: "quotient"
    // What is so is 1, and what is not so 0.
    case .greatest, .any: "greatest"
    case .least, .all: "least"
    case .atLeast: "atLeast"
    case .choice: "choice"
    default: stop("\(self) is no operation.")
    }
  }
}

/// A settlement with the proof of every amount, for whoever does not trust the program that made it.
///
/// Its file lists what each household gets, the course of each pot, and for each amount the rules and
/// figures that it follows from, down to what the season, the register and the books state. Whoever has the
/// file can check all of it with a pocket calculator or a short program of their own.
///
/// ```swift
/// import FoundationEssentials
///
/// let file = try JSONEncoder().encode(settlement.certificate)
/// ```
///
/// `Docs/CertificateFormat.md` describes the form.
public struct Certificate: Hashable, Sendable {
  let season: String
  let lines: [Line]
  let pots: [Pot]
  let households: [HouseholdAmounts]

  /// The values, each after those that it follows from; equal ones stand once.
  let nodes: [Node]

  struct Line: Hashable, Encodable, Sendable {
    let scheme, name, flow: String
    let total: Int64
    /// 1 for income, -1 for a cost, 0 for what is neither.
    let sign: Int
  }

  struct Pot: Hashable, Encodable, Sendable {
    let scheme, clause: String
    let gaqa: String?
    /// The amount, and the position of its value; none for a gaqa without members.
    let pot: Int64
    let node: Int?
    let steps: [Step]
    let left: Int64
  }

  struct Step: Hashable, Encodable, Sendable {
    let name: String
    /// The position of the line that the step pays, or `nil` where it pays an account.
    let line: Int?
    let due, broughtForward, paid, residue: Int64
    /// The position of the value that is due, or that claims may come to.
    let node: Int?
    /// True where what households claim decides what is due.
    let claims: Bool?
  }

  struct HouseholdAmounts: Hashable, Encodable, Sendable {
    let id, gaqa: String
    let persons, gross, costs: Int64
    /// The position of each line that gives the household something, and of the amount's value.
    let amounts: [[Int]]
  }
}

extension Settlement {
  /// The settlement with the proof of every amount.
  ///
  /// - Complexity: O(n · l) for n households and l lines, and O(n²) where each household's own amount depends on
  ///   a total over all of them.
  public var certificate: Certificate {
    Certificate(self, origins)
  }
}

extension Certificate {
  fileprivate init(_ settlement: Settlement, _ origins: [LineOrigin]) {
    var graph = Graph()
    var amounts = Array(repeating: [[Int]](), count: settlement.register.count)
    for (index, origin) in origins.enumerated() {
      let posted = origin.posted()
      let positions = posted.map { $0.map { (total: graph.add($0.total), sum: graph.add($0.sum)) } }
      for row in origin.line.indices where origin.line[row] != .zero {
        let derivation = origin.derivation(at: row, posted: posted)
        amounts[row].append([index, graph.add(derivation, positions[origin.pot(of: row)])])
      }
    }
    season = settlement.season.name
    lines = settlement.lines.map { line in
      Line(
        scheme: line.scheme,
        name: line.name,
        flow: "\(line.flow)",
        total: line.totalFen,
        sign: line.flow.isIncome ? 1 : line.flow == .cost ? -1 : 0
      )
    }
    pots = zip(settlement.waterfalls, settlement.potOrigins).flatMap { waterfall, origin in
      waterfall.pots.indices.map { Pot(waterfall, $0, origin, settlement.lines, &graph) }
    }
    households = settlement.register.indices.map { row in
      let register = settlement.register
      return HouseholdAmounts(
        id: register.ids[row],
        gaqa: register.gaqas[Int(register.gaqaIndices[row])],
        persons: register.persons[row],
        gross: settlement.gross(at: row).fen,
        costs: settlement.costs(at: row).fen,
        amounts: amounts[row]
      )
    }
    nodes = graph.nodes
  }
}

extension Certificate.Pot {
  fileprivate init(
    _ waterfall: Waterfall,
    _ pot: Int,
    _ origin: PotOrigin,
    _ lines: [Line],
    _ graph: inout Graph
  ) {
    let explainer = origin.explainer
    let place = explainer.hasMembers(pot: pot) ? explainer.place(ofPot: pot) : nil
    func node(_ bound: Bound?) -> Int? {
      guard let bound, let place else { return nil }
      return graph.add(explainer.derivation(of: bound, at: place))
    }
    self.init(
      scheme: waterfall.scheme,
      clause: waterfall.clause,
      gaqa: waterfall.gaqa(pot),
      pot: waterfall.pots[pot],
      node: node(origin.pots),
      steps: zip(waterfall.steps, origin.due).map { step, due in
        Certificate.Step(
          name: step.name,
          line: step.account == nil
            ? lines.firstIndex { $0.scheme == waterfall.scheme && $0.name == step.name } : nil,
          due: step.due[pot],
          broughtForward: step.broughtForward[pot],
          paid: step.paid[pot],
          residue: step.residue[pot],
          node: node(due.amounts),
          claims: due.isClaimed ? true : nil
        )
      },
      left: waterfall.remainders[pot]
    )
  }
}

/// The values of derivations, each once, after those that it follows from.
private struct Graph {
  private(set) var nodes: [Certificate.Node] = []
  private var positions: [Certificate.Node: Int] = [:]

  /// Adds a derivation and returns its position.
  mutating func add(_ derivation: Derivation) -> Int {
    add(Certificate.Node(derivation, parts: derivation.parts.map { add($0) }))
  }

  /// Adds a derivation from a pot whose total and sum of weights have positions already.
  mutating func add(_ derivation: Derivation, _ posted: (total: Int, sum: Int)?) -> Int {
    guard let posted else { return add(derivation) }
    let parts = derivation.parts
    return switch derivation.rule {
    case .share: add(.init(derivation, parts: [posted.total, add(parts[1]), posted.sum]))
    case .cutClaim: add(.init(derivation, parts: [posted.total, posted.sum, add(parts[2])]))
    case .atRate: add(.init(derivation, parts: [add(parts[0], posted), add(parts[1])]))
    case .rate: add(.init(derivation, parts: [posted.total, posted.sum]))
    default: add(derivation)
    }
  }

  private mutating func add(_ node: Certificate.Node) -> Int {
    if let position = positions[node] { return position }
    nodes.append(node)
    positions[node] = nodes.count - 1
    return nodes.count - 1
  }
}

extension Certificate: Encodable {
  private enum CodingKeys: CodingKey { case format, season, lines, pots, nodes, households }

  /// Encodes the certificate in the form that its version names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("BenefitBinding certificate 1", forKey: .format)
    try container.encode(season, forKey: .season)
    try container.encode(lines, forKey: .lines)
    try container.encode(pots, forKey: .pots)
    try container.encode(nodes, forKey: .nodes)
    try container.encode(households, forKey: .households)
  }
}

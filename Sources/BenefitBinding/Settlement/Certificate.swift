/// A settlement with the proof of every amount, for whoever does not trust the program that made it.
///
/// Its file lists what each household gets, the course of each pot, the formulas that all of it follows from,
/// and the figures in them that the terms, the season, the register and the books state. Whoever has the
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

  let currency: Currency

  /// The payments and distributions in the order of settling.
  let clauses: [Clause]

  /// The formulas, each after those that it is made of; equal ones stand once.
  let nodes: [Node]

  let register: [Registered]

  /// The gaqas that take part without any household, or `nil` where there are none.
  let unlisted: [String]?

  /// A payment with its line and its shares, or a distribution with its pots and their steps.
  struct Clause: Hashable, Encodable, Sendable {
    let scheme: String
    /// The unit of the amounts or pots where they are a quantity.
    let unit: String?
    /// The position of the formula of each amount, or of each pot.
    let node: Int
    var line, flow: String?
    var total: Int64?
    var shares: [Household.ID: Int64]?
    var clause: String?
    var steps: [Step]?
    /// The rest of each pot that no step took, by the name of its gaqa; the empty one stands for all members.
    var left: [String: Int64]?
  }

  /// A step with the account that it pays, or with its line and how that is shared out.
  struct Step: Hashable, Encodable, Sendable {
    /// The position of the formula of what is asked for; `nil` for claims to all that is left.
    let node: Int?
    var account, line, flow: String?
    var total: Int64?
    /// The position of the formula of each weight or claim, of a household or, where an account is paid, of a gaqa.
    var weight: Int?
    var rule, order: String?
    var step: Int64?
    var direction: Rounding.Direction?
    /// The use of money that claims leave, where the pot does not keep it, and the account that bears their lack.
    var unspent, lack: String?
    var pots: [String: Shares]?
  }

  /// The figures of a step in one pot.
  struct Shares: Hashable, Encodable, Sendable {
    let broughtForward, residue: Int64
    /// The shares of households, or of gaqas where an account of each is paid.
    let shares: [String: Int64]
  }

  struct Registered: Hashable, Encodable, Sendable {
    let id, gaqa: String
    /// The schemes that the household is a member of.
    let schemes: [String]
    let persons: Int64
    /// The status, where a formula asks for it.
    let status: String?
    let gross, costs: Int64
  }
}

extension Settlement {
  /// The settlement with the proof of every amount.
  ///
  /// - Complexity: O(n · l) for n households and l lines.
  public var certificate: Certificate { Certificate(self) }
}

// MARK: - Making

extension Certificate {
  fileprivate init(_ settlement: Settlement) {
    let schemes = settlement.schemes.map(\.name)
    let order = Dictionary(uniqueKeysWithValues: zip(schemes, 0...))
    var formulas = Formulas(season: settlement.season.name, currency: settlement.currency)
    var lines: [String: [String: LineOrigin]] = [:]
    var explainers: [String: Explainer] = [:]
    var clauses: [(position: (Int, Int, Int), clause: Clause)] = []
    for origin in settlement.origins {
      let line = origin.line
      lines[line.scheme, default: [:]][line.name] = origin
      explainers[line.scheme] = origin.explainer
      guard case .payment(let exact, let rounding) = origin.decision else { continue }
      let position = (order[line.scheme] ?? 0, line.clause, line.part)
      clauses.append((position, Clause(origin, exact, rounding, &formulas)))
    }
    for (waterfall, origin) in zip(settlement.waterfalls, settlement.potOrigins) {
      let scheme = waterfall.scheme
      explainers[scheme] = origin.explainer
      let position = (order[scheme] ?? 0, waterfall.position, 0)
      clauses.append((position, Clause(waterfall, origin, lines[scheme] ?? [:], &formulas)))
    }
    season = settlement.season.name
    currency = settlement.currency
    self.clauses = clauses.sorted { $0.position < $1.position }.map(\.clause)
    nodes = formulas.nodes
    let showsStatus = nodes.contains { $0.rule == "status" }
    let register = settlement.register
    let empty = register.gaqasWithoutHouseholds
    unlisted = empty.isEmpty ? nil : empty
    self.register = register.indices.map { row in
      Registered(
        id: register.ids[row],
        gaqa: register.gaqas[Int(register.gaqaIndices[row])],
        schemes: schemes.filter { explainers[$0]?.isMember(row) ?? false },
        persons: register.persons[row],
        status: showsStatus ? register.statuses[Int(register.statusIndices[row])].name : nil,
        gross: settlement.gross(at: row).fen,
        costs: settlement.costs(at: row).fen
      )
    }
  }
}

extension LineOrigin {
  /// The amounts of those of some households that get anything.
  fileprivate func shares(of rows: Range<Int>) -> [Household.ID: Int64] {
    var shares: [Household.ID: Int64] = [:]
    for row in rows where line.fen[row] != 0 { shares[explainer.register.ids[row]] = line.fen[row] }
    return shares
  }
}

extension Certificate.Clause {
  fileprivate init(
    _ origin: LineOrigin,
    _ exact: Bound,
    _ rounding: Rounding,
    _ formulas: inout Certificate.Formulas
  ) {
    let line = origin.line
    let amount = formulas.rounded(formulas.add(exact, origin.explainer), rounding)
    let paid = line.flow.mayFall ? amount : formulas.notBelowZero(amount, line.dimension)
    self.init(
      scheme: line.scheme,
      unit: line.unit?.name,
      node: formulas.eligible(paid, line.dimension, origin),
      line: line.name,
      flow: "\(line.flow)",
      total: line.totalFen,
      shares: origin.shares(of: line.indices)
    )
  }

  fileprivate init(
    _ waterfall: Waterfall,
    _ origin: PotOrigin,
    _ lines: [String: LineOrigin],
    _ formulas: inout Certificate.Formulas
  ) {
    let explainer = origin.explainer
    guard let distribution = explainer.terms.clauses[waterfall.position].distribution else {
      stop("A payment has no pots.")
    }
    // Where a gaqa takes no part, there is nothing to share.
    let pots = waterfall.pots.indices.filter {
      waterfall.gaqas == nil || explainer.takesPart(gaqa: $0)
    }
    let asked = formulas.asked(origin)
    var steps: [Certificate.Step] = []
    for (part, (step, node)) in zip(waterfall.steps, asked).enumerated() {
      guard step.account == nil, let origin = lines[step.name] else {
        var result = Certificate.Step(node: node, account: step.name)
        if let weight = origin.weights[part] {
          result.weight = formulas.add(weight, explainer)
          (result.rule, result.order) = ("steps", "largest")
          result.step = explainer.terms.currency.step.fen
          result.pots = [:]
          let parts = Dictionary(
            uniqueKeysWithValues: (step.gaqas ?? []).map { ($0.gaqa, $0.fen) }
          )
          for pot in pots {
            let own = waterfall.gaqa(pot)
            result.pots?[own ?? ""] = .init(
              broughtForward: 0,
              residue: 0,
              shares: own.map { gaqa in parts[gaqa].map { [gaqa: $0] } ?? [:] } ?? parts
            )
          }
        }
        steps.append(result)
        continue
      }
      var result = Certificate.Step(
        node: node,
        line: step.name,
        flow: "\(origin.line.flow)",
        total: origin.line.totalFen
      )
      result.set(origin, distribution.tiers[part], &formulas)
      result.pots = [:]
      for pot in pots {
        result.pots?[waterfall.gaqa(pot) ?? ""] = .init(
          broughtForward: step.broughtForward[pot],
          residue: step.residue[pot],
          shares: origin.shares(of: explainer.groups.rows(pot))
        )
      }
      steps.append(result)
    }
    self.init(
      scheme: waterfall.scheme,
      unit: waterfall.unit?.name,
      node: formulas.add(origin.pots, explainer),
      clause: waterfall.clause,
      steps: steps,
      left: Dictionary(
        uniqueKeysWithValues: pots.map { (waterfall.gaqa($0) ?? "", waterfall.remainders[$0]) }
      )
    )
  }
}

extension Certificate.Step {
  /// Says how the line is shared out.
  fileprivate mutating func set(
    _ origin: LineOrigin,
    _ tier: Tier,
    _ formulas: inout Certificate.Formulas
  ) {
    switch origin.decision {
    case .payment: stop("A payment is no share of a pot.")
    case .claimed(_, let claim, _, _):
      rule = "claims"
      let exact = formulas.rounded(
        formulas.add(claim, origin.explainer),
        .halfUp(to: origin.explainer.terms.currency.step)
      )
      weight = formulas.eligible(formulas.notBelowZero(exact, .money), .money, origin)
      guard case .claims(_, let pool?) = tier.recipient else { return }
      unspent = pool.carriesUnspent ? "kept" : nil
      lack = pool.backstop?.description
    case .shared(_, let bound, let sharing, _):
      let own = formulas.eligible(formulas.add(bound, origin.explainer), bound.dimension, origin)
      let countsYuan = sharing.apportionment.basis == .rate && bound.dimension == .money
      weight = countsYuan ? formulas.inYuan(own) : own
      let (apportionment, rounding) = (sharing.apportionment, sharing.apportionment.rounding)
      step = rounding.step.fen
      (rule, direction) = (apportionment.basis == .rate ? "rate" : "share", rounding.direction)
      switch apportionment.residue {
      case .largestRemainder: order = "largest"
      case .first: order = "first"
      case .last: order = "last"
      case .posted, .carriedForward, .writtenOff: return
      }
      (rule, direction) = ("steps", nil)
    }
  }
}

// MARK: - Writing

extension Certificate: Encodable {
  private enum CodingKeys: CodingKey {
    case format, season, currency, smallest, clauses, nodes, register, unlisted
  }

  /// Encodes the certificate in the form that its version names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("BenefitBinding certificate 2", forKey: .format)
    try container.encode(season, forKey: .season)
    if currency != .yuan { try container.encode(currency.code, forKey: .currency) }
    if currency.step != .fen { try container.encode(currency.step.fen, forKey: .smallest) }
    try container.encode(clauses, forKey: .clauses)
    try container.encode(nodes, forKey: .nodes)
    try container.encode(register, forKey: .register)
    try container.encodeIfPresent(unlisted, forKey: .unlisted)
  }
}

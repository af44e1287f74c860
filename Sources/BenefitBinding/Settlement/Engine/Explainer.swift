/// Reads derivations off formulas whose names have been looked up, for the pots that a clause had.
struct Explainer: Sendable {
  let register: Register
  let terms: Terms
  private let members: [Bool]?
  private let memberCounts: [Int]
  let groups: PotGroups

  init(_ binder: Binder) {
    register = binder.register
    terms = binder.terms
    members = binder.members
    memberCounts = binder.memberCounts
    groups = binder.groups
  }

  /// The place that a derivation is for: a household with its gaqa, a gaqa, or all of them.
  struct Place {
    let row: Int?
    let gaqa: Int?
  }

  /// True if a gaqa has a member, or is listed without any household.
  func takesPart(gaqa: Int) -> Bool { register.takesPart(gaqa, memberCounts) }

  func isMember(_ row: Int) -> Bool { isIn(members, row) }

  /// The place of a household.
  func place(of row: Int) -> Place { Place(row: row, gaqa: Int(register.gaqaIndices[row])) }

  /// The most gaqas of which a total lists each.
  private static let listedGaqas = 12

  /// Returns the derivation of a formula's value at a place, and of all that it is made of.
  func derivation(of bound: Bound, at place: Place) -> Derivation {
    let lane = lane(of: bound.domain, at: place)
    let value = value(of: bound, lane)
    switch bound.origin {
    case .stated: stop("A value came about by no rule.")
    case .total(let expression, let part):
      return Derivation(
        value,
        .total(expression, part.domain),
        terms(of: part, at: place, value)
      )
    case .rule(.formula(let expression), let parts):
      return derivation(value, of: bound, expression, parts, at: place)
    case .rule(let rule, let parts):
      return derivation(value, rule, parts, at: place)
    case .rules(let rules, let parts):
      return derivation(value, rules[lane], parts, at: place)
    }
  }

  /// The exact value of a formula at a place.
  func value(of bound: Bound, at place: Place) -> Derivation.Value {
    value(of: bound, lane(of: bound.domain, at: place))
  }

  /// The exact value of a formula in one lane.
  private func value(of bound: Bound, _ lane: Int) -> Derivation.Value {
    let evaluation = Evaluation<Int128>(
      domain: bound.domain,
      lanes: lane..<lane + 1,
      gaqaIndices: register.gaqaIndices
    )
    guard let values = try? evaluation.values(of: bound) else {
      stop("A value that was settled cannot be computed again.")
    }
    return Derivation.Value(values[0], over: bound.denominator, bound.dimension)
  }

  private func lane(of domain: Domain, at place: Place) -> Int {
    switch domain {
    case .constant, .season: return 0
    case .gaqa:
      guard let gaqa = place.gaqa else { stop("A value of a gaqa is asked for without one.") }
      return gaqa
    case .household:
      guard let row = place.row else { stop("A household's value is asked for without one.") }
      return row
    }
  }

  /// A derivation by a rule, which is left out where it changes nothing.
  private func derivation(
    _ value: Derivation.Value,
    _ rule: Derivation.Rule,
    _ parts: [Bound],
    at place: Place
  ) -> Derivation {
    // The other parts, which may be long, are not looked at where they changed nothing.
    if rule.isSilent, let first = parts.first,
      self.value(of: first, at: place) == value
    {
      return derivation(of: first, at: place)
    }
    return Derivation(value, rule, parts.map { derivation(of: $0, at: place) })
  }

  private func derivation(
    _ value: Derivation.Value,
    of bound: Bound,
    _ expression: Expression,
    _ parts: [Bound],
    at place: Place
  ) -> Derivation {
    switch expression {
    case .status:
      let own = place.row.map { register.statuses[Int(register.statusIndices[$0])].name }
      return Derivation(value, .isOne(expression, is: own ?? ""))
    case .gaqa:
      return Derivation(value, .isOne(expression, is: place.gaqa.map { register.gaqas[$0] } ?? ""))
    case .id:
      return Derivation(value, .isOne(expression, is: place.row.map { register.ids[$0] } ?? ""))
    case .stake:
      let own = place.gaqa.map { register.gaqas[$0] }
      let contributions = terms.funding.contributions.filter {
        $0.stakeFen != 0 && ($0.gaqa == nil || $0.gaqa == own)
      }
      return Derivation(
        value,
        .formula(expression),
        contributions.map { Derivation(.init($0.stakeFen, .money), .contribution($0)) }
      )
    case .choice:
      let condition = derivation(of: parts[0], at: place)
      let chosen = derivation(of: parts[condition.value.isZero ? 2 : 1], at: place)
      return Derivation(value, .formula(expression), [condition, chosen])
    case _ where parts.isEmpty && bound.domain > .constant:
      return Derivation(value, .given(expression, by: giver(of: bound.domain, at: place)))
    default:
      let parts = parts.map { derivation(of: $0, at: place) }
      return Derivation(value, .formula(expression), parts)
    }
  }

  /// The gaqa or household that a figure is of, or `nil` where it is the season's.
  private func giver(of domain: Domain, at place: Place) -> String? {
    switch domain {
    case .constant, .season: nil as String?
    case .gaqa: place.gaqa.map { register.gaqas[$0] }
    case .household: place.row.map { register.ids[$0] }
    }
  }

  /// The values that a total adds: the household's own, or those of the gaqas, and the others together.
  private func terms(
    of part: Bound,
    at place: Place,
    _ total: Derivation.Value
  ) -> [Derivation] {
    var listed: [Derivation] = []
    var others = 0
    if part.domain == .gaqa {
      let counted = register.gaqas.indices.filter { takesPart(gaqa: $0) }
      for gaqa in counted {
        guard counted.count <= Self.listedGaqas || gaqa == place.gaqa else {
          others += 1
          continue
        }
        let row = gaqa == place.gaqa ? place.row : nil
        let place = Place(row: row, gaqa: gaqa)
        listed.append(derivation(of: part, at: place).named(register.gaqas[gaqa]))
      }
    } else {
      others =
        groups.domain == .gaqa ? memberCounts[place.gaqa ?? 0] : memberCounts.reduce(0, +)
      if let row = place.row, isIn(members, row) {
        listed.append(derivation(of: part, at: place))
        others -= 1
      }
    }
    if others > 0 {
      let rest = listed.reduce(total as Derivation.Value?) { $0?.subtracting($1.value) }
      guard let rest else { stop("A total cannot be taken apart.") }
      let rule = Derivation.Rule.others(part.domain, others, isRest: !listed.isEmpty)
      listed.append(Derivation(rest, rule))
    }
    return listed
  }
}

extension Derivation.Rule {
  /// True if there is nothing to say of the rule where it leaves its first part as it was.
  fileprivate var isSilent: Bool {
    switch self {
    case .rounded, .notBelowZero, .roundedWithOthers, .cutToRest, .rest, .withBroughtForward: true
    default: false
    }
  }
}

/// The terms of a pot's formula that were given for finer places than the pots are for, totalled as
/// settling does.
struct PotTotals: Sendable {
  private let groups: PotGroups
  private var totals: [Expression: Bound] = [:]

  /// The means among those terms, with what the total of each season came to.
  private var means: [Expression: [SeasonTotal]] = [:]

  private struct SeasonTotal: Sendable {
    let season: String
    let total: Bound
    /// The places it is the total over, or `nil` where it was given once.
    let places: String?
  }

  /// Totals the terms of a formula.
  init(
    of expression: Expression,
    _ groups: PotGroups,
    _ binder: Binder
  ) throws(BenefitError) {
    self.groups = groups
    try add(expression, binder)
  }

  private mutating func add(
    _ expression: Expression,
    _ binder: Binder
  ) throws(BenefitError) {
    guard try binder.bind(expression).domain > groups.domain else { return }
    totals[expression] = try binder.total(expression)
    switch expression {
    case .named, .sum, .difference, .product:
      // The factors of a product that differ together have no totals of their own.
      let together = try expression.parts.map { (part) throws(BenefitError) in
        let domain = try binder.bind(part).domain
        return expression.isProduct && domain > groups.domain
      }
      if together == [true, true] { break }
      for part in expression.parts {
        // A rate that differs is no amount and has no total.
        if expression.isProduct, try binder.bind(part).dimension == .ratio { continue }
        try add(part, binder)
      }
    case .mean(let part, _):
      let seasons = try binder.seasons(of: expression)
      means[expression] = try seasons.map { (binder) throws(BenefitError) in
        let domain = try binder.bind(part).domain
        return SeasonTotal(
          season: binder.season.name,
          total: try binder.total(part),
          places: domain > groups.domain ? domain.members : nil
        )
      }
    default: break
    }
  }

  /// The value of the pot's formula, totalled term by term.
  func explain(
    _ expression: Expression,
    at row: Int,
    in explainer: Explainer
  ) throws(BenefitError) -> Derivation {
    guard let total = totals[expression] else { return try explainer.explain(expression, at: row) }
    let text = try explainer.text(of: total, at: row)
    switch expression {
    case .named(let name, let part):
      return try explain(part, at: row, in: explainer).named(name)
    case .sum, .difference:
      let parts = try expression.shownParts.filter(\.isExplained).map {
        (part) throws(BenefitError) in try explain(part, at: row, in: explainer)
      }
      return Derivation(value: text, formula: expression.description, parts: parts)
    case .mean(let part, _):
      let parts = try (means[expression] ?? []).map { (mean) throws(BenefitError) in
        Derivation(
          value: try explainer.text(of: mean.total, at: row),
          formula: "\(mean.season): \(part)\(mean.places.map { ", for all \($0)" } ?? "")",
          parts: []
        )
      }
      return Derivation(value: text, formula: expression.description, parts: parts)
    default:
      let places = explainer.domain(of: expression).members
      var parts: [Derivation] = []
      for part in expression.parts where part.isExplained && expression.isProduct {
        guard totals[part] != nil || explainer.domain(of: part) <= groups.domain else { continue }
        parts.append(try explain(part, at: row, in: explainer))
      }
      return Derivation(value: text, formula: "\(expression), for all \(places)", parts: parts)
    }
  }
}

extension Domain {
  /// The word for the places that a total over the domain covers.
  fileprivate var members: String { self == .gaqa ? "gaqas" : "members" }
}

extension Expression {
  /// True if the formula multiplies two others.
  fileprivate var isProduct: Bool {
    if case .product = self { true } else { false }
  }
}

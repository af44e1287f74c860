/// A provision of a contract, to be said in a sentence or a few.
enum Provision {
  /// The name of the scheme and the households that take part.
  case members(name: String, Condition)
  /// A party between the market and the households.
  case link(OrganisationMode.Link)
  /// Money that is put in.
  case contribution(Funding.Contribution)
  /// All the money put in and the households' stake in it.
  case funding(Funding)
  /// A pot, before it is shared.
  case pot(Distribution)
  /// A step by which a pot is shared, at its position.
  case tier(Tier, at: Position, of: Distribution)
  /// An amount that each household has coming.
  case payment(Payment)
  /// Produce that households sell.
  case purchase(Purchase)
  /// Work that households' members do.
  case employment(Employment)
  /// A quantity that is shared in whole units, or that each household gets.
  case allotment(Allotment)
  /// The formula behind a name.
  case definition(String, Expression)
  /// The rule for losses of earlier seasons.
  case lossRule
  /// The rule for what is not said to be rounded otherwise.
  case roundingRule(ofPots: Bool)
  /// The rule for every pot.
  case potRule
  /// The rule for fixed fractions of a pot.
  case fractionRule
  /// The rule for amounts below zero.
  case amountRule

  /// The place of a step among those of its pot.
  enum Position {
    case only, first, middle, last
  }

  /// The provisions of a scheme in order.
  static func all(of terms: Terms) -> [Self] {
    var provisions = [Self.members(name: terms.name, terms.members)]
    provisions += terms.organisationMode?.links.map(Self.link) ?? []
    provisions += terms.funding.contributions.map(Self.contribution)
    let isSummedUp = !terms.funding.isOfEach || terms.funding.stakeIsOfEach
    if isSummedUp, !terms.funding.contributions.isEmpty {
      provisions.append(.funding(terms.funding))
    }
    provisions += terms.clauses.flatMap(all(of:))
    return provisions + rules(for: provisions)
  }

  /// The rules that the clauses rest on.
  private static func rules(for clauses: [Self]) -> [Self] {
    var rules: [Self] = []
    let pots = clauses.compactMap(\.distribution)
    if clauses.contains(where: \.mentionsLosses) { rules.append(.lossRule) }
    if clauses.contains(where: \.isClause) { rules.append(.roundingRule(ofPots: !pots.isEmpty)) }
    let quantities = clauses.compactMap(\.allotment)
    if !pots.isEmpty || quantities.contains(where: { $0.sharing != nil }) { rules.append(.potRule) }
    if pots.contains(where: {
      $0.tiers.contains(where: { $0.amountOfPot?.expression.fractionOfPot != nil })
    }) {
      rules.append(.fractionRule)
    }
    if clauses.contains(where: { $0.isClause && $0.distribution == nil })
      || quantities.contains(where: { $0.sharing == nil })
    {
      rules.append(.amountRule)
    }
    return rules
  }

  /// The provisions of a clause in order.
  static func all(of clause: Clause) -> [Self] {
    switch clause {
    case .distribution(let distribution):
      let last = distribution.tiers.count - 1
      return [.pot(distribution)]
        + distribution.tiers.enumerated().map { index, tier in
          let position: Position =
            last == 0 ? .only : index == 0 ? .first : index == last ? .last : .middle
          return .tier(tier, at: position, of: distribution)
        }
    case .payment(let payment): return [.payment(payment)]
    case .purchase(let purchase): return [.purchase(purchase)]
    case .employment(let employment): return [.employment(employment)]
    case .allotment(let allotment): return [.allotment(allotment)]
    }
  }

  private var distribution: Distribution? {
    if case .pot(let distribution) = self { distribution } else { nil }
  }

  private var allotment: Allotment? {
    if case .allotment(let allotment) = self { allotment } else { nil }
  }

  /// True if it is a clause of money.
  private var isClause: Bool {
    switch self {
    case .pot, .payment, .purchase, .employment: true
    default: false
    }
  }

  private var mentionsLosses: Bool {
    formulas.contains { $0.contains { $0 == .carriedLoss } }
  }

  /// The formulas in the order in which the provision says them.
  var formulas: [Expression] {
    switch self {
    case .members(_, let condition): [condition.expression]
    case .contribution(let contribution): [contribution.each?.expression].compactMap(\.self)
    case .link, .funding, .lossRule, .roundingRule, .potRule, .fractionRule,
      .amountRule:
      []
    case .pot(let distribution): [distribution.pot.expression]
    case .tier(let tier, _, _): [tier.amount.expression] + tier.recipient.formulas
    case .payment(let payment): [payment.amount.expression, payment.condition.expression]
    case .purchase(let purchase):
      [purchase.price.expression, purchase.quantity.expression]
        + [purchase.inputs?.expression, purchase.condition.expression].compactMap(\.self)
    case .employment(let employment):
      [employment.pay.expression, employment.work.expression]
        + [employment.displaced?.expression, employment.condition.expression].compactMap(\.self)
    case .allotment(let allotment):
      [allotment.quantity.expression, allotment.sharing?.key.expression].compactMap(\.self)
        + [allotment.condition.expression]
    case .definition(_, let formula): [formula]
    }
  }

  /// The provision of a scheme, in a language.
  func words(in language: Language, of terms: Terms) -> String {
    switch language {
    case .english:
      English(terms.currency, stakeIsOfEach: terms.funding.stakeIsOfEach).provision(self)
    case .simplifiedChinese: Chinese(terms.currency).provision(self)
    }
  }
}

extension Tier.Recipient {
  /// The formulas that say who gets how much.
  fileprivate var formulas: [Expression] {
    switch self {
    case .households(let key, let condition, _): [key.expression, condition.expression]
    case .claims(let condition, let pool):
      [pool?.amount.expression, condition.expression].compactMap(\.self)
    case .gaqas(_, let key): [key.expression]
    case .account: []
    }
  }
}

// What was stated for places without members: it is in no pot and no payment, but never out of sight.

extension SchemeSettler {
  /// Reports what a common pot leaves out, as it was given for gaqas where nobody is a member.
  mutating func findGaqasLeftOut(of distribution: Distribution) throws(BenefitError) {
    guard binder.groups.domain == .season, binder.memberCounts.contains(0) else { return }
    guard
      let part = try binder.part(
        of: distribution.pot.expression,
        in: .gaqa,
        where: { $0.contains(where: \.isGivenByPlace) }
      )
    else { return }
    let bound = try binder.bind(part)
    let amounts = try binder.column(
      of: bound,
      over: .gaqa,
      subject: .pot,
      rounded: binder.rounding(distribution.rounding, of: bound.dimension)
    )
    for (gaqa, amount) in amounts.enumerated() where !binder.takesPart(gaqa) && amount != 0 {
      try find(.noMembers, in: distribution.name, gaqa: register.gaqas[gaqa], amount)
    }
  }

  /// Reports what a formula leaves out of the money that was stated for single households, as they
  /// are no members.
  mutating func findHouseholdsLeftOut(
    of expression: Expression,
    in line: String,
    rounded rounding: Rounding
  ) throws(BenefitError) {
    guard let members, members.contains(false) else { return }
    let binder = binder
    let part = try binder.part(of: expression, in: .household) { part in
      part.contains { if case .money(let fact) = $0 { binder.isByHousehold(fact) } else { false } }
    }
    guard let part else { return }
    let bound = try binder.bind(part)
    let values = try binder.column(of: bound, over: .household, subject: .amount)
    var sum: Int128 = 0
    for row in values.indices where !members[row] { sum += Int128(values[row]) }
    let total = Bound(.constant(sum), over: bound.denominator, .season, bound.dimension)
    let amount = try binder.column(
      of: total,
      over: .season,
      subject: .part(
        Phrase(
          en: "what is stated for households that are not members",
          zh: "为未参加户填报的数"
        )
      ),
      rounded: binder.rounding(rounding, of: bound.dimension)
    )[0]
    if amount != 0 { try find(.noMembers, in: line, amount) }
  }

  /// Reports what was put in for gaqas that the register does not list, and by households that are no members.
  mutating func findFundsLeftOut() throws(BenefitError) {
    if let amount = terms.funding.amountOfEach {
      try findHouseholdsLeftOut(
        of: amount,
        in: "funding",
        rounded: .halfUp(to: terms.currency.step)
      )
    }
    var sums: [String: Int128] = [:]
    for contribution in terms.funding.contributions {
      guard let gaqa = contribution.gaqa, register.index(ofGaqa: gaqa) == nil else { continue }
      sums[gaqa, default: 0] += contribution.fen
    }
    for (gaqa, fen) in sums.sorted(by: { $0.key < $1.key }) {
      try find(.unknownGaqa, in: "funding", gaqa: gaqa, binder.fen(fen, .funding))
    }
  }
}

extension Binder {
  /// The part of a formula that comes from terms given for the places of a domain, or `nil` where none
  /// were; what was given once for all stands in it only as a factor.
  ///
  /// - Parameters:
  ///   - expression: The formula.
  ///   - domain: The places.
  ///   - isGiven: Whether a term that differs from place to place is one to keep.
  /// - Returns: A formula that differs from place to place.
  /// - Throws: ``BenefitError`` as binding does.
  func part(
    of expression: Expression,
    in domain: Domain,
    where isGiven: (Expression) -> Bool
  ) throws(BenefitError) -> Expression? {
    func part(_ expression: Expression) throws(BenefitError) -> Expression? {
      try self.part(of: expression, in: domain, where: isGiven)
    }
    switch expression {
    case .named(_, let inner), .membersTotal(let inner): return try part(inner)
    // What households put in that are no members is found in the funding, be it read or not.
    case .stake where terms.funding.stakeIsOfEach: return nil
    case .sum: break
    case .difference(let a, let b):
      let (a, b) = (try part(a), try part(b))
      guard let b else { return a }
      return .difference(a ?? .constant(Figure(Money.zero)), b)
    case .product(let a, let b):
      let (partOfA, partOfB) = (try part(a), try part(b))
      if partOfA == nil && partOfB == nil { return nil }
      let isOfBoth = partOfA != nil && partOfB != nil
      let product = isOfBoth ? expression : .product(partOfA ?? a, partOfB ?? b)
      return try bind(product).domain == domain ? product : nil
    case .quotient(let a, let b): return try part(a).map { .quotient($0, b) }
    case .atLeast, .all, .any, .not: return nil
    default:
      let place = try bind(expression).domain
      if place == domain { return isGiven(expression) ? expression : nil }
      if place > domain { return nil }
    }
    var parts: [Expression] = []
    for inner in expression.parts {
      if let part = try part(inner) { parts.append(part) }
    }
    return parts.count > 1 ? .sum(parts) : parts.first
  }
}

extension Expression {
  /// True if the formula stands for something that can be given for each gaqa.
  fileprivate var isGivenByPlace: Bool {
    switch self {
    case .money, .rate, .measure, .stake: true
    default: false
    }
  }
}

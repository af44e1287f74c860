extension Binder {
  /// A formula that says one thing for each pot, whatever its parts were given for.
  ///
  /// Where a term was given for finer places than the pots are for, it is its sum over those places:
  /// 15 fen for each egg, taken from a platform's sales, is 15 fen times all the eggs. A sum is
  /// totalled term by term, so what is given once counts once.
  ///
  /// What compares or rounds does not add up: the greater of profit and nothing is one thing for all
  /// gaqas together and another for each by itself. It is totalled only inside `membersTotal`, which
  /// says each by itself, so that no total depends on what the numbers happen to be.
  ///
  /// - Throws: ``BenefitError`` where that has no meaning, or more than one.
  func total(
    _ expression: Expression,
    eachByItself: Bool = false
  ) throws(BenefitError) -> Bound {
    let bound = try bind(expression)
    if bound.domain <= groups.domain { return bound }
    switch expression {
    case .named(let name, let part):
      let total = try total(part, eachByItself: eachByItself)
      return total.given(by: .named(name), [total])
    case .mean(let part, _):
      return try mean(expression) { (binder) throws(BenefitError) in
        try binder.total(part, eachByItself: eachByItself)
      }
    case .sum(let parts):
      let totals = try totals(parts, eachByItself)
      return try combining(expression) { () throws(TooFine) in try .combined(totals) { .sum($0) } }
        .given(by: .formula(expression), totals)
    case .difference(let a, let b):
      let totals = try totals([a, b], eachByItself)
      return try combining(expression) { () throws(TooFine) in
        try .combined(totals[0], totals[1]) { .difference($0, $1) }
      }.given(by: .formula(expression), totals)
    case .product(let a, let b):
      // What is the same for all can be taken out of the sum; a rate of it cannot differ.
      for (finer, coarse) in [(a, b), (b, a)] where try bind(coarse).domain <= groups.domain {
        if try bind(finer).dimension == .ratio { break }
        let total = try total(finer, eachByItself: eachByItself)
        let factors = finer == a ? [total, try bind(coarse)] : [try bind(coarse), total]
        return try combining(expression) { () throws(TooFine) in
          try .product(factors[0], factors[1])
        }.given(by: .formula(expression), factors)
      }
    case .quotient(let a, let b):
      let parts = [try total(a, eachByItself: eachByItself), try bind(b)]
      return try quotient(expression, parts)
    default: break
    }
    if !eachByItself, expression.contains(where: \.comparesOrRounds),
      let (function, domain) = try comparison(in: expression)
    {
      let place = domain.words.chinese
      throw failure(
        .mixedPlaces,
        self.place(of: function),
        found: Phrase(
          en: "it compares or rounds what differs from \(domain) to \(domain), which comes out "
            + "otherwise for each by itself than for all together.",
          zh: "计算式对各\(place)不同的数作比较或取整，逐\(place)计算与合并计算的结果不同。"
        ),
        advice: Phrase(
          en:
            "Say which is meant: sum(...) of the whole takes each by itself and adds; of what differs, "
            + "it adds first.",
          zh: "请写明用哪一种：对整个计算式用「sum(...)」，先逐\(place)计算再相加；"
            + "只对不同的部分用，先相加再计算。"
        )
      )
    }
    guard bound.dimension != .ratio, try isUniform(expression, in: bound.domain) else {
      throw failure(
        .mixedPlaces,
        place(of: expression),
        found: Phrase(
          en: "it holds an amount for all against one for each \(bound.domain).",
          zh: "计算式混用了全体一个的数与每\(bound.domain.words.chinese)一个的数。"
        ),
        advice: Phrase(
          en: "Say which is meant: sum(...) makes one amount of the finer one.",
          zh: "请写明用哪一种：「sum(...)」把较细的数合为一个数。"
        )
      )
    }
    return try summed(bound, expression)
  }

  /// The first part of a formula that compares or rounds what was given for finer places than the pots
  /// are for, and those places.
  private func comparison(
    in expression: Expression
  ) throws(BenefitError) -> (Expression, Domain)? {
    let domain = try bind(expression).domain
    guard domain > groups.domain else { return nil }
    if expression.comparesOrRounds { return (expression, domain) }
    for binder in try seasons(of: expression) {
      for part in expression.parts {
        if let found = try binder.comparison(in: part) { return found }
      }
    }
    return nil
  }

  /// The first term that is given once for the season and would count again for every gaqa.
  func seasonTerm(in expression: Expression) throws(BenefitError) -> Expression? {
    if try bind(expression).domain == .season { return expression }
    if case .mean(let part, _) = expression {
      for binder in try seasons(of: expression) {
        if let term = try binder.seasonTerm(in: part) { return term }
      }
      return nil
    }
    for part in expression.parts {
      // A rate or a price may be the same everywhere; what it is taken of may not.
      let bound = try bind(part)
      if case .product = expression, bound.domain <= .season { continue }
      if case .quotient(_, part) = expression { continue }
      if case .choice(part, _, _) = expression { continue }
      if let term = try seasonTerm(in: part) { return term }
    }
    return nil
  }

  private func totals(
    _ parts: [Expression],
    _ eachByItself: Bool
  ) throws(BenefitError) -> [Bound] {
    try parts.map { (part) throws(BenefitError) in try total(part, eachByItself: eachByItself) }
  }

  /// Returns true if amounts only stand beside amounts given for the same places; a part that
  /// compares or rounds is taken of each by itself here, whatever it holds.
  private func isUniform(
    _ expression: Expression,
    in domain: Domain
  ) throws(BenefitError) -> Bool {
    if expression.comparesOrRounds { return true }
    if case .mean(let part, _) = expression {
      for binder in try seasons(of: expression) {
        let place = try binder.bind(part).domain
        guard place == domain || place == .constant else { return false }
        guard try binder.isUniform(part, in: domain) else { return false }
      }
      return true
    }
    for part in expression.parts {
      let bound = try bind(part)
      // What is taken for each unit of a quantity is no amount for all, whatever it is made of.
      if case .product = expression {
        if bound.domain == domain, try !isUniform(part, in: domain) { return false }
        let isOneAmountForAll = bound.dimension == .money && bound.domain < domain
        if isOneAmountForAll, try otherIsRatio(expression, than: part) { return false }
        continue
      }
      // What is divided by is one for all.
      if case .quotient(_, part) = expression { continue }
      // A choice may hang on anything; only what is chosen from must be for the same places.
      if case .choice(part, _, _) = expression { continue }
      guard try isUniform(part, in: domain) else { return false }
      switch bound.domain {
      case domain, .constant: continue
      default: return false
      }
    }
    return true
  }

  /// Returns true if the other factor of a product is a rate.
  private func otherIsRatio(
    _ product: Expression,
    than part: Expression
  ) throws(BenefitError) -> Bool {
    guard let other = product.parts.first(where: { $0 != part }) else { return false }
    return try bind(other).dimension == .ratio
  }

  /// The sum of a formula within each group over the places where its facts were given.
  func summed(_ bound: Bound, _ expression: Expression) throws(BenefitError) -> Bound {
    let values = try column(of: bound, over: bound.domain, subject: .total)
    var sums = [Int128](repeating: 0, count: groups.count)
    for (lane, value) in values.enumerated() {
      if bound.domain == .gaqa {
        if takesPart(lane) { sums[0] += Int128(value) }
      } else if isIn(members, lane) {
        sums[groups.domain == .gaqa ? Int(register.gaqaIndices[lane]) : 0] += Int128(value)
      }
    }
    let narrow = try sums.map { (sum) throws(BenefitError) in try fen(sum, .total) }
    var total = Bound(.column(narrow), over: bound.denominator, groups.domain, bound.dimension)
    total.origin = .total(expression, bound)
    return total
  }
}

extension Expression {
  /// True if the formula of a sum differs from the sum of the formula.
  fileprivate var comparesOrRounds: Bool {
    switch self {
    case .greatest, .least, .rounded, .atLeast: true
    default: false
    }
  }
}

extension Binder {
  /// The same names, for values that these households ask for.
  func asking(_ households: [Bool]?) -> Binder {
    var binder = self
    binder.asked = households
    return binder
  }

  // What copies a binder stands apart, so that formulas nested in one another need no more stack for it.

  /// The total of a formula over the members, whoever else is asked for.
  func totalOfMembers(_ part: Expression) throws(BenefitError) -> Bound {
    try asking(members).total(part, eachByItself: true)
  }

  /// The condition and the alternatives of a choice, each asked of those alone for whom it is taken.
  func bindChoice(_ expression: Expression) throws(BenefitError) -> [Bound] {
    guard case .choice(let condition, let first, let second) = expression else {
      stop("\(expression) is no choice.")
    }
    let bound = try bind(condition)
    let isMet = try mask(of: bound)
    return [
      bound,
      try asking(both(asked, isMet)).bind(first),
      try asking(both(asked, isMet.map { !$0 })).bind(second),
    ]
  }

  /// A rounded quotient, whose divisor may differ from place to place.
  func bindRoundedQuotient(
    _ expression: Expression,
    _ dividend: Expression,
    _ divisor: Expression,
    _ rounding: Rounding
  ) throws(BenefitError) -> Bound {
    let parts = [try bind(dividend), try bind(divisor)]
    if parts[1].domain > .season { return try quotient(expression, parts, rounding) }
    return try combined(expression, [combined(.quotient(dividend, divisor), parts)])
  }

  /// The quotient of a formula by one that has a single value.
  func quotient(_ expression: Expression, _ parts: [Bound]) throws(BenefitError) -> Bound {
    guard parts[1].domain <= .season else {
      let place = parts[1].domain.words
      throw failure(
        .tooFine,
        self.place(of: expression),
        found: Phrase(
          en: "it divides by what differs from \(place) to \(place).",
          zh: "除数在各\(place.chinese)不同。"
        ),
        advice: Phrase(
          en: "Round the quotient at once, or divide by a total.",
          zh: "请将商直接取整，或改为除以合计。"
        )
      )
    }
    let divisor = try column(of: parts[1], over: .season, subject: place(of: expression))[0]
    guard divisor > 0 else {
      if isAsked(0, in: .season) { throw dividesByNone(expression) }
      // Nobody gets anything by it; nothing follows from the parts.
      let none = Figure(.zero, .quotient(parts[0].dimension, parts[1].dimension))
      return Bound(none).given(by: .formula(.constant(none)), [])
    }
    let common = greatestCommonDivisor(parts[1].denominator, Int128(divisor))
    let factor = Bound(
      .constant(parts[1].denominator / common),
      over: Int128(divisor) / common,
      .constant,
      .ratio
    )
    var bound = try combining(expression) { () throws(TooFine) in try .product(parts[0], factor) }
    bound.domain = max(bound.domain, parts[1].domain)
    bound.dimension = .quotient(parts[0].dimension, parts[1].dimension)
    return bound.given(by: .formula(expression), parts)
  }

  /// The quotient of two formulas, each place by itself, rounded to whole steps.
  func quotient(
    _ expression: Expression,
    _ parts: [Bound],
    _ rounding: Rounding
  ) throws(BenefitError) -> Bound {
    let domain = max(parts[0].domain, parts[1].domain)
    let dimension = Figure.Dimension.quotient(parts[0].dimension, parts[1].dimension)
    let rounding = self.rounding(rounding, of: dimension)
    let columns = try parts.map { (part) throws(BenefitError) in
      try column(of: part, over: domain, subject: place(of: expression))
    }
    var rounded: [Int64] = []
    rounded.reserveCapacity(columns[0].count)
    for (lane, (dividend, divisor)) in zip(columns[0], columns[1]).enumerated() {
      if divisor <= 0 {
        if isAsked(lane, in: domain) {
          throw dividesByNone(expression, at: place(of: lane, in: domain))
        }
        rounded.append(0)
        continue
      }
      guard
        let quotient = Derivation.Value(
          Int128(dividend),
          over: parts[0].denominator,
          parts[0].dimension
        ).over(.init(Int128(divisor), over: parts[1].denominator, parts[1].dimension))?
        .rounded(rounding)?.numerator
      else {
        throw failure(
          .tooFine,
          place(of: expression),
          place(of: lane, in: domain),
          found: .tooLarge
        )
      }
      rounded.append(try fen(quotient, place(of: expression)))
    }
    return Bound(Column(rounded), domain, dimension).given(by: .formula(expression), parts)
  }

  /// Returns true if the value of a place is asked for by any household.
  private func isAsked(_ lane: Int, in domain: Domain) -> Bool {
    switch domain {
    case .constant, .season: register.indices.contains { isIn(asked, $0) }
    case .gaqa:
      register.isWithoutHouseholds(lane)
        || (register.gaqaStarts[lane]..<register.gaqaStarts[lane + 1]).contains { isIn(asked, $0) }
    case .household: isIn(asked, lane)
    }
  }

  private func dividesByNone(
    _ expression: Expression,
    at place: BenefitError.Place? = nil
  ) -> BenefitError {
    failure(
      .notPositive,
      self.place(of: expression),
      place,
      found: Phrase(en: "it divides by zero or less.", zh: "除数为零或低于零。"),
      advice: Phrase(
        en: "Check what it divides by: nobody may meet its condition, or have any of it.",
        zh: "请核对除数：可能没有符合条件的户，或各户该项均为零。"
      )
    )
  }
}

extension Expression {
  /// True of a choice that a quotient stands in, whose divisor need not be there for all.
  var choosesQuotient: Bool {
    guard case .choice = self else { return false }
    return contains { if case .quotient = $0 { true } else { false } }
  }
}

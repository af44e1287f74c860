import BenefitBinding

extension FormulaWriter {
  /// An amount for each unit of what all have, a mean, or one of each place by itself.
  mutating func quotient(_ site: Site, depth: Int) -> Amount {
    var inner = site
    inner.isForHousehold = true
    let counted = dice.chance(70) ? Condition.always : condition(inner, depth: 0)
    switch dice.below(4) {
    case 0:
      return amount(site, depth: depth) / .membersTotal(quantity(inner, depth: 0), where: counted)
    case 1: return .mean(of: amount(inner, depth: depth), where: counted)
    case 2:
      return .mean(of: amount(inner, depth: depth), per: quantity(inner, depth: 0), where: counted)
    default:
      guard site.isForHousehold else {
        return amount(site, depth: depth) / quantity(site, depth: 0)
      }
      return (amount(site, depth: depth) / quantity(site, depth: 0)).rounded(dice.rounding())
    }
  }

  mutating func rate(_ site: Site, depth: Int) -> Rate {
    if depth > 0 && !site.factsAlone && dice.chance(6) {
      return .ratio(of: amount(site, depth: depth - 1), to: .membersTotal(amount(site, depth: 0)))
    }
    switch dice.below(depth == 0 ? 6 : 13) {
    case 0...3: return .fixed(dice.ratio())
    case 4:
      let fact = dice.pick(Words.rates)
      let isFiner = placesOfRates[fact] == .households && !site.isForHousehold
      if isFiner && dice.chance(95) { return .fixed(dice.ratio()) }
      rates.insert(fact)
      return .fact(fact)
    case 5:
      return site.factsAlone || dice.chance(50) ? .percent(dice.within(0...100)) : .stakeFraction
    case 6: return .whole - rate(site, depth: depth - 1)
    case 7: return rate(site, depth: depth - 1) * rate(site, depth: depth - 1)
    case 8:
      let (a, b) = (rate(site, depth: depth - 1), rate(site, depth: depth - 1))
      return dice.chance(50) ? a + b : a - b
    case 9:
      let (a, b) = (rate(site, depth: depth - 1), rate(site, depth: depth - 1))
      return dice.pick([.greater(of: a, b), .lesser(of: a, b), .excess(of: a, over: b)])
    case 10:
      let part = rate(site, depth: depth - 1)
      return dice.chance(50) ? part / dice.within(1...12) : dice.within(-2...4) * part
    case 11 where site.isForHousehold:
      return .either(
        rate(site, depth: depth - 1),
        otherwise: rate(site, depth: depth - 1),
        where: condition(site, depth: depth - 1)
      )
    default:
      var inner = site
      inner.factsAlone = true
      return .mean(of: rate(inner, depth: depth - 1), seasons: seasons())
    }
  }

  mutating func quantity(_ site: Site, depth: Int) -> QuantityFormula {
    if !site.factsAlone, site.isForHousehold || site.scope == .members, dice.chance(35),
      let line = allotted.last
    {
      // At times it is read in another unit, or in one that is money.
      let unit = dice.chance(4) ? .mu : line.unit
      return site.isForHousehold ? .line(line.name, in: unit) : .total(of: line.name, in: unit)
    }
    switch dice.below(depth == 0 ? 4 : 12) {
    case 0: return .persons
    case 1: return .household
    case 2, 3: return measured(dice.pick(Words.measures), site)
    case 4: return quantity(site, depth: depth - 1) * quantity(site, depth: depth - 1)
    case 5: return quantity(site, depth: depth - 1).roundedUpToWholeUnits()
    case 6:
      let measure = dice.pick(Words.measures)
      let fixed = QuantityFormula.fixed(dice.quantity(measure.unit))
      let counted = measured(measure, site)
      return dice.chance(50) ? counted.capped(at: fixed) : counted.atLeast(fixed)
    case 7:
      let measure = dice.pick(Words.measures)
      let (a, b) = (measured(measure, site), QuantityFormula.fixed(dice.quantity(measure.unit)))
      return dice.pick([a + b, a - b, .excess(of: a, over: b)])
    case 8: return quantity(site, depth: depth - 1) * rate(site, depth: depth - 1)
    case 9: return quantity(site, depth: depth - 1) / dice.within(1...12)
    case 10 where site.isForHousehold:
      let measure = dice.pick(Words.measures)
      return .either(
        measured(measure, site),
        otherwise: .fixed(dice.quantity(measure.unit)),
        where: condition(site, depth: depth - 1)
      )
    default:
      var inner = site
      inner.factsAlone = true
      return .mean(of: quantity(inner, depth: depth - 1), seasons: seasons())
    }
  }

  private mutating func measured(_ measure: Measure, _ site: Site) -> QuantityFormula {
    note(measure, isFact: site.factsAlone)
    return .measure(measure)
  }

  /// Remembers a measure that has to be stated: one that is no column, and some that are.
  mutating func note(_ measure: Measure, isFact: Bool = false) {
    if isFact || !columns.contains(measure) || dice.chance(30) { measures.insert(measure) }
  }
}

// MARK: - Conditions and keys

extension FormulaWriter {
  mutating func condition(_ site: Site, depth: Int = 1) -> Condition {
    if dice.chance(3) { return .household(ids.filter { _ in dice.chance(60) }) }
    switch dice.below(depth == 0 ? 4 : 8) {
    case 0: return .always
    case 1: return .status(Words.statuses.filter { _ in dice.chance(60) })
    case 2: return .gaqa(Words.gaqas.filter { _ in dice.chance(60) })
    case 3:
      let measure = dice.pick(Words.measures)
      note(measure)
      return compared(.measure(measure), .fixed(dice.quantity(measure.unit)))
    case 4:
      let depth = depth - 1
      return dice.chance(80)
        ? compared(amount(site, depth: depth), amount(site, depth: depth))
        : compared(rate(site, depth: depth), rate(site, depth: depth))
    case 5: return condition(site, depth: depth - 1) && condition(site, depth: depth - 1)
    case 6: return condition(site, depth: depth - 1) || condition(site, depth: depth - 1)
    default: return !condition(site, depth: depth - 1)
    }
  }

  private mutating func compared<Number: FormulaNumber>(
    _ a: BenefitBinding.Formula<Number>,
    _ b: BenefitBinding.Formula<Number>
  ) -> Condition {
    dice.pick([.atLeast(a, b), .atMost(a, b), .moreThan(a, b), .lessThan(a, b), .equal(a, b)])
  }

  /// A key by which gaqas share: the same for each, what is stated of each, or that of their members.
  mutating func keyOfGaqas(_ site: Site) -> Key {
    if dice.chance(30) { return .gaqa }
    let stated = Words.measures.filter { placesOfMeasures[$0] == .gaqas }
    if dice.chance(40), !stated.isEmpty {
      let measure = dice.pick(stated)
      note(measure)
      return .measure(measure)
    }
    return key(site)
  }

  mutating func key(_ site: Site) -> Key {
    var household = site
    household.isForHousehold = true
    switch dice.below(10) {
    case 0...2: return .household
    case 3, 4: return .person
    case 5:
      // One figure for many is no weight.
      let own = Words.measures.filter { placesOfMeasures[$0] == .households }
      guard !own.isEmpty else { return .person }
      let measure = dice.pick(dice.chance(3) ? Words.measures : own)
      note(measure)
      return .measure(measure)
    case 6: return .need(below: Money(fen: dice.smallest) * dice.size())
    case 7:
      let weights = Words.statuses.filter { _ in dice.chance(70) }.map { ($0, dice.part()) }
      return Key.person.weighted(by: Dictionary(uniqueKeysWithValues: weights))
    case 8:
      if let line = lines.last { return .line(line) }
      return .quantity(quantity(household, depth: 1), name: "quantity")
    default:
      return .amount(.excess(of: amount(household, depth: 1), over: .zero), name: "amount")
    }
  }
}

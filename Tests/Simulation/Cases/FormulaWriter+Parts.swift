import BenefitBinding

extension FormulaWriter {
  mutating func rate(_ site: Site, depth: Int) -> Rate {
    switch dice.below(depth == 0 ? 6 : 9) {
    case 0...3: return .fixed(dice.ratio())
    case 4:
      let fact = dice.pick(Words.rates)
      rates.insert(fact)
      return .fact(fact)
    case 5:
      return site.factsAlone || dice.chance(50) ? .percent(dice.within(0...100)) : .stakeFraction
    case 6: return .rest(of: rate(site, depth: depth - 1))
    case 7: return .fraction(rate(site, depth: depth - 1), of: rate(site, depth: depth - 1))
    default:
      var inner = site
      inner.factsAlone = true
      return .mean(of: rate(inner, depth: depth - 1), seasons: seasons())
    }
  }

  mutating func volume(_ site: Site, depth: Int) -> Volume {
    switch dice.below(depth == 0 ? 4 : 9) {
    case 0: return .persons
    case 1: return .household
    case 2, 3: return measured(dice.pick(Words.measures), site)
    case 4: return volume(site, depth: depth - 1).times(volume(site, depth: depth - 1))
    case 5: return volume(site, depth: depth - 1).roundedUpToWholeUnits()
    case 6:
      let measure = dice.pick(Words.measures)
      let fixed = Volume.fixed(dice.quantity(measure.unit))
      let counted = measured(measure, site)
      return dice.chance(50) ? counted.capped(at: fixed) : counted.atLeast(fixed)
    case 7:
      let measure = dice.pick(Words.measures)
      let (a, b) = (measured(measure, site), Volume.fixed(dice.quantity(measure.unit)))
      return dice.chance(50) ? a + b : a - b
    default:
      var inner = site
      inner.factsAlone = true
      return .mean(of: volume(inner, depth: depth - 1), seasons: seasons())
    }
  }

  private mutating func measured(_ measure: Measure, _ site: Site) -> Volume {
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
    switch dice.below(depth == 0 ? 4 : 8) {
    case 0: return .always
    case 1: return .standing(Words.standings.filter { _ in dice.chance(60) })
    case 2: return .gaqa(Words.gaqas.filter { _ in dice.chance(60) })
    case 3:
      let measure = dice.pick(Words.measures)
      note(measure)
      return .measure(measure, atLeast: dice.quantity(measure.unit))
    case 4: return .atLeast(amount(site, depth: depth - 1), amount(site, depth: depth - 1))
    case 5: return condition(site, depth: depth - 1) && condition(site, depth: depth - 1)
    case 6: return condition(site, depth: depth - 1) || condition(site, depth: depth - 1)
    default: return !condition(site, depth: depth - 1)
    }
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
    case 6: return .need(below: Money(fen: dice.size()))
    case 7:
      let weights = Words.standings.filter { _ in dice.chance(70) }.map { ($0, dice.part()) }
      return Key.person.weighted(by: Dictionary(uniqueKeysWithValues: weights))
    case 8:
      if let line = lines.last { return .line(line) }
      return .volume(volume(household, depth: 1), name: "volume")
    default:
      return .amount(.excess(of: amount(household, depth: 1), over: .zero), name: "amount")
    }
  }
}

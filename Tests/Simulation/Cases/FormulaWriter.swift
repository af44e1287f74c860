import BenefitBinding

/// Writes formulas at random, mostly such as can be settled where they stand.
struct FormulaWriter {
  /// Where a formula stands, which says what it may refer to.
  struct Site {
    /// Whether it is worked out for each household; else once for each pot.
    var isForHousehold: Bool
    /// Over whom pots are shared; outside a distribution all members are one.
    var scope = Distribution.Scope.members
    /// Whether there is a pot to refer to.
    var knowsPot = false
    /// Whether only facts may be referred to, as in a mean.
    var factsAlone = false
  }

  var dice: Dice

  /// For what places each fact is given.
  let placesOfMoney: [MoneyFact: Places]
  let placesOfRates: [RateFact: Places]
  let placesOfMeasures: [Measure: Places]

  /// How many seasons before this one there are.
  let earlierSeasons: Int

  /// The measures that the register has a column of.
  let columns: Set<Measure>

  /// The lines of the scheme so far, and those of them that are held.
  var lines: [String] = []
  var held: [String] = []

  /// The facts that were referred to.
  var money: Set<MoneyFact> = []
  var rates: Set<RateFact> = []
  var measures: Set<Measure> = []

  init(_ dice: Dice, earlierSeasons: Int, columns: Set<Measure>) {
    var dice = dice
    func places(_ household: Bool) -> Places {
      let roll = dice.below(10)
      return roll < 5 ? .season : roll < 8 || !household ? .gaqas : .households
    }
    placesOfMoney = Dictionary(uniqueKeysWithValues: Words.money.map { ($0, places(true)) })
    placesOfRates = Dictionary(uniqueKeysWithValues: Words.rates.map { ($0, places(false)) })
    // One figure for many may not hide what the register says of each.
    placesOfMeasures = Dictionary(
      uniqueKeysWithValues: Words.measures.map {
        ($0, columns.contains($0) && !dice.chance(3) ? .households : places(true))
      }
    )
    self.dice = dice
    self.earlierSeasons = earlierSeasons
    self.columns = columns
  }
}

// MARK: - Amounts

extension FormulaWriter {
  mutating func amount(_ site: Site, depth: Int = 2) -> Amount {
    if depth == 0 || dice.chance(35) { return amountLeaf(site) }
    // What compares or rounds is one thing for each and another for all; mostly it is said which.
    if !site.isForHousehold && !site.factsAlone && dice.chance(30) {
      var inner = site
      inner.isForHousehold = true
      return .membersTotal(amount(inner, depth: depth - 1))
    }
    let operation = dice.below(14)
    if !site.isForHousehold && (6...10).contains(operation) && dice.chance(70) {
      return amountLeaf(site)
    }
    let depth = depth - 1
    switch operation {
    case 0, 1: return .fraction(rate(site, depth: depth), of: amount(site, depth: depth))
    case 2, 3: return .rate(price(site, depth: depth), per: volume(site, depth: depth))
    case 4: return amount(site, depth: depth) + amount(site, depth: depth)
    case 5: return amount(site, depth: depth) - amount(site, depth: depth)
    case 6: return .greater(of: amount(site, depth: depth), amount(site, depth: depth))
    case 7: return .lesser(of: amount(site, depth: depth), amount(site, depth: depth))
    case 8: return .excess(of: amount(site, depth: depth), over: amount(site, depth: depth))
    case 9:
      return .either(
        amount(site, depth: depth),
        otherwise: amount(site, depth: depth),
        where: condition(site, depth: depth)
      )
    case 10: return amount(site, depth: depth).rounded(dice.rounding())
    case 11: return amount(site, depth: depth).named("named \(dice.below(3))")
    case 12:
      if site.factsAlone { return amountLeaf(site) }
      var inner = site
      inner.isForHousehold = true
      return .membersTotal(amount(inner, depth: depth))
    default:
      if site.factsAlone && dice.chance(80) { return amountLeaf(site) }
      var inner = site
      inner.factsAlone = true
      return .mean(of: amount(inner, depth: depth), seasons: seasons())
    }
  }

  private mutating func seasons() -> Int {
    dice.chance(95) ? 1 + dice.below(earlierSeasons + 1) : 1 + dice.below(4)
  }

  private mutating func price(_ site: Site, depth: Int) -> Amount {
    dice.chance(60) ? .fixed(Money(fen: dice.within(1...9_999))) : amount(site, depth: depth)
  }

  private mutating func amountLeaf(_ site: Site) -> Amount {
    if site.factsAlone { return dice.chance(85) ? fact(site) : .fixed(dice.money()) }
    switch dice.below(12) {
    case 0, 1: return .fixed(dice.money())
    case 2: return dice.chance(20) ? .zero : fact(site)
    case 3:
      let places = placesOfMoney[.profit]
      guard places != .households, site.isForHousehold || site.scope == .members || places == .gaqas
      else { return fact(site) }
      money.insert(.profit)
      let isFiner = !site.isForHousehold && site.scope == .members && places == .gaqas
      return isFiner && dice.chance(95) ? .membersTotal(.profit) : .profit
    case 4:
      guard site.knowsPot else { return fact(site) }
      return dice.chance(50) ? .pot : .rest
    case 5:
      if site.isForHousehold { return .baselineIncome }
      return dice.chance(30) ? .stake : fact(site)
    case 6:
      guard let line = line() else { return fact(site) }
      return .line(line)
    case 7:
      guard site.isForHousehold || site.scope == .members, let line = line() else {
        return fact(site)
      }
      return .total(of: line)
    case 8: return dice.chance(40) ? .balance(of: account(site)) : fact(site)
    case 9:
      guard let line = held.last, site.isForHousehold || dice.chance(30) else { return fact(site) }
      return .held(line)
    default: return fact(site)
    }
  }

  /// An account: mostly one for all members, or one that has money gaqa by gaqa.
  mutating func account(_ site: Site) -> Account {
    if dice.chance(3) { return dice.pick(Words.accounts + Words.gaqaAccounts) }
    return dice.pick(site.scope == .gaqa ? Words.gaqaAccounts : Words.accounts)
  }

  /// A line of the scheme, at times one that it has not.
  private mutating func line() -> String? {
    if dice.chance(2) { return "no such line" }
    return lines.isEmpty ? nil : dice.pick(lines)
  }

  /// A fact that says something for the pots of the site, at times any.
  private mutating func fact(_ site: Site) -> Amount {
    var fact = dice.pick(Words.money)
    if !site.isForHousehold && site.scope == .gaqa && dice.chance(95) {
      let finer = Words.money.filter { placesOfMoney[$0] != .season }
      if finer.isEmpty { return .fixed(dice.money()) }
      fact = dice.pick(finer)
    }
    money.insert(fact)
    return .fact(fact)
  }
}

// MARK: - Rates and volumes

extension FormulaWriter {
  mutating func rate(_ site: Site, depth: Int) -> Rate {
    switch dice.below(depth == 0 ? 6 : 9) {
    case 0...3: return .fixed(dice.ratio())
    case 4:
      let fact = dice.pick(Words.rates)
      rates.insert(fact)
      return .fact(fact)
    case 5: return site.factsAlone || dice.chance(50) ? .percent(dice.within(0...100)) : .stakeFraction
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

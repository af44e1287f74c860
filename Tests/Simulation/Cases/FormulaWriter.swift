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

  /// The households that conditions name.
  let ids: [Household.ID]

  /// The lines of the scheme so far, and those of them that are held.
  var lines: [String] = []
  var held: [String] = []

  /// The quantities that the scheme allots so far, with their units.
  var allotted: [(name: String, unit: Quantity.Unit)] = []

  /// The facts that were referred to.
  var money: Set<MoneyFact> = []
  var rates: Set<RateFact> = []
  var measures: Set<Measure> = []

  init(_ dice: Dice, earlierSeasons: Int, columns: Set<Measure>, ids: [Household.ID]) {
    var dice = dice
    func places(_ household: Bool) -> Places {
      let roll = dice.below(10)
      return roll < 5 ? .season : roll < 8 || !household ? .gaqas : .households
    }
    placesOfMoney = Dictionary(uniqueKeysWithValues: Words.money.map { ($0, places(true)) })
    placesOfRates = Dictionary(
      uniqueKeysWithValues: Words.rates.map { ($0, dice.chance(15) ? .households : places(false)) }
    )
    // One figure for many may not hide what the register says of each.
    placesOfMeasures = Dictionary(
      uniqueKeysWithValues: Words.measures.map {
        ($0, columns.contains($0) && !dice.chance(3) ? .households : places(true))
      }
    )
    self.dice = dice
    self.earlierSeasons = earlierSeasons
    self.columns = columns
    self.ids = ids
  }
}

// MARK: - Amounts

extension FormulaWriter {
  mutating func amount(_ site: Site, depth: Int = 2) -> Amount {
    if depth == 0 || dice.chance(35) { return amountLeaf(site) }
    if !site.factsAlone && dice.chance(8) { return quotient(site, depth: depth - 1) }
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
    case 2, 3: return .each(price(site, depth: depth), per: quantity(site, depth: depth))
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

  mutating func seasons() -> Int {
    dice.chance(95) ? 1 + dice.below(earlierSeasons + 1) : 1 + dice.below(4)
  }

  mutating func price(_ site: Site, depth: Int) -> Amount {
    dice.chance(60)
      ? .fixed(Money(fen: dice.smallest) * dice.within(1...9_999)) : amount(site, depth: depth)
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

// What has to be refused, whatever the amounts are.

extension Settler {
  /// Where a formula stands, for what it may refer to.
  struct Site {
    var knowsPot = false
    /// Whether pots are for each gaqa.
    var isPerGaqa = false
    /// The lines before it, each with its unit, which is empty for money.
    var lines: [String: String] = [:]
  }

  /// Stands for what the documentation leaves open.
  static let unclear = "unclear"

  /// The lines of the scheme that are held, by the terms.
  private static let heldFlow = "addition"

  /// Every mistake in the terms and facts.
  func problems() -> Set<String> {
    var problems: Set<String> = []
    var site = Site()
    if scheme.members.contains(\.isCarriedLoss) { problems.insert("circularMembers") }
    for each in scheme.contributions.compactMap(\.each) {
      problems.formUnion(self.problems(each, site, now))
    }
    let smallest = Exact(scheme.smallest)
    for contribution in scheme.contributions {
      var amounts = [contribution.amount, contribution.stake]
      if case .constant(let each, _) = contribution.each { amounts.append(each) }
      if amounts.contains(where: { ($0 / smallest) != Exact(($0 / smallest).floor) }) {
        problems.insert("tooFine")
      }
    }
    var names: Set<String> = []
    var holdings: Set<String> = []
    for clause in scheme.clauses {
      switch clause {
      case .distribution(let distribution):
        if !names.insert(distribution.name).inserted { problems.insert("duplicate") }
        problems.formUnion(self.problems(of: distribution, &site, &holdings))
      case .payments(let name, let payments):
        if !names.insert(name).inserted { problems.insert("duplicate") }
        for payment in payments {
          problems.formUnion(self.problems(payment.condition, site, now))
          problems.formUnion(self.problems(payment.amount, site, now))
          if !scheme.stakeIsOfEach,
            payment.amount.contains({ if case .stake = $0 { true } else { false } })
          {
            problems.insert("mixedPlaces")
          }
          problems.formUnion(self.problems(adding: payment.name, payment.flow, payment.unit, &site))
          if payment.flow.text == Self.heldFlow { holdings.insert(payment.name) }
        }
      }
    }
    for line in formulas.flatMap(\.heldLines) where !holdings.contains(line) {
      problems.insert("unknownName")
    }
    if formulas.contains(where: { $0.contains(\.isCarriedLoss) }) {
      problems.formUnion(self.problems(.money("profit"), site, now))
      if domain(profit) == .household { problems.insert("mixedPlaces") }
    }
    return problems
  }

  /// A member that puts in less than nothing.
  func problemsOfContributions() -> Set<String> {
    for each in scheme.contributions.compactMap(\.each) {
      let amount = Formula.rounded(each, "halfUp", 1)
      for row in members.indices where members[row] {
        if let put = try? value(amount, lane(household: row), now), put.isNegative {
          return ["negative"]
        }
      }
    }
    return []
  }

  /// What is wrong with a line beside those before it: its name is theirs, or it is money and a quantity.
  private func problems(
    adding line: String,
    _ flow: Tree,
    _ unit: String?,
    _ site: inout Site
  ) -> Set<String> {
    var problems: Set<String> = site.lines.keys.contains(line) ? ["duplicate"] : []
    if (flow.text == "quantity") != (unit != nil) { problems.insert("mixedFlows") }
    site.lines[line] = unit ?? ""
    return problems
  }

  /// The formulas of the members and the clauses.
  var formulas: [Formula] { scheme.formulas }

  private func problems(
    of distribution: Scheme.Distribution,
    _ site: inout Site,
    _ holdings: inout Set<String>
  ) -> Set<String> {
    site.isPerGaqa = distribution.isPerGaqa
    defer { site.isPerGaqa = false }
    var problems = self.problems(distribution.pot, site, now)
    if distribution.isBurden && (distribution.charges.contains(false) || distribution.source != nil)
    {
      problems.insert("mixedFlows")
    }
    site.knowsPot = true
    defer { site.knowsPot = false }
    var fractions = Exact.zero
    for tier in distribution.tiers {
      var part: Formula? = tier.amount
      switch tier.recipient {
      case .account:
        if let unlisted = tier.unlisted { problems.formUnion(self.problems(unlisted, site, now)) }
      case .gaqas(_, let key): problems.formUnion(self.problems(key, site, now))
      case .households(let key, _, let condition, let sharing):
        let readsPot = key.contains(\.isOfPot) || condition.contains(\.isOfPot)
        if distribution.unit != nil && (!sharing.isOfUnits || readsPot) {
          problems.insert("wrongUnit")
        }
        problems.formUnion(self.problems(key, site, now))
        problems.formUnion(self.problems(condition, site, now))
      case .claims(let condition, let pool):
        problems.formUnion(self.problems(condition, site, now))
        problems.formUnion(self.problems(tier.amount, site, now))
        part = pool?.amount
      }
      if let part {
        problems.formUnion(self.problems(part, site, now))
        if let fraction = part.fractionOfPot {
          if fraction.isNegative { problems.insert("sharesAboveWhole") }
          fractions = fractions + fraction
          // A fraction or sum that is too fine to be kept may be refused, or taken as an amount.
          if !fraction.isNarrow || !(.one - fractions).isNarrow { problems.insert(Self.unclear) }
        }
      }
      if tier.recipient.account != nil { continue }
      problems.formUnion(self.problems(adding: tier.line, tier.flow, distribution.unit, &site))
      if tier.flow.text == Self.heldFlow { holdings.insert(tier.line) }
    }
    if fractions > .one { problems.insert("sharesAboveWhole") }
    return problems
  }

  /// The mistakes in one formula.
  func problems(_ formula: Formula, _ site: Site, _ moment: Moment) -> Set<String> {
    var problems: Set<String> = []
    switch formula {
    case .money(let name): problems = missing(given(moment) { $0.money[name] }, moment)
    case .rate(let name): problems = missing(given(moment) { $0.rates[name] }, moment)
    case .measure(let key, _):
      if !isColumn(key, moment) { problems = missing(given(moment) { $0.measures[key] }, moment) }
    case .id(let ids):
      let known = world.households.map(\.id)
      if !ids.allSatisfy(known.contains) { problems = ["unknownHousehold"] }
    case .stake where scheme.isOfEach, .stakeRatio where scheme.isOfEach:
      let stated = scheme.contributions.filter { $0.each == nil }
      if scheme.stakeIsOfEach, stated.contains(where: { $0.stake > .zero }) {
        problems = ["mixedStake"]
      }
      // What has one value for each pot asks of what was put in where it belongs.
      var isOfPots = !scheme.stakeIsOfEach
      if case .stakeRatio = formula { isOfPots = true }
      if isOfPots, site.isPerGaqa,
        stated.contains(where: { $0.gaqa == nil && !$0.amount.isZero })
      {
        problems = ["mixedStake"]
      }
    case .stake, .stakeRatio:
      let named = scheme.contributions.compactMap(\.gaqa)
      if !named.isEmpty && named.count < scheme.contributions.count { problems = ["mixedStake"] }
    case .pot, .remainder: if !site.knowsPot { problems = ["noPot"] }
    case .line(let name, let unit), .total(let name, let unit):
      switch site.lines[name] {
      case nil: problems = ["unknownName"]
      case let own?: if own != unit ?? "" { problems = ["wrongUnit"] }
      }
    case .mean(let part, let count):
      if count > 1 && part.contains(\.isOfThisSeason) { return ["notInPast"] }
      for back in 0..<min(count, 9) {
        guard let past = moment.back(back) else { return problems.union(["missingSeason"]) }
        problems.formUnion(self.problems(part, site, past))
      }
      return problems
    default: if formula.mixesUnits { problems = ["wrongUnit"] }
    }
    for part in formula.parts { problems.formUnion(self.problems(part, site, moment)) }
    return problems
  }

  /// What a fact lacks: every gaqa with members and every member needs a value.
  private func missing(_ given: World.Given?, _ moment: Moment) -> Set<String> {
    var problems: Set<String> = []
    switch given {
    case .season: break
    case .gaqas(let values):
      for (gaqa, name) in world.gaqas.enumerated() where hasMembers[gaqa] && values[name] == nil {
        problems.insert("missing")
      }
    case .households(let values):
      for (row, household) in world.households.enumerated()
      where members[row] && values[household.id] == nil {
        problems.insert("missing")
      }
      let ids = Set(world.households.map(\.id))
      if !moment.isPast && values.keys.contains(where: { !ids.contains($0) }) {
        problems.insert("unknownHousehold")
      }
    case nil: problems.insert("missing")
    }
    return problems
  }
}

extension Formula {
  /// Whether it is the pot or what is left of it.
  fileprivate var isOfPot: Bool {
    switch self {
    case .pot, .remainder: true
    default: false
    }
  }

  /// Whether settling a season works it out, so that facts of an earlier one do not say it.
  fileprivate var isOfThisSeason: Bool {
    switch self {
    case .carriedLoss, .pot, .remainder, .line, .total, .held, .balance: true
    default: false
    }
  }
}

extension Settler {
  /// Settles the scheme.
  mutating func settle() throws {
    let isFormer = takeOver()
    openHoldings()
    for account in scheme.members.accounts { balances[account] = try reading(account) }
    var unknown = problems(scheme.members, Site(), now)
    if scheme.members.contains(\.isCarriedLoss) { unknown.insert("circularMembers") }
    unknown.formUnion(isFormer)
    guard unknown.isEmpty else { throw Refusal(unknown) }
    let members = try world.households.indices.map { row in
      try !value(scheme.members, lane(household: row), now).isZero
    }
    self.members = members
    // A gaqa that is listed without any household takes part by itself.
    hasMembers = world.gaqas.indices.map { gaqa in
      let rows = rows(of: .gaqa(gaqa))
      return rows.isEmpty || rows.contains { members[$0] }
    }
    let problems = problems().union(problemsOfContributions())
    guard problems.isEmpty else { throw Refusal(problems) }
    try openLosses()
    try findFundsLeftOut()
    for clause in scheme.clauses {
      var isPerGaqa = false
      if case .distribution(let distribution) = clause { isPerGaqa = distribution.isPerGaqa }
      for account in accounts(of: clause) {
        balances[account] = try reading(account, isPerGaqa: isPerGaqa)
      }
      switch clause {
      case .distribution(let distribution):
        unit = distribution.unit
        try settle(distribution)
      case .payments(_, let payments):
        unit = payments.first?.unit
        for payment in payments { try settle(payment) }
      }
      unit = nil
    }
    closeHoldings()
    reportBalances()
  }

  private func accounts(of clause: Scheme.Clause) -> [String] {
    let one = Scheme(
      name: scheme.name,
      members: .constant(.one, .ratio),
      contributions: [],
      clauses: [clause]
    )
    var accounts = one.formulas.flatMap(\.accounts)
    if case .distribution(let distribution) = clause, let source = distribution.source {
      accounts.append(source)
    }
    return accounts
  }

  /// What an account holds: for all members or gaqa by gaqa, as the clause that asks has its pots where
  /// nothing else says it.
  private func reading(
    _ account: String,
    isPerGaqa: Bool = false
  ) throws -> (domain: Domain, fen: [Exact]) {
    let item = "account \(account)"
    let owner = Ledger.owner(of: account, scheme.name)
    let places = outcome.books.balances.keys.filter { $0.scheme == owner && $0.item == item }
    // A balance counts as given where the terms put money in, whether there is any or not.
    let owners = owner.isEmpty ? world.schemes : [scheme]
    let scopes = owners.flatMap { $0.scopes(posting: account) }
    let isByGaqa =
      scopes.first ?? (places.isEmpty ? isPerGaqa : places.contains { $0.gaqa != nil })
    if scopes.contains(!isByGaqa) || places.contains(where: { ($0.gaqa != nil) != isByGaqa }) {
      throw Refusal("mixedPlaces")
    }
    return isByGaqa
      ? (.gaqa, world.gaqas.map { outcome.books[owner, $0, item] })
      : (.season, [outcome.books[owner, nil, item]])
  }

  // MARK: - Payments

  private mutating func settle(_ payment: Scheme.Payment) throws {
    var amounts: [Exact] = []
    for row in world.households.indices {
      let lane = lane(household: row)
      let isPaid = try members[row] && !value(payment.condition, lane, now).isZero
      let (direction, step) = payment.rounding
      amounts.append(
        isPaid
          ? Exact(try value(payment.amount, lane, now).rounded(direction, toStep: self.step(step)))
          : .zero
      )
    }
    try findHouseholdsLeftOut(of: payment.amount, payment.name, payment.rounding)
    if !["holding", "addition"].contains(payment.flow.text) {
      dropNegative(&amounts, payment.name)
    }
    add(amounts, payment.name, payment.flow)
  }

  /// What comes out below zero pays nothing, and one notice of a line says how much it was.
  mutating func dropNegative(_ amounts: inout [Exact], _ line: String) {
    let below = amounts.filter(\.isNegative).reduce(.zero, +)
    if !below.isZero { find("negative amount", line, .members, below.floor) }
    for row in amounts.indices { amounts[row] = max(.zero, amounts[row]) }
  }

  mutating func add(_ amounts: [Exact], _ name: String, _ flow: Tree) {
    lines[name] = amounts
    outcome.lines.append(
      Outcome.Line(
        scheme: scheme.name,
        name: name,
        flow: flow,
        unit: unit,
        fen: amounts.map(\.floor)
      )
    )
  }

  // MARK: - Losses

  /// A loss becomes max(0, loss - profit), for the season or each gaqa as the profit is stated.
  private mutating func openLosses() throws {
    let isRead = formulas.contains { $0.contains(\.isCarriedLoss) }
    guard isRead else { return }
    let isByGaqa = domain(profit) == .gaqa
    let places: [Group] = isByGaqa ? world.gaqas.indices.map(Group.gaqa) : [.members]
    lossPlaces = Set(places.map { name(of: $0) })
    let stated = outcome.books.balances.keys.filter {
      $0.scheme == scheme.name && $0.item == "loss"
    }
    if isByGaqa && stated.contains(where: { $0.gaqa == nil }) { throw Refusal("mixedPlaces") }
    carriedLosses = places.map { place in
      if isByGaqa { return outcome.books[scheme.name, name(of: place), "loss"] }
      return stated.reduce(.zero) { $0 + (outcome.books.balances[$1] ?? .zero) }
    }
    if !isByGaqa { for place in stated { outcome.books[scheme.name, place.gaqa, "loss"] = .zero } }
    for (index, place) in places.enumerated() {
      var hasMembers = true
      if case .gaqa(let gaqa) = place { hasMembers = self.hasMembers[gaqa] }
      let earned = hasMembers ? try value(.money("profit"), lane(place), now) : .zero
      let loss = max(.zero, carriedLosses[index] - earned)
      outcome.books[scheme.name, name(of: place), "loss"] = loss
      if hasMembers && !loss.isZero { find("loss", "profit", place, loss.floor) }
    }
  }

  // MARK: - Holdings

  private mutating func openHoldings() {
    for line in formulas.flatMap(\.heldLines) {
      let held = outcome.books.holdings[.init(scheme: scheme.name, line: line)] ?? [:]
      self.held[line] = world.households.map { held[$0.id] ?? .zero }
    }
  }

  private mutating func closeHoldings() {
    for (line, before) in held {
      let key = Ledger.Holding(scheme: scheme.name, line: line)
      var amounts = outcome.books.holdings[key] ?? [:]
      for (row, household) in world.households.enumerated() {
        let sum = before[row] + (lines[line]?[row] ?? .zero)
        amounts[household.id] = sum.isZero ? nil : sum
      }
      outcome.books.holdings[key] = amounts.isEmpty ? nil : amounts
    }
  }
}

extension Formula {
  /// The accounts whose balances it reads.
  fileprivate var accounts: [String] {
    if case .balance(let account) = self { return [account] }
    return parts.flatMap(\.accounts)
  }
}

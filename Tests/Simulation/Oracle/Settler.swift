/// Settles one scheme by the documentation: with exact fractions, one household after the other, and
/// without a thought for speed.
struct Settler {
  /// One place that a formula is worked out for: everybody, a gaqa or a household of one.
  struct Lane {
    var gaqa: Int?
    var household: Int?
    static let season = Lane()
  }

  /// Those who share a pot: all members, or those of one gaqa.
  enum Group: Equatable {
    case members
    case gaqa(Int)
  }

  /// Where a value differs.
  enum Domain: Int, Comparable {
    case constant, season, gaqa, household
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The season whose facts are looked up, and those before it, oldest first.
  struct Moment {
    let season: World.Season
    let earlier: ArraySlice<World.Season>
    let isPast: Bool

    init(_ season: World.Season) {
      self.season = season
      earlier = season.earlier[...]
      isPast = false
    }

    /// Some seasons before, or `nil` where that was not given.
    func back(_ count: Int) -> Moment? {
      if count == 0 { return self }
      guard count <= earlier.count else { return nil }
      let index = earlier.endIndex - count
      return Moment(earlier[index], earlier[..<index])
    }

    private init(_ season: World.Season, _ earlier: ArraySlice<World.Season>) {
      (self.season, self.earlier, isPast) = (season, earlier, true)
    }
  }

  let world: World
  let scheme: Scheme
  let now: Moment
  /// Whether the pot that is shared is a burden, which accounts bear.
  var isBurden = false
  /// The places whose losses the season makes good.
  var lossPlaces: Set<String?> = []
  var outcome: Outcome

  /// Who is a member, and which gaqas have one; all until that is known.
  var members: [Bool]
  var hasMembers: [Bool]

  /// Whether the pots of the distribution that is settled are for each gaqa.
  var isPerGaqa = false
  var pots: [Exact]?
  var rests: [Exact]?

  /// The losses that earlier seasons left: one, or one for each gaqa.
  var carriedLosses: [Exact] = []
  /// What each line gave each household, and what they held of it before.
  var lines: [String: [Exact]] = [:]
  var held: [String: [Exact]] = [:]
  /// What accounts held when the clause began: one amount, or one for each gaqa.
  var balances: [String: (domain: Domain, fen: [Exact])] = [:]

  init(_ scheme: Scheme, in world: World, _ outcome: Outcome) {
    self.scheme = scheme
    self.world = world
    self.outcome = outcome
    now = Moment(world.season)
    members = world.households.map { _ in true }
    hasMembers = world.gaqas.map { _ in true }
  }

  /// The groups that share a pot.
  var groups: [Group] { isPerGaqa ? world.gaqas.indices.map(Group.gaqa) : [.members] }

  func lane(_ group: Group) -> Lane {
    if case .gaqa(let gaqa) = group { Lane(gaqa: gaqa) } else { .season }
  }

  func lane(household row: Int) -> Lane {
    Lane(gaqa: world.households[row].gaqa, household: row)
  }

  func group(of lane: Lane) -> Group {
    if isPerGaqa, let gaqa = lane.gaqa { .gaqa(gaqa) } else { .members }
  }

  func name(of group: Group) -> String? {
    if case .gaqa(let gaqa) = group { world.gaqas[gaqa] } else { nil }
  }

  func rows(of group: Group) -> [Int] {
    world.households.indices.filter {
      if case .gaqa(let gaqa) = group { world.households[$0].gaqa == gaqa } else { true }
    }
  }

  mutating func find(_ code: String, _ line: String, _ group: Group, _ fen: Big) {
    outcome.notices.append(
      Outcome.Notice(
        code: code,
        scheme: scheme.name,
        line: line,
        gaqa: name(of: group),
        fen: "\(fen)"
      )
    )
  }

  /// Adds to an account, or charges it with its part of a burden.
  mutating func post(_ fen: Exact, to account: String, _ group: Group) {
    let gaqa = name(of: group)
    let owner = Ledger.owner(of: account, scheme.name)
    let before = outcome.books[owner, gaqa, "account \(account)"]
    outcome.books[owner, gaqa, "account \(account)"] = isBurden ? before - fen : before + fen
  }
}

// MARK: - Looking up

extension Settler {
  /// What was given under a name: the scheme's own facts first.
  func given(
    _ moment: Moment,
    _ find: (World.Facts) -> World.Given?
  ) -> World.Given? {
    moment.season.schemes[scheme.name].flatMap(find) ?? find(moment.season.facts)
  }

  private func value(_ given: World.Given?, _ lane: Lane) throws -> Exact {
    switch given {
    case .season(let value): return value
    case .gaqas(let values):
      guard let gaqa = lane.gaqa else { throw Unread(what: "a fact of gaqas for all") }
      return values[world.gaqas[gaqa]] ?? .zero
    case .households(let values):
      guard let row = lane.household else { throw Unread(what: "a fact of households for all") }
      return values[world.households[row].id] ?? .zero
    case nil: throw Refusal("missingFact")
    }
  }

  func domain(_ given: World.Given?) -> Domain {
    switch given {
    case .season: .season
    case .gaqas: .gaqa
    case .households: .household
    case nil: .constant
    }
  }

  /// Whether a measure is read from the register: not stated, and not of a season before.
  func isColumn(_ key: String, _ moment: Moment) -> Bool {
    !moment.isPast && world.columns.contains(key) && given(moment) { $0.measures[key] } == nil
  }

  /// The stake and all the funding, for all or for a gaqa.
  func funds(_ lane: Lane) -> (stake: Exact, total: Exact) {
    let isByGaqa = scheme.contributions.contains { $0.gaqa != nil }
    var (stake, total) = (Exact.zero, Exact.zero)
    for contribution in scheme.contributions {
      if isByGaqa, lane.gaqa.map({ world.gaqas[$0] }) != contribution.gaqa { continue }
      stake = stake + Exact((contribution.amount * contribution.quantified).floor)
      total = total + contribution.amount
    }
    return (stake, total)
  }
}

// MARK: - Formulas

extension Settler {
  /// What a formula comes to in one place.
  func value(_ formula: Formula, _ lane: Lane, _ moment: Moment) throws -> Exact {
    func part(_ formula: Formula) throws -> Exact { try value(formula, lane, moment) }
    switch formula {
    case .constant(let value, _): return value
    case .money(let name): return try value(given(moment) { $0.money[name] }, lane)
    case .rate(let name): return try value(given(moment) { $0.rates[name] }, lane)
    case .measure(let key, _):
      if isColumn(key, moment) { return household(lane)?.measures[key] ?? .zero }
      return try value(given(moment) { $0.measures[key] }, lane)
    case .persons: return household(lane)?.persons ?? .zero
    case .household: return .one
    case .baselineIncome: return household(lane)?.income ?? .zero
    case .standing(let standings):
      return household(lane).map { standings.contains($0.standing) } == true ? .one : .zero
    case .gaqa(let gaqas):
      return lane.gaqa.map { gaqas.contains(world.gaqas[$0]) } == true ? .one : .zero
    case .stake: return funds(lane).stake
    case .stakeRatio:
      let (stake, total) = funds(lane)
      return total.isZero ? .zero : stake / total
    case .carriedLoss:
      return carriedLosses.count == 1 && domain(profit) != .gaqa
        ? carriedLosses[0] : carriedLosses[lane.gaqa ?? 0]
    case .pot: return try ofPot(pots, lane)
    case .remainder: return try ofPot(rests, lane)
    case .line(let name): return try row(lines[name], lane)
    case .held(let name): return try row(held[name], lane)
    case .total(let name):
      guard let line = lines[name] else { throw Refusal("unknownLine") }
      return line.reduce(.zero, +)
    case .balance(let account):
      guard let balance = balances[account] else { return .zero }
      switch balance.domain {
      case .season: return balance.fen[0]
      default: return lane.gaqa.map { balance.fen[$0] } ?? .zero
      }
    case .mean(let part, let count):
      return try mean(of: part, over: count, moment) { try value(part, lane, $0) }
    case .membersTotal(let part): return try total(part, group(of: lane), moment)
    case .sum(let parts):
      return try parts.reduce(.zero) { $0 + (try part($1)) }
    case .difference(let a, let b): return try part(a) - part(b)
    case .product(let a, let b): return try part(a) * part(b)
    case .greatest(let parts), .any(let parts): return try parts.map(part).max() ?? .zero
    case .least(let parts), .all(let parts): return try parts.map(part).min() ?? .zero
    case .rounded(let formula, let direction, let step):
      return Exact(try part(formula).rounded(direction, toStep: step))
    case .atLeast(let a, let b): return try part(a) >= part(b) ? .one : .zero
    case .not(let formula): return .one - (try part(formula))
    case .choice(let condition, let a, let b):
      return try part(part(condition).isZero ? b : a)
    case .named(_, let formula): return try part(formula)
    }
  }

  private func household(_ lane: Lane) -> World.Household? {
    lane.household.map { world.households[$0] }
  }

  private func row(_ column: [Exact]?, _ lane: Lane) throws -> Exact {
    guard let column else { throw Refusal("unknownLine") }
    guard let row = lane.household else { throw Unread(what: "a line of households for all") }
    return column[row]
  }

  private func ofPot(_ values: [Exact]?, _ lane: Lane) throws -> Exact {
    guard let values else { throw Refusal("noPot") }
    return isPerGaqa ? values[lane.gaqa ?? 0] : values[0]
  }

  private func mean(
    of part: Formula,
    over count: Int,
    _ moment: Moment,
    _ value: (Moment) throws -> Exact
  ) throws -> Exact {
    var sum = Exact.zero
    for back in 0..<count {
      guard let past = moment.back(back) else { throw Refusal("missingSeason") }
      sum = sum + (try value(past))
    }
    return sum / Exact(count)
  }

  /// The facts that the profit is stated by.
  var profit: World.Given? { given(now) { $0.money["profit"] } }

  /// Where a formula differs.
  func domain(_ formula: Formula, _ moment: Moment) -> Domain {
    switch formula {
    case .constant: .constant
    case .money(let name): domain(given(moment) { $0.money[name] })
    case .rate(let name): domain(given(moment) { $0.rates[name] })
    case .measure(let key, _):
      isColumn(key, moment) ? .household : domain(given(moment) { $0.measures[key] })
    case .persons, .household, .baselineIncome, .standing, .gaqa, .line, .held: .household
    case .stake, .stakeRatio: scheme.contributions.contains { $0.gaqa != nil } ? .gaqa : .season
    case .carriedLoss: domain(profit)
    case .pot, .remainder, .membersTotal: isPerGaqa ? .gaqa : .season
    case .total: .season
    case .balance(let account): balances[account]?.domain ?? .constant
    case .mean(let part, let count):
      (0..<min(count, 9)).compactMap { moment.back($0) }.map { domain(part, $0) }.max()
        ?? .constant
    default: formula.parts.map { domain($0, moment) }.max() ?? .constant
    }
  }

  /// What a formula comes to for a group: each term totalled over the places it was given for.
  func total(_ formula: Formula, _ group: Group, _ moment: Moment) throws -> Exact {
    let coarse: Domain = group == .members ? .season : .gaqa
    let own = domain(formula, moment)
    if own <= coarse { return try value(formula, lane(group), moment) }
    switch formula {
    case .named(_, let part): return try total(part, group, moment)
    case .mean(let part, let count):
      return try mean(of: part, over: count, moment) { try total(part, group, $0) }
    case .sum(let parts):
      return try parts.reduce(.zero) { $0 + (try total($1, group, moment)) }
    case .difference(let a, let b):
      return try total(a, group, moment) - total(b, group, moment)
    case .product(let a, let b):
      // What is the same for all is taken of the total.
      for (finer, same) in [(a, b), (b, a)] where domain(same, moment) <= coarse {
        if finer.dimension == .ratio { break }
        return try total(finer, group, moment) * value(same, lane(group), moment)
      }
    default: break
    }
    return try placeByPlace(formula, own, group, moment)
  }

  /// The sum of what a formula comes to in each place by itself.
  private func placeByPlace(
    _ formula: Formula,
    _ domain: Domain,
    _ group: Group,
    _ moment: Moment
  ) throws -> Exact {
    var sum = Exact.zero
    if domain == .gaqa {
      for gaqa in world.gaqas.indices where hasMembers[gaqa] {
        sum = sum + (try value(formula, Lane(gaqa: gaqa), moment))
      }
    } else {
      for row in rows(of: group) where members[row] {
        sum = sum + (try value(formula, lane(household: row), moment))
      }
    }
    return sum
  }
}

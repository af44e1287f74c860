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
  /// The unit of what the clause gives, or `nil` where that is money.
  var unit: String?
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

  /// A step of the clause that is settled, which is of money at least the smallest amount.
  func step(_ step: Int64 = 1) -> Int64 { unit == nil ? max(step, scheme.smallest) : step }

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
        fen: "\(fen)" + (unit.map { " \($0)" } ?? "")
      )
    )
  }

  /// Adds to an account, or charges it with its part of a burden.
  mutating func post(_ fen: Exact, to account: String, _ group: Group) {
    // Accounts hold money alone.
    guard unit == nil else { return }
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

  func value(_ given: World.Given?, _ lane: Lane) throws -> Exact {
    switch given {
    case .season(let value): return value
    case .gaqas(let values):
      guard let gaqa = lane.gaqa else { throw Unread(what: "a fact of gaqas for all") }
      return values[world.gaqas[gaqa]] ?? .zero
    case .households(let values):
      guard let row = lane.household else { throw Unread(what: "a fact of households for all") }
      return values[world.households[row].id] ?? .zero
    case nil: throw Refusal("missing")
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
  func funds(_ lane: Lane, _ moment: Moment) throws -> (stake: Exact, total: Exact) {
    if scheme.isOfEach {
      let (group, each) = (group(of: lane), scheme.fundsOfEach)
      var (stake, total) = (Exact.zero, Exact.zero)
      for row in rows(of: group) where members[row] {
        stake = stake + (try value(each.stakes, self.lane(household: row), moment))
        total = total + (try value(each.amounts, self.lane(household: row), moment))
      }
      for stated in scheme.contributions where stated.gaqa.map(world.gaqas.contains) ?? true {
        guard group == .members || stated.gaqa == name(of: group) else { continue }
        total = total + stated.amount
        stake = stake + stated.stake
      }
      return (stake, total)
    }
    let isByGaqa = scheme.contributions.contains { $0.gaqa != nil }
    var (stake, total) = (Exact.zero, Exact.zero)
    for contribution in scheme.contributions {
      if isByGaqa, lane.gaqa.map({ world.gaqas[$0] }) != contribution.gaqa { continue }
      stake = stake + contribution.stake
      total = total + contribution.amount
    }
    return (stake, total)
  }
}

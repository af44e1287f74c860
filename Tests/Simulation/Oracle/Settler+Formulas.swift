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
    case .status(let statuses):
      return household(lane).map { statuses.contains($0.status) } == true ? .one : .zero
    case .gaqa(let gaqas):
      return lane.gaqa.map { gaqas.contains(world.gaqas[$0]) } == true ? .one : .zero
    case .id(let ids):
      guard ids.allSatisfy({ id in world.households.contains { $0.id == id } }) else {
        throw Refusal("unknownHousehold")
      }
      return household(lane).map { ids.contains($0.id) } == true ? .one : .zero
    case .stake where scheme.stakeIsOfEach: return try part(scheme.fundsOfEach.stakes)
    case .stake: return try funds(lane, moment).stake
    case .stakeRatio:
      let (stake, total) = try funds(lane, moment)
      return total.isZero ? .zero : stake / total
    case .carriedLoss:
      return carriedLosses.count == 1 && domain(profit) != .gaqa
        ? carriedLosses[0] : carriedLosses[lane.gaqa ?? 0]
    case .pot: return try ofPot(pots, lane)
    case .remainder: return try ofPot(rests, lane)
    case .line(let name, _): return try row(lines[name], lane)
    case .held(let name): return try row(held[name], lane)
    case .total(let name, _):
      guard let line = lines[name] else { throw Refusal("unknownName") }
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
    case .quotient(let a, let b):
      let divisor = try part(b)
      guard divisor > .zero else { throw Refusal("notPositive") }
      return try part(a) / divisor
    case .greatest(let parts), .any(let parts): return try parts.map(part).max() ?? .zero
    case .least(let parts), .all(let parts): return try parts.map(part).min() ?? .zero
    case .rounded(let formula, let direction, let step):
      let step = formula.dimension == .money ? max(step, scheme.smallest) : step
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
    guard let column else { throw Refusal("unknownName") }
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
    case .persons, .household, .baselineIncome, .status, .gaqa, .id, .line, .held:
      .household
    case .stake where scheme.stakeIsOfEach: .household
    case .stake where scheme.isOfEach, .stakeRatio where scheme.isOfEach:
      isPerGaqa ? .gaqa : .season
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
    case .quotient(let a, let b):
      let divisor = try value(b, lane(group), moment)
      guard divisor > .zero else { throw Refusal("notPositive") }
      return try total(a, group, moment) / divisor
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

// Everything that is stated is in a pot, in a payment, in the books or in a notice.

extension Settler {
  /// What a common pot leaves out, as it was given for gaqas where nobody is a member.
  mutating func findGaqasLeftOut(of distribution: Scheme.Distribution) throws {
    let (direction, step) = distribution.rounding
    for gaqa in world.gaqas.indices where !hasMembers[gaqa] {
      let stated = try stated(distribution.pot, Lane(gaqa: gaqa), .gaqa) { formula in
        formula.contains {
          switch $0 {
          case .money, .rate, .measure, .stake: true
          default: false
          }
        }
      }
      let amount = stated?.rounded(direction, toStep: self.step(step)) ?? .zero
      if !amount.isZero { find("no members", distribution.name, .gaqa(gaqa), amount) }
    }
  }

  /// The money that was stated for households that are no members, in one sum.
  mutating func findHouseholdsLeftOut(
    of formula: Formula,
    _ line: String,
    _ rounding: (direction: String, step: Int64)
  ) throws {
    var sum = Exact.zero
    for row in world.households.indices where !members[row] {
      let stated = try stated(formula, lane(household: row), .household) { formula in
        formula.contains {
          guard case .money(let name) = $0 else { return false }
          return domain(given(now) { $0.money[name] }) == .household
        }
      }
      sum = sum + (stated ?? .zero)
    }
    let amount = sum.rounded(rounding.direction, toStep: step(rounding.step))
    if !amount.isZero { find("no members", line, .members, amount) }
  }

  /// What was put in for gaqas where no household lives, and by households that are no members.
  mutating func findFundsLeftOut() throws {
    if scheme.isOfEach {
      try findHouseholdsLeftOut(of: scheme.fundsOfEach.amounts, "funding", ("halfUp", 1))
    }
    var sums: [String: Exact] = [:]
    for contribution in scheme.contributions {
      guard let gaqa = contribution.gaqa, !world.gaqas.contains(gaqa) else { continue }
      sums[gaqa] = sums[gaqa, default: .zero] + contribution.amount
    }
    for (gaqa, sum) in sums {
      outcome.notices.append(
        Outcome.Notice(
          code: "unknown gaqa",
          scheme: scheme.name,
          line: "funding",
          gaqa: gaqa,
          fen: "\(sum.floor)"
        )
      )
    }
  }

  /// What the terms of a formula that were given for places of a kind come to in one of them; `nil`
  /// where there are none.
  private func stated(
    _ formula: Formula,
    _ lane: Lane,
    _ kind: Domain,
    _ isStated: (Formula) -> Bool
  ) throws -> Exact? {
    func part(_ formula: Formula) throws -> Exact? { try stated(formula, lane, kind, isStated) }
    switch formula {
    case .named(_, let inner), .membersTotal(let inner): return try part(inner)
    case .stake where scheme.stakeIsOfEach: return nil
    case .sum(let parts):
      let parts = try parts.compactMap(part)
      return parts.isEmpty ? nil : parts.reduce(.zero, +)
    case .difference(let a, let b):
      let (a, b) = (try part(a), try part(b))
      guard let b else { return a }
      return (a ?? .zero) - b
    case .product(let a, let b):
      let (own, other) = (try part(a), try part(b))
      if own == nil && other == nil { return nil }
      if own != nil && other != nil {
        return domain(formula, now) == kind ? try value(formula, lane, now) : nil
      }
      let factor = own == nil ? a : b
      guard domain(factor, now) <= kind else { return nil }
      return (own ?? other ?? .zero) * (try value(factor, lane, now))
    case .quotient(let a, let b):
      guard let own = try part(a) else { return nil }
      let divisor = try value(b, lane, now)
      guard divisor > .zero else { throw Refusal("notPositive") }
      return own / divisor
    case .atLeast, .all, .any, .not: return nil
    default:
      let place = domain(formula, now)
      if place == kind { return isStated(formula) ? try value(formula, lane, now) : nil }
      if place > kind { return nil }
      let parts = try formula.parts.compactMap(part)
      return parts.isEmpty ? nil : parts.reduce(.zero, +)
    }
  }
}

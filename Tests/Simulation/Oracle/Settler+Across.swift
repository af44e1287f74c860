extension Settler {
  /// Who of a group may take part in a tier.
  private func eligible(_ condition: Formula, _ group: Group) throws -> [Int] {
    try rows(of: group).filter {
      try members[$0] && !value(condition, lane(household: $0), now).isZero
    }
  }

  /// Shares what is due, with the odd fen that were carried here, among those with a weight.
  mutating func share(
    _ due: [Exact],
    _ line: String,
    _ key: Formula,
    _ condition: Formula,
    _ sharing: Scheme.Sharing,
    _ step: inout Outcome.Step
  ) throws -> [Exact] {
    var parts = world.households.map { _ in Exact.zero }
    for (index, group) in groups.enumerated() {
      let gaqa = name(of: group)
      let carried = unit != nil ? .zero : outcome.books[scheme.name, gaqa, "residue \(line)"]
      if due[index].isZero && carried.isZero { continue }
      let rows = try eligible(condition, group)
      let weights = try rows.map { try value(key, lane(household: $0), now) }
      if weights.allSatisfy(\.isZero) {
        let code = rows.isEmpty ? "nobody eligible" : "no weight"
        let unpaid = due[index] + carried
        if unpaid > .zero { find(code, line, group, unpaid.floor) }
        continue
      }
      step.broughtForward[index] = carried.floor
      let total = due[index] + carried
      if total <= .zero {
        // Rounding overpaid by more than there is; that waits on.
        step.residue[index] = total.floor
        take(due[index], index)
        outcome.books[scheme.name, gaqa, "residue \(line)"] = total
        continue
      }
      if weights.contains(where: \.isNegative) { throw Refusal("negative") }
      let shared = Dividing.share(
        total,
        weights,
        isMoney: key.dimension == .money,
        sharing,
        smallest: self.step()
      )
      for (row, part) in zip(rows, shared) { parts[row] = part }
      let left = total - shared.reduce(.zero, +)
      step.paid[index] = (total - left).floor
      if unit == nil {
        outcome.books[scheme.name, gaqa, "residue \(line)"] =
          sharing.residue == "carriedForward" ? left : .zero
      }
      switch sharing.residue {
      case "posted", "writtenOff", "carriedForward":
        step.residue[index] = left.floor
        take(due[index], index)
        if sharing.residue == "posted", let account = sharing.account {
          post(left, to: account, group)
        }
        if sharing.residue == "writtenOff" { post(left, to: "written off by rounding", group) }
      default: take(due[index] - left, index)
      }
    }
    return parts
  }

  /// Shares what is due among accounts of the gaqas: by what is stated of each, or by all of its members.
  mutating func share(
    _ due: [Exact],
    among account: String,
    _ key: Formula,
    _ line: String,
    _ step: inout Outcome.Step
  ) throws {
    for (index, group) in groups.enumerated() where !due[index].isZero {
      let gaqas = world.gaqas.indices.filter {
        hasMembers[$0] && (group == .members || group == .gaqa($0))
      }
      let isByHousehold = domain(key, now) == .household
      let weights = try gaqas.map { gaqa -> Exact in
        guard isByHousehold else { return try value(key, Lane(gaqa: gaqa), now) }
        return try rows(of: .gaqa(gaqa)).filter { members[$0] }
          .map { try value(key, lane(household: $0), now) }.reduce(.zero, +)
      }
      if weights.allSatisfy(\.isZero) {
        find(gaqas.isEmpty ? "nobody eligible" : "no weight", line, group, due[index].floor)
        continue
      }
      if weights.contains(where: \.isNegative) { throw Refusal("negative") }
      for (gaqa, part) in zip(
        gaqas,
        Dividing.byLargestRemainders(due[index], weights, step: self.step())
      ) {
        post(part, to: account, .gaqa(gaqa))
      }
      step.paid[index] = due[index].floor
      take(due[index], index)
    }
  }

  /// Pays claims from a pool or from all that is left; where that is too little, each the same part.
  mutating func pay(
    _ amount: Formula,
    _ line: String,
    _ condition: Formula,
    _ pool: (amount: Formula, carries: Bool, backstop: String?)?,
    _ own: [Exact]?,
    _ step: inout Outcome.Step
  ) throws -> [Exact] {
    var parts = world.households.map { _ in Exact.zero }
    var below = Exact.zero
    defer { if !below.isZero { find("negative amount", line, .members, below.floor) } }
    for (index, group) in groups.enumerated() {
      let gaqa = name(of: group)
      let rows = try eligible(condition, group)
      let asked = try rows.map {
        Exact(
          try value(amount, lane(household: $0), now).rounded("halfUp", toStep: self.step())
        )
      }
      below = below + asked.filter(\.isNegative).reduce(.zero, +)
      let claims = asked.map { max(.zero, $0) }
      let claimed = claims.reduce(.zero, +)
      let carried = pool == nil ? .zero : outcome.books[scheme.name, gaqa, "residue \(line)"]
      let available = (own?[index] ?? rests?[index] ?? .zero) + carried
      var paid = claims
      // A pool that rounding had overpaid pays back first, and nobody who claims does.
      let payable = max(.zero, available)
      let backstop = claimed > available ? pool?.backstop : nil
      var residue = available - payable
      if let backstop {
        residue = available - claimed
        post(residue, to: backstop, group)
      } else if claimed > payable {
        paid = Dividing.byLargestRemainders(payable, claims, step: self.step())
      }
      if backstop != nil || claimed > payable {
        find("shortfall", line, group, (claimed - available).floor)
      }
      if pool != nil && claimed.isZero && available > .zero {
        find(rows.isEmpty ? "nobody eligible" : "no weight", line, group, available.floor)
      }
      if let pool {
        if pool.carries { residue = residue + max(.zero, payable - claimed) }
        outcome.books[scheme.name, gaqa, "residue \(line)"] = backstop == nil ? residue : .zero
      }
      let sum = paid.reduce(.zero, +)
      for (row, part) in zip(rows, paid) { parts[row] = part }
      step.broughtForward[index] = carried.floor
      step.paid[index] = sum.floor
      step.residue[index] = residue.floor
      step.due[index] = (sum + residue - carried).floor
      take(sum + residue - carried, index)
    }
    return parts
  }
}

/// Divides money by the rules of the documentation.
enum Dividing {
  /// Each its exact part rounded down to a step, and the odd steps to the largest remainders, of equal
  /// ones to the earlier.
  static func byLargestRemainders(
    _ total: Exact,
    _ weights: [Exact],
    step: Int64
  ) -> [Exact] {
    handOut(total, weights, step: step, "largestRemainder")
  }

  /// The parts of a total that is above zero.
  static func share(
    _ total: Exact,
    _ weights: [Exact],
    isMoney: Bool,
    _ sharing: Scheme.Sharing,
    smallest: Int64
  ) -> [Exact] {
    let (direction, step) = (sharing.rounding.direction, max(sharing.rounding.step, smallest))
    switch sharing.residue {
    case "largestRemainder", "first", "last":
      return handOut(total, weights, step: step, sharing.residue)
    default: break
    }
    let sum = weights.reduce(.zero, +)
    guard sharing.isByRate else {
      return weights.map { Exact((total * $0 / sum).rounded(direction, toStep: step)) }
    }
    // What one unit gets is rounded; a unit of money is a yuan.
    let unit = Exact(isMoney ? 100 : 1)
    let rate = Exact((total * unit / sum).rounded(direction, toStep: step))
    return weights.map { Exact((rate * $0 / unit).rounded(direction, toStep: smallest)) }
  }

  private static func handOut(
    _ total: Exact,
    _ weights: [Exact],
    step: Int64,
    _ rule: String
  ) -> [Exact] {
    let sum = weights.reduce(.zero, +)
    let steps = Exact((total / Exact(step)).floor)
    let exact = weights.map { steps * $0 / sum }
    var parts = exact.map { Exact($0.floor) }
    var left = steps - parts.reduce(.zero, +)
    var order = weights.indices.filter { !weights[$0].isZero }
    switch rule {
    case "last": order.reverse()
    case "largestRemainder":
      let remainders = zip(exact, parts).map { $0 - $1 }
      order.sort { a, b in
        remainders[a] == remainders[b] ? a < b : remainders[b] < remainders[a]
      }
    default: break
    }
    for index in order {
      if left.isZero { break }
      parts[index] = parts[index] + .one
      left = left - .one
    }
    return parts.map { $0 * Exact(step) }
  }
}

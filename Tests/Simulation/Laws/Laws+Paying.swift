import BenefitBinding

// Laws of what is paid of what is owed.

extension Laws {
  /// Half the cash pays half, the rest pays on, and nobody is paid more than is owed.
  static func payouts(_ settlement: Settlement) -> String? {
    let step: Int64 = settlement.currency == Words.yen ? 100 : 1
    for line in settlement.lines where isPayable(line) {
      do {
        let half = Money(fen: line.total.fen / 2 / step * step)
        let first = try settlement.payout(
          of: line.name,
          of: line.scheme,
          with: half,
          arrears: .cumulative
        )
        if first.paid != half || first.left != .zero { return "\(line.name): not all cash is paid" }
        if first.arrears.fen != line.total.fen - half.fen { return "\(line.name): other arrears" }
        let second = try first.followed(by: line.total)
        if second.arrears != .zero { return "\(line.name): arrears though there was cash" }
        if second.left.fen != half.fen { return "\(line.name): other cash left" }
        for row in line.indices {
          let isRight =
            first.coming(at: row) == line[row] && first.paid(at: row) <= line[row]
            && second.paidInAll(at: row) == line[row]
          if !isRight { return "\(line.name): row \(row) is not paid what it is owed" }
        }
      } catch {
        return "\(error)"
      }
    }
    return nil
  }

  /// Instalments add up for each household, and each is its part of the total to the smallest amount.
  static func instalments(_ settlement: Settlement) -> String? {
    let weights: [Int64] = [2, 1, 0, 4]
    let step: Int64 = settlement.currency == Words.yen ? 100 : 1
    for line in settlement.lines where isPayable(line) {
      do {
        let instalments = try line.instalments(weights)
        for row in line.indices {
          if instalments.reduce(Int128(0), { $0 + Int128($1[row].fen) }) != Int128(line[row].fen) {
            return "\(line.name): row \(row)"
          }
          if instalments.contains(where: { $0[row] < .zero }) { return "\(line.name): below zero" }
        }
        for (weight, instalment) in zip(weights, instalments) {
          let total = instalment.reduce(Int128(0)) { $0 + Int128($1.fen) }
          let exact = Int128(line.total.fen) * Int128(weight)
          if (total * 7 - exact).magnitude > 7 * UInt128(step) {
            return "\(line.name): an instalment of \(total)"
          }
        }
      } catch {
        return "\(error)"
      }
    }
    return nil
  }

  private static func isPayable(_ line: Line) -> Bool {
    guard line.unit == nil, line.allSatisfy({ $0 >= .zero }), line.total > .zero else {
      return false
    }
    if line.flow.isIncome { return true }
    return line.flow == .addition || line.flow == .recovery
  }
}

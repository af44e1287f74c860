extension Key {
  /// In proportion to the stake that each household holds in the scheme.
  public static let stake = Key.line(Funding.stakeLine)
}

extension Funding {
  /// The name of the line that divides the stake.
  static let stakeLine = "stake"

  /// Divides the stake among the members; nothing where no money became theirs.
  func stakeClause(by key: Key, per scope: Distribution.Scope) -> [Clause] {
    guard contributions.contains(where: { $0.quantified != .zero && $0.amount != .zero }) else {
      return []
    }
    let holding = Distribution(Self.stakeLine, of: .stake, rounded: .down(to: .fen), per: scope) {
      Tier(.rest, by: key, as: .holding)
    }
    return [.distribution(holding)]
  }

  /// Charges the interest that is left for households, in proportion to their stakes.
  var interestClause: [Clause] {
    let loans = contributions.filter { $0.interest * (.whole - $0.subsidised) != .zero }
    let interests = loans.map { $0.householdInterest.rounded(.halfUp(to: .fen)) }
    guard let first = interests.first else { return [] }
    let charge = Distribution("interest", of: interests.dropFirst().reduce(first, +)) {
      for (loan, interest) in zip(loans, interests) {
        Tier(
          interest,
          by: .stake,
          where: loan.gaqa.map { .gaqa($0) } ?? .always,
          as: .cost,
          named: loans.count == 1 ? nil : "\(loan.source), \(loan.gaqa ?? "all")"
        )
      }
    }
    return [.distribution(charge)]
  }
}

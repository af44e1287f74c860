extension Key {
  /// In proportion to the stake that each household holds in the scheme, as a line "stake" says.
  ///
  /// The named models have that line. In terms of your own a clause before states it, or
  /// `.amount(.stake, name: "stake")` reads what each household put in
  /// (``Funding/Contribution/contribution(each:from:householdShare:interest:subsidised:disposition:)``).
  public static let stake = Key.line(Funding.stakeLine)
}

extension Funding {
  /// The name of the line that divides the stake.
  package static let stakeLine = "stake"

  /// Divides the stake among the members, unless each has its own; nothing where no money became theirs.
  func stakeClause(by key: Key, per scope: Distribution.Scope) -> [Clause] {
    guard contributions.contains(where: { $0.householdShare != .zero && $0.amount != .zero }) else {
      return []
    }
    if stakeIsOfEach {
      return [.payment(Payment(Self.stakeLine, each: .stake, as: .holding).serving(.stake))]
    }
    // A stake that names its gaqa stays there, whoever shares the dividend.
    let scope = contributions.contains { $0.gaqa != nil } ? .gaqa : scope
    let holding = Distribution(Self.stakeLine, of: .stake, rounded: .down(to: .fen), per: scope) {
      Tier(.rest, by: key, as: .holding).serving(.stake)
    }
    return [.distribution(holding)]
  }

  /// Charges the interest that is left for households, in proportion to their stakes.
  var interestClause: [Clause] {
    let loans = contributions.filter {
      ($0.stakeFen != 0 || $0.stakeOfEach != nil) && $0.interest != .zero && $0.subsidised != .whole
    }
    let interests = loans.map { $0.householdInterest.rounded(.halfUp(to: .fen)) }
    guard let first = interests.first else { return [] }
    if stakeIsOfEach {
      let interest = interests.dropFirst().reduce(first, +)
      return [.payment(Payment("interest", each: interest, as: .cost))]
    }
    let charge = Distribution("interest", of: interests.dropFirst().reduce(first, +)) {
      for ((loan, name), interest) in zip(zip(loans, loans.lineNames), interests) {
        Tier(
          interest,
          by: .stake,
          where: loan.gaqa.map { .gaqa($0) } ?? .always,
          as: .cost,
          named: loans.count == 1 ? nil : name
        )
      }
    }
    return [.distribution(charge)]
  }
}

extension [Funding.Contribution] {
  /// Source and gaqa of each loan, numbered from the second of the same on.
  fileprivate var lineNames: [String] {
    var counts: [String: Int] = [:]
    var names: Set<String> = []
    return map { loan in
      let plain = "\(loan.source), \(loan.gaqa ?? "all")"
      // A gaqa may itself be called "all, 2".
      while true {
        let count = counts[plain, default: 0] + 1
        counts[plain] = count
        let name = count == 1 ? plain : "\(plain), \(count)"
        if names.insert(name).inserted { return name }
      }
    }
  }
}

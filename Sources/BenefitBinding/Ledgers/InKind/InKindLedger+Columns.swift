/// A count that a ledger keeps for each household; these columns feed a scheme's measures.
public enum InKindCount: String, Hashable, Codable, Sendable, CaseIterable {
  /// The quantity owed in all, in the unit of the owed good.
  case owed
  /// The quantity that fell due, in the unit of the owed good.
  case due
  /// The quantity delivered or passed on, in the unit of the owed good.
  case delivered
  /// The quantity due and not delivered, in the unit of the owed good.
  case arrears
  /// The quantity owed and not yet due, in the unit of the owed good.
  case toCome
  /// The lent stock that came back.
  case broughtBack
  /// The offspring born.
  case born
  /// The animals that died, lent and offspring.
  case died
  /// The offspring sold; where the offspring are the lender's, not the borrower's income.
  case offspringSold
  /// The lent stock sold.
  case stockSold
  /// The animals alive, lent and offspring.
  case alive
  /// The offspring alive that are the borrower's own.
  case offspringKept
  /// The lent stock alive that became the borrower's own.
  case stockKept

  /// True if it counts events in a period, rather than the state on a day.
  public var isMovement: Bool {
    switch self {
    case .delivered, .broughtBack, .born, .died, .offspringSold, .stockSold: true
    case .owed, .due, .arrears, .toCome, .alive, .offspringKept, .stockKept: false
    }
  }

  /// The count in a position, of one good or of all together.
  func value(in whole: InKindPosition, _ good: Good?) -> Int {
    let position = good.map { whole[$0] } ?? whole
    return switch self {
    case .owed: position.owed
    case .due: position.due
    case .delivered: position.delivered
    case .arrears: position.arrears
    case .toCome: position.toCome
    case .broughtBack: position.broughtBack
    case .born: position.born
    case .died: position.died.total
    case .offspringSold: position.sold.offspring
    case .stockSold: position.sold.lent
    case .alive: position.alive.total
    case .offspringKept: position.kept.offspring
    case .stockKept: position.kept.lent
    }
  }

  /// The unit it is counted in.
  func unit(under terms: InKindTerms) -> Quantity.Unit {
    switch self {
    case .owed, .due, .delivered, .arrears, .toCome: terms.owedUnit
    default: terms.lent.unit
    }
  }
}

extension InKindLedger {
  /// A count for each household on a day.
  ///
  /// ```swift
  /// facts.set(.lambsInArrears, byHousehold: try ledger.quantities(
  ///   of: .arrears, on: "2018-12-31", for: register))
  /// ```
  ///
  /// - Parameters:
  ///   - count: What is counted; a movement is counted from the loan on.
  ///   - good: The good it is counted of, or `nil` for all together.
  ///   - day: The day.
  ///   - party: Which party to a contract is the household.
  ///   - register: The households.
  /// - Returns: A quantity for every household of the register, by id.
  /// - Throws: ``BenefitError`` where that party is no household of the register.
  /// - Complexity: O(n + c log n + e·i) for n households, c contracts, e events and i instalments.
  public func quantities(
    of count: InKindCount,
    good: Good? = nil,
    on day: Day,
    by party: InKindTerms.Party = .borrower,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Quantity] {
    let heads = try sums(by: party, for: register) { index in
      count.value(in: position(index, on: day), good)
    }
    return heads.mapValues { Quantity(Int64($0), good?.unit ?? count.unit(under: terms)) }
  }

  /// Returns the quantity of a movement that each household had in a period.
  ///
  /// ```swift
  /// facts.set(.offspringSold, byHousehold: try ledger.quantities(
  ///   of: .offspringSold, in: .year(2018), for: register))
  /// ```
  ///
  /// - Precondition: The count is a movement; see ``InKindCount/isMovement``.
  /// - Parameters:
  ///   - count: What is counted.
  ///   - good: The good it is counted of, or `nil` for all together.
  ///   - period: The period.
  ///   - party: Which party to a contract is the household.
  ///   - register: The households.
  /// - Returns: A quantity for every household of the register, by id.
  /// - Throws: ``BenefitError`` where that party is no household of the register.
  /// - Complexity: O(n + c log n + e·i) for n households, c contracts, e events and i instalments.
  public func quantities(
    of count: InKindCount,
    good: Good? = nil,
    in period: Period,
    by party: InKindTerms.Party = .borrower,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Quantity] {
    require(count.isMovement, "\(count) is counted on a day, not in a period.")
    let heads = try sums(by: party, for: register) { index in
      count.value(in: position(index, on: period.end.dayBefore), good)
        - count.value(in: position(index, on: period.start.dayBefore), good)
    }
    return heads.mapValues { Quantity(Int64($0), good?.unit ?? count.unit(under: terms)) }
  }

  /// The deposits that the lenders of each household hold on a day.
  ///
  /// - Throws: ``BenefitError`` where a borrower is no household of the register.
  public func depositsHeld(
    on day: Day,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Money] {
    try sums(by: .borrower, for: register) { Int(position($0, on: day).depositHeld.fen) }
      .mapValues { Money(fen: Int64($0)) }
  }

  /// Returns the part of its deposits that each household forfeited in a period.
  ///
  /// - Throws: ``BenefitError`` where a borrower is no household of the register.
  public func depositsForfeited(
    in period: Period,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Money] {
    try payments(\.depositForfeited, in: period, for: register)
  }

  /// Returns the money that insurers paid each household in a period.
  ///
  /// - Throws: ``BenefitError`` where a borrower is no household of the register.
  public func insurancePayouts(
    in period: Period,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Money] {
    try payments(\.insurancePayout, in: period, for: register)
  }

  /// Returns the growth of an amount of each household's contracts in a period.
  private func payments(
    _ amount: KeyPath<InKindPosition, Money>,
    in period: Period,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Money] {
    try sums(by: .borrower, for: register) { index in
      let after = position(index, on: period.end.dayBefore)[keyPath: amount]
      return Int((after - position(index, on: period.start.dayBefore)[keyPath: amount]).fen)
    }.mapValues { Money(fen: Int64($0)) }
  }

  /// Adds up a number of each contract over the contracts of each household.
  private func sums(
    by party: InKindTerms.Party,
    for register: Register,
    _ number: (Int) -> Int
  ) throws(BenefitError) -> [Household.ID: Int] {
    var sums = [Int](repeating: 0, count: register.count)
    for (index, contract) in contracts.enumerated() {
      guard let row = register.row(of: contract.name(of: party)) else {
        throw BenefitError(
          .unknownHousehold,
          at: .contract(contract.id),
          found: "the \(party), \"\(contract.name(of: party))\", is no household of the register.",
          advice: "Correct its id, or add the household."
        )
      }
      sums[row] += number(index)
    }
    return register.byID(sums)
  }
}

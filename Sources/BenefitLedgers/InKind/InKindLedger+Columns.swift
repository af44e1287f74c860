public import BenefitBinding

extension InKindLedger {
  /// A count for each household on a day.
  ///
  /// ```swift
  /// let late = try ledger.quantities(of: .arrears, on: "2018-12-31", for: register)
  /// ```
  ///
  /// - Parameters:
  ///   - count: What is counted; a movement is counted from the loan on.
  ///   - good: The good it is counted of, or `nil` for all together.
  ///   - day: The day.
  ///   - party: Which party to a contract is the household.
  ///   - register: The households.
  /// - Returns: A quantity for every household of the register, by id.
  /// - Throws: `BenefitError` where that party is no household of the register, or what is owed of all goods
  ///   together is counted in several units.
  /// - Complexity: O(n + c log n + e·i) for n households, c contracts, e events and i instalments.
  public func quantities(
    of count: InKindCount,
    good: Good? = nil,
    on day: Day,
    by party: InKindTerms.Party = .borrower,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Quantity] {
    let unit = try unit(of: count, good)
    let heads = try sums(by: party, for: register) { index in
      position(index, on: day)[count, of: good]
    }
    return heads.mapValues { Quantity(Int64($0), unit) }
  }

  /// Returns the quantity of a movement that each household had in a period.
  ///
  /// ```swift
  /// let sold = try ledger.quantities(of: .offspringSold, in: .year(2018), for: register)
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
  /// - Throws: `BenefitError` where that party is no household of the register, or what is owed of all goods
  ///   together is counted in several units.
  /// - Complexity: O(n + c log n + e·i) for n households, c contracts, e events and i instalments.
  public func quantities(
    of count: InKindCount,
    good: Good? = nil,
    in period: Period,
    by party: InKindTerms.Party = .borrower,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Quantity] {
    require(count.isMovement, "\(count) is counted on a day, not in a period.")
    let unit = try unit(of: count, good)
    let heads = try sums(by: party, for: register) { index in
      position(index, on: period.end.dayBefore)[count, of: good]
        - position(index, on: period.start.dayBefore)[count, of: good]
    }
    return heads.mapValues { Quantity(Int64($0), unit) }
  }

  /// The money of each household with its lenders and insurers on a day, such as its deposit or the rent that
  /// it has not paid.
  ///
  /// ```swift
  /// let held = try ledger.amounts(of: \.depositHeld, on: "2018-12-31", for: register)
  /// let late = try ledger.amounts(of: \.[inMoney: .arrears], on: "2018-12-31", for: register)
  /// ```
  ///
  /// - Throws: `BenefitError` where a borrower is no household of the register, or an insurer's payment is not
  ///   stated.
  public func amounts(
    of amount: (InKindPosition) -> Money?,
    on day: Day,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Money] {
    try sums(by: .borrower, for: register) { (index) throws(BenefitError) in
      Int(try known(amount, index, on: day).fen)
    }.mapValues { Money(fen: Int64($0)) }
  }

  /// Returns the growth of an amount of each household in a period, such as what it forfeited.
  ///
  /// - Throws: `BenefitError` where a borrower is no household of the register, or an insurer's payment is not
  ///   stated.
  public func amounts(
    of amount: (InKindPosition) -> Money?,
    in period: Period,
    for register: Register
  ) throws(BenefitError) -> [Household.ID: Money] {
    try sums(by: .borrower, for: register) { (index) throws(BenefitError) in
      // A claim of an earlier season that is paid in this one is this one's.
      let before = position(index, on: period.start.dayBefore).withoutClaims
      let after = try known(amount, index, on: period.end.dayBefore)
      return Int((after - (amount(before) ?? .zero)).fen)
    }.mapValues { Money(fen: Int64($0)) }
  }

  /// Returns an amount of a contract on a day.
  private func known(
    _ amount: (InKindPosition) -> Money?,
    _ index: Int,
    on day: Day
  ) throws(BenefitError) -> Money {
    let position = position(index, on: day)
    if let amount = amount(position) { return amount }
    let open = position[.claimsOpen]
    throw BenefitError(
      .missing,
      at: .contract(contracts[index].id),
      found: Phrase(
        en: "the insurer's payment for \(Plural.counted(open, "dead animal")) is not stated.",
        zh: "死亡牲畜 \(open) \(terms.lent.countingWord)的保险赔款尚未载明。"
      ),
      advice: Phrase(
        en: "Record what was paid; what is unknown does not count as zero.",
        zh: "请补登赔款；未知数不按零计算。"
      )
    )
  }

  /// Returns the unit of a count of a good, or of all together.
  private func unit(
    of count: InKindCount,
    _ good: Good?
  ) throws(BenefitError) -> Quantity.Unit {
    if let good { return good.unit }
    let units = terms.goodsOwed.map(\.unit)
    guard count.isOfDebt, let first = units.first else { return terms.lent.unit }
    if let other = units.first(where: { $0 != first }) {
      throw BenefitError(
        .wrongUnit,
        found: Phrase(
          en: "What is owed is counted in \(first) and in \(other), which have no sum.",
          zh: "归还的实物既以\(first.chinese)又以\(other.chinese)计量，无法合计。"
        ),
        advice: Phrase(en: "Name the good that is asked for.", zh: "请指明所查询的实物。")
      )
    }
    return first
  }

  /// Adds up a number of each contract over the contracts of each household.
  private func sums(
    by party: InKindTerms.Party,
    for register: Register,
    _ number: (Int) throws(BenefitError) -> Int
  ) throws(BenefitError) -> [Household.ID: Int] {
    var sums = [Int](repeating: 0, count: register.count)
    for (index, contract) in contracts.enumerated() {
      guard let row = register.row(of: contract.name(of: party)) else {
        let name = contract.name(of: party)
        throw BenefitError(
          .unknownHousehold,
          at: .contract(contract.id),
          found: Phrase(
            en: "the \(party), \"\(name)\", is no household of the register.",
            zh: "\(party.chinese)「\(name)」不是名册中的户。"
          ),
          advice: Phrase(
            en: "Correct its id, or add the household.",
            zh: "请改正编号，或将该户列入名册。"
          )
        )
      }
      sums[row] += try number(index)
    }
    return register.byID(sums)
  }
}

extension InKindTerms.Party {
  var chinese: String {
    switch self {
    case .borrower: "借入方"
    case .lender: "借出方"
    }
  }
}

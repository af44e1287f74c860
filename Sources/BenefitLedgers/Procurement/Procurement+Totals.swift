public import BenefitBinding

extension Procurement {
  /// The part of the ledger under some of its contracts: of a good, of a buyer, signed in a year.
  ///
  /// - Complexity: O(c + d) for c contracts and d deliveries, on average.
  public func filter(_ isKept: (Contract) -> Bool) -> Self {
    let kept = contracts.filter(isKept)
    let ids = Set(kept.map(\.id))
    return Self(kept: kept, deliveries.filter { ids.contains($0.contract) })
  }

  /// The part of the ledger that was delivered in a period; its contracts are all there.
  ///
  /// - Complexity: O(c + d) for c contracts and d deliveries, on average.
  public func during(_ period: Period) -> Self {
    Self(kept: contracts, deliveries.filter { period.contains($0.day) })
  }

  /// The buyers of all contracts, each once, in order of their names.
  ///
  /// - Complexity: O(b log b) for b buyers.
  public var firms: [String] { Set(contracts.flatMap(\.buyers)).sorted() }

  /// The value signed for in all contracts together.
  ///
  /// - Throws: `BenefitError` with the code `BenefitError.Code.missing` where a
  ///   contract states neither a value nor a price and a quantity.
  /// - Complexity: O(c) for c contracts.
  public var signedValue: Money {
    get throws(BenefitError) {
      var sum = Money.zero
      for contract in contracts {
        guard let value = contract.value else {
          throw BenefitError(
            .missing,
            at: .contract(contract.id),
            found: Phrase(
              en:
                "the total is not known, as it states neither a value nor a price and a quantity.",
              zh: "合计未知，因为合同既未写明价款，也未写明单价和数量。"
            ),
            advice: Phrase(
              en: "Supply one of them; what is unknown does not count as zero.",
              zh: "请补填其一；未知数不按零计算。"
            )
          )
        }
        sum += value
      }
      return sum
    }
  }

  /// Returns the sales of all deliveries together.
  ///
  /// These are sales and no income: see ``gain()``.
  ///
  /// - Throws: `BenefitError` with the code `BenefitError.Code.missing` where a
  ///   delivery has neither a value of its own nor a price in its contract.
  /// - Returns: The sales.
  /// - Complexity: O(d) for d deliveries, on average.
  public func sales() throws(BenefitError) -> Money {
    try total(value(of:))
  }

  /// Returns the sales less the money that the same produce would have brought otherwise.
  ///
  /// It is (price − otherwise) × quantity, each product rounded half up to the fen, and below zero
  /// where the contract paid less.
  ///
  /// - Throws: `BenefitError` with the code `BenefitError.Code.missing` where a
  ///   delivery's value or its price otherwise is not known.
  /// - Returns: The gain.
  /// - Complexity: O(d) for d deliveries, on average.
  public func gain() throws(BenefitError) -> Money {
    try total(gain(of:))
  }

  private func total(
    _ amount: (Delivery) throws(BenefitError) -> Money
  ) throws(BenefitError) -> Money {
    var sum = Money.zero
    for delivery in deliveries { sum += try amount(delivery) }
    return sum
  }

  /// The contract of a delivery, which was checked to be there.
  private func contract(of delivery: Delivery) -> Contract? {
    positions[delivery.contract].map { contracts[$0] }
  }

  /// Returns the money that a delivery brought, or `nil` if it is not known.
  func knownValue(of delivery: Delivery) -> Money? {
    contract(of: delivery)
      .flatMap { delivery.exactValue(under: $0) }
      .map { Money(fen: Int64($0)) }
  }

  func value(of delivery: Delivery) throws(BenefitError) -> Money {
    guard let value = knownValue(of: delivery) else {
      throw BenefitError(
        .missing,
        found: Phrase(
          en: "the total is not known, as it has no value.",
          zh: "合计未知，因为该次交货没有价款。"
        ),
        advice: Phrase(
          en:
            "Supply what was paid or the contract's price; what is unknown does not count as zero.",
          zh: "请补填实付价款或合同单价；未知数不按零计算。"
        )
      )
      .within(delivery.places)
    }
    return value
  }

  func otherwise(of delivery: Delivery) throws(BenefitError) -> Money {
    guard let fen = delivery.exactOtherwise else {
      throw BenefitError(
        .missing,
        found: Phrase(
          en: "the gain is not known, as there is no other price.",
          zh: "增收额未知，因为没有无帮扶时的单价。"
        ),
        advice: Phrase(
          en: "Supply what a unit would have brought, zero where nobody would have bought it.",
          zh: "请补填无帮扶时的单价；无人购买的填零。"
        )
      )
      .within(delivery.places)
    }
    return Money(fen: Int64(fen))
  }

  func gain(of delivery: Delivery) throws(BenefitError) -> Money {
    try value(of: delivery) - otherwise(of: delivery)
  }
}

// MARK: - Differences

extension Procurement {
  /// The deliveries whose stated value is not the contract's price × quantity, in their order, with the
  /// amount that the price gives and the one that was paid.
  ///
  /// - Complexity: O(d) for d deliveries, on average.
  public var priceDifferences: [(delivery: Delivery, agreed: Money, paid: Money)] {
    deliveries.compactMap { delivery in
      guard
        let paid = delivery.statedValue,
        let agreed = contract(of: delivery).flatMap({ delivery.agreedValue(under: $0) }),
        agreed != Int128(paid.fen)
      else { return nil }
      return (delivery, Money(fen: Int64(agreed)), paid)
    }
  }
}

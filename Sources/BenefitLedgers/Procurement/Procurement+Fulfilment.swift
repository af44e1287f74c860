public import BenefitBinding

extension Procurement {
  /// The deliveries held against each contract, in the order of the contracts: the quantity that was
  /// delivered, the money it brought and the fraction of what was signed for.
  ///
  /// The money is `nil` if it is not known for one of the deliveries. Quantities are compared where one
  /// was signed for, and values otherwise; the fraction is `nil` where neither is known on both sides.
  ///
  /// - Complexity: O(c + d) for c contracts and d deliveries, on average.
  public var fulfilments:
    [(contract: Contract, delivered: Quantity, sold: Money?, fraction: Ratio?)]
  {
    var delivered = contracts.map { Quantity(0, $0.good.unit) }
    var sold = contracts.map { _ in Optional(Money.zero) }
    for delivery in deliveries {
      guard let position = positions[delivery.contract] else { continue }
      delivered[position] = delivered[position] + delivery.quantity
      if let sum = sold[position] { sold[position] = knownValue(of: delivery).map { sum + $0 } }
    }
    return contracts.indices.map { row in
      let (contract, delivered, sold) = (contracts[row], delivered[row], sold[row])
      return (contract, delivered, sold, contract.fraction(of: delivered, worth: sold))
    }
  }

  /// The contracts as a table, with `unknown` where a figure is not known.
  ///
  /// - Complexity: O(c + d) for c contracts and d deliveries, on average.
  public var table: Table {
    var table = Table(
      "contract",
      "signed",
      "buyers",
      "sellers",
      "good",
      .amount("signed for"),
      .amount("delivered"),
      .amount("signed, yuan"),
      .amount("sold, yuan"),
      .amount("fulfilled")
    )
    for (contract, delivered, sold, fraction) in fulfilments {
      table.add(
        contract.id,
        contract.day.description,
        contract.buyers.joined(separator: ", "),
        contract.sellers.joined(separator: ", "),
        contract.good.name,
        contract.signedQuantity?.description ?? "unknown",
        delivered.description,
        contract.value?.description ?? "unknown",
        sold?.description ?? "unknown",
        fraction?.percentText(decimals: 1) ?? "unknown"
      )
    }
    return table
  }
}

extension Procurement.Contract {
  /// The fraction that a quantity or its value is of what was signed for.
  fileprivate func fraction(of delivered: Quantity, worth sold: Money?) -> Ratio? {
    if let signedQuantity {
      return Ratio(delivered.thousandths, signedQuantity.thousandths)
    }
    guard let value, let sold, value != .zero else { return nil }
    return sold.ratio(to: value)
  }
}

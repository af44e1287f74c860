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

  /// Returns the contracts as a table, with `unknown` where a figure is not known.
  ///
  /// - Complexity: O(c + d) for c contracts and d deliveries, on average.
  public func table(in language: Language = .english) -> Table {
    var table = Table(
      .words(en: "contract", zh: "合同"),
      .words(en: "signed", zh: "签订日期"),
      .words(en: "buyers", zh: "买方"),
      .words(en: "sellers", zh: "卖方"),
      .words(en: "good", zh: "产品"),
      .amount(en: "signed for", zh: "签约数量"),
      .amount(en: "delivered", zh: "交货数量"),
      .amount(en: "signed amount", zh: "签约金额"),
      .amount(en: "sold amount", zh: "销售额"),
      .amount(en: "fulfilled", zh: "履约率"),
      in: language
    )
    let separator = Phrase(en: ", ", zh: "、").text(in: language)
    let unknown = Phrase(en: "unknown", zh: "未知").text(in: language)
    for (contract, delivered, sold, fraction) in fulfilments {
      let isStandard = StandardName(rawValue: contract.good.name) != nil
      table.add(
        contract.id,
        contract.day.description,
        contract.buyers.joined(separator: separator),
        contract.sellers.joined(separator: separator),
        isStandard ? contract.good.words(in: language) : contract.good.name,
        contract.signedQuantity?.words(in: language) ?? unknown,
        delivered.words(in: language),
        contract.value?.description ?? unknown,
        sold?.description ?? unknown,
        fraction?.percentText(decimals: 1, in: language) ?? unknown
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

extension Procurement {
  /// The comparison of one contract with the deliveries under it.
  public struct Fulfilment: Hashable, Encodable, Sendable {
    /// The result of comparing the deliveries with the contract.
    public enum Outcome: String, Hashable, Codable, Sendable {
      /// Less was delivered than was signed for.
      case short
      /// Exactly as much was delivered as was signed for.
      case met
      /// More was delivered than was signed for.
      case beyond
      /// There are no two figures to compare.
      case unknown
    }

    /// The contract.
    public let contract: Contract.ID
    /// The quantity that was signed for, or `nil` if it is not known.
    public let signedQuantity: Quantity?
    /// The quantity that was delivered.
    public let deliveredQuantity: Quantity
    /// The value that was signed for, or `nil` where it is not known.
    public let signedValue: Money?
    /// The money that the deliveries brought, or `nil` if it is not known for one of them.
    public let deliveredValue: Money?

    /// The amount delivered as a fraction of the amount signed for.
    ///
    /// Quantities are compared where one was signed for, and values otherwise; `nil` where neither
    /// is known on both sides.
    public var fraction: Ratio? {
      if let signedQuantity {
        return Ratio(deliveredQuantity.thousandths, signedQuantity.thousandths)
      }
      guard let signedValue, let deliveredValue, signedValue != .zero else { return nil }
      return deliveredValue.ratio(to: signedValue)
    }

    /// The result of comparing the deliveries with the contract, by the same figures as
    /// ``fraction``.
    public var outcome: Outcome {
      guard let fraction else { return .unknown }
      return fraction == .whole ? .met : fraction < .whole ? .short : .beyond
    }

    /// The quantity still to come, below zero if more was delivered; `nil` if no quantity was
    /// signed for.
    public var openQuantity: Quantity? {
      signedQuantity.map {
        Quantity(thousandths: $0.thousandths - deliveredQuantity.thousandths, $0.unit)
      }
    }

    /// The value still to come, below zero if more was delivered; `nil` if one of the two is not
    /// known.
    public var openValue: Money? {
      guard let signedValue, let deliveredValue else { return nil }
      return signedValue - deliveredValue
    }
  }

  /// The comparison of each contract with the deliveries under it, in the order of the contracts.
  ///
  /// - Complexity: O(c + d) for c contracts and d deliveries, on average.
  public var fulfilments: [Fulfilment] {
    var quantities = contracts.map { Quantity(0, $0.good.unit) }
    var values = contracts.map { _ in Optional(Money.zero) }
    for delivery in deliveries {
      guard let position = positions[delivery.contract] else { continue }
      quantities[position] = quantities[position] + delivery.quantity
      if let sum = values[position] {
        values[position] = knownValue(of: delivery).map { sum + $0 }
      }
    }
    return contracts.indices.map { position in
      Fulfilment(
        contract: contracts[position].id,
        signedQuantity: contracts[position].signedQuantity,
        deliveredQuantity: quantities[position],
        signedValue: contracts[position].value,
        deliveredValue: values[position]
      )
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
    for (contract, fulfilment) in zip(contracts, fulfilments) {
      table.add(
        contract.id,
        contract.day.description,
        contract.buyers.joined(separator: ", "),
        contract.sellers.joined(separator: ", "),
        contract.good.name,
        fulfilment.signedQuantity?.description ?? "unknown",
        fulfilment.deliveredQuantity.description,
        fulfilment.signedValue?.description ?? "unknown",
        fulfilment.deliveredValue?.description ?? "unknown",
        fulfilment.fraction?.percentText(decimals: 1) ?? "unknown"
      )
    }
    return table
  }
}

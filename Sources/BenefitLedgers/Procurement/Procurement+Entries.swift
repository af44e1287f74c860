public import BenefitBinding

extension Procurement {
  /// A contract between buyers and sellers; a value of `nil` is not known.
  public struct Contract: Hashable, Codable, Sendable, Identifiable {
    /// The contract's id.
    public let id: String
    /// The day it was signed.
    public let day: Day
    /// The buyers: firms and agencies.
    public let buyers: [String]
    /// The sellers: households by their ids, and those who sell for them.
    public let sellers: [String]
    /// The good that is sold.
    public let good: Good
    /// The quantity that was signed for.
    public let signedQuantity: Quantity?
    /// The value that the contract states.
    public let statedValue: Money?
    /// The price of one unit.
    public let price: Money?

    /// Describes a contract.
    ///
    /// What is wrong with it shows when it enters a ``Procurement``.
    ///
    /// - Parameters:
    ///   - id: The contract's id.
    ///   - day: The day it was signed.
    ///   - buyers: Who buys.
    ///   - sellers: Who sells: households by their ids, and those who sell for them.
    ///   - good: What is sold.
    ///   - quantity: How much was signed for, or `nil` where it is not known.
    ///   - value: The value that the contract states, or `nil` where it states none.
    ///   - price: The price of one unit, or `nil` where it is not known.
    public init(
      _ id: String,
      on day: Day,
      buyers: [String],
      sellers: [String],
      of good: Good,
      signed quantity: Quantity? = nil,
      worth value: Money? = nil,
      at price: Money? = nil
    ) {
      self.id = id
      self.day = day
      self.buyers = buyers
      self.sellers = sellers
      self.good = good
      self.signedQuantity = quantity
      self.statedValue = value
      self.price = price
    }

    /// The value that was signed for: the stated value, or else price × quantity.
    ///
    /// It is `nil` where it is not known, or leaves 64 bits of fen; a ``Procurement`` refuses a contract
    /// of which it does.
    public var value: Money? { exactValue.flatMap(Int64.init(exactly:)).map(Money.init(fen:)) }

    /// The value in fen: the stated one, or else price × quantity.
    var exactValue: Int128? {
      if let statedValue { return Int128(statedValue.fen) }
      guard let price, let signedQuantity else { return nil }
      return price.exactProduct(with: signedQuantity)
    }
  }

  /// A delivery by a household under a contract on one day; a value of `nil` is not known.
  public struct Delivery: Hashable, Codable, Sendable {
    /// The contract it is delivered under.
    public let contract: Contract.ID
    /// The day.
    public let day: Day
    /// The household whose produce it is.
    public let household: Household.ID
    /// The seller who signed for the household, or `nil` where it signed itself.
    public let seller: String?
    /// The quantity that was delivered.
    public let quantity: Quantity
    /// The money paid for it, if that is recorded by itself.
    public let statedValue: Money?
    /// The price that one unit would have brought without the contract.
    public let otherwise: Money?

    /// Records a delivery.
    ///
    /// - Parameters:
    ///   - contract: The contract it is delivered under.
    ///   - day: The day.
    ///   - household: The household whose produce it is.
    ///   - seller: The seller who signed for the household, or `nil` where it signed itself.
    ///   - quantity: How much.
    ///   - value: What was paid for it, or `nil` where the contract's price holds.
    ///   - otherwise: What one unit would have brought without the contract, zero where nobody would
    ///     have bought it, or `nil` where it is not known.
    public init(
      _ contract: Contract.ID,
      on day: Day,
      from household: Household.ID,
      through seller: String? = nil,
      _ quantity: Quantity,
      paid value: Money? = nil,
      otherwise: Money? = nil
    ) {
      self.contract = contract
      self.day = day
      self.household = household
      self.seller = seller
      self.quantity = quantity
      self.statedValue = value
      self.otherwise = otherwise
    }

    /// The places that an error of the delivery names.
    var places: [BenefitError.Place] { [.contract(contract), .household(household), .day(day)] }

    /// The contract's price × quantity, in fen.
    func agreedValue(under contract: Contract) -> Int128? {
      contract.price?.exactProduct(with: quantity)
    }

    /// The value in fen: the stated one, or else the agreed one.
    func exactValue(under contract: Contract) -> Int128? {
      statedValue.map { Int128($0.fen) } ?? agreedValue(under: contract)
    }

    /// The money that the quantity would have brought without the contract, in fen.
    var exactOtherwise: Int128? { otherwise?.exactProduct(with: quantity) }
  }
}

extension Money {
  /// The price of a quantity in fen, rounded half up; it need not fit 64 bits.
  func exactProduct(with quantity: Quantity) -> Int128 {
    (Int128(fen) * Int128(quantity.thousandths)).divided(by: 1_000, rounding: .halfUp)
  }
}

extension LambsForEwes {
  /// The price at which animals kept are valued.
  public struct Valuation: Hashable, Sendable {
    /// The offspring that are valued.
    public let offspring: Good
    /// The lent stock that is valued once it is the household's, or `nil` where it is not.
    public let stock: Good?
    /// The prices.
    public let prices: PriceBook
    /// The day of the prices.
    public let day: Day
    /// True if the change in the offspring kept since the season before counts as income.
    public let countsChange: Bool
    /// The price of one of the offspring.
    let offspringPrice: Money
    /// The price of one of the stock.
    let stockPrice: Money

    /// Values animals by a price book.
    ///
    /// - Parameters:
    ///   - offspring: The offspring that are valued.
    ///   - stock: The stock that is valued once it is the household's.
    ///   - book: The prices.
    ///   - day: The day of the prices; offspring kept before are valued at the same prices, so that a
    ///     price alone makes no income.
    ///   - countsChange: Whether the change of the offspring kept counts as income.
    /// - Throws: ``BenefitError`` where the book has no price of them on that day.
    public init(
      of offspring: Good,
      and stock: Good? = nil,
      in book: PriceBook,
      on day: Day,
      countsChange: Bool = false
    ) throws(BenefitError) {
      self.offspring = offspring
      self.stock = stock
      self.prices = book
      self.day = day
      self.countsChange = countsChange
      offspringPrice = try book.price(of: offspring, on: day)
      if let stock {
        stockPrice = try book.price(of: stock, on: day)
      } else {
        stockPrice = .zero
      }
    }
  }
}

extension LambsForEwes.Valuation {
  /// The lines of animals kept.
  var payments: [Payment] {
    let kept = Amount.each(.fixed(offspringPrice), per: .measure(.offspringKept))
    var payments = [Payment("offspring kept", each: kept, as: .holding)]
    if stock != nil {
      let stock = Amount.each(.fixed(stockPrice), per: .measure(.stockKept))
      payments.append(Payment("stock kept", each: stock, as: .holding))
    }
    if countsChange {
      let before = Amount.each(.fixed(offspringPrice), per: .measure(.offspringKeptBefore))
      payments += [
        Payment(
          "growth of the herd",
          each: .excess(of: kept, over: before),
          as: .business
        ),
        Payment("decline of the herd", each: .excess(of: before, over: kept), as: .cost),
      ]
    }
    return payments
  }
}

extension LambsForEwes.Valuation: Codable {
  private enum CodingKeys: CodingKey { case offspring, stock, prices, day, countsChange }

  /// Decodes a valuation and looks its prices up anew.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let offspring = try container.decode(Good.self, forKey: .offspring)
    let stock = try container.decodeIfPresent(Good.self, forKey: .stock)
    let prices = try container.decode(PriceBook.self, forKey: .prices)
    let day = try container.decode(Day.self, forKey: .day)
    let countsChange = try container.decode(Bool.self, forKey: .countsChange)
    self = try container.checked(.prices) { () throws(BenefitError) in
      try Self(of: offspring, and: stock, in: prices, on: day, countsChange: countsChange)
    }
  }

  /// Encodes what is valued, with the price book behind it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(offspring, forKey: .offspring)
    try container.encodeIfPresent(stock, forKey: .stock)
    try container.encode(prices, forKey: .prices)
    try container.encode(day, forKey: .day)
    try container.encode(countsChange, forKey: .countsChange)
  }
}

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
    self = try decoder.checked(CodingKeys.self) {
      try Self(
        of: $0[.offspring],
        and: $0[ifPresent: .stock],
        in: $0[.prices],
        on: $0[.day],
        countsChange: $0[.countsChange]
      )
    }
  }
}

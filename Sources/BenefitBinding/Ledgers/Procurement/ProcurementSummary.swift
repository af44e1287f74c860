/// What a report published of many contracts: their number, the firms, and what totals it gives.
///
/// What the report does not say is `nil`, and what would follow from it is an error that names it.
///
/// ```swift
/// // The report lost the digits before "100 million yuan".
/// let published = try ProcurementSummary(
///   "2020", contracts: 466, firms: 238, salesPerPerson: .yuan(3_822))
/// print(published.contractsPerFirm)            // 233/119
/// let supplied = try published.stating(total: .yuan(100_000_000))
/// print(try supplied.persons())                // 26164
/// print(try supplied.valuePerContract())       // 214,592.27
/// ```
///
/// Source: the form of the figures for 2020 to 2022 in the machine translation "Consumption assistance
/// to break the rural revitalization", Ordos, 2022.
public struct ProcurementSummary: Hashable, Sendable {
  /// What the figures are for, such as `2020`.
  public let period: String
  /// The number of contracts.
  public let contracts: Int
  /// The number of firms that signed them.
  public let firms: Int
  /// The value of all contracts, or `nil` where the report does not state it.
  public let total: Money?
  /// The sales for each person, which are no income, or `nil` where the report does not state them.
  public let salesPerPerson: Money?

  /// Records what was published.
  ///
  /// - Parameters:
  ///   - period: What the figures are for.
  ///   - contracts: The number of contracts.
  ///   - firms: The number of firms that signed them.
  ///   - total: The value of all contracts, or `nil` where it is not stated.
  ///   - salesPerPerson: The sales for each person, or `nil` where they are not stated.
  /// - Throws: ``ProcurementError`` where a figure is not above zero.
  public init(
    _ period: String,
    contracts: Int,
    firms: Int,
    total: Money? = nil,
    salesPerPerson: Money? = nil
  ) throws(ProcurementError) {
    let place = "the summary of \(period)"
    for count in [contracts, firms] where count <= 0 { throw .notAboveZero("\(count)", place) }
    for amount in [total, salesPerPerson] {
      if let amount, amount <= .zero { throw .notAboveZero("\(amount)", place) }
    }
    self.period = period
    self.contracts = contracts
    self.firms = firms
    self.total = total
    self.salesPerPerson = salesPerPerson
  }

  /// The same summary with a total that its reader supplies.
  ///
  /// - Throws: ``ProcurementError`` where the total is not above zero.
  public func stating(total: Money) throws(ProcurementError) -> Self {
    try Self(
      period,
      contracts: contracts,
      firms: firms,
      total: total,
      salesPerPerson: salesPerPerson
    )
  }

  /// The contracts for each firm; below one, contracts have several buyers.
  public var contractsPerFirm: Ratio { Ratio(Int64(contracts), Int64(firms)) }

  /// The value of one contract on average, rounded half up to the fen.
  ///
  /// - Throws: ``ProcurementError`` where the total is not stated.
  public func valuePerContract() throws(ProcurementError) -> Money {
    try statedTotal.multiplied(by: Ratio(1, Int64(contracts)), rounding: .halfUp(to: .fen))
  }

  /// The persons that the total and the sales for each person come from, rounded half up.
  ///
  /// It takes the total for the sales: where a part of what was signed was delivered, there are fewer.
  ///
  /// - Throws: ``ProcurementError`` where one of both is not stated.
  public func persons() throws(ProcurementError) -> Int64 {
    let total = try statedTotal
    guard let salesPerPerson else { throw .unknown("the sales for each person", period) }
    return total.fen.divided(by: salesPerPerson.fen, rounding: .halfUp)
  }

  private var statedTotal: Money {
    get throws(ProcurementError) {
      guard let total else { throw .unknown("the total", period) }
      return total
    }
  }
}

extension ProcurementSummary: Codable {
  private enum CodingKeys: CodingKey { case period, contracts, firms, total, salesPerPerson }

  /// Decodes a summary and checks it as
  /// ``init(_:contracts:firms:total:salesPerPerson:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the ``ProcurementError``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let period = try container.decode(String.self, forKey: .period)
    let contracts = try container.decode(Int.self, forKey: .contracts)
    let firms = try container.decode(Int.self, forKey: .firms)
    let total = try container.decodeIfPresent(Money.self, forKey: .total)
    let salesPerPerson = try container.decodeIfPresent(Money.self, forKey: .salesPerPerson)
    self = try container.checked(.contracts) { () throws(ProcurementError) in
      try Self(
        period,
        contracts: contracts,
        firms: firms,
        total: total,
        salesPerPerson: salesPerPerson
      )
    }
  }
}

/// What animals are worth: a price for each good from a day on.
///
/// Nothing else in the library turns an animal into money, so every value names the price behind it.
///
/// ```swift
/// let book = try PriceBook([
///   .init(.lamb, "700.00", from: "2017-01-01"),
///   .init(.lamb, "800.00", from: "2018-01-01"),
/// ])
/// print(try book.value(of: 4, .lamb, on: "2018-05-01"))    // 3,200.00
/// ```
public struct PriceBook: Hashable, Sendable {
  /// One price.
  public struct Entry: Hashable, Codable, Sendable {
    /// What it is the price of.
    public let good: Good
    /// The price of one unit.
    public let price: Money
    /// The first day it holds; it holds until the good's next price.
    public let start: Day

    /// Records a price.
    public init(_ good: Good, _ price: Money, from start: Day) {
      self.good = good
      self.price = price
      self.start = start
    }
  }

  /// The prices in the order given.
  public let entries: [Entry]

  /// Records prices in any order.
  ///
  /// - Throws: ``InKindError`` where a price is below zero or a good has two from one day.
  public init(_ entries: [Entry]) throws(InKindError) {
    var seen: [Good: Set<Day>] = [:]
    for entry in entries {
      guard entry.price >= .zero else {
        throw .negativePrice(entry.good, entry.price, entry.start)
      }
      guard seen[entry.good, default: []].insert(entry.start).inserted else {
        throw .priceTwice(entry.good, entry.start)
      }
    }
    self.entries = entries
  }

  /// The price of one unit of a good on a day.
  ///
  /// - Throws: ``InKindError`` where the good has no price on that day.
  /// - Complexity: O(p) for p prices.
  public func price(of good: Good, on day: Day) throws(InKindError) -> Money {
    let valid = entries.filter { $0.good == good && $0.start <= day }
    guard let latest = valid.max(by: { $0.start < $1.start }) else { throw .noPrice(good, day) }
    return latest.price
  }

  /// What a number of units of a good is worth on a day.
  ///
  /// - Throws: ``InKindError`` where the good has no price on that day, or the value is too large.
  public func value(of count: Int, _ good: Good, on day: Day) throws(InKindError) -> Money {
    let price = try price(of: good, on: day)
    let (fen, overflowed) = price.fen.multipliedReportingOverflow(by: Int64(count))
    if overflowed { throw .tooLarge(count, good, at: price) }
    return Money(fen: fen)
  }
}

extension PriceBook: Codable {
  /// Decodes prices and checks them as ``init(_:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the ``InKindError``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let entries = try container.decode([Entry].self)
    do {
      try self.init(entries)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: error.description
      )
    }
  }

  /// Encodes the prices in the order given.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(entries)
  }
}

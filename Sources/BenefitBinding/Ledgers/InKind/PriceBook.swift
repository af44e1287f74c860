/// The prices of animals: a price for each good from a day on.
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
    /// The good that the price is for.
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
  /// - Throws: ``BenefitError`` where a price is below zero or a good has two from one day.
  public init(_ entries: [Entry]) throws(BenefitError) {
    var seen: [Good: Set<Day>] = [:]
    for entry in entries {
      guard entry.price >= .zero else {
        throw BenefitError(
          .negative,
          at: .init("good", entry.good.name),
          .day(entry.start),
          found: "the price is \(entry.price).",
          advice: "A price is zero or more."
        )
      }
      guard seen[entry.good, default: []].insert(entry.start).inserted else {
        throw BenefitError(
          .duplicate,
          at: .init("good", entry.good.name),
          .day(entry.start),
          found: "the price book gives two prices from that day.",
          advice: "Leave one of them out."
        )
      }
    }
    self.entries = entries
  }

  /// The price of one unit of a good on a day.
  ///
  /// - Throws: ``BenefitError`` where the good has no price on that day.
  /// - Complexity: O(p) for p prices.
  public func price(of good: Good, on day: Day) throws(BenefitError) -> Money {
    let valid = entries.filter { $0.good == good && $0.start <= day }
    guard let latest = valid.max(by: { $0.start < $1.start }) else {
      throw BenefitError(
        .missing,
        at: .init("good", good.name),
        .day(day),
        found: "the price book has no price.",
        advice: "Give one from that day or earlier, or do not value it."
      )
    }
    return latest.price
  }

  /// Returns the value of a number of units of a good on a day.
  ///
  /// - Throws: ``BenefitError`` where the good has no price on that day, or the value is too large.
  public func value(of count: Int, _ good: Good, on day: Day) throws(BenefitError) -> Money {
    let price = try price(of: good, on: day)
    let (fen, overflowed) = price.fen.multipliedReportingOverflow(by: Int64(count))
    if overflowed {
      throw BenefitError(
        .overflow,
        at: .init("good", good.name),
        .day(day),
        found: "\(count) at \(price) each are worth more than 64 bits of fen can hold.",
        advice: "Check the number and the price."
      )
    }
    return Money(fen: fen)
  }
}

extension PriceBook: Codable {
  /// Decodes prices and checks them as ``init(_:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  public init(from decoder: any Decoder) throws {
    let entries = try decoder.singleValueContainer().decode([Entry].self)
    self = try decoder.checked { try Self(entries) }
  }

  /// Encodes the prices in the order given.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(entries)
  }
}

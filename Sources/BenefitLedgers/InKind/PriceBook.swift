public import BenefitBinding

/// The prices of animals: a price for each good from a day on, until its next one.
///
/// Nothing else in the library turns an animal into money.
///
/// ```swift
/// let book = try PriceBook([.lamb: ["2017-01-01": "700.00", "2018-01-01": "800.00"]])
/// print(try book.value(of: 4, .lamb, on: "2018-05-01"))    // 3,200.00
/// ```
public struct PriceBook: Hashable, Sendable {
  private let timelines: [Good: Timeline<Money>]

  /// Records the prices of one unit of each good by the first day on which each holds.
  ///
  /// - Throws: `BenefitError` where a price is below zero.
  public init(_ prices: [Good: [Day: Money]]) throws(BenefitError) {
    try self.init(timelines: prices.mapValues(Timeline.init))
  }

  private init(timelines: [Good: Timeline<Money>]) throws(BenefitError) {
    for (good, timeline) in timelines.sorted(by: { $0.key.precedes($1.key) }) {
      for step in timeline.steps where step.value < .zero {
        throw BenefitError(
          .negative,
          at: .init("good", good.name),
          .day(step.start),
          found: Phrase(en: "the price is \(step.value).", zh: "价格为 \(step.value)。"),
          advice: Phrase(en: "A price is zero or more.", zh: "请填写不低于零的价格。")
        )
      }
    }
    self.timelines = timelines
  }

  /// The prices of one unit of each good by the first day on which each holds.
  public var prices: [Good: [Day: Money]] { timelines.mapValues(\.values) }

  /// The price of one unit of a good on a day.
  ///
  /// - Throws: `BenefitError` where the good has no price on that day.
  /// - Complexity: O(p) for p prices of the good.
  public func price(of good: Good, on day: Day) throws(BenefitError) -> Money {
    guard let price = timelines[good]?[day] else {
      throw BenefitError(
        .missing,
        at: .init("good", good.name),
        .day(day),
        found: Phrase(en: "the price book has no price.", zh: "价格表中没有价格。"),
        advice: Phrase(
          en: "Give one from that day or earlier, or do not value it.",
          zh: "请填写当日或此前的价格，或不作估价。"
        )
      )
    }
    return price
  }

  /// Returns the value of a number of units of a good on a day.
  ///
  /// - Throws: `BenefitError` where the good has no price on that day, or the value is too large.
  public func value(of count: Int, _ good: Good, on day: Day) throws(BenefitError) -> Money {
    let price = try price(of: good, on: day)
    let (fen, overflowed) = price.fen.multipliedReportingOverflow(by: Int64(count))
    if overflowed {
      throw BenefitError(
        .overflow,
        at: .init("good", good.name),
        .day(day),
        found: Phrase(
          en: "\(count) at \(price) each are worth more than 64 bits can hold.",
          zh: "数量 \(count)，单价 \(price)，总值超出 64 位。"
        ),
        advice: Phrase(en: "Check the number and the price.", zh: "请核对数量和价格。")
      )
    }
    return Money(fen: fen)
  }
}

extension PriceBook: Codable {
  /// Decodes prices and checks them as ``init(_:)`` does.
  ///
  /// - Throws: `DecodingError` with the text of the `BenefitError`.
  public init(from decoder: any Decoder) throws {
    let stored = try SortedEntries<Good, Timeline<Money>>(from: decoder)
    self = try decoder.checked { try Self(timelines: stored.dictionary) }
  }

  /// Encodes the prices in order of the goods and the days.
  public func encode(to encoder: any Encoder) throws {
    try SortedEntries(timelines.map { ($0, $1) }).encode(to: encoder)
  }
}

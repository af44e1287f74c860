public import BenefitBinding

/// The value of an index: an exact fraction, a number, or nothing with the reason why not.
///
/// It is never "not a number". An index that grows without bound, such as the mean log deviation where
/// somebody has no income, is infinite; one that has no meaning, such as the Gini index of nothing,
/// says so.
///
/// ```swift
/// let incomes = try Incomes([.yuan(100), .yuan(110), .yuan(150), .yuan(160)])
/// let gap = incomes.poverty(below: .yuan(125))[.povertyGap]
/// print(gap, gap.text(decimals: 4))    // 2/25 0.0800
/// ```
///
/// A statistic of money knows that it is money, and in which currency: it says so, and only it gives an amount.
///
/// ```swift
/// let incomes = try Incomes([.yuan(100), .yuan(110), .yuan(150), .yuan(160)])
/// let line = incomes.quantile(.percent(50)) * .exact("60%")
/// print(line, line.money(.halfUp(to: .fen)) ?? .zero)    // 66 yuan 66.00
/// ```
public struct Statistic: Hashable, Sendable {
  /// The value without its dimension.
  enum Content: Hashable, Sendable {
    case exact(Ratio)
    case number(Double)
    case undefined(Reason)
  }

  let content: Content

  /// The money in the value, kept by arithmetic: money over money is a number, money times money a square.
  let dimension: Dimension

  /// A power of a currency.
  struct Dimension: Hashable, Sendable {
    let power: Int
    /// The currency; where there is none, the yuan, so that equal numbers are equal.
    let currency: Currency

    init(_ power: Int, of currency: Currency) {
      self.power = power
      self.currency = power == 0 ? .yuan : currency
    }

    /// No money at all.
    static let number = Self(0, of: .yuan)
  }

  init(_ content: Content, _ dimension: Dimension = .number) {
    let isNaN = if case .number(let number) = content { number.isNaN } else { false }
    self.content = isNaN ? .undefined(.indeterminate) : content
    self.dimension = isNaN ? .number : dimension
  }

  /// A rational value that 64-bit integers hold: nothing was rounded.
  public static func exact(_ ratio: Ratio) -> Self { Self(.exact(ratio)) }

  /// A value rounded to a floating-point number, finite or infinite; undefined for what is not a number.
  public static func number(_ number: Double) -> Self { Self(.number(number)) }

  /// An amount of money in a currency, exactly; times a number it is money too.
  public static func money(_ money: Money, in currency: Currency = .yuan) -> Self {
    Self(Int128(money.fen), over: 100, Dimension(1, of: currency))
  }

  /// No value.
  public static func undefined(_ reason: Reason) -> Self { Self(.undefined(reason)) }

  /// The reason that a figure has no value.
  public enum Reason: String, Hashable, Codable, Sendable, CaseIterable {
    /// There are no persons.
    case nobody = "there is nobody"
    /// The incomes, or what is shared, add up to nothing.
    case zeroTotal = "the total is zero"
    /// The incomes add up to less than nothing.
    case negativeTotal = "the total is below zero"
    /// An income is below zero, where a logarithm, a power or a share is taken of each.
    case negativeIncome = "an income is below zero"
    /// The poverty line is zero or less.
    case noLine = "the poverty line is not above zero"
    /// The line for all persons is more money than is kept exactly.
    case tooLarge = "the line is too large to be kept exactly"
    /// Nobody is poor, and the index is a mean over the poor.
    case noPoor = "nobody is poor"
    /// Everybody is poor, and the index is a mean over those who are not.
    case everyonePoor = "everybody is poor"
    /// The share that is divided by is zero.
    case zeroShare = "the share below is zero"
    /// Nobody received anything.
    case noReceivers = "nobody receives anything"
    /// A sample of one has no small-sample correction.
    case singleObservation = "there is only one observation"
    /// The definition numbers observations, and those of the sample have weights.
    case weightedSample = "the definition is for data without weights"
    /// The growth rate is zero or less, so nobody ever reaches the line.
    case noGrowth = "incomes do not grow"
    /// The index of the whole is no sum over groups.
    case notAdditive = "the index is not additive over groups"
    /// There are more schemes than can be taken in every order.
    case tooManySchemes = "there are too many schemes"
    /// Infinities leave it open.
    case indeterminate = "infinite values leave it open"
    /// A number that it is divided by is not stated.
    case notStated = "it is not stated"
    /// The cost of a unit of delivery is not stated.
    case costNotStated = "what delivery costs is not stated"
    /// There is nothing and nobody that a cost is divided by.
    case noUnit = "there is none of it"
    /// The poverty gap did not get smaller.
    case gapNotSmaller = "the poverty gap did not get smaller"
    /// No public money was put in.
    case noPublicMoney = "no public money was put in"
    /// No money flows at all, so every rate would do.
    case noFlows = "nothing flows"
    /// Money only comes in, or only goes out.
    case noChangeOfSign = "money flows in one direction only"
    /// Flows change their sign, but at every rate they are worth more, or less, than nothing.
    case noRoot = "the flows are worth nothing at no rate"
  }
}

extension Statistic {
  /// The value as a floating-point number, in units of the currency where it is money, or `nil` where there is none.
  public var value: Double? {
    switch content {
    case .exact(let ratio): Double(ratio.numerator) / Double(ratio.denominator)
    case .number(let number): number
    case .undefined: nil
    }
  }

  /// The exact value, in units of the currency where it is money, or `nil` where it is rounded or there is none.
  public var ratio: Ratio? { if case .exact(let ratio) = content { ratio } else { nil } }

  /// The reason that there is no value, or `nil` where there is one.
  public var reason: Reason? { if case .undefined(let reason) = content { reason } else { nil } }
}

public import BenefitBinding

/// A number as a report printed it: its digits say how exact it claims to be.
///
/// ```swift
/// let pool: PrintedNumber = "2.0 million"
/// print(pool.value, pool.lastDigit)           // 2000000 100000
/// print(pool.agrees(with: 2_049_999))         // true: it would be printed so
/// print(pool.agrees(with: 2_340_000))         // false
/// ```
///
/// The last word may be `thousand`, `million`, `billion`, `万` or `亿`. Zeros count as printed digits:
/// `125,000` claims to be exact to the unit, `12.5万` to a tenth of 万.
public struct PrintedNumber: Hashable, Sendable {
  /// The text as it was printed.
  public let text: String

  /// The number.
  public let value: Ratio

  /// The size of a step of its last digit.
  public let lastDigit: Ratio

  /// Reads a number with at most eight decimals and at most one word for its size.
  ///
  /// - Throws: `QuantityError` where the text is anything else or too large to be kept exactly.
  public init(parsing text: some StringProtocol) throws(QuantityError) {
    func failure(_ code: QuantityError.Code) -> QuantityError {
      QuantityError(
        code: code,
        text: String(text),
        expected: "a number as it was printed, such as 46.77, 125,000 or 2.0 million"
      )
    }
    var digits = Substring(text)
    var scale: Int64 = 1
    if let (word, size) = Self.sizes.first(where: { digits.hasSuffix($0.word) }) {
      digits.removeLast(word.count)
      if digits.last == " " { digits.removeLast() }
      scale = size
    }
    let written = digits.split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
    switch DecimalText.read(digits, decimals: min(written, 8)) {
    case .failure(let problem): throw failure(problem.code)
    case .success(let units):
      let step = Ratio(scale, (0..<written).reduce(1) { power, _ in power * 10 })
      guard let value = Ratio(units).multiplied(exactly: step) else { throw failure(.outOfRange) }
      self.text = String(text)
      self.value = value
      lastDigit = step
    }
  }

  private static let sizes: [(word: String, size: Int64)] = [
    ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("万", 10_000),
    ("亿", 100_000_000),
  ]

  /// Whether an exact number would be printed so: rounded to the last digit, or cut off after it.
  ///
  /// Reports do both; half a step upwards or one step downwards is therefore no contradiction.
  public func agrees(with exact: Ratio) -> Bool {
    let steps = distance(of: exact)
    // Half a step as a whole number: steps ≥ -half is steps ≥ -⌊half⌋ for whole steps.
    return steps.distance < steps.step && steps.distance >= -(steps.step / 2)
  }

  /// How far an exact number lies beyond the printed one, away from zero, and the step of its last
  /// digit, both in the same small unit.
  ///
  /// Over a common denominator nothing here leaves 128 bits: the step's two parts are powers of ten
  /// below 2³⁰, and one of them is 1.
  private func distance(of exact: Ratio) -> (distance: Int128, step: Int128) {
    let printed = Int128(value.numerator) * Int128(lastDigit.denominator / value.denominator)
    let distance =
      Int128(exact.numerator) * Int128(lastDigit.denominator) - printed * Int128(exact.denominator)
    return (
      value < .zero ? -distance : distance,
      Int128(lastDigit.numerator) * Int128(exact.denominator)
    )
  }
}

extension PrintedNumber: ExpressibleByStringLiteral {
  /// Creates a number from a literal such as `"2.0 million"`.
  ///
  /// - Precondition: The literal is a number; see ``init(parsing:)`` for text from elsewhere.
  public init(stringLiteral literal: String) {
    do {
      try self.init(parsing: literal)
    } catch {
      stop(error.description)
    }
  }
}

extension PrintedNumber: CustomStringConvertible {
  /// The text as it was printed.
  public var description: String { text }
}

extension PrintedNumber: Codable {
  /// Decodes the text that ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText { (text) throws(QuantityError) in try Self(parsing: text) }
  }

  /// Encodes the number as the text that was printed.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Ratio {
  /// Reads a fraction such as `29/100`, `4.35%` or `0.0435`.
  ///
  /// - Throws: ``BenefitError`` where the text is anything else or too long to be kept exactly.
  public init(parsing text: some StringProtocol) throws(BenefitError) {
    func failure(_ problem: DecimalText.Problem) -> BenefitError {
      problem.error(text, write: "a rate such as 4.35%, 0.0435 or 29/100")
    }
    func read(_ part: Substring, decimals: Int) throws(BenefitError) -> Int64 {
      switch DecimalText.read(part, decimals: decimals) {
      case .success(let value): return value
      case .failure(let problem): throw failure(problem)
      }
    }

    let parts = Substring(text).split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      let numerator = try read(parts[0], decimals: 0)
      let denominator = try read(parts[1], decimals: 0)
      guard denominator != 0 else { throw failure(.zeroDenominator) }
      guard let ratio = Self(exactly: Int128(numerator), Int128(denominator)) else {
        throw failure(.outOfRange)
      }
      self = ratio
      return
    }

    var number = Substring(text)
    let isPercent = number.last == "%"
    if isPercent {
      number.removeLast()
      if number.last == " " { number.removeLast() }
    }
    let written = number.split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
    let decimals = min(written, Self.mostDecimals)
    let digits = try read(number, decimals: decimals)
    let scale = (0..<decimals).reduce(isPercent ? 100 : 1 as Int128) { scale, _ in scale * 10 }
    guard let ratio = Self(exactly: Int128(digits), scale) else { throw failure(.outOfRange) }
    self = ratio
  }

  /// The longest decimal part that is read; more digits would not fit 64 bits anyway.
  private static let mostDecimals = 18

  /// The fraction as a percentage rounded half up, such as `19.0698 %`.
  ///
  /// - Precondition: `decimals` is from 0 to 12.
  public func percentText(decimals: Int) -> String {
    require((0...12).contains(decimals), "A percentage shows from 0 to 12 decimals.")
    let scale = (0..<decimals).reduce(100 as Int128) { scale, _ in scale * 10 }
    let units = (Int128(numerator) * scale).divided(by: Int128(denominator), rounding: .halfUp)
    guard let units = Int64(exactly: units) else { return description }
    return DecimalText.write(units, decimals: decimals, grouped: true) + " %"
  }
}

extension Ratio: ExpressibleByStringLiteral {
  /// Creates a fraction from a literal such as `"4.35%"`, `"29/100"` or `"0.6"`.
  ///
  /// - Precondition: The literal is a fraction; see ``init(parsing:)`` for text from elsewhere.
  public init(stringLiteral literal: String) {
    do {
      try self.init(parsing: literal)
    } catch {
      stop(error.description)
    }
  }
}

extension Ratio: CustomStringConvertible {
  /// The fraction in lowest terms, such as `29/100`, or a whole number.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

extension Ratio: Codable {
  /// Decodes the text that ``encode(to:)`` writes, or any other that ``init(parsing:)`` reads.
  ///
  /// - Throws: `DecodingError` that quotes a text which is no fraction.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText { (text) throws(BenefitError) in try Self(parsing: text) }
  }

  /// Encodes the fraction as a single text in lowest terms, such as `"29/100"`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

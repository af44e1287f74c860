extension Ratio {
  /// Reads a fraction such as `29/100`, `4.35%` or `0.0435`.
  ///
  /// - Throws: ``BenefitError`` where the text is anything else or too long to be kept exactly.
  public init(parsing text: some StringProtocol) throws(BenefitError) {
    func failure(_ problem: DecimalText.Problem) -> BenefitError {
      problem.error(
        text,
        write: Phrase(
          en: "a rate such as 4.35%, 0.0435 or 29/100",
          zh: "比率，如 4.35%、0.0435 或 29/100"
        )
      )
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

  /// The fraction as a percentage rounded half up, such as `19.0698 %` or, in Chinese, `19.0698%`.
  ///
  /// - Precondition: `decimals` is from 0 to 12.
  public func percentText(decimals: Int, in language: Language = .english) -> String {
    require((0...12).contains(decimals), "A percentage shows from 0 to 12 decimals.")
    let scale = (0..<decimals).reduce(100 as Int128) { scale, _ in scale * 10 }
    let units = (Int128(numerator) * scale).divided(by: Int128(denominator), rounding: .halfUp)
    guard let units = Int64(exactly: units) else { return description }
    let number = DecimalText.write(units, decimals: decimals, grouped: true)
    return switch language {
    case .english: "\(number) %"
    case .simplifiedChinese: "\(number)%"
    }
  }
}

extension Ratio: WrittenAsText {
  /// The fraction in lowest terms, such as `29/100`, or a whole number.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

/// Reads and writes decimal numbers as whole numbers of their smallest unit.
///
/// Every number in the library that comes from a text is read here.
package enum DecimalText {
  /// Reads `text` as a number of units of 10⁻ᵈ, d being `decimals`.
  ///
  /// Accepts an optional sign, digits that may be grouped in threes by commas, and an optional
  /// decimal part of at most `decimals` digits. Nothing is rounded and no space is skipped.
  package static func read(_ text: Substring, decimals: Int) -> Result<Int64, Problem> {
    var rest = text
    let isNegative = rest.first == "-" || rest.first == "\u{2212}"
    if isNegative || rest.first == "+" { rest.removeFirst() }

    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let digits = ungrouped(whole) else {
      return .failure(.notANumber)
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.allSatisfy(isDigit) else {
      return .failure(.notANumber)
    }
    guard fraction.utf8.count <= decimals else { return .failure(.tooManyDecimals) }

    var value: Int64 = 0
    let padding = repeatElement(UInt8(ascii: "0"), count: decimals - fraction.utf8.count)
    for digit in [digits, Array(fraction.utf8), Array(padding)].joined() {
      let (tens, overflowed) = value.multipliedReportingOverflow(by: 10)
      // Counting downwards reaches Int64.min, which has no positive twin.
      let (next, overflowedAgain) = tens.subtractingReportingOverflow(
        Int64(digit - UInt8(ascii: "0"))
      )
      if overflowed || overflowedAgain { return .failure(.outOfRange) }
      value = next
    }
    if isNegative { return .success(value) }
    return value == .min ? .failure(.outOfRange) : .success(-value)
  }

  /// The reason why a text is not a number, a quantity or a day.
  package enum Problem: Error {
    case notANumber, tooManyDecimals, outOfRange, zeroDenominator, missingUnit, notADay

    /// The error of a text, with what to write in its place.
    package func error(_ text: some StringProtocol, write expected: Phrase) -> BenefitError {
      let (code, words): (BenefitError.Code, Phrase) =
        switch self {
        case .notANumber: (.malformed, Phrase(en: "is not a number", zh: "不是数字"))
        case .tooManyDecimals:
          (
            .tooFine,
            Phrase(en: "has more decimals than can be kept", zh: "的小数位数过多，无法保存")
          )
        case .outOfRange:
          (.overflow, Phrase(en: "is too large to be kept exactly", zh: "过大，无法精确保存"))
        case .zeroDenominator: (.malformed, Phrase(en: "has a denominator of zero", zh: "的分母为零"))
        case .missingUnit: (.malformed, Phrase(en: "does not name its unit", zh: "没有写明单位"))
        case .notADay: (.malformed, Phrase(en: "is not a day", zh: "不是日期"))
        }
      let quoted = String(text).escaped
      return BenefitError(
        code,
        found: Phrase(
          en: "\"\(quoted)\" \(words).",
          zh: "「\(quoted)」\(words.chinese)。"
        ),
        advice: Phrase(
          en: "Write \(expected).",
          zh: "请填写\(expected.chinese)。"
        )
      )
    }
  }

  /// Writes a number of units of 10⁻ᵈ with all of its `decimals`, grouped in threes if asked.
  package static func write(_ value: Int64, decimals: Int, grouped: Bool) -> String {
    var digits = String(value.magnitude)
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let whole = digits.dropLast(decimals)
    var text = value < 0 ? "-" : ""
    for (offset, digit) in whole.enumerated() {
      if grouped && offset > 0 && (whole.count - offset) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return decimals == 0 ? text : text + "." + digits.suffix(decimals)
  }

  /// The digits of a whole number without its group commas, or `nil` where they are misplaced.
  private static func ungrouped(_ text: Substring) -> [UInt8]? {
    let groups = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, groups.joined().allSatisfy(isDigit) else {
      return nil
    }
    if groups.count > 1 {
      guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return Array(groups.joined())
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

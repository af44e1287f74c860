/// Reads and writes decimal numbers as whole numbers of their smallest unit.
///
/// Every number in the library that comes from a text is read here.
package enum DecimalText {
  /// Reads `text` as a number of units of 10⁻ᵈ, d being `decimals`.
  ///
  /// Accepts an optional sign, digits that may be grouped in threes by commas, and an optional
  /// decimal part of at most `decimals` digits. Nothing is rounded and no space is skipped.
  package static func read(_ text: Substring, decimals: Int) -> Result<Int64, Problem> {
    // The minus sign of typesetters is the one sign of several bytes.
    if text.utf8.starts(with: "\u{2212}".utf8) {
      return unsigned(text.utf8.dropFirst(3), isNegative: true, decimals)
    }
    return signed(text.utf8, decimals)
  }

  /// Reads the bytes of a text in ASCII as a number of units of 10⁻ᵈ, d being `decimals`.
  package static func read(ascii text: ArraySlice<UInt8>, decimals: Int) -> Result<Int64, Problem> {
    signed(text, decimals)
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
    let digits = Array(String(value.magnitude).utf8)
    let zeros = max(0, decimals + 1 - digits.count)
    let whole = zeros + digits.count - decimals
    var text = value < 0 ? [UInt8(ascii: "-")] : []
    for (place, digit) in (repeatElement(UInt8(ascii: "0"), count: zeros) + digits).enumerated() {
      if place == whole {
        text.append(UInt8(ascii: "."))
      } else if grouped && place > 0 && place < whole && (whole - place) % 3 == 0 {
        text.append(UInt8(ascii: ","))
      }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension DecimalText {
  private static func signed<Text: Collection<UInt8>>(
    _ text: Text,
    _ decimals: Int
  ) -> Result<Int64, Problem> where Text.SubSequence: Collection<UInt8> {
    let isNegative = text.first == UInt8(ascii: "-")
    let hasSign = isNegative || text.first == UInt8(ascii: "+")
    return unsigned(hasSign ? text.dropFirst() : text[...], isNegative: isNegative, decimals)
  }

  /// Reads what follows the sign in one pass.
  private static func unsigned(
    _ text: some Collection<UInt8>,
    isNegative: Bool,
    _ decimals: Int
  ) -> Result<Int64, Problem> {
    // Counting downwards reaches Int64.min, which has no positive twin.
    var (value, overflows) = (0 as Int64, false)
    func append(_ digit: UInt8) {
      let (tens, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (next, overflowedAgain) = tens.subtractingReportingOverflow(Int64(digit))
      value = next
      overflows = overflows || overflowed || overflowedAgain
    }
    var (isGrouped, isFraction) = (false, false)
    // Those since the beginning, the last comma or the point.
    var digits = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if !isFraction || digits <= decimals { append(byte - UInt8(ascii: "0")) }
      case UInt8(ascii: ",") where !isFraction && (isGrouped ? digits == 3 : 1...3 ~= digits):
        (isGrouped, digits) = (true, 0)
      case UInt8(ascii: ".") where !isFraction && (isGrouped ? digits == 3 : digits > 0):
        (isFraction, digits) = (true, 0)
      default: return .failure(.notANumber)
      }
    }
    guard isGrouped && !isFraction ? digits == 3 : digits > 0 else { return .failure(.notANumber) }
    let fraction = isFraction ? digits : 0
    if fraction > decimals { return .failure(.tooManyDecimals) }
    for _ in fraction..<decimals { append(0) }
    if overflows || value == .min && !isNegative { return .failure(.outOfRange) }
    return .success(isNegative ? value : -value)
  }
}

import BenefitBinding

/// A citizen's identification number after GB 11643-1999: 17 digits and a check character after ISO 7064, MOD 11-2.
enum CitizenNumber {
  /// Returns the problem with a plain text as a citizen number, or `nil` if there is none.
  static func problem(with text: String) -> BenefitError? {
    let characters = Array(text.utf8)
    guard characters.count == 18, let last = check(characters.dropLast()) else {
      return .wrongCitizenNumber(
        Phrase(en: "it is not 17 digits and a check character.", zh: "不是 17 位数字加 1 位校验码。")
      )
    }
    func number(_ digits: Range<Int>) -> Int {
      characters[digits].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    guard Day(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil else {
      return .wrongCitizenNumber(
        Phrase(en: "its digits 7 to 14 are no day.", zh: "第 7 至 14 位不是日期。")
      )
    }
    if characters[17] == last || characters[17] == UInt8(ascii: "x") && last == UInt8(ascii: "X") {
      return nil
    }
    return .wrongCitizenNumber(
      Phrase(en: "its check character does not fit the digits.", zh: "校验码与前 17 位不符。")
    )
  }

  /// The check character of 17 digits, or `nil` where they are none.
  private static func check(_ digits: ArraySlice<UInt8>) -> UInt8? {
    var rest = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      rest = (rest + Int(digit) - 0x30) * 2 % 11
    }
    let value = (12 - rest) % 11
    return value == 10 ? UInt8(ascii: "X") : UInt8(0x30 + value)
  }

  /// Returns the problem with a plain text as an id that a spreadsheet may have broken, or `nil` if there is none.
  ///
  /// A number whose check fits was not rounded; that of a citizen number is looked at unless another one is given.
  static func problemOfSpreadsheet(
    with id: String,
    unless isChecked: (String) -> Bool = { problem(with: $0) == nil }
  ) -> BenefitError? {
    let isRounded =
      id.utf8.count >= 16 && id.hasSuffix("000")
      && id.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && !isChecked(id)
    guard isRounded || id.utf8.contains(UInt8(ascii: "+")) else { return nil }
    let parts = id.split(separator: "+", omittingEmptySubsequences: false)
    let isExponential =
      parts.count == 2 && "Ee".contains(parts[0].last ?? " ") && parts[0].count > 1
      && (parts[0].dropLast() + parts[1]).utf8.allSatisfy {
        (0x30...0x39).contains($0) || $0 == 0x2E
      }
    return isRounded || isExponential ? .brokenID(id) : nil
  }
}

/// A piece of the text of a formula, with the place at which it begins.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    /// A number with its sign turned, as the least of all has no positive twin; pure where the text says a fraction or
    /// percent.
    case number(Ratio, isPure: Bool)
    /// A word outside quotes, as it is written.
    case word(String)
    /// A name between quotes.
    case name(String)
    /// A sign of arithmetic, a comparison, a parenthesis or a comma.
    case sign(String)
    case end
  }

  let kind: Kind
  /// The position of the first character, from 1.
  let position: Int
  /// The piece as it stands in the text.
  let text: String
}

/// Cuts the text of a formula into pieces.
struct FormulaScanner {
  private let scalars: [Unicode.Scalar]
  private var next = 0

  /// The longest text that is read.
  static let longest = 1_000_000

  init(_ text: String) throws(BenefitError) {
    scalars = Array(text.unicodeScalars.prefix(Self.longest + 1))
    if scalars.count > Self.longest {
      throw BenefitError(
        .formulaTooLarge,
        found: Phrase(
          en: "The formula has more than \(Self.longest) characters.",
          zh: "计算式超过 \(Self.longest) 个字符。"
        ),
        advice: Phrase(en: "Divide it among several lines.", zh: "请分列为几个项目。")
      )
    }
  }

  /// The pieces of the text, the last of which is its end.
  mutating func tokens() throws(BenefitError) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    while true {
      while let scalar = peek, scalar.properties.isWhitespace { next += 1 }
      let token = try token()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

  private mutating func token() throws(BenefitError) -> FormulaToken {
    let start = next
    guard let scalar = peek else { return FormulaToken(kind: .end, position: start + 1, text: "") }
    if scalar.isDigit { return try number(from: start) }
    if let close = Self.quotes[scalar] { return try name(from: start, to: close) }
    if Self.isOfWord(scalar) {
      while let scalar = peek, Self.isOfWord(scalar) || scalar.isDigit { next += 1 }
      return FormulaToken(
        kind: .word(text(from: start)),
        position: start + 1,
        text: text(from: start)
      )
    }
    next += 1
    if scalar == ">" || scalar == "<", peek == "=" { next += 1 }
    let sign = text(from: start)
    guard Self.signs.contains(sign) else {
      throw .formula(
        at: start + 1,
        Phrase(
          en: "\"\(sign.escaped)\" is no sign of a formula.",
          zh: "「\(sign.escaped)」不是计算式中的符号。"
        ),
        Phrase(
          en: "Put names between quotes, and use + - * / ( ) , >= > <= < and =.",
          zh: "名称请加引号；可用符号为 + - * / ( ) , >= > <= < 和 =。"
        )
      )
    }
    return FormulaToken(kind: .sign(sign), position: start + 1, text: sign)
  }

  /// A whole or decimal number, a fraction of two whole ones, or a number of percent.
  private mutating func number(from start: Int) throws(BenefitError) -> FormulaToken {
    digits()
    // A comma belongs to the number only where it parts off three digits.
    while peek == ",", isGroup(at: next + 1) { next += 4 }
    if peek == ".", digit(at: next + 1) {
      next += 1
      digits()
    }
    var isPure = false
    if peek == "/", digit(at: next + 1), !text(from: start).contains(".") {
      next += 1
      digits()
      isPure = true
    }
    let number = text(from: start)
    let end = next
    while peek == " " { next += 1 }
    if peek == "%" {
      next += 1
      isPure = true
    } else {
      next = end
    }
    let written = number + (next > end ? "%" : "")
    guard let negated = try? Ratio(parsing: "-" + written) else {
      do throws(BenefitError) {
        _ = try Ratio(parsing: written)
        throw Ratio.outOfRange(written)
      } catch {
        throw error.within(.part(.formula), .part(.character(start + 1)))
      }
    }
    return FormulaToken(
      kind: .number(negated, isPure: isPure),
      position: start + 1,
      text: text(from: start)
    )
  }

  private mutating func digits() { while peek?.isDigit == true { next += 1 } }

  private func digit(at place: Int) -> Bool { place < scalars.count && scalars[place].isDigit }

  private func isGroup(at place: Int) -> Bool {
    (place..<place + 3).allSatisfy(digit) && !digit(at: place + 3)
  }

  private mutating func name(
    from start: Int,
    to close: Unicode.Scalar
  ) throws(BenefitError) -> FormulaToken {
    var name = String.UnicodeScalarView()
    next += 1
    // Twice, the mark is one within the name.
    while let scalar = peek,
      scalar != close || next + 1 < scalars.count && scalars[next + 1] == close
    {
      name.append(scalar)
      next += scalar == close ? 2 : 1
    }
    guard peek == close else {
      throw .formula(
        at: start + 1,
        Phrase(en: "the quote is not closed.", zh: "引号没有闭合。"),
        Phrase(en: "Close it with \(close).", zh: "请用 \(close) 闭合。")
      )
    }
    next += 1
    return FormulaToken(kind: .name(String(name)), position: start + 1, text: text(from: start))
  }

  private func text(from start: Int) -> String {
    String(String.UnicodeScalarView(scalars[start..<next]))
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "'": "'", "\"": "\"", "「": "」", "“": "”", "‘": "’",
  ]

  private static let signs: Set<String> = [
    "+", "-", "*", "/", "(", ")", ",", ">=", ">", "<=", "<", "=",
  ]

  static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_"
  }
}

extension FormulaToken {
  /// The words that stand between parts and in no name.
  static let joining = ["or", "and", "not", "over", "of", "per"]

  /// Returns true if a text is words with one space between them, as names outside quotes are.
  static func areWords(_ text: String) -> Bool {
    text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { word in
      guard let first = word.first, FormulaScanner.isOfWord(first) else { return false }
      return word.allSatisfy { FormulaScanner.isOfWord($0) || $0.isDigit }
        && !joining.contains(String(word).lowercased())
    }
  }

  /// A name between quotes.
  static func quoted(_ name: String) -> String {
    var text = String.UnicodeScalarView("'".unicodeScalars)
    for scalar in name.unicodeScalars {
      if scalar == "'" { text.append("'") }
      text.append(scalar)
    }
    text.append("'")
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Phrase {
  /// The words for a formula as the place of an error.
  static let formula = Phrase(en: "a formula", zh: "计算式")

  /// The words for a character of a text as the place of an error.
  static func character(_ position: Int) -> Phrase {
    Phrase(en: "character \(position)", zh: "第 \(position) 个字符")
  }
}

extension BenefitError {
  /// The error of a formula's text, with the place in it.
  static func formula(at position: Int, _ found: Phrase, _ advice: Phrase) -> Self {
    Self(.malformed, found: found, advice: advice)
      .within(.part(.formula), .part(.character(position)))
  }
}

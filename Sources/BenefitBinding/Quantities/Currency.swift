/// The currency in which a scheme states and pays money.
///
/// ``Money`` counts whole hundredths of the unit, whatever the currency is. Of a currency without a hundredth in
/// use, such as the yen, only whole units are paid, and a rounding to a finer step is one to the unit. One that is
/// divided into a thousand cannot be kept. Nothing is converted, and a ``Programme`` is of one currency.
///
/// ```swift
/// let namibian = Currency("NAD", unit: Phrase(en: "Namibian dollar", zh: "纳米比亚元"),
///   hundredth: Phrase(en: "cent", zh: "分"))
/// let inDollars = cooperative.denominated(in: namibian)
/// let inYen = cooperative.denominated(in: Currency("JPY", unit: Phrase(en: "yen", zh: "日元")))
/// ```
public struct Currency: Hashable, Sendable {
  /// The code after ISO 4217, such as `CNY`.
  public let code: String

  /// The name of the unit in the singular, such as `yuan`.
  public let unit: Phrase

  /// The name of a hundredth of the unit in the singular, such as `fen`, or `nil` where only whole units are paid.
  public let hundredth: Phrase?

  /// Describes a currency.
  ///
  /// - Parameters:
  ///   - code: The code after ISO 4217.
  ///   - unit: The name of the unit in the singular.
  ///   - hundredth: The name of a hundredth of the unit in the singular, or `nil` where only whole units are paid.
  /// - Precondition: The code is three capital letters and of no currency that is divided into a thousand, and the
  ///   names are one line each, which begins and ends with a visible character and holds no mark of direction.
  public init(_ code: String, unit: Phrase, hundredth: Phrase? = nil) {
    if let problem = Self.problem(code, unit, hundredth) { stop(problem.description) }
    self.code = code
    self.unit = unit
    self.hundredth = hundredth
  }

  /// The yuan of the People's Republic of China, in which a scheme is unless it says otherwise.
  public static let yuan = Self(
    "CNY",
    unit: Phrase(en: "yuan", zh: "元"),
    hundredth: Phrase(en: "fen", zh: "分")
  )

  /// The dollar of the United States of America.
  public static let usDollar = Self(
    "USD",
    unit: Phrase(en: "US dollar", zh: "美元"),
    hundredth: Phrase(en: "cent", zh: "美分")
  )
}

extension Currency: CustomStringConvertible {
  /// The unit with the code, such as `US dollar (USD)`.
  public var description: String { "\(unit) (\(code))" }
}

extension Currency {
  /// The name of the unit for any number of them, as `US dollars`.
  package var units: Phrase { Phrase(en: Plural.of(unit.description), zh: unit.chinese) }

  /// The smallest step that is paid.
  package var step: Rounding.Step { hundredth == nil ? .yuan : .fen }

  /// The name of the smallest amount that is paid, in the singular.
  var smallest: Phrase { hundredth ?? unit }

  /// The name of the smallest amount that is paid for any number of them, as `cents`.
  var smallests: Phrase { Phrase(en: Plural.of(smallest.description), zh: smallest.chinese) }

  /// The number of decimals that an amount is written with.
  package var decimals: Int { hundredth == nil ? 0 : 2 }

  /// An amount as files carry it in the currency: `4000.00`, or `4000` where only whole units are paid.
  package func plainText(_ money: Money) -> String {
    hundredth == nil && money.fen % 100 == 0 ? "\(money.fen / 100)" : money.plainText
  }

  /// The unit with the code, as errors name a currency.
  package var nameWithCode: Phrase {
    Phrase(en: "\(units) (\(code))", zh: "\(unit.chinese)（\(code)）")
  }

  /// Refuses another currency beside this one, as nothing converts the one into the other.
  ///
  /// - Parameters:
  ///   - other: The other currency.
  ///   - first: What is in this currency, in English with its verb.
  ///   - second: What is in the other.
  ///   - places: Where the two meet.
  ///   - advice: What to do about it.
  /// - Throws: ``BenefitError`` where the two differ.
  package func requireSame(
    as other: Self,
    of first: Phrase = Phrase(en: "the one is", zh: "前者"),
    and second: Phrase = Phrase(en: "the other", zh: "后者"),
    at places: [BenefitError.Place] = [],
    advice: Phrase = Phrase(
      en: "Compare and add up money of one currency.",
      zh: "请只比较或相加同一货币的金额。"
    )
  ) throws(BenefitError) {
    if self == other { return }
    throw BenefitError(
      .mixedCurrencies,
      found: Phrase(
        en: "\(first) in \(nameWithCode), \(second) in \(other.nameWithCode).",
        zh:
          "\(first.chinese)以\(nameWithCode.chinese)计，\(second.chinese)以\(other.nameWithCode.chinese)计。"
      ),
      advice: advice
    )
    .within(places)
  }
}

extension Currency: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case code, unit, hundredth }

  /// Decodes a currency, refusing what ``init(_:unit:hundredth:)`` would.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    (code, unit, hundredth) = try (parts[.code], parts[.unit], parts[ifPresent: .hundredth])
    if let problem = Self.problem(code, unit, hundredth) {
      throw BenefitError(.malformed, found: problem)
    }
  }

  /// The reason why the parts are no currency, or `nil` if they are one.
  private static func problem(_ code: String, _ unit: Phrase, _ hundredth: Phrase?) -> Phrase? {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5a).contains($0) }) else {
      return Phrase(
        en:
          "\"\(code.escaped)\" is no code of a currency; one is three capital letters, such as CNY.",
        zh: "「\(code.escaped)」不是货币代码；货币代码为三个大写字母，如「CNY」。"
      )
    }
    if ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].contains(code) {
      return Phrase(
        en: "\(code) is divided into a thousand, and money is kept in hundredths.",
        zh: "「\(code)」的单位分为一千份，而金额以百分之一单位计。"
      )
    }
    let owner = Phrase(en: "The unit of a currency", zh: "货币单位")
    for name in [unit, hundredth].compactMap(\.self).flatMap({ [$0.description, $0.chinese] }) {
      if let problem = OneLine.problem(with: name, of: owner) { return problem }
      if name.isWhollyShown { continue }
      return Phrase(
        en:
          "\(owner) needs a name that begins and ends with a visible character and holds no mark of "
          + "direction; \"\(name.showingAll)\" is none.",
        zh: "\(owner.chinese)的名称首尾必须为可见字符，且不得含有方向标记；「\(name.showingAll)」不符合要求。"
      )
    }
    return nil
  }
}

/// The amounts that one clause, or one tier of it, gives every household: a column of a
/// ``Settlement``.
///
/// It is a collection of amounts of money in the register's order. A line of an ``Allotment`` has a ``unit``
/// and is read by ``quantity(at:)`` and ``totalQuantity``; reading it as money is a mistake that stops the
/// program.
public struct Line: Hashable, Codable, Sendable {
  /// The scheme it belongs to.
  public let scheme: String

  /// The name of the line, unlike any other line of the scheme.
  public let name: String

  /// The effect of the amounts on a household's income.
  public let flow: Flow

  /// The unit of which the line gives whole ones, or `nil` where it gives money.
  public let unit: Quantity.Unit?

  /// The currency of the amounts.
  let currency: Currency

  /// The purpose that the clause states, or else shows; `nil` where neither says more than the flow.
  public let purpose: Purpose?

  /// The parties that answer for the debt, where the clause states them.
  public let liability: Liability?

  /// The position of the clause in the scheme and of the tier or payment in the clause.
  let clause: Int
  let part: Int

  /// The amounts in fen or in whole units, aligned with the register.
  package let fen: [Int64]

  /// The sum of all amounts; checked to fit when the line was settled.
  package let totalFen: Int64

  /// Returns the name in a language, where it is one of the library's own.
  public func name(in language: Language) -> String { StandardLine.words(name, in: language) }

  /// The amount that all households together get or pay.
  ///
  /// - Precondition: The line gives money.
  public var total: Money { money(totalFen) }

  /// The quantity that all households together get.
  ///
  /// - Precondition: The line gives a quantity: it has a ``unit``.
  public var totalQuantity: Quantity { quantity(totalFen) }

  /// Returns the quantity of the household in a row of the register.
  ///
  /// - Precondition: The line gives a quantity: it has a ``unit``.
  public func quantity(at row: Int) -> Quantity { quantity(fen[row]) }

  /// The number of households with an amount other than zero.
  ///
  /// - Complexity: O(n).
  public var householdCount: Int { fen.count { $0 != 0 } }
}

extension Line {
  /// The kind of what the line gives.
  var dimension: Figure.Dimension { Figure.Dimension(of: unit) }

  private func money(_ fen: Int64) -> Money {
    if let unit {
      stop(
        "The line \"\(name)\" counts \(unit.words(in: .english, many: true)) and is no money; read its quantities."
      )
    }
    return Money(fen: fen)
  }

  private func quantity(_ units: Int64) -> Quantity {
    guard let unit else { stop("The line \"\(name)\" is money and no quantity; read its amounts.") }
    return Quantity(units, unit)
  }

  /// The total as it is written, with its unit where it is a quantity.
  func totalText(in language: Language) -> String {
    unit.text(of: totalFen, in: language, of: currency)
  }
}

extension Quantity.Unit? {
  /// A number of whole units as it is written, or of fen where there is no unit.
  package func text(
    of whole: Int64,
    in language: Language,
    of currency: Currency
  ) -> String {
    map { Quantity(whole, $0).words(in: language) } ?? currency.text(Money(fen: whole))
  }
}

extension Line: StoredInParts {
  package enum CodingKeys: CodingKey {
    case scheme, name, flow, unit, currency, purpose, liability, clause, part, fen, totalFen
  }

  /// Decodes a line.
  ///
  /// - Throws: `DecodingError` where the total is not the sum of the amounts.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      scheme: parts[.scheme],
      name: parts[.name],
      flow: parts[.flow],
      unit: parts[ifPresent: .unit],
      currency: parts[ifPresent: .currency] ?? .yuan,
      purpose: parts[ifPresent: .purpose],
      liability: parts[ifPresent: .liability],
      clause: parts[.clause],
      part: parts[.part],
      fen: parts[.fen],
      totalFen: parts[.totalFen]
    )
    guard fen.exactSum == Int128(totalFen) else {
      let (english, chinese) = (
        totalText(in: .english), totalText(in: .simplifiedChinese)
      )
      throw BenefitError(
        .doesNotAddUp,
        found: Phrase(
          en:
            "Line \"\(name.escaped)\" gives a total of \(english), which its amounts do not add up to.",
          zh: "项目「\(name(in: .simplifiedChinese).escaped)」所列合计 \(chinese)与各户之和不符。"
        )
      )
    }
    guard let unit else { return }
    if flow != .quantity
      || (fen + [totalFen]).contains(where: { Quantity(exactly: $0, unit) == nil })
    {
      throw BenefitError(
        .wrongUnit,
        found: Phrase(
          en:
            "Line \"\(name.escaped)\" counts \(unit), but it is money or too large to be a quantity.",
          zh: "项目「\(name(in: .simplifiedChinese).escaped)」以\(unit.chineseWithName)计，但属于资金，或数额过大。"
        )
      )
    }
  }
}

extension Line {
  /// Encodes a line, with its currency where that is not the yuan.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scheme, forKey: .scheme)
    try container.encode(name, forKey: .name)
    try container.encode(flow, forKey: .flow)
    try container.encodeIfPresent(unit, forKey: .unit)
    try container.encode(currency, forKey: .currency, unless: .yuan)
    try container.encodeIfPresent(purpose, forKey: .purpose)
    try container.encodeIfPresent(liability, forKey: .liability)
    try container.encode(clause, forKey: .clause)
    try container.encode(part, forKey: .part)
    try container.encode(fen, forKey: .fen)
    try container.encode(totalFen, forKey: .totalFen)
  }
}

extension Line: RandomAccessCollection {
  /// The row of the first household.
  public var startIndex: Int { 0 }

  /// The number of households of the register.
  public var endIndex: Int { fen.count }

  /// The amount of the household in a row of the register.
  ///
  /// - Precondition: The line gives money.
  public subscript(row: Int) -> Money { money(fen[row]) }
}

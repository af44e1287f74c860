/// The amounts that one clause, or one tier of it, gives every household: a column of a
/// ``Settlement``.
///
/// It is a collection of amounts in the register's order.
public struct Line: Hashable, Codable, Sendable {
  /// The scheme it belongs to.
  public let scheme: String

  /// The name of the line, unlike any other line of the scheme.
  public let name: String

  /// The effect of the amounts on a household's income.
  public let flow: Flow

  /// The purpose that the clause states, or else shows; `nil` where neither says more than the flow.
  public let purpose: Purpose?

  /// The parties that answer for the debt, where the clause states them.
  public let liability: Liability?

  /// The position of the clause in the scheme and of the tier or payment in the clause.
  let clause: Int
  let part: Int

  /// The amounts in fen, aligned with the register.
  package let fen: [Int64]

  /// The sum of all amounts; checked to fit when the line was settled.
  let totalFen: Int64

  /// Returns the name in a language, where it is one of the library's own.
  public func name(in language: Language) -> String { StandardLine.words(name, in: language) }

  /// The amount that all households together get or pay.
  public var total: Money { Money(fen: totalFen) }

  /// The number of households with an amount other than zero.
  ///
  /// - Complexity: O(n).
  public var householdCount: Int { fen.count { $0 != 0 } }
}

extension Line: StoredInParts {
  package enum CodingKeys: CodingKey {
    case scheme, name, flow, purpose, liability, clause, part, fen, totalFen
  }

  /// Decodes a line.
  ///
  /// - Throws: `DecodingError` where the total is not the sum of the amounts.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      scheme: parts[.scheme],
      name: parts[.name],
      flow: parts[.flow],
      purpose: parts[ifPresent: .purpose],
      liability: parts[ifPresent: .liability],
      clause: parts[.clause],
      part: parts[.part],
      fen: parts[.fen],
      totalFen: parts[.totalFen]
    )
    guard fen.reduce(0 as Int128, { $0 + Int128($1) }) == Int128(totalFen) else {
      throw BenefitError(
        .doesNotAddUp,
        found: Phrase(
          en: "Line \"\(name.escaped)\" gives a total of \(Money(fen: totalFen)), which its "
            + "amounts do not add up to.",
          zh: "项目「\(name(in: .simplifiedChinese).escaped)」所列合计 "
            + "\(Money(fen: totalFen)) 元与各户金额之和不符。"
        )
      )
    }
  }
}

extension Line: RandomAccessCollection {
  /// The row of the first household.
  public var startIndex: Int { 0 }

  /// The number of households of the register.
  public var endIndex: Int { fen.count }

  /// The amount of the household in a row of the register.
  public subscript(row: Int) -> Money { Money(fen: fen[row]) }
}

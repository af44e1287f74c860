/// What one clause, or one tier of it, gives every household: a column of a ``Settlement``.
///
/// It is a collection of amounts in the register's order.
public struct Line: Hashable, Codable, Sendable {
  /// The scheme it belongs to.
  public let scheme: String

  /// What it is called, unlike any other line of the scheme.
  public let name: String

  /// What the amounts do to a household's income.
  public let flow: Flow

  /// The position of the clause in the scheme and of the tier or payment in the clause.
  let clause: Int
  let part: Int

  /// The amounts in fen, aligned with the register.
  let fen: [Int64]

  /// The sum of all amounts; checked to fit when the line was settled.
  let totalFen: Int64

  /// What all households together get or pay.
  public var total: Money { Money(fen: totalFen) }

  /// The number of households with an amount other than zero.
  ///
  /// - Complexity: O(n).
  public var householdCount: Int { fen.reduce(0) { $1 == 0 ? $0 : $0 + 1 } }
}

extension Line: RandomAccessCollection {
  /// The row of the first household.
  public var startIndex: Int { 0 }

  /// The number of households of the register.
  public var endIndex: Int { fen.count }

  /// The amount of the household in a row of the register.
  public subscript(row: Int) -> Money { Money(fen: fen[row]) }
}

/// The derivation of an amount: its value, the formula that gave it, and the same for each part of
/// it.
///
/// ```
/// 4,000.00 = 164,000.00 x 1/41 by household
///   164,000.00 = distributable profit
///     164,000.00 = the greater of 0.00 and (profit - losses brought forward)
///       164,000.00 = profit
/// ```
public struct Derivation: Hashable, Encodable, Sendable, CustomStringConvertible {
  /// The value as it is written, with its unit.
  public let value: String

  /// The formula that gave the value, in words and numbers.
  public let formula: String

  /// The derivation of each part of the formula.
  public let parts: [Derivation]

  /// The derivation over several lines, each part two spaces further in than the whole.
  public var description: String { lines.joined(separator: "\n") }

  /// The lines of the description.
  package var lines: [String] {
    ["\(value) = \(formula)"] + parts.flatMap { part in part.lines.map { "  " + $0 } }
  }
}

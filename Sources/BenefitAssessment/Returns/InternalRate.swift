public import BenefitBinding

/// The rates at which flows of money are worth nothing today: one, several, or none with the reason.
///
/// ```swift
/// let twice = CashFlows.periodic(["-100", "230", "-132"])
/// print(twice.internalRate)      // 10.00 %, 20.00 %
/// ```
///
/// Flows that change direction more than once may have several internal rates, and then none of them says
/// what the flows yield; a present value at a rate of one's choice does.
public struct InternalRate: Sendable {
  /// The rates of a period, or of a year of 365 days, in rising order, and how many roots coincide in each.
  ///
  /// A rate is infinite, or −1, only where a `Double` cannot tell it from that. At one with an even multiplicity the
  /// value only touches zero, so the flows gain, or lose, at every other rate near it.
  public let roots: [(rate: Double, multiplicity: Int)]

  /// The reason that there is no rate, or `nil` where there is one.
  public let reason: Statistic.Reason?

  /// The rate, where there is just one.
  public var rate: Double? { roots.count == 1 ? roots[0].rate : nil }
}

extension CashFlows {
  /// The internal rates of return: all r above −1 with Σ c / (1 + r)ᵗ = 0.
  ///
  /// None is missed, and each is as near as a `Double` comes: the roots of the derivatives, worked out
  /// with 31 digits, separate them. Their number is at most that of the changes of sign, and short of it
  /// by an even number (Descartes).
  ///
  /// - Complexity: O(v²·n) evaluations of a term for n flows with v changes of sign.
  public var internalRate: InternalRate {
    let polynomial = polynomial
    // A root x discounts: at most 1 for a rate of zero or more, else the reciprocal of a mirrored root.
    let losses = polynomial.mirrored.rootsUpToOne().filter { $0.x < .one }.map { root in
      (rate: (root.x.power(unitsPerRate) - .one).high, multiplicity: root.multiplicity)
    }
    let gains = polynomial.rootsUpToOne().reversed().map { root in
      let discount = root.x.power(unitsPerRate)
      return (rate: (.one - discount).dividedRounded(by: discount), multiplicity: root.multiplicity)
    }
    let roots = losses + gains
    let reason: Statistic.Reason =
      polynomial.terms.isEmpty ? .noFlows : polynomial.signChanges == 0 ? .noChangeOfSign : .noRoot
    return InternalRate(roots: roots, reason: roots.isEmpty ? reason : nil)
  }
}

extension InternalRate: CustomStringConvertible {
  /// The rates as percentages with two decimals, or why there is none.
  public var description: String { text(in: .english) }

  /// Returns the rates as percentages with two decimals, or why there is none, in a language.
  public func text(in language: Language) -> String {
    let rates = roots.map { DecimalText.hundredths($0.rate * 100) }
    return switch language {
    case .english:
      reason.map { "none: \($0.rawValue)" } ?? rates.map { "\($0) %" }.joined(separator: ", ")
    case .simplifiedChinese:
      reason.map { "无：\($0.text(in: language))" }
        ?? rates.map { "\($0)%" }.joined(separator: "、")
    }
  }
}

extension DecimalText {
  /// Writes a number with two decimals, or in the shortest form where it is too large for that.
  static func hundredths(_ value: Double) -> String {
    guard value.magnitude < 0x1p50 else { return "\(value)" }
    // Not `rounded()`, which calls a C library that a program may not be linked with.
    let halves = Int64(value * 200)
    return write(halves.divided(by: 2, rounding: .halfUp), decimals: 2, grouped: true)
  }
}

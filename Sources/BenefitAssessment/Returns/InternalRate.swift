import BenefitBinding

/// The rates at which flows of money are worth nothing today: one, several, or none with the reason.
///
/// ```swift
/// let twice = CashFlows.periodic(["-100", "230", "-132"])
/// print(twice.internalRate)      // 10.00 %, 20.00 %
/// ```
///
/// Flows that change direction more than once may have several internal rates, and then none of them says
/// what the flows yield; a present value at a rate of one's choice does.
public enum InternalRate: Hashable, Sendable {
  /// There is just one.
  case one(Root)
  /// There are several, in rising order.
  case several([Root])
  /// There is none.
  case undefined(Reason)

  /// A rate at which the flows are worth nothing.
  public struct Root: Hashable, Sendable {
    /// The rate of a period, or of a year of 365 days.
    ///
    /// It is infinite, or −1, only where a `Double` cannot tell it from that.
    public let rate: Double
    /// The number of roots that coincide in it: 1 as a rule.
    ///
    /// At a root with an even number the value only touches zero, so the flows gain, or lose, at every
    /// other rate near it.
    public let multiplicity: Int
  }

  /// The reason that there is no internal rate.
  public enum Reason: String, Hashable, Codable, Sendable, CaseIterable {
    /// Nothing flows at all, so every rate would do.
    case noFlows
    /// Money only comes in, or only goes out.
    case noChangeOfSign
    /// Flows change their sign, but at every rate they are worth more, or less, than nothing.
    case noRoot
  }

  /// The roots in rising order, empty where there is none.
  public var roots: [Root] {
    switch self {
    case .one(let root): [root]
    case .several(let roots): roots
    case .undefined: []
    }
  }

  /// The rate, where there is just one.
  public var rate: Double? {
    if case .one(let root) = self { root.rate } else { nil }
  }
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
    guard !polynomial.terms.isEmpty else { return .undefined(.noFlows) }
    guard polynomial.signChanges > 0 else { return .undefined(.noChangeOfSign) }
    // A root x discounts: at most 1 for a rate of zero or more, else the reciprocal of a mirrored root.
    let losses = polynomial.mirrored.rootsUpToOne().filter { $0.x < .one }.map { root in
      InternalRate.Root(
        rate: (root.x.power(unitsPerRate) - .one).high,
        multiplicity: root.multiplicity
      )
    }
    let gains = polynomial.rootsUpToOne().reversed().map { root in
      let discount = root.x.power(unitsPerRate)
      return InternalRate.Root(
        rate: (.one - discount).dividedRounded(by: discount),
        multiplicity: root.multiplicity
      )
    }
    let roots = losses + gains
    guard let first = roots.first else { return .undefined(.noRoot) }
    return roots.count == 1 ? .one(first) : .several(roots)
  }
}

extension InternalRate: CustomStringConvertible {
  /// The rates as percentages, or why there is none.
  public var description: String {
    switch self {
    case .one(let root): root.description
    case .several(let roots): roots.map(\.description).joined(separator: ", ")
    case .undefined(.noFlows): "none: nothing flows"
    case .undefined(.noChangeOfSign): "none: money flows in one direction only"
    case .undefined(.noRoot): "none: the flows are worth nothing at no rate"
    }
  }
}

extension InternalRate.Root: CustomStringConvertible {
  /// The rate as a percentage with two decimals.
  public var description: String { DecimalText.hundredths(rate * 100) + " %" }
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

public import BenefitBinding

/// The time at which the money put in has come back.
///
/// ```swift
/// let flows = CashFlows.periodic(["-50000", "10000", "13000", "16000", "19000", "22000"])
/// print(flows.payback())             // recovered at 4, interpolated 3.58
/// print(flows.payback(at: "10%"))    // recovered at 5, interpolated 4.38
/// ```
public enum Payback: Hashable, Encodable, Sendable {
  /// It came back: the first time at which the flows together are zero or more after having been below it, in
  /// periods or in days after the earliest flow, and the same with the last flow spread evenly over the time
  /// since the flow before it.
  case recovered(time: Int, interpolated: Double)
  /// It never did.
  case never
  /// The flows together never were below zero, so there was nothing to recover.
  case nothingToRecover
}

extension CashFlows {
  /// Returns the first time when the flows, discounted at a rate, total zero or more after being
  /// below zero.
  ///
  /// The first recovery counts, even if the flows fall below zero again.
  ///
  /// - Parameter rate: The rate of a period, or of a year; at 0, as it is if left out, this is the simple
  ///   payback.
  /// - Returns: The time in periods, or in days, or why there is none.
  /// - Precondition: The rate is above −1.
  /// - Complexity: O(n log d) for n flows over d days.
  public func payback(at rate: Ratio = .zero) -> Payback {
    let factors = UnitFactors(rate, unitsPerRate: unitsPerRate)
    // Below zero, discounting would compound without bound; the sum so far is then carried forward.
    var sum = SparsePolynomial.Value()
    var (before, wasBelow) = (0, false)
    for node in nodes {
      let power = factors.small.power(factors.isDiscount ? node.time : node.time - before)
      if !factors.isDiscount { sum = sum.scaled(by: power) }
      let last = sum.sum
      let flow = DoubleDouble(node.fen) * (factors.isDiscount ? power : .one)
      sum.sum = last + flow
      sum.size += flow.magnitude
      // Only money that comes in recovers anything, also where what is missing is below a `Double`.
      let isBelow = (wasBelow && node.fen <= 0) || (sum.sum < .zero && !sum.isZero)
      if wasBelow && !isBelow {
        let elapsed = -last / flow * Double(node.time - before)
        return .recovered(
          time: node.time,
          interpolated: (elapsed + DoubleDouble(Double(before))).high
        )
      }
      wasBelow = isBelow
      before = node.time
    }
    return wasBelow ? .never : .nothingToRecover
  }
}

extension Payback: CustomStringConvertible {
  /// The time of recovery, or why there is none.
  public var description: String { text(in: .english) }

  /// Returns the time of recovery, or why there is none, in a language.
  public func text(in language: Language) -> String {
    let phrase =
      switch self {
      case .recovered(let time, let interpolated):
        Phrase(
          en: "recovered at \(time), interpolated \(DecimalText.hundredths(interpolated))",
          zh: "于时点 \(time) 收回，内插为 \(DecimalText.hundredths(interpolated))"
        )
      case .never: Phrase(en: "never recovered", zh: "始终未收回")
      case .nothingToRecover: Phrase(en: "nothing to recover", zh: "无需收回")
      }
    return phrase.text(in: language)
  }
}

public import BenefitBinding

extension CashFlows {
  /// Returns the value of the flows at time 0: Σ c / (1 + r)ᵗ, in yuan.
  ///
  /// Time 0 is that of the first flow, or of the earliest day; there t is the number of days over 365.
  /// Rounding errors are below the last digit of the `Double`. It is infinite where the value is beyond a
  /// `Double`, as at rates near −1 over many years, and never NaN.
  ///
  /// ```swift
  /// let flows = CashFlows.periodic(["-40000", "5000", "8000", "12000", "30000"])
  /// print(flows.netPresentValue(at: "8%"))      // 3065.2226681795346
  /// ```
  ///
  /// - Parameter rate: The rate of a period, or of a year.
  /// - Returns: The value in yuan, 0 where nothing flows.
  /// - Precondition: The rate is above −1.
  /// - Complexity: O(n log d) for n flows over d days.
  public func netPresentValue(at rate: Ratio) -> Double {
    Self.presentValue(of: nodes, UnitFactors(rate, unitsPerRate: unitsPerRate))
  }

  /// The value of nodes at time 0.
  static func presentValue(of nodes: [Node], _ factors: UnitFactors) -> Double {
    let polynomial = polynomial(of: nodes)
    guard let lead = nodes.first(where: { $0.fen != 0 })?.time else { return 0 }
    return factors.isDiscount
      ? (polynomial.value(at: factors.small).sum * factors.small.power(lead)).high / 100
      : quotient(
        polynomial.mirrored.value(at: factors.small).sum,
        factors.small.power(polynomial.degree + lead)
      )
  }

  /// Returns the value of the flows at the time of the last one: Σ c · (1 + r)ᵀ⁻ᵗ, in yuan.
  ///
  /// It is infinite where the value is beyond a `Double`.
  ///
  /// - Parameter rate: The rate of a period, or of a year.
  /// - Returns: The value in yuan, 0 where nothing flows.
  /// - Precondition: The rate is above −1.
  /// - Complexity: O(n log d) for n flows over d days.
  public func netFutureValue(at rate: Ratio) -> Double {
    Self.futureValue(of: nodes, UnitFactors(rate, unitsPerRate: unitsPerRate))
  }

  /// The value of nodes at the time of the last one.
  static func futureValue(of nodes: [Node], _ factors: UnitFactors) -> Double {
    let polynomial = polynomial(of: nodes)
    guard let last = nodes.last?.time, let end = nodes.last(where: { $0.fen != 0 })?.time else {
      return 0
    }
    return factors.isDiscount
      ? quotient(
        polynomial.value(at: factors.small).sum,
        factors.small.power(polynomial.degree + last - end)
      )
      : (polynomial.mirrored.value(at: factors.small).sum * factors.small.power(last - end)).high
        / 100
  }

  /// A sum of fen over a power from 0 to 1, in yuan; only here a value may be beyond a `Double`.
  private static func quotient(_ sum: DoubleDouble, _ power: DoubleDouble) -> Double {
    sum == .zero ? 0 : sum.dividedRounded(by: power) / 100
  }
}

/// The effect of a rate on money in one period or one day.
struct UnitFactors {
  /// The factor that discounts where it is at most 1, or else its reciprocal.
  let small: DoubleDouble

  /// True if ``small`` discounts; at a rate below zero it compounds.
  let isDiscount: Bool

  /// Works out the factor of a unit of time: the root of (1 + r)·xᵘ − 1 for u units.
  init(_ rate: Ratio, unitsPerRate: Int) {
    let growth = Int128(rate.numerator) + Int128(rate.denominator)
    require(growth > 0, "Money cannot be discounted at \(rate); a rate is above -1.")
    isDiscount = rate >= .zero
    let (less, more) =
      isDiscount ? (Int128(rate.denominator), growth) : (growth, Int128(rate.denominator))
    let equation = SparsePolynomial([
      .init(exponent: 0, coefficient: -DoubleDouble(less)),
      .init(exponent: unitsPerRate, coefficient: DoubleDouble(more)),
    ])
    // Signs change once and the value at 1 is not below zero, so there is a root.
    small = equation.rootsUpToOne().first?.x ?? .one
  }
}

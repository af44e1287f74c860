/// A polynomial with few terms and exponents of any size, such as flows of money by day.
///
/// A flow c after e days is worth c·xᵉ, x being the discount factor of a day, so a discounted sum is a
/// polynomial in x whose exponents are whole, and an internal rate is one of its roots above zero.
struct SparsePolynomial: Sendable {
  /// One term.
  struct Term: Sendable {
    var exponent: Int
    var coefficient: DoubleDouble
  }

  /// The terms by rising exponent from 0 on, none of them zero.
  let terms: [Term]

  /// Creates a polynomial from terms in the order of their exponents, divided by its lowest power.
  ///
  /// Roots above zero stay what they are.
  init(_ terms: [Term]) {
    let kept = terms.filter { $0.coefficient != .zero }
    let lowest = kept.first?.exponent ?? 0
    self.terms = kept.map { Term(exponent: $0.exponent - lowest, coefficient: $0.coefficient) }
  }

  /// The highest exponent, 0 where there are no terms.
  var degree: Int { terms.last?.exponent ?? 0 }

  /// The number of sign changes of the coefficients, which bounds the number of roots above zero.
  ///
  /// Source: Descartes' rule of signs; for exponents of any kind Laguerre, 1883.
  var signChanges: Int {
    zip(terms, terms.dropFirst()).reduce(0) { $0 + (Self.isSignChange($1.0, $1.1) ? 1 : 0) }
  }

  static func isSignChange(_ first: Term, _ second: Term) -> Bool {
    (first.coefficient < .zero) != (second.coefficient < .zero)
  }

  /// The polynomial in 1/x, times the power that makes it one: its roots are the reciprocals.
  var mirrored: Self {
    Self(
      terms.reversed().map {
        Term(exponent: degree - $0.exponent, coefficient: $0.coefficient)
      }
    )
  }

  /// The value at a point, with what is needed to step to a root and to judge the rounding.
  struct Value {
    /// Σ cᵢxᵉⁱ.
    var sum = DoubleDouble.zero
    /// Σ eᵢcᵢxᵉⁱ, which is x times the derivative.
    var slope = DoubleDouble.zero
    /// Σ |cᵢ|xᵉⁱ: rounding errors are small parts of it.
    var size = 0.0

    /// True if the sum is zero as far as can be told.
    ///
    /// Errors are below 2⁻⁸⁰ of the size for exponents up to a million; whole fen would have to
    /// cancel to 24 digits to be mistaken for zero.
    var isZero: Bool { sum.magnitude <= 0x1p-80 * size }

    /// The value times a factor above zero.
    func scaled(by factor: DoubleDouble) -> Self {
      Self(sum: sum * factor, slope: slope * factor, size: size * factor.high)
    }
  }

  /// Works out the value at a point from 0 to 1, where no power can overflow.
  ///
  /// - Complexity: O(n log d) for n terms and a degree d.
  func value(at x: DoubleDouble) -> Value {
    var value = Value()
    var above = degree
    for term in terms.reversed() {
      let power = x.power(above - term.exponent)
      let coefficient = term.coefficient
      value.sum = value.sum * power + coefficient
      value.slope = value.slope * power + coefficient * Double(term.exponent)
      value.size = value.size * power.high + coefficient.magnitude
      above = term.exponent
    }
    return value
  }
}

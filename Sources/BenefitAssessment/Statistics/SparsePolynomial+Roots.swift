extension SparsePolynomial {
  /// A root and how many roots coincide in it.
  struct Root {
    var x: DoubleDouble
    var multiplicity: Int
  }

  /// All roots above 0 and up to 1, in rising order; those above 1 are the reciprocals of the mirrored
  /// polynomial's.
  ///
  /// With an s between two exponents where the coefficients change their sign, the derivative of x⁻ˢ·f
  /// has one change less and is worked out first. Between two of its roots x⁻ˢ·f only rises or only falls,
  /// so f has at most one root there, which a change of f's sign tells: none is missed. Where f is zero
  /// at such a point, several roots coincide in it.
  ///
  /// - Complexity: O(v²·n) evaluations of a term for n terms with v changes of sign.
  func rootsUpToOne() -> [Root] {
    guard
      let first = terms.first,
      let change = terms.indices.dropFirst().first(where: {
        Self.isSignChange(terms[$0 - 1], terms[$0])
      })
    else { return [] }
    let twiceSplit = terms[change - 1].exponent + terms[change].exponent
    var ends = twistedDerivative(twiceSplit).rootsUpToOne()
    if ends.last?.x != .one { ends.append(Root(x: .one, multiplicity: 0)) }

    var roots: [Root] = []
    var start = DoubleDouble.zero
    // The sign behind `start`, or `nil` where f is zero there and the next end will tell.
    var sign: Sign? = first.coefficient < .zero ? .minus : .plus
    for end in ends {
      let value = value(at: end.x)
      if value.isZero {
        roots.append(Root(x: end.x, multiplicity: end.multiplicity + 1))
        sign = nil
      } else {
        let next: Sign = value.sum < .zero ? .minus : .plus
        if let sign, sign != next {
          let split = Double(twiceSplit) / 2
          roots.append(Root(x: root(from: start, to: end.x, sign, split), multiplicity: 1))
        }
        sign = next
      }
      start = end.x
    }
    return roots
  }

  private enum Sign { case minus, plus }

  /// The derivative of x⁻ˢ·f without its power of x, twice the s being given; scaled so that no
  /// coefficient overflows.
  private func twistedDerivative(_ twiceSplit: Int) -> Self {
    let largest = terms.map { (2 * $0.exponent - twiceSplit).magnitude }.max() ?? 1
    let scale = Double(sign: .plus, exponent: -Double(largest).exponent, significand: 1)
    return Self(
      terms.map {
        let factor = Double(2 * $0.exponent - twiceSplit) * scale
        return Term(exponent: $0.exponent, coefficient: $0.coefficient * factor)
      }
    )
  }

  /// The only root between two points, f having one sign behind the first and the other at the second.
  ///
  /// Newton's steps for x⁻ˢ·f on the scale of log x; where a step leaves the bracket or does not halve
  /// the one before, the bracket is halved instead.
  private func root(
    from start: DoubleDouble,
    to end: DoubleDouble,
    _ sign: Sign,
    _ split: Double
  ) -> DoubleDouble {
    var (low, high) = (start, end)
    var x = (low + high) * 0.5
    var lastStep = Double.infinity
    for _ in 0..<Self.mostSteps {
      let value = value(at: x)
      if value.sum.magnitude <= 0x1p-100 * value.size { return x }
      if (value.sum < .zero ? Sign.minus : .plus) == sign { low = x } else { high = x }
      var next = x - x * (value.sum / (value.slope - value.sum * split))
      let step = (next - x).magnitude
      if !(next > low && next < high && step <= lastStep / 2) {
        next = (low + high) * 0.5
        lastStep = (high - low).magnitude
      } else {
        lastStep = step
      }
      if (next - x).magnitude <= 0x1p-100 * x.magnitude { return next }
      x = next
    }
    return x
  }

  /// Halving from 1 to the smallest `Double`, and down to its last digit, takes no more.
  private static let mostSteps = 1_200
}

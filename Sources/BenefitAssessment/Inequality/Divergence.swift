/// The distance of an income from the mean, as the generalised entropy index of an order counts it.
///
/// The index of order α is usually written as the mean of (rᵅ − 1) / (α(α − 1)) with r = y / μ, a small difference of
/// large numbers that leaves noise, even below zero, where incomes are nearly equal. As the mean of r − 1
/// is zero, a multiple of it may be taken off: what is left, with δ = r − 1,
///
///     d(δ) = ((1 + δ)ᵅ − 1 − αδ) / (α(α − 1))        α = 1: (1 + δ)·ln(1 + δ) − δ        α = 0: δ − ln(1 + δ)
///
/// is never below zero for any income, zero only at the mean, and δ²/2 + (α − 2)δ³/6 + … near it for every α.
///
/// Both δ and r are given: near the mean only the one has all its digits, far below it only the other.
struct Divergence {
  let order: Double

  /// The distance of an income of r times the mean, where δ is r − 1.
  func callAsFunction(_ delta: Double, _ ratio: Double) -> Double {
    if order == 2 { return delta * delta / 2 }
    if ratio == 0 { return order > 0 ? 1 / order : .infinity }
    if order == -1 { return delta / ratio * (delta / 2) }
    if order == 0.5 {
      let root = ratio.squareRoot() + 1
      return 2 * (delta / root) * (delta / root)
    }
    if delta.magnitude * max(1, order.magnitude) < 0.1 { return series(delta) }
    let logarithm = delta > -0.25 ? Elementary.log1p(delta) : Elementary.log(ratio)
    if order == 0 { return delta - logarithm }
    if order == 1 { return ratio * logarithm - delta }
    // Beside the order 1 the formula itself would be a small difference of large numbers.
    let isNearOne = (order - 1).magnitude < 0.5
    let exponent = isNearOne ? order - 1 : order
    let power = Elementary.expm1(exponent * logarithm)
    if power == .infinity { return power }
    return isNearOne
      ? (ratio * (power / exponent) - delta) / order : (power / order - delta) / (order - 1)
  }

  /// The binomial series, which holds for the orders 0 and 1 too.
  private func series(_ delta: Double) -> Double {
    var term = delta * delta / 2
    var sum = term
    var index = 2.0
    while term.magnitude > sum * 0x1p-56 {
      term *= delta * (order - index) / (index + 1)
      sum += term
      index += 1
    }
    return sum
  }
}

/// How far an income is from the mean, as the generalised entropy index of an order counts it.
///
/// The index of order α is usually written as the mean of (rᵅ − 1) / (α(α − 1)) with r = y / μ, a small difference of
/// large numbers that leaves noise, even below zero, where incomes are nearly equal. As the mean of r − 1
/// is zero, a multiple of it may be taken off: what is left, with δ = r − 1,
///
///     d(δ) = ((1 + δ)ᵅ − 1 − αδ) / (α(α − 1))        α = 1: (1 + δ)·ln(1 + δ) − δ        α = 0: δ − ln(1 + δ)
///
/// is never below zero for any income, zero only at the mean, and δ²/2 + (α − 2)δ³/6 + … near it for every α.
struct Divergence {
  let order: Double

  /// The distance of an income of 1 + δ times the mean, with δ of −1 or more.
  func callAsFunction(_ delta: Double) -> Double {
    if order == 2 { return delta * delta / 2 }
    if delta == -1 { return order > 0 ? 1 / order : .infinity }
    if order == -1 { return delta * delta / (2 * (1 + delta)) }
    if order == 0.5 {
      let root = (1 + delta).squareRoot() + 1
      return 2 * (delta / root) * (delta / root)
    }
    if delta.magnitude * max(1, order.magnitude) < 0.1 { return series(delta) }
    if order == 0 { return delta - Elementary.log1p(delta) }
    if order == 1 { return (1 + delta) * Elementary.log1p(delta) - delta }
    // Beside the order 1 the formula itself would be a small difference of large numbers.
    let isNearOne = (order - 1).magnitude < 0.5
    let exponent = isNearOne ? order - 1 : order
    let power = Elementary.expm1(exponent * Elementary.log1p(delta))
    if power == .infinity { return power }
    return isNearOne
      ? ((1 + delta) * (power / exponent) - delta) / order : (power / order - delta) / (order - 1)
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

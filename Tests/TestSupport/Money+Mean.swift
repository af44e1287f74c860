package import BenefitBinding

extension Money {
  /// The mean over a number of places, rounded half up to the fen.
  package func mean(over count: Int64) -> Money {
    multiplied(by: Ratio(1, count), rounding: .halfUp(to: .fen))
  }
}

/// A formula for a rate: a fixed fraction, one that the season states, or what is computed from them.
///
/// ```swift
/// let agreed: Rate = "4.35%"
/// let earned = Rate.fact(.returnRate)
/// let quarterly = (agreed + "2%") / 4
/// ```
public typealias Rate = Formula<Ratio>

extension Formula where Value == Ratio {
  /// A fixed fraction.
  public static func fixed(_ ratio: Ratio) -> Self { Self(.constant(Figure(ratio, .ratio))) }

  /// A whole number of hundredths.
  public static func percent(_ percent: Int64) -> Self { .fixed(.percent(percent)) }

  /// All of it.
  public static var whole: Self { .fixed(.whole) }

  /// None of it.
  public static var zero: Self { .fixed(.zero) }

  /// The rate that the season states under a name.
  public static func fact(_ fact: RateFact) -> Self { Self(.rate(fact)) }

  /// The households' stake as a fraction of all the funding, for the gaqa where each has its own.
  public static var stakeFraction: Self { Self(.stakeRatio) }
}

import BenefitBinding

extension Audit.Rule {
  /// The yield on a stake held against the band in which yields were observed.
  ///
  /// The yield is what households are owed on their stake in a season, divided by the stake. Published
  /// schemes of 2013 to 2019 pay from 5 to 15 % a year (Huangjue 5 %, Yinchuan 8 %, Heshui 10 %,
  /// Mulei 15 %), in the extreme 20 % (promised at Huangling, 2018; 3,500 of 4,000 yuan were paid). The
  /// bounds count as within.
  public static let stakeYield = Self("yield on the stake")
}

extension Audit {
  func stakeYield(_ stakeReturn: StakeReturn) -> Finding? {
    let usual = thresholds.usualYield
    guard let yield = stakeReturn.yield, !usual.contains(yield) else { return nil }
    let (severity, advice): (Severity, String) =
      if yield < usual.lowerBound {
        (.low, "Check what keeps the yield below that of like stakes.")
      } else if yield <= thresholds.extremeYield {
        (.medium, "Check from which profit the dividend comes and whether it was paid in full.")
      } else {
        (
          .high,
          "Check the books of the undertaking: no like stake was seen to earn this, and a payout "
            + "beyond the profit gives the capital back."
        )
      }
    return Finding(
      .stakeYield,
      severity,
      .scheme(stakeReturn.terms.name),
      evidence: [
        ("dividends", .money(stakeReturn.dividends)),
        ("stake", .money(stakeReturn.stake)),
        ("yield", .ratio(yield)),
        ("usual from", .ratio(usual.lowerBound)),
        ("usual to", .ratio(usual.upperBound)),
      ],
      advice: advice
    )
  }
}

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
    let (severity, advice): (Severity, Phrase) =
      if yield < usual.lowerBound {
        (
          .low,
          Phrase(
            en: "Check what keeps the yield below that of like stakes.",
            zh: "请核查收益率为何低于同类股金。"
          )
        )
      } else if yield <= thresholds.extremeYield {
        (
          .medium,
          Phrase(
            en: "Check from which profit the dividend comes and whether it was paid in full.",
            zh: "请核查分红出自何种利润、是否足额支付。"
          )
        )
      } else {
        (
          .high,
          Phrase(
            en:
              "Check the books of the undertaking: no like stake was seen to earn this, and a "
              + "payout beyond the profit gives the capital back.",
            zh: "请核查经营主体的账目：未见同类股金有此收益，超出利润的分红等于退还本金。"
          )
        )
      }
    return Finding(
      .stakeYield,
      severity,
      .scheme(stakeReturn.terms.name),
      evidence: [
        (Phrase(en: "dividends", zh: "分红"), .money(stakeReturn.dividends)),
        (Phrase(en: "stake", zh: "入股资金"), .money(stakeReturn.stake)),
        (Phrase(en: "yield", zh: "收益率"), .ratio(yield)),
        (Phrase(en: "usual from", zh: "通常不低于"), .ratio(usual.lowerBound)),
        (Phrase(en: "usual to", zh: "通常不高于"), .ratio(usual.upperBound)),
      ],
      advice: advice
    )
  }
}

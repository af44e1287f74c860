import BenefitBinding

extension Audit.Rule {
  /// A coupon that no result decides: with the principal back at term it is a debt called a stake.
  ///
  /// The sign is in the terms: neither the dividend nor what it refers to names a fact of the season (a
  /// profit, revenue or return) or the balance of an account. Where principal of the stake goes back to its
  /// source (`Funding.Disposition.returned(on:)`) this is a loan in substance; with yearly coupons and the
  /// principal back in full the rate of the coupon is the rate of return. Where the terms do not say
  /// what becomes of the principal, the severity is low; where it stays in the undertaking, the
  /// stake can be lost and nothing is found.
  ///
  /// No source draws a line between a dear and a fair coupon; the loan rate is yours to give.
  public static let fixedCoupon = Self("fixed coupon")
}

extension Audit {
  func fixedCoupon(_ stakeReturn: StakeReturn) -> Finding? {
    guard stakeReturn.isFixed, let rate = stakeReturn.yield, rate > .zero else { return nil }
    let stakes = stakeReturn.funding.contributions.filter { $0.stakeFen > 0 }
    let returned = stakes.reduce(0 as Int128) { sum, contribution in
      if case .returned = contribution.disposition { sum + contribution.stakeFen } else { sum }
    }
    let isUnknown = stakes.contains { $0.disposition == nil }
    // The stake fits, and this is a part of it.
    guard returned > 0 || isUnknown, let returned = Int64(exactly: returned) else { return nil }

    let isDear = thresholds.loanRate.map { rate > $0 } ?? false
    return Finding(
      .fixedCoupon,
      returned == 0 ? .low : isDear ? .high : .medium,
      .scheme(stakeReturn.terms.name),
      evidence: [
        (Phrase(en: "coupon", zh: "固定收益"), .money(stakeReturn.dividends)),
        (Phrase(en: "stake", zh: "入股资金"), .money(stakeReturn.stake)),
        (Phrase(en: "rate", zh: "收益率"), .ratio(rate)),
        (
          Phrase(en: "stake to be returned", zh: "应退还的股金"),
          returned > 0 ? .money(Money(fen: returned)) : nil
        ),
        (Phrase(en: "loan rate", zh: "贷款利率"), thresholds.loanRate.map(Value.ratio)),
      ],
      advice: returned == 0
        ? Phrase(
          en: "Check what becomes of the principal: with it back at term the stake is a loan.",
          zh: "请核查本金如何处置：到期退还本金的，股金实为贷款。"
        )
        : Phrase(
          en:
            "Check who bears a loss: a fixed coupon with the principal back is a loan in "
            + "substance.",
          zh: "请核查亏损由谁承担：固定收益加退还本金，实为贷款。"
        )
    )
  }
}

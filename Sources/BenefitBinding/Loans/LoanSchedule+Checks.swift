extension LoanSchedule {
  /// The most periods a loan may run for: a hundred years of months.
  static let mostPeriods = 1_200

  /// Refuses terms that make no loan.
  func check() throws(BenefitError) {
    guard principal > .zero else {
      throw BenefitError(
        .notPositive,
        found: Phrase(
          en: "A loan of \(principal) has nothing to repay.",
          zh: "本金 \(principal) 的贷款无可偿还。"
        ),
        advice: Phrase(en: "Lend more than zero.", zh: "贷款金额请大于零。")
      )
    }
    guard rate >= .zero else {
      throw BenefitError(
        .negative,
        found: Phrase(en: "The rate \(rate) is below zero.", zh: "利率 \(rate) 低于零。"),
        advice: Phrase(en: "A loan bears a rate of zero or more.", zh: "贷款利率应为零或以上。")
      )
    }
    guard (1...Self.mostPeriods).contains(periods) else {
      throw BenefitError(
        .outOfRange,
        found: Phrase(en: "A loan cannot run for \(periods) periods.", zh: "贷款期数不能为 \(periods) 期。"),
        advice: Phrase(
          en: "Give from 1 to \(Self.mostPeriods), which is a hundred years of months.",
          zh: "请填 1 到 \(Self.mostPeriods)（按月计为一百年）。"
        )
      )
    }
    guard (0..<periods).contains(grace) else {
      throw BenefitError(
        .outOfRange,
        found: Phrase(
          en: "A loan of \(periods) periods cannot have a grace of \(grace).",
          zh: "\(periods) 期的贷款不能有 \(grace) 期宽限期。"
        ),
        advice: Phrase(
          en: "Grace is counted within the periods and leaves at least one to repay in.",
          zh: "宽限期计入总期数，至少要留一期还款。"
        )
      )
    }
    guard (.zero...principal).contains(balloon) else {
      throw BenefitError(
        balloon < .zero ? .negative : .outOfRange,
        found: Phrase(
          en: "A loan of \(principal) cannot keep \(balloon) for the last payment.",
          zh: "本金 \(principal) 的贷款不能留 \(balloon) 到最后一期偿还。"
        ),
        advice: Phrase(
          en: "A balloon is a part of the principal; give from zero to all of it.",
          zh: "尾款是本金的一部分；请填零到全部本金。"
        )
      )
    }
    try checkSubsidy()
    if case .byDays(let count, let start, let due) = accrual { try check(count, start, due) }
  }

  private func checkSubsidy() throws(BenefitError) {
    switch subsidy {
    case .none: break
    case .fraction(let fraction):
      guard (.zero ... .whole).contains(fraction) else {
        throw BenefitError(
          .outOfRange,
          found: Phrase(
            en: "A subsidy cannot pay \(fraction) of the interest.",
            zh: "贴息不能为利息的 \(fraction)。"
          ),
          advice: Phrase(en: "Give a fraction from 0 to 1.", zh: "请填 0 到 1 之间的比例。")
        )
      }
    case .borrowerRate(let borrowerRate):
      guard (.zero...rate).contains(borrowerRate) else {
        throw BenefitError(
          .outOfRange,
          found: Phrase(
            en: "A borrower's rate of \(borrowerRate) does not go with a rate of \(rate).",
            zh: "借款人利率 \(borrowerRate) 与贷款利率 \(rate) 不相符。"
          ),
          advice: Phrase(
            en: "Give one from 0 to the whole rate; the subsidy is the difference.",
            zh: "请填 0 到贷款利率之间的利率；差额即为贴息。"
          )
        )
      }
    }
  }
}

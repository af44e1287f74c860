extension LoanSchedule {
  /// Refuses due days that make no periods, or parts of a rate that are too fine.
  func check(_ count: DayCount, _ start: Day, _ due: [Day]) throws(BenefitError) {
    guard due.count == periods else {
      throw BenefitError(
        .wrongLength,
        found: Phrase(
          en: "A loan of \(Plural.counted(periods, "period")) has "
            + "\(Plural.counted(due.count, "due day")).",
          zh: "贷款共 \(periods) 期，却有 \(due.count) 个还款日。"
        ),
        advice: Phrase(en: "Give one day for each period.", zh: "请为每期填一个还款日。")
      )
    }
    for (index, (before, day)) in zip([start] + due, due).enumerated() {
      let isDayOfLoan = isPaidInAdvance && index == 0
      guard day >= before else {
        throw BenefitError(
          .outOfOrder,
          at: .day(day),
          found: Phrase(
            en: index == 0
              ? "a payment is due before the day of the loan, \(start)."
              : "a payment is due before the one of \(before).",
            zh: index == 0 ? "还款日早于放款日 \(start)。" : "还款日早于前一个还款日 \(before)。"
          ),
          advice: Phrase(en: "Give the due days in order.", zh: "请按先后顺序填还款日。")
        )
      }
      guard !isDayOfLoan || day == start else {
        throw BenefitError(
          .outOfOrder,
          at: .day(day),
          found: Phrase(
            en: "the first payment is due after the day of the loan, \(start).",
            zh: "第一个还款日晚于放款日 \(start)。"
          ),
          advice: Phrase(
            en: "Payments at the beginning of each period start on the day of the loan.",
            zh: "期初还款的贷款，第一个还款日就是放款日。"
          )
        )
      }
      let part = count.yearFraction(of: Period(from: before, until: day))
      guard isDayOfLoan || part > .zero else {
        throw BenefitError(
          .notPositive,
          at: .day(day),
          found: Phrase(
            en: "the period from \(before) has no day to bear interest.",
            zh: "从 \(before) 起的这一期没有计息天数。"
          ),
          advice: Phrase(
            en: "Give a later due day; by 30E/360 the 31st of a month is none.",
            zh: "请填更晚的还款日；按 30E/360 计，每月 31 日不算一天。"
          )
        )
      }
      for rate in [rate, instalmentRate] where rate.multiplied(exactly: part) == nil {
        throw BenefitError(
          .tooFine,
          at: .day(day),
          found: Phrase(
            en: "\(part) of the rate \(rate) cannot be kept exactly.",
            zh: "利率 \(rate) 的 \(part) 无法精确保存。"
          ),
          advice: Phrase(en: "Give a rate of fewer digits.", zh: "请填位数较少的利率。")
        )
      }
    }
  }
}

public import BenefitBinding

extension Audit.Rule {
  /// Instalments that were paid after their due days, are open, or were paid before the season began.
  ///
  /// Muli paid two thirds of a year's amount in its October (2018), Shuangping an advance of 300 yuan (2017):
  /// within the season both are due when they say. What is open after its day is medium, and high after a year by
  /// default; what was paid late in the end is low. A payment before the season is medium: no result of the
  /// season can have paid it. Goods that are owed by days, as under an `InKindLedger`, are instalments too. No source
  /// draws a line.
  public static let instalments = Self("instalments and their days")
}

extension Audit {
  /// Asks whether instalments were paid by their days and not before the season.
  ///
  /// ```swift
  /// let agreed = try settlement.instalments(of: "dividend", ["2016-12-31": .part(1)], in: .year(2016))
  /// audit.examine(try agreed.paying(.yuan(100_000), on: "2017-01-20"), on: "2017-06-30")
  /// ```
  ///
  /// - Parameters:
  ///   - instalments: What was agreed and paid.
  ///   - day: The day at whose end the payments are counted.
  /// - Precondition: The amounts are in the currency of the audit.
  /// - Complexity: O(n · k · p) for n households, k instalments and p payments.
  public mutating func examine(_ instalments: Instalments, on day: Day) {
    requireCurrency(instalments.currency, of: "The instalments are")
    let name = StandardLine.words(instalments.line, in: .simplifiedChinese)
    let claim = Subject.claim(Phrase(en: instalments.line, zh: "「\(name)」"))
    report(
      instalments.states(on: day).map { overdue($0, claim) }
        + [instalments.beforeSeason.map { beforeSeason($0, instalments.season.start, claim) }]
    )
  }

  private func overdue(_ state: Instalments.State, _ claim: Subject) -> Finding? {
    guard state.daysLate > 0 else { return nil }
    let isOpen = state.open > .zero
    return Finding(
      .instalments,
      !isOpen ? .low : state.daysLate > thresholds.highOverdueDays ? .high : .medium,
      claim,
      evidence: [
        (Phrase(en: "due on", zh: "付款日"), .day(state.day)),
        (Phrase(en: "due", zh: "应付"), .money(state.due)),
        (Phrase(en: "paid in time", zh: "按时支付"), .money(state.inTime)),
        (Phrase(en: "paid late", zh: "逾期支付"), .money(state.late)),
        (Phrase(en: "open", zh: "未付"), isOpen ? .money(state.open) : nil),
        (Phrase(en: "late", zh: "逾期"), .days(state.daysLate)),
      ],
      advice: isOpen
        ? Phrase(
          en: "Check when the instalment is paid and what the households were told.",
          zh: "请核查该期何时付清，以及如何告知农户。"
        )
        : Phrase(en: "Check why the instalment was paid late.", zh: "请核查该期为何逾期支付。")
    )
  }

  private func beforeSeason(
    _ early: (day: Day, amount: Money),
    _ start: Day,
    _ claim: Subject
  ) -> Finding {
    Finding(
      .instalments,
      .medium,
      claim,
      evidence: [
        (Phrase(en: "paid before the season", zh: "期间开始前支付"), .money(early.amount)),
        (Phrase(en: "first on", zh: "首次日期"), .day(early.day)),
        (Phrase(en: "season from", zh: "期间开始"), .day(start)),
      ],
      advice: Phrase(
        en: "Check from which money it was paid: the season had earned nothing yet.",
        zh: "请核查款项来源：期间尚未开始，无收益可分。"
      )
    )
  }
}

public import BenefitBinding
public import BenefitLedgers

extension Audit.Rule {
  /// Dividends that no profit covers: the households' own capital is handed back to them as income.
  ///
  /// The severity is high where all that was paid until a day is more than all that was earned, and where
  /// dividends were paid before the undertaking began to operate: a county paid "rent dividends" on
  /// shops that were still being built (2019). It is low for a payout in advance of a profit
  /// that has since made it good.
  public static let paidOutOfCapital = Self("dividend out of capital")

  /// Capital that lies in a fund and works nowhere, by its age.
  ///
  /// National audits count money that was idle for more than one and for more than two years: 843
  /// million of 5.013 billion yuan in 40 counties for over a year (16.8 %, 2016), 1.954 billion in 84
  /// counties, of it 623 million for over two years (158 counties, 2017).
  public static let idleCapital = Self("idle money")

  /// Principal that should have gone back to its source and did not.
  ///
  /// What fell due follows from `Funding.Contribution.disposition`. The severity is medium from the first
  /// day and high after a year by default; no source draws a line.
  public static let principalDue = Self("principal due")
}

extension Audit {
  private func paidOutOfCapital(
    _ account: CapitalAccount,
    _ fund: Subject,
    _ day: Day,
    _ operatingSince: Day?
  ) -> [Finding] {
    func finding(
      _ severity: Severity,
      _ evidence: [(name: Phrase, value: Value?)],
      _ advice: Phrase
    ) -> Finding {
      Finding(.paidOutOfCapital, severity, fund, evidence: evidence, advice: advice)
    }
    let position = account.position(on: day)
    var findings: [Finding] = []
    if position.paidOutOfCapital > .zero {
      let evidence: [(Phrase, Value?)] = [
        (Phrase(en: "paid out", zh: "已分红"), .money(position.paidOut)),
        (Phrase(en: "earned", zh: "盈利"), .money(position.earned)),
        (Phrase(en: "out of capital", zh: "其中动用本金"), .money(position.paidOutOfCapital)),
      ]
      let advice = Phrase(
        en: "Check who decided the dividend and make the capital good.",
        zh: "请核查分红由谁决定，并补足本金。"
      )
      findings = [finding(.high, evidence, advice)]
    } else {
      let advice = Phrase(
        en: "Check on what the advance was founded; profit made it good later.",
        zh: "请核查预先分红的依据；其后的盈利已予补足。"
      )
      findings = account.payoutsOutOfCapital.filter { $0.day <= day }.map { payout in
        let evidence: [(Phrase, Value?)] = [
          (Phrase(en: "on", zh: "日期"), .day(payout.day)),
          (Phrase(en: "paid", zh: "实付"), .money(payout.paid)),
          (Phrase(en: "in advance of profit", zh: "先于盈利"), .money(payout.outOfCapital)),
        ]
        return finding(.low, evidence, advice)
      }
    }
    let early = operatingSince.map { account.payouts(until: min(day, $0.dayBefore)) } ?? []
    if let first = early.first {
      let sum = early.reduce(Money.zero) { $0 + $1.amount }
      let evidence: [(Phrase, Value?)] = [
        (Phrase(en: "paid before operating", zh: "开业前分红"), .money(sum)),
        (Phrase(en: "first on", zh: "首次日期"), .day(first.day)),
        (Phrase(en: "operating since", zh: "开业日期"), operatingSince.map(Value.day)),
      ]
      let advice = Phrase(
        en: "Check what was paid out while nothing could be earned.",
        zh: "请核查尚无盈利可能时分了什么钱。"
      )
      findings.append(finding(.high, evidence, advice))
    }
    return findings
  }

  private func idleCapital(_ account: CapitalAccount, _ fund: Subject, _ day: Day) -> Finding? {
    let putIn = account.position(on: day).putIn
    let limits = [
      (thresholds.idleMonths.lowerBound, Severity.medium),
      (thresholds.idleMonths.upperBound, .high),
    ]
    let ages = limits.compactMap { months, severity in
      let idle = account.idleCapital(on: day, overMonths: months)
      return Ratio(checking: idle.fen, putIn.fen).map {
        (months: months, severity: severity, idle: idle, part: $0)
      }
    }
    guard let severity = ages.filter({ $0.part > thresholds.toleratedIdle }).map(\.severity).max()
    else {
      return nil
    }
    let idle = ages.filter { $0.idle > .zero }.flatMap { age -> [(name: Phrase, value: Value?)] in
      let months = age.months
      return [
        (Phrase(en: "idle over \(months) months", zh: "闲置超过 \(months) 个月"), .money(age.idle)),
        (Phrase(en: "part of what was put in", zh: "占投入资金"), .ratio(age.part)),
      ]
    }
    // The oldest money comes first.
    let oldest = account.idle(on: day).first.map { Value.days(day - $0.event.day) }
    return Finding(
      .idleCapital,
      severity,
      fund,
      evidence: [(Phrase(en: "put in", zh: "投入"), .money(putIn))] + idle
        + [(Phrase(en: "oldest", zh: "最长闲置"), oldest)],
      advice: Phrase(
        en: "Check why the money waits, and for which project.",
        zh: "请核查资金为何闲置、等待哪个项目。"
      )
    )
  }

  private func principalDue(_ account: CapitalAccount, _ fund: Subject, _ day: Day) -> [Finding] {
    account.principalDue(on: day).filter { $0.open > .zero && $0.day < day }.map { due in
      let source = due.source.words(in: .simplifiedChinese)
      return Finding(
        .principalDue,
        day - due.day > thresholds.highOverdueDays ? .high : .medium,
        fund,
        evidence: [
          (Phrase(en: "due", zh: "到期"), .money(due.amount)),
          (Phrase(en: "returned", zh: "已退还"), .money(due.amount - due.open)),
          (Phrase(en: "open", zh: "未退还"), .money(due.open)),
          (Phrase(en: "overdue", zh: "逾期"), .days(day - due.day)),
        ],
        advice: Phrase(
          en: "Check whether the fund can pay \(due.source) back and who answers for it.",
          zh: "请核查能否退还\(source)，以及由谁负责。"
        )
      )
    }
  }

  /// Asks what a capital account shows on a day: dividends out of capital, idle money, principal due.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - fund: What the fund is called.
  ///   - day: The day at whose end the account is read.
  ///   - operatingSince: The first day on which the undertaking could earn anything, if it is known.
  /// - Complexity: O(e + c log c) for e events and c contributions, on average.
  public mutating func examine(
    _ account: CapitalAccount,
    of fund: String,
    on day: Day,
    operatingSince: Day? = nil
  ) {
    let subject = Subject.fund(fund)
    report(
      paidOutOfCapital(account, subject, day, operatingSince)
        + [idleCapital(account, subject, day)] + principalDue(account, subject, day)
    )
  }
}

extension CapitalAccount {
  /// The dividends that left the fund until the end of a day.
  fileprivate func payouts(until day: Day) -> [(day: Day, amount: Money)] {
    events.prefix { $0.day <= day }.compactMap { event in
      if case .paidOut(let amount) = event.occurrence { (event.day, amount) } else { nil }
    }
  }
}

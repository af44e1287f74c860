public import BenefitBinding
public import BenefitLedgers

extension Audit {
  /// Asks whether goods and money that are owed in kind came by their days, and whether insurers' payments are
  /// stated.
  ///
  /// What is short is added up contract by contract: a tree that bore more makes up for no other. Each good, and the
  /// money of each party, has a finding of its own under ``Rule/instalments``; an insured death for which no payment
  /// is stated is one under ``Rule/missingClaim``.
  ///
  /// ```swift
  /// audit.examine(ledger, of: "Pear trees", on: "2023-12-31")
  /// ```
  ///
  /// - Parameters:
  ///   - ledger: What was agreed, and what happened.
  ///   - name: What the contracts are called.
  ///   - day: The day at whose end the ledger is read.
  /// - Complexity: O(c + e·i) for c contracts, e events and i instalments.
  public mutating func examine(_ ledger: InKindLedger, of name: String, on day: Day) {
    let late = ledger.lateness(on: day).filter { $0.since.map { $0 < day } ?? true }
    let debts = Dictionary(grouping: late) { Debt(good: $0.good, debtor: $0.debtor) }
    report(
      debts.map { debt, parts in
        shortfall(
          of: debt,
          name,
          parts.map(\.counts),
          since: parts.compactMap(\.since),
          at: debt.good.flatMap { ledger.terms.redeemableAt[$0] },
          on: day
        )
      } + [openClaims(ledger.position(on: day)[.claimsOpen], ledger.terms.lent, name)]
    )
  }

  /// A good that the borrower owes, or the money of a party.
  private struct Debt: Hashable {
    let good: Good?
    let debtor: InKindTerms.Party

    func value(_ count: Int) -> Value {
      good.map { .quantity(Quantity(Int64(count), $0.unit)) } ?? .money(Money(fen: Int64(count)))
    }

    func subject(_ name: String) -> Subject {
      let (english, chinese) =
        good.map { ($0.name, $0.words(in: .simplifiedChinese)) }
        ?? (debtor == .lender
          ? ("money of the lender", "借出方应付款") : ("money of the borrower", "借入方应付款"))
      return .claim(Phrase(en: "\(name), \(english)", zh: "「\(name)」\(chinese)"))
    }
  }

  private func shortfall(
    of debt: Debt,
    _ name: String,
    _ counts: [InKindPosition],
    since days: [Day],
    at price: Money?,
    on day: Day
  ) -> Finding {
    func sum(_ count: InKindCount) -> Int { counts.reduce(0) { $0 + $1[count] } }
    func given(_ count: Int) -> Value? { count > 0 ? debt.value(count) : nil }
    let open = sum(.arrears)
    let overdue = days.min().map { day - $0 }
    let worth = price.flatMap { Int64(exactly: Int128($0.fen) * Int128(open)) }.map(
      Money.init(fen:)
    )
    return Finding(
      .instalments,
      overdue.map { $0 > thresholds.highOverdueDays ? .high : .medium } ?? .low,
      debt.subject(name),
      evidence: [
        (Phrase(en: "due", zh: "应交"), debt.value(sum(.due))),
        (Phrase(en: "delivered", zh: "已交"), debt.value(sum(.delivered))),
        (Phrase(en: "redeemed in money", zh: "折价抵付"), given(sum(.redeemed))),
        (Phrase(en: "made good late", zh: "逾期补足"), given(sum(.madeGood))),
        (Phrase(en: "short", zh: "短缺"), given(open)),
        (Phrase(en: "worth", zh: "折价"), open > 0 ? worth.map { .money($0) } : nil),
        (
          Phrase(en: "contracts concerned", zh: "涉及合同"),
          .count(Int64(counts.count), of: "contracts")
        ),
        (Phrase(en: "late", zh: "逾期"), overdue.map(Value.days)),
      ],
      advice: open > 0
        ? Phrase(
          en: "Check when what is short is made good and what the other party was told.",
          zh: "请核查短缺部分何时补足，以及如何告知对方。"
        )
        : Phrase(en: "Check why it was made good late.", zh: "请核查为何逾期才补足。")
    )
  }

  private func openClaims(_ heads: Int, _ good: Good, _ name: String) -> Finding? {
    guard heads > 0 else { return nil }
    return Finding(
      .missingClaim,
      .low,
      .claim(name),
      evidence: [
        (
          Phrase(en: "insured and dead, payment not stated", zh: "已投保死亡、赔款未载明"),
          .quantity(Quantity(Int64(heads), good.unit))
        )
      ],
      advice: Phrase(
        en: "Check whether the insurer was told, and what it pays a head.",
        zh: "请核查是否已报案，以及每头赔付多少。"
      )
    )
  }
}

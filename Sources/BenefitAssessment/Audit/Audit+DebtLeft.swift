import BenefitBinding

extension Audit.Rule {
  /// Debts that stay with households, above all for money that an enterprise uses.
  ///
  /// In loans lent on (户贷企用) the household owes the bank while the enterprise pays it a coupon: where
  /// the enterprise failed, the principal and the entry in the credit register fell back on the
  /// household, and places stopped the practice (2017). A debt together with a return from the same
  /// scheme, on a loan lent on or on a stake, is such a loan (`Purpose`). The severity is high where nobody
  /// covers it in full, medium where somebody does, and low for a loan that the household uses itself.
  /// Where no cover is given, the terms decide: somebody covers it where they name another party that bears
  /// what is not paid (`Liability`).
  public static let debtLeft = Self("debt left with households")
}

extension Audit {
  func debtLeft(_ terms: Terms, _ settlement: Settlement, _ cover: Money?) -> Finding? {
    let lines = settlement.lines.filter { $0.scheme == terms.name }
    let debts = lines.filter { $0.flow == .debt }
    let coupons = lines.filter { [.returnOnLoan, .returnOnStake].contains($0.purpose) }
    var (sum, lentOn) = (0 as Int128, 0 as Int128)
    var (debtors, lenders) = (0, 0)
    for row in settlement.register.indices {
      let debt = debts.reduce(0 as Int128) { $0 + Int128($1.fen[row]) }
      guard debt > 0 else { continue }
      (sum, debtors) = (sum + debt, debtors + 1)
      guard coupons.contains(where: { $0.fen[row] > 0 }) else { continue }
      (lentOn, lenders) = (lentOn + debt, lenders + 1)
    }
    guard sum > 0, let fen = Int64(exactly: lentOn > 0 ? lentOn : sum) else { return nil }
    let isLentOn = lentOn > 0
    let liabilities = debts.filter { $0.total > .zero }.map(\.liability)
    let isCovered =
      cover.map { Ratio(checking: $0.fen, fen) ?? .zero >= thresholds.coveredDebt }
      ?? liabilities.allSatisfy { $0?.bearer != nil }
    return Finding(
      .debtLeft,
      !isLentOn ? .low : isCovered ? .medium : .high,
      .scheme(terms.name),
      evidence: [
        (
          isLentOn
            ? Phrase(en: "debt lent on", zh: "户贷企用债务") : Phrase(en: "debt", zh: "债务"),
          .money(Money(fen: fen))
        ),
        (Phrase(en: "owed by", zh: "负债户"), .households(isLentOn ? lenders : debtors)),
        (Phrase(en: "covered by others", zh: "由他方代偿"), cover.map { .money($0) }),
      ],
      advice: isLentOn
        ? whoPays(liabilities)
        : Phrase(
          en: "Check that the use of the loans can pay them back.",
          zh: "请核查贷款用途能否保证还款。"
        )
    )
  }

  /// Asks who pays the bank, with the parties that the terms name.
  private func whoPays(_ liabilities: [Liability?]) -> Phrase {
    let stated = Set(liabilities.compactMap(\.self))
    guard let liability = stated.first, stated.count == 1 else {
      return Phrase(
        en: "Check who pays the bank if the enterprise does not.",
        zh: "请核查企业不还时由谁向银行还款。"
      )
    }
    return Phrase(
      en: "Check that the bank is paid as the terms say: \(liability.words(in: .english)).",
      zh: "请核查银行贷款是否按条款偿还：\(liability.words(in: .simplifiedChinese))。"
    )
  }
}

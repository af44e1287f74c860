// Amounts in a currency: how they are written, and which it can pay.

extension Currency {
  /// An amount as it is written in the currency: `4,000.00`, or `4,000` where only whole units are paid.
  package func text(_ money: Money) -> String {
    hundredth == nil ? Figure(money).text(in: .english, of: self) : money.description
  }

  /// Returns true if an amount can be paid in the currency; one that has a hundredth rounds what is finer.
  func keeps(_ amount: Figure) -> Bool {
    step == .fen || amount.value.denominator == 1 && amount.value.numerator % step.fen == 0
  }

  /// The error of an amount that is finer than the currency can pay.
  func notWhole(_ amount: Figure) -> BenefitError {
    let text = amount.text(in: .english, of: self)
    return BenefitError(
      .tooFine,
      found: Phrase(
        en: "\(text) is no whole number of \(smallests).",
        zh: "\(text) 不是整数\(smallest.chinese)。"
      ),
      advice: Phrase(
        en: "State whole \(smallests); only prices and other facts may be finer.",
        zh: "请填整数\(smallest.chinese)；只有单价等数据可以更细。"
      )
    )
  }
}

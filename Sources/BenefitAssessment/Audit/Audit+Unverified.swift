public import BenefitBinding

extension Audit.Rule {
  /// Quantities that were reported but not found when somebody looked, or that nobody looked at.
  ///
  /// Of 28,400 chicks that an office in Zhijin reported as handed out, 15,900 never existed (2007): 56.0 %.
  /// No source draws a line; by default the severity is high where a tenth is missing, and medium where it is less.
  public static let verification = Self("verification")
}

extension Audit {
  private func verification(
    _ claim: String,
    _ reported: Quantity,
    _ verified: Quantity?
  ) -> Finding? {
    func finding(
      _ severity: Severity,
      _ evidence: [(name: Phrase, value: Value?)],
      _ advice: Phrase
    ) -> Finding {
      Finding(
        .verification,
        severity,
        .claim(claim),
        evidence: [
          (Phrase(en: "reported", zh: "上报"), .quantity(reported)),
          (Phrase(en: "found", zh: "实有"), verified.map(Value.quantity)),
        ] + evidence,
        advice: advice
      )
    }
    guard let verified else {
      let advice = Phrase(
        en: "Check the quantity on the spot; nobody has.",
        zh: "请实地核查数量；尚无人核查。"
      )
      return finding(.low, [], advice)
    }
    require(
      reported.unit == verified.unit,
      "\(verified) verifies nothing of \(reported), which is in another unit."
    )
    if reported == verified { return nil }
    let missing = Int128(reported.thousandths) - Int128(verified.thousandths)
    if missing < 0 {
      let advice = Phrase(
        en: "Check why more was found than reported.",
        zh: "请核查实有数为何多于上报数。"
      )
      return finding(.low, [], advice)
    }
    // What was reported is above what was found, so only a report below zero has no part.
    let tolerated = thresholds.missing
    guard
      let part = Ratio(checking: missing, Int128(reported.thousandths)),
      part > tolerated.lowerBound
    else { return nil }
    let quantity = Int64(exactly: missing).map { Quantity(thousandths: $0, reported.unit) }
    return finding(
      part >= tolerated.upperBound ? .high : .medium,
      [
        (Phrase(en: "missing", zh: "缺少"), quantity.map(Value.quantity)),
        (Phrase(en: "part missing", zh: "缺少比例"), .ratio(part)),
      ],
      Phrase(
        en: "Check whether what is missing was ever delivered and who signed for it.",
        zh: "请核查缺少的部分是否曾发放、由谁签收。"
      )
    )
  }

  /// Asks whether a reported quantity was found when somebody looked.
  ///
  /// ```swift
  /// audit.examine("chicks handed out", reported: "28,400 head", verified: "12,500 head")
  /// ```
  ///
  /// - Parameters:
  ///   - claim: What was reported.
  ///   - reported: How much was reported.
  ///   - verified: How much was found; `nil` where nobody looked.
  /// - Precondition: Both are in one unit, and what was reported is zero or more.
  public mutating func examine(_ claim: String, reported: Quantity, verified: Quantity?) {
    require(reported.thousandths >= 0, "\(reported) cannot have been reported of \(claim).")
    report([verification(claim, reported, verified)])
  }
}

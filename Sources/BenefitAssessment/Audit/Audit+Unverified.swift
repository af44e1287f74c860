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
      _ evidence: [(name: String, value: Value?)],
      _ advice: String
    ) -> Finding {
      Finding(
        .verification,
        severity,
        .claim(claim),
        evidence: [
          ("reported", .quantity(reported)), ("found", verified.map(Value.quantity)),
        ] + evidence,
        advice: advice
      )
    }
    guard let verified else {
      return finding(.low, [], "Check the quantity on the spot; nobody has.")
    }
    require(
      reported.unit == verified.unit,
      "\(verified) verifies nothing of \(reported), which is in another unit."
    )
    if reported == verified { return nil }
    let missing = Int128(reported.thousandths) - Int128(verified.thousandths)
    if missing < 0 { return finding(.low, [], "Check why more was found than reported.") }
    // What was reported is above what was found, so only a report below zero has no part.
    let tolerated = thresholds.missing
    guard
      let part = Ratio(checking: missing, Int128(reported.thousandths)),
      part > tolerated.lowerBound
    else { return nil }
    let quantity = Int64(exactly: missing).map { Quantity(thousandths: $0, reported.unit) }
    return finding(
      part >= tolerated.upperBound ? .high : .medium,
      [("missing", quantity.map(Value.quantity)), ("part missing", .ratio(part))],
      "Check whether what is missing was ever delivered and who signed for it."
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

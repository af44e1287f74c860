public import BenefitBinding

extension Audit.Rule {
  /// Quantities that were reported but not found when somebody looked, or that nobody looked at.
  ///
  /// Of 28,400 chicks that an office in Zhijin reported as handed out, 15,900 never existed (2007): 56.0 %.
  /// No source draws a line; by default the severity is high where a tenth is missing, and medium where it is less.
  public static let verification = Self("verification")
}

extension Audit {
  private func verification(_ claim: String, _ reported: Quantity, _ verified: Quantity?)
    -> Finding?
  {
    let report = Evidence("reported", .quantity(reported))
    guard let verified else {
      return Finding(
        .verification,
        .low,
        .claim(claim),
        evidence: [report],
        advice: "Check the quantity on the spot; nobody has."
      )
    }
    require(
      reported.unit == verified.unit,
      "\(verified) verifies nothing of \(reported), which is in another unit."
    )
    if reported == verified { return nil }
    let missing = Int128(reported.thousandths) - Int128(verified.thousandths)
    var evidence = [report, Evidence("found", .quantity(verified))]
    if missing < 0 {
      return Finding(
        .verification,
        .low,
        .claim(claim),
        evidence: evidence,
        advice: "Check why more was found than reported."
      )
    }
    // What was reported is above what was found, so only a report below zero has no part.
    guard let part = Ratio(checking: missing, Int128(reported.thousandths)) else { return nil }
    if part <= thresholds.toleratedMissing { return nil }
    if let missing = Int64(exactly: missing) {
      let quantity = Quantity(thousandths: missing, reported.unit)
      evidence.append(Evidence("missing", .quantity(quantity)))
    }
    evidence.append(Evidence("part missing", part))
    return Finding(
      .verification,
      part >= thresholds.highMissing ? .high : .medium,
      .claim(claim),
      evidence: evidence,
      advice: "Check whether what is missing was ever delivered and who signed for it."
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

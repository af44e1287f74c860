import BenefitBinding

extension Audit.Rule {
  /// A link on paper: money or members, but nothing that a household could claim and anybody compute.
  ///
  /// A stake is no claim by itself: without a rule for the dividend it earns nothing. Income in money
  /// and goods that are given free, kept or allotted are claims. Sources: reports on "special dividends" without a
  /// rule on assets bought with 1.82 million yuan (2020), and the audit of 2018, in which 37 counties
  /// had given 1.092 billion yuan to firms and large households without any link to the poor.
  ///
  /// A public good, such as a road or a service station, is found too: it serves everybody, but as a
  /// link to households it is empty. Without any money in it the severity is low, as it is of animals that are
  /// insured for a sum that nobody stated.
  public static let missingClaim = Self("no computable claim")
}

extension Audit {
  func missingClaim(_ terms: Terms, _ settlement: Settlement) -> Finding? {
    let hasClaim = settlement.lines.contains { line in
      guard line.scheme == terms.name else { return false }
      return switch line.flow {
      case .wage, .business, .property, .transfer, .addition, .quantity: true
      case .holding: line.purpose != .stake
      default: false
      }
    }
    if hasClaim { return nil }

    let putIn = settlement.funding(of: terms).contributions.reduce(0 as Int128) { $0 + $1.fen }
    let toOthers = settlement.waterfalls.reduce(0 as Int128) { sum, waterfall in
      guard waterfall.scheme == terms.name else { return sum }
      return waterfall.steps.reduce(sum) { sum, step in
        step.account == nil
          ? sum : (0..<waterfall.count).reduce(sum) { $0 + Int128(step.paid($1).fen) }
      }
    }
    // A sum that no amount can hold is still money without a claim.
    func money(_ fen: Int128) -> Value? {
      fen > 0 ? Int64(exactly: fen).map { .money(Money(fen: $0)) } : nil
    }
    let isHigh = thresholds.highUnclaimed.map { max(putIn, toOthers) >= Int128($0.fen) } ?? false
    return Finding(
      .missingClaim,
      putIn + toOthers == 0 ? .low : isHigh ? .high : .medium,
      .scheme(terms.name),
      evidence: [
        (Phrase(en: "put in", zh: "投入"), money(putIn)),
        (Phrase(en: "paid to others", zh: "付给他方"), money(toOthers)),
      ],
      advice: Phrase(
        en: "Check what the scheme owes households and write it down as a rule with numbers.",
        zh: "请核查方案应给农户什么，并写成有数额的规则。"
      )
    )
  }
}

public import BenefitBinding

extension Audit.Rule {
  /// A small group of recipients that takes most of a benefit.
  ///
  /// It looks at the largest tenth of those who got anything, and at the largest amount in times of the
  /// smallest. A tenth that takes a tenth is an even split. No source draws a line; the defaults are
  /// three times and five times an even split. For comparison: five founders of a peanut cooperative
  /// in Rizhao got about 100,000 yuan each and most of 712 members 90 yuan (2015), where the largest
  /// tenth takes some nine tenths; the highest reward of Xijiang in 2012 was 18,086.70 and the lowest
  /// 522.50 yuan, by a score for the care of old houses. Unequal is not unjust: a score, a need or work
  /// may be behind it.
  public static let concentration = Self("concentration")
}

extension Audit {
  func concentration(_ amounts: [Money], _ subject: Subject) -> Finding? {
    let amounts = amounts.filter { $0 > .zero }.sorted(by: >)
    guard let largest = amounts.first, let smallest = amounts.last else { return nil }
    let size =
      (Int128(amounts.count) * Int128(thresholds.topGroup.numerator))
      / Int128(thresholds.topGroup.denominator)
    let top = amounts.prefix(Int(clamping: max(0, size)))
    func sum(_ amounts: some Sequence<Money>) -> Int128 {
      amounts.reduce(0) { $0 + Int128($1.fen) }
    }
    let share = top.isEmpty ? nil : Ratio(checking: sum(top), sum(amounts))
    let times = Ratio(largest.fen, smallest.fen)
    let usual = thresholds.topShare
    let severity: Severity
    if let share, share > usual.lowerBound {
      severity = share > usual.upperBound ? .high : .medium
    } else if times > thresholds.spread {
      severity = .medium
    } else {
      return nil
    }
    return Finding(
      .concentration,
      severity,
      subject,
      evidence: [
        (Phrase(en: "recipients", zh: "受益户"), .households(amounts.count)),
        (
          Phrase(en: "largest recipients", zh: "受益最多的户"),
          share == nil ? nil : .households(top.count)
        ),
        (Phrase(en: "their part of the benefit", zh: "其所得占比"), share.map(Value.ratio)),
        (Phrase(en: "largest", zh: "最高"), .money(largest)),
        (Phrase(en: "smallest", zh: "最低"), .money(smallest)),
        (Phrase(en: "largest by smallest", zh: "最高为最低的"), .number(times, in: "times")),
      ],
      advice: Phrase(
        en: "Check who the largest recipients are and by which rule they get so much more.",
        zh: "请核查受益最多的是哪些户，按什么规则多得。"
      )
    )
  }

  /// Asks how concentrated amounts are that were published or paid outside a settlement.
  ///
  /// - Parameters:
  ///   - amounts: What each recipient got; zero counts as no recipient.
  ///   - claim: What the amounts are.
  /// - Complexity: O(n log n) for n amounts.
  public mutating func examine(amounts: [Money], of claim: String) {
    report([concentration(amounts, .claim(claim))])
  }
}

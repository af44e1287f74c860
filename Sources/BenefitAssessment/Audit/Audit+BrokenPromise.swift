public import BenefitBinding

extension Audit.Rule {
  /// Less paid than was owed or, where nothing else is known, than was promised.
  ///
  /// At Huangling 4,000 yuan were promised to a household and 3,500 paid (2017, possibly for a part of
  /// the year); at Longxian dividends promised from 2012 on and the principal after five years were not
  /// paid in 2018. No source draws a line; by default the severity is high where less than half
  /// was paid, and low where all that is owed was paid but more was promised.
  public static let promise = Self("promised and paid")
}

extension Audit {
  /// Reports a payment of `met` out of `due` where it falls short, or where more was promised than is owed.
  private mutating func reportPromise(
    _ claim: Subject,
    _ evidence: [(name: Phrase, value: Value?)],
    due: Money,
    met: Money,
    promisesMore: Bool
  ) {
    let isShort = met < due
    guard isShort || promisesMore else { return }
    let part = isShort ? Ratio(checking: met.fen, due.fen) : nil
    let isHigh = part.map { $0 < thresholds.highPartPaid } ?? false
    report([
      Finding(
        .promise,
        isHigh ? .high : isShort ? .medium : .low,
        claim,
        evidence: evidence + [(Phrase(en: "part paid", zh: "兑现比例"), part.map(Value.ratio))],
        advice: isShort
          ? Phrase(
            en: "Check when the rest is paid and what the households were told.",
            zh: "请核查其余部分何时支付，以及如何告知农户。"
          )
          : Phrase(
            en: "Check on what the promise was founded; the terms make less of it owed.",
            zh: "请核查承诺的依据；按条款应得数少于承诺数。"
          )
      )
    ])
  }

  /// Asks whether what was promised is owed, and what is owed was paid.
  ///
  /// ```swift
  /// audit.examine("dividend at Huangling", promised: .yuan(4_000), paid: .yuan(3_500))
  /// ```
  ///
  /// - Parameters:
  ///   - claim: What was promised.
  ///   - promised: What was promised.
  ///   - owed: What the terms make of it, or `nil` where that is not known.
  ///   - paid: What was paid.
  public mutating func examine(
    _ claim: String,
    promised: Money,
    owed: Money? = nil,
    paid: Money
  ) {
    reportPromise(
      .claim(claim),
      [
        (.promised, .money(promised)), (.owed, owed.map { .money($0) }), (.paid, .money(paid)),
      ],
      due: owed ?? promised,
      met: paid,
      promisesMore: owed.map { $0 < promised } ?? false
    )
  }

  /// Asks whether households were paid what they are owed, and are owed what they were promised.
  ///
  /// What one household got beyond what it is owed makes up for no other.
  ///
  /// - Precondition: The amounts are in the currency of the audit.
  /// - Complexity: O(n) for n households.
  public mutating func examine(_ fulfilment: Fulfilment) {
    requireCurrency(fulfilment.currency, of: "The fulfilment is")
    let short = fulfilment.entries.count { $0.arrears > .zero }
    let disappointed = fulfilment.entries.count { $0.shortfall > .zero }
    let (owed, arrears) = (fulfilment.total(\.owed), fulfilment.total(\.arrears))
    let line = StandardLine.words(fulfilment.line, in: .simplifiedChinese)
    reportPromise(
      .claim(Phrase(en: fulfilment.line, zh: "「\(line)」")),
      [
        (.promised, .money(fulfilment.total(\.promised))),
        (.owed, .money(owed)),
        (.paid, .money(fulfilment.total(\.paid))),
        (Phrase(en: "arrears", zh: "欠付"), .money(arrears)),
        (Phrase(en: "paid too little", zh: "少付"), .households(short)),
        (Phrase(en: "promised too much", zh: "多承诺"), .households(disappointed)),
      ],
      due: owed,
      met: owed - arrears,
      promisesMore: disappointed > 0
    )
  }
}

extension Phrase {
  fileprivate static let promised = Phrase(en: "promised", zh: "承诺")
  fileprivate static let owed = Phrase(en: "owed", zh: "应付")
  fileprivate static let paid = Phrase(en: "paid", zh: "实付")
}

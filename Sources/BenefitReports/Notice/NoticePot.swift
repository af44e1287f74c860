import BenefitBinding

/// A pot as a notice accounts for it: where all of it went, and what of that fell to the gaqa of the notice.
struct NoticePot: Hashable, Sendable {
  /// A part of the pot, in fen or whole units.
  struct Item: Hashable, Sendable {
    let title: Phrase
    /// The part of the gaqa, or `nil` where the amount is of all gaqas together.
    let here: Int64?
    /// The amount in all gaqas.
    let all: Int64
  }

  let scheme: String
  let clause: String
  let unit: Quantity.Unit?
  let isBurden: Bool
  /// True if one pot is for all gaqas.
  let isCommon: Bool
  /// The pot, what was brought forward to it, and what became of them.
  private(set) var items: [Item] = []

  /// Accounts for a waterfall, and for what fell to the households in some rows of the register and to their gaqa.
  init(
    _ waterfall: Waterfall,
    of settlement: Settlement,
    in gaqa: String?,
    _ rows: Range<Int>
  ) throws(BenefitError) {
    (scheme, clause, unit) = (waterfall.scheme, waterfall.clause, waterfall.unit)
    (isBurden, isCommon) = (waterfall.isBurden, waterfall.gaqas == nil)
    let own = gaqa.flatMap { waterfall.gaqas?.firstIndex(of: $0) }
    var parts: [Item] = []
    var fallen: Int64 = 0

    func item(
      _ title: Phrase,
      _ column: [Int64],
      here: Int64? = nil
    ) throws(BenefitError) -> Item {
      let all = try column.noticeSum(of: waterfall.scheme, waterfall.clause)
      return Item(title: title, here: own.map { column[$0] } ?? here, all: all)
    }
    for step in waterfall.steps where step.broughtForward.contains(where: { $0 != 0 }) {
      parts.append(try item(step.phrase("brought forward", "上期结转"), step.broughtForward))
    }
    for step in waterfall.steps {
      var here: Int64?
      if let gaqa, step.account != nil {
        here = step.paid(to: gaqa)?.fen
      } else if gaqa != nil {
        let line = settlement.lines.first { $0.scheme == scheme && $0.name == step.name }
        here = try line?.fen[rows].noticeSum(of: scheme, step.name)
      }
      fallen += here ?? 0
      parts.append(try item(step.paidPhrase(isBurden: isBurden), step.paid, here: here))
    }
    for step in waterfall.steps where step.residue.contains(where: { $0 != 0 }) {
      parts.append(try item(step.phrase("odd amounts", "尾差"), step.residue))
    }
    let whole = Phrase(en: isBurden ? "burden" : "pot", zh: isBurden ? "负担总额" : "分配总额")
    items = [try item(whole, waterfall.pots, here: gaqa == nil ? nil : fallen)] + parts
    let left = Phrase(en: isBurden ? "borne by nobody" : "left", zh: isBurden ? "无人负担" : "余额")
    items.append(try item(left, waterfall.remainders))
  }
}

extension Sequence<Int64> {
  /// The sum, in fen or whole units.
  ///
  /// - Throws: `BenefitError` where it leaves 64 bits.
  func noticeSum(of scheme: String, _ name: String) throws(BenefitError) -> Int64 {
    let sum = reduce(0 as Int128) { $0 + Int128($1) }
    if let sum = Int64(exactly: sum) { return sum }
    throw BenefitError(
      .overflow,
      at: .scheme(scheme),
      .line(name),
      found: Phrase(
        en: "the sum for the notice is too large to be kept exactly.",
        zh: "公示的合计数额过大，无法精确保存。"
      )
    )
  }
}

extension Waterfall.Step {
  /// The name of the step after a word for a part of the pot.
  fileprivate func phrase(_ english: String, _ chinese: String) -> Phrase {
    Phrase(
      en: "\(english): \(name(in: .english))",
      zh: "\(chinese)：\(name(in: .simplifiedChinese))"
    )
  }

  /// The words for what is paid to households or an account, or is charged to them.
  fileprivate func paidPhrase(isBurden: Bool) -> Phrase {
    switch (account == nil, isBurden) {
    case (true, false): phrase("to households", "各户所得")
    case (true, true): phrase("by households", "各户负担")
    case (false, false): phrase("to account", "拨入账户")
    case (false, true): phrase("by account", "账户负担")
    }
  }
}

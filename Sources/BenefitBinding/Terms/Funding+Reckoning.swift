extension Funding.Contribution {
  /// The way in which the terms reckon an amount: so much for each of a number, a part of a cost, up to a cap.
  struct Reckoning: Hashable, Sendable {
    let of: Money
    let count: Quantity?
    let part: Ratio
    let cap: Money?

    /// True if the amount is stated as it is.
    var isPlain: Bool { count == nil && part == .whole && cap == nil }

    /// The amount, rounded half up to the fen; `nil` where it does not fit.
    var amount: Money? {
      let thousandths = count?.thousandths ?? 1_000
      let (exact, overflowed) = (Int128(of.fen) * Int128(thousandths))
        .multipliedReportingOverflow(by: Int128(part.numerator))
      if overflowed { return nil }
      let fen = exact.divided(by: 1_000 * Int128(part.denominator), rounding: .halfUp)
      return Int64(exactly: cap.map { min(fen, Int128($0.fen)) } ?? fen).map(Money.init(fen:))
    }

    /// The problem that makes it impossible, or `nil` if there is none.
    var problem: Phrase? {
      if let count, count.thousandths < 0 {
        return Phrase(
          en: "\(count) cannot be paid for; a number is zero or more.",
          zh: "不能按 \(count.words(in: .simplifiedChinese)) 投入，数量应为零或以上。"
        )
      }
      if part < .zero || part > .whole {
        return Phrase(
          en: "\(part) is no part of a cost; one is from 0 to 1.",
          zh: "不能投入费用的 \(part)，比例应在 0 到 1 之间。"
        )
      }
      if let cap, cap < .zero {
        return Phrase(
          en: "\(cap) is no cap of a contribution; one is zero or more.",
          zh: "投入上限不能为 \(cap)，应为零或以上。"
        )
      }
      return nil
    }
  }
}

extension English {
  /// A reckoning, as it stands after the amount.
  func reckoning(_ reckoning: Funding.Contribution.Reckoning) -> String {
    var text = reckoning.part == .whole ? "" : "\(Figure(reckoning.part, .ratio)) of "
    text += "\(currency.text(reckoning.of)) \(currency.units)"
    if let count = reckoning.count { text += " for each of \(count)" }
    if let cap = reckoning.cap { text += ", at most \(currency.text(cap)) \(currency.units)" }
    return text
  }
}

extension Chinese {
  /// A reckoning, as it stands after the amount.
  func reckoning(_ reckoning: Funding.Contribution.Reckoning) -> String {
    var text =
      reckoning.count.map {
        "\($0.words(in: .simplifiedChinese))，\($0.unit.each(in: .simplifiedChinese))"
      } ?? ""
    text += "\(currency.text(reckoning.of))\(currency.unit.chinese)"
    if reckoning.part != .whole {
      text += "的\(Figure(reckoning.part, .ratio).text(in: .simplifiedChinese))"
    }
    if let cap = reckoning.cap { text += "，最多\(currency.text(cap))\(currency.unit.chinese)" }
    return text
  }
}

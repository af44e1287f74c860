import BenefitBinding

// A law of a currency of which only whole units are paid.

extension Laws {
  /// A programme in yen is that in yuan with a yen for each fen.
  static func twin(of example: Case, _ twin: Case) -> String? {
    var (books, twinBooks) = (example.openingBooks, twin.openingBooks)
    for (part, twinPart) in zip(example.parts, twin.parts) {
      let (own, other) = (settled(part, books), settled(twinPart, twinBooks))
      switch (own, other) {
      // The stake in what was put in may be no whole number of yen.
      case (_, .failure(let error)) where error.code == .tooFine: return nil
      case (.failure(let error), .failure(let other)):
        return error.code == other.code ? nil : "\(other), not \(error)"
      case (.success, .failure(let error)): return "\(error)"
      case (.failure(let error), .success): return "not refused: \(error)"
      case (.success(let settlement), .success(let other)):
        if figures(settlement, times: 100) != figures(other, times: 1) {
          return "\(figures(other, times: 1)), not \(figures(settlement, times: 100))"
        }
        (books, twinBooks) = (settlement.closingBooks, other.closingBooks)
      }
    }
    return nil
  }

  private static func settled(_ part: Case.Part, _ books: Books) -> Result<Settlement, BenefitError>
  {
    Result { () throws(BenefitError) in
      try part.programme.settle(part.season, for: part.register, books: books)
    }
  }

  /// All that a settlement comes to, with its money times a number.
  private static func figures(_ settlement: Settlement, times factor: Int64) -> [[Int64]] {
    func money(_ unit: Quantity.Unit?, _ amounts: [Int64]) -> [Int64] {
      unit == nil ? amounts.map { $0 * factor } : amounts
    }
    return settlement.lines.map { money($0.unit, $0.fen) }
      + settlement.waterfalls.flatMap { waterfall in
        ([waterfall.pots, waterfall.remainders]
          + waterfall.steps.flatMap { [$0.due, $0.broughtForward, $0.paid, $0.residue] })
          .map { money(waterfall.unit, $0) }
      }
      + settlement.notices.map { notice in
        notice.quantity.map { [$0.thousandths] } ?? money(nil, [notice.amount.fen])
      }
      + settlement.closingBooks.balances.map { money(nil, [$0.amount.fen]) }
  }
}

import BenefitBinding
import TestSupport

// Laws of what is read of a settlement: statements, files and series.

extension Laws {
  /// Statements can be made of every household, and add up to its gains.
  ///
  /// What comes to nothing is explained like the rest.
  static func statements(_ settlement: Settlement, asText: Bool) -> String? {
    for (row, statement) in settlement.statements.enumerated() {
      var (gross, costs) = (Int128(0), Int128(0))
      for entry in statement.entries {
        if entry.flow.isIncome { gross += Int128(entry.amount.fen) }
        if entry.flow == .cost { costs += Int128(entry.amount.fen) }
        if let problem = derivation(entry.derivation, whole(entry.quantity) ?? entry.amount.fen) {
          return "row \(row), \(entry.name): \(problem)"
        }
      }
      if gross != Int128(statement.gross.fen) || statement.gross != settlement.gross(at: row) {
        return "gross of row \(row)"
      }
      if costs != Int128(statement.costs.fen) { return "costs of row \(row)" }
      for line in settlement.lines where line.fen[row] == 0 {
        if let problem = derivation(settlement.derivation(of: line, at: row), 0) {
          return "row \(row), \(line.name): \(problem)"
        }
      }
      if asText, row < 10, statement.description.isEmpty { return "no text for row \(row)" }
    }
    return nil
  }

  /// A derivation comes to the amount, and every rule in it to its value.
  private static func derivation(_ derivation: Derivation, _ amount: Int64) -> String? {
    let value = derivation.value
    if (whole(value.quantity) ?? value.money?.fen) != amount {
      return "derivation of \(derivation.value), not \(amount)"
    }
    return derivation.holds ? nil : "derivation does not hold: \(derivation)"
  }

  /// The whole units of a quantity, or `nil` where there is none.
  private static func whole(_ quantity: Quantity?) -> Int64? {
    quantity.map { $0.thousandths / 1_000 }
  }

  /// A settlement is the same after its way through a file.
  static func roundTrip(_ settlement: Settlement) throws -> String? {
    let stored = try TreeEncoder.encode(settlement)
    let again: Settlement
    do {
      again = try TreeDecoder.decode(Settlement.self, from: stored)
    } catch {
      return "\(error)"
    }
    if again != settlement { return "another settlement" }
    return try TreeEncoder.encode(again) == stored ? nil : "another file"
  }

  /// The same through the text of a file.
  static func textRoundTrip(_ settlement: Settlement) -> String? {
    do {
      let (again, isSameBytes) = try TestSupport.roundTrip(settlement)
      if again != settlement { return "another settlement" }
      return isSameBytes ? nil : "other bytes"
    } catch {
      return "\(error)"
    }
  }

  /// The order in which households are given changes nothing.
  static func permutation(_ settlement: Settlement, _ part: Case.Part) -> String? {
    do {
      let register = try Register(part.households.reversed(), gaqas: part.register.gaqas)
      let other = try part.programme.settle(
        part.season,
        for: register,
        books: settlement.openingBooks
      )
      return other == settlement ? nil : "another settlement"
    } catch {
      return "\(error)"
    }
  }

  /// A series holds the settlements one after the other, and its sums are theirs.
  static func series(_ settlements: [Settlement], _ example: Case) -> String? {
    var series = SettlementSeries("series", books: example.openingBooks)
    for (part, settlement) in zip(example.parts, settlements) {
      do {
        try series.settle(part.programme, part.season, for: part.register)
      } catch {
        return error.code == .overflow ? nil : "\(error)"
      }
      if series.parts.last != settlement { return "another settlement" }
    }
    let gross = settlements.reduce(Int128(0)) { $0 + Int128($1.gross.fen) }
    let costs = settlements.reduce(Int128(0)) { $0 + Int128($1.costs.fen) }
    if gross != Int128(series.gross.fen) || costs != Int128(series.costs.fen) { return "sums" }
    let totals = series.households.reduce(Int128(0)) { sum, household in
      sum + Int128(series.total(for: household)?.net.fen ?? 0)
    }
    return totals == gross - costs ? nil : "sums of households"
  }
}

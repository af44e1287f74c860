import BenefitBinding

/// What holds of every settlement, whatever was agreed.
enum Laws {
  static func check(
    _ settlement: Settlement,
    _ part: Case.Part,
    _ seed: UInt64,
    _ tally: inout Tally
  ) throws {
    func find(_ law: String, _ text: String?) {
      if let text { tally.find("law: \(law)", seed, text) }
    }
    find("conservation", conservation(settlement))
    find("sums", sums(settlement))
    find("whole units", wholeUnits(settlement))
    // The dear ones for some of the runs.
    let turn = seed / 5
    if turn % 4 == 0 { find("statements", statements(settlement, asText: turn % 8 == 0)) }
    switch turn % 16 {
    case 1: find("files", try roundTrip(settlement))
    case 3, 11: find("order of households", permutation(settlement, part))
    case 5, 7, 13: find("balances", try balances(settlement, part))
    case 9 where turn % 64 == 9: find("text files", textRoundTrip(settlement))
    case 8: find("payouts", payouts(settlement))
    case 4: find("instalments", instalments(settlement))
    default: break
    }
  }

  static func checkSeries(
    _ settlements: [Settlement],
    _ example: Case,
    _ tally: inout Tally
  ) throws {
    func find(_ law: String, _ text: String?) {
      if let text { tally.find("law: \(law)", example.seed, text) }
    }
    if settlements.count > 1 { find("series", series(settlements, example)) }
  }

  /// Every pot and what was carried into it is paid, left over by rounding or left in it.
  private static func conservation(_ settlement: Settlement) -> String? {
    for waterfall in settlement.waterfalls {
      for pot in 0..<waterfall.count {
        var out = Int128(waterfall.remainders[pot])
        for step in waterfall.steps {
          out += Int128(step.paid[pot]) + Int128(step.residue[pot])
          out -= Int128(step.broughtForward[pot])
        }
        if out != Int128(waterfall.pots[pot]) {
          return "\(waterfall.scheme), \(waterfall.clause), pot \(pot)"
        }
      }
    }
    return nil
  }

  /// What is paid is whole in the smallest amount of the currency.
  private static func wholeUnits(_ settlement: Settlement) -> String? {
    let step: Int64 = settlement.currency == Words.yen ? 100 : 1
    for line in settlement.lines where line.unit == nil {
      if !line.fen.allSatisfy({ $0 % step == 0 }) { return "line \(line.name)" }
    }
    for waterfall in settlement.waterfalls where waterfall.unit == nil {
      let paid = waterfall.steps.flatMap { $0.paid + $0.residue } + waterfall.remainders
      if !paid.allSatisfy({ $0 % step == 0 }) { return "pots of \(waterfall.clause)" }
    }
    return nil
  }

  /// Lines and what households gain add up.
  private static func sums(_ settlement: Settlement) -> String? {
    var (gross, costs) = (Int128(0), Int128(0))
    for line in settlement.lines {
      let total = line.fen.reduce(Int128(0)) { $0 + Int128($1) }
      if total != Int128(line.totalFen) { return "total of line \(line.name)" }
      if line.flow.isIncome { gross += total }
      if line.flow == .cost { costs += total }
    }
    if gross != Int128(settlement.gross.fen) { return "gross" }
    if costs != Int128(settlement.costs.fen) { return "costs" }
    if Int128(settlement.net.fen) != gross - costs { return "net" }
    for row in settlement.register.indices {
      var own = Int128(0)
      for line in settlement.lines {
        if line.flow.isIncome { own += Int128(line[row].fen) }
        if line.flow == .cost { own -= Int128(line[row].fen) }
      }
      if own != Int128(settlement.net(at: row).fen) { return "net of row \(row)" }
    }
    return nil
  }
}

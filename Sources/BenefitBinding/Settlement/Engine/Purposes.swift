/// The purposes of the lines of a scheme: stated by its clauses, or else concluded from them.
///
/// Clauses are read in order, as they are settled, so that a line rests on the stake where an earlier line
/// that it is measured by does.
struct Purposes {
  private let hasStake: Bool
  private let hasDebt: Bool

  /// The lines that rest on the stake.
  private var onStake: Set<String> = [Funding.stakeLine]

  init(_ terms: Terms) {
    hasStake = terms.funding.contributions.contains {
      $0.stakeFen > 0 || $0.stakeOfEach != nil
    }
    hasDebt = terms.clauses.contains { $0.lines.contains { $0.flow == .debt } }
  }

  /// The purpose of each tier or payment of the next clause.
  mutating func next(_ clause: Clause) -> [Purpose?] {
    let fromPot = clause.pot.map { rests($0, pot: false, rest: false) } ?? false
    var fromRest = fromPot
    return clause.parts.map { part in
      let rests = [part.amount, part.key].contains {
        $0.map { self.rests($0, pot: fromPot, rest: fromRest) } ?? false
      }
      if rests {
        // What an earlier tier takes decides what is left for those after it.
        fromRest = true
        if let line = part.line { onStake.insert(line) }
      }
      return part.purpose ?? purpose(of: part, clause.pot != nil, rests)
    }
  }

  private func rests(_ formula: Expression, pot: Bool, rest: Bool) -> Bool {
    formula.contains { part in
      switch part {
      case .stake: true
      case .line(let name, _), .total(let name, _), .held(let name): onStake.contains(name)
      case .pot: pot
      case .remainder: rest
      default: false
      }
    }
  }

  private func purpose(of part: ClausePart, _ isFromPot: Bool, _ restsOnStake: Bool) -> Purpose? {
    if part.pool != nil { return .award }
    return switch part.flow {
    case .property where hasStake && (isFromPot || restsOnStake): .returnOnStake
    case .transfer where hasStake && restsOnStake: .returnOnStake
    case .property where hasDebt: .returnOnLoan
    case .holding where part.line == Funding.stakeLine: .stake
    default: nil
    }
  }
}

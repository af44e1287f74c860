import BenefitBinding

/// Changes what a settlement says, which the oracle has to notice; else it would notice nothing.
enum SelfTest {
  struct Blind: Error {
    let seed: UInt64
    let change: String
  }

  static func run() throws {
    var changes = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      let example = try Case(seed: seed)
      let part = example.parts[0]
      guard
        let settlement = try? part.programme.settle(
          part.season,
          for: part.register,
          books: example.openingBooks
        )
      else { continue }
      let stored = try TreeEncoder.encode(tellingFormulas: settlement)
      guard let expected = try? Oracle.settle(World(settlement: stored)) else { continue }
      func isNoticed(_ change: String, _ expected: Outcome) throws {
        changes += 1
        if try Oracle.difference(expected, settlement, stored) == nil {
          throw Blind(seed: seed, change: change)
        }
      }
      if let line = expected.lines.indices.last, !expected.lines[line].fen.isEmpty {
        var other = expected
        other.lines[line].fen[0] = other.lines[line].fen[0] + .one
        try isNoticed("a fen more of a line", other)
      }
      if let waterfall = expected.waterfalls.indices.last,
        !expected.waterfalls[waterfall].steps.isEmpty,
        !expected.waterfalls[waterfall].left.isEmpty
      {
        var other = expected
        let paid = other.waterfalls[waterfall].steps[0].paid[0]
        other.waterfalls[waterfall].steps[0].paid[0] = paid + .one
        try isNoticed("a fen more of a step", other)
      }
      if !expected.notices.isEmpty {
        var other = expected
        other.notices.removeLast()
        try isNoticed("a notice less", other)
      }
      var other = expected
      other.books["S1", nil, "account reserve"] = other.books["S1", nil, "account reserve"] + .one
      try isNoticed("a fen more in the books", other)
    }
    guard changes > 300 else { throw Blind(seed: 0, change: "only \(changes) changes were made") }
    print("The oracle noticed each of \(changes) changes.")
  }
}

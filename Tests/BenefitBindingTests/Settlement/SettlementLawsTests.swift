import BenefitBinding
import TestSupport
import Testing

/// What holds of every settlement, whatever was agreed.
struct SettlementLawsTests {
  private static let seeds: ClosedRange<UInt64> = 1...40

  @Test(arguments: seeds) func `What leaves the pots arrives`(seed: UInt64) throws {
    let settlement = try settle(seed)
    for waterfall in settlement.waterfalls {
      for pot in 0..<waterfall.count {
        var out = waterfall.left(pot)
        for step in waterfall.steps {
          out = out + step.paid(pot) + step.residue(pot) - step.broughtForward(pot)
        }
        #expect(out == waterfall.pot(pot))
      }
      // What the steps say was paid is what stands in the households' lines.
      for step in waterfall.steps where step.account == nil {
        let line = try settlement.line(step.name, of: waterfall.scheme)
        #expect(line.total == (0..<waterfall.count).reduce(.zero) { $0 + step.paid($1) })
        #expect(line.total == settlement.register.indices.reduce(.zero) { $0 + line[$1] })
      }
    }
    // Every fen of every pot is a household's, an account's or waits for the next season.
    let pots = settlement.waterfalls.reduce(Money.zero) { sum, waterfall in
      (0..<waterfall.count).reduce(sum) { $0 + waterfall.pot($1) }
    }
    let shared = settlement.lines.filter { $0.name.hasPrefix("dividend") }
    let posted = settlement.closingBooks.balances.reduce(Money.zero) { sum, balance in
      balance.item == .loss ? sum : sum + balance.amount
    }
    #expect(shared.reduce(.zero) { $0 + $1.total } + posted == pots)
  }

  @Test(arguments: seeds) func `The order of the input does not matter`(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    var random = SplitMix64(seed: seed)
    let shuffled = try Register(sample.households.shuffled(using: &random))
    #expect(
      try sample.programme.settle(sample.season, for: shuffled)
        == sample.programme.settle(sample.season, for: sample.register)
    )
  }

  @Test(arguments: seeds) func `A scheme alone equals the same in a programme`(
    seed: UInt64
  ) throws {
    let sample = try Sample(seed: seed)
    let together = try settle(seed)
    var gross = Money.zero
    for terms in sample.schemes {
      let alone = try terms.settle(sample.season, for: sample.register)
      #expect(alone.lines == together.lines.filter { $0.scheme == terms.name })
      #expect(alone.waterfalls == together.waterfalls.filter { $0.scheme == terms.name })
      #expect(alone.notices == together.notices.filter { $0.scheme == terms.name })
      #expect(
        alone.closingBooks.balances
          == together.closingBooks.balances.filter { $0.scheme == terms.name }
      )
      gross += alone.gross
    }
    #expect(gross == together.gross)
  }

  @Test(arguments: seeds) func `A household is the sum of its lines and is counted once`(
    seed: UInt64
  ) throws {
    let settlement = try settle(seed)
    var reached = 0
    for row in settlement.register.indices {
      var (gross, costs) = (Money.zero, Money.zero)
      for line in settlement.lines {
        switch line.flow {
        case .wage, .business, .property, .transfer: gross += line[row]
        case .cost: costs += line[row]
        case .holding, .addition, .debt, .repayment, .recovery, .memo, .quantity: break
        }
      }
      #expect(settlement.gross(at: row) == gross)
      #expect(settlement.costs(at: row) == costs)
      #expect(settlement.statements[row].net == gross - costs)
      reached += gross > .zero ? 1 : 0
    }
    #expect(settlement.householdsReached == reached)
  }

  @Test(arguments: seeds) func `Pots of gaqas equal settlements of each gaqa`(
    seed: UInt64
  ) throws {
    let sample = try Sample(seed: seed)
    let terms = Terms(name: "per gaqa") {
      Distribution(of: .fact(.gaqaReturn), per: .gaqa) {
        Tier(.percentOfPot(33), by: .measure(.landArea), apportioned: .whole(.yuan), as: .property)
        Tier(each: .yuan(300), where: .status(.belowNationalLine), as: .transfer, named: "award")
        Tier(.rest, by: .need(below: .yuan(4_000)), as: .property)
      }
    }
    let together = try terms.settle(sample.season, for: sample.register)
    for (index, gaqa) in sample.register.gaqas.enumerated() {
      let households = sample.register.households(in: gaqa)
      let alone = try terms.settle(sample.season, for: Register(Array(households)))
      for (row, place) in households.indices.enumerated() {
        #expect(alone.lines.map { $0[row] } == together.lines.map { $0[place] })
      }
      #expect(alone.waterfalls[0].left(0) == together.waterfalls[0].left(index))
      // Alone, what is stated for the other gaqas has no reader.
      let own = alone.notices.filter { $0.code != .unknownGaqa }
      #expect(own == together.notices.filter { $0.gaqa == gaqa })
    }
  }

  @Test(arguments: seeds) func `Twice the pot gives everyone twice as much but for odd fen`(
    seed: UInt64
  ) throws {
    let sample = try Sample(seed: seed)
    var random = SplitMix64(seed: seed)
    let once = Money(fen: .random(in: 0...9_999_999, using: &random))
    func dividend(_ pot: Money) throws -> Line {
      let terms = Terms(name: "t") {
        Distribution(of: .fixed(pot)) { Tier(.rest, by: .person, as: .property) }
      }
      return try terms.settle(Season(2016), for: sample.register).line("dividend")
    }
    let (single, double) = (try dividend(once), try dividend(once + once))
    for row in sample.register.indices {
      let difference = double[row] - single[row] - single[row]
      #expect(difference >= "-0.02" && difference <= "0.02")
    }
    // A whole number of fen for each person leaves nothing to round.
    let even = Money(fen: 7) * sample.register.personCount
    let (exact, twice) = (try dividend(even), try dividend(even + even))
    #expect(sample.register.indices.allSatisfy { twice[$0] == exact[$0] + exact[$0] })
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `Every amount can be explained and bears its value`(
    seed: UInt64
  ) throws {
    let settlement = try settle(seed)
    for line in settlement.lines {
      for row in settlement.register.indices {
        #expect(settlement.derivation(of: line, at: row).value.money == line[row])
      }
    }
  }

  private func settle(_ seed: UInt64) throws -> Settlement {
    let sample = try Sample(seed: seed)
    let settlement = try sample.programme.settle(sample.season, for: sample.register)
    #expect(try settlement == sample.programme.settle(sample.season, for: sample.register))
    return settlement
  }
}

import BenefitBinding
import TestSupport
import Testing

/// Pots that are costs, which households and accounts bear.
struct BurdenTests {
  private func settle(
    _ pot: Money,
    books: Books = Books(),
    @ListBuilder<Tier> tiers: () -> [Tier]
  ) throws -> Settlement {
    try Terms(name: "s") { Distribution("interest", of: .fixed(pot), tiers: tiers) }
      .settle(Season(2016), for: likeHouseholds(3), books: books)
  }

  @Test func `An account that bears a part of a burden is charged`() throws {
    let settlement = try settle(.yuan(100)) {
      Tier(.percentOfPot(40), to: .collective)
      Tier(.rest, by: .household, as: .cost)
    }
    #expect(settlement.costs == .yuan(60) && settlement.gross == .zero)
    #expect(try settlement.received(by: .collective) == .yuan(-40))
    #expect(settlement.notices.isEmpty)
    #expect(settlement.waterfalls[0].isBurden)
    #expect(try settlement.received(by: .collective) == settlement.costs - .yuan(100))
  }

  @Test func `Odd fen of a burden are charged to the account that keeps them`() throws {
    func odd(_ residue: Residue) throws -> Settlement {
      try settle("1.00") {
        Tier(
          .rest,
          by: .household,
          apportioned: Apportionment(rounding: .down(to: .jiao), residue: residue),
          as: .cost
        )
      }
    }
    let kept = try odd(.posted(to: .reserve))
    #expect(kept.costs == "0.90")
    #expect(try kept.received(by: .reserve) == "-0.10")
    #expect(try odd(.writtenOff).received(by: .writtenOff) == "-0.10")
    // What is carried is charged with the next season's burden, and is no account's.
    let carried = try odd(.carriedForward).closingBooks
    #expect(carried.amount(of: .residue(line: "interest"), scheme: "s") == "0.10")
    #expect(carried.balances.count == 1)
  }

  @Test func `What nobody can bear is a notice and no asset`() throws {
    let settlement = try settle(.yuan(100)) {
      Tier(.rest, by: .household, where: .gaqa("nowhere"), as: .cost)
    }
    #expect(settlement.costs == .zero)
    #expect(settlement.closingBooks.balances.isEmpty)
    #expect(
      settlement.noticeTexts == [
        "s, interest: 100.00 could not be paid because nobody is eligible.",
        "s, interest: 100.00 of the burden is borne by nobody.",
        "s, interest, gaqa nowhere: the register does not list this gaqa, which a condition names. Check the name.",
      ]
    )
    #expect(throws: BenefitError.self) { try settlement.received(by: .leftInPot) }
  }

  @Test
  func `A backstop pays what claims are charged short and is paid what they are charged over`()
    throws
  {
    let settlement = try settle(.yuan(50)) {
      Tier(
        each: .yuan(20),
        as: .cost,
        named: "fee",
        from: AwardPool(.pot, backstop: .operator)
      )
    }
    #expect(settlement.costs == .yuan(60))
    #expect(try settlement.received(by: .operator) == .yuan(10))
  }

  @Test func `A pot that pays some and charges others is refused`() throws {
    let mixed = Terms(name: "s") {
      Distribution(of: .yuan(1)) {
        Tier(.percentOfPot(50), by: .household, as: .cost)
        Tier(.rest, by: .person, as: .property)
      }
    }
    #expect(
      mixed.refusal(Season(2016), try likeHouseholds(1))
        == "Scheme \"s\", clause \"dividend\", tiers: some pay households and others charge them. Use "
        + "a distribution for each."
    )
    let drawn = Terms(name: "s") {
      Distribution(of: .yuan(1), from: .reserve) { Tier(.rest, by: .household, as: .cost) }
    }
    #expect(
      drawn.refusal(Season(2016), try likeHouseholds(1))
        == "Scheme \"s\", clause \"dividend\", tiers: households cannot be charged out of account "
        + "\"reserve\". Give the account a tier for what it bears."
    )
  }

  /// Whatever a burden's tiers are, households and accounts bear all of it but what the notices say.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `Every fen of a burden is borne or reported`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let sample = try Sample(seed: seed)
    let steps: [Rounding.Step] = [.fen, .jiao, .yuan]
    let rounding = Rounding.halfUp(to: steps.randomElement(using: &random) ?? .fen)
    let pot = Money(fen: .random(in: 0...9_999_999, using: &random))
    let terms = Terms(name: "s") {
      Distribution(of: .fixed(pot)) {
        Tier(.percentOfPot(.random(in: 0...40, using: &random)), to: .collective)
        Tier(
          .percentOfPot(.random(in: 0...60, using: &random)),
          by: .measure(.landArea),
          where: .status(.belowNationalLine),
          apportioned: Apportionment(rounding: rounding, residue: .posted(to: .reserve)),
          as: .cost
        )
        Tier(each: "3.33", where: .status(.exited), as: .cost, named: "fee")
      }
    }
    let settlement = try terms.settle(sample.season, for: sample.register)
    let charged = settlement.closingBooks.balances.reduce(Money.zero) { $0 - $1.amount }
    let unborne = settlement.notices.filter { $0.code == .notBorne }
      .reduce(Money.zero) { $0 + $1.amount }
    #expect(settlement.costs + charged + unborne == pot)
    for line in settlement.lines {
      #expect(settlement.derivation(of: line, at: 0).value.money == line[0])
    }
  }
}

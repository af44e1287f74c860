import BenefitBinding
import TestSupport
import Testing

extension Account {
  fileprivate static let company = Account("company")
}

extension Measure {
  fileprivate static let terraceArea = Measure("terrace area", in: .mu)
  fileprivate static let delivered = Measure("eggs delivered by weight", in: .jin)
  fileprivate static let memberAccount = Measure("member account", in: .share)
}

/// Published waterfalls, each to the fen.
///
/// Who the other households are, and where a source leaves a part of the pot open who gets it, is
/// our assumption.
struct WaterfallExamplesTests {
  private func settle(
    _ pot: Money,
    for register: Register,
    @ListBuilder<Tier> tiers: () -> [Tier]
  ) throws -> Settlement {
    let tiers = tiers()
    let terms = Terms(name: "published") {
      Distribution(of: .fact(.commonReturn)) { tiers }
    }
    return try terms.settle(Season(2016) { $0[.commonReturn] = pot }, for: register)
  }

  /// Source: Beicai: collective photovoltaic income of 75,584.10 yuan, 821 heads.
  @Test func `Beicai pays 58 yuan a head after reserve and welfare`() throws {
    // 204 families of four, one of two and one of three.
    let register = try Register(
      (0..<206).map { number in
        Household("B-\(100 + number)", gaqa: "Beicai", persons: number < 204 ? 4 : number - 202)
      }
    )
    try #require(register.personCount == 821)
    let settlement = try settle("75,584.10", for: register) {
      Tier(.percentOfPot(27), to: .reserve)
      Tier(.percentOfPot(10), to: .villageWelfare)
      Tier(
        .rest,
        by: .person,
        apportioned: Apportionment(
          rate: .halfUp(to: .yuan),
          residue: .posted(to: .collective)
        ),
        as: .property
      )
    }
    #expect(try settlement.received(by: .reserve) == "20,407.71")
    #expect(try settlement.received(by: .villageWelfare) == "7,558.41")
    let dividend = try settlement.line("dividend")
    #expect(dividend[0] == .yuan(232))
    #expect(dividend[204] == .yuan(116))
    #expect(dividend.total == .yuan(47_618))
    // The rate was rounded up, so the account bears two fen.
    #expect(try settlement.received(by: .collective) == "-0.02")
    #expect(settlement.notices.isEmpty)
  }

  /// Source: Lianhua: 40, 40 and 20 % of 154,893.80 yuan.
  @Test func `Lianhua splits 154,893.80 yuan four, four and two`() throws {
    let settlement = try settle("154,893.80", for: likeHouseholds(7)) {
      Tier(.percentOfPot(40), by: .household, as: .property)
      Tier(.percentOfPot(40), to: .collective)
      Tier(.percentOfPot(20), to: .operator)
    }
    #expect(try settlement.line("dividend").total == "61,957.52")
    #expect(try settlement.received(by: .collective) == "61,957.52")
    #expect(try settlement.received(by: .operator) == "30,978.76")
  }

  /// Source: Zhaoguan: 12.36 % of 43,395.14 yuan to the company, 30 % of the rest to the reserve.
  @Test func `Zhaoguan takes each stage from what the one before left`() throws {
    let settlement = try settle("43,395.14", for: likeHouseholds(9)) {
      Tier(.fraction("12.36%", of: .pot), to: .company)
      Tier(.fraction("30%", of: .rest), to: .reserve)
      Tier(.fraction("85%", of: .rest), by: .household, as: .property)
      Tier(.rest, to: .collective)
    }
    #expect(try settlement.received(by: .company) == "5,363.64")
    #expect(try settlement.received(by: .reserve) == "11,409.45")
    #expect(try settlement.line("dividend").total == "22,628.74")
    #expect(try settlement.received(by: .collective) == "3,993.31")
  }

  /// Source: Dazhai terraces: 7,200,000 yuan, 757 mu, 275 households, 1,246 persons.
  @Test func `A terrace household of 8 mu and two persons gets 57,791.5 yuan`() throws {
    let register = try Register(
      (0..<275).map { number in
        Household(
          "D-\(100 + number)",
          gaqa: "Dazhai",
          persons: number == 0 ? 2 : number <= 148 ? 5 : 4,
          measures: [.terraceArea: number == 0 ? "8 mu" : number <= 201 ? "3 mu" : "2 mu"]
        )
      }
    )
    try #require(register.personCount == 1_246)
    let settlement = try settle(.yuan(7_200_000), for: register) {
      Tier(.percentOfPot(70), by: .measure(.terraceArea), as: .property)
      Tier(.percentOfPot(12), by: .household, as: .property)
      Tier(.percentOfPot(12), by: .person, as: .property)
      Tier(.percentOfPot(3), to: .publicPosts)
      Tier(.percentOfPot(3), to: .villageWelfare)
    }
    // 53,262.8798 + 3,141.8182 + 1,386.8379; the odd fen of each tier may go to anybody.
    let gain = settlement.net(at: 0)
    #expect(gain >= "57,791.53" && gain <= "57,791.55")
    #expect(settlement.statements[0].entries.count == 3)
    #expect(settlement.gross == .yuan(7_200_000 / 100 * 94))
    #expect(settlement.notices.isEmpty)
  }

  @Test func `An egg cooperative returns 0.0315 yuan a jin delivered`() throws {
    let register = try Register(
      [("E-1", 3_000_000), ("E-2", 5_000_000)].map { id, jin in
        Household(
          id,
          gaqa: "E",
          persons: 3,
          measures: [.delivered: Quantity(jin, .jin), .memberAccount: "40 shares"]
        )
      }
    )
    let settlement = try settle(.yuan(400_000), for: register) {
      Tier(.percentOfPot(10), to: .reserve)
      Tier(.fraction("70%", of: .rest), by: .measure(.delivered), as: .business)
      Tier(.rest, by: .measure(.memberAccount), as: .property)
    }
    let byJin = try settlement.line("dividend")
    #expect(byJin[0] == .yuan(94_500))
    #expect(byJin[1] == .yuan(157_500))
    #expect(try settlement.line("dividend: by member account")[0] == .yuan(54_000))
    #expect(settlement.statements[0].total(of: .business) == .yuan(94_500))
    #expect(settlement.statements[0].total(of: .property) == .yuan(54_000))
  }
}

import BenefitBinding
import Foundation
import TestSupport
import Testing

/// Instalments with their due days.
struct InstalmentsTests {
  /// So many households that share an amount.
  private static func settled(_ total: Money, _ households: Int) throws -> Settlement {
    try Terms(name: "s") {
      Distribution(of: .fixed(total)) { Tier(.rest, by: .household, as: .property) }
    }
    .settle(Season(2017), for: likeHouseholds(households))
  }

  /// 300 yuan of a floor of 32,340 yuan are paid ahead, the rest with the share of the profit at the year's end.
  ///
  /// Source: 开州区满月乡双坪村 马扎营乡村旅游合作社分红, 2017 (Shuangping); households are not counted.
  private static func shuangping() throws -> Instalments {
    try settled(.yuan(32_340), 107)
      .instalments(
        of: "dividend",
        ["2017-07-01": .each(.yuan(300)), "2017-12-31": .part(1)],
        in: .year(2017)
      )
  }

  @Test func `Shuangping pays 300 yuan ahead and keeps 240 for the balance`() throws {
    let agreed = try Self.shuangping()
    #expect(agreed.households.indices.allSatisfy { agreed.due(0, at: $0) == .yuan(300) })
    #expect(agreed.due(1, at: 0) == "2.25" && agreed.due(1, at: 106) == "2.24")
    #expect(agreed.states(on: "2017-12-31").map(\.due) == [.yuan(32_100), .yuan(240)])
    // Who has less coming than the advance gets all of it at once.
    let poor = try Self.settled(.yuan(500), 2)
      .instalments(
        of: "dividend",
        ["2017-07-01": .each(.yuan(300)), "2017-12-31": .part(1)],
        in: .year(2017)
      )
    #expect(poor.due(0, at: 1) == .yuan(250) && poor.due(1, at: 1) == .zero)
  }

  @Test func `What is paid stands against its day`() throws {
    let paid = try Self.shuangping()
      .paying(.yuan(30_000), on: "2017-07-01")
      .paying(.yuan(2_200), on: "2017-07-11")
    #expect(
      paid.table(on: "2018-01-30").text
        == """
        due on            due  paid in time  paid late    open  standing
        ----------  ---------  ------------  ---------  ------  -------------------
        2017-07-01  32,100.00     30,000.00   2,100.00    0.00  paid 10 days late
        2017-12-31     240.00        100.00       0.00  140.00  overdue for 30 days
        """,
      "\(paid.table(on: "2018-01-30").text)"
    )
    #expect(
      paid.states(on: "2017-12-31")[1].open == .yuan(140)
        && paid.states(on: "2017-12-31")[1].daysLate == 0
    )
    #expect(paid.left == .zero)
    #expect(try paid.paying(.yuan(200), on: "2018-02-01").left == .yuan(60))
    // Until July the advance is owed, and what was paid of the balance is ahead of its day.
    let july = try paid.fulfilment(on: "2017-07-31")
    #expect(july.total(\.owed) == .yuan(32_100) && july.total(\.paid) == .yuan(32_200))
    #expect(july.total(\.arrears) == .zero && july.total(\.overpaid) == .yuan(100))
    #expect(try paid.fulfilment(on: "2017-07-05").total(\.arrears) == .yuan(2_100))
    #expect(
      paid.table(on: "2017-12-30", in: .simplifiedChinese).text.contains("逾期 10 天付清"),
      "\(paid.table(on: "2017-12-30", in: .simplifiedChinese).text)"
    )
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Every household has its amount, and cash is paid or left`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let total = Money(fen: .random(in: 0...99_999, using: &random))
    let settlement = try Self.settled(total, .random(in: 1...9, using: &random))
    var paid = try settlement.instalments(
      of: "dividend",
      [
        "2017-03-01": .part(.random(in: 0...3, using: &random)),
        "2017-06-01": .each(Money(fen: .random(in: 0...9_999, using: &random))),
        "2017-09-01": .part(.random(in: 1...3, using: &random)),
      ],
      in: .year(2017)
    )
    let line = try settlement.line("dividend")
    for row in line.indices {
      #expect(paid.days.indices.reduce(.zero) { $0 + paid.due($1, at: row) } == line[row])
    }
    var cash = Money.zero
    for month in 1...5 {
      let part = Money(fen: .random(in: 0...40_000, using: &random))
      cash += part
      let day = Day(2017, 2 * month, 1)
      paid = try paid.paying(part, on: day)
      let states = paid.states(on: day)
      #expect(states.reduce(.zero) { $0 + $1.open } == max(.zero, total - cash))
      #expect(paid.left == max(.zero, cash - total))
      // The earliest comes first.
      #expect(zip(states, states.dropFirst()).allSatisfy { $0.open == .zero || $1.open == $1.due })
      #expect(try roundTripped(paid) == paid)
    }
  }

  /// What instalments that cannot be say.
  private func refusal(
    _ sizes: [Day: Instalments.Size],
    _ pay: (Instalments) throws(BenefitError) -> Instalments = { $0 }
  ) throws -> String? {
    let settlement = try Self.settled(.yuan(500), 2)
    do {
      _ = try pay(settlement.instalments(of: "dividend", sizes, in: .year(2017)))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `An instalment before the season is refused`() throws {
    let place = "Scheme \"s\", payout of \"dividend\" for 2017"
    #expect(
      try refusal(["2016-12-31": .part(1)])
        == "\(place), 2016-12-31: an instalment is due before the season starts on 2017-01-01. Give a day "
        + "in the season or after it; what is paid earlier belongs to a season before."
    )
    #expect(try refusal(["2017-01-01": .part(1)]) == nil)
    #expect(
      try refusal(["2017-07-01": .each(.yuan(200))])
        == "\(place): 100.00 of it are due on no day. Give a day with a part of what is left."
    )
    #expect(
      try refusal(["2017-07-01": .each("-0.01"), "2017-08-01": .part(1)])
        == "\(place), 2017-07-01: an amount is -0.01. It is zero or more."
    )
    #expect(try refusal(["2017-07-01": .part(0)]) != nil)
    #expect(
      try refusal(["2017-07-01": .part(1)]) { instalments throws(BenefitError) in
        try instalments.paying(.yuan(1), on: "2017-02-01").paying(.yuan(1), on: "2017-01-31")
      }
        == "\(place), 2017-01-31: a payment is before the one of 2017-02-01. Give payments in order."
    )
    #expect(
      try refusal(["2017-07-01": .part(1)]) { instalments throws(BenefitError) in
        try instalments.paying("-0.01", on: "2017-02-01")
      } == "\(place), 2017-02-01: an amount is -0.01. It is zero or more."
    )
  }

  @Test func `What no program makes is refused in a file`() throws {
    let agreed = try Self.settled(.yuan(500), 2)
      .instalments(of: "dividend", ["2017-07-01": .part(1)], in: .year(2017))
    for (good, bad) in [
      ("[[25000,25000]]", "[[25000]]"), ("[[25000,25000]]", "[[-1,25000]]"),
      ("[[25000,25000]]", "[[25000,25000],[0,0]]"),
    ] {
      let file = String(decoding: try JSONEncoder().encode(agreed), as: UTF8.self)
      #expect(file.contains(good))
      let data = Data(file.replacingOccurrences(of: good, with: bad).utf8)
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(Instalments.self, from: data)
      }
    }
  }
}

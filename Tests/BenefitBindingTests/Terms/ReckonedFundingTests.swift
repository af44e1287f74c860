import BenefitBinding
import TestSupport
import Testing

/// Contributions for each of a number, and parts of a cost up to a cap.
struct ReckonedFundingTests {
  /// Yangjie, Xundian, Yunnan, 2019: 150 households put 7,000 yuan of grant each into a dairy for 10 % a year.
  @Test func `So much for each of a number is the published stake`() throws {
    let dairy = Shareholding(
      name: "dairy",
      funding: [.contribution(.yuan(7_000), for: "150 households", from: .fiscalReliefFund)],
      dividend: .fraction("10%", of: .stake)
    )
    let register = try Register((1...150).map { Household("\($0)", gaqa: "A", persons: 3) })
    let settlement = try dairy.settle(Season(2019), for: register)
    #expect(dairy.funding.stake == .yuan(1_050_000))
    #expect(settlement.gross == .yuan(105_000) && settlement.gross(at: 0) == .yuan(700))
  }

  @Test(
    arguments: [
      ("12,600", nil, "1/3", "4,000", "4,000"), ("10,000", nil, "1/3", "4,000", "3,333.33"),
      ("200", "2.5 mu", "1/2", nil, "250"), ("0.01", nil, "1/2", nil, "0.01"),
      ("5", "0 mu", .whole, nil, "0"),
    ] as [(Money, Quantity?, Ratio, Money?, Money)]
  )
  func `A part of a cost is rounded half up and capped`(
    _ amount: Money,
    _ count: Quantity?,
    _ part: Ratio,
    _ cap: Money?,
    _ sum: Money
  ) throws {
    let funding: Funding = [
      .contribution(amount, for: count, part: part, upTo: cap, from: .specialFund)
    ]
    #expect(funding.total == sum)
    let (again, isSameBytes) = try roundTrip(funding)
    #expect(again == funding && isSameBytes)
  }

  @Test func `The contract says how the amount is reckoned`() {
    let terms = Terms(
      name: "barn",
      funding: [
        .contribution(
          .yuan(12_600),
          for: "2 households",
          part: "1/3",
          upTo: .yuan(8_000),
          from: .enterprise
        )
      ]
    ) {}
    #expect(
      terms.contract(in: .english).contains {
        $0.contains(
          "8,000.00 yuan, that is 1/3 of 12,600.00 yuan for each of 2 households, at most 8,000.00 yuan, are put in"
        )
      },
      "\(terms.contract(in: .english))"
    )
    #expect(
      terms.contract(in: .simplifiedChinese).contains {
        $0.contains("即2 户，每户12,600.00元的1/3，最多8,000.00元")
          || $0.contains("即 2 户，每户 12,600.00 元的 1/3，最多 8,000.00 元")
      },
      "\(terms.contract(in: .simplifiedChinese))"
    )
  }

  @Test func `A file holds the reckoning alone, and refuses one that 64 bits cannot hold`() throws {
    let funding: Funding = [.contribution(.yuan(50), for: "3 households", from: .enterprise)]
    let text = try json(funding)
    #expect(text == #"[{"amount":"50.00","for":"3 households","from":"enterprise"}]"#)
    #expect(try decoded(Funding.self, from: text) == funding)
    let most = text.replacing("50.00", with: "92,233,720,368,547,758.07")
    #expect(
      try decodingProblem(Funding.self, from: most)
        == "What enterprise puts in is more money than 64 bits can hold."
    )
  }
}

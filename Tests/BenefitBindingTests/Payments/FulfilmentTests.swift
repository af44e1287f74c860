import BenefitBinding
import TestSupport
import Testing

/// What was promised, owed and paid.
struct FulfilmentTests {
  private static func settle(
    _ total: Money,
    _ register: Register,
    in year: Int = 2016
  ) throws -> Settlement {
    try Terms(name: "s") {
      Distribution(of: .fixed(total)) { Tier(.rest, by: .person, as: .property) }
    }
    .settle(Season(year), for: register)
  }

  private static func register(_ ids: [String], _ random: inout SplitMix64) throws -> Register {
    try Register(
      ids.map { Household($0, gaqa: "g", persons: .random(in: 1...7, using: &random)) }
    )
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Over the seasons arrears are what the payouts still owe`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try Self.register((0..<5).map { "H\($0)" }, &random)
    var payout: Payout?
    var sum: Fulfilment?
    for year in 2016..<2020 {
      let promised = try Self.settle(Money(fen: .random(in: 0...9_999, using: &random)), register)
      let due = Money(fen: .random(in: 0...9_999, using: &random))
      let owed = try Self.settle(due, register, in: year)
      let line = try owed.line("dividend")
      let paid = try owed.payout(
        of: "dividend",
        with: Money(fen: .random(in: 0...9_999, using: &random)),
        arrears: .cumulative,
        after: payout
      )
      let season = try owed.fulfilment(of: "dividend", promised: promised, paid: paid)
      for (row, entry) in season.entries.enumerated() {
        #expect(entry.household == register[row].id)
        #expect(entry.promised == promised.gross(at: row) && entry.owed == owed.gross(at: row))
        #expect(entry.paid == paid.paid(at: row))
        #expect(entry.shortfall == max(.zero, promised.gross(at: row) - owed.gross(at: row)))
        #expect(owed.gross(at: row) + entry.overpaid == paid.paid(at: row) + entry.arrears)
      }
      #expect(
        season.total(\.owed) + season.total(\.overpaid) == season.total(\.paid)
          + season.total(\.arrears)
      )
      #expect(season.total(\.promised) == promised.gross && season.total(\.owed) == line.total)
      let all = try sum.map { try $0 + season } ?? season
      #expect(all.total(\.arrears) == paid.arrears && all.total(\.overpaid) == .zero)
      for row in register.indices { #expect(all.entries[row].arrears == paid.arrears(at: row)) }
      (payout, sum) = (paid, all)
    }
  }

  /// Promised to one who left, owed to one nobody promised, paid to one who is owed nothing.
  @Test func `Households on one list only are shown with what they have`() throws {
    var random = SplitMix64(seed: 1)
    let register = try Self.register(["B", "D"], &random)
    let nothing = try Self.settle(.yuan(0), register)
    let others = try Register([Household("E", gaqa: "g", persons: 1)])
    let stray = try Self.settle(.yuan(5), others)
    let fulfilment = try nothing.fulfilment(
      of: "dividend",
      promised: ["B": .yuan(3), "A": .yuan(4)],
      paid: stray.payout(of: "dividend", with: .yuan(5), arrears: .lapsing)
    )
    #expect(fulfilment.entries.map(\.household) == ["B", "D", "A", "E"])
    #expect(fulfilment.entries.map(\.promised) == [.yuan(3), nil, .yuan(4), nil])
    #expect(fulfilment.entries.map(\.owed) == [.zero, .zero, nil, nil])
    #expect(fulfilment.entries.map(\.paid) == [nil, nil, nil, .yuan(5)])
    #expect(fulfilment.total(\.shortfall) == .yuan(7) && fulfilment.total(\.overpaid) == .yuan(5))
    #expect(fulfilment.total(\.arrears) == .zero)
    let twice = try fulfilment + fulfilment
    #expect(twice.entries.map(\.promised) == [.yuan(6), nil, .yuan(8), nil])
    #expect(twice.entries.map(\.household) == fulfilment.entries.map(\.household))
    let next = try stray.fulfilment(of: "dividend", promised: ["Z": .yuan(1)], paid: nil)
    let both = try fulfilment + next
    #expect(both.entries.map(\.household) == ["B", "D", "A", "E", "Z"])
    #expect(both.entries[3].owed == .yuan(5))
  }

  /// What one household is owed beyond its promise pays no other's shortfall.
  @Test func `Gaps are counted household by household`() throws {
    let register = try likeHouseholds(2)
    let fulfilment = try Self.settle(.yuan(20), register).fulfilment(
      of: "dividend",
      promised: ["H-1000": .yuan(15), "H-1001": .yuan(2)],
      paid: nil
    )
    #expect(fulfilment.total(\.promised) == .yuan(17) && fulfilment.total(\.owed) == .yuan(20))
    #expect(fulfilment.total(\.shortfall) == .yuan(5))
    #expect(fulfilment.total(\.arrears) == .yuan(20) && fulfilment.total(\.paid) == .zero)
  }

  /// 3,500 of a promised 4,000 were paid to a household in one year (Huangling, 2017).
  @Test func `The table keeps the three apart`() throws {
    let register = try likeHouseholds(2)
    let owed = try Self.settle(.yuan(8_000), register)
    let promised = try Self.settle(.yuan(8_000), likeHouseholds(3))
    let payout = try owed.payout(of: "dividend", with: .yuan(7_000), arrears: .cumulative)
    let fulfilment = try owed.fulfilment(of: "dividend", of: "s", promised: promised, paid: payout)
    #expect(
      fulfilment.table().text
        == """
        household  promised      owed      paid  shortfall   arrears  overpaid
        ---------  --------  --------  --------  ---------  --------  --------
        H-1000     2,666.67  4,000.00  3,500.00       0.00    500.00      0.00
        H-1001     2,666.67  4,000.00  3,500.00       0.00    500.00      0.00
        H-1002     2,666.66                       2,666.66      0.00      0.00
        ---------  --------  --------  --------  ---------  --------  --------
        all        8,000.00  8,000.00  7,000.00   2,666.66  1,000.00      0.00
        """
    )
    let absent = #expect(throws: BenefitError.self) {
      try owed.fulfilment(of: "award", promised: promised, paid: nil)
    }
    #expect(
      absent?.description
        == "Scheme \"s\", line \"award\": there is none. There are \"dividend\"."
    )
    let empty = try Terms(name: "s") {}.settle(Season(2016), for: register)
    let unsettled = #expect(throws: BenefitError.self) {
      try owed.fulfilment(of: "dividend", promised: empty, paid: nil)
    }
    #expect(unsettled?.description == "Scheme \"s\", line \"dividend\": there is none.")
    let (decoded, isSameBytes) = try roundTrip(fulfilment)
    #expect(decoded == fulfilment && isSameBytes)
    let twice = try json(fulfilment).replacing("H-1001", with: "H-1000")
    #expect(
      try decodingProblem(Fulfilment.self, from: twice)
        == "Household \"H-1000\" stands in the list twice."
    )
  }

  @Test func `What is paid on counts with what was paid before`() throws {
    let register = try likeHouseholds(2)
    let owed = try Self.settle(.yuan(10), register)
    let first = try owed.payout(of: "dividend", with: .yuan(4), arrears: .cumulative)
    let second = try first.followed(by: .yuan(3))
    let fulfilment = try owed.fulfilment(of: "dividend", promised: owed, paid: second)
    #expect(fulfilment.total(\.paid) == .yuan(7) && fulfilment.total(\.arrears) == .yuan(3))
  }

  /// What amounts that cannot be put side by side are met with.
  private func problem(_ make: () throws(BenefitError) -> Fulfilment) -> String? {
    do {
      _ = try make()
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `Only payouts of the line and season stand beside it`() throws {
    let register = try likeHouseholds(1)
    let terms = Terms(name: "s") {
      Payment("dividend", each: .yuan(5), as: .property)
      Payment("stake", each: .yuan(9), as: .holding)
    }
    let (first, second) = try (
      terms.settle(Season(2016), for: register), terms.settle(Season(2017), for: register)
    )
    let payout = try first.payout(of: "dividend", with: .yuan(5), arrears: .lapsing)
    #expect(
      problem { () throws(BenefitError) in
        try second.fulfilment(of: "dividend", promised: [:], paid: payout)
      }
        == """
        Scheme "s", fulfilment of "dividend": the payout is of "dividend" of "s" for 2016. Give the \
        last one of this line for 2017.
        """
    )
    #expect(
      problem { () throws(BenefitError) in
        try first.fulfilment(of: "stake", promised: [:], paid: nil)
      }
        == """
        Scheme "s", fulfilment of "stake": the line is a holding, what there is at the end of the \
        season. Only what is paid is fulfilled.
        """
    )
  }

  @Test func `Amounts that cannot be added up are refused where they come in`() throws {
    let register = try likeHouseholds(1)
    let owed = try Self.settle(Money(fen: 1), register)
    for amount in [Money(fen: .max), Money(fen: .min)] {
      #expect(
        problem { () throws(BenefitError) in
          try owed.fulfilment(of: "dividend", promised: ["H-1000": amount], paid: nil)
        }
          == """
          Scheme "s", fulfilment of "dividend": all amounts together are more than 64 bits \
          can hold.
          """
      )
    }
    let most = try owed.fulfilment(
      of: "dividend",
      promised: ["H-1000": Money(fen: .max - 1)],
      paid: nil
    )
    #expect(
      problem { () throws(BenefitError) in try most + most }
        == """
        Scheme "s", fulfilment of "dividend": all amounts together are more than 64 bits \
        can hold.
        """
    )
    let text = try json(most)
    let larger = text.replacing("92233720368547758.06", with: "92233720368547758.07")
    #expect(
      try decodingProblem(Fulfilment.self, from: larger)
        == "The amounts of household \"H-1000\" are more than 64 bits can hold together."
    )
  }
}

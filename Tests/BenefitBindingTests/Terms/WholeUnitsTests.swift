import BenefitBinding
import TestSupport
import Testing

extension Currency {
  /// A currency of which only whole units are paid.
  fileprivate static let yen = Self("JPY", unit: Phrase(en: "yen", zh: "日元"))
}

/// Amounts in a currency without a hundredth in use.
struct WholeUnitsTests {
  private static func isWhole(_ fen: [Int64]) -> Bool { fen.allSatisfy { $0 % 100 == 0 } }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `A programme in yen pays whole yen, explains them and writes no decimals`(seed: UInt64)
    throws
  {
    let sample = try Sample(seed: seed)
    let settlement = try Programme("sample") {
      for terms in sample.schemes { terms.denominated(in: .yen) }
    }.settle(sample.season, for: sample.register)
    for line in settlement.lines {
      #expect(Self.isWhole(line.fen))
      guard line.total > .zero, line.allSatisfy({ $0 >= .zero }) else { continue }
      let parts = try line.instalments([2, 1, 4])
      #expect(parts.allSatisfy { Self.isWhole($0.map(\.fen)) })
      #expect(line.indices.allSatisfy { row in parts.reduce(.zero) { $0 + $1[row] } == line[row] })
    }
    for waterfall in settlement.waterfalls {
      #expect(Self.isWhole(waterfall.steps.flatMap { $0.paid + $0.residue } + waterfall.remainders))
    }
    for entry in settlement.statements.prefix(6).flatMap(\.entries) {
      #expect(entry.derivation.holds, "\(entry.derivation)")
    }
    for language in Language.allCases {
      // A loss may be as fine as the profit that is stated.
      let tables =
        [settlement.table(in: language)] + settlement.waterfalls.map { $0.table(in: language) }
      // A key is called by an amount whatever the currency is.
      let cells = tables.flatMap(\.rows).joined().filter { $0.contains(/^-?[0-9,]+\.[0-9]/) }
      #expect(cells == [])
      for notice in settlement.notices {
        let text = notice.text(in: language).replacing("3,000.00 a person", with: "")
        #expect(!text.contains(".00"), "\(notice)")
      }
    }
    #expect(try roundTrip(settlement).value == settlement)
  }

  private static let terms = Terms(name: "milk", currency: .yen) {
    Distribution(of: .fact(.takings)) {
      Tier(.percentOfPot(50), by: .household, as: .property)
      Tier(each: "12.5", as: .transfer, named: "award")
    }
    Payment("rent", each: .fraction("1/3", of: "100"), rounded: .up(to: .jiao), as: .property)
  }

  private func settled() throws -> Settlement {
    try Self.terms.settle(Season(2016) { $0[.takings] = "201.50" }, for: likeHouseholds(3))
  }

  @Test func `Pots, fractions, claims and payments go to the yen`() throws {
    let settlement = try settled()
    #expect(settlement.waterfalls[0].pot(0) == .yuan(202))
    #expect(Array(try settlement.line("dividend")) == [.yuan(34), .yuan(34), .yuan(33)])
    #expect(Array(try settlement.line("dividend: award")) == [.yuan(13), .yuan(13), .yuan(13)])
    #expect(Array(try settlement.line("rent")) == [.yuan(34), .yuan(34), .yuan(34)])
    let text = settlement.statements[0].text(.full)
    #expect(text.contains("= 101 x 1/3 by household, down to the yen + 1, odd yen to the largest"))
    #expect(text.contains("202 = 201.5 rounded half up to the yen"))
    let contract = Self.terms.contract(in: .simplifiedChinese)
    #expect(contract.contains { $0.contains("各户应得：100 日元的 1/3，尾数进一到日元。") })
    #expect(contract.contains { $0.contains("差额每户一日元") && !$0.contains("分，") })
  }

  @Test func `Cash of less than a yen is left`() throws {
    let settlement = try settled()
    let payout = try settlement.payout(of: "rent", with: "70.50", arrears: .cumulative)
    #expect(
      settlement.register.indices.map { payout.paid(at: $0) } == [24, 23, 23].map(Money.yuan)
    )
    #expect(payout.left == "0.50")
    let agreed = try settlement.instalments(
      of: "rent",
      ["2016-06-30": .part(1), "2016-12-31": .part(1)],
      in: .year(2016)
    ).paying("70.50", on: "2016-06-30")
    #expect(agreed.left == "0.50")
    #expect(agreed.table(on: "2016-12-31").rows.map { $0[1] } == ["51", "51"])
  }

  @Test func `What is put in, carried or promised in parts of a yen is refused`() throws {
    func refusal(_ body: () throws -> Void) -> BenefitError? {
      let error = #expect(throws: BenefitError.self, performing: body)
      #expect(error?.code == .tooFine)
      return error
    }
    let advice = "State whole yen; only prices and other facts may be finer."
    let half = Terms(
      name: "milk",
      funding: [.contribution(.yuan(101), from: .specialFund, householdShare: "1/2")],
      currency: .yen
    ) {}
    let register = try likeHouseholds(3)
    let stake = refusal { _ = try half.settle(Season(2016), for: register) }
    #expect(
      stake?.description
        == "Scheme \"milk\", funding: 50.5 is no whole number of yen. \(advice)"
    )
    #expect(
      stake?.text(in: .simplifiedChinese)
        == "方案「milk」，投入资金：50.5 不是整数日元。请填整数日元；只有单价等数据可以更细。"
    )
    let books = try Terms(name: "milk") {
      Distribution(of: .fact(.takings)) { Tier(.rest, to: .reserve) }
    }.settle(Season(2016) { $0[.takings] = "0.50" }, for: register).closingBooks
    let file = try json(books).replacing(
      "{\"balances\"",
      with: "{\"currency\":\(json(Currency.yen)),\"balances\""
    )
    let inYen = try decoded(Books.self, from: file)
    let carried = refusal {
      _ = try Self.terms.settle(Season(2016) { $0[.takings] = "1" }, for: register, books: inYen)
    }
    #expect(
      carried?.description
        == "Scheme \"milk\", books: 0.5 is no whole number of yen. \(advice)"
    )
    let settlement = try settled()
    let promised = refusal {
      _ = try settlement.instalments(of: "rent", ["2016-12-31": .each("2.50")], in: .year(2016))
    }
    #expect(promised?.places.last == .day("2016-12-31"))
  }

  @Test func `A file leaves the hundredth out, and names no currency of thousandths`() throws {
    let file = try json(Currency.yen)
    #expect(!file.contains("hundredth"))
    #expect(try roundTrip(Currency.yen).value == .yen)
    #expect(
      try decodingProblem(Currency.self, from: file.replacing("JPY", with: "KWD"))
        == "KWD is divided into a thousand, and money is kept in hundredths."
    )
  }
}

import BenefitBinding
import TestSupport
import Testing

/// What households hold from season to season.
struct HoldingTests {
  /// 40 % of each dividend is retained and draws the next dividends with the stake.
  private static let cooperative = Terms(
    name: "coop",
    funding: [.contribution(.yuan(1_000), from: .fiscalReliefFund)]
  ) {
    let equity = Key.amount(
      .line("stake") + .held("dividend: retained"),
      name: "stake and retained equity"
    )
    Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
    Distribution(of: .fact(.profit)) {
      Tier(.percentOfPot(60), by: equity, as: .property)
      Tier(.rest, by: .person, as: .addition, named: "retained")
    }
  }

  private func register(_ persons: [String: Int], gaqa: String = "A") throws -> Register {
    try Register(persons.map { Household($0.key, gaqa: gaqa, persons: $0.value) })
  }

  private func settle(_ register: Register, _ books: Books = Books()) throws -> Settlement {
    try Self.cooperative.settle(
      Season(2016) { $0[.profit] = .yuan(500) },
      for: register,
      books: books
    )
  }

  @Test func `Retained equity joins the next season's stake`() throws {
    let register = try register(["H-1": 1, "H-2": 3])
    let first = try settle(register)
    #expect(try first.line("dividend").map(\.description) == ["150.00", "150.00"])
    let held = first.closingBooks.held(in: "dividend: retained", of: "coop")
    #expect(held == ["H-1": .yuan(50), "H-2": .yuan(150)])

    // 550 and 650 of 1,200.
    let second = try settle(register, first.closingBooks)
    #expect(try second.line("dividend").map(\.description) == ["137.50", "162.50"])
    #expect(
      second.derivation("dividend").hasPrefix(
        "137.50 = 300.00 x 550.00/1,200.00 by stake and retained equity"
      )
    )
    let closing = second.closingBooks.held(in: "dividend: retained", of: "coop")
    #expect(closing == ["H-1": .yuan(100), "H-2": .yuan(300)])
    #expect(second.closingBooks.held(in: "dividend", of: "coop").isEmpty)
  }

  @Test func `A household keeps what it holds while it is away`() throws {
    let first = try settle(register(["H-1": 1, "H-2": 3]))
    let without = try settle(register(["H-0": 1, "H-1": 1]), first.closingBooks)
    let held = without.closingBooks.held(in: "dividend: retained", of: "coop")
    #expect(held == ["H-0": .yuan(100), "H-1": .yuan(150), "H-2": .yuan(150)])
    let back = try settle(register(["H-2": 1], gaqa: "B"), without.closingBooks)
    #expect(
      back.closingBooks.held(in: "dividend: retained", of: "coop")["H-2"] == .yuan(350)
    )
  }

  /// Held against a plain dictionary, with households that come, go and move.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `Closing is opening and what the season gave`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let terms = Terms(name: "coop", members: !.status(.exited)) {
      Payment(
        "saved",
        each: .fact(.returnOnUse) + .fraction("3%", of: .held("saved")),
        as: .addition
      )
    }
    var books = Books()
    var held: [String: Int64] = [:]
    for _ in 1...5 {
      let households = (0..<12).filter { _ in Bool.random(using: &random) }.map { number in
        Household(
          "H-\(number)",
          gaqa: ["A", "B", "C"][.random(in: 0...2, using: &random)],
          persons: 1,
          status: Int.random(in: 0...4, using: &random) == 0 ? .exited : .atRisk
        )
      }
      let register = try Register(households.shuffled(using: &random))
      let stated = register.map { _ in Money(fen: .random(in: -9_999...9_999, using: &random)) }
      var season = Season(2016)
      season.facts.set(.returnOnUse, rows: stated, of: register)
      let settlement = try terms.settle(season, for: register, books: books)
      let line = try settlement.line("saved")
      for row in register.indices {
        let id = register[row].id
        let hundredfold = Money(fen: 3 * held[id, default: 0] + 100 * stated[row].fen)
        let due = hundredfold.multiplied(by: "1%", rounding: .halfUp(to: .fen))
        #expect(line[row] == (register[row].status == .exited ? .zero : due))
        #expect(settlement.derivation(of: line, at: row).value.money == line[row])
        held[id, default: 0] += line[row].fen
      }
      #expect(try roundTripped(settlement) == settlement)
      books = settlement.closingBooks
      let expected = held.filter { $0.value != 0 }.mapValues { Money(fen: $0) }
      #expect(books.held(in: "saved", of: "coop") == expected)
    }
  }

  @Test func `Books without a reader carry no holdings`() throws {
    let settlement = try Shareholding(
      name: "s",
      funding: [.contribution(.yuan(10), from: .fiscalReliefFund)],
      dividend: .yuan(10)
    ).settle(Season(2016), for: likeHouseholds(2))
    #expect(try json(settlement.closingBooks) == #"{"balances":[]}"#)
  }

  @Test func `What is held must be what a line of the scheme adds`() throws {
    let terms = Terms(name: "coop") {
      Payment("rent", each: .held("rent"), as: .property)
      Payment("share", each: .yuan(1), as: .addition)
    }
    #expect(
      terms.refusal(Season(2016), try likeHouseholds(1))
        == "Scheme \"coop\", holding \"rent\": no line of the scheme with that name adds to "
        + "holdings, as an \"addition\". Additions: share."
    )
  }

  @Test func `A holding that outgrows 64 bits is refused`() throws {
    let terms = Terms(name: "coop") {
      Payment("share", each: .fact(.profit), where: .atLeast(.held("share"), .zero), as: .addition)
    }
    let season = Season(2016) { $0[.profit] = Money(fen: .max) }
    let register = try likeHouseholds(1)
    let books = try terms.settle(season, for: register).closingBooks
    #expect(
      terms.refusal(season, register, books: books)
        == "Scheme \"coop\", holding \"share\", household \"H-1000\": with what the books carry it is "
        + "too large to be kept exactly."
    )
  }

  @Test(
    arguments: [
      (
        #"["B","A"],"fen":[1,2]"#,
        "has \"A\" after \"B\". Give each id once, in ascending order."
      ),
      (
        #"["A","A"],"fen":[1,2]"#,
        "has \"A\" after \"A\". Give each id once, in ascending order."
      ),
      (#"["A"],"fen":[1,2]"#, "has 1 ids and 2 amounts. Give one for each."),
      (#"["A"],"fen":[0]"#, "has nothing for \"A\". Leave out who holds nothing."),
    ]
  )
  func `A stored holding keeps its form`(ids: String, problem: String) throws {
    let text = #"{"balances":[],"holdings":[{"scheme":"s","line":"l","ids":"# + ids + "}]}"
    #expect(
      try decodingProblem(Books.self, from: text)
        == "The holding \"l\" of scheme \"s\" " + problem
    )
  }
  @Test func `Stored books hold each balance and each holding once`() throws {
    let balance =
      #"{"scheme":"s","gaqa":"A","item":{"account":{"_0":"reserve"}},"amount":"5.00"}"#
    let holding = #"{"scheme":"s","line":"l","ids":["A"],"fen":[1]}"#
    let books = try decoded(Books.self, from: "{\"balances\":[\(balance)]}")
    #expect(try books.total(in: .reserve) == .yuan(5))
    #expect(
      try decodingProblem(Books.self, from: "{\"balances\":[\(balance),\(balance)]}")
        == "s, gaqa A: a balance of account \"reserve\" of 5.00 stands in the books before. Give each "
        + "balance once."
    )
    #expect(
      try decodingProblem(
        Books.self,
        from: "{\"balances\":[],\"holdings\":[\(holding),\(holding)]}"
      ) == "The holding \"l\" of scheme \"s\" stands in the books twice. Give it once."
    )
  }

  /// 50,000 at 10 % with 40 % retained, as in Hongjiang; that the retained part earns is ours.
  @Test func `A loan's retained coupon earns the coupon`() throws {
    let loan = HouseholdLoan(
      name: "citrus",
      principal: .yuan(50_000),
      use: .lentOn(coupon: "10%", retained: .percent(40)),
      interest: .zero,
      retainedEarns: true
    )
    let season = Season(2017) { $0[.recoveredPrincipal] = .zero }
    var books = Books()
    var coupons: [String] = []
    for _ in 1...3 {
      let settlement = try loan.settle(season, for: likeHouseholds(1), books: books)
      books = settlement.closingBooks
      coupons.append(settlement.gross.description)
    }
    // 2,000.00; 10 % of 52,000 is 5,200 of which 2,080; 10 % of 54,080 is 5,408 of which 2,163.20.
    #expect(coupons == ["3,000.00", "3,120.00", "3,244.80"])
    let held = books.held(in: "coupon: retained", of: "citrus")
    #expect(held.values.reduce(.zero, +) == "6,243.20")
  }
}

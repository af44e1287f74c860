import BenefitBinding

extension Corpus {
  /// Parts of settlements, and what is paid of them.
  static let payouts: [Entry] = [
    entry(settlement.lines[0]) { line in
      ask(line.total, line.householdCount, line.scheme, line.name, line.flow)
      for amount in line { ask(amount) }
    },
    entry(astray.notices[0]) { ask($0.description) },
    entry(held) { books in
      use(books)
      guard let settlement = try? retaining.settle(season, for: register, books: books) else {
        return
      }
      use(settlement)
    },
    entry(unused[0]) { ask($0.description) },
    entry(payout) { payout in
      use(payout)
      for cash in [.zero, .yuan(9), Money(fen: .max)] as [Money] {
        guard let next = try? payout.followed(by: cash) else { continue }
        use(next)
        if let last = try? next.followed(by: cash) { use(last) }
      }
      for line in settlement.lines {
        if let next = try? settlement.payout(
          of: line.name,
          of: line.scheme,
          with: .yuan(90),
          arrears: payout.rule,
          after: payout
        ) {
          use(next)
        }
        if let fulfilment = try? settlement.fulfilment(
          of: line.name,
          of: line.scheme,
          promised: ["H-1": .yuan(9)],
          paid: payout
        ) {
          use(fulfilment)
        }
      }
    },
    entry(fulfilment) { use($0) },
    entry(instalments) { use($0) },
    entry(Instalments.Size.each(.yuan(3))) { size in
      use(try? settlement.instalments(of: "rent", ["2016-07-01": size], in: .year(2016)))
    },
    entry(fulfilment.entries[0]) { ask($0.shortfall, $0.arrears, $0.overpaid) },
  ]

  private static let retaining = Terms(name: "retaining", funding: funding) {
    Distribution("stake", of: .stake) { Tier(.rest, by: .household, as: .holding) }
    Distribution(of: .fact(.profit)) {
      Tier(
        .percentOfPot(60),
        by: .amount(.line("stake") + .held("dividend: retained"), name: "equity"),
        as: .property
      )
      Tier(.rest, by: .person, as: .addition, named: "retained")
    }
  }

  /// Books in which households hold what earlier seasons retained.
  private static let held = made { try retaining.settle(season, for: register).closingBooks }

  private static let both = Programme("both") { cooperative }

  /// A season with a fact for a gaqa where nobody lives.
  private static let mistaken: Season = {
    var mistaken = season
    mistaken[.revenue, gaqa: "nowhere"] = .yuan(9)
    return mistaken
  }()

  private static let unused = both.unusedFacts(of: mistaken, for: register)

  private static let astray = made { try both.settle(mistaken, for: register) }

  private static let payout = made {
    try settlement.payout(of: "rent", with: .yuan(9), arrears: .cumulative)
      .followed(by: .yuan(7))
  }

  private static let instalments = made {
    try settlement.instalments(
      of: "rent",
      ["2016-07-01": .each(.yuan(3)), "2016-10-01": .part(2), "2017-01-31": .part(1)],
      in: .year(2016)
    )
    .paying(.yuan(9), on: "2015-12-31").paying(.yuan(1), on: "2016-11-01")
  }

  private static func use(_ instalments: Instalments?) {
    guard let instalments else { return }
    ask(instalments.scheme, instalments.line, instalments.season, instalments.left)
    for day in ["2015-12-31", "2016-10-01", "9999-12-31"] as [Day] {
      for state in instalments.states(on: day) { ask(state.open, state.daysLate) }
      ask(instalments.table(on: day))
      if let fulfilment = try? instalments.fulfilment(on: day) { use(fulfilment) }
      guard let next = try? instalments.paying(.yuan(7), on: day) else { continue }
      ask(next.left, next.states(on: day).map(\.open))
    }
    for row in instalments.households.indices {
      for index in instalments.days.indices { ask(instalments.due(index, at: row)) }
    }
  }

  private static let fulfilment = made {
    try settlement.fulfilment(
      of: "rent",
      promised: ["H-1": .yuan(900), "H-9": .yuan(7)],
      paid: settlement.payout(of: "rent", with: .yuan(9), arrears: .lapsing)
    )
  }

  private static func use(_ payout: Payout) {
    ask(payout.season, payout.scheme, payout.line, payout.cash, payout.rule)
    ask(payout.paid, payout.left, payout.arrears, payout.arrears(of: "H-1"))
    for row in payout.households.indices {
      ask(payout.coming(at: row), payout.paid(at: row), payout.paidInAll(at: row))
      ask(payout.arrears(at: row))
    }
  }

  private static func use(_ fulfilment: Fulfilment) {
    ask(fulfilment.total(\.promised), fulfilment.total(\.owed), fulfilment.total(\.paid))
    ask(fulfilment.total(\.shortfall), fulfilment.total(\.arrears), fulfilment.total(\.overpaid))
    ask(fulfilment.table())
    for entry in fulfilment.entries { ask(entry.shortfall, entry.arrears, entry.overpaid) }
  }
}

import BenefitAssessment
import BenefitBinding
import BenefitLedgers

extension Corpus {
  static let settlement = made { try cooperative.settle(season, for: register, books: books) }

  /// What an earlier season left.
  static let books = made {
    try cooperative.settle(
      Season(2015, after: [Season(2014) { $0.facts = season.facts }]) {
        $0.facts = season.facts
        $0[.profit] = .yuan(-9_000)
      },
      for: register
    ).closingBooks
  }

  static let schedule = made {
    try LoanSchedule(of: .yuan(24_000), at: "0.4%", over: 24, grace: 3)
  }

  static let loan = made { try LoanContract(of: "H-2", on: "2016-11-10", schedule) }

  /// A loan with interest by days, capitalised in its grace.
  private static let dated = made {
    try LoanSchedule(
      of: .yuan(9_000),
      at: "4.35%",
      over: 3,
      grace: 1,
      graceInterest: .capitalised,
      balloon: .yuan(2_000),
      accruing: .byDays(
        .thirtyE360,
        from: "2016-01-31",
        due: ["2016-07-31", "2017-01-31", "2017-12-31"]
      ),
      subsidy: .fraction("1/2")
    )
  }

  private static func use(_ schedule: LoanSchedule?) {
    guard let schedule else { return }
    ask(schedule.total.payment, schedule.total.subsidy, schedule.unrounded.count)
    ask(schedule.presentValue(of: \.payment), schedule.grantElement(at: "5%"))
    let loan = try? LoanContract(of: "H-2", on: "2016-01-31", schedule)
    ask(loan?.due(in: .year(2017)).balance)
  }

  static let settlements: [Entry] = [
    entry(season) { season in
      ask(season.name, season.earlier.count, season[.profit], season[.revenue, gaqa: "A"])
      ask(season["cooperative"][.profit], season[.monthlyWage, household: "H-1"])
      guard let settlement = try? cooperative.settle(season, for: register) else { return }
      use(settlement)
    },
    entry(season.facts),
    entry(books) { books in
      use(books)
      ask(try? books.total(in: .reserve), try? books.total(in: .collective, of: "cooperative"))
      guard let settlement = try? cooperative.settle(season, for: register, books: books) else {
        return
      }
      use(settlement)
    },
    entry(books.balances[0]),
    entry(Books.Item.residue(line: "dividend")),
    entry(settlement) { settlement in
      use(settlement)
      ask(Overlap(of: settlement).pairs(in: .english))
      guard let assessment = try? Assessment(of: settlement, below: .yuan(3_335)) else { return }
      for group in assessment.groups { ask(group.before.headcount, group.after.headcount) }
      for index in TargetingIndex.standard { ask(assessment.owed.targeting[index]) }
    },
    entry(roster) { roster in
      for period in [Period.year(2016), Period.year(2017)] {
        ask((try? roster.register(for: period))?.personCount)
      }
    },
    entry(roster.events[0]),
    entry(schedule) { schedule in
      ask(schedule.total.payment, schedule.total.subsidy, schedule.rows.count)
    },
    entry(loan) { loan in
      for year in [2016, 2017, 2100] {
        let due = loan.due(in: .year(year))
        ask(due.period, due.payment, due.subsidy, due.balance)
      }
      ask(loan.dueDay(ofPeriod: 1))
      var facts = Facts()
      try? facts.state([loan, loan], in: .year(2017), for: register)
    },
    entry(LoanSchedule.Subsidy.borrowerRate("1%")),
    entry(dated) { use($0) },
    entry(dated.accrual) { accrual in
      use(try? LoanSchedule(of: .yuan(9_000), at: "4.35%", over: 3, accruing: accrual))
    },
    entry(capital) { account in
      for day in ["2016-01-01", "2017-06-30", "9999-12-31"] as [Day] {
        let position = account.position(on: day)
        ask(position.idle, position.outstanding, position.paidOutOfCapital)
        ask(account.idle(on: day).count, account.idleCapital(on: day, overMonths: 12))
        for due in account.principalDue(on: day) { ask(due.open, due.amount) }
        ask(account.deployed(on: day).values.count)
      }
      ask(account.payoutsOutOfCapital.count)
    },
    entry(capital.events[0]) { ask($0.occurrence.amount, $0.occurrence.description) },
    entry(RuleBook(["2015-01-01": Programme("first") { terms(of: "S") }])) { book in
      for part in book.parts(of: .year(2017)) { ask(part.period, part.programme.name) }
    },
    entry(
      made { () throws -> SettlementSeries in
        var series = SettlementSeries("2016")
        try series.settle(terms(of: "S"), season, for: register)
        try series.settle(terms(of: "S"), season, for: register)
        return series
      }
    ) { series in
      ask(series.gross, series.costs, series.net, series.householdsReached, series.households.count)
      for household in series.households { ask(series.total(for: household)?.net) }
      if let statement = series.statement(for: "H-1") { ask(statement.description) }
    },
  ]

  static let roster = made {
    try Roster(
      households: [
        Household("H-1", gaqa: "A", persons: 3, measures: [.shares: "10 shares"]),
        Household("H-2", gaqa: "A", persons: 4, measures: [.shares: "20 shares"]),
      ],
      events: [
        .init(of: "H-1", on: "2015-01-01", .entry, because: "founded"),
        .init(of: "H-2", on: "2016-03-01", .entry, because: "joined"),
        .init(of: "H-2", on: "2016-07-01", .persons(5), because: "a birth"),
        .init(of: "H-1", on: "2016-09-01", .status(.exited), because: "income above the line"),
        .init(
          of: "H-1",
          on: "2016-09-01",
          .conversion(of: .shares, into: Measure("votes", in: .share), at: "1/2"),
          because: "no vote above the line"
        ),
        .init(of: "H-2", on: "2017-02-01", .exit, because: "moved away"),
      ],
      freed: [.shares: .toTheRest]
    )
  }

  static let capital = made {
    try CapitalAccount(
      funding: funding,
      events: [
        .init(on: "2015-01-10", .putIn(.yuan(500_000), from: .fiscalReliefFund)),
        .init(on: "2015-02-10", .deployed(.yuan(300_000), to: "sheep")),
        .init(on: "2016-02-10", .earned(.yuan(30_000))),
        .init(on: "2016-03-10", .paidOut(.yuan(40_000))),
        .init(on: "2016-04-10", .lost(.yuan(5_000), in: "sheep")),
        .init(on: "2016-05-10", .recovered(.yuan(100_000), from: "sheep")),
      ]
    )
  }
}

import BenefitBinding

extension Corpus {
  /// A season and a register to settle decoded terms with.
  static let season = Season(2016, after: [Season(2015) { $0[.profit] = .yuan(-3_000) }]) {
    $0[.profit] = .yuan(164_000)
    $0[.revenue, gaqa: "A"] = .yuan(70_000)
    $0[.revenue, gaqa: "B"] = .yuan(30_000)
    $0[.returnRate] = "11.4576%"
    $0[.interestRate] = "4.35%"
    $0[.marketPrice] = "1.10"
    $0[.monthlyWage, household: "H-1"] = .yuan(2_000)
    $0[.monthlyWage, household: "H-2"] = .yuan(1_800)
    $0[.monthlyWage, household: "H-3"] = .zero
    $0[.eggsDelivered] = "45 eggs"
    $0[.monthsWorked, household: "H-1"] = "12 months"
    $0[.monthsWorked, household: "H-2"] = "3.5 months"
    $0[.monthsWorked, household: "H-3"] = "0 months"
    $0["cooperative"][.profit] = .yuan(90_000)
  }

  static let funding: Funding = [
    .contribution(.yuan(500_000), from: .fiscalReliefFund, householdShare: "60%"),
    .contribution(.yuan(300_000), from: .reliefLoan, interest: "4.35%", subsidised: .percent(50)),
    .contribution(.yuan(70), for: "9 households", part: "1/3", upTo: .yuan(200), from: .enterprise),
    .contribution(.yuan(60_000), from: .householdFunds, disposition: .returned(on: "2019-12-31")),
  ]

  private static let award = Tier(
    each: .yuan(800),
    where: .status(.belowNationalLine) && .atLeast(.measure(.landArea), "1 mu"),
    as: .transfer,
    named: "award",
    from: AwardPool(.percentOfPot(20), carriesUnspent: true, backstop: .collective)
  )

  static let distribution = Distribution("dividend", of: .fraction("80%", of: .profit)) {
    Tier(.percentOfPot(60), by: .measure(.shares), as: .property)
    award
    Tier(.fraction("1/3", of: .rest), to: .villageWelfare)
    Tier(
      .rest,
      by: Key.person.weighted(by: [.belowNationalLine: 2, .notPoor: "1/2"]),
      apportioned: Apportionment(rate: .halfUp(to: .yuan), residue: .carriedForward),
      as: .property,
      named: "by person"
    )
  }

  static let cooperative = Terms(name: "cooperative", funding: funding) {
    distribution
    payment
    purchase
    employment
    Distribution("saved", of: .fact(.revenue), per: .gaqa) { Tier(.percentOfPot(30), to: .reserve) }
    Distribution("from the reserve", of: .fact(.revenue), per: .gaqa, from: .reserve) {
      Tier(.rest, by: .need(below: .yuan(3_335)), as: .transfer)
    }
  }

  private static let rent = Amount.either(
    .each("510.05", per: .measure(.landArea)),
    otherwise: .greater(of: .mean(of: .fact(.profit), seasons: 2).capped(at: .yuan(90)), .zero),
    where: !.gaqa("A") || .atLeast(.persons, "3 persons")
  )

  static let payment = Payment(
    "rent",
    each: rent,
    rounded: .halfEven(to: .jiao),
    as: .property
  )

  private static let eggs = QuantityFormula.measure(.eggsDelivered).roundedUpToWholeUnits()
    .atLeast("3 eggs")

  static let purchase = Purchase(
    "eggs",
    of: eggs,
    at: .greater(of: "1.00", .fact(.marketPrice)),
    inputs: .each("0.40", per: .measure(.eggsDelivered))
  )

  static let employment = Employment(
    "cleaning",
    work: .measure(.monthsWorked),
    pay: .fact(.monthlyWage),
    displaced: .fraction("1/10", of: .line("rent"))
  )

  static let terms: [Entry] = [
    entry(cooperative) { use($0) },
    entry(Programme("both") { cooperative }) { programme in
      ask(programme.unusedFacts(of: season, for: register))
      use(programme)
    },
    entry(Clause.distribution(distribution)) { clause in use(Terms(name: "one") { clause }) },
    entry(distribution) { clause in use(Terms(name: "one") { clause }) },
    entry(award) { tier in
      use(Terms(name: "one") { Distribution(of: .yuan(900)) { tier } })
    },
    entry(AwardPool(.percentOfPot(30), backstop: .reserve)) { pool in
      use(
        Terms(name: "one") {
          Distribution(of: .yuan(900)) {
            Tier(each: .yuan(8), as: .transfer, named: "award", from: pool)
          }
        }
      )
    },
    entry(payment) { clause in use(Terms(name: "one") { clause }) },
    entry(purchase) { clause in use(Terms(name: "one") { clause }) },
    entry(employment) { clause in
      use(
        Terms(name: "one") {
          payment; clause
        }
      )
    },
    entry(rent) { amount in
      use(Terms(name: "one") { Payment("it", each: amount, as: .property) })
    },
    entry(eggs) { quantity in
      use(Terms(name: "one") { Purchase("it", of: quantity, at: "1.50") })
    },
    entry(Rate.whole - .mean(of: .fact(.returnRate), seasons: 1)) { rate in
      use(
        Terms(name: "one") { Payment("it", each: .fraction(rate, of: .yuan(70)), as: .property) }
      )
    },
    entry(Condition.status(.notPoor) && !.gaqa("B")) { condition in
      use(Terms(name: "one", members: condition) { distribution })
    },
    entry(Key.person.weighted(by: [.notPoor: "1/3"])) { key in
      use(
        Terms(name: "one") { Distribution(of: .yuan(900)) { Tier(.rest, by: key, as: .property) } }
      )
    },
    entry(Flow.wage),
    entry(funding) { funding in
      ask(funding.total, funding.stake, funding.stakeRatio, funding.total(from: .reliefLoan))
      use(Shareholding(name: "one", funding: funding, dividend: .profit).terms)
    },
    entry(funding.contributions[1]) {
      use(Shareholding(name: "one", funding: [$0], dividend: .stake).terms)
    },
  ]

  /// Settles terms and reads everything that comes of it.
  static func use(_ terms: Terms) { use(Programme("one") { terms }) }

  static func use(_ programme: Programme) {
    ask(programme.name, programme.schemes.count)
    guard let settlement = try? programme.settle(season, for: register) else { return }
    use(settlement)
    guard let next = try? programme.settle(season, for: register, books: settlement.closingBooks)
    else { return }
    use(next)
  }

  static func use(_ settlement: Settlement) {
    ask(settlement.gross, settlement.costs, settlement.net, settlement.personsReached)
    ask(settlement.householdsReached)
    for statement in settlement.statements {
      ask(statement.description, statement.net, statement.netPerPerson)
      ask(statement.compared(to: .yuan(2_952)).isLifted)
    }
    for notice in settlement.notices { ask(notice.description) }
    for line in settlement.lines { ask(line.total, line.householdCount) }
    use(settlement.closingBooks)
  }

  static func use(_ books: Books) {
    for balance in books.balances {
      ask(
        balance.amount,
        books.amount(of: balance.item, scheme: balance.scheme, gaqa: balance.gaqa)
      )
    }
    ask(books.held(in: "dividend: retained", of: "S")["H-1"])
  }
}

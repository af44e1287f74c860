import BenefitBinding

extension LimitCase {
  static let all: [LimitCase] = formulas + lists

  private static let register = Corpus.register
  private static let season = Season(2016) {
    $0[.profit] = .yuan(164_000)
    $0[.revenue] = .yuan(30_000)
  }

  /// Settles, explains, stores and reads again.
  private static func everything(
    _ schemes: [Terms],
    _ season: Season = season,
    _ register: Register = register
  ) -> () throws -> Void {
    let programme = Programme("long") { schemes }
    return {
      let settlement = try programme.settle(season, for: register)
      for statement in settlement.statements { Corpus.ask(statement.description) }
      let stored = try TreeEncoder.encode(settlement)
      let again = try TreeDecoder.decode(Settlement.self, from: stored)
      guard again == settlement else { throw Problem(kind: "file", text: "another settlement") }
    }
  }

  /// A formula of one payment, grown step by step.
  private static func grown(
    _ name: String,
    _ step: @escaping @Sendable (Amount, Int) -> Amount
  ) -> LimitCase {
    LimitCase(name: name) { size in
      let amount = (0..<size).reduce(Amount.fact(.revenue)) { step($0, $1) }
      return everything([Terms(name: "S") { Payment("it", each: amount, as: .property) }])
    }
  }

  private static let formulas: [LimitCase] = [
    grown("sums to the left") { $0 + .yuan(Int64($1)) },
    grown("sums to the right") { .yuan(Int64($1)) + $0 },
    grown("differences") { $0 - .yuan(Int64($1)) },
    grown("greater of two") { .greater(of: $0, .yuan(Int64($1))) },
    grown("caps") { $0.capped(at: .yuan(Int64($1) + 40_000)) },
    grown("names") { $0.named("step \($1)") },
    grown("roundings") { amount, _ in amount.rounded(.down(to: .fen)) },
    grown("choices") { .either($0, otherwise: .zero, where: .atLeast(.yuan(Int64($1)), .zero)) },
    grown("products") { amount, _ in .fraction(.fixed(.whole), of: amount) },
    LimitCase(name: "conditions") { size in
      let condition = (0..<size).reduce(Condition.gaqa("no")) { $0 || .gaqa("\($1)") }
      return everything([
        Terms(name: "S", members: !condition) { Payment("it", each: .yuan(1), as: .property) }
      ])
    },
    LimitCase(name: "terms of a pot") { size in
      let pot = (0..<size).reduce(Amount.zero) {
        $0 + ($1 % 2 == 0 ? .fact(.revenue) : .each(.yuan(Int64($1)), per: .persons))
      }
      return everything([
        Terms(name: "S") { Distribution(of: pot) { Tier(.rest, by: .person, as: .property) } }
      ])
    },
    LimitCase(name: "a mean over seasons") { size in
      let earlier = (0..<size).map { index in
        Season("\(index)") { $0[.profit] = .yuan(Int64(index)) }
      }
      let season = Season("last", after: earlier) { $0[.profit] = .yuan(7) }
      let mean = Amount.mean(of: .fact(.profit), seasons: size + 1)
      return everything([Terms(name: "S") { Payment("it", each: mean, as: .property) }], season)
    },
  ]

  private static let lists: [LimitCase] = [
    LimitCase(name: "contributions") { size in
      let funding = Funding((0..<size).map { _ in .contribution(.yuan(900), from: .reliefLoan) })
      return everything([Shareholding(name: "S", funding: funding, dividend: .profit).terms])
    },
    LimitCase(name: "loans inside the stake") { size in
      let funding = Funding(
        (0..<size).map { .contribution(.yuan(Int64($0) + 9), from: .reliefLoan, interest: "4.35%") }
      )
      return everything([Shareholding(name: "S", funding: funding, dividend: .profit).terms])
    },
    LimitCase(name: "schemes") { size in
      everything(
        (0..<size).map { number in
          Terms(name: "S\(number)") {
            Distribution(of: .fraction("1/3", of: .profit)) {
              Tier(.rest, by: .person, as: .property)
            }
          }
        }
      )
    },
    LimitCase(name: "clauses") { size in
      everything([
        Terms(name: "S") {
          for number in 0..<size { Payment("p\(number)", each: .yuan(1), as: .transfer) }
        }
      ])
    },
    LimitCase(name: "tiers") { size in
      everything([
        Terms(name: "S") {
          Distribution(of: .profit) {
            for number in 0..<size {
              Tier(.yuan(Int64(number)), by: .person, as: .property, named: "t\(number)")
            }
          }
        }
      ])
    },
    LimitCase(name: "tiers of fractions") { size in
      everything([
        Terms(name: "S") {
          Distribution(of: .profit) {
            for number in 0..<size {
              Tier(
                .fraction(.fixed(Ratio(1, 2_000)), of: .pot),
                by: .person,
                as: .property,
                named: "t\(number)"
              )
            }
          }
        }
      ])
    },
    LimitCase(name: "gaqas") { size in
      let register = try Register(
        (0..<size).map { Household("H-\($0)", gaqa: "G\($0)", persons: 3) }
      )
      let season = Season(2016) {
        for number in 0..<size { $0[.profit, gaqa: "G\(number)"] = .yuan(Int64(number)) }
      }
      let terms = Terms(name: "S") {
        Distribution(of: .profit, per: .gaqa) {
          Tier(.percentOfPot(40), by: .person, as: .property)
          Tier(.rest, to: .reserve)
        }
        Distribution("again", of: .yuan(2), per: .gaqa, from: .reserve) {
          Tier(.rest, by: .household, as: .transfer)
        }
      }
      return everything([terms], season, register)
    },
    LimitCase(name: "contributions of gaqas") { size in
      let register = try Register(
        (0..<size).map { Household("H-\($0)", gaqa: "G\($0)", persons: 3) }
      )
      let funding = Funding(
        (0..<size).map { .contribution(.yuan(900), from: .householdFunds, gaqa: "G\($0)") }
      )
      return everything(
        [Shareholding(name: "S", funding: funding, dividend: .profit).terms],
        season,
        register
      )
    },
    LimitCase(name: "households") { size in
      let size = size * 10
      let register = try Register((0..<size).map { Household("H-\($0)", gaqa: "A", persons: 3) })
      return everything([Corpus.terms(of: "S")], season, register)
    },
    LimitCase(name: "facts of households") { size in
      let register = try Register((0..<size).map { Household("H-\($0)", gaqa: "A", persons: 3) })
      let season = Season(2016) {
        for number in (0..<size).reversed() {
          $0[.monthlyWage, household: "H-\(number)"] = .yuan(Int64(number))
        }
      }
      let terms = Terms(name: "S") { Payment("it", each: .fact(.monthlyWage), as: .wage) }
      return everything([terms], season, register)
    },
    LimitCase(name: "parts of a series") { size in
      {
        var series = SettlementSeries("long")
        for _ in 0..<size { try series.settle(Corpus.terms(of: "S"), season, for: register) }
        Corpus.ask(series.gross, series.households.count)
        if let statement = series.statement(for: "H-1") { Corpus.ask(statement.description) }
      }
    },
  ]
}

extension Corpus {
  /// A plain scheme.
  static func terms(of name: String) -> Terms {
    Terms(name: name) {
      Distribution(of: .profit) {
        Tier(.percentOfPot(60), by: .person, as: .property)
        Tier(.rest, by: .household, as: .transfer, named: "rest")
      }
    }
  }
}

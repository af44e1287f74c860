import BenefitBinding
import TestSupport

/// A made-up banner of any size: five kinds of benefit, gaqas of 8 to 40 households.
struct Banner {
  let register: Register
  let season: Season
  let programme: Programme

  init(households count: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var households: [Household] = []
    households.reserveCapacity(count)
    var season = Season(2016)
    var gaqa = ""
    var left = 0
    for number in 0..<count {
      if left == 0 {
        gaqa = "G\(1_000_000 + number)"
        left = .random(in: 8...40, using: &random)
        Self.state(gaqa, in: &season, &random)
      }
      left -= 1
      households.append(Self.household(number, gaqa, &random))
    }
    register = try Register(households)
    self.season = season
    programme = Programme("Banner") { Self.benefits(monthlyWage: .yuan(2_400)) }
  }

  private static func state(
    _ gaqa: String,
    in season: inout Season,
    _ random: inout SplitMix64
  ) {
    season[.profit, gaqa: gaqa] = Money(fen: .random(in: 0...40_000_000, using: &random))
    season[.projectFunds, gaqa: gaqa] =
      Money(fen: .random(in: 5_000_000...80_000_000, using: &random))
    season[.returnRate, gaqa: gaqa] = Ratio(.random(in: 300...1_000, using: &random), 10_000)
    season[.marketPrice, gaqa: gaqa] = Money(fen: .random(in: 60...180, using: &random))
    season[.eggCost, gaqa: gaqa] = Money(fen: .random(in: 40...90, using: &random))
    season[.netOfAEwe, gaqa: gaqa] = Money(fen: .random(in: 10_000...30_000, using: &random))
  }

  private static func household(
    _ number: Int,
    _ gaqa: String,
    _ random: inout SplitMix64
  ) -> Household {
    let persons = Int.random(in: 1...7, using: &random)
    let hasWork = Int.random(in: 0..<10, using: &random) < 3
    let perPerson = Int64.random(in: 80_000...700_000, using: &random)
    return Household(
      "H\(100_000_000 + number)",
      gaqa: gaqa,
      persons: persons,
      status: Int.random(in: 0..<5, using: &random) == 0 ? .notPoor : .belowNationalLine,
      baselineIncome: Money(fen: perPerson * Int64(persons)),
      measures: [
        .shares: Quantity(.random(in: 0...200, using: &random), .share),
        .monthsWorked: Quantity(hasWork ? .random(in: 1...12, using: &random) : 0, .month),
        .eggsDelivered: Quantity(.random(in: 0...2_000, using: &random), .egg),
        .ewesLent: Quantity(.random(in: 0...20, using: &random), .head),
      ]
    )
  }

  /// The five benefits, with the pay of a month.
  static func benefits(monthlyWage: Amount) -> Terms {
    Terms(name: "Benefits") {
      Distribution("dividend", of: .fact(.profit), rounded: .down(to: .fen), per: .gaqa) {
        Tier(.rest, by: .measure(.shares), as: .property)
      }
      Distribution(
        "stake",
        of: .fraction(.fact(.returnRate), of: .fraction(.percent(60), of: .fact(.projectFunds))),
        rounded: .down(to: .fen),
        per: .gaqa
      ) {
        Tier(.rest, by: .person, where: .status(.belowNationalLine), as: .property)
      }
      Payment(
        "wages",
        each: .each(monthlyWage, per: .measure(.monthsWorked)),
        as: .wage
      )
      Purchase(
        "eggs",
        of: .measure(.eggsDelivered),
        at: .greater(of: "1.20", .fact(.marketPrice)),
        inputs: .each(.fact(.eggCost), per: .measure(.eggsDelivered))
      )
      Payment(
        "ewes",
        each: .each(.fact(.netOfAEwe), per: .measure(.ewesLent)),
        as: .business
      )
    }
  }
}

extension MoneyFact {
  static let projectFunds = Self("project funds")
  static let eggCost = Self("egg cost")
  static let netOfAEwe = Self("net of a ewe")
}

extension Measure {
  static let ewesLent = Self("ewes lent", in: .head)
}

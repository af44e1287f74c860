package import BenefitBinding

extension MoneyFact {
  /// A return that is stated once for the season.
  package static let commonReturn = Self("common return")
  /// A return that is stated for each gaqa.
  package static let gaqaReturn = Self("gaqa return")
}

/// A random register, season and programme that can be settled, the same for the same seed.
package struct Sample: Sendable {
  package let households: [Household]
  package let register: Register
  package let season: Season
  package let schemes: [Terms]

  package var programme: Programme {
    Programme("sample") { for terms in schemes { terms } }
  }

  /// - Parameters:
  ///   - seed: The seed.
  ///   - count: How many households there are; from 5 to 60 if left out.
  /// - Throws: `BenefitError` where the register cannot be made, which is a mistake here.
  package init(seed: UInt64, households count: Int? = nil) throws {
    var random = SplitMix64(seed: seed)
    let gaqas = ["A", "B", "C", "D"].prefix(Int.random(in: 1...4, using: &random))
    let statuses: [Status] = [.belowNationalLine, .belowMunicipalAllowance, .notPoor]
    households = (0..<(count ?? Int.random(in: 5...60, using: &random))).map { number in
      Household(
        "H-\(100 + number)",
        // Every gaqa is lived in, so that every fact that is given has a reader.
        gaqa: gaqas[number < gaqas.count ? number : .random(in: gaqas.indices, using: &random)],
        persons: .random(in: 1...9, using: &random),
        status: statuses[.random(in: statuses.indices, using: &random)],
        baselineIncome: Money(fen: .random(in: 0...3_000_000, using: &random)),
        measures: [
          .landArea: Quantity(thousandths: .random(in: 0...9_999, using: &random), .mu),
          .eggsDelivered: Quantity(.random(in: 0...5_000, using: &random), .egg),
        ]
      )
    }
    register = try Register(households)
    season = Season(2016) { season in
      season[.commonReturn] = Money(fen: .random(in: 0...900_000_000, using: &random))
      season[.profit] = Money(fen: .random(in: -50_000_000...900_000_000, using: &random))
      season[.marketPrice] = Money(fen: .random(in: 50...150, using: &random))
      for gaqa in gaqas {
        season[.gaqaReturn, gaqa: gaqa] = Money(fen: .random(in: 0...90_000_000, using: &random))
      }
    }
    schemes = (1...3).map { Self.scheme("scheme \($0)", &random) }
  }

  private static func scheme(_ name: String, _ random: inout SplitMix64) -> Terms {
    let isPerGaqa = Bool.random(using: &random)
    let returns: Amount =
      isPerGaqa ? .fact(.gaqaReturn) : Bool.random(using: &random) ? .profit : .fact(.commonReturn)
    let first = Int64.random(in: 1...60, using: &random)
    let second = Int64.random(in: 1...40, using: &random)
    let isWhole = Bool.random(using: &random)
    let apportionments = (0..<3).map { _ in apportionment(&random) }
    let members: Condition =
      Bool.random(using: &random) ? .always : .status(.belowNationalLine, .notPoor)
    return Terms(name: name, members: members) {
      Purchase(
        "eggs",
        of: .measure(.eggsDelivered),
        at: .greater(of: "1.00", .fact(.marketPrice)),
        inputs: .each("0.40", per: .measure(.eggsDelivered))
      )
      Distribution(of: returns, per: isPerGaqa ? .gaqa : .members) {
        Tier(
          .percentOfPot(first),
          by: .measure(.landArea),
          apportioned: apportionments[0],
          as: .property
        )
        Tier(.percentOfPot(second), by: .person, apportioned: apportionments[1], as: .property)
        Tier(each: .yuan(100), where: .status(.belowNationalLine), as: .transfer, named: "award")
        if isWhole {
          Tier(.percentOfPot(100 - first - second), to: .collective)
        } else {
          Tier(
            .fraction(.percent(50), of: .rest),
            by: .need(below: .yuan(3_000)),
            apportioned: apportionments[2],
            as: .property
          )
        }
      }
      Payment(
        "rent",
        each: .each("510.05", per: .measure(.landArea)),
        where: !.status(.notPoor),
        rounded: .halfEven(to: .jiao),
        as: .property
      )
    }
  }

  private static func apportionment(_ random: inout SplitMix64) -> Apportionment {
    let rules: [Apportionment] = [
      .exact,
      .whole(.yuan),
      Apportionment(residue: .first),
      Apportionment(rounding: .down(to: .jiao), residue: .last),
      Apportionment(rounding: .halfUp(to: .jiao), residue: .posted(to: .collective)),
      Apportionment(rate: .halfUp(to: .yuan), residue: .posted(to: .reserve)),
      Apportionment(rounding: .down(to: .yuan), residue: .carriedForward),
      Apportionment(rounding: .halfEven(to: .ten), residue: .writtenOff),
    ]
    return rules[.random(in: rules.indices, using: &random)]
  }
}

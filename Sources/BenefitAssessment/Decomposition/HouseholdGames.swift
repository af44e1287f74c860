import BenefitBinding

/// The schemes' gains of every household, as games that are solved one household at a time.
struct HouseholdGames {
  /// The names of the schemes.
  private let names: [String]

  /// The net gains from each scheme, in fen, aligned with the register.
  let gains: [[Int64]]

  /// The most schemes from which one household has gains or losses.
  let mostSchemes: Int

  private let register: Register
  private let line: Money

  init(_ settlement: Settlement, _ line: Money) throws(BenefitError) {
    let register = settlement.register
    names = settlement.schemes.map(\.name)
    let gains = names.map { settlement.netColumn(of: $0).map(\.fen) }
    var (magnitude, most) = (Int128(0), 0)
    for row in register.indices {
      magnitude += Int128(line.fen.magnitude) * Int128(register.persons[row])
      magnitude += Int128(register.baselineIncomes[row].magnitude)
      var count = 0
      for gain in gains where gain[row] != 0 {
        count += 1
        magnitude += Int128(gain[row].magnitude)
      }
      most = max(most, count)
    }
    // Then no subset's sum overflows, and times a factorial of 61 bits it fits 128.
    guard magnitude <= Int128(Int64.max) else {
      throw .tooLarge("The sum of the lines, incomes and gains of all households")
    }
    self.gains = gains
    mostSchemes = most
    self.register = register
    self.line = line
  }
}

extension HouseholdGames {
  /// The attribution of a sum of whole numbers, divided by a number.
  func whole(
    _ sum: PovertySum,
    per unit: Int64,
    _ dimension: Statistic.Dimension = .number,
    _ poverty: (_ income: Int64, _ threshold: Int64, _ persons: Int64) -> Int128
  ) -> Attribution {
    let shapley = Shapley<Int128>(players: mostSchemes) { Int128($0) }
    let sums = solved(WholeSum.self, shapley, poverty)
    func statistic(_ sum: WholeSum) -> Statistic {
      Statistic(sum.value, over: Int128(unit), dimension)
    }
    return attribution(of: sum, sums, statistic) { shares in
      Statistic(shares.value, over: Int128(unit) * shapley.scale, dimension)
    }
  }

  /// The attribution of a sum of rounded numbers, divided by a number.
  func real(
    _ sum: PovertySum,
    per unit: Double,
    _ poverty: (_ income: Int64, _ threshold: Int64, _ persons: Int64) -> Double
  ) -> Attribution {
    let shapley = Shapley<Double>(players: mostSchemes) { Double($0) }
    let sums = solved(CompensatedSum.self, shapley, poverty)
    func statistic(_ sum: CompensatedSum) -> Statistic { .number(sum.value / unit) }
    return attribution(of: sum, sums, statistic) { shares in
      .number(shares.value / shapley.scale / unit)
    }
  }

  private func attribution<Sum>(
    of sum: PovertySum,
    _ sums: Sums<Sum>,
    _ statistic: (Sum) -> Statistic,
    shapley: (Sum) -> Statistic
  ) -> Attribution {
    Attribution(
      measure: sum.rawValue,
      before: statistic(sums.before),
      after: statistic(sums.after),
      schemes: names.indices.map { scheme in
        .init(
          name: names[scheme],
          shapley: shapley(sums.shapley[scheme]),
          firstIn: statistic(sums.firstIn[scheme]),
          lastIn: statistic(sums.lastIn[scheme])
        )
      }
    )
  }
}

// MARK: - Solving

extension HouseholdGames {
  /// The sums over the games of all households, scheme by scheme.
  private struct Sums<Sum: Summing> {
    var before = Sum()
    var after = Sum()
    var shapley: [Sum]
    var firstIn: [Sum]
    var lastIn: [Sum]

    init(schemes: Int) {
      shapley = Array(repeating: Sum(), count: schemes)
      (firstIn, lastIn) = (shapley, shapley)
    }
  }

  /// Solves the game of each household and adds up, the schemes' own parts times the scale.
  private func solved<Sum: Summing>(
    _: Sum.Type,
    _ shapley: Shapley<Sum.Term>,
    _ poverty: (_ income: Int64, _ threshold: Int64, _ persons: Int64) -> Sum.Term
  ) -> Sums<Sum> {
    var sums = Sums<Sum>(schemes: names.count)
    var players: [Int] = []
    var incomes = [Int64](repeating: 0, count: 1 << mostSchemes)
    var worth = [Sum.Term](repeating: 0, count: 1 << mostSchemes)
    for row in register.indices {
      players.removeAll(keepingCapacity: true)
      for scheme in gains.indices where gains[scheme][row] != 0 { players.append(scheme) }
      let everybody = (1 << players.count) - 1
      let (persons, threshold) = (register.persons[row], line.fen * register.persons[row])
      incomes[0] = register.baselineIncomes[row]
      let without = poverty(incomes[0], threshold, persons)
      for subset in 0...everybody {
        if subset > 0 {
          let newest = subset.trailingZeroBitCount
          incomes[subset] = incomes[subset & (subset - 1)] + gains[players[newest]][row]
        }
        worth[subset] = without - poverty(incomes[subset], threshold, persons)
      }
      sums.before += without
      sums.after += poverty(incomes[everybody], threshold, persons)
      for (player, scheme) in players.enumerated() {
        sums.shapley[scheme] += shapley.value(of: player, worth, players: players.count)
        sums.firstIn[scheme] += worth[1 << player]
        sums.lastIn[scheme] += worth[everybody] - worth[everybody & ~(1 << player)]
      }
    }
    return sums
  }
}

/// A running sum of whole or of rounded numbers.
private protocol Summing {
  associatedtype Term: Numeric
  init()
  static func += (sum: inout Self, term: Term)
}

extension CompensatedSum: Summing {
  fileprivate typealias Term = Double
}

/// A sum of whole numbers that was checked to fit.
private struct WholeSum: Summing {
  typealias Term = Int128
  private(set) var value: Int128 = 0
  static func += (sum: inout Self, term: Int128) { sum.value += term }
}

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
      throw .tooLarge(
        Phrase(
          en: "The sum of the lines, incomes and gains of all households",
          zh: "各户贫困线、收入和增收额的合计"
        )
      )
    }
    self.gains = gains
    mostSchemes = most
    self.register = register
    self.line = line
  }
}

// MARK: - Solving

extension HouseholdGames {
  /// Solves the game of each household and adds up by how much each scheme lowers a measure of poverty that has a
  /// value for each household; the sums are divided by a unit.
  func solved<Sum: Summing>(
    _ measure: PovertySum,
    _: Sum.Type,
    per unit: Sum.Term,
    _ dimension: Statistic.Dimension = .number,
    _ poverty: (_ income: Int64, _ line: Int64, _ persons: Int64) -> Sum.Term
  ) -> Attribution {
    let shapley = Shapley<Sum.Term>(players: mostSchemes, Sum.term)
    var (before, after) = (Sum(), Sum())
    var shares = Array(repeating: (own: Sum(), firstIn: Sum(), lastIn: Sum()), count: names.count)
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
      before += without
      after += poverty(incomes[everybody], threshold, persons)
      for (player, scheme) in players.enumerated() {
        shares[scheme].own += shapley.value(of: player, worth, players: players.count)
        shares[scheme].firstIn += worth[1 << player]
        shares[scheme].lastIn += worth[everybody] - worth[everybody & ~(1 << player)]
      }
    }
    func statistic(_ sum: Sum, over scale: Sum.Term = 1) -> Statistic {
      Statistic(sum.quotient(by: unit, scale), dimension)
    }
    return Attribution(
      measure: measure.phrase,
      before: statistic(before),
      after: statistic(after),
      schemes: zip(names, shares).map { name, share in
        (
          name, statistic(share.own, over: shapley.scale), statistic(share.firstIn),
          statistic(share.lastIn)
        )
      }
    )
  }
}

/// A running sum of whole or of rounded numbers.
protocol Summing {
  associatedtype Term: Numeric
  init()
  static func += (sum: inout Self, term: Term)
  static func term(_ number: Int64) -> Term
  /// The sum over a unit and a scale.
  func quotient(by unit: Term, _ scale: Term) -> Statistic.Content
}

extension CompensatedSum: Summing {
  static func term(_ number: Int64) -> Double { Double(number) }

  func quotient(by unit: Double, _ scale: Double) -> Statistic.Content {
    .number(value / scale / unit)
  }
}

/// A sum of whole numbers that was checked to fit.
struct WholeSum: Summing {
  private var value: Int128 = 0
  static func += (sum: inout Self, term: Int128) { sum.value += term }
  static func term(_ number: Int64) -> Int128 { Int128(number) }

  func quotient(by unit: Int128, _ scale: Int128) -> Statistic.Content {
    Statistic(value, over: unit * scale).content
  }
}

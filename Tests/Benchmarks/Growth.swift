import BenefitAssessment
import BenefitBinding
import TestSupport

/// How the time of each step grows with the register: nanoseconds for each household, at each power of ten.
///
///     Benchmarks growth              # from a thousand households to a million
///     Benchmarks growth 10000000
struct Growth {
  private var rows: [String: [Double]] = [:]
  private var names: [String] = []

  static func run(upTo largest: Int) throws {
    var growth = Self()
    var sizes: [Int] = []
    var size = 1_000
    while size <= largest {
      sizes.append(size)
      try growth.measure(size)
      size *= 10
    }
    print("nanoseconds for each household, the least of several".padded(to: 52), terminator: "")
    print(sizes.map { "\($0)".padded(to: 10) }.joined())
    for name in growth.names {
      let cells = growth.rows[name]?.map { "\(($0 * 10).rounded() / 10)".padded(to: 10) } ?? []
      print(name.padded(to: 52) + cells.joined())
    }
  }

  private mutating func measure(_ count: Int) throws {
    let banner = try Banner(households: count, seed: 2016)
    let (register, season) = (banner.register, banner.season)
    let households = Array(register)
    try time("register from households", count) { try Register(households) }
    let weights = register.map { Int64($0.persons) }
    try time("one pot among all, odd fen to the largest remainders", count) {
      try Apportionment.exact.parts(of: .yuan(1_234_567), by: weights)
    }
    for clause in Self.clauses {
      let terms = Terms(name: "one") { clause }
      try time("settling: \(clause.name)", count) { try terms.settle(season, for: register) }
    }
    try time("settling: all five clauses of the banner", count) {
      try banner.programme.settle(season, for: register)
    }
    let settlement = try banner.programme.settle(season, for: register)
    time("statements of a tenth", count / 10) {
      settlement.statements.prefix(count / 10).reduce(0) { $0 + $1.entries.count }
    }
    try time("incomes after, added up and in order", count) { try Incomes(after: settlement) }
    let after = try Incomes(after: settlement)
    let poverty = after.poverty(below: .yuan(3_335))
    for index in PovertyIndex.standard { time("poverty: \(index)", count) { poverty[index] } }
    for index in InequalityIndex.standard { time("inequality: \(index)", count) { after[index] } }
  }

  /// One clause of each kind.
  private static let clauses: [Clause] = [
    .distribution(
      Distribution("a pot for each gaqa", of: .fact(.profit), per: .gaqa) {
        Tier(.rest, by: .measure(.shares), as: .property)
      }
    ),
    .distribution(
      Distribution("a common pot in three tiers", of: .fact(.profit)) {
        Tier(.percentOfPot(10), to: .reserve)
        Tier(.percentOfPot(60), by: .person, where: .status(.belowNationalLine), as: .property)
        Tier(.rest, by: .household, as: .property)
      }
    ),
    .payment(
      Payment("payment", each: .each(.yuan(2_400), per: .measure(.monthsWorked)), as: .wage)
    ),
    .purchase(
      Purchase(
        "purchase",
        of: .measure(.eggsDelivered),
        at: .greater(of: "1.20", .fact(.marketPrice)),
        inputs: .each(.fact(.eggCost), per: .measure(.eggsDelivered))
      )
    ),
  ]

  private mutating func time<Value>(
    _ name: String,
    _ count: Int,
    _ step: () throws -> Value
  ) rethrows {
    let clock = ContinuousClock()
    var least = Duration.seconds(3_600)
    // As many rounds as a million households take once, at least three.
    for _ in 0..<max(3, min(100, 1_000_000 / max(1, count))) {
      let start = clock.now
      let value = try step()
      least = min(least, clock.now - start)
      withExtendedLifetime(value) {}
    }
    if rows[name] == nil { names.append(name) }
    rows[name, default: []].append(least / .nanoseconds(1) / Double(max(1, count)))
  }
}

extension String {
  /// The text with spaces up to a width, one at least.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}

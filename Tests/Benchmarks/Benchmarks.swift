// How long the main steps take. No test depends on it.
//
//   swift run -c release Benchmarks                 # a million households, each step five times
//   swift run -c release Benchmarks 100000 11
//   swift run -c release Benchmarks growth          # each step at each power of ten, for each household
//   swift run -c release Benchmarks j1 DATA_DIR OUT_DIR

import BenefitAssessment
import BenefitBinding

@main
enum Benchmarks {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.count == 3, words[0] == "j1" { return try GainsJob.run(words[1], words[2]) }
    if words.first == "growth", words.count <= 2,
      let largest = Int(words.dropFirst().first ?? "1000000")
    {
      return try Growth.run(upTo: largest)
    }
    let arguments = words.map { Int($0) }
    let numbers = arguments.compactMap(\.self)
    guard numbers.count == arguments.count, numbers.count <= 2, numbers.allSatisfy({ $0 > 0 })
    else {
      print(
        "Usage: Benchmarks [HOUSEHOLDS [ROUNDS]], two whole numbers above zero, growth [LARGEST], or j1 DATA_DIR OUT_DIR."
      )
      return
    }
    let bench = Bench(rounds: numbers.dropFirst().first ?? 5)
    let banner = try Banner(households: numbers.first ?? 1_000_000, seed: 2016)
    print("\(banner.register.count) households, \(banner.register.gaqas.count) gaqas")

    let households = Array(banner.register)
    try bench.time("register from households") { try Register(households) }
    let settlement = try bench.time("settlement of five clauses") {
      try banner.programme.settle(banner.season, for: banner.register)
    }
    try householdFacts(of: banner, bench)
    bench.time("statements of 1,000 households") {
      settlement.statements.prefix(1_000).reduce(0) { $0 + $1.entries.count }
    }
    try statistics(of: settlement, bench)
  }
}

extension Benchmarks {
  /// Facts that are stated for every household, beside amounts in the register.
  private static func householdFacts(of banner: Banner, _ bench: Bench) throws {
    let register = banner.register
    let season = bench.time("a fact of every household stated") {
      Season(2016) { $0.facts.set(.monthlyWage, for: register) { $0.baselineIncome } }
    }
    func settle(_ amount: Amount, _ season: Season) throws -> Settlement {
      try Terms(name: "wages") { Payment("wage", each: amount, as: .wage) }
        .settle(season, for: register)
    }
    try bench.time("payment of what the register says") { try settle(.baselineIncome, season) }
    try bench.time("payment of what the season says") { try settle(.fact(.monthlyWage), season) }
    let before = Season(2015) {
      $0.facts = season.facts
      $0[.monthlyWage, household: "that has left"] = .zero
    }
    let joined = Season(2016, after: [before]) { $0.facts = season.facts }
    try bench.time("payment of a mean, ids joined one by one") {
      try settle(.mean(of: .fact(.monthlyWage), seasons: 2), joined)
    }
  }

  /// The statistics, beside a plain sort of as many numbers.
  private static func statistics(of settlement: Settlement, _ bench: Bench) throws {
    let register = settlement.register
    let line = Money.yuan(3_335)
    let plain = register.indices.map { row in
      (register[row].baselineIncome + settlement.net(at: row)).fen / Int64(register[row].persons)
    }
    bench.time("plain sort of 64-bit integers") { plain.sorted() }
    bench.time("plain sort of rows by such integers") {
      plain.indices.sorted { plain[$0] < plain[$1] }
    }
    let after = try bench.time("incomes after, added up and in order") {
      try Incomes(after: settlement)
    }
    let poverty = after.poverty(below: line)
    bench.time("FGT(0), FGT(1), FGT(2)") {
      [PovertyIndex.headcount, .povertyGap, .severity].map { poverty[$0] }
    }
    bench.time("all seven indices of poverty") { PovertyIndex.standard.map { poverty[$0] } }
    bench.time("Gini") { after[.gini] }
    bench.time("all eleven indices of inequality") {
      InequalityIndex.standard.map { after[$0] }
    }
    try bench.time("the whole assessment, every row") {
      try Assessment(of: settlement, below: line).table(in: .english)
    }
    try bench.time("attribution of the gap") {
      try settlement.attribution(of: .gap, below: line)
    }
    bench.time("audit of the settlement") {
      var audit = Audit()
      audit.examine(settlement)
      return audit
    }
  }
}

/// Times a step several times over and prints the least and the middle one.
struct Bench {
  let rounds: Int

  @discardableResult
  func time<Value>(_ name: String, _ step: () throws -> Value) rethrows -> Value {
    let clock = ContinuousClock()
    var values: [Value] = []
    var times: [Duration] = []
    for _ in 0..<rounds {
      // The last result goes before the next is made, so that each round has the same memory.
      values.removeAll()
      let start = clock.now
      values.append(try step())
      times.append(clock.now - start)
    }
    times.sort()
    print(
      "\(name.padded(to: 40))\(milliseconds(times[0])) ms least, \(milliseconds(times[rounds / 2])) ms median"
    )
    return values[0]
  }

  private func milliseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
  }
}

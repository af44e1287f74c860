import BenefitAssessment
import BenefitBinding
import FoundationEssentials

/// A job that programs in other languages do too: the gains of a banner's households from five kinds of benefit,
/// from columns in files to columns in files.
///
///     Benchmarks j1 DATA_DIR OUT_DIR        # J_REPEAT=5 settles five times
///
/// It is a programme as any other; what it takes is written to `timing.json`.
struct GainsJob {
  private let input: Columns
  private let persons: [Int]
  private let register: Register
  private let season: Season

  private static let programme = Programme("Banner") {
    Banner.benefits(monthlyWage: .fact(.monthlyWage))
  }

  static func run(_ data: String, _ out: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let job = try Self(data)
    let load = clock.now - start
    let rounds = ProcessInfo.processInfo.environment["J_REPEAT"].flatMap { Int($0) } ?? 1
    var kernels: [Duration] = []
    var result: Result?
    for _ in 0..<max(1, rounds) {
      result = nil
      let start = clock.now
      result = try job.settled()
      kernels.append(clock.now - start)
    }
    guard let result else { return }
    let writing = try clock.measure { try result.write(to: out) }
    let times = kernels.map { "\($0 / .seconds(1))" }.joined(separator: ", ")
    try Self.write(
      """
      {"load_s": \(load / .seconds(1)), "kernel_s": [\(times)], "write_s": \(writing / .seconds(1)), "threads": 1}
      """,
      to: out + "/timing.json"
    )
  }

  /// Reads the columns and takes them into a register and a season.
  private init(_ folder: String) throws {
    input = try Columns(folder)
    persons = input.persons.map(Int.init)
    let gaqas = input.pool.indices.map { String($0 + 10_000_000) }
    let input = input
    let ids = input.persons.indices.map { String(100_000_000 + $0) }
    register = try Register(
      ids: ids,
      gaqas: input.gaqa.map { gaqas[Int($0)] },
      persons: persons,
      statuses: input.isBeneficiary.map { $0 == 1 ? .belowNationalLine : .notPoor },
      baselineIncomes: input.base.map(Money.init(fen:)),
      counts: [
        .shares: input.shares, .monthsWorked: input.months, .eggsDelivered: input.eggs,
        .ewesLent: input.ewes,
      ].mapValues { $0.map(Int64.init) }
    )
    var season = Season(2016)
    for (index, gaqa) in gaqas.enumerated() {
      season[.profit, gaqa: gaqa] = Money(fen: input.pool[index])
      season[.projectFunds, gaqa: gaqa] = Money(fen: input.funds[index])
      season[.returnRate, gaqa: gaqa] = Ratio(Int64(input.rate[index]), 10_000)
      season[.marketPrice, gaqa: gaqa] = Money(fen: Int64(input.market[index]))
      season[.eggCost, gaqa: gaqa] = Money(fen: Int64(input.eggCost[index]))
      season[.netOfAEwe, gaqa: gaqa] = Money(fen: Int64(input.eweNet[index]))
    }
    try season.set(
      .monthlyWage,
      byHousehold: ids,
      input.wage.map { Money(fen: Int64($0)) }
    )
    self.season = season
  }

  /// Settles the programme and measures the incomes before and after it.
  private func settled() throws -> Result {
    let settlement = try Self.programme.settle(season, for: register)
    let gains = register.indices.map { settlement.net(at: $0) }
    var byGaqa = [Int64](repeating: 0, count: input.pool.count)
    for (row, gain) in gains.enumerated() { byGaqa[Int(input.gaqa[row])] += gain.fen }
    let all = try Incomes(gains)
    return Result(
      gains: gains,
      byGaqa: byGaqa,
      persons: Int64(register.personCount),
      total: settlement.net,
      mean: all.mean.value,
      median: all.quantile(.percent(50), .averaged).value,
      before: try incomes { input.base[$0] },
      after: try incomes { input.base[$0] + gains[$0].fen }
    )
  }

  /// The incomes that households have, of which the job counts whole fen for each person.
  private func incomes(_ fen: (Int) -> Int64) throws -> Incomes {
    try Incomes(
      persons.indices.map { row in
        let persons = Int64(persons[row])
        return Money(fen: fen(row) / persons * persons)
      },
      persons: persons
    )
  }
}

extension GainsJob {
  /// What the job works out.
  private struct Result {
    let gains: [Money]
    let byGaqa: [Int64]
    let persons: Int64
    let total: Money
    let mean, median: Double?
    let before, after: Incomes

    func write(to folder: String) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (name, column) in [("gain", gains.map(\.fen)), ("gaqa_gain", byGaqa)] {
        let data = unsafe column.withUnsafeBytes { unsafe Data($0) }
        try data.write(to: URL(filePath: "\(folder)/\(name).i64.bin"))
      }
      let line = Money(fen: 333_500)
      var metrics = ["\"persons\": \(persons)", "\"gain_total\": \(total.fen)"]
      func add(_ name: String, _ value: Double?, in unit: Double = 1) {
        metrics.append("\"\(name)\": \((value ?? .nan) * unit)")
      }
      for (name, incomes) in [("before", before), ("after", after)] {
        let poverty = incomes.poverty(below: line)
        add("fgt0_\(name)", poverty[.headcount].value)
        add("fgt1_\(name)", poverty[.povertyGap].value)
        add("fgt2_\(name)", poverty[.severity].value)
        add("gini_\(name)", incomes[.gini].value)
      }
      // Statistics of money are in yuan, the job's in fen.
      add("gain_mean", mean, in: 100)
      add("gain_median", median, in: 100)
      try GainsJob.write("{\(metrics.joined(separator: ", "))}", to: folder + "/metrics.json")
    }
  }

  private static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// The columns of the job's files.
  private struct Columns {
    let gaqa, persons, isBeneficiary, shares, months, wage, eggs, ewes: [Int32]
    let base, pool, funds: [Int64]
    let rate, market, eggCost, eweNet: [Int32]

    init(_ folder: String) throws {
      func column<Number: FixedWidthInteger & BitwiseCopyable>(_ name: String) throws -> [Number] {
        let file = "\(folder)/\(name).i\(Number.bitWidth).bin"
        let data = try Data(contentsOf: URL(filePath: file))
        return unsafe [Number](unsafeUninitializedCapacity: data.count / (Number.bitWidth / 8)) {
          buffer,
          count in
          count = unsafe data.copyBytes(to: buffer) / (Number.bitWidth / 8)
        }
      }
      (gaqa, persons, isBeneficiary) = (
        try column("hh_gaqa"), try column("hh_persons"), try column("hh_benef")
      )
      (shares, months, wage) = (
        try column("hh_shares"), try column("hh_months"), try column("hh_wage")
      )
      (eggs, ewes, base) = (try column("hh_eggs"), try column("hh_ewes"), try column("hh_base"))
      (pool, funds, rate) = (
        try column("gq_pool"), try column("gq_funds"), try column("gq_rate_bp")
      )
      (market, eggCost, eweNet) = (
        try column("gq_egg_market"), try column("gq_egg_cost"), try column("gq_ewe_net")
      )
    }
  }
}

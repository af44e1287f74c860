import Foundation

/// A little of each, for the gate.
enum Short {
  static func run(_ options: Options) throws {
    try SelfTest.run()
    var isClean = true
    for (kind, count) in [("programmes", 60_000), ("mutants", 20_000), ("texts", 200_000)]
      as [(String, UInt64)]
    {
      var options = options
      options.count = count
      options.jobs = 2
      let report = try Supervisor(options, kind).run()
      print(report)
      isClean = isClean && report.tally.findings.isEmpty
    }
    var large = options
    (large.count, large.jobs) = (1_000_000, 2)
    let derivations = try Derivations.run(large)
    print(derivations)
    isClean = isClean && derivations.findings.isEmpty
    let limits = try Limits.run()
    print(limits)
    // A machine that is busy is slow; only what stops or stands still decides here.
    let isStopped = limits.tally.findings.contains { !["too slow", "growth"].contains($0.kind) }
    if !isClean || isStopped { exit(1) }
  }
}

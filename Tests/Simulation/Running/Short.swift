import Foundation

/// A little of each, for the gate.
enum Short {
  static func run(_ options: Options) throws {
    try SelfTest.run()
    var isClean = true
    for (kind, count) in [("programmes", 60_000), ("mutants", 20_000)] as [(String, UInt64)] {
      var options = options
      options.count = count
      options.jobs = 2
      let report = try Supervisor(options, kind).run()
      print(report)
      isClean = isClean && report.tally.findings.isEmpty
    }
    let limits = try Limits.run()
    print(limits)
    if !isClean || !limits.tally.findings.isEmpty { exit(1) }
  }
}

import BenefitBinding

/// Holds very long terms, files and registers against a budget of time and stack.
///
/// Each is made in two sizes, in a child process on a stack of 512 KB. It may be refused with a sentence;
/// it may not trap or hang, and twice the size may not take much more than twice the time.
enum Limits {
  /// The larger of the two sizes.
  static let size = 1_000

  /// The seconds that the larger size may take.
  static let budget = Duration.seconds(4)

  /// How many times longer the larger size may take; a time that grows with the square takes four times.
  static let growth = 3.3

  static func run() throws -> Report {
    var options = try Options(["limits"])
    options.seed = 0
    options.count = UInt64(LimitCase.all.count)
    options.chunk = 1
    options.limit = 60
    return try Supervisor(options, "limits").run()
  }

  /// Runs one of the cases.
  static func run(seed: UInt64, _ tally: inout Tally) -> UInt64 {
    let limit = LimitCase.all[Int(seed)]
    tally.count("limits")
    do {
      let half = try time(limit, size / 2)
      let whole = try time(limit, size)
      let milliseconds = { (time: Duration) in
        Double(time.components.attoseconds) / 1e15
          + Double(time.components.seconds) * 1e3
      }
      let ratio = milliseconds(whole) / max(0.001, milliseconds(half))
      let figure =
        "\(limit.name): \(Int(milliseconds(whole))) ms, \(Int(ratio * 10)) tenths of half"
      if whole > budget { tally.find("too slow", seed, figure) }
      // Short times say nothing of growth.
      if whole > .milliseconds(30) && ratio > growth { tally.find("growth", seed, figure) }
      tally.count("within time: \(limit.name)")
    } catch {
      tally.count("refused with a sentence: \(limit.name)")
      if "\(error)".count < 20 { tally.find("no sentence", seed, "\(error)") }
    }
    return 0
  }

  /// The best of three, as others work on the machine too.
  private static func time(_ limit: LimitCase, _ size: Int) throws -> Duration {
    let work = try limit.prepare(size)
    var best = Duration.seconds(1_000)
    for _ in 0..<3 {
      let start = ContinuousClock.now
      try work()
      best = min(best, start.duration(to: .now))
    }
    return best
  }
}

/// One thing of which there may be very many.
struct LimitCase: Sendable {
  let name: String
  /// Makes so many and returns what is timed.
  let prepare: @Sendable (Int) throws -> () throws -> Void
}

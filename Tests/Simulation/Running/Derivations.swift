import BenefitBinding
import Foundation
import TestSupport

/// Explains every amount of large registers, also those that are nothing, and applies every rule anew.
struct Derivations: CustomStringConvertible {
  private(set) var households = 0
  private(set) var amounts = 0
  private(set) var nodes = 0
  /// The first amounts whose derivation comes to another one or does not hold, with the seed.
  private(set) var findings: [String] = []

  private static let registerSize = 2_000

  /// Explains samples until there are as many households as asked for.
  static func run(_ options: Options) throws -> Self {
    let samples = Int(options.count).dividedUp(by: registerSize)
    let jobs = max(1, options.jobs)
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: jobs) { job in
      var own = Self()
      for number in stride(from: job, to: samples, by: jobs) {
        own.explain(seed: options.seed &+ UInt64(number))
      }
      results.add(own)
    }
    return results.sum
  }

  private mutating func explain(seed: UInt64) {
    do {
      let sample = try Sample(seed: seed, households: Self.registerSize)
      let settlement = try sample.programme.settle(sample.season, for: sample.register)
      households += sample.register.count
      for line in settlement.lines {
        for row in line.indices {
          let derivation = settlement.derivation(of: line, at: row)
          amounts += 1
          nodes += derivation.size
          if derivation.value.money != line[row] || !derivation.holds, findings.count < 20 {
            findings.append(
              "seed \(seed), row \(row), \(line.name): \(line[row]) but \(derivation)"
            )
          }
        }
      }
    } catch {
      findings.append("seed \(seed): \(error)")
    }
  }

  static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.households += b.households
    sum.amounts += b.amounts
    sum.nodes += b.nodes
    sum.findings += b.findings
    return sum
  }

  var description: String {
    (["\(households) households, \(amounts) amounts, \(nodes) values with their rules"]
      + (findings.isEmpty ? ["Nothing found."] : findings)).joined(separator: "\n")
  }
}

extension Derivation {
  /// The number of values in it.
  fileprivate var size: Int { parts.reduce(1) { $0 + $1.size } }
}

extension Int {
  fileprivate func dividedUp(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
}

/// The sum of what several jobs found.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var sum = Derivations()

  func add(_ own: Derivations) { lock.withLock { sum = sum + own } }
}

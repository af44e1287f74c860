import Foundation

/// What the command line asks for.
struct Options: Sendable {
  let command: String
  /// The kind of run that a worker or `one` makes: `programmes`, `mutants` or `texts`.
  var kind = "programmes"
  var seed: UInt64 = 1
  var count: UInt64 = 10_000
  var jobs = 1
  /// Where a worker writes.
  var folder = ""
  /// The seeds that a worker passes over, as they were fatal before.
  var skipped: Set<UInt64> = []
  /// How many seeds make one chunk, which has a digest of its own.
  var chunk: UInt64 = 2_000
  /// Whether a worker runs on the main thread rather than on one with a stack of 512 KB.
  var isOnMainThread = false
  /// The seconds after which a seed counts as hanging.
  var limit = 30.0

  init(_ arguments: some Sequence<String>) throws {
    var arguments = Array(arguments)
    guard !arguments.isEmpty else { Self.usage() }
    command = arguments.removeFirst()
    while !arguments.isEmpty {
      let name = arguments.removeFirst()
      if name == "--main-thread" {
        isOnMainThread = true
        continue
      }
      guard let value = arguments.first else { Self.usage() }
      arguments.removeFirst()
      switch name {
      case "--kind": kind = value
      case "--seed": seed = UInt64(value) ?? 1
      case "--count": count = UInt64(value) ?? 1
      case "--jobs": jobs = Int(value) ?? 1
      case "--folder": folder = value
      case "--skip": skipped = Set(value.split(separator: ",").compactMap { UInt64($0) })
      case "--chunk": chunk = UInt64(value) ?? 1
      case "--limit": limit = Double(value) ?? 30
      default: Self.usage()
      }
    }
  }

  static func usage() -> Never {
    print(
      """
      Simulation programmes --count N --seed N --jobs N    generated programmes
      Simulation mutants --count N --seed N --jobs N       changed files
      Simulation texts --count N --seed N --jobs N         changed bytes of what people write
      Simulation certificates --count N --seed N           the certificates of generated programmes
      Simulation derivations --count N --seed N --jobs N   every amount of N households, explained
      Simulation one --seed N [--kind mutants|texts]       one case, printed
      Simulation limits                                    time and stack of very long terms
      Simulation short                                     a little of each, for the gate
      """
    )
    exit(2)
  }
}

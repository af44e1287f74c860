import Foundation

/// A worker as its supervisor sees it.
final class Child {
  struct Chunk {
    let first: UInt64
    let end: UInt64
    let digest: Substring
  }

  /// How many fatal seeds a worker may have before there is no use in going on.
  private static let mostFatal = 300

  private let options: Options
  private let kind: String
  private let seeds: Range<UInt64>
  private let folder: URL
  private var process: Process?
  private var skipped: Set<UInt64>
  private var seed: UInt64?
  private var since = ContinuousClock.now
  private var isHanging = false
  private var fatal: [Tally.Finding] = []

  private(set) var isDone = false
  private(set) var tally = Tally()
  private(set) var chunks: [Chunk] = []

  init(
    _ options: Options,
    _ kind: String,
    _ seeds: Range<UInt64>,
    _ folder: URL,
    skipping skipped: Set<UInt64> = []
  ) throws {
    self.options = options
    self.kind = kind
    self.seeds = seeds
    self.folder = folder
    self.skipped = skipped
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try start(from: seeds.lowerBound)
  }

  private func start(from first: UInt64) throws {
    guard first < seeds.upperBound else { return finish() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments =
      [
        "worker", "--kind", kind, "--seed", "\(first)", "--count", "\(seeds.upperBound - first)",
        "--folder", folder.path, "--chunk", "\(options.chunk)",
        "--skip", skipped.map { "\($0)" }.joined(separator: ","),
      ] + (options.isOnMainThread ? ["--main-thread"] : [])
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let errors = folder.appending(path: "errors")
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    (self.process, seed, since) = (process, nil, .now)
  }

  /// Looks after the worker: ends one that hangs, and starts anew behind what was fatal.
  func check() {
    guard let process else { return }
    let current = currentSeed
    if current != seed { (seed, since) = (current, .now) }
    if process.isRunning {
      guard since.duration(to: .now) > .seconds(options.limit) else {
        return
      }
      isHanging = true
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    process.waitUntilExit()
    if process.terminationStatus == 0 && process.terminationReason == .exit { return finish() }
    let fatalSeed = currentSeed ?? seeds.lowerBound
    let words = isHanging ? "no end after \(options.limit) s" : lastWords
    fatal.append(Tally.Finding(seed: fatalSeed, kind: isHanging ? "hang" : "trap", text: words))
    isHanging = false
    skipped.insert(fatalSeed)
    read()
    if fatal.count > Self.mostFatal {
      fatal.append(Tally.Finding(seed: fatalSeed, kind: "given up", text: "too many were fatal"))
      return finish()
    }
    do { try start(from: chunks.last?.end ?? seeds.lowerBound) } catch { finish() }
  }

  private func finish() {
    read()
    for finding in fatal { tally.find(finding.kind, finding.seed, finding.text) }
    process = nil
    isDone = true
  }

  /// Reads what the finished chunks came to.
  private func read() {
    tally = Tally()
    chunks = []
    var open = Tally()
    guard let text = try? String(contentsOf: folder.appending(path: "report"), encoding: .utf8)
    else { return }
    for line in text.split(separator: "\n") {
      guard line.hasPrefix("chunk\t") else {
        open.add(line: line)
        continue
      }
      let parts = line.split(separator: "\t")
      if parts.count == 4, let first = UInt64(parts[1]), let end = UInt64(parts[2]) {
        chunks.append(Chunk(first: first, end: end, digest: parts[3]))
        tally.add(open)
      }
      open = Tally()
    }
  }

  private var currentSeed: UInt64? {
    let text = try? String(contentsOf: folder.appending(path: "progress"), encoding: .utf8)
    return text?.split(separator: " ").first.flatMap { UInt64($0) }
  }

  private var lastWords: String {
    let text = try? String(contentsOf: folder.appending(path: "errors"), encoding: .utf8)
    let words = text.map { String($0.prefix(500)) } ?? ""
    return words.isEmpty ? "the process died without a word" : words
  }
}

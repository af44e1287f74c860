import Foundation

/// A child process that runs a range of seeds and writes down how far it is.
///
/// It works on a thread with a stack of 512 KB, as a server's pool gives. Two files say how far it is:
/// `progress` holds the seed that is being run, `report` what each finished chunk came to.
struct Worker: Sendable {
  let options: Options

  init(_ options: Options) {
    self.options = options
  }

  func run() {
    if options.isOnMainThread { return work() }
    let isDone = DispatchSemaphore(value: 0)
    let thread = Thread {
      work()
      isDone.signal()
    }
    thread.stackSize = 512 * 1_024
    thread.start()
    isDone.wait()
  }

  private func work() {
    let folder = URL(fileURLWithPath: options.folder)
    let report = Self.open(folder.appending(path: "report"))
    let progress = Self.open(folder.appending(path: "progress"))
    _ = try? report.seekToEnd()
    var seed = options.seed
    let end = options.seed + options.count
    while seed < end {
      let next = min(end, (seed / options.chunk + 1) * options.chunk)
      var (tally, digest) = (Tally(), UInt64(0))
      for seed in seed..<next where !options.skipped.contains(seed) {
        try? progress.seek(toOffset: 0)
        progress.write(Data("\(seed) ".utf8))
        digest = digest &* 31 &+ Self.run(options.kind, seed, &tally)
      }
      report.write(Data((tally.report + "chunk\t\(seed)\t\(next)\t\(digest)\n").utf8))
      seed = next
    }
  }

  /// Runs one seed and returns its digest.
  private static func run(_ kind: String, _ seed: UInt64, _ tally: inout Tally) -> UInt64 {
    let start = ContinuousClock.now
    defer {
      if kind != "limits", start.duration(to: .now) > .seconds(5) {
        tally.find("slow", seed, "more than 5 s")
      }
    }
    if kind == "mutants" { return MutantRun.run(seed: seed, &tally) }
    if kind == "texts" { return TextRun.run(seed: seed, &tally) }
    if kind == "limits" { return Limits.run(seed: seed, &tally) }
    var run = CaseRun()
    run.run(seed: seed)
    tally.add(run.tally)
    return run.digest.value
  }

  private static func open(_ url: URL) -> FileHandle {
    if !FileManager.default.fileExists(atPath: url.path) {
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    }
    guard let handle = try? FileHandle(forUpdating: url) else {
      fatalError("\(url.path) cannot be written.")
    }
    return handle
  }
}

import Foundation

/// Runs workers side by side, notes what killed or stopped them, and lets them go on behind it.
struct Supervisor {
  let options: Options
  let kind: String

  init(_ options: Options, _ kind: String) {
    self.options = options
    self.kind = kind
  }

  func run() throws -> Report {
    let start = ContinuousClock.now
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "simulation-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let jobs = UInt64(max(1, options.jobs))
    let share = (options.count + jobs - 1) / jobs
    let children = try (0..<jobs).map { job in
      let first = options.seed + job * share
      let end = min(options.seed + options.count, first + share)
      return try Child(options, kind, first..<max(first, end), folder.appending(path: "\(job)"))
    }
    watch(children)
    var report = Report(name: kind, options: options)
    for child in children { report.tally.add(child.tally) }
    // The limits are about time, which is not the same twice.
    if kind != "limits" { try recheck(children, in: folder, &report) }
    report.time = start.duration(to: .now)
    return report
  }

  private func watch(_ children: [Child]) {
    while children.contains(where: { !$0.isDone }) {
      Thread.sleep(forTimeInterval: 0.1)
      for child in children where !child.isDone { child.check() }
    }
  }

  /// Runs one chunk in twenty again, in other processes and on a stack of the usual size: the same bytes
  /// have to come out.
  private func recheck(_ children: [Child], in folder: URL, _ report: inout Report) throws {
    var chunks: [Child.Chunk] = []
    for child in children { chunks += child.chunks }
    let step = chunks.count < 20 ? max(1, chunks.count / 2) : 20
    for index in stride(from: 0, to: chunks.count, by: step) {
      let chunk = chunks[index]
      var again = options
      again.isOnMainThread = true
      let child = try Child(
        again,
        kind,
        chunk.first..<chunk.end,
        folder.appending(path: "again-\(index)"),
        skipping: Set(report.tally.findings.filter(\.isFatal).map(\.seed))
      )
      watch([child])
      report.tally.count("chunks run again in another process")
      if child.chunks.first?.digest != chunk.digest {
        report.tally.find("other bytes in another process", chunk.first, "to \(chunk.end)")
      }
    }
  }
}

extension Tally.Finding {
  /// Whether the process did not come back from it.
  var isFatal: Bool { kind == "trap" || kind == "hang" }
}

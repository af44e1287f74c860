/// What a run came to, as it is printed.
struct Report: CustomStringConvertible {
  let name: String
  let options: Options
  var tally = Tally()
  var time = Duration.zero

  init(name: String, options: Options) {
    self.name = name
    self.options = options
  }

  var description: String {
    var text = "\(name), \(options.count) from seed \(options.seed), \(options.jobs) at a time: "
    text += "\(time.formatted)\n"
    for (name, number) in tally.counts.sorted(by: { $0.key < $1.key }) {
      text += "  \(Self.padded("\(number)")) \(name)\n"
    }
    if tally.findings.isEmpty { return text + "Nothing found." }
    var shown: [String: Int] = [:]
    for finding in tally.findings.sorted(by: { ($0.kind, $0.seed) < ($1.kind, $1.seed) }) {
      shown[finding.kind, default: 0] += 1
      if shown[finding.kind, default: 0] > 25 { continue }
      text += "\(finding.kind), seed \(finding.seed): \(finding.text.prefix(600))\n"
    }
    return text
      + "\(tally.findings.count) found. Repeat one with: Simulation one --kind \(name) --seed N"
  }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, 10 - text.count)) + text
  }
}

extension Duration {
  /// Minutes and seconds.
  var formatted: String {
    let seconds = components.seconds
    return "\(seconds / 60) min \(seconds % 60) s"
  }
}

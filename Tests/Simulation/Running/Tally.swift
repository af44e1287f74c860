/// What some runs came to: counts by name, and everything that has to be looked into.
struct Tally {
  struct Finding: Hashable {
    let seed: UInt64
    let kind: String
    let text: String
  }

  var counts: [String: Int] = [:]
  var findings: [Finding] = []

  mutating func count(_ name: String, _ number: Int = 1) { counts[name, default: 0] += number }

  /// Notes what must not be; the first few of a kind with their texts.
  mutating func find(_ kind: String, _ seed: UInt64, _ text: String) {
    count("FINDING \(kind)")
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " | ")
    findings.append(Finding(seed: seed, kind: kind, text: String(line.prefix(2_000))))
  }

  mutating func add(_ other: Tally) {
    for (name, number) in other.counts { count(name, number) }
    findings += other.findings
  }
}

extension Tally {
  /// The tally as lines of a worker's report.
  var report: String {
    var text = ""
    for (name, number) in counts.sorted(by: { $0.key < $1.key }) {
      text += "count\t\(name)\t\(number)\n"
    }
    for finding in findings {
      text += "finding\t\(finding.seed)\t\(finding.kind)\t\(finding.text)\n"
    }
    return text
  }

  /// Adds one line of a report.
  mutating func add(line: Substring) {
    let parts = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
    if parts.count == 3, parts[0] == "count", let number = Int(parts[2]) {
      count(String(parts[1]), number)
    } else if parts.count == 4, parts[0] == "finding", let seed = UInt64(parts[1]) {
      findings.append(Finding(seed: seed, kind: String(parts[2]), text: String(parts[3])))
    }
  }
}

/// A number that stands for bytes in order, the same in every process.
///
/// Source: Fowler, Noll and Vo, the variant 1a with 64 bits, here over words of eight bytes.
struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x100_0000_01B3 }
  mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(UInt64(byte)) }
    add(UInt64(0xFF))
  }
}

import BenefitAssessment
import BenefitBinding
import BenefitReports
import FoundationEssentials

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension Report {
  /// One row for each published figure.
  func checksTable() throws -> Table {
    table(of: try checks(), published: \.plainPublished, computed: \.plainResult)
  }

  /// The tables and the report by the names of their files.
  func files() throws -> [(name: String, text: String)] {
    [
      ("statements.csv", settlement.statementTable(in: say).csv),
      ("checks.csv", try checksTable().csv),
      ("assessment.csv", try assessment().table(in: say).csv),
      ("findings.csv", audit().table(in: say).csv),
      ("report.html", try page().html(in: say)),
      ("report.md", try page().markdown(in: say)),
    ]
  }

  /// The settlement for readers, with the statements of one household of each case.
  private func page() throws -> BenefitReports.Report {
    try BenefitReports.Report(
      of: settlement,
      titled: say("Ordos: the published schemes", "鄂尔多斯：公开报道的方案"),
      assessment: try assessment(),
      statementsOf: cases.compactMap(\.example)
    )
  }

  /// The proof of every amount.
  func certificate() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(settlement.certificate)
  }

  /// Writes the tables and the certificate into a folder, each whole or not at all.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let tables = try files().map { ($0.name, Data($0.text.utf8)) }
    for (name, data) in tables + [("certificate.json", try certificate())] {
      try data.write(to: URL(filePath: folder).appending(path: name), options: .atomic)
    }
  }
}

/// Ends the program with a sentence for the person who started it.
func fail(_ sentence: String) -> Never {
  unsafe Array((sentence + "\n").utf8).withUnsafeBytes { bytes in
    _ = unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count)
  }
  exit(1)
}

// The schemes that two documents on Ordos describe as one programme, and what becomes of the figures
// in them.
//
// Sources: "Ordos strengthens work innovation to build long-term mechanism for poverty relief", Ordos
// propaganda department, Xinhua Silk Road, 2017-09-10; "Consumption assistance to break the rural
// revitalization" (machine translation), 2022, for Otog and the procurement contracts.
//
//   swift run -c release OrdosProgramme
//   swift run -c release OrdosProgramme --language zh-Hans
//   swift run -c release OrdosProgramme --out results

package import BenefitBinding

@main
package enum OrdosProgramme {
  static func main() {
    guard let options = Options(CommandLine.arguments.dropFirst()) else { fail(Options.usage) }
    do {
      let report = try report(in: options.language)
      print(try report.text())
      if let folder = options.folder { try report.write(to: folder) }
    } catch let error as BenefitError {
      fail(error.text(in: options.language))
    } catch {
      fail("\(error)")
    }
  }

  /// Settles all cases for one register, with every name in a language.
  static func report(in language: Language) throws -> Report {
    let cases = [
      nalinxili, hanggin, hashatu, dalad, sishililiang, lvmei, lambs, breeding, adoption,
      loansAtHome, loansLentOn, otog, stations,
    ].map { $0(language) }
    let register = try Register(withAssumedIncomes(cases.flatMap(\.households)))
    var season = Season(language("2016", "2016 年"))
    for published in cases {
      try published.facts(&season[published.scheme.name], register)
    }
    let programme = Programme(language("Ordos", "鄂尔多斯")) { cases.map(\.scheme) }
    return Report(
      cases: cases,
      settlement: try programme.settle(season, for: register),
      say: language
    )
  }

  /// Everything that is printed.
  package static func text(in language: Language = .english) throws -> String {
    try report(in: language).text()
  }

  /// What all households are owed.
  package static func settlement(in language: Language = .english) throws -> Settlement {
    try report(in: language).settlement
  }

  /// The files that `--out` writes, by name.
  package static func files(
    in language: Language = .english
  ) throws -> [(name: String, text: String)] {
    try report(in: language).files()
  }
}

// The schemes that two documents on Ordos describe as one programme, and what becomes of the figures
// in them.
//
// Sources: "Ordos strengthens work innovation to build long-term mechanism for poverty relief", Ordos
// propaganda department, Xinhua Silk Road, 2017-09-10; "Consumption assistance to break the rural
// revitalization" (machine translation), 2022, for Otog and the procurement contracts.
//
//   swift run -c release OrdosProgramme
//   swift run -c release OrdosProgramme --out results

package import BenefitBinding

@main
package enum OrdosProgramme {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.isEmpty || (arguments.count == 2 && arguments[0] == "--out") else {
      fail("Usage: OrdosProgramme [--out FOLDER]")
    }
    do {
      let report = try report()
      print(try report.text())
      if let folder = arguments.last { try report.write(to: folder) }
    } catch {
      fail("\(error)")
    }
  }

  /// Settles all cases for one register.
  static func report() throws -> Report {
    let cases = [
      nalinxili, hanggin, hashatu, dalad, sishililiang, lvmei, lambs, breeding, adoption,
      loansAtHome, loansLentOn, otog, stations,
    ]
    let register = try Register(withAssumedIncomes(cases.flatMap(\.households)))
    var season = Season(2016)
    for published in cases {
      try published.facts(&season[published.scheme.name], register)
    }
    let programme = Programme("Ordos") { cases.map(\.scheme) }
    return Report(cases: cases, settlement: try programme.settle(season, for: register))
  }

  /// Everything that is printed.
  package static func text() throws -> String { try report().text() }

  /// What all households are owed.
  package static func settlement() throws -> Settlement { try report().settlement }

  /// The files that `--out` writes, by name.
  package static func files() throws -> [(name: String, text: String)] {
    try report().files()
  }
}

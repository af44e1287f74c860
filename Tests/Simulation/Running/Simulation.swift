import Foundation

/// Generates programmes and stored values by the million, and looks for traps, hangs and differences.
@main
enum Simulation {
  static func main() throws {
    let options = try Options(CommandLine.arguments.dropFirst())
    switch options.command {
    case "programmes", "mutants", "texts": try finish(Supervisor(options, options.command).run())
    case "certificates": try Certificates.print(options)
    case "derivations":
      let derivations = try Derivations.run(options)
      print(derivations)
      if !derivations.findings.isEmpty { exit(1) }
    case "one": try One.show(options)
    case "limits": try finish(Limits.run())
    case "short": try Short.run(options)
    case "worker": Worker(options).run()
    default: Options.usage()
    }
  }

  /// Prints a report and ends with 1 where there is anything to look into.
  static func finish(_ report: Report) throws {
    print(report)
    if !report.tally.findings.isEmpty { exit(1) }
  }
}

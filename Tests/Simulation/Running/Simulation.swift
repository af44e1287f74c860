import BenefitBinding

@main
struct Simulation {
  static func main() throws {
    let clock = ContinuousClock()
    var run = CaseRun()
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    let time = clock.measure {
      for seed in arguments[0]...arguments[1] { run.run(seed: seed) }
    }
    for (name, number) in run.tally.counts.sorted(by: { $0.key < $1.key }) { print(name, number) }
    for finding in run.tally.findings.prefix(40) { print(finding.seed, finding.kind, finding.text) }
    print(time)
    if arguments.count > 2 {
      let example = try Case(seed: arguments[0])
      print(try Stored.inputs(example.parts[0], example.openingBooks))
    }
  }
}

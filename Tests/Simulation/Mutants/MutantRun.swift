import BenefitBinding

/// Changes a stored value, decodes it and, where that succeeds, asks it everything it can be asked.
enum MutantRun {
  static func run(seed: UInt64, _ tally: inout Tally) -> UInt64 {
    let (entry, mutant) = mutant(seed)
    tally.count("mutants")
    tally.count("type: \(entry.name)")
    do {
      try entry.probe(mutant)
      tally.count("decoded and used")
      return 1
    } catch let problem as Problem {
      tally.find(problem.kind, seed, "\(entry.name): \(problem.text)")
      return 2
    } catch {
      tally.count("refused")
      return 3
    }
  }

  /// Prints what a seed is made into.
  static func show(seed: UInt64) throws {
    let (entry, mutant) = mutant(seed)
    One.say(entry.name)
    One.say(mutant)
  }

  private static func mutant(_ seed: UInt64) -> (Corpus.Entry, Tree) {
    let entries = Corpus.entries
    let entry = entries[Int(seed % UInt64(entries.count))]
    var mutation = Mutation(dice: Dice(seed: seed))
    let other = entries[mutation.dice.below(entries.count)]
    return (entry, mutation.changed(entry.tree, donors: [entry.tree, other.tree]))
  }
}

/// What must not be of a value that decoding took.
struct Problem: Error {
  let kind: String
  let text: String
}

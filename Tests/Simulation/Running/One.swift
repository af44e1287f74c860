import BenefitBinding
import Foundation

/// Prints one case and what becomes of it.
enum One {
  static func show(_ options: Options) throws {
    var tally = Tally()
    if options.kind == "mutants" {
      try MutantRun.show(seed: options.seed)
      _ = MutantRun.run(seed: options.seed, &tally)
    } else if options.kind == "texts" {
      TextRun.show(seed: options.seed)
      _ = TextRun.run(seed: options.seed, &tally)
    } else if options.kind == "limits" {
      say(LimitCase.all[Int(options.seed)].name)
      _ = Limits.run(seed: options.seed, &tally)
    } else {
      if options.seed % 5 == 0 {
        if let raw = try RawCase(seed: options.seed, &tally) { try show([raw.part], Books()) }
      } else {
        let example = try Case(seed: options.seed)
        try show(example.parts, example.openingBooks)
      }
      var run = CaseRun()
      run.run(seed: options.seed)
      tally = run.tally
    }
    say(tally.report)
  }

  private static func show(_ parts: [Case.Part], _ books: Books) throws {
    var books = books
    for part in parts {
      say(try Stored.inputs(part, books))
      do {
        let settlement = try part.programme.settle(part.season, for: part.register, books: books)
        books = settlement.closingBooks
        for line in settlement.lines {
          say(line.scheme, line.name, line.unit?.name ?? "fen", line.fen)
        }
        for notice in settlement.notices { say(notice) }
        say(try TreeEncoder.encode(settlement.waterfalls))
        say(try TreeEncoder.encode(books))
      } catch let error as BenefitError {
        say(error)
        break
      }
    }
  }

  /// Prints at once, as the process may not live to print later.
  static func say(_ parts: Any...) {
    let text = parts.map { "\($0)" }.joined(separator: " ")
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}

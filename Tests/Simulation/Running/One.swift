import BenefitBinding

/// Prints one case and what becomes of it.
enum One {
  static func show(_ options: Options) throws {
    var tally = Tally()
    if options.kind == "mutants" {
      try MutantRun.show(seed: options.seed)
      _ = MutantRun.run(seed: options.seed, &tally)
    } else if options.kind == "limits" {
      print(LimitCase.all[Int(options.seed)].name)
      _ = Limits.run(seed: options.seed, &tally)
    } else {
      try show(Case(seed: options.seed))
      var run = CaseRun()
      run.run(seed: options.seed)
      tally = run.tally
    }
    print(tally.report)
  }

  private static func show(_ example: Case) throws {
    var books = example.openingBooks
    for part in example.parts {
      print(try Stored.inputs(part, books))
      do {
        let settlement = try part.programme.settle(part.season, for: part.register, books: books)
        books = settlement.closingBooks
        for line in settlement.lines { print(line.scheme, line.name, line.map(\.description)) }
        for finding in settlement.findings { print(finding) }
        print(try TreeEncoder.encode(settlement.waterfalls))
        print(try TreeEncoder.encode(books))
      } catch let error as SettlementError {
        print(error)
        break
      }
    }
  }
}

import BenefitBinding

/// Settles stored settlements again, by the documentation alone, and compares.
enum Oracle {
  /// What settling has to give.
  ///
  /// - Throws: ``Refusal`` where it has to be refused, ``Unread`` where the oracle cannot tell.
  static func settle(_ world: World) throws -> Outcome {
    var outcome = Outcome(books: world.openingBooks)
    outcome.notices = try world.unusedFacts() + world.namesOfNobody
    var names: Set<String> = []
    for scheme in world.schemes {
      guard names.insert(scheme.name).inserted else { throw Refusal("duplicate") }
      var settler = Settler(scheme, in: world, outcome)
      try settler.settle()
      outcome = settler.outcome
    }
    return outcome
  }

  /// The first difference between what settling has to give and what it gave, or `nil`.
  static func difference(_ expected: Outcome, _ settlement: Settlement, _ stored: Tree) throws
    -> String?
  {
    try lines(expected, stored)
      ?? waterfalls(expected, settlement)
      ?? notices(expected, settlement)
      ?? books(expected, settlement)
  }

  private static func lines(_ expected: Outcome, _ stored: Tree) throws -> String? {
    let lines = try stored.required("lines").list
    guard lines.count == expected.lines.count else {
      return "\(lines.count) lines for \(expected.lines.count)"
    }
    for (line, own) in zip(lines, expected.lines) {
      let place = "line \(own.name) of \(own.scheme)"
      guard line["name"]?.text == own.name, line["scheme"]?.text == own.scheme else {
        return "\(place): it is called \(line["name"] ?? .null)"
      }
      guard line["flow"] == own.flow else {
        return "\(place): its flow is \(line["flow"] ?? .null) for \(own.flow)"
      }
      guard line["unit"]?.text == own.unit else { return "\(place): another unit" }
      let fen = line["fen"]?.list.compactMap { $0.int.map { Big($0) } } ?? []
      guard fen == own.fen else { return "\(place): \(fen) for \(own.fen)" }
    }
    return nil
  }

  private static func waterfalls(_ expected: Outcome, _ settlement: Settlement) -> String? {
    guard settlement.waterfalls.count == expected.waterfalls.count else {
      return "\(settlement.waterfalls.count) waterfalls for \(expected.waterfalls.count)"
    }
    for (waterfall, own) in zip(settlement.waterfalls, expected.waterfalls) {
      let place = "distribution \(own.clause) of \(own.scheme)"
      func all(_ amounts: [Int64]) -> [Big] { amounts.map { Big($0) } }
      guard waterfall.unit?.name == own.unit else { return "\(place): another unit" }
      guard waterfall.gaqas == own.gaqas else { return "\(place): other gaqas" }
      if all(waterfall.pots) != own.pots {
        return "\(place): pots \(all(waterfall.pots)) for \(own.pots)"
      }
      guard waterfall.steps.count == own.steps.count else { return "\(place): other steps" }
      for (step, own) in zip(waterfall.steps, own.steps) {
        let place = "\(place), step \(own.name)"
        guard step.name == own.name else { return "\(place): it is called \(step.name)" }
        guard step.account.map(Library.word) == own.account else {
          return "\(place): account \(step.account.map(Library.word) ?? "none")"
        }
        for (word, amounts, own) in [
          ("due", all(step.due), own.due),
          ("brought forward", all(step.broughtForward), own.broughtForward),
          ("paid", all(step.paid), own.paid), ("residue", all(step.residue), own.residue),
        ] where amounts != own {
          return "\(place): \(word) \(amounts) for \(own)"
        }
      }
      if all(waterfall.remainders) != own.left {
        return "\(place): left \(all(waterfall.remainders)) for \(own.left)"
      }
    }
    return nil
  }

  private static func notices(_ expected: Outcome, _ settlement: Settlement) -> String? {
    let notices = settlement.notices.map { notice in
      Outcome.Notice(
        code: Library.code(of: notice),
        scheme: notice.scheme ?? "",
        line: notice.line,
        gaqa: notice.gaqa,
        fen: Library.amount(of: notice)
      )
    }
    let (found, own) = (notices.sorted(), expected.notices.sorted())
    if found == own { return nil }
    let more = found.filter { !own.contains($0) }
    let missing = own.filter { !found.contains($0) }
    return "notices: \(more) without reason, \(missing) missing"
  }

  private static func books(_ expected: Outcome, _ settlement: Settlement) throws -> String? {
    let books = try Ledger(tree: TreeEncoder.encode(settlement.closingBooks))
    for place in Set(books.balances.keys).union(expected.books.balances.keys).sorted() {
      let (amount, own) = (
        books[place.scheme, place.gaqa, place.item],
        expected.books[place.scheme, place.gaqa, place.item]
      )
      if amount != own { return "books, \(place): \(amount) for \(own)" }
    }
    return books.holdings == expected.books.holdings ? nil : "books: other holdings"
  }
}

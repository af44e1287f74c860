import BenefitBinding
import TestSupport

/// Settles a generated case, holds it against the oracle and checks the laws.
struct CaseRun {
  var tally = Tally()
  var digest = Digest()

  mutating func run(seed: UInt64) {
    do {
      // One in five is put together from any formulas.
      if seed % 5 == 0 { try runRaw(seed) } else { try run(Case(seed: seed)) }
    } catch {
      tally.find("generator", seed, "\(error)")
    }
  }

  mutating func run(_ example: Case) throws {
    let seed = example.seed
    tally.count("programmes")
    if example.hasTwin, let problem = Laws.twin(of: example, try Case(seed: seed, isTwin: true)) {
      tally.find("law: twins in yen", seed, problem)
    }
    var books = example.openingBooks
    var settled: [Settlement] = []
    for part in example.parts {
      tally.count("settlements tried")
      let result = Result { () throws(BenefitError) in
        try part.programme.settle(part.season, for: part.register, books: books)
      }
      switch result {
      case .success(let settlement):
        tally.count("settled")
        digest(settlement)
        try compare(settlement, seed)
        try Laws.check(settlement, part, seed, &tally)
        settled.append(settlement)
        books = settlement.closingBooks
      case .failure(let error):
        let code = Library.code(of: error)
        tally.count("refused: \(code)")
        if code == "mixedPlaces" {
          tally.count("mixedPlaces of \(error.places.last?.kind ?? "none")")
        }
        digest.add(error.description)
        checkChinese(error, seed)
        try compare(error, code, part, books, example)
        return
      }
    }
    try Laws.checkSeries(settled, example, &tally)
  }

  private mutating func runRaw(_ seed: UInt64) throws {
    tally.count("raw programmes")
    guard let raw = try RawCase(seed: seed, &tally) else { return }
    do {
      let part = raw.part
      let settlement = try part.programme.settle(part.season, for: part.register)
      tally.count("raw: settled")
      digest(settlement)
      try compare(settlement, seed)
      try Laws.check(settlement, part, seed, &tally)
    } catch let error as BenefitError {
      tally.count("raw: refused when settled")
      digest.add(error.description)
      checkChinese(error, seed)
    }
  }

  /// A refusal is said in Chinese too, without a word of English in it.
  private mutating func checkChinese(_ error: BenefitError, _ seed: UInt64) {
    let text = error.text(in: .simplifiedChinese)
    if let word = strayEnglish(in: text) {
      tally.find("English in Chinese", seed, "\(word): \(text)")
    }
  }

  private mutating func digest(_ settlement: Settlement) {
    for line in settlement.lines {
      for amount in line.fen { digest.add(amount) }
    }
    for notice in settlement.notices { digest.add(notice.description) }
    for balance in settlement.closingBooks.balances { digest.add(balance.amount.fen) }
  }

  /// Holds a settlement against the oracle's.
  private mutating func compare(_ settlement: Settlement, _ seed: UInt64) throws {
    let stored = try TreeEncoder.encode(tellingFormulas: settlement)
    for notice in settlement.notices { tally.count("notice: \(Library.code(of: notice))") }
    do {
      let expected = try Oracle.settle(World(settlement: stored))
      if let difference = try Oracle.difference(expected, settlement, stored) {
        tally.find("difference", seed, difference)
      } else {
        tally.count("compared: settled alike")
      }
    } catch let refusal as Refusal {
      if refusal.codes.contains(Settler.unclear) {
        tally.count("not compared: fractions of a pot too fine")
      } else if refusal.codes.contains("notPositive") {
        tally.count("not compared: a quotient that nobody asks for")
      } else {
        tally.find("settled, not refused", seed, "\(refusal.codes.sorted())")
      }
    } catch let unread as Unread {
      tally.count("not compared: \(unread.what)")
    }
  }

  /// Refusals that depend on how wide numbers are inside, on which of two meanings is clear, or on what is
  /// divided though nothing comes of it.
  private static let notCompared: Set<String> = [
    "overflow", "tooFine", "mixedPlaces", "formulaTooLarge", "notPositive",
  ]

  /// Asks the oracle whether a refusal has to be.
  private mutating func compare(
    _ error: BenefitError,
    _ code: String,
    _ part: Case.Part,
    _ books: Books,
    _ example: Case
  ) throws {
    if Self.notCompared.contains(code) {
      if example.isTame && code != "mixedPlaces" {
        tally.count("too large though all numbers are ordinary")
      }
      tally.count("not compared: refused, \(code)")
      return
    }
    let stored = try Stored.inputs(part, books)
    do {
      _ = try Oracle.settle(World(settlement: stored))
      tally.find("refused, not settled", example.seed, error.description)
    } catch let refusal as Refusal {
      if refusal.codes.contains(code) {
        tally.count("compared: refused alike")
      } else {
        tally.count("compared: both refused, \(code) for \(refusal.codes.sorted()[0])")
      }
    } catch let unread as Unread {
      tally.count("not compared: \(unread.what)")
    }
  }
}

/// What a settlement is made from, where there is none, with its formulas part by part.
enum Stored {
  private struct Inputs: Encodable {
    let register: Register
    let season: Season
    let schemes: [Terms]
    let openingBooks: Books
  }

  static func inputs(_ part: Case.Part, _ books: Books) throws -> Tree {
    try TreeEncoder.encode(
      tellingFormulas: Inputs(
        register: part.register,
        season: part.season,
        schemes: part.programme.schemes,
        openingBooks: books
      )
    )
  }
}

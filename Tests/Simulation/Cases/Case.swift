import BenefitBinding

/// A generated programme, with what happened to it in one to three seasons.
struct Case {
  /// One season to be settled; the books come from the part before.
  struct Part {
    let programme: Programme
    let season: Season
    let households: [Household]
    let register: Register
  }

  let seed: UInt64

  /// Whether every number is an ordinary one, so that nothing may be too large.
  let isTame: Bool

  /// Whether the same in yen, with a yen for each fen, comes to the same.
  let hasTwin: Bool

  let openingBooks: Books
  let parts: [Part]

  /// The same case for the same seed; its twin is in yen, with a yen for each fen.
  init(seed: UInt64, isTwin: Bool = false) throws {
    self.seed = seed
    var dice = Dice(seed: seed, smallest: isTwin ? 100 : 1)
    isTame = dice.isTame
    var other = Dice(seed: seed ^ 0x59_454E)
    let isInYen = other.chance(12)
    let currency = isInYen || isTwin ? Words.yen : .yuan
    var households = dice.households()
    // At times gaqas are listed of which no household is.
    let further = dice.chance(25) ? Words.gaqas.filter { _ in dice.chance(60) } : []
    let columns = Set(households.flatMap(\.measures.keys))
    let count = dice.chance(75) ? 1 : 2 + dice.below(2)
    let earlierSeasons = dice.chance(80) ? 0 : 1 + dice.below(2)
    var schemes = SchemeWriter(
      formulas: FormulaWriter(
        dice,
        earlierSeasons: earlierSeasons,
        columns: columns,
        ids: households.prefix(5).map(\.id)
      ),
      currency: currency
    )
    func programme(_ schemes: inout SchemeWriter) -> Programme {
      let count = schemes.formulas.dice.chance(75) ? 1 : 2
      let isTwice = schemes.formulas.dice.chance(1)
      let terms = (1...count).map { schemes.scheme(isTwice ? "S" : "S\($0)") }
      return Programme("generated") { terms }
    }
    var current = programme(&schemes)
    dice = schemes.formulas.dice
    openingBooks = dice.chance(80) ? Books() : dice.books(in: currency)

    var parts: [Part] = []
    for index in 1...count {
      var facts = SeasonWriter(dice: dice, formulas: schemes.formulas)
      let season = facts.season(
        "\(2015 + index)",
        for: households,
        further,
        schemes: current.schemes
      )
      dice = facts.dice
      parts.append(
        Part(
          programme: current,
          season: season,
          households: households,
          register: try Register(households, gaqas: further)
        )
      )
      if index < count {
        households = dice.successors(of: households)
        if dice.chance(20) {
          schemes.formulas.dice = dice
          current = programme(&schemes)
          dice = schemes.formulas.dice
        }
      }
    }
    self.parts = parts
    hasTwin = isTame && !isInYen && !dice.hasNoTwin
  }
}

extension Dice {
  /// Books as a file may hold them; none where they are refused.
  mutating func books(in currency: Currency) -> Books {
    func object(_ fields: KeyValuePairs<String, Tree>) -> Tree {
      .object(fields.map { Tree.Field(key: $0.key, value: $0.value) })
    }
    func value(_ tree: Tree) -> Tree { object(["_0": tree]) }
    var balances: [Tree] = []
    for index in 0...below(3) {
      let item: Tree =
        switch below(4) {
        case 0: object(["loss": object([:])])
        case 1:
          object(["residue": object(["line": .text(pick(["c1", "c1: t1", "dividend", "c9"]))])])
        default:
          object([
            "account": value(
              (try? TreeEncoder.encode(pick(Words.accounts + Words.gaqaAccounts))) ?? .null
            )
          ])
        }
      let isOfProgramme = item["account"]?["_0"]?["of"] != nil
      var fen = item["loss"] == nil ? whole() : size()
      fen *= smallest
      if currency == Words.yen { fen -= fen % 100 }
      guard case .text(let amount)? = try? TreeEncoder.encode(Money(fen: fen)) else { continue }
      var balance: [Tree.Field] = []
      if !isOfProgramme { balance.append(.init(key: "scheme", value: .text("S\(1 + index % 2)"))) }
      let isOfGaqas = Words.gaqaAccounts.contains { item["account"]?["_0"]?.text == $0.name }
      if isOfGaqas || chance(10) {
        balance.append(.init(key: "gaqa", value: .text(pick(Words.gaqas))))
      }
      balance.append(.init(key: "item", value: item))
      balance.append(.init(key: "amount", value: .text(amount)))
      balances.append(.object(balance))
    }
    let tree = object([
      "currency": (try? TreeEncoder.encode(currency)) ?? .null, "balances": .list(balances),
    ])
    return (try? TreeDecoder.decode(Books.self, from: tree)) ?? Books()
  }
}

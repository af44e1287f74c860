extension World {
  /// Notices of what the season states and no scheme can see.
  func unusedFacts() throws -> [Outcome.Notice] {
    var notices = unknownGaqas(season.facts, "") { _, _ in true }
    let terms = Dictionary(schemes.map { ($0.name, $0) }) { first, _ in first }
    for (name, facts) in season.schemes {
      let read = terms[name].map(\.factsRead)
      let code = read == nil ? "unknown scheme" : "not read"
      func isRead(_ kind: String, _ fact: String) -> Bool {
        read?.contains("\(kind) \(fact)") == true
      }
      func add(_ fact: String, _ fen: Big) {
        notices.append(
          Outcome.Notice(code: code, scheme: name, line: fact, gaqa: nil, fen: "\(fen)")
        )
      }
      for (fact, given) in facts.money where !isRead("money", fact) {
        let sum = given.values.reduce(.zero, +).floor
        // A sum that cannot be kept is not shown.
        add(fact, sum.int64 == nil ? .zero : sum)
      }
      for fact in facts.rates.keys where !isRead("rate", fact) { add(fact, .zero) }
      for fact in facts.measures.keys where !isRead("measure", fact) {
        add(Self.name(ofMeasure: fact), .zero)
      }
      notices += unknownGaqas(facts, name, isRead)
    }
    return notices
  }

  /// Notices of what conditions name and nobody has: gaqas, and statuses that are not the library's own.
  var namesOfNobody: [Outcome.Notice] {
    let statuses = Set(households.map(\.status)).union(Self.ownStatuses)
    return schemes.flatMap { scheme in
      scheme.formulasByClause.flatMap { clause, formulas in
        var (strangers, nowhere): (Set<String>, Set<String>) = ([], [])
        for formula in formulas {
          _ = formula.contains { part in
            if case .status(let names) = part { strangers.formUnion(names) }
            if case .gaqa(let names) = part { nowhere.formUnion(names) }
            return false
          }
        }
        func notice(_ gaqa: String?) -> Outcome.Notice {
          Outcome.Notice(
            code: "names nobody",
            scheme: scheme.name,
            line: clause,
            gaqa: gaqa,
            fen: "0"
          )
        }
        return strangers.subtracting(statuses).map { _ in notice(nil) }
          + nowhere.subtracting(gaqas).map(notice)
      }
    }
  }

  private static let ownStatuses = [
    "below the national poverty line", "below the municipal allowance line",
    "exited from poverty", "at risk", "not registered as poor",
  ]

  private static func name(ofMeasure key: String) -> String {
    String(key.prefix { $0 != "\u{1F}" })
  }

  /// What is given for gaqas where nobody lives.
  private func unknownGaqas(
    _ facts: Facts,
    _ scheme: String,
    _ isRead: (String, String) -> Bool
  ) -> [Outcome.Notice] {
    var notices: [Outcome.Notice] = []
    func add(_ fact: String, _ given: Given, isMoney: Bool) {
      guard case .gaqas(let values) = given else { return }
      for (gaqa, value) in values where !gaqas.contains(gaqa) {
        notices.append(
          Outcome.Notice(
            code: "unknown gaqa",
            scheme: scheme,
            line: fact,
            gaqa: gaqa,
            fen: isMoney ? "\(value.floor)" : "0"
          )
        )
      }
    }
    for (fact, given) in facts.money where isRead("money", fact) { add(fact, given, isMoney: true) }
    for (fact, given) in facts.rates where isRead("rate", fact) { add(fact, given, isMoney: false) }
    for (fact, given) in facts.measures where isRead("measure", fact) {
      add(Self.name(ofMeasure: fact), given, isMoney: false)
    }
    return notices
  }
}

extension World.Given {
  fileprivate var values: [Exact] {
    switch self {
    case .season(let value): [value]
    case .gaqas(let values), .households(let values): Array(values.values)
    }
  }
}

extension Scheme {
  /// The facts that the formulas read, each by its kind and name, and those that the library states
  /// together whether or not a scheme reads them all.
  fileprivate var factsRead: Set<String> {
    var read: Set<String> = [
      "money loan principal", "money recovered principal", "money interest due",
      "money principal due", "money procurement sales", "money procurement sales otherwise",
      "measure produce bought\u{1F}jin",
    ]
    for formula in formulas { formula.read(&read) }
    return read
  }
}

extension Formula {
  fileprivate func read(_ names: inout Set<String>) {
    switch self {
    case .money(let name): names.insert("money \(name)")
    case .rate(let name): names.insert("rate \(name)")
    case .measure(let key, _): names.insert("measure \(key)")
    case .carriedLoss: names.insert("money profit")
    default: for part in parts { part.read(&names) }
    }
  }
}

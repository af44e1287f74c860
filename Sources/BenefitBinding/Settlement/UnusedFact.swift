/// A fact of a season that no formula of a programme can see, because of the name it stands under.
public struct UnusedFact: Hashable, Codable, Sendable {
  /// The reason why no formula sees the fact.
  public let reason: Notice.Code

  /// The name of the fact or measure.
  public let fact: String

  /// The scheme that it is given for, or `nil` where it is given for all.
  public let scheme: String?

  /// The gaqa that it is given for, or `nil` where the name of the fact or scheme is at fault.
  public let gaqa: String?

  /// The household that is not in the register, or `nil` where something else is at fault.
  public let household: Household.ID?

  /// The money that is stated under the name, or `nil` where it is a rate or a quantity, or too large
  /// to be added up exactly.
  public let amount: Money?
}

extension UnusedFact: CustomStringConvertible {
  /// The place and what to look for, as a sentence.
  public var description: String {
    var place = scheme.map { "Scheme \"\($0)\", fact \"\(fact)\"" } ?? "Fact \"\(fact)\""
    if let gaqa { place += ", gaqa \"\(gaqa)\"" }
    if let household { place += ", household \"\(household)\"" }
    let why =
      switch reason {
      case .unknownScheme: "the programme has no scheme of that name. Check the scheme's name."
      case .unknownGaqa: "no household of the register lives there. Check the gaqa's name."
      case .notRead: "no formula of the scheme reads it. Check the fact's name."
      default:
        "the register does not hold that household. List it there, or settle its loan elsewhere."
      }
    return "\(place): it is not used, for \(why)".escaped
  }
}

extension Programme {
  /// The facts of a season that no formula of the programme can see: those that stand under a scheme
  /// the programme does not have, under a gaqa where no household lives, or under a scheme that reads
  /// no fact of that name, and loans of households that the register does not hold.
  ///
  /// Settling goes on without them and reports the money in them; a name that is misspelt shows here.
  ///
  /// ```swift
  /// let programme = Programme("Ejin Horo") { cooperative }
  /// var misspelt = season
  /// misspelt["Breding cooperative"][.profit] = .yuan(164_000)
  /// for fact in programme.unusedFacts(of: misspelt, for: register) { print(fact) }
  /// // Scheme "Breding cooperative", fact "profit": it is not used, for the programme has ...
  /// ```
  ///
  /// A fact for all schemes that no formula asks for is not listed, since a season may serve several
  /// programmes.
  ///
  /// - Parameters:
  ///   - season: What happened.
  ///   - register: Who there is.
  /// - Returns: The facts: first those for all schemes, then those of single ones by the scheme's
  ///   name; amounts before rates before quantities, each by name and gaqa.
  /// - Complexity: O(f log f) for f facts, one of each gaqa counted by itself.
  public func unusedFacts(of season: Season, for register: Register) -> [UnusedFact] {
    season.unusedFacts(in: schemes, for: register)
  }
}

extension Season {
  /// The facts that no formula of some schemes can see.
  func unusedFacts(in schemes: [Terms], for register: Register) -> [UnusedFact] {
    let terms = Dictionary(schemes.map { ($0.name, $0) }) { first, _ in first }
    var unused = facts.entries.flatMap { $0.unusedGaqas(nil, register) }
    unused += facts.strangers(nil)
    for (scheme, facts) in factsByScheme.sorted(by: { $0.key < $1.key }) {
      let read = terms[scheme].map(\.factsRead)
      for fact in facts.entries {
        if read == nil {
          unused.append(fact.unused(.unknownScheme, scheme))
        } else if let read, !read.contains(fact.name) {
          unused.append(fact.unused(.notRead, scheme))
        } else {
          unused += fact.unusedGaqas(scheme, register)
        }
      }
      unused += facts.strangers(scheme)
    }
    return unused
  }
}

// MARK: - What is stated

extension Facts {
  /// A fact, and what is stated of it as far as anyone asks.
  fileprivate struct Entry {
    /// The name and kind, which tell the fact from one of another kind with the same name.
    let name: FactName
    /// The money stated in all, or `nil` where there is none that can be added up.
    let amount: () -> Money?
    /// The amounts stated for gaqas where nobody lives, in order of the gaqas' names.
    let unknownGaqas: (Register) -> [(name: String, amount: Money?)]

    func unused(_ reason: Notice.Code, _ scheme: String) -> UnusedFact {
      UnusedFact(
        reason: reason,
        fact: name.text,
        scheme: scheme,
        gaqa: nil,
        household: nil,
        amount: amount()
      )
    }

    func unusedGaqas(_ scheme: String?, _ register: Register) -> [UnusedFact] {
      unknownGaqas(register).map {
        UnusedFact(
          reason: .unknownGaqa,
          fact: name.text,
          scheme: scheme,
          gaqa: $0.name,
          household: nil,
          amount: $0.amount
        )
      }
    }
  }

  /// All facts: amounts, rates, quantities.
  fileprivate var entries: [Entry] {
    func entries<Key: FileOrdered, Value>(
      _ facts: [Key: Given<Value>],
      _ name: (Key) -> FactName
    ) -> [Entry] {
      facts.sorted { $0.key.precedes($1.key) }.map { key, given in
        Entry(name: name(key), amount: { given.amount }, unknownGaqas: given.unknownGaqas)
      }
    }
    return entries(money, FactName.money) + entries(rates, FactName.rate)
      + entries(measures, FactName.measure)
  }

  /// The loans that are set aside, as facts that nobody sees.
  fileprivate func strangers(_ scheme: String?) -> [UnusedFact] {
    setAside.map {
      UnusedFact(
        reason: .unknownBorrower,
        fact: MoneyFact.loanPrincipal.name,
        scheme: scheme,
        gaqa: nil,
        household: $0.borrower,
        amount: $0.lent
      )
    }
  }
}

extension Facts.Given {
  /// Returns the amounts given for gaqas where no household of a register lives, in order of their
  /// names.
  fileprivate func unknownGaqas(in register: Register) -> [(name: String, amount: Money?)] {
    guard case .gaqas(let values) = self else { return [] }
    // As a rule all are known; then nothing is put in order.
    if register.gaqas.count(where: { values[$0] != nil }) == values.count { return [] }
    let known = Set(register.gaqas)
    return values.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value as? Money) }
  }

  /// The sum of the money that is given, or `nil` where it is something else or too large.
  fileprivate var amount: Money? {
    var sum: Int128 = 0
    for value in values {
      guard let money = value as? Money else { return nil }
      sum += Int128(money.fen)
    }
    return Int64(exactly: sum).map { Money(fen: $0) }
  }
}

// MARK: - What is read

/// The name of a fact of some kind.
enum FactName: Hashable {
  case money(MoneyFact)
  case rate(RateFact)
  case measure(Measure)

  /// The name as messages print it.
  var text: String {
    switch self {
    case .money(let fact): fact.name
    case .rate(let fact): fact.name
    case .measure(let measure): measure.name
    }
  }

  /// Facts that the library states together, of which a scheme takes those that its terms need.
  fileprivate static let statedTogether: Set<Self> = [
    .money(.loanPrincipal), .money(.recoveredPrincipal), .money(.interestDue),
    .money(.principalDue), .money(.procurementSales), .money(.procurementOtherwise),
    .measure(.produceBought),
  ]
}

extension Terms {
  /// The facts that the scheme's formulas may read.
  var factsRead: Set<FactName> {
    FactName.statedTogether.union(members.expression.factsRead)
      .union(clauses.flatMap(\.factsRead))
  }
}

extension Expression {
  /// The facts that the formula reads.
  var factsRead: [FactName] {
    switch self {
    case .money(let fact): [.money(fact)]
    case .rate(let fact): [.rate(fact)]
    case .measure(let measure): [.measure(measure)]
    case .carriedLoss: [.money(.profit)]
    default: parts.flatMap(\.factsRead)
    }
  }
}

// MARK: - In a settlement

extension Settlement {
  /// Reports what the season states and no scheme can see: each name by itself, loans in one sum.
  mutating func findUnusedFacts() throws(BenefitError) {
    var lent: [(scheme: String?, fen: Int128)] = []
    for fact in season.unusedFacts(in: schemes, for: register) {
      if fact.reason == .unknownBorrower {
        if lent.last?.scheme != fact.scheme || lent.isEmpty { lent.append((fact.scheme, 0)) }
        lent[lent.count - 1].fen += Int128(fact.amount?.fen ?? 0)
      } else {
        add(Notice(fact))
      }
    }
    for (scheme, fen) in lent {
      guard let fen = Int64(exactly: fen) else {
        throw tooLarge(.part("the sum of the loans that are set aside"))
      }
      add(
        Notice(
          code: .unknownBorrower,
          scheme: scheme,
          line: MoneyFact.loanPrincipal.name,
          gaqa: nil,
          amount: Money(fen: fen)
        )
      )
    }
  }
}

extension Notice {
  fileprivate init(_ fact: UnusedFact) {
    self.init(
      code: fact.reason,
      scheme: fact.scheme,
      line: fact.fact,
      gaqa: fact.gaqa,
      amount: fact.amount ?? .zero
    )
  }
}

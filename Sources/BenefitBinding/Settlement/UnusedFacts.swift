extension Programme {
  /// Notices of the facts of a season that no formula of the programme can see: those that stand under a
  /// scheme the programme does not have, under a gaqa where no household lives, or under a scheme that reads
  /// no fact of that name, and loans of households that the register does not hold.
  ///
  /// Settling goes on without them and has the same notices; a name that is misspelt shows here.
  ///
  /// ```swift
  /// let programme = Programme("Ejin Horo") { cooperative }
  /// var misspelt = season
  /// misspelt["Breding cooperative"][.profit] = .yuan(164_000)
  /// for notice in programme.unusedFacts(of: misspelt, for: register) { print(notice) }
  /// // Breding cooperative, profit: 164,000.00 that is stated is not used, for the programme has no ...
  /// ```
  ///
  /// A fact for all schemes that no formula asks for is not listed, since a season may serve several
  /// programmes.
  ///
  /// - Parameters:
  ///   - season: What happened.
  ///   - register: Who there is.
  /// - Returns: A notice of each fact: first those for all schemes, then those of single ones by the scheme's
  ///   name; amounts before rates before quantities, each by name and gaqa.
  /// - Complexity: O(f log f) for f facts, one of each gaqa counted by itself.
  public func unusedFacts(of season: Season, for register: Register) -> [Notice] {
    season.unusedFacts(in: schemes, for: register)
  }
}

extension Season {
  /// Notices of the facts that no formula of some schemes can see.
  func unusedFacts(in schemes: [Terms], for register: Register) -> [Notice] {
    let terms = Dictionary(schemes.map { ($0.name, $0) }) { first, _ in first }
    let currency = schemes.currency
    return facts.unused(nil, register, in: currency) { _ in nil }
      + factsByScheme.sorted { $0.key < $1.key }.flatMap { scheme, facts in
        let read = terms[scheme]?.factsRead
        return facts.unused(scheme, register, in: currency) { fact in
          read.map { $0.contains(fact) ? nil : .notRead } ?? .unknownScheme
        }
      }
  }
}

// MARK: - What is stated

extension Facts {
  /// Notices of the facts, given for a scheme or with `nil` for all, that no formula can see.
  ///
  /// - Parameters:
  ///   - scheme: The scheme.
  ///   - register: The households.
  ///   - currency: The currency of the programme.
  ///   - problem: What is wrong with a fact whatever gaqa it is given for, or `nil`.
  /// - Returns: The notices: amounts, rates, quantities, and the loans that are set aside.
  fileprivate func unused(
    _ scheme: String?,
    _ register: Register,
    in currency: Currency,
    _ problem: (FactName) -> Notice.Code?
  ) -> [Notice] {
    func unused<Key: FileOrdered, Value>(
      _ facts: [Key: Given<Value>],
      _ name: (Key) -> FactName
    ) -> [Notice] {
      facts.sorted { $0.key.precedes($1.key) }.flatMap { key, given -> [Notice] in
        let name = name(key)
        if let code = problem(name) {
          return [
            Notice(code, in: currency, scheme: scheme, line: name.text, amount: given.amount)
          ]
        }
        return given.unknownGaqas(in: register).map { gaqa, amount in
          Notice(
            .unknownGaqa,
            in: currency,
            scheme: scheme,
            line: name.text,
            gaqa: gaqa,
            amount: amount
          )
        }
      }
    }
    let loans = setAside.map {
      Notice(
        .unknownBorrower,
        in: currency,
        scheme: scheme,
        line: MoneyFact.loanPrincipal.name,
        household: $0.borrower,
        amount: $0.lent
      )
    }
    return unused(money, FactName.money) + unused(rates, FactName.rate)
      + unused(measures, FactName.measure) + loans
  }
}

extension Facts.Given {
  /// Returns the amounts given for gaqas where no household of a register lives, in order of their
  /// names.
  fileprivate func unknownGaqas(in register: Register) -> [(name: String, amount: Money?)] {
    guard case .gaqas(let column) = self else { return [] }
    return column.entries(besides: register.gaqas).map { ($0.name, $0.value as? Money) }
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
package enum FactName: Hashable, Sendable {
  case money(MoneyFact)
  case rate(RateFact)
  case measure(Measure)

  /// The name as messages print it.
  package var text: String {
    switch self {
    case .money(let fact): fact.name
    case .rate(let fact): fact.name
    case .measure(let measure): measure.name
    }
  }

  /// The place among facts of one name: amounts, rates, quantities by their units.
  fileprivate var rank: String {
    switch self {
    case .money: "1"
    case .rate: "2"
    case .measure(let measure): "3 \(measure.unit.name)"
    }
  }

  /// Facts that the library states together, of which a scheme takes those that its terms need.
  fileprivate static let statedTogether: Set<Self> = [
    .money(.loanPrincipal), .money(.recoveredPrincipal), .money(.interestDue),
    .money(.principalDue), .money(.procurementSales), .money(.procurementOtherwise),
    .measure(.produceBought),
  ]
}

extension Programme {
  /// The measures that the formulas of its schemes read, by name, for a table of households or facts.
  public var measures: [Measure] {
    factsRead.compactMap { if case .measure(let measure) = $0 { measure } else { nil } }
  }

  /// The facts that the formulas of its schemes read, by name.
  package var factsRead: [FactName] {
    schemes.reduce(into: Set<FactName>()) { $0.formUnion($1.factsInFormulas) }.sorted {
      ($0.text, $0.rank) < ($1.text, $1.rank)
    }
  }
}

extension Terms {
  /// The facts that the scheme's formulas may read.
  var factsRead: Set<FactName> { FactName.statedTogether.union(factsInFormulas) }

  /// The facts that stand in the scheme's formulas.
  fileprivate var factsInFormulas: Set<FactName> {
    Set(members.expression.factsRead).union(clauses.flatMap(\.factsRead))
      .union(funding.formulas.flatMap(\.factsRead))
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

extension FactSheet {
  /// Adds what other facts state, and refuses what would be stated twice.
  ///
  /// One fact of several villages may so come from a table of each: columns for different households, or gaqas, are
  /// put together.
  ///
  /// ```swift
  /// var more = Facts()
  /// more[.monthlyWage, household: "NLX-08"] = .yuan(2_000)
  /// try facts.merge(more)
  /// ```
  ///
  /// - Parameter other: The facts to add.
  /// - Throws: ``BenefitError`` with the first fact, and household or gaqa, that both state.
  /// - Complexity: O(n log n) for n values.
  public mutating func merge(_ other: Facts) throws(BenefitError) {
    var merged = facts
    try merged.money.merge(other.money) { $0.name }
    try merged.rates.merge(other.rates) { $0.name }
    try merged.measures.merge(other.measures) { $0.name }
    merged.setAside += other.setAside
    facts = merged
  }
}

extension Dictionary where Key: FileOrdered {
  /// Adds what is given under other names, and for other households or gaqas under the same.
  fileprivate mutating func merge<Given>(
    _ other: Self,
    _ name: (Key) -> String
  ) throws(BenefitError) where Value == Facts.Given<Given> {
    for (fact, added) in other.sorted(by: { $0.key.precedes($1.key) }) {
      guard let given = self[fact] else {
        self[fact] = added
        continue
      }
      let column: NamedColumn<Given>
      switch (given, added) {
      case (.gaqas(let a), .gaqas(let b)):
        column = try a.joined(with: b, of: name(fact)) { .gaqa($0) }
        self[fact] = .gaqas(column)
      case (.households(let a), .households(let b)):
        column = try a.joined(with: b, of: name(fact)) { .household($0) }
        self[fact] = .households(column)
      default: throw .statedTwice(.fact(name(fact)))
      }
    }
  }
}

extension NamedColumn {
  /// The values of both columns, of which no name may be in both.
  fileprivate func joined(
    with other: Self,
    of fact: String,
    _ place: (String) -> BenefitError.Place
  ) throws(BenefitError) -> Self {
    let all = Self(distinct: names + other.names, values + other.values)
    let names = all.names
    if let twice = names.indices.dropLast().first(where: { names[$0] == names[$0 + 1] }) {
      throw .statedTwice(.fact(fact), place(names[twice]))
    }
    return all
  }
}

extension BenefitError {
  /// The error of a fact that stands in two places.
  fileprivate static func statedTwice(_ places: Place...) -> Self {
    Self(
      .duplicate,
      found: Phrase(en: "it is stated already.", zh: "该数据已经填报。"),
      advice: Phrase(
        en: "State it in one place, and take it out of the other.",
        zh: "请只在一处填报，并从另一处删去。"
      )
    )
    .within(places)
  }
}

extension Binder {
  /// Returns the value given under a name: the scheme's own facts come before the season's common
  /// ones.
  private func given<Value>(
    _ find: (Facts) -> Facts.Given<Value>?
  ) -> Facts.Given<Value>? {
    find(season[terms.name]) ?? find(season.facts)
  }

  /// Returns true if an amount is given for each household.
  func isByHousehold(_ fact: MoneyFact) -> Bool {
    if case .households = given({ $0.money[fact] }) { true } else { false }
  }

  /// Finds what the season, or the register, says of a fact.
  func look(up fact: FactName) throws(BenefitError) -> Bound {
    switch fact {
    case .money(let fact):
      try bind(given { $0.money[fact] }, as: fact.name, .money, zero: .zero) {
        Column($0.map(\.fen))
      }
    case .rate(let fact):
      try bind(given { $0.rates[fact] }, as: fact.name, .ratio, zero: .zero) { Column($0) }
    case .measure(let measure): try look(up: measure)
    }
  }

  private func look(up measure: Measure) throws(BenefitError) -> Bound {
    let dimension = Figure.Dimension.quantity(measure.unit)
    let given = given { $0.measures[measure] }
    // The register says what is so now, not what was delivered then.
    if !isPast, let column = register.columns[measure] {
      switch given {
      case nil: return Bound(column, .household, dimension)
      case .households: break
      case .season, .gaqas:
        throw failure(
          .mixedPlaces,
          .fact("\(measure)"),
          found: Phrase(
            en: "season \(season.name) states one figure for many households, which would hide "
              + "what the register says of each.",
            zh: "期间「\(season.name)」为多户只填报一个数，会掩盖名册中各户的数。"
          ),
          advice: Phrase(
            en: "Take it out of the season, or state it for each household.",
            zh: "请从期间数据中删去，或按户填报。"
          )
        )
      }
    }
    return try bind(
      given,
      as: measure.name,
      dimension,
      zero: Quantity(0, measure.unit)
    ) {
      Column(thousandths: $0.map(\.thousandths))
    }
  }

  /// Lays out what was given for the season, the gaqas or the households as a column.
  private func bind<Value>(
    _ given: Facts.Given<Value>?,
    as name: String,
    _ dimension: Figure.Dimension,
    zero: Value,
    _ column: ([Value]) -> Column?
  ) throws(BenefitError) -> Bound {
    let values: [Value]
    let domain: Domain
    switch given {
    case .season(let value):
      (values, domain) = ([value], .season)
    case .gaqas(let byName):
      (values, domain) = (try inOrder(gaqas: byName, name, zero: zero), .gaqa)
    case .households(let byID):
      (values, domain) = (try inOrder(households: byID, name, zero: zero), .household)
    case nil:
      throw failure(
        .missing,
        .fact(name),
        found: Phrase(
          en: "season \(season.name) does not state it.",
          zh: "期间「\(season.name)」未填报该数据。"
        ),
        advice: .giveFact(or: nearest(to: name, among: namesGiven))
      )
    }
    guard let column = column(values) else {
      throw failure(
        .tooFine,
        .fact(name),
        found: .noCommonDenominator
      )
    }
    return Bound(column, domain, dimension)
  }

  /// The names of all that the season and the register give, in order.
  private var namesGiven: [String] {
    let facts = [season[terms.name], season.facts]
    let measures = facts.flatMap(\.measures.keys) + (isPast ? [] : register.measures)
    let names = facts.flatMap { $0.money.keys.map(\.name) + $0.rates.keys.map(\.name) }
    return (names + measures.map(\.name)).sorted()
  }

  private var notStatedThere: Phrase {
    Phrase(
      en: "season \(season.name) does not state it there.",
      zh: "期间「\(season.name)」未填报该处的数据。"
    )
  }

  /// The values in the order of the register's gaqas; every gaqa with members has one.
  private func inOrder<Value>(
    gaqas column: NamedColumn<Value>,
    _ name: String,
    zero: Value
  ) throws(BenefitError) -> [Value] {
    // What is stated where nobody lives is in a notice.
    try column.values(of: register.gaqas, else: zero) { (_) throws(BenefitError) in
    } gap: { (gaqa) throws(BenefitError) in
      // A gaqa without members pays nobody.
      guard takesPart(gaqa) else { return }
      throw failure(
        .missing,
        .fact(name),
        .gaqa(register.gaqas[gaqa]),
        found: notStatedThere,
        advice: Phrase(en: "Give it for every gaqa with members.", zh: "请为每个有参加户的嘎查填报。")
      )
    }
  }

  /// The values in the order of the register's rows; every member has one.
  ///
  /// Households that have left may stand in a season before the one that is settled.
  private func inOrder<Value>(
    households column: NamedColumn<Value>,
    _ name: String,
    zero: Value
  ) throws(BenefitError) -> [Value] {
    try column.rows(of: register, else: zero) { (id) throws(BenefitError) in
      if isPast { return }
      throw failure(
        .unknownHousehold,
        .fact(name),
        .household(id),
        found: Phrase(
          en: "season \(season.name) states it there, but the register does not hold that "
            + "household.",
          zh: "期间「\(season.name)」为该户填报了数据，但名册中没有该户。"
        ),
        advice: Phrase(
          en: "Check its id, or take it out of the season.",
          zh: "请核对户编号，或从期间数据中删去。"
        )
      )
    } gap: { (row) throws(BenefitError) in
      // A household that is no member is paid nothing.
      guard isIn(members, row) else { return }
      throw failure(
        .missing,
        .fact(name),
        .household(register.ids[row]),
        found: notStatedThere,
        advice: Phrase(
          en: "Give it for every household that is a member, zero where there is nothing.",
          zh: "请为每个参加户填报，没有的填零。"
        )
      )
    }
  }

  /// 1 for each household of a list, and 0 for the others.
  func rows(of ids: [Household.ID]) throws(BenefitError) -> [Int32] {
    var column = [Int32](repeating: 0, count: register.count)
    for id in ids {
      guard let row = register.row(of: id) else {
        throw failure(
          .unknownHousehold,
          place(of: .id(ids)),
          .household(id),
          found: Phrase(en: "the register does not hold it.", zh: "名册中没有该户。"),
          advice: Phrase(en: "Check its id, or take it out of the terms.", zh: "请核对户编号，或从条款中删去。")
        )
      }
      column[row] = 1
    }
    return column
  }
}

extension Phrase {
  /// The advice to give a fact, or to name the one that is given.
  fileprivate static func giveFact(or name: String?) -> Self {
    let advice = Self(
      en: "Give it for the season, for each gaqa or for each household.",
      zh: "请按期、按嘎查或按户填报。"
    )
    guard let name else { return advice }
    return Self(
      en: "\(advice) If \"\(name)\" is meant, which is given, write that name in the formula.",
      zh: "\(advice.chinese)如指已填报的「\(name)」，请在计算式中改用该名称。"
    )
  }
}

/// Several schemes for one register: a household's gains add up, and it is counted once.
///
/// ```swift
/// let programme = Programme("Ejin Horo") {
///   cooperative
///   tourism
/// }
/// let settlement = try programme.settle(season, for: register)
/// ```
public struct Programme: Hashable, Codable, Sendable {
  /// The name of the programme.
  public let name: String

  /// The terms of its schemes in the order in which they are settled.
  public let schemes: [Terms]

  /// Creates a programme from the schemes listed.
  public init(_ name: String, @ListBuilder<Terms> schemes: () -> [Terms]) {
    self.name = name
    self.schemes = schemes()
  }

  /// Works out what every household is owed.
  ///
  /// - Parameters:
  ///   - season: What happened.
  ///   - register: Who there is.
  ///   - books: What earlier seasons carried forward.
  /// - Returns: What every household is owed from every scheme.
  /// - Throws: ``BenefitError`` where the terms, the facts and the register do not go together,
  ///   with the scheme, clause and fact at fault.
  /// - Complexity: O(n · c) for n households and c clauses, on average.
  public func settle(
    _ season: Season,
    for register: Register,
    books: Books = Books()
  ) throws(BenefitError) -> Settlement {
    if let problem = OneLine.problem(with: name, of: Self.title) {
      throw BenefitError(
        .invalidName,
        at: schemes.first.map { .scheme($0.name) },
        .init("programme", name),
        found: problem
      )
    }
    return try Settlement(settling: schemes, season, for: register, books: books)
  }
}

extension Programme {
  private enum CodingKeys: CodingKey { case name, schemes }

  private static let title = Phrase(en: "A programme", zh: "项目")

  /// Decodes the name, which must be one line, and the schemes, which must be of one currency.
  public init(from decoder: any Decoder) throws {
    (name, schemes) = try decoder.checked(CodingKeys.self) {
      let schemes = (try $0[.schemes] as [StoredScheme]).map(\.terms)
      try schemes.requireOneCurrency()
      return (try $0.name(Self.title, .name), schemes)
    }
  }
}

extension Settlement {
  /// Settles schemes one after the other and adds up what each household gains.
  init(
    settling schemes: [Terms],
    _ season: Season,
    for register: Register,
    books: Books
  ) throws(BenefitError) {
    if let problem = season.nameProblem(besides: register.gaqas) {
      throw BenefitError(
        .invalidName,
        at: schemes.first.map { .scheme($0.name) },
        .init("season", season.name),
        found: problem
      )
    }
    try schemes.requireOneCurrency()
    if let currency = schemes.first?.currency {
      try books.requireCurrency(currency, of: .schemes(schemes.map(\.name)))
    }
    var settlement = Settlement(register, season, schemes, books)
    var ledger = Books.Ledger(books)
    var names: Set<String> = []
    for terms in schemes {
      guard names.insert(terms.name).inserted else {
        throw BenefitError(
          .duplicate,
          at: .scheme(terms.name),
          .part(Phrase(en: "name", zh: "名称")),
          found: Phrase(en: "two schemes of the programme have it.", zh: "项目中有两个方案同名。"),
          advice: .giveOwnNames
        )
      }
      try terms.requireSettleable()
      var settler = try SchemeSettler(
        terms: terms,
        of: schemes,
        season: season,
        register: register,
        ledger: ledger
      )
      try settler.settle()
      settlement.add(settler)
      ledger = settler.ledger
    }
    settlement.add(
      schemes.flatMap { $0.namesOfNobody(in: register) }
        + season.unusedFacts(in: schemes, for: register)
    )
    try settlement.close(ledger.books(in: settlement.currency))
    self = settlement
  }
}

extension [Terms] {
  /// The currency that the schemes have in common, the yuan where there are none.
  package var currency: Currency { first?.currency ?? .yuan }

  /// Refuses schemes in two currencies, as nothing here converts one into the other.
  fileprivate func requireOneCurrency() throws(BenefitError) {
    guard let first, let other = self.first(where: { $0.currency != first.currency }) else {
      return
    }
    try first.currency.requireSame(
      as: other.currency,
      at: [.schemes([first.name, other.name])].compactMap(\.self),
      advice: Phrase(
        en: "Settle them in programmes of their own.",
        zh: "请分作不同的项目结算。"
      )
    )
  }
}

extension Books {
  /// Refuses books that carry money in another currency than the schemes that are settled.
  fileprivate func requireCurrency(
    _ currency: Currency,
    of schemes: BenefitError.Place?
  ) throws(BenefitError) {
    if isEmpty { return }
    let places = [schemes, .part(Phrase(en: "books", zh: "结转账"))].compactMap(\.self)
    // A loss is not paid, and may be as fine as the profit that it is made good from.
    let paid = balances.filter { $0.item != .loss }.map(\.amount.fen) + holdings.flatMap(\.fen)
    if let fen = paid.first(where: { !currency.keeps(Figure(Money(fen: $0))) }) {
      throw currency.notWhole(Figure(Money(fen: fen))).within(places)
    }
    try self.currency.requireSame(
      as: currency,
      of: Phrase(en: "they are", zh: "账"),
      and: Phrase(en: "the terms", zh: "方案"),
      at: places,
      advice: Phrase(
        en: "Enter the balances in books of the terms' currency.",
        zh: "请按方案的货币另立结转账。"
      )
    )
  }
}

extension Scheme {
  /// Works out what the scheme owes every household, as a programme of one.
  ///
  /// - Parameters:
  ///   - season: What happened.
  ///   - register: Who there is.
  ///   - books: What earlier seasons carried forward.
  /// - Returns: What every household is owed.
  /// - Throws: ``BenefitError`` where the terms, the facts and the register do not go together,
  ///   with the clause and fact at fault.
  /// - Complexity: O(n · c) for n households and c clauses, on average.
  public func settle(
    _ season: Season,
    for register: Register,
    books: Books = Books()
  ) throws(BenefitError) -> Settlement {
    try Programme(name) { self }.settle(season, for: register, books: books)
  }
}

extension ListBuilder where Element == Terms {
  /// One scheme of any kind.
  public static func buildExpression(_ scheme: some Scheme) -> [Terms] { [scheme.terms] }
  /// Several schemes at once.
  public static func buildExpression(_ schemes: [any Scheme]) -> [Terms] { schemes.map(\.terms) }
}

extension Programme {
  /// Notices of what books carry that no scheme of the programme takes up: balances and holdings of schemes that it
  /// does not have, accounts that no clause names, and accounts of gaqas that the register does not list.
  ///
  /// Settling carries them on as they are, since the books may serve several programmes; a name that was changed or
  /// is misspelt shows here. What a scheme carried for a line that it has no more is among the notices of settling.
  ///
  /// ```swift
  /// let programme = Programme("Ejin Horo") { cooperative }
  /// var books = Books()
  /// try books.enter(.yuan(2_000), as: .account(.reserve), of: "Breding cooperative")
  /// for notice in programme.unusedBalances(of: books, for: register) { print(notice) }
  /// // Breding cooperative, reserve: 2,000.00 that is stated is not used, for the programme has no scheme ...
  /// ```
  ///
  /// - Parameters:
  ///   - books: What earlier seasons carried forward.
  ///   - register: Who there is.
  /// - Returns: A notice of each balance in the order of the books, and of each line that is held.
  /// - Complexity: O(b · (c + log g)) for b balances, c clauses and g gaqas.
  public func unusedBalances(of books: Books, for register: Register) -> [Notice] {
    let names = Dictionary(
      schemes.map { ($0.name, CarriedNames(of: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
    let shared = names.values.flatMap(\.accounts)
    let balances = books.balances.filter { $0.amount != .zero }.compactMap { balance -> Notice? in
      guard let code = balance.problem(names, shared, register) else { return nil }
      return Notice(
        code,
        in: books.currency,
        scheme: balance.scheme,
        line: balance.item.name,
        gaqa: balance.gaqa,
        amount: balance.amount
      )
    }
    let holdings = books.holdings.filter { names[$0.scheme] == nil }.map { holding in
      Notice(
        .unknownScheme,
        in: books.currency,
        scheme: holding.scheme,
        line: holding.line,
        amount: Int64(exactly: holding.sum).map(Money.init(fen:))
      )
    }
    return balances + holdings
  }
}

extension Books.Balance {
  /// The reason why no scheme takes the balance up, or `nil` where one may.
  fileprivate func problem(
    _ names: [String: CarriedNames],
    _ shared: [Account],
    _ register: Register
  ) -> Notice.Code? {
    if let scheme, names[scheme] == nil { return .unknownScheme }
    guard case .account(let account) = item else { return nil }
    let known = scheme.flatMap { names[$0]?.accounts } ?? shared
    if !known.contains(account) { return .notTakenUp }
    guard let gaqa, register.index(ofGaqa: gaqa) == nil else { return nil }
    return .unknownGaqa
  }
}

extension Books.Item {
  /// The name of the account or the line, or of the fact that a loss is of.
  fileprivate var name: String {
    switch self {
    case .account(let account): account.name
    case .residue(let line): line
    case .loss: MoneyFact.profit.name
    }
  }
}

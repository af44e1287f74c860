// What accounts received. An account is a scheme's own or the programme's, so that two schemes with a
// reserve are asked about one by one.
extension Settlement {
  /// Returns the amount an account received in this season in all gaqas, less amounts drawn from it
  /// or charged.
  ///
  /// ```swift
  /// print(try settlement.received(by: .reserve, of: "Breeding cooperative"))
  /// ```
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - scheme: The scheme whose account it is; to be left out for one of the programme, and where only
  ///     one scheme has an account of the name.
  /// - Returns: The amount, below zero where more was drawn.
  /// - Throws: ``BenefitError`` where the account is not there, listing those that are, or where
  ///   several schemes have it and none is named.
  /// - Complexity: O(b + c) for b balances in the books and c clauses.
  public func received(
    by account: Account,
    of scheme: String? = nil
  ) throws(BenefitError) -> Money {
    let owner = try owner(of: account, scheme)
    let received =
      closingBooks.sum(in: account, of: owner) - openingBooks.sum(in: account, of: owner)
    return try .carried(received, .account(account), owner)
  }

  /// The scheme that is meant, or `nil` where the account is the programme's.
  private func owner(
    of account: Account,
    _ scheme: String?
  ) throws(BenefitError) -> String? {
    let sought = Sought(place: .account(account), scheme: scheme)
    if account.owner == .programme && scheme != nil {
      throw BenefitError(
        .unknownName,
        at: scheme.map { .scheme($0) },
        .account(account),
        found: Phrase(en: "it belongs to all schemes together.", zh: "该账户由各方案共用。"),
        advice: Phrase(en: "Ask for it without a scheme.", zh: "请不指定方案查询。")
      )
    }
    let asked = schemes.filter { scheme == nil || $0.name == scheme }
    let owners = asked.filter { has(account, $0) }
    if account.owner == .programme && !owners.isEmpty { return nil }
    if owners.count == 1 { return owners[0].name }
    let names = asked.flatMap { terms in
      (owners.isEmpty ? terms.accounts : has(account, terms) ? [account] : []).map {
        Phrase(
          quoting: "\($0)",
          of: asked.count > 1 && $0.owner == .scheme ? terms.name : nil
        )
      }
    }
    throw lookupError(sought, owners.isEmpty ? .unknownName : .ambiguousName, names)
  }

  /// Returns true if a scheme's terms name an account, or its books hold anything in it.
  private func has(_ account: Account, _ terms: Terms) -> Bool {
    if terms.accounts.contains(account) { return true }
    let owner = account.scheme(terms.name)
    return (openingBooks.balances + closingBooks.balances).contains {
      $0.item == .account(account) && $0.scheme == owner
    }
  }
}

extension Terms {
  /// The accounts that the terms name or that distributions leave money in, each once.
  var accounts: [Account] {
    var accounts: [Account] = []
    let all = members.expression.accounts + clauses.flatMap { $0.accounts + $0.postedAccounts }
    for account in all where !accounts.contains(account) { accounts.append(account) }
    return accounts
  }
}

extension Clause {
  /// The accounts that may be given or charged a part of a pot.
  fileprivate var postedAccounts: [Account] {
    if case .distribution(let distribution) = self {
      distribution.posted.map(\.account)
    } else {
      []
    }
  }
}

// The balances of accounts that a clause reads or draws from.

extension SchemeSettler {
  /// Reads an account where its money stands: for all members or gaqa by gaqa.
  ///
  /// - Complexity: O(b + g + c) for b balances in the books, g gaqas and c clauses.
  func balance(of account: Account, for clause: Int?) throws(BenefitError) -> Bound {
    let owner = account.scheme(terms.name)
    let held = ledger.balances.filter {
      $0.scheme == owner && $0.item == .account(account) && $0.amount != .zero
    }
    let domain = try domain(of: account) ?? place(of: held, for: clause)
    guard held.allSatisfy({ ($0.gaqa == nil) == (domain == .season) }) else {
      throw mixed(account, Phrase(en: "holds", zh: "存有"))
    }
    var byGaqa: [String: Int64] = [:]
    for balance in held { if let gaqa = balance.gaqa { byGaqa[gaqa] = balance.amount.fen } }
    let fen =
      domain == .season ? [held.first?.amount.fen ?? 0] : register.gaqas.map { byGaqa[$0] ?? 0 }
    return Bound(Column(fen), domain, .money)
  }

  /// Returns the domain for which the terms put money into an account, all members or each gaqa,
  /// whether or not there is any; `nil` if they put none in.
  private func domain(of account: Account) throws(BenefitError) -> Domain? {
    let owners = account.owner == .programme ? programme : [terms]
    let scopes = owners.flatMap(\.clauses).flatMap { $0.scopes(posting: account) }
    guard let scope = scopes.first else { return nil }
    guard scopes.allSatisfy({ $0 == scope }) else {
      throw mixed(account, Phrase(en: "takes", zh: "收取"))
    }
    return scope.domain
  }

  /// Returns the domain in which the books hold the money of an account that no clause pays into;
  /// if they hold none, the domain of the pots of the clause that asks.
  private func place(of held: [Books.Balance], for clause: Int?) -> Domain {
    if let first = held.first { return first.gaqa == nil ? .season : .gaqa }
    guard let clause, case .distribution(let distribution) = terms.clauses[clause] else {
      return .season
    }
    return distribution.scope.domain
  }

  private func mixed(_ account: Account, _ verb: Phrase) -> BenefitError {
    let chinese = verb.chinese
    return binder.failure(
      .mixedPlaces,
      .balance(of: account),
      found: Phrase(
        en: "it \(verb) money for all members and money of single gaqas.",
        zh: "账户既\(chinese)全体参加户的资金，又\(chinese)单个嘎查的资金。"
      ),
      advice: Phrase(en: "Use an account for each.", zh: "请分设账户。")
    )
  }
}

extension Clause {
  /// The places for which a distribution may put money into an account or charge it.
  fileprivate func scopes(posting account: Account) -> [Distribution.Scope] {
    guard case .distribution(let distribution) = self else { return [] }
    return distribution.posted.filter { $0.account == account }.map(\.scope)
  }
}

extension Expression {
  /// The accounts whose balances the formula reads, in its order.
  var accounts: [Account] {
    if case .balance(let account) = self { return [account] }
    return parts.flatMap(\.accounts)
  }
}

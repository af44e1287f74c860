/// What an account held when a clause of its scheme was settled.
struct AccountReading: Hashable, Sendable {
  let scheme: String

  /// The position of the clause, or `nil` where the members' condition reads the account.
  let clause: Int?

  let account: Account

  /// What it held for all members, or for each gaqa; of an account without money a constant zero.
  let domain: Domain
  let fen: [Int64]

  /// The balance as a formula reads it.
  var bound: Bound {
    domain == .constant ? Bound(Figure(Money.zero)) : Bound(Column(fen), domain, .money)
  }
}

extension SchemeSettler {
  /// Reads an account of the scheme where its money stands: for all members or gaqa by gaqa.
  ///
  /// - Complexity: O(b + g) for b balances in the books and g gaqas.
  func reading(of account: Account, for clause: Int?) throws(SettlementError) -> AccountReading {
    let held = ledger.balances.filter {
      $0.scheme == terms.name && $0.item == .account(account) && $0.amount != .zero
    }
    guard let first = held.first else {
      return AccountReading(
        scheme: terms.name,
        clause: clause,
        account: account,
        domain: .constant,
        fen: []
      )
    }
    guard held.allSatisfy({ ($0.gaqa == nil) == (first.gaqa == nil) }) else {
      throw binder.failure(
        .mixedPlaces,
        "balance of account \"\(account)\"",
        "it holds money for all members and money of single gaqas. Use an account for each."
      )
    }
    guard first.gaqa != nil else {
      return AccountReading(
        scheme: terms.name,
        clause: clause,
        account: account,
        domain: .season,
        fen: [first.amount.fen]
      )
    }
    var byGaqa: [String: Int64] = [:]
    for balance in held { if let gaqa = balance.gaqa { byGaqa[gaqa] = balance.amount.fen } }
    return AccountReading(
      scheme: terms.name,
      clause: clause,
      account: account,
      domain: .gaqa,
      fen: register.gaqas.map { byGaqa[$0] ?? 0 }
    )
  }
}

extension Expression {
  /// The accounts whose balances the formula reads, in its order.
  var accounts: [Account] {
    if case .balance(let account) = self { return [account] }
    return parts.flatMap(\.accounts)
  }
}

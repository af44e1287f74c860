import BenefitBinding

// Whether terms are refused may not depend on what an account holds.

extension Laws {
  /// Refusals that any amount may bring about: one is that there is something now for a number of none.
  private static let ofAmounts: Set<String> = ["overflow", "tooFine", "negative", "notPositive"]

  /// The same terms are accepted with nothing in any account, and with something else in each.
  static func balances(_ settlement: Settlement, _ part: Case.Part) throws -> String? {
    let stored = try TreeEncoder.encode(settlement.openingBooks)
    let held = stored["balances"]?.list ?? []
    let accounts = held.filter { $0["item"]?["account"] != nil && $0["amount"]?.text != "0.00" }
    if !accounts.isEmpty {
      let others = held.filter { $0["item"]?["account"] == nil }
      if let problem = try refusal(part, stored, others) { return "emptied: \(problem)" }
      if let problem = try refusal(part, stored, others + accounts.map(oneFen)) {
        return "one fen each: \(problem)"
      }
    }
    // Where every pot is for all members, an account may hold money for all members.
    guard settlement.waterfalls.allSatisfy({ $0.gaqas == nil }) else { return nil }
    guard accounts.allSatisfy({ $0["gaqa"] == nil }) else { return nil }
    let filled = held + newAccounts(settlement, besides: accounts)
    return try refusal(part, stored, filled).map { "with one fen: \($0)" }
  }

  /// A fen in each account that the books do not name.
  private static func newAccounts(_ settlement: Settlement, besides held: [Tree]) -> [Tree] {
    var balances: [Tree] = []
    for scheme in settlement.schemes {
      for account in Set(Words.accounts.filter { $0.owner == .scheme }.map(\.name)).sorted() {
        let isHeld = held.contains {
          $0["scheme"]?.text == scheme.name && $0["item"]?["account"]?["_0"]?.text == account
        }
        if isHeld { continue }
        let item = Tree.object([
          .init(key: "account", value: .object([.init(key: "_0", value: .text(account))]))
        ])
        balances.append(
          .object([
            .init(key: "scheme", value: .text(scheme.name)), .init(key: "item", value: item),
            .init(key: "amount", value: .text("0.01")),
          ])
        )
      }
    }
    return balances
  }

  private static func oneFen(_ balance: Tree) -> Tree {
    .object(
      balance.fields.map { $0.key == "amount" ? .init(key: "amount", value: .text("0.01")) : $0 }
    )
  }

  /// Why the part is refused with other balances, or `nil`.
  private static func refusal(_ part: Case.Part, _ stored: Tree, _ balances: [Tree]) throws
    -> String?
  {
    let fields = stored.fields.map {
      $0.key == "balances" ? Tree.Field(key: "balances", value: .list(balances)) : $0
    }
    guard let books = try? TreeDecoder.decode(Books.self, from: .object(fields)) else { return nil }
    do {
      _ = try part.programme.settle(part.season, for: part.register, books: books)
      return nil
    } catch {
      return ofAmounts.contains(Library.code(of: error)) ? nil : error.description
    }
  }
}

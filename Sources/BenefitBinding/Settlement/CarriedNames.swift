/// The names under which a scheme may carry money from season to season.
package struct CarriedNames: Sendable {
  /// The accounts that clauses read, draw on or give to, each once.
  package private(set) var accounts: [Account] = []
  /// The lines whose pot may leave odd fen.
  package let residues: [String]
  /// The lines whose holdings the formulas read, each once.
  package private(set) var holdings: [String] = []
  /// True if a formula makes losses good.
  package let losses: Bool

  /// Lists the names of a scheme.
  package init(of terms: Terms) {
    let formulas = [terms.members.expression] + terms.clauses.flatMap(\.allFormulas)
    let distributions = terms.clauses.compactMap(\.distribution)
    residues = terms.clauses.filter { $0.distribution != nil }.flatMap(\.lines).map(\.name)
    losses = formulas.contains { $0.contains { $0 == .carriedLoss } }
    let named =
      terms.clauses.flatMap(\.accounts) + distributions.flatMap(\.posted).map(\.account)
    for account in named where !accounts.contains(account) { accounts.append(account) }
    for line in formulas.flatMap(\.heldLines) where !holdings.contains(line) {
      holdings.append(line)
    }
  }
}

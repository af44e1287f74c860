import BenefitBinding

/// The balances that were there before the season, as a document states them: those of schemes under the scheme's name,
/// accounts that all schemes share beside them.
struct StatedBooks: JSONDecodable {
  let books: Books

  private enum CodingKeys: CodingKey { case accounts, schemes }

  init(from decoder: any Decoder) throws { try self.init(of: decoder.node) }

  init(of node: JSONNode) throws {
    let parts = try node.container(keyedBy: CodingKeys.self)
    let accounts = try parts.decodeIfPresent([String: StatedBalance].self, forKey: .accounts)
    let schemes = try parts.decodeIfPresent([String: OfScheme].self, forKey: .schemes)
    guard let asked = node.userInfo[.askedBalances] as? AskedBalances else {
      stop("Balances are read after the schemes that carry them.")
    }
    var entry = BookEntry(node: node, books: Books(in: asked.currency))
    let shared = asked.schemes.flatMap(\.names.accounts).filter { $0.owner == .programme }
    entry.enter(accounts, of: nil, at: [CodingKeys.accounts], among: shared.map(\.name)) {
      .account(Account($0, of: .programme))
    }
    for (name, scheme) in schemes?.sorted(by: { $0.key < $1.key }) ?? [] {
      let path: [any CodingKey] = [CodingKeys.schemes, AnyKey(name)]
      guard let names = asked.schemes.first(where: { $0.name == name })?.names else {
        node.refuse(.unknownScheme(name, among: asked.schemes.map(\.name)), at: path)
        continue
      }
      scheme.enter(name, names, at: path, into: &entry)
    }
    books = entry.books
  }

  /// The balances that a scheme brings along.
  private struct OfScheme: Decodable {
    let losses: StatedBalance?
    let residues: [String: StatedBalance]?
    let accounts: [String: StatedBalance]?
    let holdings: [String: [String: Money]]?

    func enter(
      _ scheme: String,
      _ names: CarriedNames,
      at path: [any CodingKey],
      into entry: inout BookEntry
    ) {
      entry.enter(
        losses.map { ["losses": $0] },
        of: scheme,
        at: path,
        among: names.losses ? ["losses"] : []
      ) { _ in .loss }
      entry.enter(
        residues,
        of: scheme,
        at: path + [CodingKeys.residues],
        among: names.residues
      ) { .residue(line: $0) }
      entry.enter(
        accounts,
        of: scheme,
        at: path + [CodingKeys.accounts],
        among: names.accounts.filter { $0.owner == .scheme }.map(\.name)
      ) { .account(Account($0)) }
      entry.enter(
        holdings,
        of: scheme,
        at: path + [CodingKeys.holdings],
        among: names.holdings
      )
    }
  }
}

/// The names that schemes carry money under, and their currency.
struct AskedBalances: Sendable {
  let currency: Currency
  let schemes: [(name: String, names: CarriedNames)]

  init(of programme: Programme) {
    currency = programme.schemes.currency
    schemes = programme.schemes.map { ($0.name, CarriedNames(of: $0)) }
  }
}

/// A balance as a document states it: one amount, or one for each gaqa.
private struct StatedBalance: Decodable {
  let amounts: [(gaqa: String?, amount: Money)]

  private enum Places: CodingKey { case gaqas }

  init(from decoder: any Decoder) throws {
    if let places = try? decoder.container(keyedBy: Places.self) {
      let amounts = try places.decode([String: Money].self, forKey: .gaqas)
      self.amounts = amounts.sorted { $0.key < $1.key }.map { ($0, $1) }
    } else {
      amounts = [(nil, try decoder.singleValueContainer().decode(Money.self))]
    }
  }
}

/// Enters balances, and notes those that cannot be entered.
private struct BookEntry {
  let node: JSONNode
  var books: Books

  /// Enters balances in order of their names, which schemes have to know.
  mutating func enter(
    _ balances: [String: StatedBalance]?,
    of scheme: String?,
    at path: [any CodingKey],
    among known: [String],
    as item: (String) -> Books.Item
  ) {
    each(balances, at: path, among: known) { (books, name, balance) throws(BenefitError) in
      try books.enter(balance.amounts, as: item(name), of: scheme)
    }
  }

  /// Enters holdings of households in order of their lines, which the scheme has to know.
  mutating func enter(
    _ holdings: [String: [String: Money]]?,
    of scheme: String,
    at path: [any CodingKey],
    among known: [String]
  ) {
    each(holdings, at: path, among: known) { (books, line, amounts) throws(BenefitError) in
      try books.enter(amounts, heldIn: line, of: scheme)
    }
  }

  private mutating func each<Stated>(
    _ stated: [String: Stated]?,
    at path: [any CodingKey],
    among known: [String],
    _ enter: (inout Books, String, Stated) throws(BenefitError) -> Void
  ) {
    for (name, value) in stated?.sorted(by: { $0.key < $1.key }) ?? [] {
      do throws(BenefitError) {
        guard known.contains(name) else { throw .nothingCarried(name, among: known) }
        try enter(&books, name, value)
      } catch {
        node.refuse(error, at: path + [AnyKey(name)])
      }
    }
  }
}

extension BenefitError {
  /// The error of a balance under a name that the terms carry nothing under.
  fileprivate static func nothingCarried(_ name: String, among names: [String]) -> Self {
    Self(
      .unknownName,
      found: Phrase(
        en: "The terms carry nothing from season to season under this name.",
        zh: "条款中没有以此名称结转的项目。"
      ),
      advice: .name(nearestTo: name, among: names)
    )
  }
}

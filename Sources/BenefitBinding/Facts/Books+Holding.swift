extension Books {
  /// The holding of every household in one line of a scheme, as a column beside the households'
  /// ids.
  ///
  /// A household that leaves the register keeps what it holds here, and has it again when it comes
  /// back.
  struct Holding: Hashable, Sendable {
    /// The scheme it belongs to.
    let scheme: String
    /// The line that adds to it.
    let line: String
    /// The households with a holding other than zero, in ascending order of their ids.
    let ids: [Household.ID]
    /// The amount that each of them holds, in fen.
    let fen: [Int64]

    /// The amount that all households hold together, in fen.
    var sum: Int128 { fen.reduce(0) { $0 + Int128($1) } }
  }

  /// Returns what households hold in a line that terms refer to by ``Formula/held(_:)``; one that is not
  /// there holds nothing.
  ///
  /// ```swift
  /// let held = settlement.closingBooks.held(in: "dividend: retained", of: "Breeding cooperative")
  /// print(held["NLX-07"] ?? .zero, held.values.reduce(.zero, +))
  /// ```
  ///
  /// - Complexity: O(n) for n households with a holding.
  public func held(in line: String, of scheme: String) -> [Household.ID: Money] {
    guard let holding = holdings.first(where: { $0.scheme == scheme && $0.line == line }) else {
      return [:]
    }
    return Dictionary(
      uniqueKeysWithValues: zip(holding.ids, holding.fen.map(Money.init(fen:)))
    )
  }
}

extension Books.Holding {
  /// Returns the holdings of the households of a register, row by row; zero for one without a
  /// holding.
  ///
  /// - Complexity: O(n + m) for n rows and m households with a holding.
  func column(for register: Register) -> [Int64] {
    HouseholdColumn(ascending: ids, fen).rows(
      of: register,
      else: 0,
      stranger: { _ in },
      gap: { _ in }
    )
  }

  /// The holding with new amounts for the households of a register; the others keep what they have.
  ///
  /// - Complexity: O(n + m) for n rows and m households with a holding.
  func replaced(_ column: [Int64], for register: Register) -> Self {
    var (ids, fen): ([Household.ID], [Int64]) = ([], [])
    func append(_ id: Household.ID, _ amount: Int64) {
      if amount == 0 { return }
      ids.append(id)
      fen.append(amount)
    }
    var next = 0
    for position in column.indices {
      let row = register.row(inOrderOfID: position)
      let id = register.ids[row]
      while next < self.ids.count, self.ids[next] < id {
        append(self.ids[next], self.fen[next])
        next += 1
      }
      if next < self.ids.count, self.ids[next] == id { next += 1 }
      append(id, column[row])
    }
    while next < self.ids.count {
      append(self.ids[next], self.fen[next])
      next += 1
    }
    return Self(scheme: scheme, line: line, ids: ids, fen: fen)
  }
}

extension Register {
  /// The row of the household that is in some position by ascending id.
  func row(inOrderOfID position: Int) -> Int {
    rowsByID.isEmpty ? position : rowsByID[position]
  }
}

extension Books.Holding: Codable {
  private enum CodingKeys: CodingKey { case scheme, line, ids, fen }

  /// Decodes a holding; its ids must ascend, each with an amount other than zero.
  init(from decoder: any Decoder) throws {
    self = try decoder.checked(CodingKeys.self) {
      try Self(scheme: $0[.scheme], line: $0[.line], ids: $0[.ids], fen: $0[.fen])
    }
    func refuse(_ problem: String) throws {
      throw decoder.refusal("The holding \"\(line)\" of scheme \"\(scheme)\" \(problem)")
    }
    for name in [scheme, line] + ids {
      if let problem = OneLine.problem(with: name, of: "A scheme, line or household") {
        try refuse("has a name that cannot be. \(problem)")
      }
    }
    guard Int64(exactly: fen.reduce(0 as Int128) { $0 + Int128($1) }) != nil else {
      try refuse("adds up to more money than 64 bits of fen can hold.")
      return
    }
    if ids.count != fen.count {
      try refuse("has \(ids.count) ids and \(fen.count) amounts. Give one for each.")
    }
    for (id, next) in zip(ids, ids.dropFirst()) where id >= next {
      try refuse("has \"\(next)\" after \"\(id)\". Give each id once, in ascending order.")
    }
    for (id, amount) in zip(ids, fen) where amount == 0 {
      try refuse("has nothing for \"\(id)\". Leave out who holds nothing.")
    }
  }
}

extension Books.Balance: CustomStringConvertible {
  /// The balance with its place, on one line.
  public var description: String {
    let place = [scheme ?? "the programme", gaqa.map { "gaqa \($0)" }].compactMap(\.self)
    return "\(place.joined(separator: ", ")): \(item.words) of \(amount)".escaped
  }

  /// The reason why no settlement would have left the balance, or `nil` if there is none.
  fileprivate var problem: String? {
    let isOfProgramme =
      if case .account(let account) = item { account.owner == .programme } else { false }
    if isOfProgramme != (scheme == nil) {
      return isOfProgramme
        ? "names a scheme. An account of the programme has none."
        : "names no scheme. Only an account of the programme has none."
    }
    if item == .loss && amount < .zero { return "is no loss. One is zero or more." }
    for name in [scheme, gaqa] {
      if let name, let problem = OneLine.problem(with: name, of: "A scheme or gaqa") {
        return "has a name that cannot be. \(problem)"
      }
    }
    return nil
  }
}

extension Books.Item {
  /// The item in words.
  fileprivate var words: String {
    switch self {
    case .loss: "a loss"
    case .residue(let line): "a balance carried for \"\(line)\""
    case .account(let account): "a balance of account \"\(account)\""
    }
  }
}

extension Books: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case balances, holdings }

  /// Decodes books, in which each balance and each holding stands once; those without holdings need not
  /// say so.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(balances: parts[.balances], holdings: parts[ifPresent: .holdings] ?? [])
    var places: Set<Place> = []
    for balance in balances {
      let problem =
        balance.problem
        ?? (places.insert(balance.place).inserted
          ? nil : "stands in the books before. Give each balance once.")
      if let problem {
        throw BenefitError(.malformed, found: "\(balance) \(problem)")
      }
    }
    var lines: Set<[String]> = []
    for holding in holdings where !lines.insert([holding.scheme, holding.line]).inserted {
      throw BenefitError(
        .duplicate,
        found: "The holding \"\(holding.line)\" of scheme \"\(holding.scheme)\" stands in "
          + "the books twice. Give it once."
      )
    }
  }

  /// Encodes the balances, and the holdings where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(balances, forKey: .balances)
    if !holdings.isEmpty { try container.encode(holdings, forKey: .holdings) }
  }
}

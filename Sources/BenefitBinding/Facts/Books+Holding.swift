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
    var sum: Int128 { fen.exactSum }
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
    NamedColumn(ascending: ids, fen).rows(
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

extension Books.Holding: Encodable, StoredInParts {
  package enum CodingKeys: CodingKey { case scheme, line, ids, fen }

  /// The holding with its scheme, at the beginning of a sentence.
  var words: Phrase {
    Phrase(
      en: "The holding \"\(line)\" of scheme \"\(scheme)\"",
      zh: "方案「\(scheme)」的持有份额「\(StandardLine.words(line, in: .simplifiedChinese))」"
    )
  }

  /// Decodes a holding.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(scheme: parts[.scheme], line: parts[.line], ids: parts[.ids], fen: parts[.fen])
    try check()
  }

  /// Refuses a holding that no settlement would have left: its ids ascend, each with an amount other than zero.
  func check() throws(BenefitError) {
    if let problem { throw .malformed(words, problem) }
  }

  private var problem: Phrase? {
    for name in [scheme, line] + ids {
      let owner = Phrase(en: "A scheme, line or household", zh: "方案、项目或户")
      if let problem = OneLine.problem(with: name, of: owner) { return .impossibleName(problem) }
    }
    if Int64(exactly: sum) == nil {
      return Phrase(
        en: "adds up to more money than 64 bits can hold.",
        zh: "合计过大，超出 64 位。"
      )
    }
    if ids.count != fen.count {
      return Phrase(
        en: "has \(ids.count) ids and \(fen.count) amounts. Give one for each.",
        zh: "有 \(ids.count) 个编号和 \(fen.count) 个金额。请一一对应填写。"
      )
    }
    for (id, next) in zip(ids, ids.dropFirst()) where id >= next {
      return Phrase(
        en: "has \"\(next)\" after \"\(id)\". Give each id once, in ascending order.",
        zh: "中「\(next)」排在「\(id)」之后。编号请按升序各填一次。"
      )
    }
    for (id, amount) in zip(ids, fen) where amount == 0 {
      return Phrase(
        en: "has nothing for \"\(id)\". Leave out who holds nothing.",
        zh: "中「\(id)」的金额为零。没有持有额的户请删去。"
      )
    }
    return nil
  }
}

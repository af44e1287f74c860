// What earlier seasons carried: taken over by renamed lines, and reported where no line takes it up.

extension SchemeSettler {
  /// Moves what the books carry for earlier lines to the tiers that take it over.
  mutating func takeOver() throws(BenefitError) {
    defer { binder.clause = nil }
    let lines = Set(terms.clauses.flatMap(\.lines).map(\.name))
    var formerLines: Set<String> = []
    for case .distribution(let distribution) in terms.clauses {
      binder.clause = distribution.name
      for (part, tier) in distribution.tiers.enumerated() {
        guard let former = tier.formerLine else { continue }
        let line = distribution.lineName(of: part)
        guard lines.contains(line) else {
          throw refusal(
            .unknownName,
            of: former,
            line,
            found: Phrase(en: "an account carries nothing odd.", zh: "账户不结转差额。"),
            advice: Phrase(en: "Leave it out.", zh: "请删去。")
          )
        }
        guard former == line || !lines.contains(former) else {
          throw refusal(
            .duplicate,
            of: former,
            line,
            found: Phrase(en: "that is a line of the scheme still.", zh: "该项目仍在方案中。"),
            advice: Phrase(en: "Leave one of them out.", zh: "请删去其中一个。")
          )
        }
        guard formerLines.insert(former).inserted else {
          throw refusal(
            .duplicate,
            of: former,
            line,
            found: Phrase(en: "another tier does so too.", zh: "另一分配项也承接了该项目。"),
            advice: Phrase(en: "Let one of them.", zh: "请只由其中一项承接。")
          )
        }
        try takeOver(former, line, distribution.scope)
      }
    }
  }

  private mutating func takeOver(
    _ former: String,
    _ line: String,
    _ scope: Distribution.Scope
  ) throws(BenefitError) {
    let residues = ledger.balances.filter {
      $0.scheme == terms.name && $0.item == .residue(line: former)
    }
    let holding = ledger.holding(of: former, scheme: terms.name)
    if former != line && residues.isEmpty && holding.ids.isEmpty { missedLines.append(former) }
    for balance in residues {
      let gaqa = scope == .gaqa ? balance.gaqa : nil
      if former == line && gaqa == balance.gaqa { continue }
      takenOver.insert(former)
      let own = ledger.amount(of: .residue(line: line), scheme: terms.name, gaqa: gaqa)
      ledger.set(
        try sum(own, balance.amount.fen, .tier(line)),
        for: .residue(line: line),
        scheme: terms.name,
        gaqa: gaqa
      )
      ledger.set(0, for: balance.item, scheme: terms.name, gaqa: balance.gaqa)
    }
    guard former != line, heldLines.contains(line) else { return }
    let own = ledger.holding(of: line, scheme: terms.name)
    ledger.set(
      try own.adding(holding) { (a, b, id) throws(BenefitError) in
        try sum(a, b, .holding(line), .household(id))
      }
    )
    ledger.set(Books.Holding(scheme: terms.name, line: former, ids: [], fen: []))
  }

  private func refusal(
    _ code: BenefitError.Code,
    of former: String,
    _ line: String,
    found: Phrase,
    advice: Phrase
  ) -> BenefitError {
    let names = [former, line].map { "「\(StandardLine.words($0, in: .simplifiedChinese))」" }
    let words = Phrase(
      en: "tier \"\(line)\" that takes over \"\(former)\"",
      zh: "承接\(names[0])的分配项\(names[1])"
    )
    return binder.failure(code, .init("tier", line, as: words), found: found, advice: advice)
  }

  // MARK: - What nobody takes up

  /// Reports the balances that no line of the scheme takes up, and what is held by those who get
  /// nothing for it.
  ///
  /// - Complexity: O(b + l + n) for b balances, l lines and n households.
  mutating func reportBalances() throws(BenefitError) {
    let scopes = carryingLines
    for balance in ledger.balances where balance.scheme == terms.name && balance.amount != .zero {
      let line: String
      let isTakenUp: Bool
      switch balance.item {
      case .account: continue
      case .loss:
        line = MoneyFact.profit.name
        isTakenUp = lossPlaces.contains(balance.gaqa)
      case .residue(let name):
        line = name
        isTakenUp =
          switch scopes[name] {
          case .members: balance.gaqa == nil
          case .gaqa: balance.gaqa.flatMap(register.index(ofGaqa:)) != nil
          case nil: false
          }
      }
      if !isTakenUp {
        let isOfLine = balance.item != .loss
        try find(
          .notTakenUp,
          in: line,
          gaqa: balance.gaqa,
          balance.amount.fen,
          counterpart: isOfLine ? missedLine(like: line) : nil
        )
      }
    }
    for holding in ledger.holdings where holding.scheme == terms.name {
      let isRead = heldLines.contains(holding.line)
      let held = isRead ? holding.fenOfOthers(than: members, in: register) : holding.sum
      let fen = try carried(held, [.holding(holding.line)])
      if fen != 0 && isRead { try find(.heldByOthers, in: holding.line, fen) }
      if fen != 0 && !isRead {
        let missed = missedLine(like: holding.line)
        try find(.notTakenUp, in: holding.line, fen, counterpart: missed)
      }
    }
  }

  /// The line that a tier takes over in vain and that most likely is meant to be one of the books.
  private func missedLine(like line: String) -> String? {
    nearest(to: line, among: missedLines) ?? missedLines.first
  }

  /// The lines that share out what the season before carried for them, and where.
  private var carryingLines: [String: Distribution.Scope] {
    var scopes: [String: Distribution.Scope] = [:]
    for case .distribution(let distribution) in terms.clauses {
      for (part, tier) in distribution.tiers.enumerated() {
        switch tier.recipient {
        case .account, .gaqas, .claims(_, nil): continue
        case .households, .claims: scopes[distribution.lineName(of: part)] = distribution.scope
        }
      }
    }
    return scopes
  }
}

extension Books.Holding {
  /// Returns the amount held by households that are not members in a register, in fen.
  ///
  /// - Complexity: O(n + m) for n rows and m households with a holding.
  fileprivate func fenOfOthers(than members: [Bool]?, in register: Register) -> Int128 {
    var others: Int128 = 0
    var next = 0
    for (id, fen) in zip(ids, fen) {
      while next < register.count, register.ids[register.row(inOrderOfID: next)] < id { next += 1 }
      let row = next < register.count ? register.row(inOrderOfID: next) : nil
      if let row, register.ids[row] == id, isIn(members, row) { continue }
      others += Int128(fen)
    }
    return others
  }

  /// The holding with that of another line added, household by household.
  ///
  /// - Complexity: O(n + m) for n and m households with a holding.
  fileprivate func adding(
    _ other: Self,
    _ sum: (Int64, Int64, Household.ID) throws(BenefitError) -> Int64
  ) throws(BenefitError) -> Self {
    var (ids, fen): ([Household.ID], [Int64]) = ([], [])
    var (a, b) = (0, 0)
    while a < self.ids.count || b < other.ids.count {
      let isOwn = b == other.ids.count || (a < self.ids.count && self.ids[a] <= other.ids[b])
      let isOther = a == self.ids.count || (b < other.ids.count && other.ids[b] <= self.ids[a])
      let id = isOwn ? self.ids[a] : other.ids[b]
      let amount = try sum(isOwn ? self.fen[a] : 0, isOther ? other.fen[b] : 0, id)
      if amount != 0 {
        ids.append(id)
        fen.append(amount)
      }
      if isOwn { a += 1 }
      if isOther { b += 1 }
    }
    return Self(scheme: scheme, line: line, ids: ids, fen: fen)
  }
}

extension Binder {
  /// The stake of the scheme's funding where amounts are stated: one, or one for each gaqa that contributions name.
  func bindStake() throws(BenefitError) -> Bound {
    let (stakes, _, domain) = try fundsByPlace()
    let values = try stakes.map { (stake) throws(BenefitError) in try fen(stake, .stake) }
    return Bound(Column(values), domain, .money)
  }

  /// The stake of each household, where each put in an amount of its own.
  func bindStake(ofEach stake: Expression) throws(BenefitError) -> Bound {
    if let stated = terms.funding.contributions.first(where: { $0.stakeFen != 0 }) {
      throw failure(
        .mixedStake,
        .stake,
        found: Phrase(
          en:
            "what \(stated.source) put in is a stake of all members, and others are of each household.",
          zh: "\(stated.source.words(in: .simplifiedChinese))的投入是全体参加户共有的股金，其他投入则属各户。"
        ),
        advice: Phrase(
          en: "Say of each contribution what each household has, or what all have.",
          zh: "请将各笔投入一律按户规定，或一律按全体规定。"
        )
      )
    }
    let bound = try bindEach(stake)
    return bound.given(by: .named(Funding.stakeLine), [bound])
  }

  /// A formula that has a value for each household, be it the same.
  private func bindEach(_ expression: Expression) throws(BenefitError) -> Bound {
    let bound = try bind(expression)
    return bound.domain == .household ? bound : try bind(.product(expression, .household))
  }

  /// The funding with what the members put in added up.
  ///
  /// - Throws: ``BenefitError`` where a member put in less than nothing, or a sum is too large.
  func fundingAddedUp() throws(BenefitError) -> Funding {
    var binder = self
    binder.groups = PotGroups(.members, register)
    let funding = Funding(
      try terms.funding.contributions.map { (contribution) throws(BenefitError) in
        guard let amount = contribution.amountOfEach else { return contribution }
        let stake = contribution.stakeOfEach ?? .zero
        return contribution.addedUp(
          try binder.sumOfMembers(amount.expression),
          stake: try binder.sumOfMembers(stake.expression)
        )
      }
    )
    if let problem = funding.problem { throw failure(.overflow, .funding, found: problem) }
    return funding
  }

  /// The sum of what the members put in.
  private func sumOfMembers(_ amount: Expression) throws(BenefitError) -> Money {
    let bound = try bindEach(amount)
    let amounts = try column(of: bound, over: .household, subject: .funding)
    for row in amounts.indices where amounts[row] < 0 && isIn(members, row) {
      throw failure(
        .negative,
        .funding,
        .household(register.ids[row]),
        found: Phrase(
          en: "it put in \(Money(fen: amounts[row])).",
          zh: "该户投入 \(Money(fen: amounts[row]))。"
        ),
        advice: Phrase(
          en: "Check what it rests on, or take the greater of it and zero.",
          zh: "请核对所依据的数，或以零为下限。"
        )
      )
    }
    let sum = try summed(bound, amount)
    return Money(fen: try column(of: sum, over: .season, subject: .funding)[0])
  }

  /// The stake as a fraction of all the funding, for the same places.
  func bindStakeRatio() throws(BenefitError) -> Bound {
    let (stakes, totals, domain) = try fundsByPlace()
    var ratios: [Ratio] = []
    for (stake, total) in zip(stakes, totals) {
      guard let ratio = total == 0 ? .zero : Ratio(exactly: stake, total) else {
        throw failure(
          .overflow,
          .funding,
          found: .tooLarge
        )
      }
      ratios.append(ratio)
    }
    guard let column = Column(ratios) else {
      throw failure(
        .tooFine,
        .funding,
        found: Phrase(
          en: "the stakes' fractions have no common denominator of 64 bits.",
          zh: "各入股比例的公分母超出 64 位。"
        )
      )
    }
    return Bound(column, domain, .ratio)
  }

  /// The stakes and all that was put in, for all members together or for each gaqa.
  private func fundsByPlace()
    throws(BenefitError) -> (stakes: [Int128], totals: [Int128], domain: Domain)
  {
    let contributions = terms.funding.contributions
    if terms.funding.isOfEach { return try fundsOfEachByPlace() }
    let named = contributions.count { $0.gaqa != nil }
    guard named == 0 || named == contributions.count else {
      throw failure(
        .mixedStake,
        .stake,
        found: Phrase(
          en: "\(named) of \(contributions.count) contributions name a gaqa.",
          zh: "\(contributions.count) 笔投入中只有 \(named) 笔注明嘎查。"
        ),
        advice: Phrase(en: "Name one in all of them or in none.", zh: "请全部注明，或全部不注明。")
      )
    }
    let places = named == 0 ? 1 : register.gaqas.count
    var stakes = [Int128](repeating: 0, count: places)
    var totals = stakes
    let positions = Dictionary(uniqueKeysWithValues: zip(register.gaqas, 0...))
    for contribution in contributions {
      var place = 0
      if let gaqa = contribution.gaqa {
        // What was put in where nobody lives is nobody's stake; a notice says so.
        guard let position = positions[gaqa] else { continue }
        place = position
      }
      stakes[place] += contribution.stakeFen
      totals[place] += contribution.fen
    }
    return (stakes, totals, named == 0 ? .season : .gaqa)
  }

  /// The same where members put in amounts of their own, for the groups over which totals are formed.
  private func fundsOfEachByPlace()
    throws(BenefitError) -> (stakes: [Int128], totals: [Int128], domain: Domain)
  {
    func sums(_ bound: Bound, _ amount: Expression) throws(BenefitError) -> [Int128] {
      let sum = try summed(bound, amount)
      return try column(of: sum, over: groups.domain, subject: .funding).map { Int128($0) }
    }
    guard let amount = terms.funding.amountOfEach else {
      stop("No member put in an amount of its own.")
    }
    var totals = try sums(bindEach(amount), amount)
    var stakes = [Int128](repeating: 0, count: groups.count)
    if let stake = terms.funding.stakeOfEach {
      stakes = try sums(bindStake(ofEach: stake), stake)
    }
    for stated in terms.funding.contributions where stated.fen != 0 {
      let gaqa = stated.gaqa.map(register.index(ofGaqa:))
      switch (gaqa, groups.domain) {
      // What was put in where nobody lives is for nobody; a notice says so.
      case (.some(nil), _): continue
      case (nil, .gaqa):
        throw failure(
          .mixedStake,
          .stake,
          found: Phrase(
            en: "what \(stated.source) put in is for no gaqa, and the pots are for one each.",
            zh: "\(stated.source.words(in: .simplifiedChinese))的投入未注明嘎查，而分配按嘎查进行。"
          ),
          advice: Phrase(en: "Name the gaqa of it, or share in one pot.", zh: "请注明嘎查，或合并分配。")
        )
      case (let gaqa, let domain):
        let place = domain == .gaqa ? gaqa.flatMap(\.self) ?? 0 : 0
        totals[place] += stated.fen
        stakes[place] += stated.stakeFen
      }
    }
    return (stakes, totals, groups.domain)
  }
}

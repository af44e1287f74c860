/// Settles the clauses of one scheme in order.
struct SchemeSettler {
  let register: Register
  /// All schemes of the programme.
  let programme: [Terms]
  var binder: Binder
  var ledger: Books.Ledger

  /// The members of the scheme, or `nil` where all households are.
  var members: [Bool]? { binder.members }

  private(set) var lines: [Line] = []
  private(set) var waterfalls: [Waterfall] = []
  private(set) var notices: [Notice] = []

  /// The purpose of each tier or payment of the clause that is settled.
  private var purposes: [Purpose?] = []

  /// The parties that answer for the debt of each tier or payment of the clause that is settled.
  private var liabilities: [Liability?] = []

  /// The unit of what the clause that is settled gives, or `nil` where that is money.
  private(set) var unit: Quantity.Unit?

  /// The earlier lines whose residues other tiers took over.
  var takenOver: Set<String> = []

  /// The earlier lines that tiers take over and of which the books carry nothing, in the order of the tiers.
  var missedLines: [String] = []

  /// The places whose losses the season makes good: gaqas, or `nil` for all members.
  var lossPlaces: Set<String?> = []

  var terms: Terms { binder.terms }

  /// The decisions behind the lines.
  private(set) var origins: [LineOrigin] = []

  /// The decisions behind the waterfalls.
  var potOrigins: [PotOrigin] = []

  /// The members' condition, and what explains it; `nil` where all are.
  private var membership: (condition: Bound, explainer: Explainer)?

  /// Opens a scheme.
  ///
  /// - Parameters:
  ///   - terms: The scheme.
  ///   - programme: All schemes that are settled together.
  ///   - season: What happened.
  ///   - register: Who there is.
  ///   - ledger: What earlier seasons and schemes carried forward.
  /// - Throws: ``BenefitError`` where members, balances and accounts do not go together.
  init(
    terms: Terms,
    of programme: [Terms],
    season: Season,
    register: Register,
    ledger: Books.Ledger
  ) throws(BenefitError) {
    self.register = register
    self.programme = programme
    self.ledger = ledger
    binder = Binder(register: register, terms: terms, season: season)
    try takeOver()
    try openHoldings()
    try read(terms.members.expression.accounts, for: nil)
    let members = try binder.mask(terms.members)
    if members != nil {
      membership = (try binder.bind(terms.members.expression), Explainer(binder))
    }
    binder.members = members
    binder.asked = members
    if let members {
      binder.memberCounts = register.gaqas.indices.map { gaqa in
        (register.gaqaStarts[gaqa]..<register.gaqaStarts[gaqa + 1]).count { members[$0] }
      }
    }
    binder.bindFacts()
    // What the members put in is read again by whoever asks for the funding, and holds then.
    if terms.funding.isOfEach { _ = try binder.fundingAddedUp() }
  }

  /// Settles every clause.
  mutating func settle() throws(BenefitError) {
    try openLosses()
    try findFundsLeftOut()
    var purposes = Purposes(terms)
    for (position, clause) in terms.clauses.enumerated() {
      binder.clause = clause.name
      self.purposes = purposes.next(clause)
      liabilities = clause.parts.map(\.liability)
      unit = clause.unit
      try read(clause.accounts, for: position)
      try settle(clause, position)
    }
    (binder.clause, unit) = (nil, nil)
    try closeHoldings()
    try reportBalances()
  }

  private mutating func settle(_ clause: Clause, _ position: Int) throws(BenefitError) {
    switch clause {
    case .distribution(let distribution): try settle(distribution, position)
    case .payment(let payment): try settle([payment], position)
    case .purchase(let purchase): try settle(purchase.payments, position)
    case .employment(let employment): try settle(employment.payments, position)
    case .allotment(let allotment):
      if let problem = allotment.problem { throw binder.failure(.wrongUnit, found: problem) }
      try settle(allotment.settled, position)
    }
  }

  // MARK: - Payments

  private mutating func settle(
    _ payments: [Payment],
    _ position: Int
  ) throws(BenefitError) {
    for (part, payment) in payments.enumerated() {
      if !terms.funding.stakeIsOfEach, payment.amount.expression.contains(where: { $0 == .stake }) {
        throw binder.failure(
          .mixedPlaces,
          .stake,
          found: Phrase(
            en: "it is the stake of all members, not of each household.",
            zh: "这是全体参加户的入股资金，不是每户的。"
          ),
          advice: Phrase(
            en:
              "State in the funding what each household put in, or divide the stake in a clause before and read that by "
              + "line('name').",
            zh: "请在投入资金中规定各户的投入，或先以条款分配入股资金，再用「line('项目')」引用。"
          )
        )
      }
      let eligible = both(members, try binder.mask(payment.condition))
      let bound = try binder.asking(eligible).bind(payment.amount.expression)
      let rounding = binder.rounding(payment.rounding, of: bound.dimension)
      var amounts = try binder.column(
        of: bound,
        over: .household,
        subject: .amount,
        rounded: rounding
      )
      if let eligible {
        for row in amounts.indices where !eligible[row] { amounts[row] = 0 }
      }
      try findHouseholdsLeftOut(
        of: payment.amount.expression,
        in: payment.name,
        rounded: rounding
      )
      if !payment.flow.mayFall { try dropNegative(&amounts, in: payment.name) }
      let decision = LineOrigin.Decision.payment(exact: bound, rounding)
      try add(
        amounts,
        as: payment.name,
        payment.flow,
        position,
        part,
        payment.condition,
        decision
      )
    }
  }

  /// Pays nothing where a household's amount came out below zero, and reports the sum of those.
  mutating func dropNegative(
    _ amounts: inout [Int64],
    in line: String
  ) throws(BenefitError) {
    let sum = amounts.dropNegative()
    if sum < 0 {
      let name = StandardLine.words(line, in: .simplifiedChinese)
      let words = Phrase(en: "what \"\(line)\" is below zero in all", zh: "「\(name)」低于零部分合计")
      try find(.negativeAmount, in: line, binder.fen(sum, .init("line", line, as: words)))
    }
  }

  /// Adds a finished column to the scheme's lines, and its origin where it is to be noted.
  mutating func add(
    _ amounts: [Int64],
    as name: String,
    _ flow: Flow,
    _ clause: Int,
    _ part: Int,
    _ condition: Condition,
    _ decision: LineOrigin.Decision
  ) throws(BenefitError) {
    guard binder.lines[name] == nil else {
      throw binder.failure(
        .duplicate,
        .line(name),
        found: Phrase(en: "another line of the scheme has that name.", zh: "方案中另有同名项目。"),
        advice: Phrase(en: "Name the clause or tier.", zh: "请为条款或分配项另行命名。")
      )
    }
    guard (flow == .quantity) == (unit != nil) else {
      throw binder.failure(
        .mixedFlows,
        .line(name),
        found: Phrase(en: "money is no quantity of anything.", zh: "资金不是实物数量。"),
        advice: Phrase(en: "Use an allotment for a quantity.", zh: "数量请用「allotment」条款分配。")
      )
    }
    let place = BenefitError.Place("total of line", name)
    let totalFen = try binder.fen(amounts.exactSum, place)
    _ = try quantity(totalFen, place)
    let line = Line(
      scheme: terms.name,
      name: name,
      flow: flow,
      unit: unit,
      currency: terms.currency,
      purpose: purposes[part],
      liability: liabilities[part],
      clause: clause,
      part: part,
      fen: amounts,
      totalFen: totalFen
    )
    lines.append(line)
    origins.append(
      LineOrigin(
        line: line,
        explainer: Explainer(binder),
        membership: membership,
        condition: condition == .always ? nil : try binder.bind(condition.expression),
        decision: decision
      )
    )
    binder.lines[name] = Bound(Column(amounts), .household, line.dimension)
  }

  /// Reads the balances of accounts that a clause, or with `nil` the members' condition, reads or draws
  /// from.
  private mutating func read(_ accounts: [Account], for clause: Int?) throws(BenefitError) {
    for account in accounts { binder.balances[account] = try balance(of: account, for: clause) }
  }

  mutating func add(_ waterfall: Waterfall) {
    waterfall.checkConservation()
    waterfalls.append(waterfall)
  }

  mutating func find(
    _ code: Notice.Code,
    in line: String,
    gaqa: String? = nil,
    _ fen: Int64,
    counterpart: String? = nil
  ) throws(BenefitError) {
    let quantity = try quantity(fen, .line(line))
    let amount = quantity == nil ? Money(fen: fen) : nil
    notices.append(
      Notice(
        code,
        in: terms.currency,
        scheme: terms.name,
        line: line,
        gaqa: gaqa,
        amount: amount,
        quantity: quantity,
        counterpart: counterpart
      )
    )
  }

  /// A number of the units that the clause gives, or `nil` where it gives money.
  private func quantity(
    _ units: Int64,
    _ place: BenefitError.Place
  ) throws(BenefitError) -> Quantity? {
    guard let unit else { return nil }
    guard let quantity = Quantity(exactly: units, unit) else {
      throw binder.failure(.overflow, place, found: .tooLarge)
    }
    return quantity
  }
}

import BenefitBinding

/// Writes the schemes of a programme at random.
struct SchemeWriter {
  var formulas: FormulaWriter

  /// The currency of all schemes.
  private let currency: Currency

  /// Whether the distribution that is written charges households.
  private var isBurden = false

  init(formulas: FormulaWriter, currency: Currency) {
    (self.formulas, self.currency) = (formulas, currency)
  }

  typealias Site = FormulaWriter.Site
  static let household = Site(isForHousehold: true)

  /// A scheme: one of the named models, or any list of clauses.
  mutating func scheme(_ name: String) -> Terms { terms(name).denominated(in: currency) }

  private mutating func terms(_ name: String) -> Terms {
    (formulas.lines, formulas.held, formulas.allotted) = ([], [], [])
    let members: Condition =
      formulas.dice.chance(70) ? .always : formulas.condition(Self.household, depth: 1)
    if formulas.dice.chance(20) { return model(name, members) }
    let funding = formulas.dice.chance(30) ? funding() : []
    var clauses: [Clause] = []
    for index in 0...formulas.dice.below(3) { clauses.append(clause("c\(index + 1)", funding)) }
    return Terms(name: name, members: members, funding: funding) { clauses }
  }

  mutating func funding() -> Funding {
    if formulas.dice.chance(25) { return fundingOfEach() }
    let isPerGaqa = formulas.dice.chance(25)
    let contributions = (0..<formulas.dice.below(4)).map { _ -> Funding.Contribution in
      let householdShare: Ratio? = formulas.dice.chance(50) ? nil : formulas.dice.part()
      let isLoan = formulas.dice.chance(50)
      let size = Money(fen: formulas.dice.size())
      let isReckoned = size < .yuan(1_000_000) && formulas.dice.chance(30)
      var amount = size * formulas.dice.smallest
      if currency == Words.yen { amount.fen -= amount.fen % 100 }
      return .contribution(
        amount,
        for: isReckoned ? Quantity(formulas.dice.within(0...500), .household) : nil,
        part: isReckoned ? formulas.dice.part() : .whole,
        upTo: isReckoned && formulas.dice.chance(50)
          ? .yuan(5_000) * formulas.dice.smallest : nil,
        from: formulas.dice.pick(Words.sources),
        householdShare: householdShare,
        gaqa: isPerGaqa != formulas.dice.chance(3) ? formulas.dice.pick(Words.gaqas) : nil,
        interest: isLoan ? formulas.dice.part() : .zero,
        subsidised: isLoan ? formulas.dice.part() : .zero
      )
    }
    return Funding(contributions)
  }
}

extension SchemeWriter {
  /// What each member puts in, at times beside what an enterprise does or, by mistake, others do.
  private mutating func fundingOfEach() -> Funding {
    let site = Site(isForHousehold: true, factsAlone: true)
    var contributions = (0...formulas.dice.below(2)).map { _ -> Funding.Contribution in
      let amount: Amount =
        formulas.dice.chance(60)
        ? .each(
          .fixed(formulas.dice.money()),
          per: formulas.dice.chance(50) ? .persons : .household
        )
        : .greater(of: .zero, formulas.amount(site, depth: 1))
      return .contribution(
        each: amount,
        from: formulas.dice.pick(Words.sources),
        householdShare: formulas.dice.chance(60) ? nil : formulas.dice.part(),
        interest: formulas.dice.chance(30) ? formulas.dice.part() : .zero,
        subsidised: formulas.dice.part()
      )
    }
    if formulas.dice.chance(30) {
      let isMistaken = formulas.dice.chance(10)
      contributions.append(

        .contribution(
          .yuan(900) * formulas.dice.smallest,
          from: .enterprise,
          householdShare: isMistaken ? .whole : .zero
        )
      )
    }
    return Funding(contributions)
  }
}

// MARK: - Clauses

extension SchemeWriter {
  private mutating func clause(_ name: String, _ funding: Funding) -> Clause {
    if formulas.dice.chance(15) { return .allotment(allotment(name)) }
    switch formulas.dice.below(10) {
    case 0...5: return .distribution(distribution(name, of: nil))
    case 6, 7:
      let flow = formulas.dice.chance(20) ? .cost : flow()
      let payment = Payment(
        name,
        each: formulas.amount(Self.household),
        where: formulas.condition(Self.household),
        rounded: formulas.dice.chance(50) ? .halfUp(to: .fen) : formulas.dice.rounding(),
        as: flow
      )
      note(name, flow)
      return .payment(payment)
    case 8: return .purchase(purchase(name))
    default: return .employment(employment(name))
    }
  }

  mutating func purchase(_ name: String) -> Purchase {
    let purchase = Purchase(
      name,
      of: formulas.quantity(Self.household, depth: 1),
      at: formulas.amount(Self.household, depth: 1),
      inputs: formulas.dice.chance(40) ? formulas.amount(Self.household, depth: 1) : nil,
      where: formulas.condition(Self.household),
      rounded: formulas.dice.chance(70) ? .halfUp(to: .fen) : formulas.dice.rounding(),
      as: formulas.dice.chance(80) ? .business : formulas.dice.pick(Words.incomes)
    )
    note(name, .business)
    return purchase
  }

  mutating func employment(_ name: String) -> Employment {
    let employment = Employment(
      name,
      work: formulas.quantity(Self.household, depth: 1),
      pay: formulas.amount(Self.household, depth: 1),
      displaced: formulas.dice.chance(40) ? formulas.amount(Self.household, depth: 1) : nil,
      where: formulas.condition(Self.household),
      rounded: formulas.dice.chance(70) ? .halfUp(to: .fen) : formulas.dice.rounding(),
      as: formulas.dice.chance(80) ? .wage : formulas.dice.pick(Words.incomes)
    )
    note(name, .wage)
    return employment
  }

  /// A quantity, shared or for each; at times by a rule that is for money alone.
  private mutating func allotment(_ name: String) -> Allotment {
    let condition: Condition =
      formulas.dice.chance(60) ? .always : formulas.condition(Self.household, depth: 1)
    let allotment: Allotment
    let quantity: QuantityFormula
    if formulas.dice.chance(30) {
      quantity = formulas.quantity(Self.household, depth: 2)
      allotment = Allotment(name, each: quantity, where: condition)
    } else {
      let scope: Distribution.Scope = formulas.dice.chance(30) ? .gaqa : .members
      let site = Site(isForHousehold: false, scope: scope)
      quantity = formulas.quantity(site, depth: 2)
      let whole: [Apportionment] = [
        .exact, Apportionment(residue: .first), Apportionment(residue: .last),
        Apportionment(residue: .writtenOff),
        Apportionment(rate: .down(to: .fen), residue: .writtenOff),
      ]
      let key = formulas.key(site)
      let rule = formulas.dice.chance(4) ? apportionment(site) : formulas.dice.pick(whole)
      if rule.basis == .rate { formulas.dice.hasNoTwin = true }
      allotment = Allotment(
        name,
        of: quantity,
        by: key,
        where: condition,
        apportioned: rule,
        per: scope
      )
    }
    formulas.allotted.append((name, Self.unit(of: quantity)))
    return allotment
  }

  /// The unit that a quantity counts.
  private static func unit(of quantity: QuantityFormula) -> Quantity.Unit {
    let tree = try? TreeEncoder.encode(tellingFormulas: quantity)
    let formula = tree.flatMap { try? Formula(tree: $0) }
    return Quantity.Unit(formula?.unit ?? "unit")
  }

  private mutating func flow() -> Flow {
    if formulas.dice.chance(2) { return formulas.dice.pick([.cost, .property]) }
    return isBurden ? .cost : formulas.dice.pick(Words.flows)
  }

  /// Remembers a line for clauses after it.
  private mutating func note(_ line: String, _ flow: Flow) {
    formulas.lines.append(line)
    if flow == Self.kept { formulas.held.append(line) }
  }

  /// What a season adds to what households hold.
  private static let kept = Flow.addition

  private mutating func distribution(_ name: String, of pot: Amount?) -> Distribution {
    let scope: Distribution.Scope = formulas.dice.chance(30) ? .gaqa : .members
    let site = Site(isForHousehold: false, scope: scope)
    let pot = pot ?? formulas.amount(site)
    let source = formulas.dice.chance(15) ? formulas.account(site) : nil
    let rounding = formulas.dice.chance(75) ? Rounding.halfUp(to: .fen) : formulas.dice.rounding()
    let tierSite = Site(isForHousehold: false, scope: scope, knowsPot: true)
    // A pot pays households or charges them; one that does both is refused.
    isBurden = formulas.dice.chance(12)
    defer { isBurden = false }
    var tiers: [Tier] = []
    for index in 0..<(formulas.dice.chance(5) ? 0 : 1 + formulas.dice.below(3)) {
      tiers.append(tier("t\(index + 1)", in: name, isFirst: index == 0, tierSite))
    }
    return Distribution(name, of: pot, rounded: rounding, per: scope, from: source) { tiers }
  }

  private mutating func tier(
    _ name: String,
    in distribution: String,
    isFirst: Bool,
    _ site: FormulaWriter.Site
  ) -> Tier {
    var each = site
    each.isForHousehold = true
    let condition: Condition =
      formulas.dice.chance(60) ? .always : formulas.condition(each, depth: 1)
    switch formulas.dice.below(8) {
    case 0 where formulas.dice.chance(60):
      var gaqa = site
      gaqa.scope = .gaqa
      return Tier(part(site), by: formulas.keyOfGaqas(gaqa), to: formulas.account(gaqa))
    case 0, 1:
      let unlisted = formulas.dice.chance(20) ? formulas.quantity(site, depth: 1) : nil
      return Tier(part(site), to: formulas.account(site), for: unlisted)
    case 2, 3:
      let flow = flow()
      let pool = formulas.dice.chance(50) ? awards(site) : nil
      let tier = Tier(
        each: formulas.amount(each, depth: 1),
        where: condition,
        as: flow,
        named: name,
        from: pool
      )
      note("\(distribution): \(name)", flow)
      return tier
    default:
      let flow = flow()
      let isNamed = !isFirst || formulas.dice.chance(50)
      let tier = Tier(
        part(site),
        by: formulas.key(site),
        where: condition,
        apportioned: apportionment(site),
        as: flow,
        named: isNamed ? name : nil
      )
      note(isNamed ? "\(distribution): \(name)" : distribution, flow)
      // A line of that name may have carried something.
      if formulas.dice.chance(4) { return tier.takingOver(formulas.dice.pick(["c9", "c1: t9"])) }
      return tier
    }
  }

  private mutating func awards(_ site: FormulaWriter.Site) -> AwardPool {
    AwardPool(
      part(site),
      carriesUnspent: formulas.dice.chance(50),
      backstop: formulas.dice.chance(40) ? formulas.account(site) : nil
    )
  }

  /// The part of a pot that a tier takes.
  private mutating func part(_ site: FormulaWriter.Site) -> Amount {
    switch formulas.dice.below(10) {
    case 0...2: .rest
    case 3...6: .percentOfPot(formulas.dice.within(0...45))
    case 7: .fraction(.fixed(formulas.dice.part()), of: formulas.dice.chance(50) ? .pot : .rest)
    default: formulas.amount(site, depth: 1)
    }
  }

  mutating func apportionment(
    _ site: FormulaWriter.Site = .init(isForHousehold: false)
  ) -> Apportionment {
    switch formulas.dice.below(6) {
    case 0, 1: return .exact
    case 2:
      return Apportionment(
        rounding: .down(to: formulas.dice.step()),
        residue: formulas.dice.pick([.largestRemainder, .first, .last])
      )
    default:
      let rounding = formulas.dice.rounding()
      let isRate = formulas.dice.isRate()
      let residue: Residue = formulas.dice.pick([
        .posted(to: formulas.account(site)), .carriedForward, .writtenOff,
      ])
      return isRate
        ? Apportionment(rate: rounding, residue: residue)
        : Apportionment(rounding: rounding, residue: residue)
    }
  }
}

/// Looks up what the names in a scheme's formulas stand for.
///
/// It holds what one scheme may refer to while it is settled, and again when an amount of a finished
/// settlement is explained.
struct Binder: Sendable {
  let register: Register
  let terms: Terms

  /// The season whose facts are looked up: the one that is settled, or one before it in a mean.
  var season: Season

  /// True if that is a season before the one that is settled.
  var isPast = false

  /// The clause that is settled, for messages.
  var clause: String?

  /// The members of the scheme, or `nil` where all households are.
  var members: [Bool]?

  /// The households whose values are asked for, or `nil` where all are: nobody else has to have a divisor.
  var asked: [Bool]?

  /// The members of the scheme in each gaqa, or its households where the members are not yet known.
  var memberCounts: [Int]

  /// Over whom totals are formed: all members, or those of each gaqa.
  var groups: PotGroups

  /// The facts that the scheme reads, as the settled season gives them, looked up once.
  private var facts: [FactName: Bound] = [:]

  /// The losses that earlier seasons left, for the season or for each gaqa.
  var carriedLoss = Bound(Figure(Money.zero))

  /// The lines of the scheme settled so far.
  var lines: [String: Bound] = [:]

  /// The amounts each household holds from earlier seasons, for the lines whose holdings the terms
  /// read.
  var held: [String: [Int64]] = [:]

  /// The balances of the accounts that the clause reads or draws from.
  var balances: [Account: Bound] = [:]

  /// The pot of the distribution that is settled.
  var pot: Bound?

  /// The part of the pot that earlier tiers left.
  var remainder: Bound?

  init(register: Register, terms: Terms, season: Season) {
    self.register = register
    self.terms = terms
    self.season = season
    memberCounts = zip(register.gaqaStarts.dropFirst(), register.gaqaStarts).map { $0 - $1 }
    groups = PotGroups(.members, register)
  }

  /// True if a gaqa, by its position, has a member, or is listed without any household.
  func takesPart(_ gaqa: Int) -> Bool { register.takesPart(gaqa, memberCounts) }

  /// A mistake in the terms or the facts, placed in the clause that is settled.
  func failure(
    _ code: BenefitError.Code,
    _ places: BenefitError.Place?...,
    found: Phrase,
    advice: Phrase? = nil
  ) -> BenefitError {
    within(BenefitError(code, found: found, advice: advice).within(places.compactMap(\.self)))
  }

  /// The error within the clause that is settled.
  func within(_ error: BenefitError) -> BenefitError {
    error.within(.scheme(terms.name), clause.map { .clause($0) })
  }
}

extension Binder {
  /// Looks up the facts that the scheme reads, once it is known who is a member.
  ///
  /// One that is missing or does not fit is left to the clause that needs it.
  mutating func bindFacts() {
    for fact in terms.factsRead { facts[fact] = try? look(up: fact) }
  }

  /// Returns the value that a season gives for a fact.
  private func bound(_ fact: FactName) throws(BenefitError) -> Bound {
    if !isPast, let bound = facts[fact] { return bound }
    return try look(up: fact)
  }

  /// The formula with every name looked up.
  func bind(_ expression: Expression) throws(BenefitError) -> Bound {
    let bound =
      expression.parts.isEmpty ? try bindLeaf(expression) : try bindParts(expression)
    guard case .stated = bound.origin else { return bound }
    return bound.given(by: .formula(expression), [])
  }

  /// A formula without parts; apart from what recurses, which so needs less stack.
  private func bindLeaf(_ expression: Expression) throws(BenefitError) -> Bound {
    switch expression {
    case .constant(let figure): return Bound(figure)
    case .money(let fact): return try bound(.money(fact))
    case .rate(let fact): return try bound(.rate(fact))
    case .measure(let measure): return try bound(.measure(measure))
    case .persons:
      return Bound(Column(register.persons), .household, .quantity(.person))
    case .household:
      let ones = [Int64](repeating: 1, count: register.count)
      return Bound(Column(ones), .household, .quantity(.household))
    case .baselineIncome:
      return Bound(Column(register.baselineIncomes), .household, .money)
    case .status(let statuses):
      let table = register.statuses.map { statuses.contains($0) ? 1 as Int64 : 0 }
      return Bound(.lookup(table, register.statusIndices), over: 1, .household, .truth)
    case .gaqa(let names):
      let table = register.gaqas.map { names.contains($0) ? 1 as Int64 : 0 }
      return Bound(.lookup(table, register.gaqaIndices), over: 1, .household, .truth)
    case .id(let ids):
      return Bound(.lookup([0, 1], try rows(of: ids)), over: 1, .household, .truth)
    case .stake:
      if let stake = terms.funding.stakeOfEach { return try bindStake(ofEach: stake) }
      return try bindStake()
    case .stakeRatio: return try bindStakeRatio()
    case .carriedLoss: return carriedLoss
    case .pot: return try bindPot(pot)
    case .remainder: return try bindPot(remainder)
    case .line(let name, let unit): return try line(name, in: unit)
    case .total(let name, let unit):
      let line = try line(name, in: unit)
      return Bound(Column([try total(line.fen, name)]), .season, line.dimension)
    case .held(let name): return held(name)
    case .balance(let account): return balance(of: account)
    default: return try combined(expression, [])
    }
  }

  private func bindParts(_ expression: Expression) throws(BenefitError) -> Bound {
    switch expression {
    case .membersTotal(let part):
      let total = try totalOfMembers(part)
      if try bind(part).domain > groups.domain { return total }
      return total.given(by: .formula(expression), [total])
    case .mean(let part, _):
      return try mean(expression) { (binder) throws(BenefitError) in try binder.bind(part) }
    case .named(let name, let part):
      let bound = try bind(part)
      return bound.given(by: .named(name), [bound])
    case .rounded(.quotient(let a, let b), let rounding):
      return try bindRoundedQuotient(expression, a, b, rounding)
    case .choice where expression.choosesQuotient:
      return try combined(expression, bindChoice(expression))
    default:
      var parts: [Bound] = []
      for part in expression.parts { parts.append(try bind(part)) }
      return try combined(expression, parts)
    }
  }

  /// An operation on parts that are bound.
  func combined(_ expression: Expression, _ parts: [Bound]) throws(BenefitError) -> Bound {
    try requireOneUnit(expression, parts)
    if case .quotient = expression { return try quotient(expression, parts) }
    var bound = try combining(expression) { () throws(TooFine) in
      switch expression {
      case .product: return try .product(parts[0], parts[1])
      case .sum: return try .combined(parts) { .sum($0) }
      case .difference: return try .combined(parts[0], parts[1]) { .difference($0, $1) }
      case .greatest, .any: return try .combined(parts) { .greatest($0) }
      case .least, .all: return try .combined(parts) { .least($0) }
      case .not:
        return try .combined(Bound(Figure(.whole, .ratio)), parts[0]) { .difference($0, $1) }
      case .rounded(_, let rounding):
        return try parts[0].rounded(self.rounding(rounding, of: parts[0].dimension))
      case .atLeast:
        var bound = try Bound.combined(parts[0], parts[1]) { .atLeast($0, $1) }
        bound.denominator = 1
        return bound
      case .choice:
        var bound = try Bound.combined(parts[1], parts[2]) { .choice(parts[0], $0, $1) }
        bound.domain = max(bound.domain, parts[0].domain)
        return bound
      default: stop("\(expression) has no parts to bind.")
      }
    }
    if expression.isCondition { bound.dimension = .truth }
    return bound.given(by: .formula(expression), parts)
  }

  /// A rule of rounding as the scheme's currency has it, of what is money.
  func rounding(_ rounding: Rounding, of dimension: Figure.Dimension) -> Rounding {
    dimension == .money ? rounding.inSteps(of: terms.currency) : rounding
  }

  /// Refuses to add or compare kilograms and mu.
  private func requireOneUnit(
    _ expression: Expression,
    _ parts: [Bound]
  ) throws(BenefitError) {
    let compared =
      switch expression {
      case .product, .rounded: parts.prefix(0)
      case .quotient where parts[0].dimension == .money: parts.prefix(0)
      case .choice: parts.dropFirst()
      default: parts[...]
      }
    let units = compared.compactMap { part -> Quantity.Unit? in
      if case .quantity(let unit) = part.dimension { unit } else { nil }
    }
    if let unit = units.first, let other = units.first(where: { $0 != unit }) {
      let units = [unit, other].map { $0.words(in: .simplifiedChinese, many: false) }
      throw failure(
        .wrongUnit,
        place(of: expression),
        found: Phrase(
          en: "it holds \(unit) against \(other).",
          zh: "计算式混用了不同单位：\(units.joined(separator: "与"))。"
        ),
        advice: Phrase(en: "Use quantities of one unit.", zh: "请使用同一单位的数量。")
      )
    }
  }

  /// Combines parts of a formula, naming it where their fractions cannot be kept exactly.
  func combining(
    _ expression: Expression,
    _ combine: () throws(TooFine) -> Bound
  ) throws(BenefitError) -> Bound {
    do {
      return try combine()
    } catch {
      throw failure(
        .tooFine,
        place(of: expression),
        found: Phrase(
          en: "its fractions have no common denominator that fits 128 bits.",
          zh: "各分数的公分母超出 128 位。"
        ),
        advice: Phrase(en: "Round one of them first.", zh: "请先将其中一个取整。")
      )
    }
  }

  private func bindPot(_ pot: Bound?) throws(BenefitError) -> Bound {
    guard let pot else {
      throw failure(
        .noPot,
        .pot,
        found: Phrase(en: "only the tiers of a distribution know it.", zh: "只有分配项可以引用。")
      )
    }
    return pot
  }

  /// Returns the holding of each household; every line that is held is brought in when the scheme
  /// is opened.
  private func held(_ name: String) -> Bound {
    guard let column = held[name] else {
      stop("The holding \"\(name)\" was not brought in.")
    }
    return Bound(Column(column), .household, .money)
  }

  /// Returns the balance of an account; every account that a clause names is read before it is
  /// settled.
  func balance(of account: Account) -> Bound {
    guard let balance = balances[account] else {
      stop("The balance of \"\(account)\" was not read.")
    }
    return balance
  }

  /// An earlier line, in money or in the unit that is asked for.
  private func line(_ name: String, in unit: Quantity.Unit?) throws(BenefitError) -> Bound {
    guard let line = lines[name] else {
      throw failure(
        .unknownName,
        .line(name),
        found: Phrase(
          en: "no clause before this one has a line of that name.",
          zh: "此前的条款中没有该名称的项目。"
        ),
        advice: .list(Phrase(en: "Settled so far", zh: "已结算项目"), of: lines.keys.sorted())
      )
    }
    guard line.dimension == Figure.Dimension(of: unit) else {
      let (found, asked) = (line.dimension.whatIsCounted, Figure.Dimension(of: unit).whatIsCounted)
      throw failure(
        .wrongUnit,
        .line(name),
        found: Phrase(
          en: "it counts \(found), and a formula reads it as \(asked).",
          zh: "该项目以\(found.chinese)计，而计算式按\(asked.chinese)引用。"
        ),
        advice: Phrase(
          en: "Read a quantity by line('name', 'unit'), and money by line('name').",
          zh: "数量请用「line('项目', '单位')」引用，资金请用「line('项目')」引用。"
        )
      )
    }
    return line
  }

  private func total(_ amounts: [Int64], _ name: String) throws(BenefitError) -> Int64 {
    guard let total = Int64(exactly: amounts.exactSum) else {
      throw failure(
        .overflow,
        .init("total of line", name),
        found: .tooLarge
      )
    }
    return total
  }
}

public import BenefitBinding

/// The terms agreed when stock is lent and stock or produce is owed for it.
///
/// The same terms serve both directions: a household borrows ewes and owes lambs, or a village places
/// ewes with a keeper who owes lambs and brings the ewes back.
///
/// ```swift
/// // One ewe, two lambs within two years, and then the ewe is the household's.
/// let borrowed = InKindTerms(
///   lent: .ewe, owed: [.perHead(2, .lamb, after: .months(24))])
/// // Three lambs for each ewe in equal parts over 36 months, and then the ewes come back.
/// let placed = InKindTerms(
///   lent: .ewe, owed: .straightLine(3, .lamb, overMonths: 36), stockDue: .months(36))
/// // One ewe, a ewe lamb and a ram lamb: each is owed for itself.
/// let sexed = InKindTerms(
///   lent: .ewe,
///   owed: [
///     .perHead(1, .eweLamb, after: .months(24)),
///     .perHead(1, .ramLamb, after: .months(24)),
///   ])
/// // Hens and their feed: eggs for each hen, and the feed comes back after half a year.
/// let feed = Good("feed", in: .kilogram)
/// let fed = InKindTerms(
///   lent: Good("hen"), beside: [feed],
///   owed: [
///     .perHead(25, .egg, after: .months(12)), .perHead(1, feed, for: feed, after: .months(6)),
///   ])
/// ```
public struct InKindTerms: Hashable, Sendable {
  /// One of the two parties to a contract.
  public enum Party: String, Hashable, Codable, Sendable, CaseIterable {
    /// The party that keeps the stock and owes for it: a household or a keeper.
    case borrower
    /// The party that lends or places the stock: a fund, a village, a firm, or the household
    /// before.
    case lender
  }

  /// The good that is lent.
  public let lent: Good

  /// The other goods that are lent under the same contract, such as a ram beside ewes or feed beside hens.
  ///
  /// What is counted in another unit than ``lent`` is no animal: it is lent and owed for, and nothing is
  /// born, dies or comes back of it.
  public let beside: [Good]

  /// The debt for the loan in its parts.
  ///
  /// The parts of one good are one claim. A good of its own for each sex keeps the sexes apart: a ram lamb
  /// meets no claim on a ewe lamb.
  public let owed: [Instalment]

  /// The time after which as many heads as were lent are to come back, or `nil` where the stock becomes
  /// the borrower's as soon as everything owed is delivered.
  public let stockDue: Term?

  /// The party that owns the offspring that are not delivered.
  public let offspringBelongTo: Party

  /// The party that loses by the death of a lent animal, where the event names no other; the owner bears the
  /// loss of offspring.
  ///
  /// Where it is the borrower, everything stays owed. Where it is the lender, a dead head need not come
  /// back, and nothing that falls due later is owed for it.
  public let deathsBorneBy: Party

  /// The money for which one unit of a good that is owed and not delivered may be redeemed, by the good; one
  /// that is left out can only be delivered.
  public let redeemableAt: [Good: Money]

  /// The money that an insurer pays the borrower for each lent animal that dies: zero where none is insured, and
  /// `nil` where they are insured for a sum that is not stated, so that each death leaves a claim open.
  public let sumInsured: Money?

  /// The deposit that the borrower leaves with the lender until everything is delivered.
  public let deposit: Money

  /// The instalments by the good that they are of, in the order of their first ones.
  let claims: [Claim]

  /// States terms.
  ///
  /// - Precondition: Nothing in them is below zero, they ask for something, for each head it is at most
  ///   10,000, terms are of at most a hundred years, and no good is lent twice.
  /// - Parameters:
  ///   - lent: What is lent.
  ///   - others: What else is lent under the same contract.
  ///   - owed: What is owed for it, and when; it is taken from the herd where it is counted in the same
  ///     unit.
  ///   - stockDue: When the lent stock comes back; it becomes the borrower's if left out.
  ///   - offspringBelongTo: Whose the offspring are that are not delivered.
  ///   - deathsBorneBy: Who loses by the death of a lent animal.
  ///   - prices: What a missing unit of a good may be redeemed for.
  ///   - sumInsured: What an insurer pays the borrower for each dead head, or `nil` where the animals are insured
  ///     and the sum is not stated.
  ///   - deposit: What the borrower leaves with the lender for each contract.
  public init(
    lent: Good,
    beside others: [Good] = [],
    owed: [Instalment],
    stockDue: Term? = nil,
    offspringBelongTo: Party = .borrower,
    deathsBorneBy: Party = .borrower,
    redeemableAt prices: [Good: Money] = [:],
    sumInsured: Money? = .zero,
    deposit: Money = .zero
  ) {
    self.lent = lent
    beside = others
    self.owed = owed
    self.stockDue = stockDue
    self.offspringBelongTo = offspringBelongTo
    self.deathsBorneBy = deathsBorneBy
    redeemableAt = prices
    self.sumInsured = sumInsured
    self.deposit = deposit
    claims = Claim.all(in: owed)
    if let problem { stop(problem.description) }
  }

  /// True if a good is of the herd, as lambs are and eggs are not.
  func isOfHerd(_ good: Good) -> Bool { good.unit == lent.unit }

  /// The animals that are lent, good by good.
  var animalsLent: [Good] { ([lent] + beside).filter(isOfHerd) }

  /// The goods that are owed, without money.
  var goodsOwed: [Good] { claims.map(\.good).filter { !$0.isMoney } }

  /// The kinds of offspring that are owed.
  var kindsOwed: [Good] { goodsOwed.filter(isOfHerd) }

  /// The claims that a delivery may meet: all where it is counted, and those in the unit of its weight.
  func claims(openTo weight: Quantity?) -> [Claim] {
    let goods = claims.filter { !$0.good.isMoney }
    guard let weight else { return goods }
    return goods.filter { $0.good.unit == weight.unit && !isOfHerd($0.good) }
  }

  /// Returns the good that a delivery counts as, or `nil` if the terms leave a choice and none is
  /// made.
  func good(
    _ named: Good?,
    from animals: InKindEvent.Animals,
    weighing weight: Quantity?
  ) -> Good? {
    if let named { return named }
    let open = claims(openTo: weight).map(\.good)
    if weight == nil, let kind = animals.good, !animals.isStock || open.contains(kind) {
      return kind
    }
    return open.count == 1 ? open[0] : nil
  }
}

// MARK: - Checks

extension InKindTerms {
  /// The most that may be owed for each head lent, so that sums stay in 64 bits: units, or yuan.
  private static let mostOwedPerHead: Ratio = 10_000

  /// The most heads of one contract or event, and the most of all fixed instalments.
  static let mostHeads = Int(Int32.max)

  /// The most money for one unit of a good, so that sums stay in 64 bits as those of rent do.
  private static let mostPrice = Money.yuan(10_000)

  /// The most money for one head or contract.
  private static let mostMoney = Money.yuan(10_000_000)

  private static let tooFine = Phrase(
    en: "The fractions of the schedule have no common denominator in 64 bits.",
    zh: "归还计划中各分数没有 64 位以内的公分母。"
  )

  /// The problem of a household that receives so many heads.
  static func wrongLot(_ heads: Int) -> Phrase {
    Phrase(
      en: "A household receives from 1 to \(mostHeads) heads, not \(heads).",
      zh: "每户领取 1 至 \(mostHeads) 头，实际为 \(heads)。"
    )
  }

  /// The problem with the terms, or `nil` if there is none.
  private var problem: Phrase? {
    let goods = [lent] + beside
    if let twice = goods.indices.first(where: { goods[..<$0].contains(goods[$0]) }) {
      let chinese = goods[twice].words(in: .simplifiedChinese)
      return Phrase(
        en: "Each good is lent once; \(goods[twice]) stands twice.",
        zh: "每种实物只列一次；\(chinese)列了两次。"
      )
    }
    if let good = owed.lazy.compactMap(\.lent).first(where: { !goods.contains($0) }) {
      return Phrase(
        en: "An instalment is for each \(good), which the terms do not lend.",
        zh: "归还计划按\(good.words(in: .simplifiedChinese))计算，而条款未借出该实物。"
      )
    }
    if let problem = problem(of: owed.filter { !$0.good.isMoney }) { return problem }
    for party in Party.allCases {
      // A yuan is a hundred fen.
      let money = owed.filter { $0.good == .money(of: party) }
      if let problem = problem(of: money, each: 100) { return problem }
    }
    if claims.contains(where: { $0.perHead == nil }) { return Self.tooFine }
    if let stockDue {
      if let problem = stockDue.problem { return problem }
    } else if owed.allSatisfy({
      $0.good.debtor == .lender || $0.perHead == .zero && $0.fixed == 0
    }) {
      return Phrase(
        en: "Terms that ask for nothing are a gift; use a payment.",
        zh: "不要求归还的条款属于赠送；请改用发放。"
      )
    }
    if let problem = problemOfPrices { return problem }
    if let sumInsured, !(Money.zero...Self.mostMoney).contains(sumInsured) {
      return Phrase(
        en: "An insurer pays from 0 to \(Self.mostMoney) for a dead head, not \(sumInsured).",
        zh: "每头死亡赔款须为 0 至 \(Self.mostMoney)，实际为 \(sumInsured)。"
      )
    }
    if !(Money.zero...Self.mostMoney).contains(deposit) {
      return Phrase(
        en: "A deposit is from 0 to \(Self.mostMoney), not \(deposit).",
        zh: "押金须为 0 至 \(Self.mostMoney)，实际为 \(deposit)。"
      )
    }
    return nil
  }
}

extension InKindTerms {
  /// The problem with what missing goods are redeemed for, or `nil` if there is none.
  private var problemOfPrices: Phrase? {
    for (good, price) in redeemableAt.sorted(by: { $0.key.precedes($1.key) }) {
      guard goodsOwed.contains(good) else {
        return Phrase(
          en: "Only a good that is owed is redeemed, not \(good).",
          zh: "只有约定归还的实物才能折价抵付，\(good.words(in: .simplifiedChinese))不在其列。"
        )
      }
      guard price > .zero, price <= Self.mostPrice else {
        return Phrase(
          en:
            "A unit is redeemed for more than nothing and at most \(Self.mostPrice), not \(price).",
          zh: "每单位折价须大于零且不超过 \(Self.mostPrice)，实际为 \(price)。"
        )
      }
    }
    return nil
  }

  /// The problem with instalments that are counted together, or `nil` if there is none.
  private func problem(of instalments: [Instalment], each unit: Ratio = .whole) -> Phrase? {
    var perHead = Ratio.zero
    var fixed = 0
    for instalment in instalments {
      if let problem = instalment.after.problem { return problem }
      guard instalment.perHead >= .zero, instalment.fixed >= 0 else {
        return Phrase(
          en: "An instalment cannot ask for less than nothing.",
          zh: "每次归还的数量不得为负。"
        )
      }
      guard let sum = perHead.adding(instalment.perHead) else { return Self.tooFine }
      perHead = sum
      guard perHead <= Self.mostOwedPerHead * unit, instalment.fixed <= Self.mostHeads - fixed
      else {
        return Phrase(
          en: "A schedule asks for at most \(Self.mostOwedPerHead) for each head and "
            + "\(Self.mostHeads) fixed.",
          zh: "归还计划每头最多 \(Self.mostOwedPerHead)，固定数最多 \(Self.mostHeads)。"
        )
      }
      fixed += instalment.fixed
    }
    return nil
  }
}

extension InKindTerms: Codable {
  private enum CodingKeys: CodingKey {
    case lent, beside, owed, stockDue, offspringBelongTo, deathsBorneBy, redeemableAt, sumInsured
    case deposit
  }

  /// Decodes terms and checks them as the initialiser does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with them.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    lent = try container.decode(Good.self, forKey: .lent)
    beside = try container.decode([Good].self, forKey: .beside)
    owed = try container.decode([Instalment].self, forKey: .owed)
    stockDue = try container.decodeIfPresent(Term.self, forKey: .stockDue)
    offspringBelongTo = try container.decode(Party.self, forKey: .offspringBelongTo)
    deathsBorneBy = try container.decode(Party.self, forKey: .deathsBorneBy)
    redeemableAt = try container.decode(SortedEntries<Good, Money>.self, forKey: .redeemableAt)
      .dictionary
    sumInsured = try container.decode(Money?.self, forKey: .sumInsured)
    deposit = try container.decode(Money.self, forKey: .deposit)
    claims = Claim.all(in: owed)
    try decoder.refuse(problem)
  }

  /// Encodes the terms with the prices in order of their goods, and `null` for a sum that is not stated.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(lent, forKey: .lent)
    try container.encode(beside, forKey: .beside)
    try container.encode(owed, forKey: .owed)
    try container.encodeIfPresent(stockDue, forKey: .stockDue)
    try container.encode(offspringBelongTo, forKey: .offspringBelongTo)
    try container.encode(deathsBorneBy, forKey: .deathsBorneBy)
    try container.encode(SortedEntries(redeemableAt.map { ($0, $1) }), forKey: .redeemableAt)
    try container.encode(sumInsured, forKey: .sumInsured)
    try container.encode(deposit, forKey: .deposit)
  }
}

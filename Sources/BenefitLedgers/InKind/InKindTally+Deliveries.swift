internal import BenefitBinding

extension InKindTally {
  /// Takes a delivery off the claim on its good, and animals out of the herd.
  ///
  /// - Parameters:
  ///   - count: The heads, or the units of produce.
  ///   - animals: The animals they are taken from.
  ///   - named: The good they are delivered as.
  ///   - weight: What the heads weigh, where a weight is owed.
  ///   - day: The day.
  /// - Returns: The good of the claim, and the units of it that were met.
  /// - Throws: `BenefitError` where nothing of the kind is owed, or not so much, or there.
  mutating func deliver(
    _ count: Int,
    _ animals: InKindEvent.Animals,
    as named: Good?,
    weighing weight: Quantity?,
    on day: Day
  ) throws(BenefitError) -> (good: Good, units: Int) {
    let claim = try claim(on: named, from: animals, weighing: weight)
    let good = claim.good
    let units = try weight.map(Self.wholeUnits) ?? count
    let left = part(claim, on: day)[.stillOwed]
    // No animal is cut: the last one that is weighed may be heavier than what is left.
    guard claim.takesMore || units <= left || weight != nil && left > 0 else {
      throw Self.tooMuch(good, left)
    }
    if weight != nil {
      try leave(count, animals, .handedOver)
    } else if terms.isOfHerd(good) {
      if animals == .offspring {
        // One of unknown sex is counted as what it is delivered as.
        let short = max(0, count - kinds[good, default: .init()][.offspringAlive])
        let unknown = min(short, kinds[nil, default: .init()][.offspringAlive])
        if unknown > 0 { try identify(unknown, nil, animals, as: good) }
      }
      try leave(count, animals.isStock ? animals : .of(good), .handedOver)
    }
    let met = claim.takesMore ? units : min(units, left)
    meet(claim, met, .delivered, on: day)
    kinds[good, default: .init()][.excess] += units - met
    return (good, met)
  }

  /// Returns the claim that a delivery meets.
  private func claim(
    on named: Good?,
    from animals: InKindEvent.Animals,
    weighing weight: Quantity?
  ) throws(BenefitError) -> InKindTerms.Claim {
    let open = terms.claims(openTo: weight)
    if terms.goodsOwed.isEmpty {
      throw BenefitError(
        .wrongGood,
        found: Phrase(en: "the terms owe nothing but the stock.", zh: "条款只约定归还种畜。")
      )
    }
    if let weight, open.isEmpty {
      throw BenefitError(
        .wrongUnit,
        found: Phrase(
          en: "the terms owe no weight in \(weight.unit).",
          zh: "条款未约定以\(weight.unit.chinese)计重归还。"
        )
      )
    }
    guard let good = terms.good(named, from: animals, weighing: weight) else {
      throw unnamed(open.map(\.good))
    }
    guard let claim = open.first(where: { $0.good == good }) else {
      throw BenefitError(
        .wrongGood,
        found: Phrase(
          en: "the terms owe no \(good).",
          zh: "条款未约定归还\(good.words(in: .simplifiedChinese))。"
        )
      )
    }
    if weight == nil, case .of(let kind) = animals, kind != good {
      let (given, asked) = (
        kind.words(in: .simplifiedChinese), good.words(in: .simplifiedChinese)
      )
      throw BenefitError(
        .wrongGood,
        found: Phrase(en: "\(kind) does not count as \(good).", zh: "\(given)不能抵作\(asked)。")
      )
    }
    return claim
  }

  private static func tooMuch(_ good: Good, _ left: Int) -> BenefitError {
    let rest = good.counted(left)
    return BenefitError(
      .notEnough,
      found: Phrase(
        en: "the contract still owes only \(rest).",
        zh: "合同只欠\(rest.text(in: .simplifiedChinese))。"
      )
    )
  }

  /// Counts units that meet a claim, and of them those that come after they fell due.
  private mutating func meet(
    _ claim: InKindTerms.Claim,
    _ units: Int,
    _ way: InKindCount,
    on day: Day
  ) {
    let late = min(units, part(claim, on: day.dayBefore)[.arrears])
    kinds[claim.good, default: .init()][way] += units
    kinds[claim.good, default: .init()][.madeGood] += late
  }

  /// Takes units off a claim for which money is paid.
  mutating func redeem(_ units: Int, _ named: Good?, on day: Day) throws(BenefitError) {
    let claim = try claim(on: named, from: .offspring, weighing: nil)
    guard let price = terms.redeemableAt[claim.good] else {
      let good = claim.good.words(in: .simplifiedChinese)
      throw BenefitError(
        .wrongState,
        found: Phrase(
          en: "the terms state no price for which \(claim.good) may be redeemed.",
          zh: "条款未约定\(good)的折价单价。"
        )
      )
    }
    let left = part(claim, on: day)[.stillOwed]
    guard units <= left else { throw Self.tooMuch(claim.good, left) }
    meet(claim, units, .redeemed, on: day)
    money[.redeemed, of: .money(of: .borrower)] += units * Int(price.fen)
  }

  /// Takes a payment off the money that a party owes.
  mutating func pay(
    _ amount: Money,
    by debtor: InKindTerms.Party,
    on day: Day
  ) throws(BenefitError) {
    guard let claim = terms.claims.first(where: { $0.good == .money(of: debtor) }) else {
      throw BenefitError(
        .wrongState,
        found: debtor == .borrower
          ? Phrase(en: "the terms ask for no money.", zh: "条款未约定支付款项。")
          : Phrase(en: "the terms ask the lender for no money.", zh: "条款未约定由借出方支付款项。")
      )
    }
    guard amount > .zero else {
      throw BenefitError(
        .notPositive,
        found: Phrase(en: "an amount is above zero.", zh: "金额须大于零。")
      )
    }
    let left = part(claim, on: day)[.stillOwed]
    guard amount.fen <= left else {
      let rest = claim.good.counted(left)
      throw BenefitError(
        .notEnough,
        found: Phrase(
          en: "the contract still owes only \(rest).",
          zh: "合同只欠 \(rest.text(in: .simplifiedChinese))。"
        )
      )
    }
    meet(claim, Int(amount.fen), .delivered, on: day)
  }

  /// Returns a weight in whole units, from 1 to the most that are counted.
  private static func wholeUnits(_ weight: Quantity) throws(BenefitError) -> Int {
    let (units, rest) = weight.thousandths.quotientAndRemainder(dividingBy: 1_000)
    guard rest == 0, (1...Int64(InKindTerms.mostHeads)).contains(units) else {
      throw BenefitError(
        .outOfRange,
        found: Phrase(
          en: "a weight is in whole units from 1 to \(InKindTerms.mostHeads), not \(weight).",
          zh: "重量须为 1 至 \(InKindTerms.mostHeads) 的整数，实际为"
            + " \(weight.words(in: .simplifiedChinese))。"
        ),
        advice: Phrase(
          en: "Count the good in a finer unit, such as the gram.",
          zh: "请改用更小的计量单位，如克。"
        )
      )
    }
    return Int(units)
  }
}

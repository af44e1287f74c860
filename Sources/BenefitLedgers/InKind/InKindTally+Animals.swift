internal import BenefitBinding

extension InKindTally {
  /// Returns the good that offspring are counted as, or `nil` where they are of none.
  func kind(of animals: InKindEvent.Animals) -> Good? {
    animals.good ?? (terms.kindsOwed.count == 1 ? terms.kindsOwed[0] : nil)
  }

  /// Counts offspring of one kind, or of none, as another.
  mutating func identify(
    _ heads: Int,
    _ kind: Good?,
    _ animals: InKindEvent.Animals,
    as good: Good
  ) throws(BenefitError) {
    guard !animals.isStock, kind != good else {
      throw BenefitError(
        .wrongGood,
        found: Phrase(
          en: "only offspring of another kind can be identified as \(good).",
          zh: "只有其他类别的仔畜才能鉴别为\(good.words(in: .simplifiedChinese))。"
        )
      )
    }
    let before = kinds[kind, default: .init()]
    guard heads <= before[.offspringAlive] else { throw tooFew(animals, before[.offspringAlive]) }
    let born = min(heads, before[.born])
    for (count, part) in [
      (.offspringAlive, heads), (.born, born), (.offspringBought, heads - born),
    ] as [(InKindCount, Int)] {
      kinds[kind, default: .init()][count] -= part
      kinds[good, default: .init()][count] += part
    }
  }

  /// Returns the lent good that animals are of, or come back as.
  func lentGood(of animals: InKindEvent.Animals) throws(BenefitError) -> Good {
    if case .stock(let good) = animals {
      if stocks[good] != nil { return good }
      throw BenefitError(
        .wrongGood,
        found: Phrase(
          en: "the contract lends no \(good).",
          zh: "合同未借出\(good.words(in: .simplifiedChinese))。"
        )
      )
    }
    let goods = terms.animalsLent.filter { stocks[$0] != nil }
    guard goods.count == 1 else {
      let chinese = goods.map { $0.words(in: .simplifiedChinese) }.joined(separator: "、")
      throw BenefitError(
        .ambiguousName,
        found: Phrase(
          en: "the contract lends \(goods.map(\.name).joined(separator: ", ")), each for itself.",
          zh: "合同分别借出\(chinese)。"
        ),
        advice: Phrase(en: "Say which it is.", zh: "请注明是哪一种。")
      )
    }
    return goods[0]
  }

  func unnamed(_ goods: [Good]) -> BenefitError {
    let chinese = goods.map { $0.words(in: .simplifiedChinese) }.joined(separator: "、")
    return BenefitError(
      .ambiguousName,
      found: Phrase(
        en: "the terms owe \(goods.map(\.name).joined(separator: ", ")), each for itself.",
        zh: "条款约定分别归还\(chinese)。"
      ),
      advice: Phrase(en: "Say which it is.", zh: "请注明是哪一种。")
    )
  }

  /// Changes the counts that animals stand in.
  mutating func change(
    _ animals: InKindEvent.Animals,
    _ change: (inout InKindPosition) -> Void
  ) throws(BenefitError) {
    if animals.isStock {
      change(&stocks[try lentGood(of: animals), default: .init()])
    } else {
      change(&kinds[kind(of: animals), default: .init()])
    }
  }

  /// Takes animals out of the herd.
  mutating func leave(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    _ way: InKindCount
  ) throws(BenefitError) {
    var alive = 0
    try change(animals) { position in
      alive = position[.alive.of(animals)]
      guard heads <= alive else { return }
      position[.alive.of(animals)] -= heads
      position[way.of(animals)] += heads
    }
    guard heads <= alive else { throw tooFew(animals, alive) }
  }

  private func tooFew(_ animals: InKindEvent.Animals, _ alive: Int) -> BenefitError {
    BenefitError(
      .notEnough,
      found: Phrase(
        en: "the number of the \(animals) alive is \(alive).",
        zh: "存活的\(animals.text(in: .simplifiedChinese))为 \(alive) "
          + "\(animals.good?.countingWord ?? lentUnit)。"
      )
    )
  }

  mutating func die(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    borneBy bearer: InKindTerms.Party?,
    _ reason: String,
    on day: Day
  ) throws(BenefitError) {
    if bearer != nil {
      guard animals.isStock else {
        throw BenefitError(
          .wrongState,
          found: Phrase(
            en: "the loss of offspring is their owner's.",
            zh: "仔畜的损失由其所有人承担。"
          ),
          advice: Phrase(en: "Name no other bearer.", zh: "请勿另填承担方。")
        )
      }
      guard !reason.isEmpty else {
        throw BenefitError(
          .invalidName,
          found: Phrase(en: "there is no reason.", zh: "没有写明原因。"),
          advice: Phrase(en: "Say why this party bears it.", zh: "请写明由该方承担的原因。")
        )
      }
    }
    try leave(heads, animals, .died)
    guard animals.isStock else { return }
    if bearer ?? terms.deathsBorneBy == .lender {
      // Bought stock may die too; no more heads are let off than were lent.
      let good = try lentGood(of: animals)
      let left = (stocks[good]?[.lent] ?? 0) - headsLetOff(good)
      lenderDeaths[good, default: [:]][day, default: 0] += min(heads, left)
    }
    if let sumInsured = terms.sumInsured {
      try addPayout(fen: sumInsured.fen * Int64(heads))
    } else {
      try change(animals) { $0[.claimsOpen] += heads }
    }
  }

  /// Closes claims on an insurer that the terms leave open.
  mutating func settleClaims(
    _ heads: Int,
    _ animals: InKindEvent.Animals,
    for amount: Money
  ) throws(BenefitError) {
    guard terms.sumInsured == nil else {
      throw BenefitError(
        .wrongState,
        found: Phrase(
          en: "the terms state what an insurer pays, and a death counts as paid.",
          zh: "条款已载明保险金额，死亡即按已赔付计。"
        )
      )
    }
    guard amount >= .zero else {
      throw BenefitError(
        .negative,
        found: Phrase(en: "\(amount) is below zero.", zh: "\(amount) 低于零。")
      )
    }
    var open = 0
    try change(animals) { position in
      open = animals.isStock ? position[.claimsOpen] : 0
      if heads <= open { position[.claimsOpen] -= heads }
    }
    guard heads <= open else {
      throw BenefitError(
        .notEnough,
        found: Phrase(
          en: "the number of claims open for the \(animals) is \(open).",
          zh: "\(animals.text(in: .simplifiedChinese))未结的保险赔案为 \(open) 件。"
        )
      )
    }
    try addPayout(fen: amount.fen)
  }

  private mutating func addPayout(fen: Int64) throws(BenefitError) {
    // One payment fits; stock that is bought and dies again and again may not.
    let (sum, overflowed) = money.knownPayout.fen.addingReportingOverflow(fen)
    if overflowed { throw InKindLedger.tooMuchInsured }
    money.knownPayout = Money(fen: sum)
  }
}

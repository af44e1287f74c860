internal import BenefitBinding

extension InKindTally {
  /// Takes the deposit that the terms ask for.
  mutating func payDeposit() throws(BenefitError) {
    guard terms.deposit > .zero else {
      throw BenefitError(
        .wrongState,
        found: Phrase(en: "the terms ask for no deposit.", zh: "条款未约定押金。")
      )
    }
    guard money.depositPaid == .zero else {
      throw BenefitError(
        .wrongState,
        found: Phrase(en: "it was paid before.", zh: "押金此前已交纳。")
      )
    }
    money.depositPaid = terms.deposit
    money.depositHeld = terms.deposit
  }

  /// Gives back what is held, or a part of it.
  ///
  /// A lender that kept a part for what it did not get may give back the rest at once.
  mutating func refundDeposit(_ part: Money?, on day: Day) throws(BenefitError) {
    let amount = try held(part)
    let position = position(on: day)
    guard position.isSettled || position.depositForfeited > .zero else {
      let claims = terms.claims.filter { $0.good.debtor == .borrower }
      let goods = claims.map { $0.good.counted(position[.stillOwed, of: $0.good]) }
      let heads = max(0, position[.stockOwed] - position[.broughtBack])
      let rest = goods.map { $0.text(in: .simplifiedChinese) } + ["种畜 \(heads) \(lentUnit)"]
      let chinese = rest.joined(separator: "、")
      throw BenefitError(
        .outOfOrder,
        found: Phrase(
          en: "the contract still owes \(goods.map(\.description).joined(separator: ", ")) and "
            + "\(Plural.counted(heads, "animal")) of the stock.",
          zh: "合同尚欠\(chinese)。"
        )
      )
    }
    money.depositHeld -= amount
    money.depositRefunded += amount
  }

  /// Keeps what is held, or a part of it, for the lender.
  mutating func forfeitDeposit(_ part: Money?, for reason: String) throws(BenefitError) {
    guard !reason.isEmpty else {
      throw BenefitError(
        .invalidName,
        found: Phrase(en: "there is no reason.", zh: "没有写明原因。"),
        advice: Phrase(en: "Say for what it is forfeited.", zh: "请写明没收的原因。")
      )
    }
    let amount = try held(part)
    money.depositHeld -= amount
    money.depositForfeited += amount
  }

  /// An amount out of the deposit, the whole of what is held where none is named.
  private func held(_ part: Money?) throws(BenefitError) -> Money {
    guard money.depositPaid > .zero else {
      throw BenefitError(
        .wrongState,
        found: Phrase(en: "no deposit was paid.", zh: "没有交纳押金。")
      )
    }
    guard money.depositHeld > .zero else {
      if money.depositForfeited == .zero {
        throw BenefitError(
          .wrongState,
          found: Phrase(en: "it was refunded before.", zh: "押金此前已退还。")
        )
      }
      throw BenefitError(
        .wrongState,
        found: Phrase(
          en: "nothing of it is held; \(money.depositRefunded) was refunded and "
            + "\(money.depositForfeited) forfeited.",
          zh: "押金已无余额：已退还 \(money.depositRefunded)，已没收 \(money.depositForfeited)。"
        )
      )
    }
    guard let part else { return money.depositHeld }
    guard part > .zero else {
      throw BenefitError(
        .notPositive,
        found: Phrase(en: "an amount is above zero.", zh: "金额须大于零。")
      )
    }
    guard part <= money.depositHeld else {
      throw BenefitError(
        .notEnough,
        found: Phrase(
          en: "only \(money.depositHeld) of it is held.",
          zh: "在押押金只有 \(money.depositHeld)。"
        )
      )
    }
    return part
  }
}

internal import BenefitBinding

extension InKindTally {
  /// Takes the deposit that the terms ask for.
  mutating func payDeposit() throws(BenefitError) {
    guard terms.deposit > .zero else {
      throw BenefitError(.wrongState, found: "the terms ask for no deposit.")
    }
    guard stock.depositPaid == .zero else {
      throw BenefitError(.wrongState, found: "it was paid before.")
    }
    stock.depositPaid = terms.deposit
    stock.depositHeld = terms.deposit
  }

  /// Gives back what is held, or a part of it.
  ///
  /// A lender that kept a part for what it did not get may give back the rest at once.
  mutating func refundDeposit(_ part: Money?, on day: Day) throws(BenefitError) {
    let amount = try held(part)
    let position = position(on: day)
    guard position.isSettled || position.depositForfeited > .zero else {
      let goods = terms.claims.map {
        Plural.counted(position[.stillOwed, of: $0.good], $0.good.name)
      }
      let heads = max(0, position[.stockOwed] - position[.broughtBack])
      throw BenefitError(
        .outOfOrder,
        found: "the contract still owes \(goods.joined(separator: ", ")) and "
          + "\(Plural.counted(heads, "animal")) of the stock."
      )
    }
    stock.depositHeld -= amount
    stock.depositRefunded += amount
  }

  /// Keeps what is held, or a part of it, for the lender.
  mutating func forfeitDeposit(_ part: Money?, for reason: String) throws(BenefitError) {
    guard !reason.isEmpty else {
      throw BenefitError(
        .invalidName,
        found: "there is no reason.",
        advice: "Say for what it is forfeited."
      )
    }
    let amount = try held(part)
    stock.depositHeld -= amount
    stock.depositForfeited += amount
  }

  /// An amount out of the deposit, the whole of what is held where none is named.
  private func held(_ part: Money?) throws(BenefitError) -> Money {
    guard stock.depositPaid > .zero else {
      throw BenefitError(.wrongState, found: "no deposit was paid.")
    }
    guard stock.depositHeld > .zero else {
      if stock.depositForfeited == .zero {
        throw BenefitError(.wrongState, found: "it was refunded before.")
      }
      throw BenefitError(
        .wrongState,
        found: "nothing of it is held; \(stock.depositRefunded) was refunded and "
          + "\(stock.depositForfeited) forfeited."
      )
    }
    guard let part else { return stock.depositHeld }
    guard part > .zero else {
      throw BenefitError(.notPositive, found: "an amount is above zero.")
    }
    guard part <= stock.depositHeld else {
      throw BenefitError(.notEnough, found: "only \(stock.depositHeld) of it is held.")
    }
    return part
  }
}

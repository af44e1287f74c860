internal import BenefitBinding

extension Procurement {
  static func check(_ contract: Contract) throws(BenefitError) {
    let place = BenefitError.Place.contract(contract.id)
    let parts = [
      (Phrase(en: "it has no buyer.", zh: "合同没有买方。"), contract.buyers),
      (Phrase(en: "it has no seller.", zh: "合同没有卖方。"), contract.sellers),
    ]
    for (found, parties) in parts where parties.isEmpty {
      throw BenefitError(
        .missing,
        at: place,
        found: found,
        advice: Phrase(en: "Name at least one.", zh: "请至少填写一方。")
      )
    }
    var seen: Set<String> = []
    for party in contract.buyers + contract.sellers where !seen.insert(party).inserted {
      throw BenefitError(
        .duplicate,
        at: place,
        found: Phrase(
          en: "it names \"\(party)\" twice among its buyers and sellers.",
          zh: "「\(party)」在买卖双方中出现了两次。"
        ),
        advice: Phrase(en: "Name each once.", zh: "请每方只填写一次。")
      )
    }
    if let quantity = contract.signedQuantity {
      try check(quantity, of: contract.good, at: [place])
    }
    if let value = contract.statedValue, value <= .zero {
      throw .notAboveZero(Phrase(en: "\(value)", zh: "\(value)")).within(place)
    }
    if let price = contract.price { try check(price, at: [place]) }
  }

  static func check(
    _ delivery: Delivery,
    under contract: Contract
  ) throws(BenefitError) {
    guard delivery.day >= contract.day else {
      throw BenefitError(
        .outOfOrder,
        found: Phrase(
          en: "the contract was signed later, on \(contract.day).",
          zh: "合同签订在后，为 \(contract.day)。"
        ),
        advice: Phrase(en: "Correct one of the days.", zh: "请改正其中一个日期。")
      )
      .within(delivery.places)
    }
    let seller = delivery.seller ?? delivery.household
    guard contract.sellers.contains(seller) else {
      let sellers = contract.sellers.map { "「\($0)」" }.joined(separator: "、")
      throw BenefitError(
        .unknownName,
        found: Phrase(
          en: "\"\(seller)\" is no seller of the contract, only "
            + "\(contract.sellers.joined(separator: ", ")).",
          zh: "「\(seller)」不是合同的卖方；卖方为\(sellers)。"
        ),
        advice: Phrase(
          en: "Name the one who signed for the household.",
          zh: "请填写代该户签订合同的一方。"
        )
      )
      .within(delivery.places)
    }
    try check(delivery.quantity, of: contract.good, at: delivery.places)
    for amount in [delivery.statedValue, delivery.otherwise].compactMap(\.self) {
      try check(amount, at: delivery.places)
    }
  }

  private static func check(
    _ quantity: Quantity,
    of good: Good,
    at places: [BenefitError.Place]
  ) throws(BenefitError) {
    let chinese = quantity.words(in: .simplifiedChinese)
    guard quantity.thousandths > 0 else {
      throw .notAboveZero(Phrase(en: "\(quantity)", zh: chinese)).within(places)
    }
    guard quantity.unit == good.unit else {
      let (unit, name) = (good.unit.chinese, good.words(in: .simplifiedChinese))
      throw BenefitError(
        .wrongUnit,
        found: Phrase(
          en: "\(quantity) is not counted in \(good.unit), as \(good) is.",
          zh: "\(name)以\(unit)计量，不能填写 \(chinese)。"
        ),
        advice: Phrase(en: "Give it in \(good.unit).", zh: "请以\(unit)填写。")
      )
      .within(places)
    }
  }

  private static func check(
    _ amount: Money,
    at places: [BenefitError.Place]
  ) throws(BenefitError) {
    guard amount >= .zero else {
      throw BenefitError(
        .negative,
        found: Phrase(en: "\(amount) is below zero.", zh: "\(amount) 低于零。"),
        advice: Phrase(en: "A price or a payment is zero or more.", zh: "请填写不低于零的价格或价款。")
      )
      .within(places)
    }
  }
}

extension BenefitError {
  /// The error of a figure that a contract, a delivery or a report states and that is not above zero.
  static func notAboveZero(_ figure: Phrase) -> Self {
    Self(
      .notPositive,
      found: Phrase(
        en: "\(figure) is not above zero.",
        zh: "\(figure.text(in: .simplifiedChinese))不大于零。"
      ),
      advice: Phrase(en: "Leave out what is not known.", zh: "未知的请留空。")
    )
  }
}

extension Quantity.Unit {
  /// The unit in Chinese, as after a number.
  var chinese: String { words(in: .simplifiedChinese, many: true) }
}

/// Sums over a whole ledger, so that no reading of a part of it can be too large.
struct Sums {
  private var signed: Int64 = 0
  private var sold: Int64 = 0
  private var agreed: Int64 = 0
  private var otherwise: Int64 = 0
  private var quantity: Int64 = 0

  mutating func add(_ contract: Procurement.Contract) throws(BenefitError) {
    try signed.add(contract.exactValue ?? 0, at: [.contract(contract.id)])
  }

  mutating func add(
    _ delivery: Procurement.Delivery,
    under contract: Procurement.Contract
  ) throws(BenefitError) {
    let places = delivery.places
    try sold.add(delivery.exactValue(under: contract) ?? 0, at: places)
    try agreed.add(delivery.agreedValue(under: contract) ?? 0, at: places)
    try otherwise.add(delivery.exactOtherwise ?? 0, at: places)
    try quantity.add(Int128(delivery.quantity.thousandths), at: places)
  }
}

extension Int64 {
  /// Adds an amount to a sum over a ledger.
  ///
  /// - Throws: `BenefitError` at the places of the amount where the sum is too large to be kept.
  mutating func add(
    _ amount: Int128,
    at places: [BenefitError.Place]
  ) throws(BenefitError) {
    guard let sum = Int64(exactly: Int128(self) + amount) else {
      throw BenefitError(
        .overflow,
        found: Phrase(
          en: "a sum up to it is too large to be kept exactly in 64 bits.",
          zh: "累计数额过大，超出 64 位，无法精确保存。"
        ),
        advice: Phrase(en: "Record it in several ledgers.", zh: "请分记在几本账上。")
      )
      .within(places)
    }
    self = sum
  }
}

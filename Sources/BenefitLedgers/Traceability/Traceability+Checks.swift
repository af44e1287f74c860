internal import BenefitBinding

extension Traceability {
  /// Refuses a quantity that is not above zero or in another unit.
  static func check(
    _ quantity: Quantity,
    in unit: Quantity.Unit,
    at places: BenefitError.Place...
  ) throws(BenefitError) {
    guard quantity.thousandths > 0 else {
      throw BenefitError(
        .notPositive,
        found: Phrase(
          en: "the quantity \(quantity) is not above zero.",
          zh: "数量 \(quantity.words(in: .simplifiedChinese))不大于零。"
        ),
        advice: Phrase(
          en: "Leave out what was not collected or sold.",
          zh: "没有收购或售出的请删去。"
        )
      )
      .within(places)
    }
    guard quantity.unit == unit else { throw otherUnit(quantity, unit).within(places) }
  }

  static func otherUnit(_ quantity: Quantity, _ unit: Quantity.Unit) -> BenefitError {
    BenefitError(
      .wrongUnit,
      found: Phrase(
        en: "the quantity \(quantity) is not counted in \(unit).",
        zh: "数量 \(quantity.words(in: .simplifiedChinese))不是以\(unit.chinese)计量。"
      ),
      advice: Phrase(
        en: "Use one unit for all produce that is traced together.",
        zh: "一起追溯的产品请用同一单位。"
      )
    )
  }
}

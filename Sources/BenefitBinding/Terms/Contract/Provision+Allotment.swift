// A quantity says itself how it is rounded, as the rule for amounts is one of fen.
extension Provision {
  /// A quantity in whole units.
  func english(_ allotment: Allotment) -> String {
    let quantity = allotment.quantity.expression.englishProse
    let condition = Self.qualification(allotment.condition)
    var text = "\"\(allotment.name)\": "
    guard let sharing = allotment.sharing else {
      text += "\(Self.household(allotment.condition)) is allotted \(quantity), in whole units; "
      return text + "a part of a unit is left out." + condition + Self.english(Flow.quantity)
    }
    text += "the pot is \(quantity), in whole units; a part of a unit is left out."
    if sharing.scope == .gaqa { text += " Each gaqa has its own, for its own households." }
    text += " It is shared among \(Self.households(allotment.condition)), "
    text += "\(sharing.key.englishProse).\(condition)"
    let rule = sharing.apportionment
    let share = rule.basis == .rate ? sharing.key.unitProse : "each household"
    text += " What falls to \(share) is rounded down to whole units"
    let odd =
      switch rule.residue {
      case .first: ", and the odd units go, one each, from the first household of the register on."
      case .last: ", and the odd units go, one each, from the last household of the register back."
      case .largestRemainder:
        ", and the odd units go, one each, to those whose parts were cut by most."
      case .posted, .carriedForward, .writtenOff: "; the odd units are not allotted."
      }
    return text + odd + Self.english(Flow.quantity)
  }

  /// A quantity in whole units, in Chinese.
  func chinese(_ allotment: Allotment) -> String {
    let quantity = allotment.quantity.expression.chinese
    let households = Self.chineseHouseholds(allotment.condition)
    let condition = Self.condition(allotment.condition)
    var text = Self.title(allotment.name)
    guard let sharing = allotment.sharing else {
      text += "\(households)分得：\(quantity)，只计整数，不足一个单位的舍去。"
      return text + condition + Self.chinese(Flow.quantity)
    }
    text += "分配总额为\(quantity)，只计整数，不足一个单位的舍去。"
    if sharing.scope == .gaqa { text += "各嘎查分别计算，在本嘎查各户间分配。" }
    text += "\(sharing.key.chineseProse)分给\(households)。\(condition)"
    let rule = sharing.apportionment
    text += "\(rule.basis == .rate ? "\(sharing.key.unit)应得数" : "各户应得部分")舍去尾数到整数，"
    let odd =
      switch rule.residue {
      case .largestRemainder: "差额每户一个单位，按舍去尾数由大到小依次分给各户。"
      case .first: "差额每户一个单位，从名册第一户起依次分给各户。"
      case .last: "差额每户一个单位，从名册最后一户起依次分给各户。"
      case .posted, .carriedForward, .writtenOff: "差额不作分配。"
      }
    return text + odd + Self.chinese(Flow.quantity)
  }
}

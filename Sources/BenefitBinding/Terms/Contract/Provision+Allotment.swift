// A quantity says itself how it is rounded, as the rule for amounts is one of fen.
extension English {
  /// A quantity in whole units.
  func english(_ allotment: Allotment) -> String {
    let quantity = prose(allotment.quantity.expression)
    let condition = qualification(allotment.condition)
    var text = "\"\(allotment.name)\": "
    guard let sharing = allotment.sharing else {
      text += "\(household(allotment.condition)) is allotted \(quantity), in whole units; "
      return text + "a part of a unit is left out." + condition + english(Flow.quantity)
    }
    text += "the pot is \(quantity), in whole units; a part of a unit is left out."
    if sharing.scope == .gaqa { text += " Each gaqa has its own, for its own households." }
    text += " It is shared among \(households(allotment.condition)), "
    text += "\(measure(sharing.key)).\(condition)"
    let rule = sharing.apportionment
    let share = rule.basis == .rate ? unit(sharing.key) : "each household"
    text += " What falls to \(share) is rounded down to whole units"
    let odd =
      switch rule.residue {
      case .first: ", and the odd units go, one each, from the first household of the register on."
      case .last: ", and the odd units go, one each, from the last household of the register back."
      case .largestRemainder:
        ", and the odd units go, one each, to those whose parts were cut by most."
      case .posted, .carriedForward, .writtenOff: "; the odd units are not allotted."
      }
    return text + odd + english(Flow.quantity)
  }
}

extension Chinese {
  /// A quantity in whole units.
  func chinese(_ allotment: Allotment) -> String {
    let quantity = formula(allotment.quantity.expression)
    let households = chineseHouseholds(allotment.condition)
    let condition = condition(allotment.condition)
    var text = title(allotment.name)
    guard let sharing = allotment.sharing else {
      text += "\(households)分得：\(quantity)，只计整数，不足一个单位的舍去。"
      return text + condition + chinese(Flow.quantity)
    }
    text += "分配总额为\(quantity)，只计整数，不足一个单位的舍去。"
    if sharing.scope == .gaqa { text += "各嘎查分别计算，在本嘎查各户间分配。" }
    text += "\(measure(sharing.key))分给\(households)。\(condition)"
    let rule = sharing.apportionment
    text += "\(rule.basis == .rate ? "\(unit(sharing.key))应得数" : "各户应得部分")舍去尾数到整数，"
    let odd =
      switch rule.residue {
      case .largestRemainder: "差额每户一个单位，按舍去尾数由大到小依次分给各户。"
      case .first: "差额每户一个单位，从名册第一户起依次分给各户。"
      case .last: "差额每户一个单位，从名册最后一户起依次分给各户。"
      case .posted, .carriedForward, .writtenOff: "差额不作分配。"
      }
    return text + odd + chinese(Flow.quantity)
  }
}

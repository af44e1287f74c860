extension Chinese {
  /// A pot: what is in it, and where it comes from.
  func chinese(_ distribution: Distribution) -> String {
    var text = title(distribution.name)
    text += distribution.isBurden ? "应负担总额为" : "分配总额为"
    text += "\(formula(distribution.pot.expression))\(chinese(distribution.rounding))。"
    if distribution.scope == .gaqa { text += "各嘎查分别计算，在本嘎查各户间分配。" }
    if let source = distribution.source {
      text += "从\(source.words(in: .simplifiedChinese))提取，以其余额为限，未取用部分仍留其中。"
    }
    if distribution.tiers.isEmpty { text += "不作分配。" }
    return text
  }

  /// A step of a pot.
  func chinese(_ tier: Tier, _ position: Provision.Position, _ distribution: Distribution) -> String
  {
    var text =
      switch position {
      case .only: ""
      case .first: "首先，"
      case .middle: "其次，"
      case .last: "最后，"
      }
    let (part, isCost) = (part(tier.amount, position), tier.flow == .cost)
    switch tier.recipient {
    case .account(let account):
      let account = account.words(in: .simplifiedChinese)
      text += distribution.isBurden ? "\(part)由\(account)承担。" : "\(part)归\(account)。"
      text += tier.unlisted.map { "所代表的未列名者：\(formula($0.expression))。" } ?? ""
    case .gaqas(let account, let key):
      text += "\(part)\(tier.amount.expression.isRounded ? "，" : "")\(measure(key))"
      text += distribution.isBurden ? "由各嘎查负担，从各嘎查的" : "分给各嘎查，归入各嘎查的"
      text += "\(account.words(in: .simplifiedChinese))\(distribution.isBurden ? "列支" : "")。"
    case .households(let key, let condition, let apportionment):
      let households = chineseHouseholds(condition)
      text +=
        "\(part)\(name(tier))\(tier.amount.expression.isRounded ? "，" : "")\(measure(key))"
      text += isCost ? "由\(households)负担。" : "分给\(households)。"
      text += self.condition(condition) + chinese(apportionment, by: key)
      text += chinese(tier.flow)
    case .claims(let condition, let pool):
      text += "\(chineseHouseholds(condition))\(isCost ? "负担" : "得")"
      text += "\(formula(tier.amount.expression))\(name(tier))。\(self.condition(condition))"
      text += chinese(pool, position) + chinese(tier.flow)
    }
    if let line = tier.formerLine {
      text += "承接「\(StandardLine.words(line, in: .simplifiedChinese))」以前各期结转的余额。"
    }
    return text
  }

  /// The part of a pot that a step takes.
  private func part(_ amount: Amount, _ position: Provision.Position) -> String {
    switch (amount, position) {
    case (.rest, .middle), (.rest, .last): "剩余部分"
    case (.rest, _): "全部"
    case (.pot, _): "分配总额全数"
    case (let amount, _) where amount.expression.isRounded: formula(amount.expression)
    default: operand(amount.expression)
    }
  }

  private func name(_ tier: Tier) -> String {
    tier.name.map { "（「\(StandardLine.words($0, in: .simplifiedChinese))」）" } ?? ""
  }

  private func chinese(_ pool: AwardPool?, _ position: Provision.Position) -> String {
    guard let pool else { return "剩余部分不足的，各户按比例减少。" }
    return "从\(part(pool.amount, position))中支付，"
      + (pool.carriesUnspent ? "以前各期未用部分一并使用，本期未用部分结转下期；" : "未用部分留给后面各步；")
      + (pool.backstop.map { "不足的，由\($0.words(in: .simplifiedChinese))补足。" } ?? "不足的，各户按比例减少。")
  }

  /// The rule by which parts are rounded, where it is not the usual one.
  private func chinese(_ apportionment: Apportionment, by key: Key) -> String {
    let apportionment = apportionment.inSteps(of: currency)
    if apportionment == .exact.inSteps(of: currency) { return "" }
    let subject =
      switch apportionment.basis {
      case .payout: "各户应得部分"
      case .rate: "\(unit(key))应得数"
      }
    let step = apportionment.rounding.step
    let below = step == currency.step ? "" : "，不足\(oneStep(step))的部分不分"
    let residue =
      switch apportionment.residue {
      case .largestRemainder: "差额每户\(oneStep(step))，按舍去尾数由大到小依次分给各户\(below)。"
      case .first: "差额每户\(oneStep(step))，从名册第一户起依次分给各户\(below)。"
      case .last: "差额每户\(oneStep(step))，从名册最后一户起依次分给各户\(below)。"
      case .posted(let account):
        "差额归\(account.words(in: .simplifiedChinese))，多付的也由其承担。"
      case .carriedForward: "差额结转下期，并入本项分配。"
      case .writtenOff: "差额核销。"
      }
    return "\(subject)\(rounding(apportionment.rounding))，\(residue)"
  }
}

extension Chinese {
  /// The measure by which households share.
  func measure(_ key: Key) -> String {
    switch key.expression {
    case .household: "按户平均"
    case Key.gaqa.expression: "按嘎查平均"
    case .persons: "按人口平均"
    case .line(let name, _): "按各户「\(StandardLine.words(name, in: .simplifiedChinese))」的比例"
    default: "按\(operand(key.expression))的比例"
    }
  }

  /// One unit of the measure.
  func unit(_ key: Key) -> String {
    if let unit = key.expression.unit, (try? key.expression.dimension()) == .quantity {
      unit.each(in: .simplifiedChinese)
    } else {
      "每\(currency.unit.chinese)"
    }
  }
}

extension Provision {
  /// A pot: what is in it, and where it comes from.
  func chinese(_ distribution: Distribution) -> String {
    var text = Self.title(distribution.name)
    text += distribution.isBurden ? "应负担总额为" : "分配总额为"
    text += "\(distribution.pot.expression.chinese)\(Self.chinese(distribution.rounding))。"
    if distribution.scope == .gaqa { text += "各嘎查分别计算，在本嘎查各户间分配。" }
    if let source = distribution.source {
      text += "从\(source.words(in: .simplifiedChinese))提取，以其余额为限，未取用部分仍留其中。"
    }
    if distribution.tiers.isEmpty { text += "不作分配。" }
    return text
  }

  /// A step of a pot.
  func chinese(_ tier: Tier, _ position: Position, _ distribution: Distribution) -> String {
    var text =
      switch position {
      case .only: ""
      case .first: "首先，"
      case .middle: "其次，"
      case .last: "最后，"
      }
    let (part, isCost) = (Self.part(tier.amount, position), tier.flow == .cost)
    switch tier.recipient {
    case .account(let account):
      let account = account.words(in: .simplifiedChinese)
      text += distribution.isBurden ? "\(part)由\(account)承担。" : "\(part)归\(account)。"
      text += tier.unlisted.map { "所代表的未列名者：\($0.expression.chinese)。" } ?? ""
    case .gaqas(let account, let key):
      text += "\(part)\(tier.amount.expression.isRounded ? "，" : "")\(key.chineseProse)"
      text += distribution.isBurden ? "由各嘎查负担，从各嘎查的" : "分给各嘎查，归入各嘎查的"
      text += "\(account.words(in: .simplifiedChinese))\(distribution.isBurden ? "列支" : "")。"
    case .households(let key, let condition, let apportionment):
      let households = Self.chineseHouseholds(condition)
      text +=
        "\(part)\(Self.name(tier))\(tier.amount.expression.isRounded ? "，" : "")\(key.chineseProse)"
      text += isCost ? "由\(households)负担。" : "分给\(households)。"
      text += Self.condition(condition) + Self.chinese(apportionment, by: key)
      text += Self.chinese(tier.flow)
    case .claims(let condition, let pool):
      text += "\(Self.chineseHouseholds(condition))\(isCost ? "负担" : "得")"
      text += "\(tier.amount.expression.chinese)\(Self.name(tier))。\(Self.condition(condition))"
      text += Self.chinese(pool, position) + Self.chinese(tier.flow)
    }
    if let line = tier.formerLine {
      text += "承接「\(StandardLine.words(line, in: .simplifiedChinese))」以前各期结转的余额。"
    }
    return text
  }

  /// The part of a pot that a step takes.
  private static func part(_ amount: Amount, _ position: Position) -> String {
    switch (amount, position) {
    case (.rest, .middle), (.rest, .last): "剩余部分"
    case (.rest, _): "全部"
    case (.pot, _): "分配总额全数"
    case (let amount, _) where amount.expression.isRounded: amount.expression.chinese
    default: amount.expression.chineseOperand
    }
  }

  private static func name(_ tier: Tier) -> String {
    tier.name.map { "（「\(StandardLine.words($0, in: .simplifiedChinese))」）" } ?? ""
  }

  private static func chinese(_ pool: AwardPool?, _ position: Position) -> String {
    guard let pool else { return "剩余部分不足的，各户按比例减少。" }
    return "从\(part(pool.amount, position))中支付，"
      + (pool.carriesUnspent ? "以前各期未用部分一并使用，本期未用部分结转下期；" : "未用部分留给后面各步；")
      + (pool.backstop.map { "不足的，由\($0.words(in: .simplifiedChinese))补足。" } ?? "不足的，各户按比例减少。")
  }

  /// The rule by which parts are rounded, where it is not the usual one.
  private static func chinese(_ apportionment: Apportionment, by key: Key) -> String {
    if apportionment == .exact { return "" }
    let subject =
      switch apportionment.basis {
      case .payout: "各户应得部分"
      case .rate: "\(key.unit)应得数"
      }
    let step = apportionment.rounding.step
    let below = step == .fen ? "" : "，不足\(step.chinese)的部分不分"
    let residue =
      switch apportionment.residue {
      case .largestRemainder: "差额每户\(step.chinese)，按舍去尾数由大到小依次分给各户\(below)。"
      case .first: "差额每户\(step.chinese)，从名册第一户起依次分给各户\(below)。"
      case .last: "差额每户\(step.chinese)，从名册最后一户起依次分给各户\(below)。"
      case .posted(let account):
        "差额归\(account.words(in: .simplifiedChinese))，多付的也由其承担。"
      case .carriedForward: "差额结转下期，并入本项分配。"
      case .writtenOff: "差额核销。"
      }
    return "\(subject)\(apportionment.rounding.words(in: .simplifiedChinese))，\(residue)"
  }
}

extension Key {
  /// The measure by which households share.
  var chineseProse: String {
    switch expression {
    case .household: "按户平均"
    case Key.gaqa.expression: "按嘎查平均"
    case .persons: "按人口平均"
    case .line(let name, _): "按各户「\(StandardLine.words(name, in: .simplifiedChinese))」的比例"
    default: "按\(expression.chineseOperand)的比例"
    }
  }

  /// One unit of the measure.
  var unit: String {
    if let unit = expression.unit, (try? expression.dimension()) == .quantity {
      unit.each(in: .simplifiedChinese)
    } else {
      "每元"
    }
  }
}

extension Rounding.Step {
  fileprivate var chinese: String {
    switch self {
    case .fen: "一分"
    case .jiao: "一角"
    case .yuan: "一元"
    case .ten: "十元"
    case .hundred: "一百元"
    }
  }
}

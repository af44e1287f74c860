extension Expression {
  /// The formula in Chinese: `农户入股资金的 5%加可分配利润的 29%`.
  var chinese: String {
    switch self {
    case .constant(let figure): figure.text(in: .simplifiedChinese)
    case .money(let fact): fact.words(in: .simplifiedChinese)
    case .rate(let fact): fact.words(in: .simplifiedChinese)
    case .measure(let measure): measure.words(in: .simplifiedChinese)
    case .persons: "家庭人口"
    case .household: "1 户"
    case .baselineIncome: "上年收入"
    case .status(let statuses):
      "该户属于\(Self.chinese(statuses))"
    case .gaqa(let names): "该户住在\(Self.chinese(names))嘎查"
    case .id(let ids): "该户为\(Self.chinese(ids))"
    case .stake: "农户入股资金"
    case .stakeRatio: "农户入股资金占全部投入资金的比例"
    case .carriedLoss: "以前各期未弥补亏损"
    case .pot: "分配总额"
    case .remainder: "剩余部分"
    case .line(let name, _): "该户\(Self.quoted(name))"
    case .total(let name, _): "各户\(Self.quoted(name))合计"
    case .held(let name): "该户以前各期持有的\(Self.quoted(name))"
    case .balance(let account): "\(account.words(in: .simplifiedChinese))余额"
    case .sum([]): "零"
    case .sum(let parts): parts.map(\.chineseOperand).joined(separator: "加")
    case .difference(let a, let b):
      ([a.chineseBeginning] + b.terms.map(\.chineseOperand)).joined(separator: "减")
    case .product(let a, let b): Self.chinese(Self.multiple(a, b))
    case .quotient(let a, let b): "\(a.chineseOperand)除以\(b.chineseOperand)"
    case .greatest(let parts):
      if let (value, threshold) = excess {
        Self.chineseExcess(of: value, over: threshold)
      } else {
        Self.chinese(parts, two: "较高者", more: "最高者")
      }
    case .least(let parts): Self.chinese(parts, two: "较低者", more: "最低者")
    case .rounded(let part, let rounding): Self.chinese(part, rounding)
    case .atLeast(let a, let b): "\(a.chineseOperand)不低于\(b.chineseOperand)"
    case .not(.atLeast(let a, let b)) where a.isFixed: "\(b.chineseOperand)高于\(a.chineseOperand)"
    case .not(.atLeast(let a, let b)): "\(a.chineseOperand)低于\(b.chineseOperand)"
    case .all(let parts):
      if let (a, b) = equals {
        "\(a.chineseOperand)等于\(b.chineseOperand)"
      } else {
        parts.map(\.chineseOperand).joined(separator: "且")
      }
    case .any(let parts): parts.map(\.chineseOperand).joined(separator: "或")
    case .not(.status(let statuses)): "该户不属于\(Self.chinese(statuses))"
    case .not(.gaqa(let names)): "该户不住在\(Self.chinese(names))嘎查"
    case .not(.id(let ids)): "该户不为\(Self.chinese(ids))"
    case .not(let part): "不符合「\(part.chinese)」"
    case .choice(let condition, let a, let b):
      "\(a.chineseOperand)（\(condition.chinese)时）或\(b.chineseOperand)（其他情形）"
    case .mean(let part, let seasons): "\(part.chineseOperand)近\(seasons.value)期（含本期）的平均数"
    case .membersTotal(let part): "参加分配各户\(part.chineseOperand)的合计"
    case .named(let name, _): Self.chinese(name)
    }
  }

  private static func chinese(_ statuses: [Status]) -> String {
    statuses.isEmpty
      ? "无" : statuses.map { $0.words(in: .simplifiedChinese) }.joined(separator: "或")
  }

  private static func chinese(_ gaqas: [String]) -> String {
    gaqas.isEmpty ? "无" : gaqas.map { "「\($0)」" }.joined(separator: "或")
  }

  /// The formula as the beginning of a difference.
  private var chineseBeginning: String {
    switch self {
    case .sum, .difference: chinese
    default: chineseOperand
    }
  }

  /// The formula as a part of another one.
  var chineseOperand: String {
    switch self {
    case .sum, .difference, .quotient, .greatest, .least, .rounded, .choice, .all, .any,
      .membersTotal, .mean:
      "（\(chinese)）"
    default: chinese
    }
  }

  private static func chineseExcess(of value: Expression, over threshold: Expression) -> String {
    if threshold.isZero { return "\(value.chineseOperand)高于零的部分（如有）" }
    if value.isZero { return "\(threshold.chineseOperand)低于零的部分（如有）" }
    return "\(value.chineseOperand)超过\(threshold.chineseOperand)的部分（如有）"
  }

  private static func chinese(_ multiple: Multiple) -> String {
    switch multiple {
    case .part(let ratio, let base) where (try? base.dimension()) == .truth:
      "\(base.chineseOperand)的计\(Figure(ratio, .ratio).text(in: .simplifiedChinese))"
    case .part(let ratio, let base):
      ratio.denominator == 1
        ? "\(base.chineseOperand)的\(ratio)倍"
        : "\(base.chineseOperand)的\(Figure(ratio, .ratio).text(in: .simplifiedChinese))"
    case .price(let price): "\(price.chineseOperand)（元）"
    case .rate(let rate, let base): "\(base.chineseOperand)乘以\(rate.chineseOperand)"
    case .each(let price, let unit, of: .persons), .each(let price, let unit, of: .household):
      "\(unit.each(in: .simplifiedChinese))\(price.chineseOperand)"
    case .each(let price, let unit, let quantity):
      "\(quantity.chineseOperand)\(quantity.endsInUnit ? "，" : "")"
        + "\(unit.each(in: .simplifiedChinese))\(price.chineseOperand)"
    case .other(let a, let b): "\(a.chineseOperand)乘以\(b.chineseOperand)"
    }
  }

  /// True if the quantity ends in its unit, after which `each unit` needs a comma.
  private var endsInUnit: Bool {
    switch self {
    case .constant, .product: true
    default: false
    }
  }

  private static func chinese(_ parts: [Expression], two: String, more: String) -> String {
    parts.map(\.chineseOperand).joined(separator: parts.count > 2 ? "、" : "与") + "中的"
      + (parts.count > 2 ? more : two)
  }

  private static func chinese(_ part: Expression, _ rounding: Rounding) -> String {
    let isQuantity = (try? part.dimension()) == .quantity
    let rule = rounding.words(in: .simplifiedChinese, ofUnits: isQuantity)
    return "\(part.chineseOperand)\(rule)"
  }

  /// The name of a line in marks.
  private static func quoted(_ name: String) -> String {
    "「\(StandardLine.words(name, in: .simplifiedChinese))」"
  }

  /// The name of a formula, in marks where a user made it up.
  private static func chinese(_ name: String) -> String {
    let words = StandardLine.words(name, in: .simplifiedChinese)
    return words == name ? "「\(name)」" : words
  }
}

extension Chinese {
  /// A formula: `农户入股资金的 5%加可分配利润的 29%`.
  func formula(_ expression: Expression) -> String {
    switch expression {
    case .constant(let figure): self.figure(figure)
    case .money(let fact): fact.words(in: .simplifiedChinese)
    case .rate(let fact): fact.words(in: .simplifiedChinese)
    case .measure(let measure): measure.words(in: .simplifiedChinese)
    case .persons: "家庭人口"
    case .household: "1 户"
    case .baselineIncome: "上年收入"
    case .status(let statuses):
      "该户属于\(chinese(statuses))"
    case .gaqa(let names): "该户住在\(chinese(names))嘎查"
    case .id(let ids): "该户为\(chinese(ids))"
    case .stake: "农户入股资金"
    case .stakeRatio: "农户入股资金占全部投入资金的比例"
    case .carriedLoss: "以前各期未弥补亏损"
    case .pot: "分配总额"
    case .remainder: "剩余部分"
    case .line(let name, _): "该户\(quoted(name))"
    case .total(let name, _): "各户\(quoted(name))合计"
    case .held(let name): "该户以前各期持有的\(quoted(name))"
    case .balance(let account): "\(account.words(in: .simplifiedChinese))余额"
    case .sum([]): "零"
    case .sum(let parts): parts.map(operand).joined(separator: "加")
    case .difference(let a, let b):
      ([beginning(a)] + b.terms.map(operand)).joined(separator: "减")
    case .product(let a, let b): chinese(Expression.multiple(a, b))
    case .quotient(let a, let b): "\(operand(a))除以\(operand(b))"
    case .greatest(let parts):
      if let (value, threshold) = expression.excess {
        chineseExcess(of: value, over: threshold)
      } else {
        chinese(parts, two: "较高者", more: "最高者")
      }
    case .least(let parts): chinese(parts, two: "较低者", more: "最低者")
    case .rounded(let part, let rounding): chinese(part, rounding)
    case .atLeast(let a, let b): "\(operand(a))不低于\(operand(b))"
    case .not(.atLeast(let a, let b)) where a.isFixed: "\(operand(b))高于\(operand(a))"
    case .not(.atLeast(let a, let b)): "\(operand(a))低于\(operand(b))"
    case .all(let parts):
      if let (a, b) = expression.equals {
        "\(operand(a))等于\(operand(b))"
      } else {
        parts.map(operand).joined(separator: "且")
      }
    case .any(let parts): parts.map(operand).joined(separator: "或")
    case .not(.status(let statuses)): "该户不属于\(chinese(statuses))"
    case .not(.gaqa(let names)): "该户不住在\(chinese(names))嘎查"
    case .not(.id(let ids)): "该户不为\(chinese(ids))"
    case .not(let part): "不符合「\(formula(part))」"
    case .choice(let condition, let a, let b):
      "\(operand(a))（\(formula(condition))时）或\(operand(b))（其他情形）"
    case .mean(let part, let seasons): "\(operand(part))近\(seasons.value)期（含本期）的平均数"
    case .membersTotal(let part): "参加分配各户\(operand(part))的合计"
    case .named(let name, _): chinese(name)
    }
  }

  private func chinese(_ statuses: [Status]) -> String {
    statuses.isEmpty
      ? "无" : statuses.map { $0.words(in: .simplifiedChinese) }.joined(separator: "或")
  }

  private func chinese(_ gaqas: [String]) -> String {
    gaqas.isEmpty ? "无" : gaqas.map { "「\($0)」" }.joined(separator: "或")
  }

  /// The formula as the beginning of a difference.
  private func beginning(_ expression: Expression) -> String {
    switch expression {
    case .sum, .difference: formula(expression)
    default: operand(expression)
    }
  }

  /// The formula as a part of another one.
  func operand(_ expression: Expression) -> String {
    switch expression {
    case .sum, .difference, .quotient, .greatest, .least, .rounded, .choice, .all, .any,
      .membersTotal, .mean:
      "（\(formula(expression))）"
    default: formula(expression)
    }
  }

  private func chineseExcess(of value: Expression, over threshold: Expression) -> String {
    if threshold.isZero { return "\(operand(value))高于零的部分（如有）" }
    if value.isZero { return "\(operand(threshold))低于零的部分（如有）" }
    return "\(operand(value))超过\(operand(threshold))的部分（如有）"
  }

  private func chinese(_ multiple: Expression.Multiple) -> String {
    switch multiple {
    case .part(let ratio, let base) where (try? base.dimension()) == .truth:
      "\(operand(base))的计\(Figure(ratio, .ratio).text(in: .simplifiedChinese))"
    case .part(let ratio, let base):
      ratio.denominator == 1
        ? "\(operand(base))的\(ratio)倍"
        : "\(operand(base))的\(Figure(ratio, .ratio).text(in: .simplifiedChinese))"
    case .price(let price): "\(operand(price))（\(currency.unit.chinese)）"
    case .rate(let rate, let base): "\(operand(base))乘以\(operand(rate))"
    case .each(let price, let unit, of: .persons), .each(let price, let unit, of: .household):
      "\(unit.each(in: .simplifiedChinese))\(operand(price))"
    case .each(let price, let unit, let quantity):
      "\(operand(quantity))\(quantity.endsInUnit ? "，" : "")"
        + "\(unit.each(in: .simplifiedChinese))\(operand(price))"
    case .other(let a, let b): "\(operand(a))乘以\(operand(b))"
    }
  }

  private func chinese(_ parts: [Expression], two: String, more: String) -> String {
    parts.map(operand).joined(separator: parts.count > 2 ? "、" : "与") + "中的"
      + (parts.count > 2 ? more : two)
  }

  private func chinese(_ part: Expression, _ rounding: Rounding) -> String {
    let isQuantity = (try? part.dimension()) == .quantity
    let rule = self.rounding(rounding, ofUnits: isQuantity)
    return "\(operand(part))\(rule)"
  }

  /// A figure with its unit, which for money is that of the currency.
  func figure(_ figure: Figure) -> String {
    let text = figure.text(in: .simplifiedChinese, of: currency)
    return figure.dimension == .money ? "\(text) \(currency.unit.chinese)" : text
  }

  /// The name of a line in marks.
  private func quoted(_ name: String) -> String {
    "「\(StandardLine.words(name, in: .simplifiedChinese))」"
  }

  /// The name of a formula, in marks where a user made it up.
  private func chinese(_ name: String) -> String {
    let words = StandardLine.words(name, in: .simplifiedChinese)
    return words == name ? "「\(name)」" : words
  }
}

extension Expression {
  /// True if the quantity ends in its unit, after which `each unit` needs a comma.
  fileprivate var endsInUnit: Bool {
    switch self {
    case .constant, .product: true
    default: false
    }
  }
}

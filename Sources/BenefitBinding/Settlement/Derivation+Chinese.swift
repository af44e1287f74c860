extension Derivation {
  /// The rule in Chinese.
  var chinese: String {
    switch rule {
    case .formula(.choice(let condition, _, _)):
      "\(parts[1].chinese)（\(writer.formula(parts[0].value.isZero ? .not(condition) : condition))）"
    case .formula(let expression), .given(let expression, _): writer.formula(expression)
    case .contribution(let money) where money.householdShare == .whole:
      "来自\(money.source.words(in: .simplifiedChinese))"
    case .contribution(let money):
      "\(money.source.words(in: .simplifiedChinese)) \(currency.text(money.amount ?? .zero)) \(currency.unit.chinese)的"
        + Figure(money.householdShare, .ratio).text(in: .simplifiedChinese)
    case .named(let name):
      "\(StandardLine.words(name, in: .simplifiedChinese))：\(parts[0].chinese)"
    case .isOne(.status(let asked), let own):
      "\(writer.formula(.status(asked)))；该户为\(Status(own).words(in: .simplifiedChinese))"
    case .isOne(.id(let asked), let own):
      "\(writer.formula(.id(asked)))；该户为「\(own)」"
    case .isOne(let asked, let own): "\(writer.formula(asked))；该户在「\(own)」"
    case .total(let expression, .gaqa): "各嘎查\(writer.formula(expression))合计"
    case .total(let expression, _): "各户\(writer.formula(expression))合计"
    case .others(_, nil, _): "其他各户"
    case .others(let domain, let count?, let isRest):
      "\(isRest ? "其他" : "共") \(count) \(domain == .gaqa ? "个嘎查" : "户")"
    case .rounded(let rounding): "\(text(0)) \(words(rounding))"
    case .notBelowZero: "\(text(0)) 低于零，不予\(given)"
    case .drawn(let account) where parts[0].value == value:
      "\(text(0))，从\(account.words(in: .simplifiedChinese))支取，\(keptInChinese)"
    case .drawn(let account):
      "\(text(0))，以\(account.words(in: .simplifiedChinese))余额为限，\(keptInChinese)"
    case .roundedWithOthers: "\(text(0)) 与其他各项一并取整到\(currency.smallest.chinese)"
    case .cutToRest where parts[0].value.numerator < 0: "\(text(0)) 低于零，不予提取"
    case .cutToRest: "\(text(0))，以剩余金额为限"
    case .rest: "\(text(0)) 减以前各项已分配的 \(writer.value(taken))"
    case .taken(let tier): "「\(StandardLine.words(tier, in: .simplifiedChinese))」已分配"
    case .withBroughtForward: "\(text(0)) 加\(parts[1].chinese) \(text(1))"
    case .broughtForward(let former):
      "上期结转" + (former.map { "（承接「\(StandardLine.words($0, in: .simplifiedChinese))」）" } ?? "")
    case .share(let sharing, _):
      "\(text(0)) × \(weightOverAll)，按\(writer.key(sharing.key))"
        + roundingInChinese(sharing.apportionment)
    case .cutClaim:
      "\(text(2))，按比例分配剩余金额：\(text(0)) × \(weightOverAll)" + roundingInChinese(.exact)
    case .rate(let sharing, let left):
      "\(text(0)) ÷ \(text(1))，按\(writer.key(sharing.key))，"
        + words(sharing.apportionment.rounding)
        + "，差额 \(left.text(in: .simplifiedChinese, of: currency))，"
        + sharing.apportionment.residue.chinese
    case .atRate(let sharing):
      "\(text(0)) × \(text(1))，按\(writer.key(sharing.key))"
    case .nothing(let reason): "不予\(given)：\(reason.chinese)"
    }
  }

  private var writer: Chinese { Chinese(currency) }

  /// The word for giving an amount, or a quantity.
  private var given: String { isQuantity ? "分配" : "支付" }

  private func words(_ rounding: Rounding) -> String {
    writer.rounding(rounding, ofUnits: isQuantity)
  }

  private func text(_ part: Int) -> String { writer.value(parts[part].value) }

  private var keptInChinese: String { "支取后余额不少于 \(writer.value(kept))" }

  private func roundingInChinese(_ apportionment: Apportionment) -> String {
    guard let (rounding, odd) = rounding(apportionment) else { return "" }
    return "，\(words(rounding))"
      + (odd.map {
        "，加 \(writer.value($0))，\(apportionment.residue.chinese)"
      } ?? "")
  }
}

extension Derivation.Reason {
  fileprivate var chinese: String {
    switch self {
    case .notMember: "该户不是参加户"
    case .notEligible: "该户不符合条件"
    case .noWeight(let key): "该户没有可分配的份额（\(key)）"
    case .noClaim: "该户没有应得金额"
    case .nothingToShare: "没有可分配的数额"
    case .overpaid: "以前各期因取整多付"
    }
  }
}

extension Chinese {
  /// A value with its unit, which for money is that of the currency.
  func value(_ value: Derivation.Value) -> String {
    let text = value.text(in: .simplifiedChinese, of: currency)
    return value.dimension == .money ? "\(text) \(currency.unit.chinese)" : text
  }
}

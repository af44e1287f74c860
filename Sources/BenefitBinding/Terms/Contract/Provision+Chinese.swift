extension Provision {
  /// The provision in Chinese.
  var chinese: String {
    switch self {
    case .members(let name, .always): "「\(name)」：名册内各户均参加。"
    case .members(let name, let condition):
      "「\(name)」：名册内符合以下条件的户参加：\(condition.expression.chinese)。"
    case .link(let link): chinese(link)
    case .contribution(let contribution): chinese(contribution)
    case .funding(let funding):
      "以上共投入\(funding.total)元（\(funding.total.inCapitals)），其中农户入股资金\(funding.stake)元"
        + "（\(funding.stake.inCapitals)）。"
    case .pot(let distribution): chinese(distribution)
    case .tier(let tier, let position, let distribution):
      chinese(tier, position, distribution)
    case .payment(let payment): chinese(payment)
    case .purchase(let purchase): chinese(purchase)
    case .employment(let employment): chinese(employment)
    case .allotment(let allotment): chinese(allotment)
    case .definition(let name, let formula):
      "\(Expression.named(name, formula).chinese)指：\(formula.chinese)。"
    case .lossRule: "利润低于零即为亏损，结转以后各期，先以以后各期利润弥补，再作分配。"
    case .roundingRule(ofPots: false): "未另作规定的，金额四舍五入到分。"
    case .roundingRule(ofPots: true):
      "未另作规定的，金额四舍五入到分；分给各户的部分舍去尾数到分，差额每户一分，按舍去尾数由大到小依次分给各户。"
    case .potRule:
      "按户或按嘎查填报的数额，合计后计入分配总额；分配总额低于零的不分配；各步所取不超过当时剩余部分；"
        + "因无符合条件的户或份额均为零而付不出的，留给后面各步；最后仍有剩余的，留在原处。"
    case .fractionRule: "按分配总额固定比例提取的各部分一并计算到分，差额按舍去尾数由大到小依次计入各部分。"
    case .amountRule: "计算结果低于零的不发放；只有持有额可因此减少。"
    }
  }

  private func chinese(_ link: OrganisationMode.Link) -> String {
    let kept = link.keeps.map { "留取所得的\(Figure($0, .ratio).text(in: .simplifiedChinese))。" } ?? ""
    return "「\(link.name)」作为「\(link.role)」：「\(link.task)」。\(kept)"
  }

  private func chinese(_ contribution: Funding.Contribution) -> String {
    func text(_ ratio: Ratio) -> String { Figure(ratio, .ratio).text(in: .simplifiedChinese) }
    let (amount, source) = (contribution.amount, contribution.source.words(in: .simplifiedChinese))
    var sentence = "\(source)投入\(amount)元（\(amount.inCapitals)），"
    if let reckoning = contribution.reckoning { sentence += "即\(reckoning.chinese)，" }
    switch contribution.householdShare {
    case .zero: sentence += "不作为农户入股资金。"
    case .whole: sentence += "全部作为农户入股资金。"
    case let share: sentence += "其中\(text(share))（分以下舍去）作为农户入股资金。"
    }
    if let gaqa = contribution.gaqa { sentence += "归「\(gaqa)」嘎查。" }
    if contribution.interest != .zero {
      sentence += "每期按\(text(contribution.interest))计息，"
      switch contribution.subsidised {
      case .zero: sentence += "不予贴息。"
      case .whole: sentence += "全额贴息。"
      case let part: sentence += "贴息\(text(part))。"
      }
    }
    switch contribution.disposition {
    case .returned(nil): sentence += "期满本金退还出资方。"
    case .returned(let day?): sentence += "\(day) 本金退还出资方。"
    case .collectiveTitle: sentence += "本金最终归村集体。"
    case .householdTitle: sentence += "本金最终作为农户股份。"
    case .usedUp: sentence += "本金已用尽。"
    case nil: break
    }
    return sentence
  }

  private func chinese(_ payment: Payment) -> String {
    let verb =
      switch payment.flow {
      case .wage, .business, .property, .transfer: "应得"
      case .cost: "负担"
      case .holding: "持有"
      case .addition: "新增持有"
      case .debt: "欠付"
      case .repayment: "偿还"
      case .recovery: "收回"
      case .memo: "由项目为其支出"
      case .quantity: "分得"
      }
    var text = "\(Self.title(payment.name))\(Self.chineseHouseholds(payment.condition))\(verb)："
    text += "\(payment.amount.expression.chinese)\(Self.chinese(payment.rounding))。"
    text += Self.condition(payment.condition) + Self.chinese(payment.flow)
    if let liability = payment.liability { text += "\(liability.words(in: .simplifiedChinese))。" }
    return text
  }

  private func chinese(_ purchase: Purchase) -> String {
    var text = "\(Self.title(purchase.name))\(Self.chineseHouseholds(purchase.condition))出售产品："
    text += "\(purchase.quantity.expression.chinese)，\(purchase.quantity.eachChinese)按"
    text += "\(purchase.price.expression.chinese)计价\(Self.chinese(purchase.rounding))。"
    text += Self.condition(purchase.condition) + Self.chinese(purchase.flow)
    if let inputs = purchase.inputs {
      text += "投入品由户负担\(inputs.expression.chinese)。"
    }
    return text
  }

  private func chinese(_ employment: Employment) -> String {
    var text = "\(Self.title(employment.name))\(Self.chineseHouseholds(employment.condition))务工，按"
    text += "\(employment.work.expression.chinese)计，\(employment.work.eachChinese)工资为"
    text += "\(employment.pay.expression.chinese)\(Self.chinese(employment.rounding))。"
    text += Self.condition(employment.condition) + Self.chinese(employment.flow)
    if let displaced = employment.displaced {
      text += "因务工放弃\(displaced.expression.chinese)。"
    }
    return text
  }

  // MARK: - Parts of sentences

  static func title(_ name: String) -> String {
    "「\(StandardLine.words(name, in: .simplifiedChinese))」："
  }

  static func chineseHouseholds(_ condition: Condition) -> String {
    condition == .always ? "各户" : "符合条件的户"
  }

  static func condition(_ condition: Condition) -> String {
    condition == .always ? "" : "条件：\(condition.expression.chinese)。"
  }

  static func chinese(_ flow: Flow) -> String {
    switch flow {
    case .wage, .business, .property, .transfer, .cost: "计入\(flow.text(in: .simplifiedChinese))。"
    case .holding: "属持有，不计收入。"
    case .addition: "属新增持有，不计收入。"
    case .debt: "属债务，不计支出。"
    case .repayment: "属还款，不计支出。"
    case .recovery: "属本金收回，不计收入。"
    case .memo: "仅作备查，不计收入。"
    case .quantity: "属实物数量，不是资金。"
    }
  }

  /// A rounding, where it is not the usual one.
  static func chinese(_ rounding: Rounding) -> String {
    rounding == .halfUp(to: .fen) ? "" : "，\(rounding.words(in: .simplifiedChinese))"
  }
}

extension QuantityFormula {
  /// One unit of the quantity.
  fileprivate var eachChinese: String { expression.unit?.each(in: .simplifiedChinese) ?? "每单位" }
}

extension Chinese {
  /// A provision of a contract.
  func provision(_ provision: Provision) -> String {
    switch provision {
    case .members(let name, .always): "「\(name)」：名册内各户均参加。"
    case .members(let name, let condition):
      "「\(name)」：名册内符合以下条件的户参加：\(formula(condition.expression))。"
    case .link(let link): chinese(link)
    case .contribution(let contribution): chinese(contribution)
    case .funding(let funding) where funding.isOfEach: "农户入股资金按以上各条由各户分别计算。"
    case .funding(let funding):
      "以上共投入\(amount(funding.total))，其中农户入股资金\(amount(funding.stake))。"
    case .pot(let distribution): chinese(distribution)
    case .tier(let tier, let position, let distribution):
      chinese(tier, position, distribution)
    case .payment(let payment): chinese(payment)
    case .purchase(let purchase): chinese(purchase)
    case .employment(let employment): chinese(employment)
    case .allotment(let allotment): chinese(allotment)
    case .definition(let name, let formula):
      "\(self.formula(.named(name, formula)))指：\(self.formula(formula))。"
    case .lossRule: "利润低于零即为亏损，结转以后各期，先以以后各期利润弥补，再作分配。"
    case .roundingRule(ofPots: false): "未另作规定的，金额四舍五入到\(currency.smallest.chinese)。"
    case .roundingRule(ofPots: true):
      "未另作规定的，金额四舍五入到\(currency.smallest.chinese)；分给各户的部分舍去尾数到\(currency.smallest.chinese)，差额每户\(oneStep(.fen))，按舍去尾数由大到小依次分给各户。"
    case .potRule:
      "按户或按嘎查填报的数额，合计后计入分配总额；分配总额低于零的不分配；各步所取不超过当时剩余部分；"
        + "因无符合条件的户或份额均为零而付不出的，留给后面各步；最后仍有剩余的，留在原处。"
    case .fractionRule: "按分配总额固定比例提取的各部分一并计算到\(currency.smallest.chinese)，差额按舍去尾数由大到小依次计入各部分。"
    case .amountRule: "计算结果低于零的不发放；只有持有额可因此减少。"
    }
  }

  private func chinese(_ link: OrganisationMode.Link) -> String {
    let kept = link.keeps.map { "留取所得的\(Figure($0, .ratio).text(in: .simplifiedChinese))。" } ?? ""
    return "「\(link.name)」作为「\(link.role)」：「\(link.task)」。\(kept)"
  }

  private func chinese(_ contribution: Funding.Contribution) -> String {
    func text(_ ratio: Ratio) -> String { Figure(ratio, .ratio).text(in: .simplifiedChinese) }
    let source = contribution.source.words(in: .simplifiedChinese)
    var sentence =
      if let each = contribution.each {
        "\(source)按户投入\(formula(each.expression))，"
      } else {
        "\(source)投入\(amount(contribution.amount ?? .zero))，"
      }
    if let reckoning = contribution.reckoning { sentence += "即\(self.reckoning(reckoning))，" }
    switch contribution.householdShare {
    case .zero: sentence += "不作为农户入股资金。"
    case .whole: sentence += "全部作为农户入股资金。"
    case let share: sentence += "其中\(text(share))（\(currency.smallest.chinese)以下舍去）作为农户入股资金。"
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
    var text = "\(title(payment.name))\(chineseHouseholds(payment.condition))\(verb)："
    text += "\(formula(payment.amount.expression))\(chinese(payment.rounding))。"
    text += condition(payment.condition) + chinese(payment.flow)
    if let liability = payment.liability { text += "\(liability.words(in: .simplifiedChinese))。" }
    return text
  }

  private func chinese(_ purchase: Purchase) -> String {
    var text = "\(title(purchase.name))\(chineseHouseholds(purchase.condition))出售产品："
    text += "\(formula(purchase.quantity.expression))，\(purchase.quantity.eachChinese)按"
    text += "\(formula(purchase.price.expression))计价\(chinese(purchase.rounding))。"
    text += condition(purchase.condition) + chinese(purchase.flow)
    if let inputs = purchase.inputs {
      text += "投入品由户负担\(formula(inputs.expression))。"
    }
    return text
  }

  private func chinese(_ employment: Employment) -> String {
    var text = "\(title(employment.name))\(chineseHouseholds(employment.condition))务工，按"
    text += "\(formula(employment.work.expression))计，\(employment.work.eachChinese)工资为"
    text += "\(formula(employment.pay.expression))\(chinese(employment.rounding))。"
    text += condition(employment.condition) + chinese(employment.flow)
    if let displaced = employment.displaced {
      text += "因务工放弃\(formula(displaced.expression))。"
    }
    return text
  }

  // MARK: - Parts of sentences

  /// An amount with its unit, and in capitals too where it is of yuan, of which alone there are rules for them.
  private func amount(_ money: Money) -> String {
    "\(currency.text(money))\(currency.unit.chinese)"
      + (currency == .yuan ? "（\(money.inCapitals)）" : "")
  }

  func title(_ name: String) -> String {
    "「\(StandardLine.words(name, in: .simplifiedChinese))」："
  }

  func chineseHouseholds(_ condition: Condition) -> String {
    condition == .always ? "各户" : "符合条件的户"
  }

  func condition(_ condition: Condition) -> String {
    condition == .always ? "" : "条件：\(formula(condition.expression))。"
  }

  func chinese(_ flow: Flow) -> String {
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
  func chinese(_ rounding: Rounding) -> String {
    rounding.inSteps(of: currency) == .halfUp(to: currency.step)
      ? "" : "，\(self.rounding(rounding))"
  }
}

extension QuantityFormula {
  /// One unit of the quantity.
  fileprivate var eachChinese: String { expression.unit?.each(in: .simplifiedChinese) ?? "每单位" }
}

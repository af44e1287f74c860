extension English {
  /// A provision of a contract.
  func provision(_ provision: Provision) -> String {
    switch provision {
    case .members(let name, .always): "\"\(name)\": every household of the register takes part."
    case .members(let name, let condition):
      "\"\(name)\": a household of the register takes part where "
        + "\(prose(condition.expression))."
    case .link(let link): english(link)
    case .contribution(let contribution): english(contribution)
    case .funding(let funding) where funding.isOfEach:
      "The household's own stake is what falls to it by these sentences together."
    case .funding(let funding):
      "All together, \(currency.text(funding.total)) \(currency.units) are put in, of which "
        + "\(currency.text(funding.stake)) \(currency.units) are the "
        + "households' stake."
    case .pot(let distribution): english(distribution)
    case .tier(let tier, let position, let distribution):
      english(tier, position, distribution)
    case .payment(let payment): english(payment)
    case .purchase(let purchase): english(purchase)
    case .employment(let employment): english(employment)
    case .allotment(let allotment): english(allotment)
    case .definition(let name, let formula):
      "The \(name) \(Expression.named(name, formula).verb) \(prose(formula))."
    case .lossRule:
      "A loss, which is a profit below zero, is carried to the next season and made good from later "
        + "profits before these are shared."
    case .roundingRule(ofPots: false):
      "Where nothing else is said, an amount is rounded half up to the \(currency.smallest)."
    case .roundingRule(ofPots: true):
      "Where nothing else is said, an amount is rounded half up to the \(currency.smallest); what falls to each "
        + "household of a pot is rounded down to the \(currency.smallest), and the odd \(currency.smallests) go, one each, to those whose "
        + "parts were cut by most."
    case .potRule:
      "Into a pot goes the sum of what is stated for each household or each gaqa. A pot below zero is not "
        + "shared. Nobody takes more than is left of a pot. What cannot be paid, as nobody qualifies or "
        + "counts for anything, is left for those named later, and what is left in the end stays where it is."
    case .fractionRule:
      "Fixed parts of a whole pot are cut from it together, to the \(currency.smallest), the odd \(currency.smallests) going to those cut by "
        + "most."
    case .amountRule:
      "An amount below zero pays nothing; only what a household holds may be lessened by one."
    }
  }

  private func english(_ link: OrganisationMode.Link) -> String {
    let kept = link.keeps.map { " It keeps \(Figure($0, .ratio)) of what is earned." } ?? ""
    return "\(link.name), as the \(link.role): \(link.task).\(kept)"
  }

  private func english(_ contribution: Funding.Contribution) -> String {
    var text: String
    if let each = contribution.each {
      text = "Put in for each household (\(contribution.source)): \(prose(each.expression)). "
    } else {
      let reckoned = contribution.reckoning.map { ", that is \(reckoning($0))," } ?? ""
      let amount = currency.text(contribution.amount ?? .zero)
      text = "\(amount) \(currency.units)\(reckoned) are put in (\(contribution.source)). "
    }
    let stake = contribution.each == nil ? "the households' stake" : "the household's own stake"
    switch contribution.householdShare {
    case .zero: text += "None of it is the households' stake."
    case .whole: text += "All of it is \(stake)."
    case let share:
      text += "\(Figure(share, .ratio)) of it, to the \(currency.smallest) below, is \(stake)."
    }
    if let gaqa = contribution.gaqa { text += " It belongs to gaqa \(gaqa)." }
    if contribution.interest != .zero {
      text += " It bears \(Figure(contribution.interest, .ratio)) of interest a season"
      switch contribution.subsidised {
      case .zero: text += "."
      case .whole: text += ", all of which others pay."
      case let part: text += ", of which others pay \(Figure(part, .ratio))."
      }
    }
    switch contribution.disposition {
    case .returned(nil): text += " In the end it goes back to its source."
    case .returned(let day?): text += " On \(day) it goes back to its source."
    case .collectiveTitle: text += " In the end it stays as the collective's."
    case .householdTitle: text += " In the end it stays as the households' shares."
    case .usedUp: text += " It is used up."
    case nil: break
    }
    return text
  }

  private func english(_ payment: Payment) -> String {
    let verb =
      switch payment.flow {
      case .wage, .business, .property, .transfer: "gets"
      case .cost: "bears"
      case .holding: "holds"
      case .addition: "adds to what it holds"
      case .debt: "owes"
      case .repayment: "pays back"
      case .recovery: "gets back"
      case .memo: "has spent on it"
      case .quantity: "is allotted"
      }
    var text = "\"\(payment.name)\": \(household(payment.condition)) \(verb) "
    text += "\(prose(payment.amount.expression))\(english(payment.rounding))."
    text += qualification(payment.condition) + english(payment.flow)
    if let liability = payment.liability?.words(in: .english) {
      text += " \(liability.prefix(1).uppercased())\(liability.dropFirst())."
    }
    return text
  }

  private func english(_ purchase: Purchase) -> String {
    var text = "\"\(purchase.name)\": \(household(purchase.condition)) sells "
    text += "\(prose(purchase.quantity.expression)), \(purchase.quantity.eachEnglish) for "
    text += "\(prose(purchase.price.expression))\(english(purchase.rounding))."
    text += qualification(purchase.condition) + english(purchase.flow)
    if let inputs = purchase.inputs {
      text += " For inputs it pays \(prose(inputs.expression))."
    }
    return text
  }

  private func english(_ employment: Employment) -> String {
    var text = "\"\(employment.name)\": \(household(employment.condition)) is paid for work: "
    text += "\(prose(employment.work.expression)), \(employment.work.eachEnglish) at "
    text += "\(prose(employment.pay.expression))\(english(employment.rounding))."
    text += qualification(employment.condition) + english(employment.flow)
    if let displaced = employment.displaced {
      text += " For the work it gives up \(prose(displaced.expression))."
    }
    return text
  }

  // MARK: - Parts of sentences

  func household(_ condition: Condition) -> String {
    condition == .always ? "each household" : "each household that qualifies"
  }

  func households(_ condition: Condition) -> String {
    condition == .always ? "the households" : "the households that qualify"
  }

  func qualification(_ condition: Condition) -> String {
    condition == .always ? "" : " A household qualifies where \(prose(condition.expression))."
  }

  /// A rounding, where it is not the usual one.
  func english(_ rounding: Rounding) -> String {
    rounding.inSteps(of: currency) == .halfUp(to: currency.step)
      ? "" : ", rounded \(self.rounding(rounding))"
  }

  func english(_ flow: Flow) -> String {
    switch flow {
    case .wage, .business, .property, .transfer: " It counts as \(flow)."
    case .cost: " It counts as a cost."
    case .holding: " It is held and is no income."
    case .addition: " It adds to what is held and is no income."
    case .debt: " It is a debt and no cost."
    case .repayment: " It repays a debt and is no cost."
    case .recovery: " It is principal that comes back and is no income."
    case .memo: " It is stated for the record and is no income."
    case .quantity: " It is a quantity and no money."
    }
  }
}

extension QuantityFormula {
  /// One unit of the quantity.
  fileprivate var eachEnglish: String { expression.unit?.each(in: .english) ?? "each unit" }
}

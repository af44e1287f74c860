extension English {
  /// A pot: what is in it, and where it comes from.
  func english(_ distribution: Distribution) -> String {
    var text = "\"\(distribution.name)\": the \(distribution.isBurden ? "charge" : "pot") is "
    text += "\(prose(distribution.pot.expression))\(english(distribution.rounding))."
    if distribution.scope == .gaqa { text += " Each gaqa has its own, for its own households." }
    if let source = distribution.source {
      text +=
        " It is drawn from \(source.english) and is never more than that holds; what is not taken "
      text += "stays there."
    }
    if distribution.tiers.isEmpty { text += " Nobody takes any of it." }
    return text
  }

  /// A step of a pot.
  func english(_ tier: Tier, _ position: Provision.Position, _ distribution: Distribution) -> String
  {
    let (part, isCost) = (taken(tier.amount, position), tier.flow == .cost)
    var text = ""
    switch tier.recipient {
    case .account(let account):
      text +=
        "\(part)\(tier.amount.expression.isRounded ? "," : "") \(distribution.isBurden ? "is borne by" : "goes to") \(account.english)."
      text +=
        tier.unlisted.map { " It is for those not listed: \(prose($0.expression))." } ?? ""
    case .gaqas(let account, let key):
      text += "\(part)\(tier.amount.expression.isRounded ? "," : "") is shared among the gaqas"
      text += ", \(measure(key)); each "
      text += distribution.isBurden ? "bears its part from" : "gets its part in"
      text += " \(account.english)."
    case .households(let key, let condition, let apportionment):
      text +=
        "\(part)\(title(tier))\(tier.amount.expression.isRounded ? "," : "") \(isCost ? "is charged to" : "is shared among") "
      text += "\(households(condition)), \(measure(key)).\(qualification(condition))"
      text += english(apportionment, by: key) + english(tier.flow)
    case .claims(let condition, let pool):
      text += "\(household(condition)) \(isCost ? "bears" : "gets") "
      text += "\(prose(tier.amount.expression))\(title(tier))."
      text += qualification(condition) + english(pool, position) + english(tier.flow)
    }
    if let line = tier.formerLine {
      text += " It goes on with what earlier seasons carried for \"\(line)\"."
    }
    return switch position {
    case .only: text.prefix(1).uppercased() + text.dropFirst()
    case .first: "First, \(text)"
    case .middle: "Then, \(text)"
    case .last: "Last, \(text)"
    }
  }

  /// The part of a pot that a step takes.
  private func taken(_ amount: Amount, _ position: Provision.Position) -> String {
    switch (amount, position) {
    case (.rest, .middle), (.rest, .last): "all that is left"
    case (.rest, _): "all of it"
    case (.pot, _): "the whole pot"
    case (let amount, _) where amount.expression.isRounded: prose(amount.expression)
    default: proseOperand(amount.expression)
    }
  }

  private func title(_ tier: Tier) -> String {
    tier.name.map { " (\"\($0)\")" } ?? ""
  }

  private func english(_ pool: AwardPool?, _ position: Provision.Position) -> String {
    guard let pool else {
      return " Where what is left is too little, all get less in proportion."
    }
    var text = " This is paid from \(taken(pool.amount, position))"
    text +=
      pool.carriesUnspent
      ? " and from what earlier seasons left of that; what is not spent waits for the next season."
      : "; what is not spent is left for those named later."
    text +=
      pool.backstop.map { " Where that is too little, \($0.english) pays what is missing." }
      ?? " Where that is too little, all get less in proportion."
    return text
  }

  /// The rule by which parts are rounded, where it is not the usual one.
  private func english(_ apportionment: Apportionment, by key: Key) -> String {
    let apportionment = apportionment.inSteps(of: currency)
    if apportionment == .exact.inSteps(of: currency) { return "" }
    let subject =
      switch apportionment.basis {
      case .payout: "Each part"
      case .rate: "What falls to \(unit(key))"
      }
    let step = apportionment.rounding.step
    let over = " What is left over goes out \(oneStep(step)) each"
    let below =
      step == currency.step ? "." : "; what is less than \(oneStep(step)) stays in the pot."
    let residue =
      switch apportionment.residue {
      case .largestRemainder: "\(over), to those whose parts were cut by most\(below)"
      case .first: "\(over), from the first household of the register on\(below)"
      case .last: "\(over), from the last household of the register back\(below)"
      case .posted(let account):
        " The difference goes to \(account.english), which also bears it where too much was paid."
      case .carriedForward: " The difference is added to what is shared here in the next season."
      case .writtenOff: " The difference is written off."
      }
    return " \(subject) is rounded \(rounding(apportionment.rounding)).\(residue)"
  }
}

extension English {
  /// The measure by which households share.
  func measure(_ key: Key) -> String {
    switch key.expression {
    case .household: "in equal parts for each household"
    case Key.gaqa.expression: "in equal parts for each gaqa"
    case .persons: "in equal parts for each person"
    case .line(let name, _): "in proportion to each one's \"\(name)\""
    default: "in proportion to \(prose(key.expression))"
    }
  }

  /// One unit of the measure.
  func unit(_ key: Key) -> String {
    if let unit = key.expression.unit, (try? key.expression.dimension()) == .quantity {
      unit.each(in: .english)
    } else {
      "each \(currency.unit)"
    }
  }
}

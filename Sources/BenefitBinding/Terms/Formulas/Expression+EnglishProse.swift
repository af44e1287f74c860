extension English {
  /// A formula in the English of a contract: `5 % of the stake plus 29 % of the distributable profit`.
  func prose(_ expression: Expression) -> String {
    switch expression {
    case .constant(let figure):
      figure.dimension == .money
        ? "\(figure.text(in: .english, of: currency)) \(currency.units)" : figure.description
    case .money(let fact): "the \(fact)"
    case .rate(let fact): "the \(fact)"
    case .measure(let measure): "the \(measure)"
    case .persons: "the number of persons"
    case .household: "1 household"
    case .baselineIncome: "the income of the year before"
    case .status(let statuses):
      "it is registered as \(english(statuses))"
    case .gaqa(let names): "it lives in \(english(names))"
    case .id(let ids): "it is \(english(ids: ids))"
    case .stake: stakeIsOfEach ? "the household's own stake" : "the households' stake"
    case .stakeRatio: "the households' stake as a part of all the money put in"
    case .carriedLoss: "the losses of earlier seasons that are not made good"
    case .pot: "the pot"
    case .remainder: "what is left of the pot"
    case .line(let name, _): "its \"\(name)\""
    case .total(let name, _): "the sum of all \"\(name)\""
    case .held(let name): "its \"\(name)\" from earlier seasons"
    case .balance(let account): "the balance of \(account.english)"
    case .sum([]): "nothing"
    case .sum(let parts): parts.map(proseOperand).joined(separator: " plus ")
    case .difference(let a, let b):
      ([leadingProse(a)] + b.terms.map(proseOperand)).joined(separator: " less ")
    case .product(let a, let b): prose(Expression.multiple(a, b))
    case .quotient(let a, let b): "\(proseOperand(a)) divided by \(proseOperand(b))"
    case .greatest(let parts):
      if let (value, threshold) = expression.excess {
        excessProse(of: value, over: threshold)
      } else {
        prose(parts, two: "the greater of", more: "the greatest of")
      }
    case .least(let parts): prose(parts, two: "the lesser of", more: "the least of")
    case .rounded(let part, let rounding): prose(part, rounding)
    case .atLeast(let a, let b): "\(proseOperand(a)) \(a.verb) at least \(proseOperand(b))"
    case .not(.atLeast(let a, let b)) where a.isFixed:
      "\(proseOperand(b)) \(b.verb) more than \(proseOperand(a))"
    case .not(.atLeast(let a, let b)): "\(proseOperand(a)) \(a.verb) less than \(proseOperand(b))"
    case .all(let parts):
      if let (a, b) = expression.equals {
        "\(proseOperand(a)) \(a.verb) exactly \(proseOperand(b))"
      } else {
        parts.map(proseOperand).joined(separator: " and ")
      }
    case .any(let parts): parts.map(proseOperand).joined(separator: " or ")
    case .not(.status(let statuses)): "it is not registered as \(english(statuses))"
    case .not(.gaqa(let names)): "it does not live in \(english(names))"
    case .not(.id(let ids)): "it is not \(english(ids: ids))"
    case .not(let part): "it is not so that \(proseOperand(part))"
    case .choice(let condition, let a, let b):
      "\(proseOperand(a)) where \(proseOperand(condition)), and \(proseOperand(b)) where not"
    case .mean(let part, let seasons):
      "the mean of \(proseOperand(part)) over \(seasons), this one the last"
    case .membersTotal(let part): "the sum over the households of \(proseOperand(part))"
    case .named(let name, _): "the \(name)"
    }
  }

  private func english(_ gaqas: [String]) -> String {
    gaqas.isEmpty ? "no gaqa" : "gaqa \(gaqas.joined(separator: " or "))"
  }

  private func english(ids: [Household.ID]) -> String {
    ids.isEmpty ? "no household" : "household \(ids.joined(separator: " or "))"
  }

  private func english(_ statuses: [Status]) -> String {
    statuses.isEmpty ? "nothing" : statuses.map { "\"\($0)\"" }.joined(separator: " or ")
  }

  /// The formula as the beginning of a difference.
  private func leadingProse(_ expression: Expression) -> String {
    switch expression {
    case .sum, .difference: prose(expression)
    default: proseOperand(expression)
    }
  }

  /// The formula as a part of another one.
  func proseOperand(_ expression: Expression) -> String {
    switch expression {
    case .sum, .difference, .quotient, .greatest, .least, .rounded, .choice, .all, .any,
      .membersTotal, .mean:
      "(\(prose(expression)))"
    default: prose(expression)
    }
  }

  private func excessProse(of value: Expression, over threshold: Expression) -> String {
    if threshold.isZero { return "the part, if any, of \(proseOperand(value)) above zero" }
    if value.isZero { return "the part, if any, of \(proseOperand(threshold)) below zero" }
    return "the excess, if any, of \(proseOperand(value)) over \(proseOperand(threshold))"
  }

  private func prose(_ multiple: Expression.Multiple) -> String {
    switch multiple {
    case .part(let ratio, let base) where (try? base.dimension()) == .truth:
      "\(Figure(ratio, .ratio)) where \(proseOperand(base))"
    case .part(let ratio, let base):
      ratio.denominator == 1
        ? "\(Figure(ratio, .ratio)) times \(proseOperand(base))"
        : "\(Figure(ratio, .ratio)) of \(proseOperand(base))"
    case .price(let price): "\(proseOperand(price)) in \(currency.units)"
    case .rate(let rate, let base): "\(proseOperand(base)) times \(proseOperand(rate))"
    case .each(let price, let unit, let quantity):
      "\(proseOperand(price)) for \(each(unit, of: quantity))"
    case .other(let a, let b): "\(proseOperand(a)) times \(proseOperand(b))"
    }
  }

  /// Each unit of a quantity: `each egg delivered`, `each mu of land area`.
  private func each(_ unit: Quantity.Unit, of quantity: Expression) -> String {
    let each = unit.each(in: .english)
    switch quantity {
    case .persons, .household: return each
    case .measure(let measure):
      for plural in [Plural.of(unit.name), unit.name] where measure.name.hasPrefix(plural) {
        let rest = measure.name.dropFirst(plural.count)
        if rest.isEmpty || rest.hasPrefix(" ") { return each + rest }
        if rest == "s" || rest.hasPrefix("s ") { return each + rest.dropFirst() }
      }
      let end = " \(Plural.of(unit.name))"
      return measure.name.hasSuffix(end)
        ? "each \(measure.name.dropLast(end.count)) \(unit)" : "\(each) of \(measure)"
    case .product: return "\(each) of (\(prose(quantity)))"
    default: return "\(each) of \(proseOperand(quantity))"
    }
  }

  private func prose(_ parts: [Expression], two: String, more: String) -> String {
    let texts = parts.map(proseOperand)
    guard parts.count > 2 else { return "\(two) \(texts.joined(separator: " and "))" }
    return "\(more) \(texts.dropLast().joined(separator: ", ")) and \(texts[texts.count - 1])"
  }

  private func prose(_ part: Expression, _ rounding: Rounding) -> String {
    let isQuantity = (try? part.dimension()) == .quantity
    let rule = self.rounding(rounding, ofUnits: isQuantity)
    return "\(proseOperand(part)), rounded \(rule)"
  }
}

extension Expression {
  /// The verb that goes with the formula.
  var verb: String {
    let name =
      switch self {
      case .money(let fact): fact.name
      case .rate(let fact): fact.name
      case .measure(let measure): measure.name
      case .named(let name, _): name
      default: ""
      }
    return name.hasSuffix("s") && !name.hasSuffix("ss") ? "are" : "is"
  }
}

extension Account {
  /// The account in a sentence: `the reserve`, or the name that a user made up in marks.
  var english: String {
    let isStandard = owner == .scheme && StandardName(rawValue: name) != nil
    return isStandard ? "the \(name)" : "\"\(self)\""
  }
}

extension Expression {
  /// The formula in the English of a contract: `5 % of the stake plus 29 % of the distributable profit`.
  var englishProse: String {
    switch self {
    case .constant(let figure): figure.dimension == .money ? "\(figure) yuan" : figure.description
    case .money(let fact): "the \(fact)"
    case .rate(let fact): "the \(fact)"
    case .measure(let measure): "the \(measure)"
    case .persons: "the number of persons"
    case .household: "1 household"
    case .baselineIncome: "the income of the year before"
    case .status(let statuses):
      "it is registered as \(Self.english(statuses))"
    case .gaqa(let names): "it lives in \(Self.english(names))"
    case .id(let ids): "it is \(Self.english(ids: ids))"
    case .stake: "the households' stake"
    case .stakeRatio: "the households' stake as a part of all the money put in"
    case .carriedLoss: "the losses of earlier seasons that are not made good"
    case .pot: "the pot"
    case .remainder: "what is left of the pot"
    case .line(let name, _): "its \"\(name)\""
    case .total(let name, _): "the sum of all \"\(name)\""
    case .held(let name): "its \"\(name)\" from earlier seasons"
    case .balance(let account): "the balance of \(account.english)"
    case .sum([]): "nothing"
    case .sum(let parts): parts.map(\.operandProse).joined(separator: " plus ")
    case .difference(let a, let b):
      ([a.leadingProse] + b.terms.map(\.operandProse)).joined(separator: " less ")
    case .product(let a, let b): Self.prose(Self.multiple(a, b))
    case .quotient(let a, let b): "\(a.operandProse) divided by \(b.operandProse)"
    case .greatest(let parts):
      if let (value, threshold) = excess {
        Self.excessProse(of: value, over: threshold)
      } else {
        Self.prose(parts, two: "the greater of", more: "the greatest of")
      }
    case .least(let parts): Self.prose(parts, two: "the lesser of", more: "the least of")
    case .rounded(let part, let rounding): Self.prose(part, rounding)
    case .atLeast(let a, let b): "\(a.operandProse) \(a.verb) at least \(b.operandProse)"
    case .not(.atLeast(let a, let b)) where a.isFixed:
      "\(b.operandProse) \(b.verb) more than \(a.operandProse)"
    case .not(.atLeast(let a, let b)): "\(a.operandProse) \(a.verb) less than \(b.operandProse)"
    case .all(let parts):
      if let (a, b) = equals {
        "\(a.operandProse) \(a.verb) exactly \(b.operandProse)"
      } else {
        parts.map(\.operandProse).joined(separator: " and ")
      }
    case .any(let parts): parts.map(\.operandProse).joined(separator: " or ")
    case .not(.status(let statuses)): "it is not registered as \(Self.english(statuses))"
    case .not(.gaqa(let names)): "it does not live in \(Self.english(names))"
    case .not(.id(let ids)): "it is not \(Self.english(ids: ids))"
    case .not(let part): "it is not so that \(part.operandProse)"
    case .choice(let condition, let a, let b):
      "\(a.operandProse) where \(condition.operandProse), and \(b.operandProse) where not"
    case .mean(let part, let seasons):
      "the mean of \(part.operandProse) over \(seasons), this one the last"
    case .membersTotal(let part): "the sum over the households of \(part.operandProse)"
    case .named(let name, _): "the \(name)"
    }
  }

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

  private static func english(_ gaqas: [String]) -> String {
    gaqas.isEmpty ? "no gaqa" : "gaqa \(gaqas.joined(separator: " or "))"
  }

  private static func english(ids: [Household.ID]) -> String {
    ids.isEmpty ? "no household" : "household \(ids.joined(separator: " or "))"
  }

  private static func english(_ statuses: [Status]) -> String {
    statuses.isEmpty ? "nothing" : statuses.map { "\"\($0)\"" }.joined(separator: " or ")
  }

  /// The formula as the beginning of a difference.
  private var leadingProse: String {
    switch self {
    case .sum, .difference: englishProse
    default: operandProse
    }
  }

  /// The formula as a part of another one.
  var operandProse: String {
    switch self {
    case .sum, .difference, .quotient, .greatest, .least, .rounded, .choice, .all, .any,
      .membersTotal, .mean:
      "(\(englishProse))"
    default: englishProse
    }
  }

  private static func excessProse(of value: Expression, over threshold: Expression) -> String {
    if threshold.isZero { return "the part, if any, of \(value.operandProse) above zero" }
    if value.isZero { return "the part, if any, of \(threshold.operandProse) below zero" }
    return "the excess, if any, of \(value.operandProse) over \(threshold.operandProse)"
  }

  private static func prose(_ multiple: Multiple) -> String {
    switch multiple {
    case .part(let ratio, let base) where (try? base.dimension()) == .truth:
      "\(Figure(ratio, .ratio)) where \(base.operandProse)"
    case .part(let ratio, let base):
      ratio.denominator == 1
        ? "\(Figure(ratio, .ratio)) times \(base.operandProse)"
        : "\(Figure(ratio, .ratio)) of \(base.operandProse)"
    case .price(let price): "\(price.operandProse) in yuan"
    case .rate(let rate, let base): "\(base.operandProse) times \(rate.operandProse)"
    case .each(let price, let unit, let quantity):
      "\(price.operandProse) for \(quantity.eachProse(unit))"
    case .other(let a, let b): "\(a.operandProse) times \(b.operandProse)"
    }
  }

  /// Each unit of a quantity: `each egg delivered`, `each mu of land area`.
  private func eachProse(_ unit: Quantity.Unit) -> String {
    let each = unit.each(in: .english)
    switch self {
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
    case .product: return "\(each) of (\(englishProse))"
    default: return "\(each) of \(operandProse)"
    }
  }

  private static func prose(_ parts: [Expression], two: String, more: String) -> String {
    let texts = parts.map(\.operandProse)
    guard parts.count > 2 else { return "\(two) \(texts.joined(separator: " and "))" }
    return "\(more) \(texts.dropLast().joined(separator: ", ")) and \(texts[texts.count - 1])"
  }

  private static func prose(_ part: Expression, _ rounding: Rounding) -> String {
    let isQuantity = (try? part.dimension()) == .quantity
    let rule = rounding.words(in: .english, ofUnits: isQuantity)
    return "\(part.operandProse), rounded \(rule)"
  }
}

extension Account {
  /// The account in a sentence: `the reserve`, or the name that a user made up in marks.
  var english: String {
    let isStandard = owner == .scheme && StandardName(rawValue: name) != nil
    return isStandard ? "the \(name)" : "\"\(self)\""
  }
}

extension English {
  /// A formula with the signs of arithmetic, as an explanation writes it.
  func formula(_ expression: Expression) -> String {
    switch expression {
    case .constant(let figure): figure.text(in: .english, of: currency)
    case .money(let fact): fact.name
    case .rate(let fact): fact.name
    case .measure(let measure): measure.name
    case .persons: "persons"
    case .household: "1 household"
    case .baselineIncome: "baseline income"
    case .status(let statuses):
      "status " + statuses.map { "\"\($0)\"" }.joined(separator: " or ")
    case .gaqa(let names): "gaqa " + names.joined(separator: " or ")
    case .id(let ids): "household " + ids.joined(separator: " or ")
    case .stake: "stake"
    case .stakeRatio: "the stake's part of the funding"
    case .carriedLoss: "losses brought forward"
    case .pot: "the pot"
    case .remainder: "the rest of the pot"
    case .line(let name, _): name
    case .total(let name, _): "\(name) in all"
    case .held(let name): "\(name) held from earlier seasons"
    case .balance(let account): "balance of \(account)"
    case .sum(let parts):
      (parts.prefix(1).map(addend) + parts.dropFirst().map(operand)).joined(separator: " + ")
    case .difference(let a, let b):
      ([addend(a)] + b.terms.map(operand)).joined(separator: " - ")
    case .product(let a, let b):
      if case .price(let price) = Expression.multiple(a, b) {
        "\(formula(price)) in \(currency.units)"
      } else {
        "\(operand(a)) x \(operand(b))"
      }
    case .quotient(let a, let b): "\(operand(a)) / \(operand(b))"
    case .greatest(let parts):
      "the greater of " + parts.map(operand).joined(separator: " and ")
    case .least(let parts): "the lesser of " + parts.map(operand).joined(separator: " and ")
    case .rounded(let part, let rounding): "\(operand(part)) rounded \(words(rounding))"
    case .atLeast(let a, let b): "\(operand(a)) at least \(operand(b))"
    case .not(.atLeast(let a, let b)) where a.isFixed: "\(operand(b)) more than \(operand(a))"
    case .not(.atLeast(let a, let b)): "\(operand(a)) less than \(operand(b))"
    case .all(let parts):
      if let (a, b) = expression.equals {
        "\(operand(a)) equal to \(operand(b))"
      } else {
        parts.map(operand).joined(separator: " and ")
      }
    case .any(let parts): parts.map(operand).joined(separator: " or ")
    case .not(let part): "not \(operand(part))"
    case .choice(let condition, let a, let b):
      "\(operand(a)) where \(operand(condition)), otherwise \(operand(b))"
    case .mean(let part, let seasons): "the mean of \(operand(part)) over \(seasons)"
    case .membersTotal(let part): "\(operand(part)) for all members"
    case .named(let name, _): name
    }
  }

  /// The formula as the beginning of a sum or difference.
  private func addend(_ expression: Expression) -> String {
    switch expression {
    case .sum, .difference: formula(expression)
    default: operand(expression)
    }
  }

  /// The formula as a part of another one.
  private func operand(_ expression: Expression) -> String {
    switch expression {
    case .sum, .difference, .product, .quotient, .greatest, .least, .rounded, .atLeast, .choice,
      .all, .any,
      .membersTotal, .mean, .not(.atLeast):
      "(\(formula(expression)))"
    default: formula(expression)
    }
  }

  /// A rounding in words; a step of one is a fen or a unit, which the formula itself shows.
  private func words(_ rounding: Rounding) -> String {
    rounding.step == .fen ? rounding.direction.words(in: .english) : self.rounding(rounding)
  }
}

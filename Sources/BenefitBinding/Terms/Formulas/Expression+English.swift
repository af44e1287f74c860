extension Expression {
  /// The formula in English, with the signs of arithmetic.
  var english: String {
    switch self {
    case .constant(let figure): figure.text(in: .english)
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
      (parts.prefix(1).map(\.addend) + parts.dropFirst().map(\.operand)).joined(separator: " + ")
    case .difference(let a, let b):
      ([a.addend] + b.terms.map(\.operand)).joined(separator: " - ")
    case .product(let a, let b):
      if case .price(let price) = Self.multiple(a, b) {
        "\(price.english) in yuan"
      } else {
        "\(a.operand) x \(b.operand)"
      }
    case .quotient(let a, let b): "\(a.operand) / \(b.operand)"
    case .greatest(let parts):
      "the greater of " + parts.map(\.operand).joined(separator: " and ")
    case .least(let parts): "the lesser of " + parts.map(\.operand).joined(separator: " and ")
    case .rounded(let part, let rounding): "\(part.operand) rounded \(Self.words(rounding))"
    case .atLeast(let a, let b): "\(a.operand) at least \(b.operand)"
    case .not(.atLeast(let a, let b)) where a.isFixed: "\(b.operand) more than \(a.operand)"
    case .not(.atLeast(let a, let b)): "\(a.operand) less than \(b.operand)"
    case .all(let parts):
      if let (a, b) = equals {
        "\(a.operand) equal to \(b.operand)"
      } else {
        parts.map(\.operand).joined(separator: " and ")
      }
    case .any(let parts): parts.map(\.operand).joined(separator: " or ")
    case .not(let part): "not \(part.operand)"
    case .choice(let condition, let a, let b):
      "\(a.operand) where \(condition.operand), otherwise \(b.operand)"
    case .mean(let part, let seasons): "the mean of \(part.operand) over \(seasons)"
    case .membersTotal(let part): "\(part.operand) for all members"
    case .named(let name, _): name
    }
  }

  /// The formula as the beginning of a sum or difference.
  private var addend: String {
    switch self {
    case .sum, .difference: english
    default: operand
    }
  }

  /// The formula as a part of another one.
  private var operand: String {
    switch self {
    case .sum, .difference, .product, .quotient, .greatest, .least, .rounded, .atLeast, .choice,
      .all, .any,
      .membersTotal, .mean, .not(.atLeast):
      "(\(english))"
    default: english
    }
  }

  /// A rounding in words; a step of one is a fen or a unit, which the formula itself shows.
  private static func words(_ rounding: Rounding) -> String {
    rounding.step == .fen ? rounding.direction.words(in: .english) : rounding.description
  }
}

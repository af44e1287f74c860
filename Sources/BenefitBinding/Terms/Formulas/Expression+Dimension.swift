/// The kind of value that a formula stands for, whatever unit its quantities are counted in.
enum FormulaDimension: Hashable {
  case money, ratio, quantity, truth
  /// None or all of a whole, which is a ratio and can be true or false as well.
  case bit

  /// Returns true if a formula of this dimension can stand where the other one is asked for.
  func serves(as other: Self) -> Bool {
    self == other || self == .bit && (other == .ratio || other == .truth)
  }
}

extension FormulaDimension {
  /// The kind of value in words.
  var words: Phrase {
    switch self {
    case .money: Phrase(en: "an amount of money", zh: "金额")
    case .ratio, .bit: Phrase(en: "a rate", zh: "比率")
    case .quantity: Phrase(en: "a quantity", zh: "数量")
    case .truth: Phrase(en: "a condition", zh: "条件")
    }
  }
}

/// Parts of a formula that do not go together.
struct FormulaMismatch: Error {
  let problem: Phrase
}

extension Expression {
  /// Returns the kind of value that the formula stands for, or throws if it stands for none, as one
  /// from a file may; the compiler checks those written in a program.
  ///
  /// Quantities of two units are found when a scheme is settled.
  func dimension() throws(FormulaMismatch) -> FormulaDimension {
    switch self {
    case .constant(let figure):
      switch figure.dimension {
      case .money: return .money
      case .quantity: return .quantity
      case .ratio, .truth:
        return figure.value == .zero || figure.value == .whole ? .bit : .ratio
      }
    case .line(_, _?), .total(_, _?): return .quantity
    case .money, .baselineIncome, .stake, .carriedLoss, .pot, .remainder, .line, .total, .held,
      .balance:
      return .money
    case .rate, .stakeRatio: return .ratio
    case .measure, .persons, .household: return .quantity
    case .status, .gaqa, .id: return .truth
    default: return try dimensionOfOperation()
    }
  }

  private func dimensionOfOperation() throws(FormulaMismatch) -> FormulaDimension {
    let parts = try parts.map { (part) throws(FormulaMismatch) in try part.dimension() }
    switch self {
    case .named: return parts[0]
    case .mean: return try common(parts, .money, .ratio, .quantity)
    case .membersTotal: return try common(parts, .money, .quantity)
    case .rounded: return try common(parts, .money, .quantity)
    case .sum, .difference, .greatest, .least:
      return try common(parts, .money, .quantity, .ratio)
    case .product:
      guard parts != [.money, .money] else { throw mismatch(parts) }
      return parts.contains(.money) ? .money : parts.contains(.quantity) ? .quantity : .ratio
    case .quotient:
      if parts[1].serves(as: .ratio) { return try common([parts[0]], .money, .quantity, .ratio) }
      if parts == [.money, .quantity] { return .money }
      _ = try common(parts, .money, .quantity)
      return .ratio
    case .atLeast:
      _ = try common(parts, .money, .quantity, .ratio)
      return .truth
    case .all, .any, .not: return try common(parts, .truth)
    case .choice:
      guard parts[0].serves(as: .truth) else { throw mismatch(parts) }
      return try common(Array(parts.dropFirst()), .money, .quantity, .ratio)
    default: stop("\(self) has no parts.")
    }
  }

  /// The first of some dimensions that all parts can serve as.
  private func common(
    _ parts: [FormulaDimension],
    _ dimensions: FormulaDimension...
  ) throws(FormulaMismatch) -> FormulaDimension {
    let common = dimensions.first { dimension in parts.allSatisfy { $0.serves(as: dimension) } }
    guard let common, !parts.isEmpty else { throw mismatch(parts) }
    return common
  }

  private func mismatch(_ parts: [FormulaDimension]) -> FormulaMismatch {
    var kinds: [FormulaDimension] = []
    for part in parts where !kinds.contains(part) { kinds.append(part) }
    let english = kinds.map(\.words.description).joined(separator: " and ")
    let chinese = kinds.map { $0.words.chinese }.joined(separator: "和")
    let problem = Phrase(
      en: "Formula \"\(self)\" is made of \(kinds.isEmpty ? "nothing" : english), which does not "
        + "go together. Add and compare amounts with amounts, quantities with quantities.",
      zh: "计算式「\(Chinese(.yuan).formula(self))」由\(kinds.isEmpty ? "空项" : chinese)组成，不能一起计算。"
        + "请将金额与金额、数量与数量相加或比较。"
    )
    return FormulaMismatch(problem: problem)
  }
}

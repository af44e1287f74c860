extension Expression {
  /// Decodes a formula, refusing one that is nested too deep before it is read to its end.
  init(from decoder: any Decoder) throws {
    self = try Self.read(from: decoder, depth: 1)
  }

  /// Decodes a formula of one dimension, from its text or from its tree.
  ///
  /// - Throws: `DecodingError` where it is of another, holds parts that do not go together, or is
  ///   larger than formulas may be.
  init(from decoder: any Decoder, is expected: FormulaDimension...) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      do throws(BenefitError) {
        var reader = try FormulaReader(text)
        self = try reader.formula(of: expected)
      } catch {
        throw error.decodingError(at: decoder.codingPath)
      }
      return
    }
    try self.init(from: decoder)
    try decoder.refuse(sizeProblem ?? nameProblem)
    do throws(FormulaMismatch) {
      let found = try dimension()
      guard expected.contains(where: { found.serves(as: $0) }) else {
        let english = expected.map(\.words.description).joined(separator: " or ")
        let chinese = expected.map { $0.words.chinese }
        let problem = Phrase(
          en: "Formula \"\(self)\" is \(found.words). Give \(english).",
          zh: "计算式「\(Chinese(.yuan).formula(self))」是\(found.words.chinese)。"
            + "请填写\(chinese.joined(separator: "或"))。"
        )
        throw FormulaMismatch(problem: problem)
      }
    } catch {
      throw decoder.refusal(error.problem)
    }
  }

  fileprivate static func read(from decoder: any Decoder, depth: Int) throws -> Self {
    if depth > maximumDepth {
      throw decoder.refusal(depthProblem)
    }
    let form = try Form(decoder, depth)
    return try form.leaf() ?? form.operation() ?? form.unknown()
  }
}

/// The file form of a formula: the name of its kind, over what it is made of.
private struct Form {
  struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  let kind: Name
  let parts: KeyedDecodingContainer<Name>
  let depth: Int

  init(_ decoder: any Decoder, _ depth: Int) throws {
    let container = try decoder.container(keyedBy: Name.self)
    guard container.allKeys.count == 1 else {
      let count = container.allKeys.count
      throw decoder.refusal(
        Phrase(
          en: "A formula is of one kind; this one names \(count).",
          zh: "一个计算式只有一种类型；这里写了 \(count) 种。"
        )
      )
    }
    kind = container.allKeys[0]
    parts = try container.nestedContainer(keyedBy: Name.self, forKey: kind)
    self.depth = depth
  }

  private static func name(_ position: Int) -> Name { Name(stringValue: "_\(position)") }

  private func value<Value: Decodable>(_ position: Int = 0) throws -> Value {
    try parts.decode(Value.self, forKey: Self.name(position))
  }

  /// The unit of a line that counts one, or `nil` where it is money.
  private func unit() throws -> Quantity.Unit? {
    try parts.decodeIfPresent(Quantity.Unit.self, forKey: Name(stringValue: "unit"))
  }

  private func formula(_ position: Int = 0) throws -> Expression {
    try .read(from: parts.superDecoder(forKey: Self.name(position)), depth: depth + 1)
  }

  private func formulas() throws -> [Expression] {
    var list = try parts.nestedUnkeyedContainer(forKey: Self.name(0))
    var formulas: [Expression] = []
    while !list.isAtEnd {
      formulas.append(try .read(from: list.superDecoder(), depth: depth + 1))
    }
    return formulas
  }

  /// A formula without parts, or `nil` where the kind has some.
  func leaf() throws -> Expression? {
    switch kind.stringValue {
    case "constant": .constant(try value())
    case "money": .money(try value())
    case "rate": .rate(try value())
    case "measure": .measure(try value())
    case "status": .status(try value())
    case "gaqa": .gaqa(try value())
    case "id": .id(try value())
    case "line": .line(try value(), unit: try unit())
    case "total": .total(try value(), unit: try unit())
    case "held": .held(try value())
    case "balance": .balance(try value())
    case "persons": .persons
    case "household": .household
    case "baselineIncome": .baselineIncome
    case "stake": .stake
    case "stakeRatio": .stakeRatio
    case "carriedLoss": .carriedLoss
    case "pot": .pot
    case "remainder": .remainder
    default: nil
    }
  }

  /// A formula made of others, or `nil` where there is no such kind.
  func operation() throws -> Expression? {
    switch kind.stringValue {
    case "mean": .mean(try formula(), try value(1))
    case "membersTotal": .membersTotal(try formula())
    case "sum": .sum(try formulas())
    case "difference": .difference(try formula(), try formula(1))
    case "product": .product(try formula(), try formula(1))
    case "quotient": .quotient(try formula(), try formula(1))
    case "greatest": .greatest(try formulas())
    case "least": .least(try formulas())
    case "rounded": .rounded(try formula(), try value(1))
    case "atLeast": .atLeast(try formula(), try formula(1))
    case "all": .all(try formulas())
    case "any": .any(try formulas())
    case "not": .not(try formula())
    case "choice": .choice(try formula(), try formula(1), try formula(2))
    case "named": .named(try value(), try formula(1))
    default: nil
    }
  }

  func unknown() throws -> Expression {
    let name = kind.stringValue
    let found = Phrase(en: "\"\(name)\" is no kind of formula.", zh: "没有「\(name)」这种计算式。")
    throw BenefitError(.malformed, found: found).decodingError(at: parts.codingPath)
  }
}

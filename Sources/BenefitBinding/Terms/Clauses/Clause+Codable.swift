// The file form of a clause begins with what it is and its name: `{"payment": "wage", "each": ..., "as": "wage"}`.

extension Clause: Codable {
  private enum Kind: String, CodingKey, CaseIterable {
    case distribution, payment, purchase, employment, allotment
  }

  /// Decodes a clause, whose kind is the key of its name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    let kinds = Kind.allCases.filter(container.contains)
    guard kinds.count == 1 else {
      let all = Kind.allCases.map(\.rawValue)
      // Whatever stands beside it belongs to the clause that was meant.
      _ = try decoder.container(keyedBy: AnyKey.self)
      throw BenefitError(
        .malformed,
        found: kinds.isEmpty
          ? Phrase(en: "A clause says what it is.", zh: "条款须写明类型。")
          : Phrase(en: "A clause is one thing; this is several.", zh: "一项条款只能是一种类型。"),
        advice: Phrase(
          en: "Give its name under one of \(all.joined(separator: ", ")).",
          zh: "请把名称写在「\(all.joined(separator: "」「"))」之一下面。"
        )
      ).decodingError(at: decoder.codingPath)
    }
    self =
      switch kinds[0] {
      case .distribution: .distribution(try Distribution(from: decoder))
      case .payment: .payment(try Payment(from: decoder))
      case .purchase: .purchase(try Purchase(from: decoder))
      case .employment: .employment(try Employment(from: decoder))
      case .allotment: .allotment(try Allotment(from: decoder))
      }
  }

  /// Encodes the clause that it is.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .distribution(let distribution): try distribution.encode(to: encoder)
    case .payment(let payment): try payment.encode(to: encoder)
    case .purchase(let purchase): try purchase.encode(to: encoder)
    case .employment(let employment): try employment.encode(to: encoder)
    case .allotment(let allotment): try allotment.encode(to: encoder)
    }
  }
}

extension Payment: Codable, StoredInParts {
  package enum CodingKeys: String, CodingKey {
    case name = "payment", amount = "each", condition = "where", rounding = "rounded", flow = "as"
    case purpose, liability
  }

  /// Decodes what was agreed.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    name = try parts.name(.clause, .name)
    amount = try parts[.amount]
    condition = try parts[.condition, or: .always]
    rounding = try parts[.rounding, or: .halfUp(to: .fen)]
    flow = (try parts[.flow] as Flow.OfMoney).flow
    purpose = try parts[ifPresent: .purpose]
    liability = try parts[ifPresent: .liability]
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(amount, forKey: .amount)
    try container.encode(condition, forKey: .condition, unless: .always)
    try container.encode(rounding, forKey: .rounding, unless: .halfUp(to: .fen))
    try container.encode(flow, forKey: .flow)
    try container.encodeIfPresent(purpose, forKey: .purpose)
    try container.encodeIfPresent(liability, forKey: .liability)
  }
}

extension Purchase: Codable, StoredInParts {
  package enum CodingKeys: String, CodingKey {
    case name = "purchase", quantity = "of", price = "at", inputs, condition = "where"
    case rounding = "rounded", flow = "as"
  }

  /// Decodes what was agreed.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      parts.name(.clause, .name),
      of: parts[.quantity],
      at: parts[.price],
      inputs: parts[ifPresent: .inputs],
      where: parts[.condition, or: .always],
      rounded: parts[.rounding, or: .halfUp(to: .fen)],
      as: parts[.flow, or: Flow.OfMoney(.business)].flow
    )
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(quantity, forKey: .quantity)
    try container.encode(price, forKey: .price)
    try container.encodeIfPresent(inputs, forKey: .inputs)
    try container.encode(condition, forKey: .condition, unless: .always)
    try container.encode(rounding, forKey: .rounding, unless: .halfUp(to: .fen))
    try container.encode(flow, forKey: .flow, unless: .business)
  }
}

extension Employment: Codable, StoredInParts {
  package enum CodingKeys: String, CodingKey {
    case name = "employment", work, pay, displaced, condition = "where", rounding = "rounded"
    case flow = "as"
  }

  /// Decodes what was agreed.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      parts.name(.clause, .name),
      work: parts[.work],
      pay: parts[.pay],
      displaced: parts[ifPresent: .displaced],
      where: parts[.condition, or: .always],
      rounded: parts[.rounding, or: .halfUp(to: .fen)],
      as: parts[.flow, or: Flow.OfMoney(.wage)].flow
    )
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(work, forKey: .work)
    try container.encode(pay, forKey: .pay)
    try container.encodeIfPresent(displaced, forKey: .displaced)
    try container.encode(condition, forKey: .condition, unless: .always)
    try container.encode(rounding, forKey: .rounding, unless: .halfUp(to: .fen))
    try container.encode(flow, forKey: .flow, unless: .wage)
  }
}

extension Phrase {
  /// A clause, at the beginning of a sentence about its name.
  static let clause = Self(en: "A clause", zh: "条款")
}

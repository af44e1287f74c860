extension Distribution: Codable, StoredInParts {
  package enum CodingKeys: String, CodingKey {
    case name = "distribution", pot = "of", rounding = "rounded", scope = "per", source = "from",
      tiers
  }

  /// Decodes what was agreed.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    name = try parts.name(.clause, .name)
    pot = try parts[.pot]
    rounding = try parts[.rounding, or: .halfUp(to: .fen)]
    scope = try parts[.scope, or: .members]
    source = try parts[ifPresent: .source]
    tiers = try parts[.tiers]
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(pot, forKey: .pot)
    try container.encode(rounding, forKey: .rounding, unless: .halfUp(to: .fen))
    try container.encode(scope, forKey: .scope, unless: .members)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encode(tiers, forKey: .tiers)
  }
}

extension Allotment: Codable {
  private enum CodingKeys: String, CodingKey {
    case name = "allotment", each, quantity = "of", by, condition = "where"
    case apportionment = "apportioned", scope = "per"
  }

  /// Decodes what each household gets where it says `each`, and else what is shared by a key.
  public init(from decoder: any Decoder) throws {
    let isOfEach = try decoder.container(keyedBy: CodingKeys.self).contains(.each)
    let form: [CodingKeys] =
      isOfEach ? [.each] : [.quantity, .by, .apportionment, .scope]
    self = try decoder.checked(CodingKeys.self, of: form + [.name, .condition]) {
      let condition: Condition = try $0[.condition, or: .always]
      if isOfEach { return try Self($0.name(.clause, .name), each: $0[.each], where: condition) }
      return try Self(
        $0.name(.clause, .name),
        of: $0[.quantity],
        by: $0[.by],
        where: condition,
        apportioned: $0[.apportionment, or: .exact],
        per: $0[.scope, or: .members]
      )
    }
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(quantity, forKey: sharing == nil ? .each : .quantity)
    try container.encodeIfPresent(sharing?.key, forKey: .by)
    try container.encode(condition, forKey: .condition, unless: .always)
    guard let sharing else { return }
    try container.encode(sharing.apportionment, forKey: .apportionment, unless: .exact)
    try container.encode(sharing.scope, forKey: .scope, unless: .members)
  }
}

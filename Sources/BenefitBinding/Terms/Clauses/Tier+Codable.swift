extension Tier: Codable {
  private enum CodingKeys: String, CodingKey {
    case each, amount, by, to, unlisted = "for", condition = "where", apportionment = "apportioned"
    case flow = "as", name = "named", pool = "from", purpose, formerLine = "takingOver"
  }

  /// Decodes a claim of each household where it says `each`, what accounts get where it says `to`, and else what is
  /// shared among households.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let form: [CodingKeys] =
      container.contains(.each)
      ? [.each, .condition, .flow, .name, .pool]
      : container.contains(.to)
        ? [.amount, .to, container.contains(.by) ? .by : .unlisted]
        : [.amount, .by, .condition, .apportionment, .flow, .name]
    self = try decoder.checked(CodingKeys.self, of: form + [.purpose, .formerLine]) {
      var tier = try Self($0, in: form[0] == .each, form.contains(.to))
      tier.purpose = try $0[ifPresent: .purpose]
      tier.formerLine = try $0[ifPresent: .formerLine]
      return tier
    }
  }

  private init(
    _ parts: StoredParts<CodingKeys>,
    in isClaim: Bool,
    _ isOfAccounts: Bool
  ) throws {
    if isClaim {
      try self.init(
        each: parts[.each],
        where: parts[.condition, or: .always],
        as: (parts[.flow] as Flow.OfMoney).flow,
        named: parts[.name],
        from: parts[ifPresent: .pool]
      )
    } else if !isOfAccounts {
      try self.init(
        parts[.amount],
        by: parts[.by],
        where: parts[.condition, or: .always],
        apportioned: parts[.apportionment, or: .exact],
        as: (parts[.flow] as Flow.OfMoney).flow,
        named: parts[ifPresent: .name]
      )
    } else if let key: Key = try parts[ifPresent: .by] {
      try self.init(parts[.amount], by: key, to: parts[.to])
    } else {
      try self.init(parts[.amount], to: parts[.to], for: parts[ifPresent: .unlisted])
    }
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch recipient {
    case .households(let key, let condition, let apportionment):
      try container.encode(amount, forKey: .amount)
      try container.encode(key, forKey: .by)
      try container.encode(condition, forKey: .condition, unless: .always)
      try container.encode(apportionment, forKey: .apportionment, unless: .exact)
    case .claims(let condition, let pool):
      try container.encode(amount, forKey: .each)
      try container.encode(condition, forKey: .condition, unless: .always)
      try container.encodeIfPresent(pool, forKey: .pool)
    case .account(let account):
      try container.encode(amount, forKey: .amount)
      try container.encode(account, forKey: .to)
      try container.encodeIfPresent(unlisted, forKey: .unlisted)
    case .gaqas(let account, let key):
      try container.encode(amount, forKey: .amount)
      try container.encode(key, forKey: .by)
      try container.encode(account, forKey: .to)
    }
    if account == nil {
      try container.encode(flow, forKey: .flow)
      try container.encodeIfPresent(name, forKey: .name)
    }
    try container.encodeIfPresent(purpose, forKey: .purpose)
    try container.encodeIfPresent(formerLine, forKey: .formerLine)
  }
}

extension AwardPool: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case amount, carriesUnspent, backstop }

  /// Decodes what was agreed.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      parts[.amount],
      carriesUnspent: parts[.carriesUnspent, or: false],
      backstop: parts[ifPresent: .backstop]
    )
  }

  /// Encodes what was agreed; what goes without saying is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(amount, forKey: .amount)
    try container.encode(carriesUnspent, forKey: .carriesUnspent, unless: false)
    try container.encodeIfPresent(backstop, forKey: .backstop)
  }
}

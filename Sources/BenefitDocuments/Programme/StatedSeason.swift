import BenefitBinding

/// The facts that schemes ask for, and the schemes.
struct AskedFacts: Sendable {
  let facts: [FactName]
  let schemes: [String]

  init(of programme: Programme) {
    facts = programme.factsRead
    schemes = programme.schemes.map(\.name)
  }
}

extension CodingUserInfoKey {
  private static func key(_ name: String) -> Self {
    guard let key = Self(rawValue: "BenefitDocuments.\(name)") else { stop("\(name) is no key.") }
    return key
  }

  /// The key under which a decoder carries the ``AskedFacts``.
  static let askedFacts = key("askedFacts")

  /// The key under which a decoder carries the ``AskedBalances``.
  static let askedBalances = key("askedBalances")
}

/// A season as a document states it: facts by their names, those of single schemes under the scheme's.
struct StatedSeason: Decodable {
  let season: Season

  private enum CodingKeys: CodingKey { case name, facts, schemes, earlier }

  init(from decoder: any Decoder) throws {
    let parts = try decoder.container(keyedBy: CodingKeys.self)
    let name = try parts.decode(String.self, forKey: .name)
    let earlier = try parts.decodeIfPresent([StatedSeason].self, forKey: .earlier) ?? []
    let facts = try parts.decodeIfPresent([String: StatedFact].self, forKey: .facts) ?? [:]
    let schemes = try parts.decodeIfPresent([String: OfScheme].self, forKey: .schemes) ?? [:]
    season = Season(name, after: earlier.map(\.season)) { season in
      for fact in facts.values { fact.state(&season.facts) }
      for (scheme, own) in schemes {
        for fact in own.facts.values { fact.state(&season[scheme]) }
      }
    }
  }

  /// The facts of one scheme, which the document has.
  private struct OfScheme: Decodable {
    let facts: [String: StatedFact]

    init(from decoder: any Decoder) throws {
      let name = decoder.codingPath.last?.stringValue ?? ""
      let schemes = (decoder.userInfo[.askedFacts] as? AskedFacts)?.schemes ?? []
      guard schemes.contains(name) else {
        throw BenefitError.unknownScheme(name, among: schemes)
          .decodingError(at: decoder.codingPath)
      }
      facts = try decoder.singleValueContainer().decode([String: StatedFact].self)
    }
  }
}

/// A fact as a document states it: one value, or one for each gaqa or household.
struct StatedFact: Decodable {
  /// States the fact.
  let state: @Sendable (inout Facts) -> Void

  init(from decoder: any Decoder) throws {
    let name = decoder.codingPath.last?.stringValue ?? ""
    let facts = (decoder.userInfo[.askedFacts] as? AskedFacts)?.facts ?? []
    let meant = facts.filter { $0.text == name }
    guard let fact = meant.first, meant.count == 1 else {
      throw Self.refusal(name, meant, facts).decodingError(at: decoder.codingPath)
    }
    state =
      switch fact {
      case .money(let fact):
        try Self.stating({ $0 as Money }, decoder, { $0[fact] = $1 }) {
          $0.set(fact, $1, isByGaqa: $2)
        }
      case .rate(let fact):
        try Self.stating({ $0 as Ratio }, decoder, { $0[fact] = $1 }) {
          $0.set(fact, $1, isByGaqa: $2)
        }
      case .measure(let measure):
        try Self.stating(
          { (number: NumberOfUnits) in try number.quantity(of: measure, decoder) },
          decoder,
          { $0[measure] = $1 }
        ) {
          $0.set(measure, $1, isByGaqa: $2)
        }
      }
  }

  /// States a value for the season, or a column of them for gaqas or households.
  private static func stating<Stated: Decodable, Value: Hashable & Sendable>(
    _ read: (Stated) throws -> Value,
    _ decoder: any Decoder,
    _ one: @escaping @Sendable (inout Facts, Value) -> Void,
    _ many: @escaping @Sendable (inout Facts, NamedColumn<Value>, Bool) -> Void
  ) throws -> @Sendable (inout Facts) -> Void {
    guard let places = try? decoder.container(keyedBy: Places.self) else {
      let value = try read(decoder.singleValueContainer().decode(Stated.self))
      return { one(&$0, value) }
    }
    guard places.contains(.gaqas) || places.contains(.households) else {
      throw BenefitError(
        .missing,
        found: Phrase(en: "A fact is given for somebody.", zh: "数据须写明对象。"),
        advice: Phrase(
          en: "Write one value, or values under \"gaqas\" or \"households\".",
          zh: "请填写一个值，或在「gaqas」或「households」下分别填写。"
        )
      )
      .decodingError(at: decoder.codingPath)
    }
    let gaqas = try places.decodeIfPresent([String: Stated].self, forKey: .gaqas)
    let stated = try gaqas ?? places.decode([String: Stated].self, forKey: .households)
    let column = NamedColumn(distinct: Array(stated.keys), try stated.values.map(read))
    let isByGaqa = gaqas != nil
    return { many(&$0, column, isByGaqa) }
  }

  private enum Places: CodingKey { case gaqas, households }

  private static func refusal(
    _ name: String,
    _ meant: [FactName],
    _ facts: [FactName]
  ) -> BenefitError {
    if meant.isEmpty {
      return BenefitError(
        .unknownName,
        found: Phrase(
          en: "No formula of the schemes asks for a fact of this name.",
          zh: "各方案的计算式都没有用到这个名称的数据。"
        ),
        advice: .name(nearestTo: name, among: facts.map(\.text))
      )
    }
    return BenefitError(
      .ambiguousName,
      found: Phrase(
        en: "The schemes ask for facts of several kinds under this name.",
        zh: "各方案以这个名称引用了不同类型的数据。"
      ),
      advice: Phrase(
        en: "Give them names of their own in the formulas.",
        zh: "请在计算式中分别命名。"
      )
    )
  }
}

/// A number of units, with the unit of its measure or without one.
private struct NumberOfUnits: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  func quantity(of measure: Measure, _ decoder: any Decoder) throws -> Quantity {
    let isBare = !text.contains(" ")
    return try decoder.checked {
      let quantity = try Quantity(parsing: isBare ? "\(text) \(measure.unit)" : text)
      try measure.requireUnit(of: quantity)
      return quantity
    }
  }
}

extension BenefitError {
  /// The error of a scheme that the document does not have.
  static func unknownScheme(_ name: String, among schemes: [String]) -> Self {
    Self(
      .unknownName,
      found: Phrase(
        en: "The document has no scheme of this name.",
        zh: "文件中没有这个名称的方案。"
      ),
      advice: .name(nearestTo: name, among: schemes)
    )
  }
}

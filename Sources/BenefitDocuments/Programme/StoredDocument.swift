import BenefitBinding

/// The document as it is read: first what formulas are called, then the schemes, then the facts that they ask for.
struct StoredDocument: JSONDecodable {
  let document: ProgrammeDocument

  private static let format = "benefit-binding programme 1"

  private enum CodingKeys: CodingKey {
    case format, name, currency, definitions, schemes, season, povertyLine
  }

  init(from decoder: any Decoder) throws {
    guard let node = decoder as? JSONNode else {
      stop("Documents are read by DocumentDecoder alone.")
    }
    try self.init(of: node)
  }

  init(of node: JSONNode) throws {
    let parts = try node.container(keyedBy: CodingKeys.self)
    try Self.check(try parts.decode(String.self, forKey: .format), parts)
    let name = try parts.decode(String.self, forKey: .name)
    let currency = try parts.decodeIfPresent(Currency.self, forKey: .currency)
    let definitions = node.definitions(under: CodingKeys.definitions)
    let povertyLine = try parts.decodeIfPresent(Money.self, forKey: .povertyLine)
    if let povertyLine, povertyLine <= .zero {
      throw BenefitError(
        .notPositive,
        found: Phrase(en: "A poverty line is above zero.", zh: "贫困线应大于零。"),
        advice: Phrase(en: "Give the income of a person and year.", zh: "请填写人均年收入标准。")
      )
      .decodingError(at: node.codingPath + [CodingKeys.povertyLine])
    }

    let stored = try node.value(
      of: StoredSchemes.self,
      under: CodingKeys.schemes,
      knowing: [.formulaDefinitions: definitions]
    )
    guard let stored else { throw node.lacks(CodingKeys.schemes.stringValue) }
    try stored.checkSources(at: node.codingPath + [CodingKeys.schemes])
    let schemes = stored.schemes.map { scheme in
      scheme.statesCurrency ? scheme.terms : scheme.terms.denominated(in: currency ?? .yuan)
    }
    let programme = Programme(name) { schemes }

    // Facts that a scheme asks for which could not be read would all seem unknown.
    node.ask(for: CodingKeys.season.stringValue)
    let asked = AskedFacts(of: programme)
    let season =
      try stored.isWhole
      ? node.value(of: StatedSeason.self, under: CodingKeys.season, knowing: [.askedFacts: asked])
      : StatedSeason(Season(""))
    guard let season else { throw node.lacks(CodingKeys.season.stringValue) }
    document = ProgrammeDocument(
      programme: programme,
      season: season.season,
      povertyLine: povertyLine
    )
  }

  private static func check(
    _ format: String,
    _ parts: KeyedDecodingContainer<CodingKeys>
  ) throws {
    guard format != Self.format else { return }
    throw BenefitError(
      .unknownName,
      found: Phrase(
        en: "This is no document of a known form.",
        zh: "文件格式不明。"
      ),
      advice: Phrase(en: "Write \"\(Self.format)\".", zh: "请填写「\(Self.format)」。")
    )
    .decodingError(at: parts.codingPath + [CodingKeys.format])
  }
}

/// The schemes of a document, as far as they can be read.
private struct StoredSchemes: JSONDecodable {
  let schemes: [StoredScheme]
  /// False if a part of one could not be read.
  let isWhole: Bool

  init(of node: JSONNode) throws {
    schemes = try [StoredScheme](of: node)
    isWhole = !node.isPartial
    if schemes.isEmpty && isWhole {
      throw BenefitError(
        .missing,
        found: Phrase(en: "There is no scheme.", zh: "没有方案。"),
        advice: Phrase(en: "List one.", zh: "请至少列出一个方案。")
      )
      .decodingError(at: node.codingPath)
    }
  }

  init(from decoder: any Decoder) throws {
    schemes = try [StoredScheme](from: decoder)
    isWhole = true
  }

  /// Refuses a source that is nearly one of the library's, as the stake may depend on it.
  func checkSources(at path: [any CodingKey]) throws {
    let known: [Funding.Source] = [
      .fiscalReliefFund, .reliefLoan, .householdFunds, .industrialReliefFund, .specialFund,
      .enterprise,
    ]
    for (index, scheme) in schemes.enumerated() {
      for (position, contribution) in scheme.terms.funding.contributions.enumerated()
      where !known.contains(contribution.source) {
        let name = contribution.source.name
        guard let meant = nearest(to: name, among: known.map(\.name)) else { continue }
        throw BenefitError(
          .unknownName,
          found: Phrase(
            en: "\"\(name)\" is nearly a source that the library knows.",
            zh: "「\(name)」与库中的资金来源相近。"
          ),
          advice: Phrase(
            en: "Write \"\(meant)\", or a name that is less like it.",
            zh: "请填写「\(meant)」，或改用差别较大的名称。"
          )
        )
        .decodingError(
          at: path + [JSONKey(index), JSONKey("funding"), JSONKey(position), JSONKey("from")]
        )
      }
    }
  }
}

extension JSONNode {
  /// Decodes the member of a name, with what its formulas and facts have to know; `nil` where there is none.
  fileprivate func value<Value: Decodable>(
    of type: Value.Type,
    under key: any CodingKey,
    knowing more: [CodingUserInfoKey: Any]
  ) throws -> Value? {
    ask(for: key.stringValue)
    guard case .object(let object) = value.content, let member = object[key.stringValue] else {
      return nil
    }
    let part = JSONNode(
      member.value,
      codingPath + [key],
      userInfo.merging(more) { _, new in new }
    )
    return try read(type, from: part)
  }

  /// The definitions under a name, each of which may use those before it.
  fileprivate func definitions(under key: any CodingKey) -> FormulaDefinitions {
    ask(for: key.stringValue)
    var definitions = FormulaDefinitions()
    guard case .object(let object) = value.content, let member = object[key.stringValue] else {
      return definitions
    }
    guard case .object(let named) = member.value.content else {
      _ = parts([part(member.value, key)], as: [String: String].self)
      return definitions
    }
    for member in named.members {
      let part = JSONNode(
        member.value,
        codingPath + [key, JSONKey(member.name)],
        userInfo.merging([.formulaDefinitions: definitions]) { _, new in new }
      )
      if let defined = parts([part], as: Definition.self)[0] { definitions = defined.all }
    }
    return definitions
  }
}

/// A formula under a name of the document, and the definitions with it.
private struct Definition: Decodable {
  let all: FormulaDefinitions

  init(from decoder: any Decoder) throws {
    let name = decoder.codingPath.last?.stringValue ?? ""
    let before = decoder.userInfo[.formulaDefinitions] as? FormulaDefinitions
    all = try decoder.decodeText { (text) throws(BenefitError) in
      var all = before ?? FormulaDefinitions()
      try all.define(name, as: text)
      return all
    }
  }
}

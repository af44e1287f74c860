import BenefitBinding

/// The document as it is read: first what formulas are called, then the schemes, then the facts that they ask for.
struct StoredDocument: JSONDecodable {
  let document: ProgrammeDocument

  private static let format = "benefit-binding programme 1"

  private enum CodingKeys: CodingKey {
    case format, name, currency, definitions, schemes, season, opening, povertyLine
  }

  init(from decoder: any Decoder) throws {
    try self.init(of: decoder.node)
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

    let stored = try node.part(
      under: CodingKeys.schemes,
      knowing: [.formulaDefinitions: definitions]
    )
    .map { try node.read(StoredSchemes.self, from: $0) }
    guard let stored else { throw node.lacks(CodingKeys.schemes.stringValue) }
    if stored.isWhole { stored.checkSources(in: node, at: CodingKeys.schemes) }
    let schemes = stored.schemes.map { scheme in
      scheme.statesCurrency ? scheme.terms : scheme.terms.denominated(in: currency ?? .yuan)
    }
    let programme = Programme(name) { schemes }

    // What a scheme asks for which could not be read would all seem unknown.
    let balances = AskedBalances(of: programme)
    let opening = node.part(under: CodingKeys.opening, knowing: [.askedBalances: balances])
    let books = stored.isWhole ? opening.flatMap { node.parts([$0], as: StatedBooks.self)[0] } : nil
    let facts = AskedFacts(of: programme)
    let stated = node.part(under: CodingKeys.season, knowing: [.askedFacts: facts])
    guard let stated else { throw node.lacks(CodingKeys.season.stringValue) }
    let season = try stored.isWhole ? node.read(StatedSeason.self, from: stated).season : Season("")
    document = ProgrammeDocument(
      programme: programme,
      season: season,
      openingBooks: books?.books,
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

  /// Refuses sources that are nearly one of the library's, as the stake may depend on it.
  func checkSources(in node: JSONNode, at key: any CodingKey) {
    let known: [Funding.Source] = [
      .fiscalReliefFund, .reliefLoan, .householdFunds, .industrialReliefFund, .specialFund,
      .enterprise,
    ]
    for (index, scheme) in schemes.enumerated() {
      for (position, contribution) in scheme.terms.funding.contributions.enumerated()
      where !known.contains(contribution.source) {
        let name = contribution.source.name
        guard let meant = nearest(to: name, among: known.map(\.name)) else { continue }
        let error = BenefitError(
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
        node.refuse(
          error,
          at: [key, AnyKey(index), AnyKey("funding"), AnyKey(position), AnyKey("from")]
        )
      }
    }
  }
}

extension Decoder {
  /// The value of a document that is decoded.
  var node: JSONNode {
    guard let node = self as? JSONNode else { stop("Documents are read by DocumentDecoder alone.") }
    return node
  }
}

extension JSONNode {
  /// The member of a name, with what its formulas and facts have to know; `nil` where there is none.
  fileprivate func part(
    under key: any CodingKey,
    knowing more: [CodingUserInfoKey: Any]
  ) -> JSONNode? {
    ask(for: key.stringValue)
    guard case .object(let object) = value.content, let member = object[key.stringValue] else {
      return nil
    }
    return JSONNode(member.value, codingPath + [key], userInfo.merging(more) { _, new in new })
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
        codingPath + [key, AnyKey(member.name)],
        userInfo.merging([.formulaDefinitions: definitions]) { _, new in new }
      )
      if let defined = parts([part], as: Definition.self)[0] {
        definitions = defined.all
      } else {
        definitions.leaveOut(member.name)
      }
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

/// A model that files call by its name, with what its contract states; all else goes without saying.
///
/// ```json
/// {"model": "shareholding", "name": "cooperative", "funding": [{"amount": "860,000", "from": "fiscal relief fund"}],
///   "dividend": "5 % of stake + 29 % of (profit over 5 % of stake)"}
/// ```
protocol NamedModel: Scheme {
  associatedtype CodingKeys: CodingKey

  /// The name of the model in files.
  static var model: String { get }

  /// Makes the scheme of its stored parts, refusing what its initialiser would.
  init(_ parts: StoredParts<CodingKeys>) throws
}

/// A scheme as files hold it: a named model or a list of clauses.
package struct StoredScheme: Decodable {
  package let terms: Terms

  /// True if it says itself what its currency is.
  package let statesCurrency: Bool

  private enum CodingKeys: CodingKey, CaseIterable { case model, currency, organisationMode }

  private static let models: [any NamedModel.Type] = [
    Shareholding.self, CollectiveEconomy.self, Tourism.self, ECommerce.self, HouseholdLoan.self,
    EntrustedBreeding.self, LandAdoption.self, ConsumptionAssistance.self, LeadEntitySubsidy.self,
  ]

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    statesCurrency = container.contains(.currency)
    guard let name = try container.decodeIfPresent(String.self, forKey: .model) else {
      terms = try Terms(from: decoder)
      return
    }
    guard let model = Self.models.first(where: { $0.model == name }) else {
      let names = Self.models.map { $0.model }
      // Whatever stands beside it belongs to the model that was meant.
      _ = try decoder.container(keyedBy: AnyKey.self)
      throw BenefitError(
        .unknownName,
        found: Phrase(en: "There is no model \"\(name.escaped)\".", zh: "没有「\(name.escaped)」这种模式。"),
        advice: nearest(to: name, among: names).map {
          Phrase(en: "Write \"\($0)\".", zh: "请填写「\($0)」。")
        }
          ?? Phrase(
            en:
              "Use one of \(names.joined(separator: ", ")), or a list of clauses without a model.",
            zh: "请使用「\(names.joined(separator: "」「"))」之一，或者不写模式而列出条款。"
          )
      ).decodingError(at: container.codingPath + [CodingKeys.model])
    }
    var terms = try Self.terms(of: model, from: decoder)
    if let currency = try container.decodeIfPresent(Currency.self, forKey: .currency) {
      terms.currency = currency
    }
    terms.organisationMode = try container.decodeIfPresent(
      OrganisationMode.self,
      forKey: .organisationMode
    )
    self.terms = terms
  }

  private static func terms<Model: NamedModel>(
    of model: Model.Type,
    from decoder: any Decoder
  ) throws -> Terms {
    try decoder.checked(Model.CodingKeys.self, besides: CodingKeys.allCases) { try Model($0).terms }
  }
}

public import BenefitBinding

/// An entry on a list on which somebody counted households: of a scheme, a bank, a village.
///
/// The households of a register are listed by `register.map { ListedHousehold($0.id, gaqa: $0.gaqa, on: "2016") }`.
public struct ListedHousehold: Hashable, Codable, Sendable {
  /// The household's id.
  public let id: Household.ID
  /// The gaqa it lives in.
  public let gaqa: String
  /// The name of its head, where the list gives one.
  public let name: String?
  /// The name of the list.
  public let list: String

  /// Describes an entry.
  public init(_ id: Household.ID, gaqa: String, name: String? = nil, on list: String) {
    self.id = id
    self.gaqa = gaqa
    self.name = name
    self.list = list
  }
}

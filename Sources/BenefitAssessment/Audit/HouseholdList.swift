public import BenefitBinding

/// A list on which somebody counted households: of a scheme, a bank, a village.
///
/// ```swift
/// let lists = [
///   HouseholdList("loans", [.init("A-1", gaqa: "Xini", name: "Bao Ying")]),
///   HouseholdList("pigs", [.init("A-1", gaqa: "Xini"), .init("B-7", gaqa: "Xini", name: "Bao Ying")]),
/// ]
/// var audit = Audit()
/// audit.examine(lists)    // A-1 stands on two lists; Bao Ying of Xini has two ids
/// ```
public struct HouseholdList: Hashable, Codable, Sendable {
  /// One household on the list.
  public struct Entry: Hashable, Codable, Sendable {
    /// The household's id.
    public let id: Household.ID
    /// The gaqa it lives in.
    public let gaqa: String
    /// The name of its head, where the list gives one.
    public let name: String?

    /// Describes an entry.
    public init(_ id: Household.ID, gaqa: String, name: String? = nil) {
      self.id = id
      self.gaqa = gaqa
      self.name = name
    }
  }

  /// The name of the list.
  public let name: String

  /// The households in the order of the list.
  public let entries: [Entry]

  /// Creates a list from its entries.
  public init(_ name: String, _ entries: [Entry]) {
    self.name = name
    self.entries = entries
  }

  /// Lists the households of a register.
  public init(_ name: String, _ register: Register) {
    self.init(name, register.map { Entry($0.id, gaqa: $0.gaqa) })
  }
}

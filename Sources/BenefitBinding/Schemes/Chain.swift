/// Who stands between the market and a poor household, and what each of them keeps.
///
/// The organisation modes of the field ("leading enterprise + cooperative + poor household", "branch +
/// company + poor household") are such chains.
///
/// ```swift
/// let chain = Chain([
///   .init(.leadingEnterprise, "Lvmei Company", keeps: .percent(70), does: "breeds and sells pigs"),
///   .init(.cooperative, "Sishililiang cooperative", keeps: .percent(10), does: "holds the stake"),
///   .init(.poorHousehold, "300 households", keeps: .percent(20), does: "draw a dividend"),
/// ])
/// print(chain.mode)    // leading enterprise + cooperative + poor household
/// ```
public struct Chain: Hashable, Codable, Sendable {
  /// The part that somebody plays.
  ///
  /// The vocabulary is open.
  public struct Role: Named {
    /// The role in words.
    public let name: String

    /// Creates a role.
    ///
    /// - Precondition: The name is not empty.
    public init(_ name: String) { self.name = Self.checked(name) }

    /// An enterprise that leads an industry.
    public static let leadingEnterprise = Self("leading enterprise")
    /// Any other company.
    public static let company = Self("company")
    /// A farmers' cooperative.
    public static let cooperative = Self("cooperative")
    /// A party branch, as the organiser.
    public static let branch = Self("branch")
    /// A platform that sells over the internet.
    public static let internet = Self("internet")
    /// The households that the scheme is for.
    public static let poorHousehold = Self("poor household")
  }

  /// One link of the chain.
  public struct Link: Hashable, Codable, Sendable {
    /// The part it plays.
    public let role: Role
    /// Who it is.
    public let name: String
    /// The fraction of what is earned that it keeps, or `nil` where the contract does not say.
    public let keeps: Ratio?
    /// What it does, in words.
    public let task: String

    /// Describes a link.
    public init(_ role: Role, _ name: String, keeps: Ratio? = nil, does task: String) {
      self.role = role
      self.name = name
      self.keeps = keeps
      self.task = task
    }
  }

  /// The links in the order in which the mode names them.
  public let links: [Link]

  /// Describes a chain.
  public init(_ links: [Link]) {
    self.links = links
  }

  /// The mode in words, such as `cooperative + poor household + internet`.
  public var mode: String { links.map(\.role.name).joined(separator: " + ") }

  /// What the known fractions leave for links whose contract does not say, below zero where they add
  /// up to more than all of it.
  public var unstated: Ratio { links.reduce(.whole) { $0 - ($1.keeps ?? .zero) } }

  /// Shares what was earned among the links that keep a known fraction.
  ///
  /// - Parameter earned: What was earned.
  /// - Returns: What each link keeps, in order, to the fen; `nil` where the contract does not say.
  /// - Precondition: The fractions are from zero to the whole and together at most the whole.
  public func parts(of earned: Money) -> [Money?] {
    let fractions = links.map { $0.keeps ?? .zero } + [unstated]
    precondition(
      fractions.allSatisfy { $0 >= .zero },
      "The links of a chain cannot keep more than all of it."
    )
    guard let weights = Column(fractions) else {
      preconditionFailure("The links' fractions have no common denominator of 64 bits.")
    }
    do {
      let parts = try Apportionment.exact.parts(of: earned, by: weights.values).parts
      return zip(links, parts).map { $0.keeps == nil ? nil : $1 }
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

/// Something in a settlement that its reader should know: a business "no" with its reason.
public struct Finding: Hashable, Codable, Sendable {
  /// What kind of thing was found.
  ///
  /// More kinds may come.
  public struct Code: Hashable, Codable, Sendable {
    let rawValue: String

    /// The year brought a loss; it is carried to the next.
    public static let loss = Self(rawValue: "loss")
    /// A formula gave a pot below zero; nothing was shared.
    public static let negativePot = Self(rawValue: "negative pot")
    /// There was money for a tier but nobody who meets its condition.
    public static let nobodyEligible = Self(rawValue: "nobody eligible")
    /// There was money for a tier but all who meet its condition have a weight of zero.
    public static let noWeight = Self(rawValue: "no weight")
    /// There was money for a gaqa that no scheme has a member in; nobody got it.
    public static let noMembers = Self(rawValue: "no members")
    /// The pot was too small for a tier's claims.
    public static let shortfall = Self(rawValue: "shortfall")
    /// The account that a pot is drawn from holds less than the pot was to be.
    public static let balanceShortfall = Self(rawValue: "balance shortfall")
    /// Money stayed in the pot.
    public static let leftInPot = Self(rawValue: "left in pot")
  }

  /// What was found.
  public let code: Code

  /// The scheme it was found in.
  public let scheme: String

  /// The line or clause it was found in.
  public let line: String

  /// The gaqa of the pot, or `nil` where it is for all members.
  public let gaqa: String?

  /// How much is concerned.
  public let amount: Money
}

extension Finding: CustomStringConvertible {
  /// The finding as a sentence with its place.
  public var description: String {
    let place = gaqa.map { "\(scheme), \(line), gaqa \($0)" } ?? "\(scheme), \(line)"
    let sentence =
      switch code {
      case .loss: "a loss of \(amount) is carried to the next season."
      case .negativePot: "the pot came to \(amount); nothing was shared."
      case .nobodyEligible: "\(amount) could not be paid because nobody is eligible."
      case .noWeight: "\(amount) could not be paid because all weights are zero."
      case .shortfall: "the pot is \(amount) short of what the tier was to pay."
      case .balanceShortfall:
        "the account lacks \(amount) of what was to be drawn from it; the pot was cut to its balance."
      case .noMembers: "\(amount) was not shared because nobody there is a member."
      default: "\(amount) is left in the pot after all tiers."
      }
    return "\(place): \(sentence)"
  }
}

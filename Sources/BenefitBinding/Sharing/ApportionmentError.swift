/// A total that cannot be shared among the weights given.
public struct ApportionmentError: Error, Hashable, Sendable {
  /// Why it cannot be shared.
  public struct Code: Hashable, Sendable {
    private enum Kind { case nobodyToPay, negativeWeight, overflow }
    private let kind: Kind

    /// There is no weight above zero.
    public static let nobodyToPay = Self(kind: .nobodyToPay)
    /// A weight is below zero.
    public static let negativeWeight = Self(kind: .negativeWeight)
    /// A rounded part leaves the range of 64 bits.
    public static let overflow = Self(kind: .overflow)
  }

  /// Why it cannot be shared.
  public let code: Code

  /// The position of the weight at fault, where there is one.
  public let position: Int?
}

extension ApportionmentError: CustomStringConvertible {
  /// The reason and what to do about it.
  public var description: String {
    switch (code, position) {
    case (.negativeWeight, let position?):
      "Weight \(position + 1) is below zero; weights are zero or more."
    case (.overflow, let position?):
      "The part for weight \(position + 1), once rounded, is more than 64 bits can hold."
    case (.overflow, nil):
      "All parts together, once rounded, are more than 64 bits can hold."
    default:
      "Nobody is there to be paid: no weight is above zero."
    }
  }
}

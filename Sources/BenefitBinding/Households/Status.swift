/// The status a household is registered with, as precise identification gave it.
///
/// The vocabulary is open: banners keep tiers of their own.
///
/// ```swift
/// extension Status {
///   static let marginal = Status("marginal, at risk of relapse")
/// }
/// ```
public struct Status: Named {
  /// The status in words.
  public let name: String

  /// Creates a status.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String) {
    self.name = Self.checked(name)
  }

  /// Registered as poor: below the national rural poverty line.
  public static let belowNationalLine = Self(.belowNationalLine)
  /// Above the national line but below the municipality's minimum living allowance.
  public static let belowMunicipalAllowance = Self(.belowMunicipalAllowance)
  /// Registered once and lifted out since.
  public static let exited = Self(.exited)
  /// Not poor but likely to become so.
  public static let atRisk = Self(.atRisk)
  /// Not registered as poor.
  public static let notPoor = Self(.notPoor)

  /// The statuses that the library itself names.
  package static let standard: [Self] = [
    .belowNationalLine, .belowMunicipalAllowance, .exited, .atRisk, .notPoor,
  ]
}

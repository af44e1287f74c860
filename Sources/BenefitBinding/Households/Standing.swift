/// The status a household is registered with, as precise identification gave it.
///
/// The vocabulary is open: banners keep tiers of their own.
///
/// ```swift
/// extension Standing {
///   static let marginal = Standing("marginal, at risk of relapse")
/// }
/// ```
public struct Standing: Hashable, Sendable {
  /// The standing in words.
  public let name: String

  /// Creates a standing.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String) {
    precondition(!name.isEmpty, "A standing needs a name.")
    self.name = name
  }

  /// Registered as poor: below the national rural poverty line.
  public static let belowNationalLine = Self("below the national poverty line")
  /// Above the national line but below the municipality's minimum living allowance.
  public static let belowMunicipalAllowance = Self("below the municipal allowance line")
  /// Registered once and lifted out since.
  public static let exited = Self("exited from poverty")
  /// Not poor but likely to become so.
  public static let atRisk = Self("at risk")
  /// Not registered as poor.
  public static let notPoor = Self("not registered as poor")
}

extension Standing: CustomStringConvertible {
  /// The standing in words.
  public var description: String { name }
}

extension Standing: Codable {
  /// Decodes the standing from its words.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard !name.isEmpty else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "A standing needs a name; this one is empty."
      )
    }
    self.init(name)
  }

  /// Encodes the standing as its words.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

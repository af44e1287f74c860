/// The name of something that is counted or measured: shares held, eggs delivered, land worked.
///
/// A measure is usually a column of the ``Register``, one quantity for each household, but a
/// ``Season`` may also give one for the whole season (the kilowatt-hours of a station) or one for
/// each gaqa. Terms refer to it by name and do not care which.
///
/// ```swift
/// extension Measure {
///   static let bedsLet = Measure("beds let", in: Quantity.Unit("bed"))
/// }
/// ```
public struct Measure: Hashable, Sendable {
  /// The name, as a column of a table carries it.
  public let name: String

  /// The unit of every quantity under this name.
  public let unit: Quantity.Unit

  /// Creates a measure.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String, in unit: Quantity.Unit) {
    precondition(!name.isEmpty, "A measure needs a name.")
    self.name = name
    self.unit = unit
  }

  /// Shares held in an undertaking.
  public static let shares = Self("shares", in: .share)
  /// Land worked or contributed.
  public static let landArea = Self("land area", in: .mu)
  /// Months worked in the season.
  public static let monthsWorked = Self("months worked", in: .month)
  /// Members of the household who hold a job the scheme made.
  public static let workers = Self("workers", in: .worker)
  /// Eggs delivered in the season.
  public static let eggsDelivered = Self("eggs delivered", in: .egg)
  /// Produce delivered in the season.
  public static let produceDelivered = Self("produce delivered", in: .kilogram)
}

extension Measure: CustomStringConvertible {
  /// The measure's name.
  public var description: String { name }
}

extension Measure: Codable {
  private enum CodingKeys: CodingKey { case name, unit }

  /// Decodes the measure's name and unit.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.decode(String.self, forKey: .name)
    guard !name.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: .name,
        in: container,
        debugDescription: "A measure needs a name; this one is empty."
      )
    }
    self.init(name, in: try container.decode(Quantity.Unit.self, forKey: .unit))
  }

  /// Encodes the measure's name and unit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(unit, forKey: .unit)
  }
}

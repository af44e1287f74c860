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
public struct Measure: NamedInUnit {
  /// The name, as a column of a table carries it.
  public let name: String

  /// The unit of every quantity under this name.
  public let unit: Quantity.Unit

  /// Creates a measure.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String, in unit: Quantity.Unit) {
    self.name = Self.checked(name)
    self.unit = unit
  }

  /// Shares held in an undertaking.
  public static let shares = Self(.shares, in: .share)
  /// Land worked or contributed.
  public static let landArea = Self(.landArea, in: .mu)
  /// Months worked in the season.
  public static let monthsWorked = Self(.monthsWorked, in: .month)
  /// Members of the household who hold a job the scheme made.
  public static let workers = Self(.workers, in: .worker)
  /// Eggs delivered in the season.
  public static let eggsDelivered = Self(.eggsDelivered, in: .egg)
  /// Produce delivered in the season.
  public static let produceDelivered = Self(.produceDelivered, in: .kilogram)
}

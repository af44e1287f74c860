extension Quantity {
  /// The unit in which a ``Quantity`` counts or measures.
  ///
  /// The vocabulary is open: a programme that counts something else names it.
  ///
  /// ```swift
  /// extension Quantity.Unit {
  ///   static let bed = Self("bed")
  /// }
  /// ```
  public struct Unit: Named {
    /// The unit's name in the singular.
    public let name: String

    /// Creates a unit; `beds` is the same as `bed`.
    ///
    /// - Precondition: The name is not empty.
    public init(_ name: String) {
      self.name = Self.checked(Plural.singular(of: name))
    }

    /// One egg.
    public static let egg = Self(.egg)
    /// One animal.
    public static let head = Self(.head)
    /// One household.
    public static let household = Self(.household)
    /// A Chinese unit of area, a fifteenth of a hectare.
    public static let mu = Self(.mu)
    /// A Chinese unit of weight, half a kilogram.
    public static let jin = Self(.jin)
    /// One kilogram.
    public static let kilogram = Self(.kilogram)
    /// One tonne.
    public static let tonne = Self(.tonne)
    /// One month of work.
    public static let month = Self(.month)
    /// One day of work.
    public static let day = Self(.day)
    /// One worker.
    public static let worker = Self(.worker)
    /// One person.
    public static let person = Self(.person)
    /// One share in an undertaking.
    public static let share = Self(.share)
    /// One kilowatt of capacity.
    public static let kilowatt = Self(.kilowatt)
    /// One kilowatt-hour of electricity.
    public static let kilowattHour = Self(.kilowattHour)
  }
}

extension BenefitError.Place {
  /// A day.
  public static func day(_ day: Day) -> Self { Self("day", "\(day)", as: "\(day)") }

  /// An event, by its position in the list, counted from 1, with its day and what it says.
  package static func event(_ number: Int, _ day: Day, _ occurrence: String) -> Self {
    Self("event", "\(number)", as: "event \(number) (\(day), \(occurrence.escaped))")
  }
}

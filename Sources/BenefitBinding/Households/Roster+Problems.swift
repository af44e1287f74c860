extension Roster {
  /// The events that cannot have happened, by their positions in a list that may be in any order of days.
  ///
  /// Each is looked at as if those refused before it were not there. An event that is too much for a quantity ends the
  /// list, as it may be half entered.
  ///
  /// - Parameters:
  ///   - events: The events, of which those of one day are in order.
  ///   - households: All households that ever take part.
  ///   - freed: Measures whose quantities move when a household exits.
  /// - Returns: The events with their errors, in order of their days.
  /// - Throws: ``BenefitError`` for the households that no register would take.
  package static func problems(
    with events: [Event],
    of households: [Household],
    freed: [Measure: FreedShares]
  ) throws(BenefitError) -> [(event: Int, error: BenefitError)] {
    var state = try RosterState(households, freed)
    var problems: [(event: Int, error: BenefitError)] = []
    for (position, event) in byDay(events) {
      do throws(BenefitError) {
        try state.enter(event)
      } catch {
        problems.append((position, error.within(event.places(position))))
        if error.code == .overflow { break }
      }
    }
    return problems
  }

  /// The events in order of their days, each with its position in the list.
  static func byDay(_ events: [Event]) -> [(offset: Int, element: Event)] {
    events.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
  }
}

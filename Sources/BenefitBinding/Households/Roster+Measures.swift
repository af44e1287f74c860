extension Roster {
  /// The measures that households have at some time, in order of their names.
  var heldMeasures: [Measure] {
    var measures = Set(freed.keys)
    for household in households { measures.formUnion(household.measures.keys) }
    for event in events {
      if case .measure(let measure, _) = event.change { measures.insert(measure) }
    }
    for conversion in conversions { measures.formUnion([conversion.measure, conversion.other]) }
    return measures.sorted { $0.precedes($1) }
  }

  /// The measures that a register of the roster has beside them.
  var madeUpMeasures: [Measure] {
    var standings = Set(households.map(\.standing))
    for event in events {
      if case .standing(let standing) = event.change { standings.insert(standing) }
    }
    let counted: [Measure] = [.householdsCounted, .personsCounted]
    return counted + (heldMeasures + counted).map(\.overDays)
      + standings.sorted { $0.name < $1.name }.map(Measure.days(as:))
  }

  /// Refuses a measure whose name a register of the roster needs for one of its own.
  func checkNames() throws(RosterError) {
    let names = Set(madeUpMeasures.map(\.name))
    func check(
      _ measures: some Sequence<Measure>,
      _ household: Household.ID?,
      _ day: Day? = nil
    ) throws(RosterError) {
      for measure in measures.sorted(by: { $0.precedes($1) }) where names.contains(measure.name) {
        throw RosterError(code: .takenMeasure, household: household, day: day, measure: measure)
      }
    }
    for household in households { try check(household.measures.keys, household.id) }
    for event in events {
      guard case .measure(let measure, _) = event.change else { continue }
      try check([measure], event.household, event.day)
    }
    try check(freed.keys, nil)
    for conversion in conversions { try check([conversion.measure, conversion.other], nil) }
  }
}

extension Measure {
  /// The measure that counts this one over days.
  var overDays: Self {
    switch self {
    case .householdsCounted: .memberDays
    case .personsCounted: .personDays
    default: .days(of: self)
    }
  }
}

extension History.Span {
  /// What a member counts for: its measures, itself and its persons, in thousandths.
  var counts: [Measure: Int64] {
    var counts = thousandths
    counts[.householdsCounted] = 1_000
    counts[.personsCounted] = Int64(persons) * 1_000
    return counts
  }
}

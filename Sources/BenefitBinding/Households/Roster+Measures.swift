extension Roster {
  /// The measures that households have at some time, in order of their names.
  var heldMeasures: [Measure] {
    var measures = Set(freed.keys)
    for household in households { measures.formUnion(household.measures.keys) }
    for event in events { measures.formUnion(event.change.measures) }
    return measures.sorted { $0.precedes($1) }
  }

  /// The measures that a register of the roster has beside them.
  var madeUpMeasures: [Measure] {
    var statuses = Set(households.map(\.status))
    for event in events {
      if case .status(let status) = event.change { statuses.insert(status) }
    }
    let counted: [Measure] = [.householdsCounted, .personsCounted]
    return counted + (heldMeasures + counted).map(\.overDays)
      + statuses.sorted { $0.name < $1.name }.map(Measure.days(as:))
  }

  /// Refuses a measure whose name a register of the roster needs for one of its own.
  func checkNames() throws(BenefitError) {
    let names = Set(madeUpMeasures.map(\.name))
    func check(
      _ measures: some Sequence<Measure>,
      in place: BenefitError.Place,
      on day: BenefitError.Place? = nil
    ) throws(BenefitError) {
      for measure in measures.sorted(by: { $0.precedes($1) }) where names.contains(measure.name) {
        throw BenefitError(
          .duplicate,
          at: place,
          day,
          .init("measure", measure.name),
          found: Phrase(
            en: "the roster's registers work it out themselves.",
            zh: "该指标由变动名册生成的名册自行计算。"
          ),
          advice: Phrase(en: "Leave it out, or give it another name.", zh: "请删去，或改用其他名称。")
        )
      }
    }
    for household in households { try check(household.measures.keys, in: .household(household.id)) }
    for event in events {
      try check(event.change.measures, in: .household(event.household), on: .day(event.day))
    }
    try check(freed.keys, in: .roster)
  }
}

extension Roster.Event.Change {
  /// The measures that the change names.
  fileprivate var measures: [Measure] {
    switch self {
    case .measure(let measure, _): [measure]
    case .conversion(of: let measure, into: let other, at: _): [measure, other]
    case .entry, .exit, .relapse, .persons, .status: []
    }
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

extension Membership {
  /// The counts of a member: its measures, itself and its persons, in thousandths.
  var counts: [Measure: Int64] {
    var counts = thousandths
    counts[.householdsCounted] = 1_000
    counts[.personsCounted] = Int64(persons) * 1_000
    return counts
  }
}

extension Roster {
  /// The error of a sum that no quantity holds.
  static let tooLarge = BenefitError(
    .overflow,
    found: Phrase(
      en: "a quantity, or a quantity times its days, is more than can be kept exactly.",
      zh: "数量或数量乘以天数过大，无法精确保存。"
    )
  )
}

extension BenefitError.Place {
  /// The roster itself.
  static let roster = part(Phrase(en: "the roster", zh: "变动名册"))
}

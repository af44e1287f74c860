extension Measure {
  /// The days of a period on which a household was a member.
  public static let memberDays = Self("member days", in: .day)

  /// The days of each member of a household, added up.
  public static let personDays = Self("person days", in: Quantity.Unit("person-day"))

  /// What a household had of a measure, times the days on which it had it.
  public static func days(of measure: Measure) -> Self {
    Self("\(measure.name) x days", in: Quantity.Unit("\(measure.unit)-day"))
  }

  /// The days on which a household was a member with a standing.
  public static func days(as standing: Standing) -> Self {
    Self("days \(standing.name)", in: .day)
  }
}

extension Roster {
  /// The register of a period: every household that was a member for at least a day of it.
  ///
  /// Persons, standing and measures are those of its last day as a member. ``Measure/memberDays``,
  /// ``Measure/personDays``, ``Measure/days(of:)`` for every measure and ``Measure/days(as:)`` for
  /// every standing count what was before.
  ///
  /// - Parameter period: The period.
  /// - Returns: The register, empty where nobody was a member.
  /// - Throws: ``RosterError`` where a quantity times its days is too large.
  /// - Complexity: O(n log n + e) for n households and e events.
  public func register(for period: Period) throws(RosterError) -> Register {
    var members: [Household] = []
    for (household, history) in zip(households, histories) {
      guard let member = try self.member(household, history, period) else { continue }
      members.append(member)
    }
    do {
      return try Register(members)
    } catch {
      preconditionFailure("A checked roster gave a register that is none: \(error)")
    }
  }

  /// A household with what it was in a period, or `nil` where it was no member of it.
  private func member(
    _ household: Household,
    _ history: History,
    _ period: Period
  ) throws(RosterError) -> Household? {
    var member = household
    var days = 0
    var measures: [Measure: Int128] = [:]
    for (position, span) in history.spans.enumerated() where span.isMember {
      let end = position + 1 < history.spans.count ? history.spans[position + 1].start : period.end
      guard
        span.start < max(end, period.end),
        let held = Period(from: span.start, until: max(span.start, end)).overlap(with: period)
      else { continue }
      days += held.days
      member.persons = span.persons
      member.standing = span.standing
      member.measures = [:]
      measures[.personDays, default: 0] += Int128(held.days) * Int128(span.persons) * 1_000
      measures[.days(as: span.standing), default: 0] += Int128(held.days) * 1_000
      for (measure, thousandths) in span.thousandths {
        member.measures[measure] = Quantity(thousandths: thousandths, measure.unit)
        measures[.days(of: measure), default: 0] += Int128(held.days) * Int128(thousandths)
      }
    }
    guard days > 0 else { return nil }
    member.measures[.memberDays] = Quantity(Int64(days), .day)
    for (measure, thousandths) in measures {
      guard let thousandths = Int64(exactly: thousandths) else {
        throw RosterError(code: .tooLarge, household: household.id)
      }
      member.measures[measure] = Quantity(thousandths: thousandths, measure.unit)
    }
    return member
  }

  /// The collective's part of all that was held of a measure in a period, counted in days.
  ///
  /// State it as a fact where freed shares go to the collective, and give its part to an account:
  ///
  /// ```swift
  /// let vacant = RateFact("held by the collective")
  /// let dividend = Distribution(of: .profit) {
  ///   Tier(.fraction(.fact(vacant), of: .pot), to: .collective)
  ///   Tier(.rest, by: .measure(.days(of: .shares)), as: .property)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - measure: What is held, such as shares.
  ///   - period: The period.
  /// - Returns: The fraction, zero where nothing was held at all.
  /// - Throws: ``RosterError`` where a quantity times its days is too large.
  public func collectiveFraction(
    of measure: Measure,
    in period: Period
  ) throws(RosterError) -> Ratio {
    var vacant: Int128 = 0
    let steps = collective[measure]?.steps ?? []
    for (position, step) in steps.enumerated() {
      let end = position + 1 < steps.count ? steps[position + 1].day : max(period.end, step.day)
      let held = Period(from: step.day, until: end).overlap(with: period)
      vacant += Int128(held?.days ?? 0) * Int128(step.thousandths)
    }
    let register = try register(for: period)
    let held = register.reduce(0 as Int128) { sum, household in
      sum + Int128(household.measures[.days(of: measure)]?.thousandths ?? 0)
    }
    guard vacant + held > 0 else { return .zero }
    guard let fraction = Ratio(exactly: vacant, vacant + held) else {
      throw RosterError(code: .tooLarge, household: "")
    }
    return fraction
  }
}

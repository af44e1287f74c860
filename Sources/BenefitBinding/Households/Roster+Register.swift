extension Measure {
  /// The days of a period on which a household was a member.
  public static let memberDays = Self(.memberDays, in: .day)

  /// The days of each member of a household, added up.
  public static let personDays = Self(.personDays, in: Quantity.Unit(.personDay))

  /// A household's count as a household, as ``Roster/Measuring`` says: 1 or nothing on a day, or
  /// its part of the days.
  public static let householdsCounted = Self(.householdsCounted, in: .household)

  /// A household's count in persons, measured as ``Roster/Measuring`` says.
  public static let personsCounted = Self(.personsCounted, in: .person)

  /// Returns a measure that counts each quantity times the days on which the household had it.
  public static func days(of measure: Measure) -> Self {
    Self("\(measure.name) x days", in: Quantity.Unit("\(measure.unit)-day"))
  }

  /// The days on which a household was a member with a status.
  public static func days(as status: Status) -> Self {
    Self("days \(status.name)", in: .day)
  }
}

extension Roster {
  /// The meaning of a measure over a period in which households come and go.
  ///
  /// Whatever is chosen, what all households have of a measure together is never more than there was of it on
  /// some day of the period, so that nothing is paid twice for one share.
  public enum Measuring: String, Hashable, Codable, Sendable, CaseIterable {
    /// The members' quantities on the last day of the period, as at a record date; a household that
    /// left has nothing.
    case atEnd
    /// The members' quantities on the first day of the period; a household that entered later has
    /// nothing.
    case atStart
    /// The members' quantities on average over all days, rounded down to the thousandth.
    case byDays
  }

  /// The register of a period: every household that was a member for at least a day of it.
  ///
  /// Persons and status are those of its last day as a member; measures are as `measuring` says. So are
  /// ``Measure/householdsCounted`` and ``Measure/personsCounted``, for terms that pay by household or by person
  /// and may count no place twice. ``Measure/memberDays``, ``Measure/personDays``, ``Measure/days(of:)`` for
  /// every measure and ``Measure/days(as:)`` for every status count all days, whatever is chosen.
  ///
  /// ```swift
  /// // One share changes hands on 1 July.
  /// let roster = try Roster(
  ///   households: [
  ///     Household("A", gaqa: "Xini", persons: 3, measures: [.shares: "1 share"]),
  ///     Household("B", gaqa: "Xini", persons: 2),
  ///   ],
  ///   events: [
  ///     .init(of: "A", on: "2015-01-01", .entry, because: "identified as poor"),
  ///     .init(of: "A", on: "2015-07-01", .exit, because: "moved away"),
  ///     .init(of: "B", on: "2015-07-01", .entry, because: "takes its place"),
  ///   ],
  ///   freed: [.shares: .toNextEntrant])
  /// for measuring in Roster.Measuring.allCases {
  ///   let register = try roster.register(for: .year(2015), measuring: measuring)
  ///   print(measuring, register.map { "\($0.measures[.shares] ?? "0 shares")" })
  /// }
  /// // atEnd ["0 shares", "1 share"]
  /// // atStart ["1 share", "0 shares"]
  /// // byDays ["0.495 shares", "0.504 shares"]
  /// ```
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - measuring: What a measure means over the period: what members have on its last day if left out.
  /// - Returns: The register with every measure of the roster, empty where nobody was a member.
  /// - Throws: ``BenefitError`` where a quantity times its days is too large.
  /// - Complexity: O(n log n + e + n · m) for n households, e events and m measures.
  public func register(
    for period: Period,
    measuring: Measuring = .atEnd
  ) throws(BenefitError) -> Register {
    var members: [Household] = []
    for (household, history) in zip(households, histories) {
      guard let member = try self.member(household, history, period, measuring) else { continue }
      members.append(member)
    }
    // Every measure is a column, so that one of which nobody has any, or one of nobody, is stated.
    let columns = (heldMeasures + madeUpMeasures).map { measure in
      (measure, members.map { $0.measures[measure] ?? Quantity(0, measure.unit) })
    }
    do {
      return try Register(
        ids: members.map(\.id),
        gaqas: members.map(\.gaqa),
        persons: members.map(\.persons),
        statuses: members.map(\.status),
        baselineIncomes: members.map(\.baselineIncome),
        measures: Dictionary(uniqueKeysWithValues: columns)
      )
    } catch {
      stop("A checked roster gave a register that is none: \(error)")
    }
  }

  /// A household with what it was in a period, or `nil` where it was no member of it.
  private func member(
    _ household: Household,
    _ history: Timeline<Membership>,
    _ period: Period,
    _ measuring: Measuring
  ) throws(BenefitError) -> Household? {
    var member = household
    member.measures = [:]
    var sums: [Measure: Int128] = [:]
    var statuses: [Status: Int] = [:]
    for (days, state) in history.parts(of: period) where state.isMember {
      member.persons = state.persons
      member.status = state.status
      statuses[state.status, default: 0] += days.days
      let isRecordDate =
        switch measuring {
        case .atEnd: days.end == period.end
        case .atStart: days.start == period.start
        case .byDays: false
        }
      for (measure, thousandths) in state.counts {
        sums[measure, default: 0] += Int128(days.days) * Int128(thousandths)
        if isRecordDate {
          member.measures[measure] = Quantity(thousandths: thousandths, measure.unit)
        }
      }
    }
    if statuses.isEmpty { return nil }
    func set(_ measure: Measure, _ thousandths: Int128) throws(BenefitError) {
      guard let thousandths = Int64(exactly: thousandths) else {
        throw Roster.tooLarge.within(.household(household.id))
      }
      member.measures[measure] = Quantity(thousandths: thousandths, measure.unit)
    }
    for (status, days) in statuses { try set(.days(as: status), Int128(days) * 1_000) }
    for (measure, sum) in sums {
      try set(measure.overDays, sum)
      if measuring == .byDays { try set(measure, sum / Int128(period.days)) }
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
  /// - Throws: ``BenefitError`` where a quantity times its days is too large.
  public func collectiveFraction(
    of measure: Measure,
    in period: Period
  ) throws(BenefitError) -> Ratio {
    let vacant =
      collective[measure]?.parts(of: period)
      .reduce(0 as Int128) { $0 + Int128($1.period.days) * Int128($1.value) } ?? 0
    let register = try register(for: period)
    let held = register.reduce(0 as Int128) { sum, household in
      sum + Int128(household.measures[.days(of: measure)]?.thousandths ?? 0)
    }
    guard vacant + held > 0 else { return .zero }
    guard let fraction = Ratio(exactly: vacant, vacant + held) else {
      throw Roster.tooLarge.within(.roster)
    }
    return fraction
  }
}

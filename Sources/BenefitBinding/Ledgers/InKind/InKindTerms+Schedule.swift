extension InKindTerms {
  /// A time after the loan.
  public enum Term: Hashable, Codable, Sendable {
    /// So many days later.
    case days(Int)
    /// On the same day so many months later, or the last of the month where it has no such day.
    case months(Int)

    /// The problem with the term, or `nil` if there is none.
    var problem: String? {
      switch self {
      case .days(let days) where !(0...36_525).contains(days):
        "A term is from 0 to 36525 days, not \(days)."
      case .months(let months) where !(0...1_200).contains(months):
        "A term is from 0 to 1200 months, not \(months)."
      default: nil
      }
    }

    /// The day on which the term is over.
    func day(after start: Day) -> Day {
      switch self {
      case .days(let days): start.clamped(after: days)
      case .months(let months): start.dayAfter(months: months) ?? .end
      }
    }
  }

  /// A part of what is owed, with its date.
  public struct Instalment: Hashable, Codable, Sendable {
    /// The time after the loan at which the instalment falls due.
    public let after: Term
    /// The number of units owed for each head lent.
    public let perHead: Ratio
    /// The number of units owed for the contract, however many heads were lent.
    public let fixed: Int

    /// Asks for an exact number for each head lent.
    public static func perHead(_ units: Ratio, after term: Term) -> Self {
      Self(after: term, perHead: units, fixed: 0)
    }

    /// Asks for a fixed number for the contract.
    public static func fixed(_ units: Int, after term: Term) -> Self {
      Self(after: term, perHead: .zero, fixed: units)
    }
  }

  /// The number of units owed of one good, and the times at which they fall due.
  ///
  /// A good of its own for each sex keeps the sexes apart: a ram lamb meets no claim on a ewe lamb.
  public struct Claim: Hashable, Codable, Sendable {
    /// The good that is owed.
    public let good: Good
    /// The instalments that fall due, in any order.
    public let schedule: [Instalment]
    /// True if the schedule is only a minimum, and everything delivered beyond it is owed too.
    public let takesMore: Bool

    /// States a claim.
    ///
    /// - Parameters:
    ///   - good: What is owed.
    ///   - schedule: When how much of it falls due.
    ///   - takesMore: Whether more may be delivered than the schedule asks for, as where a whole
    ///     yield is owed and a least is guaranteed.
    public init(_ good: Good, _ schedule: [Instalment], takesMore: Bool = false) {
      self.good = good
      self.schedule = schedule
      self.takesMore = takesMore
    }

    /// The units owed for each head lent, or `nil` if 64 bits hold no common denominator of them.
    var perHead: Column? { Column(schedule.map(\.perHead)) }
  }

  /// Returns the good that a delivery counts as, or `nil` if the terms leave a choice and none is
  /// made.
  func good(_ named: Good?, from animals: InKindEvent.Animals) -> Good? {
    named ?? animals.good ?? (owed.count == 1 ? owed[0].good : nil)
  }

  /// Returns the units of a claim that are due, and those owed in all, as known on a day.
  ///
  /// What is due is one exact sum, rounded down to a whole unit: a part of a lamb is due when it has
  /// grown to a whole one.
  ///
  /// - Parameters:
  ///   - claim: The position of the claim.
  ///   - heads: The heads lent.
  ///   - dates: The day on which each instalment of the claim falls due.
  ///   - deaths: The deaths that the lender bears, in order of their days.
  ///   - day: The day.
  /// - Returns: What fell due until the day, and what is owed in all.
  func owed(
    of claim: Int,
    for heads: Int,
    at dates: [Day],
    lenderDeaths deaths: [(day: Day, heads: Int)],
    on day: Day
  ) -> (due: Int, total: Int) {
    var due: (exact: Int128, fixed: Int) = (0, 0)
    var total = due
    let perHead = perHead[claim]
    for (date, (instalment, perHead)) in zip(dates, zip(owed[claim].schedule, perHead.values)) {
      let known = min(date, day)
      let dead = deaths.reduce(0) { $1.day <= known ? $0 + $1.heads : $0 }
      let exact = Int128(perHead) * Int128(heads - dead)
      total = (total.exact + exact, total.fixed + instalment.fixed)
      if date <= day { due = (due.exact + exact, due.fixed + instalment.fixed) }
    }
    let denominator = Int128(perHead.denominator)
    return (Int(due.exact / denominator) + due.fixed, Int(total.exact / denominator) + total.fixed)
  }
}

extension [InKindTerms.Instalment] {
  /// Equal parts at the end of every month.
  ///
  /// - Precondition: There is at least one month.
  /// - Parameters:
  ///   - units: What is owed for each head lent, in all.
  ///   - months: The number of months.
  /// - Returns: One instalment for each month.
  public static func straightLine(_ units: Ratio, overMonths months: Int) -> Self {
    require(months > 0, "A straight line needs at least one month, not \(months).")
    let part = units / Ratio(Int64(months))
    return (1...months).map { .perHead(part, after: .months($0)) }
  }
}

public import BenefitBinding

extension InKindTerms {
  /// A time after the loan.
  public enum Term: Hashable, Codable, Sendable {
    /// So many days later.
    case days(Int)
    /// On the same day so many months later, or the last of the month where it has no such day.
    case months(Int)

    /// The problem with the term, or `nil` if there is none.
    var problem: Phrase? {
      switch self {
      case .days(let days) where !(0...36_525).contains(days):
        Phrase(
          en: "A term is from 0 to 36525 days, not \(days).",
          zh: "期限须为 0 至 36525 天，实际为 \(days) 天。"
        )
      case .months(let months) where !(0...1_200).contains(months):
        Phrase(
          en: "A term is from 0 to 1200 months, not \(months).",
          zh: "期限须为 0 至 1200 个月，实际为 \(months) 个月。"
        )
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
    /// The good that is owed.
    public let good: Good
    /// The time after the loan at which the instalment falls due.
    public let after: Term
    /// The number of units owed for each head lent.
    public let perHead: Ratio
    /// The number of units owed for the contract, however many heads were lent.
    public let fixed: Int
    /// True if it is a minimum: what is delivered of the good beyond all its instalments is owed too, as
    /// where a whole yield is owed and a least is guaranteed.
    public let orMore: Bool

    /// Asks for an exact number for each head lent.
    public static func perHead(
      _ units: Ratio,
      _ good: Good,
      after term: Term,
      orMore: Bool = false
    ) -> Self {
      Self(good: good, after: term, perHead: units, fixed: 0, orMore: orMore)
    }

    /// Asks for a fixed number for the contract.
    public static func fixed(
      _ units: Int,
      _ good: Good,
      after term: Term,
      orMore: Bool = false
    ) -> Self {
      Self(good: good, after: term, perHead: .zero, fixed: units, orMore: orMore)
    }
  }
}

extension [InKindTerms.Instalment] {
  /// Equal parts at the end of every month.
  ///
  /// - Precondition: There is at least one month.
  /// - Parameters:
  ///   - units: What is owed for each head lent, in all.
  ///   - good: The good that is owed.
  ///   - months: The number of months.
  /// - Returns: One instalment for each month.
  public static func straightLine(_ units: Ratio, _ good: Good, overMonths months: Int) -> Self {
    require(months > 0, "A straight line needs at least one month, not \(months).")
    let part = units / Ratio(Int64(months))
    return (1...months).map { .perHead(part, good, after: .months($0)) }
  }
}

// MARK: - Claims

extension InKindTerms {
  /// The instalments of one good.
  struct Claim: Hashable, Sendable {
    let good: Good
    let schedule: [Instalment]

    /// The units owed for each head lent, or `nil` if 64 bits hold no common denominator of them.
    let perHead: Column?

    /// True if more may be delivered than the schedule asks for.
    var takesMore: Bool { schedule.contains(where: \.orMore) }

    static func all(in owed: [Instalment]) -> [Self] {
      var schedules: [(good: Good, schedule: [Instalment])] = []
      for instalment in owed {
        if let place = schedules.firstIndex(where: { $0.good == instalment.good }) {
          schedules[place].schedule.append(instalment)
        } else {
          schedules.append((instalment.good, [instalment]))
        }
      }
      return schedules.map {
        Self(good: $0.good, schedule: $0.schedule, perHead: Column($0.schedule.map(\.perHead)))
      }
    }

    /// Returns the units that are due, and those owed in all, as known on a day.
    ///
    /// What is due is one exact sum, rounded down to a whole unit: a part of a lamb is due when it has
    /// grown to a whole one.
    ///
    /// - Parameters:
    ///   - heads: The heads lent.
    ///   - dates: The day on which each instalment falls due.
    ///   - deaths: The deaths that the lender bears, by day.
    ///   - day: The day.
    /// - Returns: What fell due until the day, and what is owed in all.
    func owed(
      for heads: Int,
      at dates: [Day],
      lenderDeaths deaths: [Day: Int],
      on day: Day
    ) -> (due: Int, total: Int) {
      guard let perHead else { stop("Terms were checked and are too fine.") }
      var due: (exact: Int128, fixed: Int) = (0, 0)
      var total = due
      for (date, (instalment, units)) in zip(dates, zip(schedule, perHead.values)) {
        let known = min(date, day)
        let dead = deaths.reduce(0) { $1.key <= known ? $0 + $1.value : $0 }
        let exact = Int128(units) * Int128(heads - dead)
        total = (total.exact + exact, total.fixed + instalment.fixed)
        if date <= day { due = (due.exact + exact, due.fixed + instalment.fixed) }
      }
      let denominator = Int128(perHead.denominator)
      return (
        Int(due.exact / denominator) + due.fixed, Int(total.exact / denominator) + total.fixed
      )
    }
  }
}

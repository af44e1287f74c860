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

  /// A part of what is owed, goods or money, with its date.
  ///
  /// ```swift
  /// // For each ewe a lamb within a year and 60 yuan of rent by the end of it.
  /// let terms = InKindTerms(
  ///   lent: .ewe,
  ///   owed: [.perHead(1, .lamb, after: .months(12)), .perHead("60.00", after: .months(12))])
  /// let ledger = try InKindLedger(
  ///   terms, contracts: [.init("K", borrower: "H", lender: "F", on: "2020-01-01", heads: 10)])
  /// let end = ledger.position(on: "2021-01-01")
  /// print(end[.arrears], end[inMoney: .arrears])    // 10 600.00
  /// ```
  ///
  /// Money may be the lender's to pay, such as the fee of a keeper or the price of an adopted tree:
  ///
  /// ```swift
  /// let pear = Good("pear", in: .jin)
  /// let adopted = InKindTerms(
  ///   lent: Good("pear tree"),
  ///   owed: [
  ///     .perHead(.yuan(200), after: .days(0), by: .lender),
  ///     .perHead(22, pear, after: .months(9), orMore: true),
  ///   ])
  /// ```
  public struct Instalment: Hashable, Codable, Sendable {
    /// The good that is owed.
    public let good: Good
    /// The time after the loan at which the instalment falls due.
    public let after: Term
    /// The lent good of which each unit counts, or `nil` where it is each animal lent.
    public let lent: Good?
    /// The number of units owed for each head lent.
    public let perHead: Ratio
    /// The number of units owed for the contract, however many heads were lent.
    public let fixed: Int
    /// True if it is a minimum: what is delivered of the good beyond all its instalments is owed too, as
    /// where a whole yield is owed and a least is guaranteed.
    public let orMore: Bool

    /// Asks for an exact number for each head lent, or for each unit of one lent good.
    public static func perHead(
      _ units: Ratio,
      _ good: Good,
      for lent: Good? = nil,
      after term: Term,
      orMore: Bool = false
    ) -> Self {
      Self(good: good, after: term, lent: lent, perHead: units, fixed: 0, orMore: orMore)
    }

    /// Asks one of the parties for money for each head lent, or for each unit of one lent good.
    public static func perHead(
      _ amount: Money,
      for lent: Good? = nil,
      after term: Term,
      by debtor: Party = .borrower
    ) -> Self {
      .perHead(Ratio(amount.fen), .money(of: debtor), for: lent, after: term)
    }

    /// Asks one of the parties for an amount of money for the contract.
    public static func fixed(
      _ amount: Money,
      after term: Term,
      by debtor: Party = .borrower
    ) -> Self {
      .fixed(Int(amount.fen), .money(of: debtor), after: term)
    }

    /// Asks for a fixed number for the contract.
    public static func fixed(
      _ units: Int,
      _ good: Good,
      after term: Term,
      orMore: Bool = false
    ) -> Self {
      Self(good: good, after: term, lent: nil, perHead: .zero, fixed: units, orMore: orMore)
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
  ///   - lent: The lent good of which each unit counts; each animal lent if left out.
  ///   - months: The number of months.
  /// - Returns: One instalment for each month.
  public static func straightLine(
    _ units: Ratio,
    _ good: Good,
    for lent: Good? = nil,
    overMonths months: Int
  ) -> Self {
    require(months > 0, "A straight line needs at least one month, not \(months).")
    let part = units / Ratio(Int64(months))
    return (1...months).map { .perHead(part, good, for: lent, after: .months($0)) }
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
    ///   - dates: The day on which each instalment falls due.
    ///   - day: The day.
    ///   - heads: The units lent of a good, or of all animals, less those that the lender lost until a day.
    /// - Returns: What fell due until the day, and what is owed in all.
    func owed(
      at dates: [Day],
      on day: Day,
      for heads: (Good?, Day) -> Int
    ) -> (due: Int, total: Int) {
      guard let perHead else { stop("Terms were checked and are too fine.") }
      var due: (exact: Int128, fixed: Int) = (0, 0)
      var total = due
      for (date, (instalment, units)) in zip(dates, zip(schedule, perHead.values)) {
        let exact = Int128(units) * Int128(heads(instalment.lent, min(date, day)))
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

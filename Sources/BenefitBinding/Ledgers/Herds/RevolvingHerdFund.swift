/// A fund of animals that lends out again what comes back.
///
/// ```swift
/// let fund = RevolvingHerdFund(
///   households: 12, heads: 5, repayment: [.init(2, in: 2), .init(4, in: 3)])
/// print(fund.replacementRatio)                          // 6/5
/// print(try fund.years(15).last?.cumulativeHouseholds ?? 0)  // 128
/// ```
///
/// The order of events in a year:
///
/// 1. each household that received in an earlier year owes what the repayment says for this year;
/// 2. of all that is due together the loss is taken off, and what is left is rounded down;
/// 3. it joins the pool;
/// 4. from the pool as many households as it has full lots for receive one, in the same year.
///
/// In year 0 the first households receive theirs, and nothing else happens.
public struct RevolvingHerdFund: Hashable, Sendable {
  /// A part of what a household gives back.
  public struct Repayment: Hashable, Codable, Sendable {
    /// The number of heads.
    public let heads: Int
    /// The number of years after receiving.
    public let year: Int

    /// States a repayment.
    public init(_ heads: Int, in year: Int) {
      self.heads = heads
      self.year = year
    }
  }

  /// The figures of a fund for one year.
  public struct Year: Hashable, Encodable, Sendable {
    /// The number of years after the first loans.
    public let year: Int
    /// The number of heads that were due.
    public let due: Int
    /// The number of heads that came back.
    public let returned: Int
    /// The pool before anything came back.
    public let poolBefore: Int
    /// The households that received a lot.
    public let newHouseholds: Int
    /// The pool after they did.
    public let poolAfter: Int
    /// The households that received a lot until now.
    public let cumulativeHouseholds: Int
    /// The number of heads that all households together still owe in later years.
    public let outstanding: Int
  }

  /// The households that receive in year 0.
  public let households: Int

  /// The heads that a household receives.
  public let heads: Int

  /// The heads that a household gives back, and the years in which it does so.
  public let repayment: [Repayment]

  /// The fraction of what is due that does not come back.
  public let loss: Ratio

  /// The heads in the pool at the start, beyond those lent in year 0.
  public let pool: Int

  /// The most repayments, and the smallest parts of a loss, so that ratios of them stay exact.
  private static let mostRepayments = 100
  private static let finestLoss: Int64 = 10_000_000

  /// Describes a fund.
  ///
  /// - Precondition: A household receives at least one head and repays at least a year later, in at most
  ///   100 parts; no number is below zero, and the loss is from 0 to 1 with a denominator of at most
  ///   10,000,000.
  /// - Parameters:
  ///   - households: The households that receive in year 0.
  ///   - heads: The heads that a household receives.
  ///   - repayment: What a household gives back, and when.
  ///   - loss: The fraction of what is due that does not come back.
  ///   - pool: The heads in the pool at the start.
  public init(
    households: Int,
    heads: Int,
    repayment: [Repayment],
    loss: Ratio = .zero,
    pool: Int = 0
  ) {
    self.households = households
    self.heads = heads
    self.repayment = repayment
    self.loss = loss
    self.pool = pool
    if let problem { stop(problem) }
  }

  /// The problem with the fund, or `nil` if there is none.
  private var problem: String? {
    let limit = 0...InKindTerms.mostHeads
    if !limit.contains(households) || !limit.contains(pool) {
      return "A fund has from 0 to \(limit.upperBound) households and heads in its pool."
    }
    if !(1...InKindTerms.mostHeads).contains(heads) {
      return "A household receives from 1 to \(limit.upperBound) heads, not \(heads)."
    }
    for part in repayment where part.year < 1 || !limit.contains(part.heads) {
      return "A repayment of \(part.heads) heads in year \(part.year) cannot be: it comes a year "
        + "later or more, and is not below zero."
    }
    if repayment.count > Self.mostRepayments {
      return "A fund has at most \(Self.mostRepayments) repayments, not \(repayment.count)."
    }
    guard (Ratio.zero...Ratio.whole).contains(loss) else {
      return "A loss is from 0 to 1, not \(loss)."
    }
    return loss.denominator <= Self.finestLoss
      ? nil : "A loss is kept in parts of 1/\(Self.finestLoss) or larger, not as \(loss)."
  }

  /// The heads that come back for each head lent.
  ///
  /// Below 1 the fund dies out, at 1 it keeps what it has, above 1 it grows.
  public var replacementRatio: Ratio {
    let back = repayment.reduce(Ratio.zero) { $0 + Ratio(Int64($1.heads)) }
    return back / Ratio(Int64(heads)) * (.whole - loss)
  }

  /// The fund from year 0 to a last year.
  ///
  /// - Throws: ``BenefitError`` where a number leaves 64 bits.
  /// - Precondition: The last year is not below zero.
  /// - Complexity: O(n·r) for n years and r repayments.
  public func years(_ last: Int) throws(BenefitError) -> [Year] {
    require(last >= 0, "A fund cannot be followed to year \(last).")
    let perHousehold = repayment.reduce(0) { $0 + $1.heads }
    var years = [
      Year(
        year: 0,
        due: 0,
        returned: 0,
        poolBefore: pool,
        newHouseholds: households,
        poolAfter: pool,
        cumulativeHouseholds: households,
        outstanding: households * perHousehold
      )
    ]
    while let before = years.last, before.year < last {
      guard let next = year(after: before, years, Int128(perHousehold)) else {
        throw BenefitError(
          .overflow,
          at: .init("year", before.year + 1),
          found: "the fund would have more heads than 64 bits can hold.",
          advice: "Follow it for fewer years, or lower what is given back."
        )
      }
      years.append(next)
    }
    return years
  }

  /// The year after another one, or `nil` where a number in it leaves 64 bits.
  private func year(after before: Year, _ past: [Year], _ perHousehold: Int128) -> Year? {
    let number = before.year + 1
    // At most 100 products of 63 and 31 bits.
    let due = repayment.reduce(0 as Int128) { sum, part in
      part.year > number
        ? sum : sum + Int128(past[number - part.year].newHouseholds) * Int128(part.heads)
    }
    let kept = Ratio.whole - loss
    let returned = due * Int128(kept.numerator) / Int128(kept.denominator)
    let (lots, left) = (Int128(before.poolAfter) + returned)
      .quotientAndRemainder(dividingBy: Int128(heads))
    let reached = Int128(before.cumulativeHouseholds) + lots
    let owed = Int128(before.outstanding) - due + lots * perHousehold
    guard let due = Int(exactly: due), let returned = Int(exactly: returned),
      let lots = Int(exactly: lots), let left = Int(exactly: left),
      let reached = Int(exactly: reached), let owed = Int(exactly: owed)
    else { return nil }
    return Year(
      year: number,
      due: due,
      returned: returned,
      poolBefore: before.poolAfter,
      newHouseholds: lots,
      poolAfter: left,
      cumulativeHouseholds: reached,
      outstanding: owed
    )
  }
}

extension RevolvingHerdFund: Codable {
  private enum CodingKeys: CodingKey { case households, heads, repayment, loss, pool }

  /// Decodes a fund and checks it as ``init(households:heads:repayment:loss:pool:)`` does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    households = try container.decode(Int.self, forKey: .households)
    heads = try container.decode(Int.self, forKey: .heads)
    repayment = try container.decode([Repayment].self, forKey: .repayment)
    loss = try container.decode(Ratio.self, forKey: .loss)
    pool = try container.decode(Int.self, forKey: .pool)
    try decoder.refuse(problem)
  }
}

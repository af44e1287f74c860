public import BenefitBinding

/// A fund of animals that lends out again what comes back.
///
/// ```swift
/// // Five heads for each of twelve households: two come back after two years, four after three.
/// let fund = try RevolvingHerdFund(households: 12, heads: 5, repayment: [2: 2, 3: 4])
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

  /// The heads that a household gives back, by the number of years after receiving.
  public let repayment: [Int: Int]

  /// The fraction of what is due that does not come back.
  public let loss: Ratio

  /// The heads in the pool at the start, beyond those lent in year 0.
  public let pool: Int

  /// The most repayments, and the smallest parts of a loss, so that ratios of them stay exact.
  private static let mostRepayments = 100
  private static let finestLoss: Int64 = 10_000_000

  /// Describes a fund.
  ///
  /// - Parameters:
  ///   - households: The households that receive in year 0.
  ///   - heads: The heads that a household receives.
  ///   - repayment: The heads that a household gives back, by the number of years after receiving.
  ///   - loss: The fraction of what is due that does not come back.
  ///   - pool: The heads in the pool at the start.
  /// - Throws: `BenefitError` where a household receives no head, repays in less than a year or in more
  ///   than 100 parts, a number is below zero, or the loss is not from 0 to 1 or finer than in parts of
  ///   1/10,000,000.
  public init(
    households: Int,
    heads: Int,
    repayment: [Int: Int],
    loss: Ratio = .zero,
    pool: Int = 0
  ) throws(BenefitError) {
    self.households = households
    self.heads = heads
    self.repayment = repayment
    self.loss = loss
    self.pool = pool
    if let problem { throw BenefitError(.outOfRange, found: problem) }
  }

  /// The problem with the fund, or `nil` if there is none.
  private var problem: Phrase? {
    let limit = 0...InKindTerms.mostHeads
    if !limit.contains(households) || !limit.contains(pool) {
      return Phrase(
        en: "A fund has from 0 to \(limit.upperBound) households and heads in its pool.",
        zh: "滚动畜群的户数和库存头数须为 0 至 \(limit.upperBound)。"
      )
    }
    if !(1...InKindTerms.mostHeads).contains(heads) {
      return InKindTerms.wrongLot(heads)
    }
    for (year, heads) in repayment where year < 1 || !limit.contains(heads) {
      return Phrase(
        en:
          "A repayment of \(heads) heads in year \(year) cannot be: it comes a year later or more, "
          + "and is not below zero.",
        zh: "第 \(year) 年归还 \(heads) 头无效：归还须在领取满一年以后，头数不得为负。"
      )
    }
    if repayment.count > Self.mostRepayments {
      return Phrase(
        en: "A fund has at most \(Self.mostRepayments) repayments, not \(repayment.count).",
        zh: "滚动畜群最多分 \(Self.mostRepayments) 次归还，实际为 \(repayment.count) 次。"
      )
    }
    guard (Ratio.zero...Ratio.whole).contains(loss) else {
      return Phrase(en: "A loss is from 0 to 1, not \(loss).", zh: "损失率须为 0 至 1，实际为 \(loss)。")
    }
    if loss.denominator <= Self.finestLoss { return nil }
    return Phrase(
      en: "A loss is kept in parts of 1/\(Self.finestLoss) or larger, not as \(loss).",
      zh: "损失率最细到 1/\(Self.finestLoss)，\(loss) 过细。"
    )
  }

  /// The heads that come back for each head lent.
  ///
  /// Below 1 the fund dies out, at 1 it keeps what it has, above 1 it grows.
  public var replacementRatio: Ratio {
    Ratio(Int64(headsRepaid)) / Ratio(Int64(heads)) * (.whole - loss)
  }

  /// The heads that each household gives back in all.
  private var headsRepaid: Int { repayment.values.reduce(0, +) }

  /// The fund from year 0 to a last year.
  ///
  /// - Throws: `BenefitError` where a number leaves 64 bits.
  /// - Precondition: The last year is not below zero.
  /// - Complexity: O(n·r) for n years and r repayments.
  public func years(_ last: Int) throws(BenefitError) -> [Year] {
    require(last >= 0, "A fund cannot be followed to year \(last).")
    var years = [
      Year(
        year: 0,
        due: 0,
        returned: 0,
        poolBefore: pool,
        newHouseholds: households,
        poolAfter: pool,
        cumulativeHouseholds: households,
        outstanding: households * headsRepaid
      )
    ]
    while let before = years.last, before.year < last {
      guard let next = year(after: before, years) else {
        throw BenefitError(
          .overflow,
          at: .init("year", before.year + 1),
          found: Phrase(
            en: "the fund would have more heads than 64 bits can hold.",
            zh: "畜群头数超出 64 位。"
          ),
          advice: Phrase(
            en: "Follow it for fewer years, or lower what is given back.",
            zh: "请减少推算年数，或降低归还头数。"
          )
        )
      }
      years.append(next)
    }
    return years
  }

  /// The year after another one, or `nil` where a number in it leaves 64 bits.
  private func year(after before: Year, _ past: [Year]) -> Year? {
    let number = before.year + 1
    // At most 100 products of 63 and 31 bits.
    let due = repayment.reduce(0 as Int128) { sum, part in
      part.key > number
        ? sum : sum + Int128(past[number - part.key].newHouseholds) * Int128(part.value)
    }
    let kept = Ratio.whole - loss
    let returned = due * Int128(kept.numerator) / Int128(kept.denominator)
    let (lots, left) = (Int128(before.poolAfter) + returned)
      .quotientAndRemainder(dividingBy: Int128(heads))
    let reached = Int128(before.cumulativeHouseholds) + lots
    let owed = Int128(before.outstanding) - due + lots * Int128(headsRepaid)
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

extension RevolvingHerdFund: Codable, StoredInParts {
  package enum CodingKeys: CodingKey { case households, heads, repayment, loss, pool }

  /// Decodes a fund and checks it as ``init(households:heads:repayment:loss:pool:)`` does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with it.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      households: parts[.households],
      heads: parts[.heads],
      repayment: parts[.repayment],
      loss: parts[.loss],
      pool: parts[.pool]
    )
  }
}

/// A payment of amounts that are owed; the promise, the debt and the payment are never mixed.
///
/// What a contract promised, what the terms make owed, and what reached the households differ as soon as
/// cash is short. A payout pays a line with the cash there is, arrears of earlier seasons and this
/// season's amounts alike, each household the same part of what it has coming, to the fen.
///
/// ```swift
/// let first = try settlement.payout(of: "dividend", with: .yuan(100_000), arrears: .cumulative)
/// print(first.paid(at: 0), first.arrears(at: 0))
/// // More cash comes in for the same season: what is still owed is paid, and no more.
/// let second = try first.followed(by: .yuan(200_000))
/// print(second.paid, second.left)                        // 64,000.00 136,000.00
/// // The next season's dividend, with what is still owed of this one.
/// let next = try cooperative.settle(Season(2017) { $0[.profit] = .yuan(90_000) }, for: register)
///   .payout(of: "dividend", with: .yuan(90_000), arrears: .cumulative, after: second)
/// ```
public struct Payout: Hashable, Sendable {
  /// The rule for an amount that is owed and not paid.
  public enum Arrears: String, Hashable, Codable, Sendable {
    /// It stays owed until it is paid.
    case cumulative
    /// It lapses.
    case lapsing
  }

  /// A line of a season that is paid.
  struct Claim: Hashable, Codable, Sendable {
    let season: String
    let scheme: String
    let line: String
  }

  let claim: Claim

  /// The rule for amounts that are not paid.
  public let rule: Arrears

  /// The cash there was.
  public let cash: Money

  /// The households, in the register's order.
  public let households: [Household.ID]

  /// The amount due to each household: this season's amount and arrears of earlier ones, in fen.
  let coming: [Int64]

  /// The amount paid to each household for the season by the payouts that this one follows, in fen;
  /// empty if it is the season's first.
  let before: [Int64]

  /// The amounts that earlier payouts still owe to households outside the register, in order of
  /// their ids.
  let absent: [Debt]

  /// The amount paid to each household, in fen.
  private let paidFen: [Int64]

  struct Debt: Hashable, Codable, Sendable {
    let household: Household.ID
    let fen: Int64
  }

  /// Shares the cash among the households.
  init(
    _ claim: Claim,
    _ rule: Arrears,
    with cash: Money,
    to households: [Household.ID],
    coming: [Int64],
    before: [Int64] = [],
    absent: [Debt]
  ) throws(BenefitError) {
    self.claim = claim
    self.rule = rule
    self.cash = cash
    self.households = households
    self.coming = coming
    self.before = before
    self.absent = absent
    if cash < .zero {
      throw claim.failure(
        .negative,
        found: "the cash is \(cash).",
        advice: "It is zero or more."
      )
    }
    let total = coming.reduce(0 as Int128) { $0 + Int128($1) }
    let others =
      before.reduce(0 as Int128) { $0 + Int128($1) } + absent.reduce(0) { $0 + Int128($1.fen) }
    guard total + others <= Int128(Int64.max) else {
      throw claim.failure(
        .overflow,
        found: "all that is owed is more than 64 bits of fen can hold."
      )
    }
    if Int128(cash.fen) >= total {
      paidFen = coming
    } else {
      do {
        paidFen = try Apportionment.exact.parts(of: cash, by: coming).parts.map(\.fen)
      } catch {
        throw error.within(.scheme(claim.scheme), claim.place)
      }
    }
  }
}

extension Payout.Claim {
  /// The error of a payout that cannot be made.
  func failure(
    _ code: BenefitError.Code,
    _ household: Household.ID? = nil,
    found: String,
    advice: String = ""
  ) -> BenefitError {
    BenefitError(
      code,
      at: .scheme(scheme),
      place,
      household.map { .household($0) },
      found: found,
      advice: advice
    )
  }

  /// The place of the payout in its scheme.
  fileprivate var place: BenefitError.Place {
    let words = "payout of \"\(line.escaped)\" for \(season.escaped)"
    return .init("payout", line, as: words)
  }
}

// MARK: - Paying

extension Settlement {
  /// Pays a line with the cash there is.
  ///
  /// - Parameters:
  ///   - name: The line, as ``line(_:of:)`` finds it.
  ///   - scheme: The scheme it belongs to; may be left out where one scheme alone has such a line.
  ///   - cash: What there is to pay with, zero or more.
  ///   - rule: What becomes of what is not paid.
  ///   - earlier: The last payout of the season before, whose arrears are still owed. Households that the
  ///     register does not hold are not paid here; what they are owed stays owed until a payout for a
  ///     register that holds them again, or lapses as this season's does.
  /// - Returns: The payout, which ``Payout/followed(by:)`` goes on with.
  /// - Throws: ``BenefitError`` where the line is not found or gives households nothing that can be
  ///   paid, the cash is below zero, or the earlier payout is of another line or of the same season.
  /// - Complexity: O(n log n) for n households.
  public func payout(
    of name: String,
    of scheme: String? = nil,
    with cash: Money,
    arrears rule: Payout.Arrears,
    after earlier: Payout? = nil
  ) throws(BenefitError) -> Payout {
    let line = try line(name, of: scheme)
    let claim = Payout.Claim(season: season.name, scheme: line.scheme, line: line.name)
    switch line.flow {
    case .income, .addition: break
    default:
      throw claim.failure(
        .notPayable,
        found: "the line is a \(line.flow), which nobody pays to households."
      )
    }
    if let earlier {
      guard earlier.scheme == line.scheme && earlier.line == line.name else {
        throw claim.failure(
          .mismatch,
          found: "the payout before is of \"\(earlier.line)\" of \"\(earlier.scheme)\".",
          advice: "Give the last one of this line."
        )
      }
      guard earlier.season != season.name else {
        throw claim.failure(
          .mismatch,
          found: "the payout before is of the same season.",
          advice: "Pay on what it still owes by followed(by:)."
        )
      }
    }
    var arrears = earlier?.owed ?? [:]
    var coming: [Int64] = []
    for (row, household) in register.ids.enumerated() {
      guard line.fen[row] >= 0 else {
        throw claim.failure(
          .notPayable,
          household,
          found: "it owes \(line[row]); nobody pays it."
        )
      }
      let (sum, overflowed) = line.fen[row]
        .addingReportingOverflow(arrears.removeValue(forKey: household) ?? 0)
      if overflowed {
        throw claim.failure(
          .overflow,
          household,
          found: "what it is owed is more than 64 bits of fen can hold."
        )
      }
      coming.append(sum)
    }
    let debts = arrears.filter { rule == .cumulative && $0.value != 0 }.sorted { $0.key < $1.key }
    return try Payout(
      claim,
      rule,
      with: cash,
      to: register.ids,
      coming: coming,
      absent: debts.map { Payout.Debt(household: $0.key, fen: $0.value) }
    )
  }
}

extension Payout {
  /// A further payout of what this one left owed, for the same season.
  ///
  /// - Parameter cash: What there is to pay with, zero or more.
  /// - Returns: The payout; what it does not need of the cash is ``left``.
  /// - Throws: ``BenefitError`` where the cash is below zero.
  /// - Complexity: O(n) for n households, on average.
  public func followed(by cash: Money) throws(BenefitError) -> Payout {
    try Payout(
      claim,
      rule,
      with: cash,
      to: households,
      coming: households.indices.map(owing),
      before: households.indices.map { paidInAll(at: $0).fen },
      absent: absent
    )
  }
}

// MARK: - Reading

extension Payout {
  /// The season that is paid for.
  public var season: String { claim.season }

  /// The scheme of the line that is paid.
  public var scheme: String { claim.scheme }

  /// The name of the line that is paid.
  public var line: String { claim.line }

  /// Returns the amount due to a household: the season's amount and arrears of earlier ones.
  public func coming(at row: Int) -> Money { Money(fen: coming[row]) }

  /// Returns the amount that a household was paid.
  public func paid(at row: Int) -> Money { Money(fen: paidFen[row]) }

  /// Returns the amount that a household was paid for the season by this payout and those it
  /// follows.
  public func paidInAll(at row: Int) -> Money {
    Money(fen: paidFen[row] + (before.isEmpty ? 0 : before[row]))
  }

  /// Returns the amount that a household is still owed.
  public func arrears(at row: Int) -> Money { Money(fen: owing(row)) }

  /// Returns the amount still owed to a household, in the register or not; zero if it is owed
  /// nothing.
  ///
  /// - Complexity: O(n) for n households.
  public func arrears(of household: Household.ID) -> Money {
    if let row = households.firstIndex(of: household) { return arrears(at: row) }
    return Money(fen: absent.first { $0.household == household }?.fen ?? 0)
  }

  /// The amount paid to all households.
  ///
  /// - Complexity: O(n) for n households.
  public var paid: Money { Money(fen: paidFen.reduce(0, +)) }

  /// The cash that was left once everything was paid.
  ///
  /// - Complexity: O(n) for n households.
  public var left: Money { cash - paid }

  /// The amount still owed to all households, including those outside the register.
  ///
  /// - Complexity: O(n) for n households.
  public var arrears: Money {
    Money(fen: households.indices.reduce(0) { $0 + owing($1) } + absent.reduce(0) { $0 + $1.fen })
  }

  private func owing(_ row: Int) -> Int64 {
    rule == .cumulative ? coming[row] - paidFen[row] : 0
  }

  /// The amount paid to each household for the season.
  var paidByHousehold: [Household.ID: Money] {
    Dictionary(
      uniqueKeysWithValues: zip(households, households.indices.map { paidInAll(at: $0) })
    )
  }

  /// The amount still owed to each household, in fen.
  fileprivate var owed: [Household.ID: Int64] {
    Dictionary(
      uniqueKeysWithValues: zip(households, households.indices.map(owing))
        + absent.map { ($0.household, $0.fen) }
    )
  }
}

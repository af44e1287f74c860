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
public struct Payout: Hashable, Codable, Sendable {
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
    let currency: Currency

    /// The places that an error of the payout names.
    var places: [BenefitError.Place] {
      let chinese = StandardLine.words(line, in: .simplifiedChinese)
      let words = Phrase(
        en: "payout of \"\(line.escaped)\" for \(season.escaped)",
        zh: "「\(season.escaped)」期间「\(chinese.escaped)」的发放"
      )
      return [.scheme(scheme), .init("payout", line, as: words)]
    }
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

  /// The amounts that earlier payouts still owe to households outside the register, in fen.
  let absent: NamedColumn<Int64>

  /// The amount paid to each household, in fen.
  private let paidFen: [Int64]

  /// The parts that a payout is made from anew.
  package enum CodingKeys: CodingKey { case claim, rule, cash, households, coming, before, absent }

  /// Shares the cash among the households.
  init(
    _ claim: Claim,
    _ rule: Arrears,
    with cash: Money,
    to households: [Household.ID],
    coming: [Int64],
    before: [Int64] = [],
    absent: NamedColumn<Int64>
  ) throws(BenefitError) {
    self.claim = claim
    self.rule = rule
    self.cash = cash
    self.households = households
    self.coming = coming
    self.before = before
    self.absent = absent
    if cash < .zero {
      let text = claim.currency.text(cash)
      let found = Phrase(en: "the cash is \(text).", zh: "现金为 \(text)。")
      throw BenefitError(
        .negative,
        found: found,
        advice: Phrase(en: "It is zero or more.", zh: "现金应为零或以上。")
      )
      .within(claim.places)
    }
    let total = Self.sum(coming)
    guard total + Self.sum(before) + Self.sum(absent.values) <= Int128(Int64.max) else {
      let found = Phrase(
        en: "all that is owed is more than 64 bits can hold.",
        zh: "应付金额合计过大，超出 64 位。"
      )
      throw BenefitError(.overflow, found: found).within(claim.places)
    }
    if Int128(cash.fen) >= total {
      paidFen = coming
    } else {
      do {
        paidFen = try Apportionment.whole(claim.currency.step).parts(of: cash, by: coming).parts
          .map(\.fen)
      } catch {
        throw error.within(claim.places)
      }
    }
  }

  private static func sum(_ fen: [Int64]) -> Int128 { fen.reduce(0) { $0 + Int128($1) } }
}

// MARK: - Reading

extension Payout {
  /// The season that is paid for.
  public var season: String { claim.season }

  /// The scheme of the line that is paid.
  public var scheme: String { claim.scheme }

  /// The name of the line that is paid.
  public var line: String { claim.line }

  /// The currency of all amounts.
  public var currency: Currency { claim.currency }

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
    return Money(fen: absent[household] ?? 0)
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
    Money(fen: households.indices.reduce(0) { $0 + owing($1) } + absent.values.reduce(0, +))
  }

  /// The amount still owed to the household in a row, in fen.
  func owing(_ row: Int) -> Int64 {
    rule == .cumulative ? coming[row] - paidFen[row] : 0
  }

  /// The amount paid to each household for the season.
  var paidByHousehold: [Household.ID: Money] {
    Dictionary(
      uniqueKeysWithValues: zip(households, households.indices.map { paidInAll(at: $0) })
    )
  }
}

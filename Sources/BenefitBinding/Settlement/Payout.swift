/// What was paid of what is owed: three facts that are never mixed.
///
/// What a contract promised, what the terms make owed, and what reached the households differ as soon as
/// cash is short. A payout pays a line with the cash there is, arrears of earlier seasons and this
/// season's amounts alike, each household the same part of what it has coming, to the fen.
///
/// ```swift
/// let settlement = try cooperative.settle(season, for: register)
/// let dividend = try settlement.line("dividend")
/// let first = Payout(of: dividend, to: register, with: .yuan(100_000), arrears: .cumulative)
/// print(first.paid(at: 0), first.arrears(at: 0))
/// let next = Payout(
///   of: dividend, to: register, with: .yuan(200_000), arrears: .cumulative, after: first)
/// print(next.paid(at: 0))
/// ```
public struct Payout: Hashable, Sendable {
  /// What becomes of an amount that is owed and not paid.
  public enum Arrears: String, Hashable, Codable, Sendable {
    /// It stays owed until it is paid.
    case cumulative
    /// It lapses.
    case lapsing
  }

  /// The name of the line that is paid.
  public let line: String

  /// The households, in the register's order.
  public let households: [Household.ID]

  /// What each has coming: this season's amount and arrears of earlier ones, in fen.
  let coming: [Int64]

  /// What each was paid, in fen.
  let paidFen: [Int64]

  /// What each is still owed, in fen.
  let owing: [Int64]

  /// What households that the register does not hold are still owed by earlier payouts, in order of
  /// their ids.
  let absent: [Debt]

  struct Debt: Hashable, Codable, Sendable {
    let household: Household.ID
    let fen: Int64
  }

  /// What was left of the cash once everything was paid.
  public let left: Money

  /// Pays a line with the cash there is.
  ///
  /// - Parameters:
  ///   - line: What is owed for the season.
  ///   - register: The households, as the line was settled for them.
  ///   - cash: What there is to pay with, zero or more.
  ///   - rule: What becomes of what is not paid.
  ///   - earlier: The payout before, whose arrears are still owed. Households that the register does
  ///     not hold are not paid here; what they are owed stays owed until a payout for a register that
  ///     holds them again, or lapses as this season's does.
  /// - Precondition: The line is as long as the register, no amount is below zero, and what is owed
  ///   to one household fits in 64 bits of fen.
  /// - Complexity: O(n log n) for n households.
  public init(
    of line: Line,
    to register: Register,
    with cash: Money,
    arrears rule: Arrears,
    after earlier: Payout? = nil
  ) {
    precondition(line.count == register.count, "The line was settled for another register.")
    precondition(cash >= .zero, "Nobody can be paid with \(cash).")
    var arrears = earlier?.arrearsByHousehold ?? [:]
    var coming: [Int64] = []
    for (row, household) in register.ids.enumerated() {
      precondition(
        line[row] >= .zero,
        "Household \"\(household)\" owes \(line[row]); nobody pays it."
      )
      coming.append((line[row] + (arrears.removeValue(forKey: household) ?? .zero)).fen)
    }
    let total = coming.reduce(0 as Int128) { $0 + Int128($1) }
    var paid = coming
    if Int128(cash.fen) < total {
      do {
        paid = try Apportionment.exact.parts(of: cash, by: coming).parts.map(\.fen)
      } catch {
        preconditionFailure("Amounts that are owed cannot be shared: \(error)")
      }
    }
    self.line = line.name
    households = register.ids
    self.coming = coming
    paidFen = paid
    owing = zip(coming, paid).map { rule == .cumulative ? $0 - $1 : 0 }
    let debts = arrears.filter { rule == .cumulative && $0.value != .zero }
    absent = debts.sorted { $0.key < $1.key }.map { Debt(household: $0.key, fen: $0.value.fen) }
    left = Int128(cash.fen) < total ? .zero : Money(fen: cash.fen - Int64(total))
  }
}

extension Payout {
  /// What a household has coming: the season's amount and arrears of earlier ones.
  public func coming(at row: Int) -> Money { Money(fen: coming[row]) }

  /// What a household was paid.
  public func paid(at row: Int) -> Money { Money(fen: paidFen[row]) }

  /// What a household is still owed.
  public func arrears(at row: Int) -> Money { Money(fen: owing[row]) }

  /// What a household is still owed, be it in the register or not; zero where it is owed nothing.
  ///
  /// - Complexity: O(n) for n households.
  public func arrears(of household: Household.ID) -> Money {
    if let row = households.firstIndex(of: household) { return arrears(at: row) }
    return Money(fen: absent.first { $0.household == household }?.fen ?? 0)
  }

  /// What all households were paid.
  public var paid: Money { paidFen.reduce(.zero) { $0 + Money(fen: $1) } }

  /// What all households are still owed, with those that the register does not hold.
  ///
  /// - Precondition: The sum fits in 64 bits of fen.
  public var arrears: Money {
    (owing + absent.map(\.fen)).reduce(.zero) { $0 + Money(fen: $1) }
  }

  /// What each household was paid.
  var paidByHousehold: [Household.ID: Money] {
    Dictionary(uniqueKeysWithValues: zip(households, paidFen.map(Money.init(fen:))))
  }

  private var arrearsByHousehold: [Household.ID: Money] {
    let absent = absent.map { ($0.household, Money(fen: $0.fen)) }
    return Dictionary(
      uniqueKeysWithValues: zip(households, owing.map(Money.init(fen:))) + absent
    )
  }
}

extension Line {
  /// The line cut into instalments: advances, quarters, a first payment and the balance.
  ///
  /// Each household's amount is shared among them by largest remainders, so that its instalments add
  /// up to it.
  ///
  /// ```swift
  /// // Two thirds in October, the balance at the end of the year.
  /// let parts = try settlement.line("dividend").instalments([2, 1])
  /// ```
  ///
  /// - Parameter weights: The relative sizes of the instalments, in order.
  /// - Returns: For each instalment the amounts in the register's order.
  /// - Precondition: No weight is below zero and one is above it.
  /// - Complexity: O(n · k) for n households and k instalments.
  public func instalments(_ weights: [Int64]) -> [[Money]] {
    var instalments = [[Money]](repeating: [], count: weights.count)
    for amount in self {
      do {
        let parts = try Apportionment.exact.parts(of: amount, by: weights).parts
        for (index, part) in parts.enumerated() { instalments[index].append(part) }
      } catch {
        preconditionFailure("Instalments need weights above zero: \(error)")
      }
    }
    return instalments
  }
}

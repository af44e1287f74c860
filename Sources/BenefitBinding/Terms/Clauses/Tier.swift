/// One step of a ``Distribution``: what it takes from the pot and who gets it.
///
/// ```swift
/// Tier(.percentOfPot(70), by: .measure(.landArea), as: .property)      // 70 % of the pot, by area
/// Tier(.percentOfPot(3), to: .villageWelfare)                          // 3 % of the pot to a fund
/// Tier(.percentOfPot(10), by: .gaqa, to: .collective)                  // 10 % of the pot, the same for each gaqa
/// Tier(each: .yuan(800), as: .transfer, named: "start-up award")  // a fixed sum each, while it lasts
/// Tier(.rest, by: .person, as: .property)                         // what is left, per head
/// ```
public struct Tier: Hashable, Sendable {
  /// The recipient of the amount that the tier takes.
  enum Recipient: Hashable, Sendable {
    /// The households that meet a condition, in proportion to a key.
    case households(Key, Condition, Apportionment)
    /// Each household that meets a condition gets its own claim, or all less in proportion.
    case claims(Condition, AwardPool?)
    /// One account gets all of it.
    case account(Account)
    /// An account of each gaqa gets a part, in proportion to a key.
    case gaqas(Account, Key)
  }

  /// The tier's name, or `nil` where it goes by its recipient.
  let name: String?

  /// The amount the tier takes from the pot; with ``Recipient/claims(_:)``, the claim of each
  /// household.
  let amount: Amount

  /// The recipient of the amount.
  let recipient: Recipient

  /// The effect of the amount on a household's income.
  let flow: Flow

  /// The number of those whom the account stands for and nobody lists, or `nil`.
  private(set) var unlisted: QuantityFormula?

  /// The stated purpose of the tier, or `nil`.
  var purpose: Purpose?

  /// The earlier line whose balance the tier takes over, or `nil`.
  var formerLine: String?

  /// A tier that shares part of the pot among households.
  ///
  /// - Parameters:
  ///   - amount: The part of the pot, rounded half up to the fen; never more than is left of it.
  ///   - key: How entitlement is measured.
  ///   - condition: Who is eligible.
  ///   - apportionment: How parts are rounded and where the odd fen goes.
  ///   - flow: What the parts are to a household.
  ///   - name: What the line is called; the key says it if left out.
  public init(
    _ amount: Amount,
    by key: Key,
    where condition: Condition = .always,
    apportioned apportionment: Apportionment = .exact,
    as flow: Flow,
    named name: String? = nil
  ) {
    self.name = name
    self.amount = amount
    self.recipient = .households(key, condition, apportionment)
    self.flow = flow
  }

  /// A tier that pays each eligible household a claim of its own.
  ///
  /// Where all claims together are more than is left of the pot, what is left is shared in
  /// proportion to them and the shortfall is reported.
  ///
  /// - Parameters:
  ///   - amount: What each household claims, rounded half up to the fen.
  ///   - condition: Who is eligible.
  ///   - flow: What the payment is to a household.
  ///   - name: What the line is called.
  ///   - pool: The part of the pot that the claims are paid from; all that is left if left out.
  public init(
    each amount: Amount,
    where condition: Condition = .always,
    as flow: Flow,
    named name: String,
    from pool: AwardPool? = nil
  ) {
    self.name = name
    self.amount = amount
    self.recipient = .claims(condition, pool)
    self.flow = flow
  }

  /// A tier that gives part of the pot to an account: a fund, an institution, or those whom nobody lists.
  ///
  /// Persons or households that are known only by their number need no entries in the register. The account stands
  /// for all of them, the ``Waterfall`` says what falls to each, and a notice says that they are not listed:
  ///
  /// ```swift
  /// let villagers = Measure("villagers", in: .person)
  /// let return363 = Distribution(of: .fact(MoneyFact("return"))) {
  ///   Tier(.rest, to: Account("villagers"), for: .measure(villagers))     // 109,626.00 for 302 persons
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - amount: The part of the pot, rounded half up to the fen; never more than is left of it.
  ///   - account: Who gets it.
  ///   - unlisted: The number of those whom the account stands for; nobody in particular if left out. Settling
  ///     refuses a number that is not above zero where there is something for them.
  public init(_ amount: Amount, to account: Account, for unlisted: QuantityFormula? = nil) {
    self.unlisted = unlisted
    self.name = account.name
    self.amount = amount
    self.recipient = .account(account)
    self.flow = .holding
  }

  /// A tier that shares part of the pot among the gaqas, each of which gets its part in its account.
  ///
  /// The weight of a gaqa is what the season states of it, or else the sum of the key over its members, so that one
  /// key may share among villages what another tier shares among households:
  ///
  /// ```swift
  /// let capacity = Measure("capacity", in: .kilowatt)
  /// let solarIncome = Distribution(of: .revenue) {
  ///   Tier(.percentOfPot(60), by: .measure(capacity), to: .collective)
  ///   Tier(.rest, by: .person, to: .villageWelfare)
  /// }
  /// ```
  ///
  /// All parts are rounded down to the fen, and the odd fen go to the largest remainders. Gaqas with a member take part, as do those
  /// that the register lists without any household.
  ///
  /// - Parameters:
  ///   - amount: The part of the pot, rounded half up to the fen; never more than is left of it.
  ///   - key: How entitlement is measured.
  ///   - account: The account of each gaqa.
  @_disfavoredOverload  // So that a tier by a key without a flow is told that the flow is missing.
  public init(_ amount: Amount, by key: Key, to account: Account) {
    self.name = account.name
    self.amount = amount
    self.recipient = .gaqas(account, key)
    self.flow = .holding
  }

  /// The tier with what the books carry for another line of the scheme, which it takes the place of.
  ///
  /// Odd fen, unspent awards and what households hold are carried under the name of their line. Where a
  /// tier or its distribution is renamed, the new line says whose balance it goes on with; otherwise that
  /// stays in the books, and a notice says so:
  ///
  /// ```swift
  /// let odd = Apportionment(rounding: .down(to: .yuan), residue: .carriedForward)
  /// let renamed = Distribution("profit share", of: .profit) {
  ///   Tier(.rest, by: .person, apportioned: odd, as: .property)
  ///     .takingOver("dividend")
  /// }
  /// ```
  ///
  /// A pot for all members takes over what was carried gaqa by gaqa as well, also under its own name.
  ///
  /// - Parameter line: The full name of the earlier line.
  /// - Returns: The tier; settling refuses it where it pays an account, or where the earlier line is one
  ///   of the scheme's still.
  public func takingOver(_ line: String) -> Tier {
    var tier = self
    tier.formerLine = line
    return tier
  }
}

extension Tier {
  /// The account that the tier pays, or `nil` where it pays households.
  var account: Account? {
    switch recipient {
    case .account(let account), .gaqas(let account, _): account
    case .households, .claims: nil
    }
  }

  /// The part of the pot that the tier takes, or `nil` where each household's claim decides.
  var amountOfPot: Amount? {
    if case .claims(_, let pool) = recipient { pool?.amount } else { amount }
  }
}

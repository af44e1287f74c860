/// The balances carried forward to the next season: losses, odd fen, money in accounts and, if
/// terms refer to it, the holding of each household.
///
/// Settling never changes the books it is given; ``Settlement/closingBooks`` are those to go on
/// with.
///
/// ```swift
/// let first = try cooperative.settle(Season(2016) { $0[.profit] = .yuan(-20_000) }, for: register)
/// let second = try cooperative.settle(
///   Season(2017) { $0[.profit] = .yuan(50_000) }, for: register, books: first.closingBooks)
/// // 30,000.00 are distributed: the loss of 2016 is made good first.
/// ```
///
/// A file holds the currency where it is not the yuan, and every balance other than zero with its scheme (left out for an account of the programme), its
/// gaqa (left out where it is for all members), what it is and the amount; each stands there once:
///
/// ```json
/// { "balances": [
///     { "scheme": "coop", "item": { "loss": {} }, "amount": "20,000.00" },
///     { "scheme": "coop", "item": { "residue": { "line": "dividend" } }, "amount": "1.30" },
///     { "scheme": "coop", "gaqa": "Xini", "item": { "account": { "_0": "reserve" } }, "amount": "5.00" },
///     { "item": { "account": { "_0": { "name": "fund", "of": "programme" } } }, "amount": "80.00" } ],
///   "holdings": [
///     { "scheme": "coop", "line": "dividend: retained", "ids": ["H-1", "H-2"], "fen": [5000, 15000] } ] }
/// ```
public struct Books: Hashable, Sendable {
  /// The kind of a balance.
  public enum Item: Hashable, Codable, Sendable {
    /// A loss of a scheme that later profits have to make good, zero or more.
    case loss
    /// Odd fen of a line that the next season shares out.
    case residue(line: String)
    /// The money that an account holds.
    case account(Account)
  }

  /// One amount that is carried forward.
  public struct Balance: Hashable, Codable, Sendable {
    /// The scheme it belongs to, or `nil` for an account of the programme.
    public let scheme: String?
    /// The gaqa it belongs to, or `nil` for all members.
    public let gaqa: String?
    /// The kind of the balance.
    public let item: Item
    /// The amount of the balance.
    public internal(set) var amount: Money

    /// The key that tells one balance from another.
    var place: Place { Place(scheme: scheme, gaqa: gaqa, item: item) }
  }

  /// The currency of all balances and holdings.
  public let currency: Currency

  /// The balances other than zero, in the order in which they first came up.
  public private(set) var balances: [Balance] = []

  /// The holdings of households, line by line, in the order in which they first came up.
  private(set) var holdings: [Holding] = []

  /// Creates empty books in a currency; as long as they are empty, they fit any.
  public init(in currency: Currency = .yuan) {
    self.init(in: currency, balances: [], holdings: [])
  }

  init(in currency: Currency, balances: [Balance], holdings: [Holding]) {
    self.currency = currency
    self.balances = balances
    self.holdings = holdings
  }

  /// True if nothing is carried forward.
  var isEmpty: Bool { balances.isEmpty && holdings.isEmpty }

  /// Returns the amount of one item that is carried forward, zero if there is none.
  ///
  /// - Parameters:
  ///   - item: What is carried forward.
  ///   - scheme: The scheme it belongs to, `nil` for an account of the programme.
  ///   - gaqa: The gaqa it belongs to, `nil` for all members.
  /// - Returns: The amount; of a loss zero or more.
  /// - Complexity: O(n) for n balances.
  public func amount(of item: Item, scheme: String?, gaqa: String? = nil) -> Money {
    balances.first { $0.scheme == scheme && $0.gaqa == gaqa && $0.item == item }?.amount ?? .zero
  }

  /// Returns the amount that an account holds in all gaqas, or for all members; zero if it holds
  /// nothing.
  ///
  /// ```swift
  /// print(try settlement.closingBooks.total(in: .reserve, of: "Breeding cooperative"))
  /// ```
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - scheme: The scheme whose account it is; to be left out for one of the programme, and where only
  ///     one scheme has money in an account of the name.
  /// - Returns: The sum over its balances.
  /// - Throws: ``BenefitError`` where several schemes have, or the sum leaves 64 bits of fen.
  /// - Complexity: O(n) for n balances.
  public func total(
    in account: Account,
    of scheme: String? = nil
  ) throws(BenefitError) -> Money {
    let owners = schemes(with: account)
    if scheme == nil && account.owner == .scheme && owners.count > 1 {
      throw BenefitError(
        .ambiguousName,
        at: .schemes(owners),
        .account(account),
        found: Phrase(en: "each of these schemes has its own.", zh: "这些方案各有一个同名账户。"),
        advice: Phrase(en: "Say which is meant.", zh: "请指明是哪个方案的账户。")
      )
    }
    let owner = account.owner == .scheme ? scheme ?? owners.first : nil
    return try .carried(sum(in: account, of: owner), .account(account), owner)
  }

  /// The schemes whose account of a name holds anything, in the order in which they first came up.
  func schemes(with account: Account) -> [String] {
    var schemes: [String] = []
    for balance in balances where balance.item == .account(account) {
      if let scheme = balance.scheme, !schemes.contains(scheme) { schemes.append(scheme) }
    }
    return schemes
  }

  /// Returns the balance of an account of a scheme, or with `nil` of the programme, in fen.
  func sum(in account: Account, of scheme: String?) -> Int128 {
    balances.reduce(0) { sum, balance in
      balance.item == .account(account) && balance.scheme == scheme
        ? sum + Int128(balance.amount.fen) : sum
    }
  }
}

extension Books {
  /// The key that tells one balance from another.
  struct Place: Hashable {
    let scheme: String?
    let gaqa: String?
    let item: Item
  }

  /// The books of a programme, keyed for quick reading and writing while it is settled.
  struct Ledger {
    private var positions: [Place: Int] = [:]
    private(set) var balances: [Balance]
    private(set) var holdings: [Holding]

    init(_ books: Books) {
      balances = books.balances
      holdings = books.holdings
      for (position, balance) in balances.enumerated() {
        positions[balance.place] = position
      }
    }

    func amount(of item: Item, scheme: String?, gaqa: String?) -> Int64 {
      if positions.isEmpty { return 0 }
      return positions[Place(scheme: scheme, gaqa: gaqa, item: item)].map {
        balances[$0].amount.fen
      } ?? 0
    }

    mutating func set(_ fen: Int64, for item: Item, scheme: String?, gaqa: String?) {
      if fen == 0 && positions.isEmpty { return }
      let key = Place(scheme: scheme, gaqa: gaqa, item: item)
      if let position = positions[key] {
        balances[position].amount = Money(fen: fen)
      } else if fen != 0 {
        positions[key] = balances.count
        balances.append(
          Balance(scheme: scheme, gaqa: gaqa, item: item, amount: Money(fen: fen))
        )
      }
    }

    func holding(of line: String, scheme: String) -> Holding {
      holdings.first { $0.scheme == scheme && $0.line == line }
        ?? Holding(scheme: scheme, line: line, ids: [], fen: [])
    }

    mutating func set(_ holding: Holding) {
      let position = holdings.firstIndex {
        $0.scheme == holding.scheme && $0.line == holding.line
      }
      if let position { holdings[position] = holding } else { holdings.append(holding) }
    }

    func books(in currency: Currency) -> Books {
      Books(
        in: currency,
        balances: balances.filter { $0.amount != .zero },
        holdings: holdings.filter { !$0.ids.isEmpty }
      )
    }
  }
}

extension BenefitError.Place {
  /// An account, by its name.
  static func account(_ account: Account) -> Self {
    let (name, chinese) = ("\(account)", account.words(in: .simplifiedChinese))
    let words = Phrase(en: "account \"\(name.escaped)\"", zh: "\(chinese.escaped)账户")
    return Self("account", name, as: words)
  }

  /// The holdings of households in a line, by its name.
  static func holding(_ line: String) -> Self { Self("holding", line) }
}

extension Money {
  /// A sum of what the books carry.
  static func carried(
    _ sum: Int128,
    _ place: BenefitError.Place,
    _ scheme: String?
  ) throws(BenefitError) -> Money {
    guard let fen = Int64(exactly: sum) else {
      throw .tooMuchMoney.within(scheme.map { .scheme($0) }, place)
    }
    return Money(fen: fen)
  }
}

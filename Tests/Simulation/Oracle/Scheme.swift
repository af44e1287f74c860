/// The terms of a scheme as a file holds them.
struct Scheme {
  struct Payment {
    let name: String
    let amount: Formula
    let condition: Formula
    let rounding: (direction: String, step: Int64)
    let flow: Tree
    /// The unit that is given, or `nil` where it is money.
    var unit: String?
  }

  struct Sharing {
    let rounding: (direction: String, step: Int64)
    let isByRate: Bool
    /// Such as `largestRemainder`, and the account where the rule is `kept`.
    let residue: String
    let account: String?
  }

  enum Recipient {
    case households(key: Formula, keyName: String, condition: Formula, Sharing)
    case claims(condition: Formula, pool: (amount: Formula, carries: Bool, backstop: String?)?)
    case account(String)
    case gaqas(account: String, key: Formula)

    /// The account that is paid, or `nil` where households are.
    var account: String? {
      switch self {
      case .account(let account), .gaqas(let account, _): account
      case .households, .claims: nil
      }
    }
  }

  struct Tier {
    /// The name of its line, or of its account.
    let line: String
    let amount: Formula
    let recipient: Recipient
    /// The number of those whom its account stands for.
    let unlisted: Formula?
    let flow: Tree
    /// The line whose balances it takes over.
    let former: String?
  }

  struct Distribution {
    let name: String
    let pot: Formula
    let rounding: (direction: String, step: Int64)
    let isPerGaqa: Bool
    let source: String?
    let tiers: [Tier]
    /// The unit that is shared, or `nil` where it is money.
    var unit: String?

    /// Whether each tier that reaches households charges them.
    var charges: [Bool] {
      tiers.compactMap { $0.recipient.account == nil ? $0.flow.text == "cost" : nil }
    }

    var isBurden: Bool { charges.contains(true) }
  }

  enum Clause {
    case distribution(Distribution)
    case payments(name: String, [Payment])
  }

  struct Contribution {
    /// What was put in for all, zero where each member put in its own.
    let amount: Exact
    let each: Formula?
    let householdShare: Exact
    let gaqa: String?

    /// What of it is the stake of all.
    var stake: Exact { Exact((amount * householdShare).floor) }
  }

  let name: String
  let members: Formula
  let contributions: [Contribution]
  let clauses: [Clause]
  /// The smallest amount that is paid, in fen.
  var smallest: Int64 = 1
}

extension Scheme {
  init(tree: Tree) throws {
    name = try tree.required(text: "name")
    members = try Formula.condition(tree["members"])
    contributions = try (tree["funding"]?.list ?? []).map {
      let isOfEnterprise = try $0.required(text: "from") == "enterprise"
      let share = try $0["householdShare"]?.text.map(World.ratio)
      return Contribution(
        amount: try Self.amount($0),
        each: try $0["each"].map(Formula.init(tree:)),
        householdShare: share ?? (isOfEnterprise ? .zero : .one),
        gaqa: $0["gaqa"]?.text
      )
    }
    clauses = try tree.required("clauses").list.map(Clause.init(tree:))
    if let currency = tree["currency"], currency["hundredth"] == nil { smallest = 100 }
  }
}

extension Scheme {
  /// What was put in for all: so much for each of a number, or a part of it, at most a cap.
  private static func amount(_ contribution: Tree) throws -> Exact {
    var amount = try contribution["amount"]?.text.map(World.money) ?? .zero
    if let count = contribution["for"]?.text { amount = amount * (try World.quantity(count)) }
    if let part = contribution["part"]?.text { amount = amount * (try World.ratio(part)) }
    amount = Exact(amount.rounded("halfUp"))
    if let cap = contribution["upTo"]?.text {
      let cap = try World.money(cap)
      if cap < amount { return cap }
    }
    return amount
  }

  var isOfEach: Bool { contributions.contains { $0.each != nil } }

  /// Whether that gives each member a stake of its own.
  var stakeIsOfEach: Bool { contributions.contains { $0.each != nil && !$0.householdShare.isZero } }

  /// What each member put in, to the fen, and its stake in it, to the fen below.
  var fundsOfEach: (amounts: Formula, stakes: Formula) {
    var (amounts, stakes): ([Formula], [Formula]) = ([], [])
    for contribution in contributions {
      guard let each = contribution.each else { continue }
      let amount = Formula.rounded(each, "halfUp", 1)
      amounts.append(amount)
      let share = Formula.constant(contribution.householdShare, .ratio)
      stakes.append(.rounded(.product(share, amount), "down", 1))
    }
    return (.sum(amounts), .sum(stakes))
  }

  /// The formulas of the members, the funding and the clauses.
  var formulas: [Formula] { formulasByClause.flatMap(\.formulas) }

  /// The same, clause by clause.
  var formulasByClause: [(clause: String, formulas: [Formula])] {
    [("members", [members]), ("funding", contributions.compactMap(\.each))]
      + clauses.map { clause -> (String, [Formula]) in
        switch clause {
        case .payments(let name, let payments):
          (name, payments.flatMap { [$0.amount, $0.condition] })
        case .distribution(let distribution):
          (
            distribution.name,
            [distribution.pot]
              + distribution.tiers.flatMap { tier -> [Formula] in
                switch tier.recipient {
                case .account: [tier.amount] + (tier.unlisted.map { [$0] } ?? [])
                case .gaqas(_, let key): [tier.amount, key]
                case .households(let key, _, let condition, _): [tier.amount, key, condition]
                case .claims(let condition, let pool):
                  [tier.amount, condition] + (pool.map { [$0.amount] } ?? [])
                }
              }
          )
        }
      }
  }
}

// How terms are read from their file form.

extension Scheme.Clause {
  init(tree: Tree) throws {
    guard let only = tree.only else { throw Unread(what: "a clause") }
    let clause = try only.value.required("_0")
    let name = try clause.required(text: "name")
    let condition = { try Formula(tree: clause.required("condition")) }
    func amount(_ key: String) throws -> Formula { try Formula(tree: clause.required(key)) }
    func payments(
      _ quantity: String,
      _ price: String,
      _ more: String
    ) throws -> [Scheme.Payment] {
      let rounding = try Formula.rounding(clause.required("rounding"))
      let first = Scheme.Payment(
        name: name,
        amount: .product(try amount(quantity), try amount(price)),
        condition: try condition(),
        rounding: rounding,
        flow: try clause.required("flow")
      )
      guard clause[more] != nil else { return [first] }
      return [
        first,
        Scheme.Payment(
          name: "\(name): \(more)",
          amount: try amount(more),
          condition: try condition(),
          rounding: rounding,
          flow: .text("cost")
        ),
      ]
    }
    switch only.key {
    case "distribution": self = .distribution(try Scheme.Distribution(tree: clause))
    case "payment":
      self = .payments(
        name: name,
        [
          Scheme.Payment(
            name: name,
            amount: try amount("amount"),
            condition: try condition(),
            rounding: try Formula.rounding(clause.required("rounding")),
            flow: try clause.required("flow")
          )
        ]
      )
    case "purchase":
      self = .payments(
        name: name,
        try payments("quantity", "price", "inputs")
      )
    case "employment":
      self = .payments(name: name, try payments("work", "pay", "displaced"))
    case "allotment": self = try Self.allotment(name, clause, try condition())
    default: throw Unread(what: "clause \(only.key)")
    }
  }
}

extension Scheme.Clause {
  /// A quantity, which is settled as a pot with one tier or as a payment, in whole units.
  private static func allotment(_ name: String, _ clause: Tree, _ condition: Formula) throws -> Self
  {
    let quantity = try Formula(tree: clause.required("quantity"))
    let flow = Tree.text("quantity")
    guard let unit = quantity.unit else { throw Unread(what: "a quantity without a unit") }
    guard let sharing = clause["sharing"] else {
      let payment = Scheme.Payment(
        name: name,
        amount: quantity,
        condition: condition,
        rounding: ("down", 1),
        flow: flow,
        unit: unit
      )
      return .payments(name: name, [payment])
    }
    let key = try sharing.required("key")
    let tier = Scheme.Tier(
      line: name,
      amount: .remainder,
      recipient: .households(
        key: try Formula(tree: key.required("expression")),
        keyName: try key.required(text: "name"),
        condition: condition,
        try Scheme.Sharing(tree: sharing.required("apportionment"))
      ),
      unlisted: nil,
      flow: flow,
      former: nil
    )
    return .distribution(
      Scheme.Distribution(
        name: name,
        pot: quantity,
        rounding: ("down", 1),
        isPerGaqa: try sharing.required(text: "scope") == "gaqa",
        source: nil,
        tiers: [tier],
        unit: unit
      )
    )
  }
}

extension Scheme.Sharing {
  init(tree: Tree) throws {
    let residue = try tree.required("residue")
    self.init(
      rounding: try Formula.rounding(tree.required("rounding")),
      isByRate: try tree.required(text: "basis") == "rate",
      residue: try residue.required(text: "rule"),
      account: try residue["account"].map(Ledger.account)
    )
  }

  /// Whether a quantity may be shared so: in whole units, of which none goes to an account or a season after.
  var isOfUnits: Bool {
    rounding == ("down", 1) && residue != "posted" && residue != "carriedForward"
  }
}

extension Scheme.Distribution {
  init(tree: Tree) throws {
    name = try tree.required(text: "name")
    pot = try Formula(tree: tree.required("pot"))
    rounding = try Formula.rounding(tree.required("rounding"))
    isPerGaqa = try tree.required(text: "scope") == "gaqa"
    source = try tree["source"].map(Ledger.account)
    var tiers: [Scheme.Tier] = []
    var hasUnnamed = false
    for tier in try tree.required("tiers").list {
      let recipient = try Scheme.Recipient(tree: tier.required("recipient"))
      let line: String
      switch (recipient, tier["name"]?.text) {
      case (.account(let account), _), (.gaqas(let account, _), _): line = account
      case (_, let tierName?): line = "\(name): \(tierName)"
      // The first tier without a name goes by the distribution's, later ones by their keys.
      case (.households(_, let key, _, _), nil) where hasUnnamed: line = "\(name): by \(key)"
      default: line = name
      }
      if tier["name"] == nil { hasUnnamed = true }
      tiers.append(
        Scheme.Tier(
          line: line,
          amount: try Formula(tree: tier.required("amount")),
          recipient: recipient,
          unlisted: try tier["unlisted"].map(Formula.init(tree:)),
          flow: try tier.required("flow"),
          former: tier["formerLine"]?.text
        )
      )
    }
    self.tiers = tiers
  }
}

extension Scheme.Recipient {
  init(tree: Tree) throws {
    guard let only = tree.only else { throw Unread(what: "a recipient") }
    let values = only.value
    switch only.key {
    case "account": self = .account(try Ledger.account(values.required("_0")))
    case "gaqas":
      self = .gaqas(
        account: try Ledger.account(values.required("_0")),
        key: try Formula(tree: values.required("_1").required("expression"))
      )
    case "claims":
      let pool = try values["_1"].map { pool in
        (
          try Formula(tree: pool.required("amount")),
          pool["carriesUnspent"] == .bool(true),
          try pool["backstop"].map(Ledger.account)
        )
      }
      self = .claims(condition: try Formula(tree: values.required("_0")), pool: pool)
    case "households":
      let key = try values.required("_0")
      self = .households(
        key: try Formula(tree: key.required("expression")),
        keyName: try key.required(text: "name"),
        condition: try Formula(tree: values.required("_1")),
        try Scheme.Sharing(tree: values.required("_2"))
      )
    default: throw Unread(what: "recipient \(only.key)")
    }
  }
}

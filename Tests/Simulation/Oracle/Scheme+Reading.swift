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
    default: throw Unread(what: "clause \(only.key)")
    }
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
      case (.account(let account), _): line = account
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
      let sharing = try values.required("_2")
      let residue = try sharing.required("residue")
      self = .households(
        key: try Formula(tree: key.required("expression")),
        keyName: try key.required(text: "name"),
        condition: try Formula(tree: values.required("_1")),
        Scheme.Sharing(
          rounding: try Formula.rounding(sharing.required("rounding")),
          isByRate: try sharing.required(text: "basis") == "rate",
          residue: try residue.required(text: "rule"),
          account: try residue["account"].map(Ledger.account)
        )
      )
    default: throw Unread(what: "recipient \(only.key)")
    }
  }
}

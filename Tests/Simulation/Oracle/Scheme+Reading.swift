// How terms are read from their file form.

extension Scheme.Clause {
  init(tree: Tree) throws {
    let kinds = ["distribution", "payment", "purchase", "employment", "allotment"]
    guard let kind = kinds.first(where: { tree[$0] != nil }) else { throw Unread(what: "a clause") }
    let name = try tree.required(text: kind)
    let condition = try Formula.condition(tree["where"])
    func amount(_ key: String) throws -> Formula { try Formula(tree: tree.required(key)) }
    func payment(_ name: String, _ amount: Formula, as flow: Tree?) throws -> Scheme.Payment {
      Scheme.Payment(
        name: name,
        amount: amount,
        condition: condition,
        rounding: try Formula.rounding(tree["rounded"]),
        flow: try flow ?? tree.required("as")
      )
    }
    func payments(
      _ quantity: String,
      _ price: String,
      _ more: String,
      as flow: String
    ) throws -> [Scheme.Payment] {
      let product = Formula.product(try amount(quantity), try amount(price))
      var payments = [try payment(name, product, as: tree["as"] ?? .text(flow))]
      if tree[more] != nil {
        payments.append(try payment("\(name): \(more)", amount(more), as: .text("cost")))
      }
      return payments
    }
    switch kind {
    case "distribution": self = .distribution(try Scheme.Distribution(tree: tree))
    case "payment": self = .payments(name: name, [try payment(name, amount("each"), as: nil)])
    case "purchase":
      self = .payments(name: name, try payments("of", "at", "inputs", as: "business"))
    case "employment":
      self = .payments(name: name, try payments("work", "pay", "displaced", as: "wage"))
    default: self = try Self.allotment(name, tree, condition)
    }
  }
}

extension Scheme.Clause {
  /// A quantity, which is settled as a pot with one tier or as a payment, in whole units.
  private static func allotment(_ name: String, _ tree: Tree, _ condition: Formula) throws -> Self {
    let quantity = try Formula(tree: tree["each"] ?? tree.required("of"))
    let flow = Tree.text("quantity")
    guard let unit = quantity.unit else { throw Unread(what: "a quantity without a unit") }
    guard tree["each"] == nil else {
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
    let key = try Formula.key(tree.required("by"))
    let tier = Scheme.Tier(
      line: name,
      amount: .remainder,
      recipient: .households(
        key: key.formula,
        keyName: key.name,
        condition: condition,
        try Scheme.Sharing(tree: tree["apportioned"])
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
        isPerGaqa: tree["per"]?.text == "gaqa",
        source: nil,
        tiers: [tier],
        unit: unit
      )
    )
  }
}

extension Scheme.Sharing {
  init(tree: Tree?) throws {
    let rules = [
      "largest remainder": "largestRemainder", "first": "first", "last": "last",
      "carried forward": "carriedForward", "written off": "writtenOff",
    ]
    let (rate, residue) = (tree?["rate"], tree?["residue"])
    let rule = residue?.text ?? "largest remainder"
    let account = try residue?["postedTo"].map(Ledger.account)
    guard let word = account == nil ? rules[rule] : "posted" else {
      throw Unread(what: "a residue")
    }
    self.init(
      rounding: try Formula.rounding(rate ?? tree?["rounding"] ?? .text("down to fen")),
      isByRate: rate != nil,
      residue: word,
      account: account
    )
  }

  /// Whether a quantity may be shared so: in whole units, of which none goes to an account or a season after.
  var isOfUnits: Bool {
    rounding == ("down", 1) && residue != "posted" && residue != "carriedForward"
  }
}

extension Scheme.Distribution {
  init(tree: Tree) throws {
    name = try tree.required(text: "distribution")
    pot = try Formula(tree: tree.required("of"))
    rounding = try Formula.rounding(tree["rounded"])
    isPerGaqa = tree["per"]?.text == "gaqa"
    source = try tree["from"].map(Ledger.account)
    var tiers: [Scheme.Tier] = []
    var hasUnnamed = false
    for tier in try tree.required("tiers").list {
      let recipient = try Scheme.Recipient(tree: tier)
      let line: String
      switch (recipient, tier["named"]?.text) {
      case (.account(let account), _), (.gaqas(let account, _), _): line = account
      case (_, let tierName?): line = "\(name): \(tierName)"
      // The first tier without a name goes by the distribution's, later ones by their keys.
      case (.households(_, let key, _, _), nil) where hasUnnamed: line = "\(name): by \(key)"
      default: line = name
      }
      if recipient.account == nil && tier["named"] == nil { hasUnnamed = true }
      tiers.append(
        Scheme.Tier(
          line: line,
          amount: try Formula(tree: tier["each"] ?? tier.required("amount")),
          recipient: recipient,
          unlisted: try tier["for"].map(Formula.init(tree:)),
          flow: try recipient.account == nil ? tier.required("as") : .text("holding"),
          former: tier["takingOver"]?.text
        )
      )
    }
    self.tiers = tiers
  }
}

extension Scheme.Recipient {
  init(tree: Tree) throws {
    let condition = try Formula.condition(tree["where"])
    let key = try tree["by"].map(Formula.key)
    if tree["each"] != nil {
      let pool = try tree["from"].map { pool in
        (
          try Formula(tree: pool.required("amount")),
          pool["carriesUnspent"] == .bool(true),
          try pool["backstop"].map(Ledger.account)
        )
      }
      self = .claims(condition: condition, pool: pool)
    } else if let account = try tree["to"].map(Ledger.account) {
      self = key.map { .gaqas(account: account, key: $0.formula) } ?? .account(account)
    } else if let key {
      self = .households(
        key: key.formula,
        keyName: key.name,
        condition: condition,
        try Scheme.Sharing(tree: tree["apportioned"])
      )
    } else {
      throw Unread(what: "a recipient")
    }
  }
}

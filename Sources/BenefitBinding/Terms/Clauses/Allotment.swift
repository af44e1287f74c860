/// A quantity that is given to households in whole units: kilowatts of a solar station, places in a course,
/// animals, trees.
///
/// One quantity is shared among all as a pot of money is, or each household gets a quantity by itself. Later
/// clauses read the line by its unit:
///
/// ```swift
/// struct Station: Scheme {
///   let name = "Village solar station"
///   var clauses: [Clause] {
///     Allotment("capacity", of: "200 kW", by: .household)
///     Payment("solar income", each: .each(.yuan(600), per: .line("capacity", in: .kilowatt)), as: .property)
///   }
/// }
/// ```
///
/// What is allotted is no money: its ``Line`` is read by its quantities, it is neither income nor cost, and no
/// account and no ``Books`` hold any of it. A part of a unit is not allotted, and a quantity below zero gives
/// nothing; name a smaller unit where parts count. What nobody is eligible for, or has a weight for, stays in
/// the pot, and a ``Notice`` says so.
public struct Allotment: Hashable, Sendable {
  let name: String
  let quantity: QuantityFormula
  let condition: Condition

  /// The measure and the rule by which it is shared, or `nil` where each household gets its own.
  let sharing: Sharing?

  struct Sharing: Hashable, Sendable {
    let key: Key
    let apportionment: Apportionment
    let scope: Distribution.Scope
  }

  /// Describes a quantity that is shared among households.
  ///
  /// Whole units are handed out as ``Apportionment/exact`` or one with another ``Residue`` says; or what each
  /// gets, by itself or for each unit of the key, is rounded down and the rest is ``Residue/writtenOff``. Any
  /// other rule is refused when the scheme is settled.
  ///
  /// - Parameters:
  ///   - name: What it is called in statements, unlike any other line of the scheme.
  ///   - quantity: The formula of the whole; a part of a unit is left out.
  ///   - key: How entitlement is measured.
  ///   - condition: Who is eligible.
  ///   - apportionment: How parts are rounded and where odd units go; the fen stands for one unit.
  ///   - scope: Whether there is one quantity for all or one for each gaqa.
  public init(
    _ name: String,
    of quantity: QuantityFormula,
    by key: Key,
    where condition: Condition = .always,
    apportioned apportionment: Apportionment = .exact,
    per scope: Distribution.Scope = .members
  ) {
    self.name = name
    self.quantity = quantity
    self.condition = condition
    sharing = Sharing(key: key, apportionment: apportionment, scope: scope)
  }

  /// Describes a quantity that each household gets by itself.
  ///
  /// - Parameters:
  ///   - name: What it is called in statements, unlike any other line of the scheme.
  ///   - quantity: The formula of one household's quantity; a part of a unit is left out.
  ///   - condition: Who gets it.
  public init(_ name: String, each quantity: QuantityFormula, where condition: Condition = .always)
  {
    self.name = name
    self.quantity = quantity
    self.condition = condition
    sharing = nil
  }
}

extension Allotment {
  /// The unit that is allotted.
  var unit: Quantity.Unit { quantity.expression.requiredUnit }

  /// The clause that it is settled as: a pot with one tier, or a payment, whose formula is of a quantity.
  var settled: Clause {
    let (amount, rounding) = (Amount(quantity.expression), Rounding.down(to: .fen))
    guard let sharing else {
      return .payment(
        Payment(name, each: amount, where: condition, rounded: rounding, as: .quantity)
      )
    }
    return .distribution(
      Distribution(name, of: amount, rounded: rounding, per: sharing.scope) {
        Tier(
          .rest,
          by: sharing.key,
          where: condition,
          apportioned: sharing.apportionment,
          as: .quantity
        )
      }
    )
  }

  /// The problem that keeps it from being shared in whole units with nothing left in the books, or `nil`.
  var problem: Phrase? {
    guard let sharing else { return nil }
    if [sharing.key.expression, condition.expression].contains(where: \.readsPot) {
      return Phrase(
        en: "its key or condition reads the pot as money, but that is a quantity.",
        zh: "分配依据或条件把分配总额当作资金引用，而这里的分配总额是实物数量。"
      )
    }
    let (rounding, residue) = (sharing.apportionment.rounding, sharing.apportionment.residue)
    if rounding.step != .fen || rounding.direction != .down {
      return Phrase(
        en:
          "a quantity is shared in whole units: it is rounded down to the finest step, which is a unit, "
          + "and in no other way.",
        zh: "数量按整数单位分配，取整须舍去尾数到最细一级（即一个单位），不能用其他规则。"
      )
    }
    if residue.isHandedOut || residue == .writtenOff { return nil }
    return Phrase(
      en:
        "accounts and books hold money and no quantities, so that it has no odd units \(residue.english).",
      zh: "账户和结转账只记资金，不记数量，因此不能\(residue.chinese)。"
    )
  }
}

extension Expression {
  /// True if the formula reads the pot or what is left of it.
  fileprivate var readsPot: Bool { contains { $0 == .pot || $0 == .remainder } }
}

extension Derivation {
  /// The rule in English.
  var english: String {
    switch rule {
    case .formula(.choice(let condition, _, _)):
      "\(parts[1].english), as \(writer.formula(parts[0].value.isZero ? .not(condition) : condition))"
    case .formula(let expression), .given(let expression, _): writer.formula(expression)
    case .contribution(let money) where money.householdShare == .whole: "from \(money.source)"
    case .contribution(let money):
      "\(Figure(money.householdShare, .ratio)) of \(currency.text(money.amount ?? .zero)) from \(money.source)"
    case .named(let name): "\(name): \(parts[0].english)"
    case .isOne(let asked, let own): "\(writer.formula(asked)); it is \(own)"
    case .total(let expression, .gaqa): "\(writer.formula(expression)), for all gaqas"
    case .total(let expression, _): "\(writer.formula(expression)), for all members"
    case .others(_, nil, _): "of the others"
    case .others(let domain, let count?, let isRest):
      "of \(Plural.counted(count, isRest ? "other \(domain)" : "\(domain)"))"
    case .rounded(let rounding): "\(text(0)) rounded \(words(rounding))"
    case .notBelowZero:
      "\(text(0)) is below zero and \(isQuantity ? "gives" : "pays") nothing"
    case .drawn(let account) where parts[0].value == value:
      "\(writer.value(value)), drawn from \(account), which keeps \(writer.value(kept)) or more"
    case .drawn(let account):
      "\(text(0)), cut to the balance of \(account), which keeps \(writer.value(kept)) or more"
    case .roundedWithOthers: "\(text(0)) rounded with the other tiers"
    case .cutToRest where parts[0].value.numerator < 0:
      "\(text(0)) is below zero and takes nothing"
    case .cutToRest: "\(text(0)), cut to what was left"
    case .rest: "\(text(0)) - \(writer.value(taken)) that earlier tiers took"
    case .taken(let tier): "taken by \(tier)"
    case .withBroughtForward: "\(text(0)) + \(text(1)) \(parts[1].english)"
    case .broughtForward(let former):
      "brought forward" + (former.map { ", taking over \"\($0)\"" } ?? "")
    case .share(let sharing, _):
      "\(text(0)) x \(weightOverAll) by \(sharing.key)"
        + roundingInEnglish(sharing.apportionment)
    case .cutClaim:
      "\(text(2)), cut to its part of what was left: \(text(0)) x \(weightOverAll)"
        + roundingInEnglish(.exact)
    case .rate(let sharing, let left):
      "\(text(0)) / \(text(1)) by \(sharing.key) rounded "
        + "\(words(sharing.apportionment.rounding)), \(writer.value(left)) left, "
        + writer.residue(sharing.apportionment.residue, ofUnits: isQuantity)
    case .atRate(let sharing): "\(text(0)) x \(text(1)) by \(sharing.key)"
    case .nothing(let reason): "nothing, as \(reason.english)"
    }
  }

  private var writer: English { English(currency) }

  private func text(_ part: Int) -> String { writer.value(parts[part].value) }

  private func roundingInEnglish(_ apportionment: Apportionment) -> String {
    guard let (rounding, odd) = rounding(apportionment) else { return "" }
    let residue = writer.residue(apportionment.residue, ofUnits: isQuantity)
    return ", \(words(rounding))" + (odd.map { " + \(writer.value($0)), \(residue)" } ?? "")
  }

  private func words(_ rounding: Rounding) -> String {
    writer.rounding(rounding, ofUnits: isQuantity)
  }
}

extension Derivation.Reason {
  fileprivate var english: String {
    switch self {
    case .notMember: "the household is not a member"
    case .notEligible: "the household is not eligible"
    case .noWeight(let key): "the household has no weight by \(key)"
    case .noClaim: "the household has no claim"
    case .nothingToShare: "there was nothing to share"
    case .overpaid: "rounding overpaid earlier pots by more"
    }
  }
}

extension English {
  /// A value with the unit of a quantity, but not of money.
  func value(_ value: Derivation.Value) -> String { value.text(in: .english, of: currency) }
}

extension Derivation {
  /// The rule in English.
  var english: String {
    switch rule {
    case .formula(.choice(let condition, _, _)):
      "\(parts[1].english), as \(writer.formula(parts[0].value.isZero ? .not(condition) : condition))"
    case .formula(let expression), .given(let expression, _): writer.formula(expression)
    case .contribution(let money) where money.householdShare == .whole: "from \(money.source)"
    case .contribution(let money):
      "\(Figure(money.householdShare, .ratio)) of \(money.amount ?? .zero) from \(money.source)"
    case .named(let name): "\(name): \(parts[0].english)"
    case .isOne(let asked, let own): "\(writer.formula(asked)); it is \(own)"
    case .total(let expression, .gaqa): "\(writer.formula(expression)), for all gaqas"
    case .total(let expression, _): "\(writer.formula(expression)), for all members"
    case .others(_, nil, _): "of the others"
    case .others(let domain, let count?, let isRest):
      "of \(Plural.counted(count, isRest ? "other \(domain)" : "\(domain)"))"
    case .rounded(let rounding): "\(parts[0].value) rounded \(words(rounding))"
    case .notBelowZero:
      "\(parts[0].value) is below zero and \(isQuantity ? "gives" : "pays") nothing"
    case .drawn(let account) where parts[0].value == value:
      "\(value), drawn from \(account), which keeps \(kept) or more"
    case .drawn(let account):
      "\(parts[0].value), cut to the balance of \(account), which keeps \(kept) or more"
    case .roundedWithOthers: "\(parts[0].value) rounded with the other tiers"
    case .cutToRest where parts[0].value.numerator < 0:
      "\(parts[0].value) is below zero and takes nothing"
    case .cutToRest: "\(parts[0].value), cut to what was left"
    case .rest: "\(parts[0].value) - \(taken) that earlier tiers took"
    case .taken(let tier): "taken by \(tier)"
    case .withBroughtForward: "\(parts[0].value) + \(parts[1].value) \(parts[1].english)"
    case .broughtForward(let former):
      "brought forward" + (former.map { ", taking over \"\($0)\"" } ?? "")
    case .share(let sharing, _):
      "\(parts[0].value) x \(weightOverAll) by \(sharing.key)"
        + roundingInEnglish(sharing.apportionment)
    case .cutClaim:
      "\(parts[2].value), cut to its part of what was left: \(parts[0].value) x \(weightOverAll)"
        + roundingInEnglish(.exact)
    case .rate(let sharing, let left):
      "\(parts[0].value) / \(parts[1].value) by \(sharing.key) rounded "
        + "\(words(sharing.apportionment.rounding)), \(left) left, "
        + writer.residue(sharing.apportionment.residue, ofUnits: isQuantity)
    case .atRate(let sharing): "\(parts[0].value) x \(parts[1].value) by \(sharing.key)"
    case .nothing(let reason): "nothing, as \(reason.english)"
    }
  }

  private var writer: English { English(currency) }

  private func roundingInEnglish(_ apportionment: Apportionment) -> String {
    guard let (rounding, odd) = rounding(apportionment) else { return "" }
    let residue = writer.residue(apportionment.residue, ofUnits: isQuantity)
    return ", \(words(rounding))" + (odd.map { " + \($0), \(residue)" } ?? "")
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

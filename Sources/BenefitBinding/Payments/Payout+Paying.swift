extension Settlement {
  /// Pays a line with the cash there is.
  ///
  /// - Parameters:
  ///   - name: The line, as ``line(_:of:)`` finds it.
  ///   - scheme: The scheme it belongs to; may be left out where one scheme alone has such a line.
  ///   - cash: What there is to pay with, zero or more.
  ///   - rule: What becomes of what is not paid.
  ///   - earlier: The last payout of the season before, whose arrears are still owed. Households that the
  ///     register does not hold are not paid here; what they are owed stays owed until a payout for a
  ///     register that holds them again, or lapses as this season's does.
  /// - Returns: The payout, which ``Payout/followed(by:)`` goes on with.
  /// - Throws: ``BenefitError`` where the line is not found or gives households nothing that can be
  ///   paid, the cash is below zero, or the earlier payout is of another line, of the same season or in
  ///   another currency.
  /// - Complexity: O(n log n) for n households.
  public func payout(
    of name: String,
    of scheme: String? = nil,
    with cash: Money,
    arrears rule: Payout.Arrears,
    after earlier: Payout? = nil
  ) throws(BenefitError) -> Payout {
    let (line, claim) = try payable(name, of: scheme)
    if let earlier { try claim.check(after: earlier.claim) }
    var arrears = earlier?.owed ?? [:]
    let coming = try zip(register.ids, line.fen).map { (household, due) throws(BenefitError) in
      let (sum, overflowed) =
        due
        .addingReportingOverflow(arrears.removeValue(forKey: household) ?? 0)
      guard !overflowed else {
        let found = Phrase(
          en: "what it is owed is more than 64 bits can hold.",
          zh: "应付给该户的金额过大，超出 64 位。"
        )
        throw BenefitError(.overflow, at: .household(household), found: found)
          .within(claim.places)
      }
      return sum
    }
    return try Payout(
      claim,
      rule,
      with: cash,
      to: register.ids,
      coming: coming,
      absent: NamedColumn(rule == .cumulative ? arrears : [:])
    )
  }
}

extension Settlement {
  /// The line of a name and the claim on it, where it is one that is paid to households.
  func payable(
    _ name: String,
    of scheme: String?
  ) throws(BenefitError) -> (line: Line, claim: Payout.Claim) {
    let line = try line(name, of: scheme)
    let claim = claim(on: line)
    switch line.flow {
    case .wage, .business, .property, .transfer, .addition, .recovery: break
    case .quantity: throw BenefitError(.notPayable, found: .isQuantity).within(claim.places)
    default:
      let found = Phrase(
        en: "the line is a \(line.flow), which nobody pays to households.",
        zh: "该项目属于\(line.flow.text(in: .simplifiedChinese))，不向各户发放。"
      )
      throw BenefitError(.notPayable, found: found).within(claim.places)
    }
    if let row = line.fen.firstIndex(where: { $0 < 0 }) {
      let found = Phrase(
        en: "it owes \(line[row]); nobody pays it.",
        zh: "该户应得 \(line[row])，低于零，无法发放。"
      )
      throw BenefitError(.notPayable, at: .household(register.ids[row]), found: found)
        .within(claim.places)
    }
    return (line, claim)
  }

  /// The claim on a line of this settlement.
  func claim(on line: Line) -> Payout.Claim {
    Payout.Claim(season: season.name, scheme: line.scheme, line: line.name, currency: currency)
  }
}

extension Phrase {
  static let isQuantity = Self(
    en: "the line is a quantity and no money, which nobody pays.",
    zh: "该项目属于实物数量，不是资金，不能发放。"
  )
}

extension Payout.Claim {
  /// Refuses to follow the payout of another line, of the same season, or in another currency.
  fileprivate func check(after earlier: Self) throws(BenefitError) {
    guard (earlier.scheme, earlier.line) == (scheme, line) else {
      let line = StandardLine.words(earlier.line, in: .simplifiedChinese)
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en: "the payout before is of \"\(earlier.line)\" of \"\(earlier.scheme)\".",
          zh: "前一次发放是「\(earlier.scheme)」的「\(line)」。"
        ),
        advice: Phrase(en: "Give the last one of this line.", zh: "请提供本项目的最后一次发放。")
      )
      .within(places)
    }
    try currency.requireSame(
      as: earlier.currency,
      of: Phrase(en: "the payout is", zh: "本次发放"),
      and: Phrase(en: "the one before", zh: "前一次发放"),
      at: places
    )
    guard earlier.season != season else {
      throw BenefitError(
        .mismatch,
        found: Phrase(en: "the payout before is of the same season.", zh: "前一次发放属于同一期间。"),
        advice: Phrase(
          en: "Pay on what it still owes by followed(by:).",
          zh: "请用 followed(by:) 续发尚欠部分。"
        )
      )
      .within(places)
    }
  }
}

extension Payout {
  /// A further payout of what this one left owed, for the same season.
  ///
  /// - Parameter cash: What there is to pay with, zero or more.
  /// - Returns: The payout; what it does not need of the cash is ``left``.
  /// - Throws: ``BenefitError`` where the cash is below zero.
  /// - Complexity: O(n) for n households, on average.
  public func followed(by cash: Money) throws(BenefitError) -> Payout {
    try Payout(
      claim,
      rule,
      with: cash,
      to: households,
      coming: households.indices.map(owing),
      before: households.indices.map { paidInAll(at: $0).fen },
      absent: absent
    )
  }
}

extension Payout {
  /// The amount still owed to each household that is owed anything, in fen.
  fileprivate var owed: [Household.ID: Int64] {
    let own = zip(households, households.indices.map(owing))
    let all = Array(own) + zip(absent.names, absent.values)
    return Dictionary(uniqueKeysWithValues: all.filter { $0.1 != 0 })
  }
}

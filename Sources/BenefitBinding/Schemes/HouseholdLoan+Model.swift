extension HouseholdLoan: NamedModel {
  enum CodingKeys: CodingKey {
    case name, members, principal, coupon, couponAmount, retained, returns, interest, subsidised
    case interestDue, principalDue, recovered, retainedEarns, liability
  }

  static let model = "household loan"

  init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      name: parts[.name],
      members: parts[.members, or: .always],
      principal: parts[.principal, or: .fact(.loanPrincipal)],
      use: Self.use(in: parts),
      interest: parts[.interest, or: .fact(.interestRate)],
      subsidised: parts[.subsidised, or: .zero],
      interestDue: parts[ifPresent: .interestDue],
      principalDue: parts[ifPresent: .principalDue],
      recovered: parts[.recovered, or: .fact(.recoveredPrincipal)],
      retainedEarns: parts[.retainedEarns, or: false],
      liability: parts[ifPresent: .liability]
    )
  }

  /// The use of the loan: it earns a coupon, which is a rate or an amount, or returns at home.
  private static func use(in parts: StoredParts<CodingKeys>) throws -> Use {
    let retained: Rate? = try parts[ifPresent: .retained]
    let uses: [Use?] = try [
      (parts[ifPresent: .coupon] as Rate?).map { .lentOn(coupon: $0, retained: retained ?? .zero) },
      (parts[ifPresent: .couponAmount] as Amount?).map {
        .lentOnFor(coupon: $0, retained: retained ?? .zero)
      },
      retained == nil ? (parts[ifPresent: .returns] as Amount?).map { .atHome(returns: $0) } : nil,
    ]
    let stated = uses.compactMap(\.self)
    if stated.count == 1 { return stated[0] }
    throw BenefitError(
      .mismatch,
      found: Phrase(
        en: "A loan is put to one use: it earns a coupon or returns at home.",
        zh: "一笔贷款只能有一种用途：取得固定收益，或者自用取得收益。"
      ),
      advice: Phrase(
        en:
          "Give coupon (a rate) or couponAmount, of which a part may be retained, or returns alone.",
        zh: "请填写「coupon」（比例）或「couponAmount」（金额），二者可另填「retained」；或者只填「returns」。"
      )
    )
  }
}

extension LoanSchedule: Codable, StoredInParts {
  package enum CodingKeys: CodingKey {
    case principal, rate, periods, repayment, isPaidInAdvance, grace, graceInterest, balloon,
      accrual
    case subsidy, rounding
  }

  /// Decodes the terms and works the rows out anew.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      of: parts[.principal],
      at: parts[.rate],
      over: parts[.periods],
      repaid: parts[.repayment],
      inAdvance: parts[ifPresent: .isPaidInAdvance] ?? false,
      grace: parts[ifPresent: .grace] ?? 0,
      graceInterest: parts[ifPresent: .graceInterest] ?? .paid,
      balloon: parts[ifPresent: .balloon] ?? .zero,
      accruing: parts[ifPresent: .accrual] ?? .byPeriod,
      subsidy: parts[ifPresent: .subsidy] ?? .none,
      rounded: parts[.rounding]
    )
  }

  /// Encodes the terms, of which the rows follow.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(principal, forKey: .principal)
    try container.encode(rate, forKey: .rate)
    try container.encode(periods, forKey: .periods)
    try container.encode(repayment, forKey: .repayment)
    try container.encode(isPaidInAdvance, forKey: .isPaidInAdvance)
    try container.encode(grace, forKey: .grace)
    try container.encode(graceInterest, forKey: .graceInterest)
    try container.encode(balloon, forKey: .balloon)
    try container.encode(accrual, forKey: .accrual)
    try container.encode(subsidy, forKey: .subsidy)
    try container.encode(rounding, forKey: .rounding)
  }
}

public import BenefitBinding

/// The signs in the numbers that an auditor would ask about and look into.
///
/// A finding accuses nobody. It says which rule fired, on what exact figures, and what to check. The
/// rules are listed in ``Rule`` and their numbers in ``Thresholds``; each number can be changed, and each
/// rule left out.
///
/// ```swift
/// var audit = Audit()
/// audit.examine(settlement)
/// audit.examine(PublishedFigure("dividends paid", "125,000", in: "yuan"), follows: 127 * 1_000)
/// for finding in audit.findings { print(finding) }
/// print(audit.table().text)
/// ```
///
/// Findings stand in one order, whatever was examined first, and the same finding stands there once.
public struct Audit: Hashable, Codable, Sendable {
  /// The thresholds of the rules, which hold for whatever is examined from now on.
  public var thresholds: Thresholds

  /// The rules that are left out of whatever is examined from now on.
  public var without: [Rule]

  /// The currency of all money that is examined.
  public let currency: Currency

  /// The findings: the most severe first, then by rule, subject, evidence and advice.
  public private(set) var findings: [Finding] = []

  /// Creates an audit that has examined nothing yet.
  ///
  /// - Parameters:
  ///   - thresholds: The thresholds of the rules.
  ///   - without: The rules to leave out.
  ///   - currency: The currency of all money that is examined.
  public init(
    by thresholds: Thresholds = Thresholds(),
    without: [Rule] = [],
    in currency: Currency = .yuan
  ) {
    self.thresholds = thresholds
    self.without = without
    self.currency = currency
  }

  /// Adds findings, such as those of a rule of your own; all their money is in the currency of the audit.
  ///
  /// - Complexity: O(n log n) for n findings in all.
  public mutating func add(_ new: [Finding]) {
    if new.isEmpty { return }
    let new = new.map { $0.denominated(in: currency) }
    var kept: [Finding] = []
    for finding in (findings + new).sorted(by: { $0.precedes($1) }) where finding != kept.last {
      kept.append(finding)
    }
    findings = kept
  }

  /// Adds what the rules found, but for those that are left out.
  mutating func report(_ found: [Finding?]) {
    add(found.compactMap(\.self).filter { !without.contains($0.rule) })
  }

  /// Stops where something that is examined is in another currency than the audit.
  ///
  /// - Parameters:
  ///   - other: The currency of what is examined.
  ///   - subject: What it is, with its verb.
  func requireCurrency(_ other: Currency, of subject: String = "The settlement is") {
    require(
      other == currency,
      "\(subject) in \(other.units) and the audit in \(currency.units). "
        + "Create the audit in the same currency."
    )
  }

  /// Asks what a settlement shows by itself.
  ///
  /// The rules: the yield on the stake, fixed coupons, how concentrated benefits are, the part of the
  /// poor, households counted more than once, links without a claim, and debts left with households.
  ///
  /// ```swift
  /// // A risk fund answers for 300,000 yuan of the loans.
  /// audit.examine(settlement, cover: ["Citrus loans": .yuan(300_000)])
  /// ```
  ///
  /// - Parameters:
  ///   - settlement: What every household is owed.
  ///   - cover: What a risk fund, a guarantor or an insurance answers for, by the scheme whose debts
  ///     it covers.
  ///   - years: The length of the season in years; yields are those of a year, in proportion.
  /// - Precondition: The length is above zero, and the settlement is in the currency of the audit.
  /// - Complexity: O(n · l + s · n log n) for n households, l lines and s schemes.
  public mutating func examine(
    _ settlement: Settlement,
    cover: [String: Money] = [:],
    years: Ratio = 1
  ) {
    requireCurrency(settlement.currency)
    require(years > .zero, "A season of \(years) years has no yield.")
    let returns = StakeReturn.all(in: settlement, years: years)
    let benefits = SchemeBenefit.all(in: settlement)
    let register = settlement.register
    report(
      returns.flatMap { [stakeYield($0), fixedCoupon($0)] }
        + benefits.flatMap { benefit in
          [
            concentration(benefit.amounts, .scheme(benefit.terms.name)),
            poorShare(benefit, register),
          ]
        }
        + [doubleCounting(benefits)]
        + settlement.schemes.flatMap { terms in
          [
            missingClaim(terms, settlement), debtLeft(terms, settlement, cover[terms.name]),
          ]
        }
    )
  }
}

extension Audit {
  /// Decodes an audit and puts its findings in order.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      by: try container.decode(Thresholds.self, forKey: .thresholds),
      without: try container.decode([Rule].self, forKey: .without),
      in: try container.decodeIfPresent(Currency.self, forKey: .currency) ?? .yuan
    )
    add(try container.decode([Finding].self, forKey: .findings))
  }
}

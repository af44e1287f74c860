/// Visitors bring a village income: households supply produce, work, and share the takings.
///
/// ```swift
/// let tourism = Tourism(
///   name: "Hashatu village tourism",
///   produce: [
///     Purchase(
///       "Vegetables", of: .measure(.produceDelivered), at: .fact(.marketPrice),
///       inputs: .each("0.40", per: .measure(.produceDelivered)))
///   ],
///   jobs: [
///     Employment("Catering and cleaning", work: .measure(.monthsWorked), pay: .yuan(2_000))
///   ],
///   takings: .fraction(.percent(7), of: .fact(.takings)),
///   takingsKey: .household)
/// ```
///
/// Lines: one for each produce (business income) and its inputs (a cost), one for each kind of job
/// (wage income) and what it displaces (a cost), and `share of takings` (property income).
///
/// Source: the model of poverty alleviation through tourism, Ordos propaganda department, Xinhua
/// Silk Road, 2017-09-10.
public struct Tourism: Scheme, Hashable {
  /// The name of the scheme.
  public let name: String

  /// The households that take part.
  public let members: Condition

  /// The contributions and their sources; they pay for the undertaking and give no household a
  /// stake here.
  public let funding: Funding

  let produce: [Purchase]
  let jobs: [Employment]
  let takings: Amount?
  let takingsKey: Key
  let apportionment: Apportionment

  /// Describes a tourism scheme.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - funding: Who put in what.
  ///   - produce: What households grow or make for visitors.
  ///   - jobs: The work that visitors bring.
  ///   - takings: The formula of the households' part of the takings.
  ///   - takingsKey: How that part is shared.
  ///   - apportionment: How it is rounded and where the odd fen goes.
  public init(
    name: String,
    members: Condition = .always,
    funding: Funding = [],
    produce: [Purchase] = [],
    jobs: [Employment] = [],
    takings: Amount? = nil,
    takingsKey: Key = .household,
    apportionment: Apportionment = .exact
  ) {
    self.name = name
    self.members = members
    self.funding = funding
    self.produce = produce
    self.jobs = jobs
    self.takings = takings
    self.takingsKey = takingsKey
    self.apportionment = apportionment
  }

  /// The purchases, the jobs and the share of the takings.
  public var clauses: [Clause] {
    for purchase in produce { purchase }
    for job in jobs { job }
    if let takings {
      Distribution("share of takings", of: takings) {
        Tier(.rest, by: takingsKey, apportioned: apportionment, as: .property)
      }
    }
  }
}

extension Tourism: NamedModel {
  enum CodingKeys: CodingKey {
    case name, members, funding, produce, jobs, takings, takingsKey, apportionment
  }

  static let model = "tourism"

  init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      name: parts[.name],
      members: parts[.members, or: .always],
      funding: parts[.funding, or: []],
      produce: parts[.produce, or: []],
      jobs: parts[.jobs, or: []],
      takings: parts[ifPresent: .takings],
      takingsKey: parts[.takingsKey, or: .household],
      apportionment: parts[.apportionment, or: .exact]
    )
  }
}

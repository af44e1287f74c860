/// The money lent to a household whose loans nobody settles.
struct LoanSetAside: Hashable, Codable, Sendable {
  let borrower: Household.ID
  let lent: Money
}

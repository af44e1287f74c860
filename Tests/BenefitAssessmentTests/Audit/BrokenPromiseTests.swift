import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct BrokenPromiseTests {
  private func finding(_ promised: Money, _ owed: Money?, _ paid: Money) -> Audit.Finding? {
    Audit.findings { $0.examine("dividend", promised: promised, owed: owed, paid: paid) }.first
  }

  // Yan'an Daily, 2018; the year may have been a part of one.
  @Test func `Huangling paid 3,500 of 4,000 yuan`() {
    #expect(
      finding(.yuan(4_000), nil, .yuan(3_500))?.description
        == "medium, promised and paid, claim dividend: promised: 4,000.00 yuan; paid: 3,500.00 yuan; "
        + "part paid: 87.50 %. Check when the rest is paid and what the households were told."
    )
  }

  @Test func `Less than half of what is due is high, less than all medium`() {
    #expect(finding(.yuan(100), .yuan(100), .yuan(100)) == nil)
    #expect(finding(.yuan(100), .yuan(100), "99.99")?.severity == .medium)
    #expect(finding(.yuan(100), .yuan(100), .yuan(50))?.severity == .medium)
    #expect(finding(.yuan(100), .yuan(100), "49.99")?.severity == .high)
    #expect(finding(.yuan(100), nil, .zero)?.severity == .high)
    #expect(finding(.zero, nil, .zero) == nil)
    // What is owed counts, not what was promised.
    #expect(finding(.yuan(1_000), .yuan(100), .yuan(60))?.severity == .medium)
    #expect(finding(.yuan(100), .yuan(1_000), .yuan(100))?.severity == .high)
  }

  @Test func `A promise that the terms do not make owed is low`() {
    let finding = finding(.yuan(101), .yuan(100), .yuan(100))
    #expect(finding?.severity == .low)
    #expect(
      finding?.advice.description
        == "Check on what the promise was founded; the terms make less of it owed."
    )
  }

  // MARK: - Household by household

  /// A dividend of so many yuan to each household.
  private func dividend(_ owed: [Int64]) throws -> Settlement {
    let register = try Register(
      owed.enumerated().map { index, owed in
        Household(
          "H\(index)",
          gaqa: "A",
          persons: 1,
          measures: [.shares: Quantity(owed, .share)]
        )
      }
    )
    let terms = Terms(name: "shares") {
      Payment(
        "dividend",
        each: .each(.yuan(1), per: .measure(.shares)),
        as: .property
      )
    }
    return try terms.settle(Season(2016), for: register)
  }

  /// What is found where households were promised and are owed so much and the cash is shared by
  /// other entitlements.
  private func finding(
    promised: [Int64],
    owed: [Int64],
    cash: Int64,
    sharedBy entitlements: [Int64]? = nil
  ) throws -> Audit.Finding? {
    let settlement = try dividend(owed)
    let payout = try dividend(entitlements ?? owed)
      .payout(of: "dividend", with: .yuan(cash), arrears: .cumulative)
    let promises = Dictionary(
      uniqueKeysWithValues: zip(settlement.register.map(\.id), promised.map(Money.yuan))
    )
    let fulfilment = try settlement.fulfilment(of: "dividend", promised: promises, paid: payout)
    return Audit.findings { $0.examine(fulfilment) }.first
  }

  @Test func `A fulfilment shows how many households wait and for how much`() throws {
    #expect(try finding(promised: [100, 100, 50], owed: [100, 100, 50], cash: 250) == nil)
    let finding = try finding(promised: [200, 100, 50], owed: [100, 100, 0], cash: 150)
    #expect(
      finding?.description
        == "medium, promised and paid, claim dividend: promised: 350.00 yuan; owed: 200.00 yuan; paid: "
        + "150.00 yuan; arrears: 50.00 yuan; paid too little: 2 households; promised too much: 2 "
        + "households; part paid: 75.00 %. Check when the rest is paid and what the households were "
        + "told."
    )
    let note = try self.finding(promised: [99, 101], owed: [100, 100], cash: 200)
    #expect(note?.severity == .low)
    #expect(try self.finding(promised: [100], owed: [100], cash: 49)?.severity == .high)
  }

  @Test func `What one household got too much makes up for no other`() throws {
    let finding = try finding(
      promised: [100, 100],
      owed: [100, 100],
      cash: 200,
      sharedBy: [150, 50]
    )
    #expect(finding?.severity == .medium)
    #expect(finding?.value("paid") == .money(.yuan(200)))
    #expect(finding?.value("arrears") == .money(.yuan(50)))
    #expect(finding?.value("part paid") == .ratio("75%"))
  }
}

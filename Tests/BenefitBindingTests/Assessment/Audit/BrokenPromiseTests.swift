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
        == "mild, promised and paid, claim dividend: promised: 4,000.00 yuan; paid: 3,500.00 yuan; "
        + "part paid: 87.50 %. Check when the rest is paid and what the households were told."
    )
  }

  @Test func `Less than half of what is due is grave, less than all mild`() {
    #expect(finding(.yuan(100), .yuan(100), .yuan(100)) == nil)
    #expect(finding(.yuan(100), .yuan(100), "99.99")?.severity == .mild)
    #expect(finding(.yuan(100), .yuan(100), .yuan(50))?.severity == .mild)
    #expect(finding(.yuan(100), .yuan(100), "49.99")?.severity == .grave)
    #expect(finding(.yuan(100), nil, .zero)?.severity == .grave)
    #expect(finding(.zero, nil, .zero) == nil)
    // What is owed counts, not what was promised.
    #expect(finding(.yuan(1_000), .yuan(100), .yuan(60))?.severity == .mild)
    #expect(finding(.yuan(100), .yuan(1_000), .yuan(100))?.severity == .grave)
  }

  @Test func `A promise that the terms do not make owed is a note`() {
    let finding = finding(.yuan(101), .yuan(100), .yuan(100))
    #expect(finding?.severity == .note)
    #expect(
      finding?.advice
        == "Check on what the promise was founded; the terms make less of it owed."
    )
  }
}

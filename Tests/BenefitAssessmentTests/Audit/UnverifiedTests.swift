import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct UnverifiedTests {
  private func finding(
    _ reported: Quantity,
    _ verified: Quantity?,
    _ rules: Audit.Rules = Audit.Rules()
  ) -> Audit.Finding? {
    Audit.findings(by: rules) {
      $0.examine("chicks handed out", reported: reported, verified: verified)
    }.first
  }

  // Poverty relief office of Zhijin, 2007.
  @Test func `Of 28,400 chicks 15,900 never existed`() {
    #expect(
      finding("28,400 head", "12,500 head")?.description
        == "grave, verification, claim chicks handed out: reported: 28,400 head; found: 12,500 head; "
        + "missing: 15,900 head; part missing: 55.99 %. Check whether what is missing was ever "
        + "delivered and who signed for it."
    )
  }

  @Test func `Nobody having looked is a note`() {
    #expect(
      finding("28,400 head", nil)?.description
        == "note, verification, claim chicks handed out: reported: 28,400 head. Check the quantity on "
        + "the spot; nobody has."
    )
  }

  @Test func `A tenth missing is grave, less is mild and nothing is silent`() {
    #expect(finding("100 t", "100 t") == nil)
    #expect(finding("100 t", "99.999 t")?.severity == .mild)
    #expect(finding("100 t", "90.001 t")?.severity == .mild)
    #expect(finding("100 t", "90 t")?.severity == .grave)
    #expect(finding("0 t", "0 t") == nil)

    var rules = Audit.Rules()
    rules.unverified?.tolerated = "3%"
    #expect(finding("100 t", "97 t", rules) == nil)
    #expect(finding("100 t", "96.999 t", rules)?.severity == .mild)
  }

  @Test func `More found than reported is a note`() {
    #expect(finding("100 t", "100.001 t")?.severity == .note)
    #expect(finding("0 t", "1 t")?.advice == "Check why more was found than reported.")
  }
}

import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct UnverifiedTests {
  private func finding(
    _ reported: Quantity,
    _ verified: Quantity?,
    _ thresholds: Audit.Thresholds = Audit.Thresholds()
  ) -> Audit.Finding? {
    Audit.findings(by: thresholds) {
      $0.examine("chicks handed out", reported: reported, verified: verified)
    }.first
  }

  // Poverty relief office of Zhijin, 2007.
  @Test func `Of 28,400 chicks 15,900 never existed`() {
    #expect(
      finding("28,400 head", "12,500 head")?.description
        == "high, verification, claim chicks handed out: reported: 28,400 head; found: 12,500 head; "
        + "missing: 15,900 head; part missing: 55.99 %. Check whether what is missing was ever "
        + "delivered and who signed for it."
    )
  }

  @Test func `Nobody having looked is low`() {
    #expect(
      finding("28,400 head", nil)?.description
        == "low, verification, claim chicks handed out: reported: 28,400 head. Check the quantity on "
        + "the spot; nobody has."
    )
  }

  @Test func `A tenth missing is high, less is medium and nothing is silent`() {
    #expect(finding("100 t", "100 t") == nil)
    #expect(finding("100 t", "99.999 t")?.severity == .medium)
    #expect(finding("100 t", "90.001 t")?.severity == .medium)
    #expect(finding("100 t", "90 t")?.severity == .high)
    #expect(finding("0 t", "0 t") == nil)

    var thresholds = Audit.Thresholds()
    thresholds.missing = "3%"..."10%"
    #expect(finding("100 t", "97 t", thresholds) == nil)
    #expect(finding("100 t", "96.999 t", thresholds)?.severity == .medium)
  }

  @Test func `More found than reported is low`() {
    #expect(finding("100 t", "100.001 t")?.severity == .low)
    #expect(
      finding("0 t", "1 t")?.advice.description == "Check why more was found than reported."
    )
  }
}

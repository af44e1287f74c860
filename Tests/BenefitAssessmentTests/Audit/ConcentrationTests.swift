import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct ConcentrationTests {
  private func finding(_ amounts: [Money], _ thresholds: Audit.Thresholds = Audit.Thresholds())
    -> Audit.Finding?
  {
    Audit.findings(by: thresholds) { $0.examine(amounts: amounts, of: "benefit") }.first
  }

  /// One amount and 19 equal ones that are a hundred yuan together with it, two of twenty being a tenth.
  private func amounts(_ first: Int64) -> [Money] {
    [Money(fen: first)] + Array(repeating: Money(fen: 1_900), count: 19)
  }

  // Highest and lowest reward of Xijiang, both halves of 2012.
  @Test func `Xijiang's highest reward is thirty-four times its lowest`() {
    let finding = finding(["18,086.70", "522.50"])
    #expect(finding?.severity == .medium)
    #expect(
      finding?.description
        == "medium, concentration, claim benefit: recipients: 2 households; largest: 18,086.70 yuan; "
        + "smallest: 522.50 yuan; largest by smallest: 34.62 times. Check who the largest recipients "
        + "are and by which rule they get so much more."
    )
  }

  // CNTV, 2015: 712 members of a peanut cooperative, 90 yuan for most and about 100,000 for founders.
  @Test func `The founders of a cooperative take nine tenths`() {
    let members = Array(repeating: Money.yuan(90), count: 707)
    let finding = finding(members + Array(repeating: .yuan(100_000), count: 5))
    #expect(finding?.severity == .high)
    #expect(finding?.value("largest recipients") == .count(71, of: "households"))
    #expect(finding?.value("their part of the benefit") == .ratio(Ratio(505_940, 563_630)))
  }

  @Test func `An even split is silent, for any number of recipients`() {
    for count in 0...40 {
      #expect(finding(Array(repeating: .yuan(100), count: count)) == nil)
    }
  }

  @Test func `A threshold is passed by more than it`() {
    var thresholds = Audit.Thresholds()
    thresholds.spread = 1_000
    // (x + 1,900) / (x + 36,100) is 3/10 at x = 12,757.1… and 1/2 at 32,300.
    #expect(finding(amounts(12_757), thresholds) == nil)
    #expect(finding(amounts(12_758), thresholds)?.severity == .medium)
    #expect(finding(amounts(32_300), thresholds)?.severity == .medium)
    #expect(finding(amounts(32_301), thresholds)?.severity == .high)

    #expect(finding(["10.00", "1.00"]) == nil)
    #expect(finding(["10.01", "1.00"])?.severity == .medium)
  }

  @Test func `A group of less than one recipient is nobody`() {
    var amounts = [Money](repeating: .yuan(1), count: 8) + [.yuan(9)]
    #expect(finding(amounts) == nil)
    amounts.append(.yuan(1))
    #expect(finding(amounts)?.severity == .medium)
  }

  @Test func `Who gets nothing is no recipient`() {
    let nobody = [Money](repeating: .zero, count: 100)
    #expect(finding(nobody) == nil)
    #expect(finding(nobody + [.yuan(5), .yuan(5)]) == nil)
  }

  @Test func `Each scheme of a settlement is looked at by itself`() throws {
    let even = Terms(name: "even") { Payment("grant", each: .yuan(1), as: .transfer) }
    let uneven = Terms(name: "uneven") {
      Payment("rent", each: .each(.yuan(1), per: .measure(.landArea)), as: .property)
      // A cost or a stake is no benefit.
      Payment("stake", each: .yuan(1_000), as: .holding)
    }
    let register = try Register(
      (10..<30).map {
        Household(
          "\($0)",
          gaqa: "A",
          persons: 1,
          measures: [.landArea: $0 == 20 ? "99 mu" : "1 mu"]
        )
      }
    )
    let settlement = try Programme("all") {
      even
      uneven
    }.settle(Season(2016), for: register)
    let findings = Audit.findings { $0.examine(settlement) }.of(.concentration)
    #expect(findings.map(\.subject) == [.scheme("uneven")])
    #expect(findings.first?.value("their part of the benefit") == .ratio(Ratio(100, 118)))
  }
}

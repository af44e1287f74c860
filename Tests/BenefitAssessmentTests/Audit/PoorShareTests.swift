import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct PoorShareTests {
  private func severity(_ poor: Int64, of all: Int64) -> Audit.Severity? {
    Audit.findings {
      $0.examine("grant", poor: .count(poor, of: "head"), all: .count(all, of: "head"))
    }.first?.severity
  }

  // National Audit Office, 2016: loans of Xundian in 2015.
  @Test func `Half of Xundian's subsidised loans reached the registered poor`() {
    let findings = Audit.findings {
      $0.examine(
        "subsidised loans of Xundian",
        poor: .money(.yuan(34_330_000)),
        all: .money(.yuan(65_600_000))
      )
    }
    #expect(
      findings.map(\.description) == [
        "medium, part of the poor, claim subsidised loans of Xundian: to the poor: 34,330,000.00 yuan; "
          + "in all: 65,600,000.00 yuan; part of the poor: 52.33 %. Check who else benefits and "
          + "whether the money was meant for the registered poor."
      ]
    )
  }

  // Ordos government, 2020: cattle of a reclamation project.
  @Test func `A sixth of Jungar's cattle went to poor households`() {
    let findings = Audit.findings {
      $0.examine("cattle", poor: .quantity("151 head"), all: .quantity("856 head"))
    }
    #expect(findings.first?.severity == .high)
    #expect(findings.first?.value("part of the poor") == .ratio(Ratio(151, 856)))
  }

  @Test func `A part is too small below its threshold`() {
    #expect(severity(60, of: 100) == nil)
    #expect(severity(599, of: 1_000) == .medium)
    #expect(severity(30, of: 100) == .medium)
    #expect(severity(299, of: 1_000) == .high)
    #expect(severity(0, of: 1) == .high)
    #expect(severity(0, of: 0) == nil)
    #expect(severity(100, of: 100) == nil)
  }

  @Test func `In a settlement the status says who is poor, and public money is named`() throws {
    let statuses: [Status] = [
      .belowNationalLine, .belowMunicipalAllowance, .exited, .atRisk, .notPoor,
    ]
    let register = try Register(
      statuses.enumerated().map { index, status in
        Household("H\(index)", gaqa: "A", persons: 1, status: status)
      }
    )
    let terms = Terms(
      name: "grant",
      funding: [
        .contribution(.yuan(1_000), from: .specialFund, householdShare: .zero),
        .contribution(.yuan(5_000), from: .enterprise),
      ]
    ) {
      Payment("even", each: .yuan(100), as: .transfer)
      Payment("more", each: .yuan(1), where: .status(.notPoor), as: .wage)
    }
    let settlement = try terms.settle(Season(2016), for: register)
    let finding = try #require(Audit.findings { $0.examine(settlement) }.of(.poorShare).first)
    #expect(finding.severity == .medium)
    #expect(finding.subject == .scheme("grant"))
    #expect(finding.value("benefit to the poor") == .money(.yuan(300)))
    #expect(finding.value("benefit to all households") == .money(.yuan(501)))
    #expect(finding.value("public money") == .money(.yuan(1_000)))
    #expect(finding.value("benefit to the poor by public money") == .ratio("30%"))

    var thresholds = Audit.Thresholds()
    thresholds.registeredPoor.append(.atRisk)
    #expect(Audit.findings(by: thresholds) { $0.examine(settlement) }.of(.poorShare).isEmpty)
  }
}

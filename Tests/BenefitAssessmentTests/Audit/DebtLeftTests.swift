import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct DebtLeftTests {
  private func loans(_ use: HouseholdLoan.Use) -> HouseholdLoan {
    HouseholdLoan(
      name: "loans",
      principal: .fact(.loanPrincipal),
      use: use,
      interest: "4.35%",
      subsidised: .whole
    )
  }

  /// Ten households, of which four borrow 50,000 yuan each.
  private func settled(_ loans: HouseholdLoan, recovered: Money = .zero) throws -> Settlement {
    var season = Season(2016) { $0[.recoveredPrincipal] = recovered }
    let register = try likeHouseholds(10)
    season.facts.set(
      .loanPrincipal,
      rows: (0..<10).map { $0 < 4 ? .yuan(50_000) : .zero },
      of: register
    )
    return try loans.settle(season, for: register)
  }

  private func finding(_ settlement: Settlement, cover: Money? = nil) -> Audit.Finding? {
    Audit.findings { audit in
      audit.examine(settlement, cover: cover.map { ["loans": $0, "others": .yuan(1)] } ?? [:])
    }.of(.debtLeft).first
  }

  @Test func `A loan lent on that nobody covers is high`() throws {
    let settlement = try settled(loans(.lentOn(coupon: "6%")))
    #expect(
      finding(settlement)?.description
        == "high, debt left with households, scheme loans: debt lent on: 200,000.00 yuan; owed by: 4 "
        + "households. Check who pays the bank if the enterprise does not."
    )
    #expect(finding(settlement, cover: "199,999.99")?.severity == .high)
    #expect(finding(settlement, cover: "200,000.00")?.severity == .medium)
    #expect(
      finding(settlement, cover: .yuan(200_000))?.value("covered by others")
        == .money(.yuan(200_000))
    )
  }

  @Test func `A part of the cover can be enough`() throws {
    var thresholds = Audit.Thresholds()
    thresholds.coveredDebt = "70%"
    let settlement = try settled(loans(.lentOn(coupon: "6%")))
    for (cover, severity) in [("140,000.00", .medium), ("139,999.99", .high)]
      as [(Money, Audit.Severity)]
    {
      let findings = Audit.findings(by: thresholds) {
        $0.examine(settlement, cover: ["loans": cover])
      }
      #expect(findings.of(.debtLeft).map(\.severity) == [severity])
    }
  }

  @Test func `A loan that the household uses is low`() throws {
    let settlement = try settled(loans(.atHome(returns: .yuan(4_000))))
    let finding = finding(settlement)
    #expect(finding?.severity == .low)
    #expect(finding?.value("debt") == .money(.yuan(200_000)))
    #expect(finding?.value("owed by") == .count(4, of: "households"))
  }

  @Test func `What was paid back is no debt`() throws {
    let lentOn = loans(.lentOn(coupon: "6%"))
    #expect(finding(try settled(lentOn, recovered: .yuan(50_000))) == nil)
    let rest = finding(try settled(lentOn, recovered: "49,999.99"))
    #expect(rest?.value("debt lent on") == .money("0.04"))
  }

  /// The firm repays the loans of Hongjiang, Hunan (2017), a town's risk fund stands behind those of Qianting,
  /// Fujian (2018).
  @Test func `Who repays and who bears the loss is named`() throws {
    func found(_ liability: Liability, cover: Money? = nil) throws -> Audit.Finding? {
      var loans = loans(.lentOnFor(coupon: .yuan(3_000)))
      loans.liability = liability
      return finding(try settled(loans), cover: cover)
    }
    let firm = Account("citrus firm")
    let borne = try found(Liability(repaidBy: firm, borneBy: Account("risk fund")))
    #expect(try found(Liability(repaidBy: firm))?.severity == .high)
    #expect(borne?.severity == .medium)
    #expect(
      borne?.advice.text(in: .english)
        == "Check that the bank is paid as the terms say: \"citrus firm\" repays it; \"risk fund\" "
        + "bears what is not paid."
    )
    #expect(
      try found(Liability(repaidBy: .treasury, borneBy: .treasury))?.advice
        .text(in: .simplifiedChinese) == "请核查银行贷款是否按条款偿还：由财政偿还，农户不承担。"
    )
    // What the risk fund holds says more than that it is named.
    #expect(try found(Liability(borneBy: Account("risk fund")), cover: .yuan(1))?.severity == .high)
  }
}

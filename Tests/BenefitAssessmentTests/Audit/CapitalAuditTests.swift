import BenefitAssessment
import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct CapitalAuditTests {
  private func findings(
    _ funding: Funding = [],
    _ events: [CapitalEvent],
    on day: Day = "2017-12-31",
    operatingSince: Day? = nil
  ) throws -> [Audit.Finding] {
    let account = try CapitalAccount(funding: funding, events: events)
    return Audit.findings {
      $0.examine(account, of: "sheep", on: day, operatingSince: operatingSince)
    }
  }

  private func event(_ day: Day, _ occurrence: CapitalEvent.Occurrence) -> CapitalEvent {
    CapitalEvent(on: day, occurrence)
  }

  /// A million yuan put in and put to work at once.
  private var atWork: [CapitalEvent] {
    [
      event("2017-01-01", .putIn(.yuan(1_000_000), from: .fiscalReliefFund)),
      event("2017-01-02", .deployed(.yuan(900_000), to: "shops")),
    ]
  }

  // MARK: - Dividends out of capital

  @Test func `A dividend beyond all profit is capital`() throws {
    let earned = event("2017-11-01", .earned(.yuan(30_000)))
    let covered = try findings([], atWork + [earned, event("2017-12-01", .paidOut(.yuan(30_000)))])
    #expect(covered.isEmpty)
    let paid = try findings([], atWork + [earned, event("2017-12-01", .paidOut("30,000.01"))])
    #expect(
      paid.map(\.description) == [
        "high, dividend out of capital, fund sheep: paid out: 30,000.01 yuan; earned: 30,000.00 yuan; "
          + "out of capital: 0.01 yuan. Check who decided the dividend and make the capital good."
      ]
    )
  }

  @Test func `An advance that profit made good is low, until then it is high`() throws {
    let events =
      atWork + [
        event("2017-06-01", .paidOut(.yuan(20_000))), event("2017-11-01", .earned(.yuan(20_000))),
      ]
    let later = try findings([], events)
    #expect(later.map(\.severity) == [.low])
    #expect(later.first?.value("on") == .day("2017-06-01"))
    #expect(later.first?.value("in advance of profit") == .money(.yuan(20_000)))
    #expect(try findings([], events, on: "2017-10-31").map(\.severity) == [.high])
    #expect(try findings([], events, on: "2017-05-31").isEmpty)
  }

  // Xinhua Daily Telegraph, 2019: "rent dividends" on shops still being built.
  @Test func `A dividend before the undertaking operates is high, even of money that was earned`()
    throws
  {
    let events =
      atWork + [
        event("2017-05-01", .earned(.yuan(5_000))), event("2017-06-01", .paidOut(.yuan(2_000))),
        event("2017-06-30", .paidOut(.yuan(1_000))),
      ]
    #expect(try findings([], events, operatingSince: "2017-06-01").isEmpty)
    let first = try findings([], events, operatingSince: "2017-06-02")
    #expect(first.map(\.severity) == [.high])
    #expect(first.first?.value("paid before operating") == .money(.yuan(2_000)))
    let both = try findings([], events, operatingSince: "2018-03-01")
    #expect(both.first?.value("paid before operating") == .money(.yuan(3_000)))
    #expect(both.first?.value("first on") == .day("2017-06-01"))
    // What is paid after the day of the audit is not known on it.
    #expect(try findings([], events, on: "2017-05-31", operatingSince: "2018-03-01").isEmpty)
  }

  // MARK: - Idle money

  // National Audit Office, 2016: 40 counties. The days are ours.
  @Test func `843 million of 5.013 billion yuan were idle for over a year`() throws {
    let findings = try findings(
      [],
      [
        event("2014-06-01", .putIn(.yuan(5_013_000_000), from: .fiscalReliefFund)),
        event("2014-08-01", .deployed(.yuan(4_170_000_000), to: "projects")),
      ],
      on: "2015-12-31"
    )
    #expect(
      findings.map(\.description) == [
        "medium, idle money, fund sheep: put in: 5,013,000,000.00 yuan; idle over 12 months: "
          + "843,000,000.00 yuan; part of what was put in: 16.82 %; oldest: 578 days. Check why the "
          + "money waits, and for which project."
      ]
    )
  }

  @Test func `Money is idle for over a year on the day after it, and high after two`() throws {
    let events = [event("2015-03-01", .putIn(.yuan(100), from: .specialFund))]
    func severities(_ day: Day) throws -> [Audit.Severity] {
      try findings([], events, on: day).map(\.severity)
    }
    #expect(try severities("2016-03-01") == [])
    #expect(try severities("2016-03-02") == [.medium])
    #expect(try severities("2017-03-01") == [.medium])
    #expect(try severities("2017-03-02") == [.high])
  }

  @Test func `Each age has its own figures, and a tolerated part is silent`() throws {
    let events = [
      event("2015-01-01", .putIn(.yuan(30), from: .specialFund)),
      event("2016-06-01", .putIn(.yuan(70), from: .specialFund)),
    ]
    let finding = try #require(try findings([], events).first)
    #expect(finding.severity == .high)
    #expect(finding.value("idle over 12 months") == .money(.yuan(100)))
    #expect(finding.value("idle over 24 months") == .money(.yuan(30)))

    let account = try CapitalAccount(events: events)
    var thresholds = Audit.Thresholds()
    for (tolerated, severity) in [("29%", .high), ("30%", .medium), ("100%", nil)]
      as [(Ratio, Audit.Severity?)]
    {
      thresholds.toleratedIdle = tolerated
      let findings = Audit.findings(by: thresholds) {
        $0.examine(account, of: "sheep", on: "2017-12-31")
      }
      #expect(findings.first?.severity == severity)
    }
  }

  @Test func `An account without money has nothing idle`() throws {
    #expect(try findings([], []).isEmpty)
  }

  // MARK: - Principal due

  @Test func `Principal is overdue from the day after, and high after a year`() throws {
    let funding: Funding = [
      .contribution(
        .yuan(1_000_000),
        from: .fiscalReliefFund,
        disposition: .returned(on: "2017-06-30")
      )
    ]
    func finding(_ day: Day, back: Money? = nil) throws -> Audit.Finding? {
      let events = atWork + [event("2017-06-01", .recovered(.yuan(900_000), from: "shops"))]
      let returned = back.map { event("2017-06-30", .returned($0, to: .fiscalReliefFund)) }
      return try findings(funding, events + [returned].compactMap(\.self), on: day)
        .of(.principalDue).first
    }
    #expect(try finding("2017-06-30") == nil)
    #expect(
      try finding("2017-07-01", back: .yuan(400_000))?.description
        == "medium, principal due, fund sheep: due: 1,000,000.00 yuan; returned: 400,000.00 yuan; open: "
        + "600,000.00 yuan; overdue: 1 day. Check whether the fund can pay fiscal poverty relief fund "
        + "back and who answers for it."
    )
    #expect(try finding("2018-06-30")?.severity == .medium)
    #expect(try finding("2018-07-01")?.severity == .high)
    #expect(try finding("2018-07-01", back: .yuan(1_000_000)) == nil)
  }
}

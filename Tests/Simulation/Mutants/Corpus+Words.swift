import BenefitAssessment
import BenefitBinding

extension Corpus {
  /// Types that are one of a few words.
  static let words: [Entry] = [
    entry(Account.Owner.programme),
    entry(Apportionment.Basis.rate),
    entry(Audit.Severity.grave),
    entry(Audit.Rule.promise),
    entry(Audit.Subject.fund("cooperative")),
    entry(ConcentrationCurve.Effect.tax),
    entry(Distribution.Scope.gaqa),
    entry(Finding.Code.loss),
    entry(Funding.Source.reliefLoan),
    entry(Funding.Fate.returned(on: "2019-12-31")),
    entry(InKindCount.arrears),
    entry(InKindTerms.Party.borrower),
    entry(IncomeClass.wage),
    entry(InequalityIndex.Correction.persons),
    entry(InternalRate.Reason.noRoot) { ask(InternalRate.undefined($0).description) },
    entry(LoanSchedule.Repayment.equalPrincipal),
    entry(LoanSchedule.Timing.atBeginning),
    entry(Payout.Arrears.cumulative),
    entry(Population.Unit.persons),
    entry(PovertyGroup.Kind.standing),
    entry(PovertyLine.Evidence.secondHand),
    entry(PovertySum.gap),
    entry(Procurement.Fulfilment.Outcome.short),
    entry(PublishedFigure.Verdict.about),
    entry(PublishedFigure.Claim.about(100)),
    entry(Quantile.averaged),
    entry(Roster.FreedShares.toTheRest),
    entry(Roster.Event.Change.measure(.shares, "3 share")),
    entry(Roster.Measuring.byDays) { measuring in
      ask((try? roster.register(for: .year(2016), measuring: measuring))?.personCount)
    },
    entry(Rounding.Direction.halfEven),
    entry(Rounding.Step.jiao),
    entry(Statistic.Reason.noPerson),
    entry(UnusedFact.Reason.unknownGaqa),
    entry(CapitalEvent.Occurrence.putIn(.yuan(9), from: .reliefLoan)) { ask($0.amount) },
    entry(HouseholdList.Entry("H-1", gaqa: "A", name: "Bayar")),
  ]

  /// The rules of an audit, each with its thresholds.
  static let rules: [Entry] = [
    entry(Audit.BrokenPromise()) { rule in use { $0.brokenPromise = rule } },
    entry(Audit.Concentration()) { rule in use { $0.concentration = rule } },
    entry(Audit.DebtLeft()) { rule in use { $0.debtLeft = rule } },
    entry(Audit.DoubleCounting()) { rule in use { $0.doubleCounting = rule } },
    entry(Audit.ExpectedExit()) { rule in use { $0.expectedExit = rule } },
    entry(Audit.FixedCoupon()) { rule in use { $0.fixedCoupon = rule } },
    entry(Audit.IdleCapital()) { rule in use { $0.idleCapital = rule } },
    entry(Audit.MissingClaim()) { rule in use { $0.missingClaim = rule } },
    entry(Audit.OverduePrincipal()) { rule in use { $0.overduePrincipal = rule } },
    entry(Audit.PaidOutOfCapital()) { rule in use { $0.paidOutOfCapital = rule } },
    entry(Audit.PoorShare()) { rule in use { $0.poorShare = rule } },
    entry(Audit.StakeYield()) { rule in use { $0.stakeYield = rule } },
    entry(Audit.Unreconciled()) { rule in use { $0.unreconciled = rule } },
    entry(Audit.Unverified()) { rule in use { $0.unverified = rule } },
  ]

  /// Audits with one rule changed.
  private static func use(_ change: (inout Audit.Rules) -> Void) {
    var rules = Audit.Rules()
    change(&rules)
    var audit = Audit(by: rules)
    audit.examine(settlement)
    audit.examine("promise", promised: .yuan(900), owed: .yuan(700), paid: .yuan(600))
    audit.examine("heads", reported: "30 head", verified: "29 head")
    audit.examine(Reconciliation(of: "sales", stated: "12.50", parts: [.yuan(7)]))
    audit.examine(capital, of: "fund", on: "2018-01-01")
    audit.examine("part", poor: .money(.yuan(3)), all: .money(.yuan(9)))
    ask(audit.table, audit.findings.count)
  }
}

import BenefitAssessment
import BenefitBinding
import BenefitLedgers

extension Corpus {
  /// Types that are one of a few words.
  static let words: [Entry] = [
    entry(Account.Owner.programme),
    entry(Audit.Severity.high),
    entry(Audit.Rule.promise),
    entry(Audit.Subject.fund("cooperative")),
    entry(Distribution.Scope.gaqa),
    entry(Notice.Code.loss),
    entry(Funding.Source.reliefLoan),
    entry(Funding.Disposition.returned(on: "2019-12-31")),
    entry(InKindCount.arrears),
    entry(InKindTerms.Party.borrower),
    entry(Flow.property) { ask($0.description) },
    entry(LoanSchedule.Repayment.equalPrincipal),
    entry(LoanSchedule.GraceInterest.capitalised) { interest in
      ask(
        (try? LoanSchedule(of: .yuan(9), at: "1%", over: 3, grace: 1, graceInterest: interest))?
          .total
      )
    },
    entry(DayCount.actualActualDayDue) { ask($0.yearFraction(of: .year(2016))) },
    entry(Payout.Arrears.cumulative),
    entry(Population.Unit.persons),
    entry(PovertyGroup.Kind.status),
    entry(PovertyLine.Evidence.secondHand),
    entry(PovertySum.gap),
    entry(PublishedFigure.Verdict.about),
    entry(Purpose.returnOnStake),
    entry(Quantile.averaged),
    entry(Roster.FreedShares.toTheRest),
    entry(Roster.Event.Change.measure(.shares, "3 shares")),
    entry(Roster.Measuring.byDays) { measuring in
      ask((try? roster.register(for: .year(2016), measuring: measuring))?.personCount)
    },
    entry(Rounding.Direction.halfEven),
    entry(Rounding.Step.jiao),
    entry(Statistic.Reason.noUnit),
    entry(CapitalEvent.Occurrence.putIn(.yuan(9), from: .reliefLoan)) { ask($0.amount) },
  ]
}

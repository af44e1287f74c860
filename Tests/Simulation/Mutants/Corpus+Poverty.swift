import BenefitAssessment
import BenefitBinding

extension Corpus {
  /// Lines, allowances and returns.
  static let poverty: [Entry] = [
    entry(line) { line in
      ask(line.description)
      for factor in ["3/2", "0", Ratio(.max, 3)] as [Ratio] {
        ask(try? line.multiplied(by: factor).perPerson)
      }
      ask(try? Assessment(of: settlement, below: line.perPerson).groups.count)
    },
    entry([line]) { lines in ask(lines.count, try? lines.line(in: 2016)) },
    entry(InternationalPovertyLine.other(name: "line", dollars: "2.15", priceYear: 2017)) { line in
      for factor in ["3.9", Ratio(1, .max), Ratio(.max, 1)] as [Ratio] {
        ask(
          try? line.line(
            in: 2019,
            of: "China",
            yuanPerDollar: factor,
            priceLevel: "1.05",
            source: "x"
          )
        )
      }
    },
    entry(allowances[0]) { use($0) },
    entry(allowances[1]) { use($0) },
    entry(CashFlows.periodic(["-100", "230", "-132", "7.05"])) { use($0) },
    entry(
      CashFlows.dated([
        .init("-40000", on: "2015-01-01"), .init("5000", on: "2016-03-01"),
        .init("45000", on: "2019-12-31"),
      ])
    ) {
      use($0)
    },
    entry(CashFlows.Dated("-40000", on: "2015-01-01")) { flow in
      use(.dated([flow, .init("5000", on: "2016-03-01")]))
    },
  ]

  private static let line = made {
    try PovertyLine("national", .yuan(2_952), in: 2016, of: "rural China", source: "a yearbook")
  }

  private static let allowances = made {
    [
      try MinimumAllowance(line: .yuan(4_000), withdrawal: "2/3"),
      try MinimumAllowance(
        steps: [(.yuan(2_000), .yuan(2_500)), (.yuan(4_000), .yuan(900))],
        rounded: .down(to: .yuan)
      ),
    ]
  }

  private static func use(_ allowance: MinimumAllowance?) {
    guard let allowance else { return }
    for persons in [1, 3] { ask(try? allowance.notches(persons: persons).count) }
    for income in [.zero, Money.yuan(3_000), Money(fen: .max), Money(fen: .min)] {
      ask(try? allowance.amount(income: income, persons: 5))
      guard let change = try? allowance.change(income: income, persons: 4, gain: .yuan(1_800))
      else { continue }
      ask(change.before, change.after, change.net)
    }
    ask(try? allowance.changes(in: settlement).count)
  }

  private static func use(_ flows: CashFlows) {
    for rate in ["0", "8%", "-99%", Ratio(.max, 1)] as [Ratio] {
      ask(flows.netPresentValue(at: rate), flows.netFutureValue(at: rate))
      ask(flows.payback(at: rate))
    }
    ask(flows.internalRate, flows.payback())
  }
}

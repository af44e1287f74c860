import BenefitAssessment
import BenefitBinding

extension Report {
  /// The checks of all cases in order.
  func checks() throws -> [(name: String, check: Check)] {
    try cases.flatMap { published in
      try published.checks(settlement).map { (published.name, $0) }
    }
  }

  /// A row for each check, its two numbers as they are written.
  func table(
    of checks: [(name: String, check: Check)],
    published: (Check) -> String,
    computed: (Check) -> String
  ) -> Table {
    var table = Table(
      .words(en: "case", zh: "案例"),
      .words(en: "quantity", zh: "指标"),
      .words(en: "unit", zh: "单位"),
      .amount(en: "published", zh: "公布数"),
      .amount(en: "computed", zh: "测算数"),
      .words(en: "verdict", zh: "比对结果"),
      in: say
    )
    for (name, check) in checks {
      table.add(
        name,
        check.figure.quantity,
        check.unit.text(in: say),
        published(check),
        computed(check),
        check.verdict.text(in: say)
      )
    }
    return table
  }

  /// What was published held against what was computed.
  func comparison() throws -> String {
    let checks = try checks()
    let table = table(of: checks, published: { $0.published(in: say) }, computed: \.result)
    let reasons = checks.compactMap { name, check in
      check.reason.map { reason in
        say(
          "Unknown: \(name), \(check.figure.quantity): \(reason)",
          "无法测算：\(name)，\(check.figure.quantity)：\(reason)"
        )
      }
    }
    let title = say("Published against computed", "公布数与测算数对照")
    return ([title, "", table.text, ""] + reasons).joined(separator: "\n")
  }
}

import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Names are one line wherever they enter, so that none can pass for a line of a text.
struct OneLineNameTests {
  private static let forged = "H-1\n    bonus (wage income) 5,000.00"

  private func problem<Failure: Error & CustomStringConvertible>(
    _ work: () throws(Failure) -> Void
  ) -> String? {
    do {
      try work()
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: ["\n", "\r", "\u{2028}", "\u{85}", "\u{1B}[2K", "\0"])
  func `A register takes no line break in an id or gaqa`(mark: String) throws {
    for household in [
      Household("a\(mark)b", gaqa: "A", persons: 1), Household("a", gaqa: "A\(mark)", persons: 1),
    ] {
      let error = #expect(throws: BenefitError.self) { try Register([household]) }
      #expect(error?.code == .invalidName)
      #expect(error?.description.contains(where: \.isNewline) == false)
    }
    #expect(try Register([Household("户 1\u{301}", gaqa: "乌兰 ❄️", persons: 1)]).count == 1)
  }

  @Test func `A forged line is refused with its escape`() {
    #expect(
      problem { () throws(BenefitError) in
        _ = try Register([Household(Self.forged, gaqa: "A", persons: 1)])
      }
        == #"Household "H-1\n    bonus (wage income) 5,000.00", id: found "H-1\n    bonus (wage income) "#
        + #"5,000.00". Write it on one line, without control characters."#
    )
  }

  @Test func `A roster takes no line break in a reason`() throws {
    #expect(
      problem { () throws(BenefitError) in
        _ = try Roster(
          households: [Household("A", gaqa: "X", persons: 1)],
          events: [.init(of: "A", on: "2016-01-01", .entry, because: "poor\nA 2 entry")]
        )
      }
        == "Household \"A\", 2016-01-01: the reason holds a line break or another control character. Write "
        + "it on one line."
    )
  }

  @Test func `Words of files are one line`() throws {
    let tail =
      "needs a name of one line; \"a\\nb\" holds a line break or another control character."
    #expect(try decodingProblem(Account.self, from: #""a\nb""#) == "Account " + tail)
    #expect(
      try decodingProblem(Measure.self, from: #"{"name":"a\nb","unit":"mu"}"#) == "Measure " + tail
    )
    let season = #"{"name":"*","facts":{"money":[],"rates":[],"measures":[]},"schemes":[]}"#
    #expect(
      try decodingProblem(Season.self, from: season.replacing("*", with: #"a\nb"#)) == "A season "
        + tail
    )
    #expect(
      try decodingProblem(Programme.self, from: #"{"name":"a\nb","schemes":[]}"#)
        == "A programme " + tail
    )
    #expect(throws: BenefitError.self) { try Quantity(parsing: "5 a\nb") }
  }

  @Test func `What is settled has names of one line`() throws {
    let register = try likeHouseholds(1)
    let tail =
      "needs a name of one line; \"a\\nb\" holds a line break or another control character."
    func terms(_ amount: Amount, by key: Key = .household) -> Terms {
      Terms(name: "s") { Distribution("d", of: amount) { Tier(.rest, by: key, as: .property) } }
    }
    let season = Season(2016)
    #expect(
      terms(.yuan(1).named("a\nb")).refusal(season, register)
        == "Scheme \"s\", clause \"d\", a name in a formula: A formula " + tail
    )
    #expect(
      terms(.line("a\nb")).refusal(season, register)
        == "Scheme \"s\", clause \"d\", a name in a formula: A line " + tail
    )
    #expect(
      terms(.yuan(1), by: .amount(.yuan(1), name: "a\nb")).refusal(season, register)
        == "Scheme \"s\", a name: one is empty or runs over several lines. Give it one line."
    )
    #expect(
      terms(.yuan(1)).refusal(Season("a\nb"), register)
        == "Scheme \"s\", season \"a\\nb\": A season " + tail
    )
    let astray = Season(2016) { $0[.profit, gaqa: "a\nb"] = .zero }
    #expect(
      terms(.yuan(1)).refusal(astray, register) == "Scheme \"s\", season \"2016\": A gaqa " + tail
    )
    let under = Season(2016) { $0["a\nb"][.profit] = .zero }
    #expect(
      terms(.yuan(1)).refusal(under, register) == "Scheme \"s\", season \"2016\": A scheme " + tail
    )
  }

  @Test func `A loan of all and one of a gaqa called so have lines of their own`() throws {
    let register = try likeHouseholds(1, gaqa: "all, 2")
    func loan(_ gaqa: String) -> Funding.Contribution {
      .contribution(.yuan(100), from: .reliefLoan, gaqa: gaqa, interest: "5%")
    }
    let scheme = Shareholding(
      name: "s",
      funding: Funding([loan("all, 2"), loan("all, 2")]),
      dividend: .yuan(1)
    )
    let settlement = try scheme.settle(Season(2016), for: register)
    #expect(settlement.costs == .yuan(10))
  }

  @Test func `A finding of an audit is one line`() {
    let finding = Audit.Finding(
      .promise,
      .high,
      .household("H-1\nhigh, promise, household H-2"),
      evidence: [],
      advice: Phrase(en: "Ask.", zh: "请询问。")
    )
    #expect(finding.description.split(whereSeparator: \.isNewline).count == 1)
    #expect(finding.description.contains(#"H-1\nhigh"#))
  }

  @Test func `Totals of a table are told from a row called all`() {
    var table = Table("household", .amount("yuan"))
    table.add("all", "1.00")
    table.addTotals(["1.00"])
    #expect(
      table.text
        == """
        household  yuan
        ---------  ----
        all        1.00
        ---------  ----
        all        1.00
        """
    )
    #expect(table.csv == "household,yuan\r\nall,1.00\r\n,1.00\r\n")
    table.add("a\u{1B}[2Kb\r\nc", "2.00")
    #expect(table.text.contains("a [2Kb c"))
  }
}

import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct CapitalErrorTests {
  private static let begin = CapitalEvent(
    on: "2016-05-01",
    .putIn(.yuan(100), from: .fiscalReliefFund)
  )

  private func refusal(_ occurrences: [(Day, CapitalEvent.Occurrence)]) -> BenefitError? {
    do {
      let events = occurrences.map { CapitalEvent(on: $0, $1) }
      _ = try CapitalAccount(events: [Self.begin] + events)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      (
        [("2016-05-01", .deployed(.zero, to: "shed"))], .notPositive,
        "Event 2 (2016-05-01, 0.00 deployed to shed): an amount is above zero."
      ),
      (
        [("2016-05-01", .earned(.yuan(-5)))], .notPositive,
        "Event 2 (2016-05-01, -5.00 earned): an amount is above zero."
      ),
      (
        [("2016-05-01", .deployed(.yuan(1), to: ""))], .invalidName,
        "Event 2 (2016-05-01, 1.00 deployed to ): a project has a name."
      ),
      (
        [("2016-04-30", .earned(.yuan(1)))], .outOfOrder,
        "Event 2 (2016-04-30, 1.00 earned): an earlier entry is of 2016-05-01. "
          + "Enter them by day."
      ),
      (
        [
          ("2016-05-02", .deployed("60", to: "shed")),
          ("2016-05-03", .deployed("40.01", to: "mill")),
        ],
        .notEnough,
        "Event 3 (2016-05-03, 40.01 deployed to mill): only 40.00 lies in the "
          + "fund. Enter what came in first."
      ),
      (
        [("2016-05-02", .paidOut("100.01"))], .notEnough,
        "Event 2 (2016-05-02, 100.01 paid out): only 100.00 lies in the fund. "
          + "Enter what came in first."
      ),
      (
        [
          ("2016-05-02", .deployed("60", to: "shed")), ("2016-05-02", .deployed("40", to: "mill")),
          ("2016-05-03", .lost("60.01", in: "shed")),
        ],
        .notEnough,
        "Event 4 (2016-05-03, 60.01 lost in shed): only 60.00 is in shed. Enter "
          + "what went there first."
      ),
      (
        [
          ("2016-05-02", .deployed("60", to: "shed")),
          ("2016-05-03", .recovered("1", from: "mill")),
        ],
        .notEnough,
        "Event 3 (2016-05-03, 1.00 recovered from mill): only 0.00 is in mill. "
          + "Enter what went there first."
      ),
      (
        [("2016-05-02", .earned("9")), ("2016-05-03", .returned("100.01", to: .fiscalReliefFund))],
        .notEnough,
        "Event 3 (2016-05-03, 100.01 returned to fiscal poverty relief fund): "
          + "only 100.00 that fiscal poverty relief fund put in has not gone back."
      ),
      (
        [
          ("2016-05-02", .deployed("60", to: "shed")),
          ("2016-05-03", .returned("41", to: .fiscalReliefFund)),
        ],
        .notEnough,
        "Event 3 (2016-05-03, 41.00 returned to fiscal poverty relief fund): "
          + "only 40.00 lies in the fund. Enter what came in first."
      ),
      (
        [("2016-05-02", .earned(Money(fen: .max - 9_999)))], .overflow,
        "Event 2 (2016-05-02, 92,233,720,368,547,658.08 earned): the sum is too "
          + "large to be kept exactly in 64 bits."
      ),
    ] as [([(Day, CapitalEvent.Occurrence)], BenefitError.Code, String)]
  )
  func `An event that cannot have happened is refused with its place and the reason`(
    events: [(Day, CapitalEvent.Occurrence)],
    code: BenefitError.Code,
    text: String
  ) throws {
    let error = try #require(refusal(events))
    #expect(error.code == code)
    #expect(error.description == text)
    #expect(error.places.map(\.kind) == ["event"] && error.places[0].name == "\(events.count + 1)")
  }

  @Test func `Money that goes round too often is refused, not lost count of`() throws {
    let half = Money(fen: .max / 2)
    let round: [(Day, CapitalEvent.Occurrence)] = [
      ("2016-05-02", .deployed(half, to: "shed")), ("2016-05-02", .recovered(half, from: "shed")),
    ]
    let start: (Day, CapitalEvent.Occurrence) = ("2016-05-02", .earned(half))
    #expect(refusal([start] + round + round) == nil)
    #expect(refusal([start] + round + round + round)?.code == .overflow)
  }

  @Test func `An account comes back, and a file breaks no rule`() throws {
    let account = try CapitalAccount(
      funding: [.contribution(.yuan(100), from: .fiscalReliefFund, disposition: .usedUp)],
      events: [Self.begin, CapitalEvent(on: "2016-06-01", .paidOut(.yuan(3)))]
    )
    let (decoded, isSameBytes) = try roundTrip(account)
    #expect(decoded == account && isSameBytes)
    #expect(
      decoded.payoutsOutOfCapital.map(\.outOfCapital)
        == account.payoutsOutOfCapital.map(\.outOfCapital)
    )
    let early = try json(account).replacing("2016-06-01", with: "2016-04-01")
    #expect(
      try decodingProblem(CapitalAccount.self, from: early)
        == "Event 2 (2016-04-01, 3.00 paid out): an earlier entry is of "
        + "2016-05-01. Enter them by day."
    )
  }
}

import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// What becomes of a scheme's funds.
struct CapitalAccountTests {
  private static let fund = Funding.Source.fiscalReliefFund
  private static let loan = Funding.Source.reliefLoan

  /// Events that fit, drawn at random, beside a count of every single yuan.
  private struct Walk {
    var events: [CapitalEvent] = []
    /// The day since when each yuan lies in the fund, the oldest first.
    var capital: [Day] = []
    var profit: [Day] = []
    var inProjects = ["shed": 0, "mill": 0]
    var entered: Set<String> = []
    var putIn = 0
    var earned = 0
    var paidOut = 0
    var lost = 0
    var returned = 0

    var idle: Int { capital.count + profit.count }
    var deployed: Int { inProjects.values.reduce(0, +) }

    mutating func step(on day: Day, _ random: inout SplitMix64) {
      func yuan(_ most: Int) -> Int { most < 1 ? 0 : .random(in: 1...most, using: &random) }
      let project = Bool.random(using: &random) ? "shed" : "mill"
      let there = inProjects[project] ?? 0
      let kind = Int.random(in: 0..<7, using: &random)
      let most = [90, idle, there, 30, idle, there / 2, min(idle, putIn - returned)][kind]
      let count = yuan(most)
      guard count > 0 else { return }
      let amount = Money.yuan(Int64(count))
      switch kind {
      case 0:
        putIn += count
        capital += Array(repeating: day, count: count)
        events.append(CapitalEvent(on: day, .putIn(amount, from: fund)))
      case 1:
        inProjects[project] = there + count
        entered.insert(project)
        leave(count, capitalFirst: true)
        events.append(CapitalEvent(on: day, .deployed(amount, to: project)))
      case 2:
        inProjects[project] = there - count
        capital += Array(repeating: day, count: count)
        events.append(CapitalEvent(on: day, .recovered(amount, from: project)))
      case 3:
        for _ in 0..<count {
          if paidOut > earned { capital.append(day) } else { profit.append(day) }
          earned += 1
        }
        events.append(CapitalEvent(on: day, .earned(amount)))
      case 4:
        paidOut += count
        leave(count, capitalFirst: false)
        events.append(CapitalEvent(on: day, .paidOut(amount)))
      case 5:
        inProjects[project] = there - count
        lost += count
        events.append(CapitalEvent(on: day, .lost(amount, in: project)))
      default:
        returned += count
        leave(count, capitalFirst: true)
        events.append(CapitalEvent(on: day, .returned(amount, to: fund)))
      }
    }

    private mutating func leave(_ count: Int, capitalFirst: Bool) {
      for _ in 0..<count {
        if capitalFirst ? !capital.isEmpty : profit.isEmpty {
          capital.removeFirst()
        } else {
          profit.removeFirst()
        }
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Every yuan is where a count of single yuan finds it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var walk = Walk()
    var day: Day = "2016-01-01"
    for _ in 0..<40 {
      walk.step(on: day, &random)
      let account = try CapitalAccount(events: walk.events)
      let position = account.position(on: day)
      #expect(position.putIn == .yuan(Int64(walk.putIn)))
      #expect(position.earned == .yuan(Int64(walk.earned)))
      #expect(position.paidOut == .yuan(Int64(walk.paidOut)))
      #expect(position.lost == .yuan(Int64(walk.lost)))
      #expect(position.returned == .yuan(Int64(walk.returned)))
      #expect(position.idle == .yuan(Int64(walk.idle)))
      #expect(position.deployed == .yuan(Int64(walk.deployed)))
      #expect(position.outstanding == .yuan(Int64(walk.putIn - walk.returned - walk.lost)))
      #expect(
        account.deployed(on: day)["mill", default: .zero]
          == .yuan(Int64(walk.inProjects["mill"] ?? -1))
      )
      let lying = account.idle(on: day).flatMap { idle in
        Array(repeating: idle.event.day, count: Int(idle.amount.fen / 100))
      }
      #expect(lying == walk.capital + walk.profit)
      let yuanByDay = Dictionary(walk.capital.map { ($0, 1) }, uniquingKeysWith: +)
      for months in [0, 1, 12, 24] {
        let over = yuanByDay.reduce(0) {
          $1.key.advanced(byMonths: months) < day ? $0 + $1.value : $0
        }
        #expect(account.idleCapital(on: day, overMonths: months) == .yuan(Int64(over)))
      }
      day = day + Int.random(in: 0...60, using: &random)
    }
  }

  @Test(arguments: 100..<115 as Range<UInt64>)
  func `What came in is idle, deployed, lost, returned or paid out`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var walk = Walk()
    var days: [Day] = ["2016-01-01"]
    for _ in 0..<60 {
      walk.step(on: days[days.count - 1], &random)
      days.append(days[days.count - 1] + Int.random(in: 0...9, using: &random))
    }
    let account = try CapitalAccount(events: walk.events)
    #expect(Set(account.deployed(on: days[days.count - 1]).keys) == walk.entered)
    for day in days {
      #expect(
        account.position(on: day).deployed == account.deployed(on: day).values.reduce(.zero, +)
      )
      let position = account.position(on: day)
      let gone = position.lost + position.returned + position.paidOut
      #expect(position.putIn + position.earned == position.idle + position.deployed + gone)
      let uncovered = position.outstanding - position.idle - position.deployed
      #expect(position.paidOutOfCapital == max(.zero, uncovered))
      #expect(account.idle(on: day).reduce(.zero) { $0 + $1.amount } == position.idle)
      // A reading of a past day does not know what came after it.
      let then = try CapitalAccount(events: walk.events.filter { $0.day <= day })
      #expect(then.position(on: "9999-12-31") == position)
    }
    let nothing = try CapitalAccount(events: [])
    #expect(account.position(on: "2015-12-31") == nothing.position(on: "2016-01-01"))
  }

  /// The worked example of the documentation.
  @Test func `A fund that is late, partly idle and overpaid shows all three`() throws {
    let account = try CapitalAccount(
      funding: [
        .contribution(.yuan(500_000), from: Self.fund, disposition: .returned(on: "2018-12-31"))
      ],
      events: [
        CapitalEvent(on: "2016-03-01", .putIn(.yuan(500_000), from: Self.fund)),
        CapitalEvent(on: "2016-09-01", .deployed(.yuan(400_000), to: "sheep shed")),
        CapitalEvent(on: "2017-12-20", .earned(.yuan(30_000))),
        CapitalEvent(on: "2017-12-31", .paidOut(.yuan(40_000))),
        CapitalEvent(on: "2018-11-30", .recovered(.yuan(250_000), from: "sheep shed")),
        CapitalEvent(on: "2018-12-31", .returned(.yuan(300_000), to: Self.fund)),
      ]
    )
    let end = account.position(on: "2018-12-31")
    #expect(end.idle == .yuan(40_000) && end.deployed == .yuan(150_000))
    #expect(end.recovered == .yuan(250_000) && end.paidOutOfCapital == .yuan(10_000))
    #expect(account.principalDue(on: "2018-12-31").map(\.open) == [.yuan(200_000)])
    #expect(account.idleCapital(on: "2018-06-30", overMonths: 24) == .yuan(90_000))
  }

  // MARK: - Idle money by age

  @Test func `Money that comes back from a project lies idle anew`() throws {
    let account = try CapitalAccount(events: [
      CapitalEvent(on: "2014-03-01", .putIn(.yuan(100), from: Self.fund)),
      CapitalEvent(on: "2015-03-01", .putIn(.yuan(50), from: Self.loan)),
      CapitalEvent(on: "2015-06-01", .deployed(.yuan(120), to: "shed")),
      CapitalEvent(on: "2016-06-01", .recovered(.yuan(20), from: "shed")),
      CapitalEvent(on: "2016-06-01", .earned(.yuan(7))),
    ])
    #expect(account.idle(on: "2015-05-31").map(\.amount) == [.yuan(100), .yuan(50)])
    let idle = account.idle(on: "2017-03-01")
    #expect(idle.map(\.event.day) == ["2015-03-01", "2016-06-01", "2016-06-01"])
    #expect(idle.map(\.amount) == [.yuan(30), .yuan(20), .yuan(7)])
    #expect(idle.map(\.event) == [account.events[1], account.events[3], account.events[4]])
    // On the day two years later it is two years, and not more.
    #expect(account.idleCapital(on: "2017-03-01", overMonths: 24) == .zero)
    #expect(account.idleCapital(on: "2017-03-02", overMonths: 24) == .yuan(30))
    #expect(account.idleCapital(on: "2017-06-02", overMonths: 12) == .yuan(50))
  }

  // MARK: - Dividends out of capital

  @Test func `Profit makes a dividend out of capital good, but not undone`() throws {
    let account = try CapitalAccount(events: [
      CapitalEvent(on: "2016-01-01", .putIn(.yuan(1_000), from: Self.fund)),
      CapitalEvent(on: "2016-12-31", .paidOut(.yuan(80))),
      CapitalEvent(on: "2017-06-30", .earned(.yuan(100))),
      CapitalEvent(on: "2017-12-31", .paidOut(.yuan(20))),
      CapitalEvent(on: "2018-12-31", .paidOut(.yuan(1))),
    ])
    #expect(account.position(on: "2016-12-30").paidOutOfCapital == .zero)
    #expect(account.position(on: "2016-12-31").paidOutOfCapital == .yuan(80))
    #expect(account.position(on: "2017-12-31").paidOutOfCapital == .zero)
    #expect(account.idle(on: "2017-12-31").map(\.event) == [account.events[0], account.events[2]])
    #expect(account.position(on: "2018-12-31").paidOutOfCapital == .yuan(1))
    #expect(account.payoutsOutOfCapital.map(\.day) == ["2016-12-31", "2018-12-31"])
    #expect(account.payoutsOutOfCapital.map(\.outOfCapital) == [.yuan(80), .yuan(1)])
    #expect(account.payoutsOutOfCapital.map(\.paid) == [.yuan(80), .yuan(1)])
  }

  // MARK: - The disposition of the principal

  private static let agreed: Funding = [
    .contribution(.yuan(500), from: fund, disposition: .collectiveTitle),
    .contribution(.yuan(300), from: loan, disposition: .returned(on: "2019-12-31")),
    .contribution(.yuan(200), from: loan, disposition: .returned(on: "2018-12-31")),
    .contribution(.yuan(90), from: .specialFund, disposition: .returned(on: "2018-12-31")),
    .contribution(.yuan(40), from: .householdFunds, disposition: .returned(on: nil)),
    .contribution(.yuan(10), from: .enterprise),
  ]

  @Test func `Principal is due on its day, and what went back counts for the earliest`() throws {
    let account = try CapitalAccount(
      funding: Self.agreed,
      events: [
        CapitalEvent(on: "2016-01-01", .putIn(.yuan(500), from: Self.fund)),
        CapitalEvent(on: "2016-01-01", .putIn(.yuan(450), from: Self.loan)),
        CapitalEvent(on: "2016-01-01", .putIn(.yuan(40), from: .householdFunds)),
        CapitalEvent(on: "2018-06-30", .returned(.yuan(150), to: Self.loan)),
        CapitalEvent(on: "2019-06-30", .returned(.yuan(100), to: Self.loan)),
      ]
    )
    #expect(account.principalDue(on: "2018-12-30").isEmpty)
    let first = account.principalDue(on: "2018-12-31")
    #expect(first.map(\.source) == [Self.loan])
    #expect(first.map(\.amount) == [.yuan(200)])
    #expect(first.map(\.open) == [.yuan(50)])
    // Of the 300 only 250 were put in; the special fund put nothing in.
    let second = account.principalDue(on: "2020-01-01")
    #expect(second.map(\.day) == ["2018-12-31", "2019-12-31"])
    #expect(second.map(\.amount) == [.yuan(200), .yuan(250)])
    #expect(second.map(\.open) == [.zero, .yuan(200)])
  }

  @Test
  func `A contribution that does not say its disposition has none, and files may leave it out`()
    throws
  {
    let json = try json(Self.agreed)
    #expect(try decoded(Funding.self, from: json) == Self.agreed)
    let silent = Funding([.contribution(.yuan(10), from: .enterprise)])
    #expect(silent.contributions[0].disposition == nil)
    #expect(!(try TestSupport.json(silent).contains("disposition")))
  }

  @Test func `Shares that nobody has are no disposition`() throws {
    let shares: Funding = [.contribution(.yuan(1), from: Self.fund, disposition: .householdTitle)]
    let none = try json(shares).replacing("\"from\"", with: "\"householdShare\":\"0\",\"from\"")
    #expect(
      try decodingProblem(Funding.self, from: none)
        == "Money that stays as the households' shares has a household share above zero; this has none."
    )
  }
}

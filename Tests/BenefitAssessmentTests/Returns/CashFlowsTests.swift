import BenefitAssessment
import BenefitBinding
import Foundation
import TestSupport
import Testing

/// Present values and paybacks against sums taken term by term, at rates above and below zero.
struct CashFlowsTests {
  private static let rates: [Ratio] = ["-60%", "-5%", 0, "0.01%", "7/300", "45%", 3]

  private func double(_ ratio: Ratio) -> Double {
    Double(ratio.numerator) / Double(ratio.denominator)
  }

  /// Flows by time in years, with none at either end now and then.
  private struct Sample {
    var flows: CashFlows
    var terms: [(years: Double, fen: Double)]
    /// Periods or days in a year.
    var units: Double
  }

  private func samples(_ seed: UInt64) -> [Sample] {
    var random = SplitMix64(seed: seed)
    var amounts = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      Money(fen: .random(in: -99_999...99_999, using: &random))
    }
    if Bool.random(using: &random) { amounts = [.zero] + amounts + [.zero] }
    var day = Day(2015, 1, 1)
    let days = amounts.map { _ in
      day = day + Int.random(in: 1...700, using: &random)
      return day
    }
    let dated = zip(amounts, days).map { CashFlows.Dated($0, on: $1) }.shuffled(using: &random)
    return [
      Sample(
        flows: .periodic(amounts),
        terms: amounts.enumerated().map { (Double($0.offset), Double($0.element.fen)) },
        units: 1
      ),
      Sample(
        flows: .dated(dated),
        terms: zip(amounts, days).map { (Double($1 - days[0]) / 365, Double($0.fen)) },
        units: 365
      ),
    ]
  }

  @Test(arguments: 0..<100)
  func `Values today and at the end are the sums of the discounted flows`(seed: UInt64) {
    for sample in samples(seed) {
      let end = sample.terms.last?.years ?? 0
      for rate in Self.rates {
        let growth = 1 + double(rate)
        let parts = sample.terms.map { $0.fen / 100 * pow(growth, -$0.years) }
        let (sum, size) = (parts.reduce(0, +), parts.reduce(0) { $0 + abs($1) })
        #expect(abs(sample.flows.netPresentValue(at: rate) - sum) <= 1e-13 * size)
        let later = pow(growth, end)
        #expect(
          abs(sample.flows.netFutureValue(at: rate) - sum * later) <= 1e-13 * size * later,
          "\(sample.flows) at \(rate)"
        )
      }
    }
  }

  @Test(arguments: 0..<100)
  func `Payback is the first return of the discounted sum to zero`(seed: UInt64) {
    for sample in samples(seed) {
      for rate in Self.rates {
        let payback = sample.flows.payback(at: rate)
        var (sum, last, wasBelow) = (0.0, 0.0, false)
        var expected: (time: Double, interpolated: Double)?
        for (years, fen) in sample.terms where expected == nil {
          let part = fen * pow(1 + double(rate), -years)
          if wasBelow && sum + part >= 0 {
            expected = (years, last + (years - last) * -sum / part)
          }
          sum += part
          wasBelow = sum < 0
          last = years
        }
        switch (payback, expected) {
        case (.recovered(let found, let between), let (time, interpolated)?):
          #expect(found == Int((time * sample.units).rounded()))
          #expect(abs(between / sample.units - interpolated) < 1e-10)
        case (.never, nil): #expect(wasBelow)
        case (.nothingToRecover, nil): #expect(!wasBelow)
        default: Issue.record("\(payback), not \(String(describing: expected)): \(sample.flows)")
        }
      }
    }
  }

  /// 1,000 and 1,100 a year later, at 10 %: recovered just so, whatever the rounding.
  @Test func `An exact recovery is one`() {
    for (rate, back) in [("10%", "1100"), ("1/3", "4000/3"), ("0.7%", "1007")] as [(Ratio, Ratio)] {
      let outlay = Money.yuan(-1_000 * back.denominator)
      let flows = CashFlows.periodic([outlay, .yuan(back.numerator)])
      #expect(flows.payback(at: rate).description == "recovered at 1, interpolated 1.00")
      let short = CashFlows.periodic([outlay, .yuan(back.numerator) - Money(fen: 1)])
      #expect(short.payback(at: rate) == .never)
    }
  }

  /// At a rate near -1 what is missing shrinks below any `Double` in a hundred years; that is no recovery.
  @Test func `Only money that comes in recovers`() {
    func payback(_ last: Money) -> Payback {
      CashFlows.dated([
        .init(Money(fen: -1), on: "2000-01-01"), .init(.zero, on: "2100-01-01"),
        .init(last, on: "2200-01-01"),
      ]).payback(at: "-99999999/100000000")
    }
    #expect(payback(.zero) == .never)
    #expect(payback(Money(fen: -1)) == .never)
    #expect(payback(Money(fen: 1)).description == "recovered at 73049, interpolated 36,525.00")
  }

  @Test func `Flows on one day count together, in whatever order they are told`() {
    let flows: [CashFlows.Dated] = [
      .init(.yuan(-100), on: "2016-01-01"), .init(.yuan(150), on: "2016-01-01"),
      .init(.yuan(-60), on: "2016-02-01"), .init(.yuan(50), on: "2016-03-02"),
    ]
    for order in [flows, flows.reversed()] {
      // 50, then -10 on day 31, then 40 on day 61: 31 + 30 · 10/50.
      #expect(
        CashFlows.dated(order).payback().description == "recovered at 61, interpolated 37.00"
      )
    }
  }

  @Test func `Without flows every value is zero`() {
    for flows in [CashFlows.periodic([]), .dated([]), .periodic([.zero, .zero])] {
      #expect(flows.netPresentValue(at: "5%") == 0)
      #expect(flows.netFutureValue(at: "-5%") == 0)
      #expect(flows.payback() == .nothingToRecover)
    }
  }

  @Test func `A discount of everything traps with its sentence`() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      _ = CashFlows.periodic([.yuan(1)]).netPresentValue(at: -1)
    }
    #expect(
      output(
        result?.standardErrorContent,
        says: "Money cannot be discounted at -1; a rate is above -1."
      )
    )
  }

  @Test func `Flows are read as they were stored`() throws {
    for sample in samples(7) { #expect(try roundTripped(sample.flows) == sample.flows) }
  }
}

import BenefitAssessment
import BenefitBinding
import Foundation
import TestSupport
import Testing

struct ModifiedRateTests {
  private static let excel: [Money] = ["-120000", "39000", "30000", "21000", "37000", "46000"]

  /// The example on the page of the MIRR function in Microsoft's documentation of Excel: 12.61 %,
  /// 13.48 % with 14 % for what is reinvested, −4.80 % after three years.
  @Test(
    arguments: [
      (6, "12%", 0.126094), (6, "14%", 0.134759), (4, "12%", -0.048045),
    ] as [(Int, Ratio, Double)]
  )
  func `The rate is the one of the spreadsheet`(count: Int, yield: Ratio, rate: Double) throws {
    let flows = CashFlows.periodic(Array(Self.excel.prefix(count)))
    let found = flows.modifiedInternalRate(financedAt: "10%", reinvestedAt: yield)
    #expect(abs(try #require(found.value) - rate) < 5e-7)
  }

  private static let rates: [Ratio] = ["-60%", 0, "7/300", "45%"]

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `What is put in grows to what came back at the end`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var fen = (0..<Int.random(in: 2...8, using: &random)).map { _ in
      Int64.random(in: -99_999...99_999, using: &random)
    }
    fen[0] = -5
    fen[fen.count - 1] = seed % 3 == 0 ? 0 : 7
    if fen.count == 2 { fen = [-5, 3, 0] }
    if fen.count > 2 { fen[1] = abs(fen[1]) + 1 }
    let amounts = fen.map(Money.init(fen:))
    let start = Day(2001, 3, 1)
    let dated = amounts.enumerated().map {
      CashFlows.Dated($0.element, on: start + 365 * $0.offset)
    }
    let last = Double(fen.count - 1)
    for (finance, yield) in Self.rates.flatMap({ one in Self.rates.map { (one, $0) } }) {
      func growth(_ rate: Ratio) -> Double {
        1 + Double(rate.numerator) / Double(rate.denominator)
      }
      var (spent, received) = (0.0, 0.0)
      for (time, amount) in fen.enumerated() {
        if amount < 0 { spent -= Double(amount) * pow(growth(finance), -Double(time)) }
        if amount > 0 { received += Double(amount) * pow(growth(yield), last - Double(time)) }
      }
      let expected = pow(received / spent, 1 / last) - 1
      for flows in [CashFlows.periodic(amounts), .dated(dated.shuffled(using: &random))] {
        let found = flows.modifiedInternalRate(financedAt: finance, reinvestedAt: yield)
        #expect(abs(try #require(found.value) - expected) <= 1e-12 * (1 + abs(expected)))
      }
    }
  }

  /// 1,000 at 10 % with the interest taken out, and the principal at the end.
  @Test func `At the internal rate the modified one is the same`() throws {
    let flows = CashFlows.periodic(["-1000", "100", "100", "1100"])
    let rate = flows.modifiedInternalRate(financedAt: "10%", reinvestedAt: "10%")
    #expect(abs(try #require(rate.value) - 0.1) < 1e-15)
    // -100, 230 and -132 have the internal rates 10 % and 20 %, and one that is modified: (253 /
    // (575/3))^½ - 1 with receipts of 230·1.1 and outlays of 100 + 132 / 1.44.
    let twice = CashFlows.periodic(["-100", "230", "-132"])
    let modified = twice.modifiedInternalRate(financedAt: "20%", reinvestedAt: "10%")
    #expect(abs(try #require(modified.value) - (1.32.squareRoot() - 1)) < 1e-15)
  }

  @Test func `Flows in one direction have no rate, and say so`() {
    func rate(_ flows: CashFlows) -> Statistic {
      flows.modifiedInternalRate(financedAt: "10%", reinvestedAt: "12%")
    }
    for flows in [CashFlows.periodic([]), .periodic([.zero, .zero]), .dated([])] {
      #expect(rate(flows) == .undefined(.noFlows))
    }
    #expect(rate(.periodic([.yuan(1), .yuan(2)])) == .undefined(.noChangeOfSign))
    #expect(rate(.periodic([.yuan(-1), .zero])) == .undefined(.noChangeOfSign))
    // What is put in and taken out on one day is one flow.
    #expect(
      rate(.dated([.init(.yuan(-1), on: "2020-01-01"), .init(.yuan(3), on: "2020-01-01")]))
        == .undefined(.noChangeOfSign)
    )
  }

  @Test func `Rates beyond a Double are infinite, or open, and never NaN`() {
    let century = CashFlows.dated([
      .init("-1", on: "1700-01-01"), .init("-1", on: "2700-01-01"), .init("1", on: "1700-01-02"),
      .init("1", on: "2700-01-02"),
    ])
    func rate(_ finance: Ratio, _ yield: Ratio) -> Statistic {
      century.modifiedInternalRate(financedAt: finance, reinvestedAt: yield)
    }
    #expect(rate("-99%", 0) == .number(-1))
    #expect(rate(0, "9900%") == .number(.infinity))
    #expect(rate("-99%", "9900%") == .undefined(.indeterminate))
  }

  @Test func `A rate that takes everything stops the program`() async {
    let finance = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let flows = CashFlows.periodic([.yuan(-1), .yuan(1)])
      _ = flows.modifiedInternalRate(financedAt: -1, reinvestedAt: 0)
    }
    let yield = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let flows = CashFlows.periodic([.yuan(-1), .yuan(1)])
      _ = flows.modifiedInternalRate(financedAt: 0, reinvestedAt: -2)
    }
    #expect(output(finance?.standardErrorContent, says: "discounted at -1; a rate is above -1."))
    #expect(output(yield?.standardErrorContent, says: "discounted at -2; a rate is above -1."))
  }
}

import BenefitAssessment
import BenefitBinding
import Foundation
import TestSupport
import Testing

/// Internal rates, as laws: constructed roots are all found, and none is invented.
struct InternalRateTests {
  /// The flows whose value is Π (1 − gᵢv): money grows by each gᵢ, given in tenths, in an internal period.
  private func flows(growingBy tenths: [Int64]) -> [Money] {
    // (10 − g·v) has whole coefficients for g in tenths.
    let coefficients = tenths.reduce([Int64(1)]) { product, tenth in
      var next = product.map { $0 * 10 } + [0]
      for (index, coefficient) in product.enumerated() { next[index + 1] -= coefficient * tenth }
      return next
    }
    return coefficients.map { Money(fen: $0) }
  }

  /// The value of flows and the sum of their sizes, each at a rate, term by term.
  private func value(_ flows: [Money], at rate: Double) -> (sum: Double, size: Double) {
    flows.enumerated().reduce((0, 0)) { total, flow in
      let part = Double(flow.element.fen) * pow(1 + rate, -Double(flow.offset))
      return (total.0 + part, total.1 + part.magnitude)
    }
  }

  @Test func `Every set of up to four roots is found with its multiplicities`() throws {
    let growths: [Int64] = [1, 5, 9, 10, 11, 12, 13, 25, 90]
    func multisets(of size: Int, from start: Int = 0) -> [[Int64]] {
      size == 0
        ? [[]]
        : growths.indices.dropFirst(start).flatMap { first in
          multisets(of: size - 1, from: first).map { [growths[first]] + $0 }
        }
    }
    for tenths in (1...4).flatMap({ multisets(of: $0) }) {
      let found = CashFlows.periodic(flows(growingBy: tenths)).internalRate
      let expected = Dictionary(grouping: tenths, by: \.self).sorted { $0.key < $1.key }
      try #require(found.roots.count == expected.count, "\(tenths): \(found)")
      for (root, (tenth, copies)) in zip(found.roots, expected) {
        let rate = Double(tenth - 10) / 10
        #expect(root.multiplicity == copies.count, "\(tenths): \(found)")
        #expect(abs(root.rate - rate) <= abs(rate) * 0x1p-52, "\(tenths): \(root)")
      }
    }
  }

  @Test func `A rate of any size has all its digits`() throws {
    for exponent in 1...18 {
      let fen = (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 } * 9
      let found = CashFlows.periodic([Money(fen: -1), Money(fen: fen)]).internalRate
      #expect(found.roots.map(\.rate) == [Double(fen - 1)])
      let tiny = CashFlows.periodic([Money(fen: -fen), Money(fen: fen + 1)]).internalRate
      #expect(found.roots.count == 1 && tiny.roots.count == 1)
    }
  }

  @Test func `Many flows of opposite signs far apart overflow nothing`() throws {
    // An odd number of changes of sign has an odd number of roots.
    let flows = (0..<120).map { step in
      let flow = Money(fen: step.isMultiple(of: 2) ? -9_000_000_000_000_000 : 8_999_999_999_999_999)
      return [flow] + Array(repeating: Money.zero, count: 300)
    }.joined()
    let found = CashFlows.periodic(Array(flows)).internalRate
    let count = found.roots.reduce(0) { $0 + $1.multiplicity }
    #expect(count % 2 == 1)
    for root in found.roots {
      let (sum, size) = value(Array(flows), at: root.rate)
      #expect(sum.magnitude <= size * 1e-9)
    }
  }

  @Test(arguments: 0..<300)
  func `Random flows have roots as Descartes says, and are worth nothing at each`(seed: UInt64)
    throws
  {
    var random = SplitMix64(seed: seed)
    let flows = (0..<Int.random(in: 2...12, using: &random)).map { _ in
      Money(fen: Bool.random(using: &random) ? 0 : Int64.random(in: -9_999...9_999, using: &random))
    }
    let found = CashFlows.periodic(flows).internalRate
    let signs = flows.filter { $0 != .zero }.map { $0 > .zero }
    let changes = zip(signs, signs.dropFirst()).reduce(0) { $0 + ($1.0 != $1.1 ? 1 : 0) }
    let count = found.roots.reduce(0) { $0 + $1.multiplicity }
    #expect(count <= changes && (changes - count) % 2 == 0)
    #expect(found.roots.map(\.rate) == found.roots.map(\.rate).sorted())
    for root in found.roots {
      let (sum, size) = value(flows, at: root.rate)
      #expect(sum.magnitude <= size * 1e-13, "\(flows): \(root)")
    }
    // Between roots the value keeps its sign: a walk over the rates sees no other change of it.
    let walk = (1..<400).map { step in -1 + pow(1.04, Double(step) - 200) }
    for (left, right) in zip(walk, walk.dropFirst()) {
      let (low, high) = (value(flows, at: left), value(flows, at: right))
      guard low.sum.magnitude > low.size * 1e-12, high.sum.magnitude > high.size * 1e-12 else {
        continue
      }
      let between = found.roots.filter { $0.rate > left && $0.rate < right }
      let odd = between.reduce(0) { $0 + $1.multiplicity } % 2 == 1
      #expect(odd == ((low.sum < 0) != (high.sum < 0)), "\(flows) from \(left) to \(right)")
    }
  }

  @Test(arguments: 0..<100)
  func `Scaling leaves the roots, and reversing inverts growth`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let flows = (0..<9).map { _ in Money(fen: Int64.random(in: -999...999, using: &random)) }
    let roots = CashFlows.periodic(flows).internalRate.roots
    #expect(
      CashFlows.periodic(flows.map { $0 * 1_024 }).internalRate.roots.elementsEqual(roots, by: ==)
    )
    #expect(CashFlows.periodic(flows.map { -$0 }).internalRate.roots.elementsEqual(roots, by: ==))
    let mirrored = CashFlows.periodic(flows.reversed()).internalRate.roots
    try #require(mirrored.count == roots.count)
    for (root, twin) in zip(roots, mirrored.reversed()) {
      #expect(abs((1 + root.rate) * (1 + twin.rate) - 1) < 1e-14)
      #expect(root.multiplicity == twin.multiplicity)
    }
  }

  /// Five years of a coupon on 100,000 yuan, and nothing back at the end.
  @Test(
    arguments: [("5%", -0.335), ("10%", -0.194), ("164000/860000", -0.016), ("20%", 0)]
      as [(Ratio, Double)]
  )
  func `A coupon without the principal loses below a fifth a year`(coupon: Ratio, rate: Double)
    throws
  {
    let yearly = Money.yuan(100_000).multiplied(by: coupon, rounding: .halfUp(to: .fen))
    let fund = CashFlows.returns(on: .yuan(100_000), yearly: .init(repeating: yearly, count: 5))
    let found = try #require(fund.internalRate.rate)
    #expect(abs(found - rate) < 0.0005)
    let bond = CashFlows.returns(
      on: .yuan(100_000),
      yearly: .init(repeating: yearly, count: 5),
      principal: .yuan(100_000)
    )
    let whole = try #require(bond.internalRate.rate)
    #expect(abs(whole - Double(coupon.numerator) / Double(coupon.denominator)) < 1e-7)
  }

  @Test func `Why there is no rate is said`() {
    #expect(CashFlows.periodic([]).internalRate.reason == .noFlows)
    #expect(CashFlows.periodic([.zero, .zero]).internalRate.reason == .noFlows)
    #expect(CashFlows.dated([]).internalRate.reason == .noFlows)
    #expect(CashFlows.periodic(["-1", "-2"]).internalRate.reason == .noChangeOfSign)
    #expect(CashFlows.periodic(["1", "-2", "2"]).internalRate.reason == .noRoot)
    #expect(CashFlows.periodic([]).internalRate.description == "none: nothing flows")
    #expect(
      CashFlows.periodic(["1"]).internalRate.description
        == "none: money flows in one direction only"
    )
    #expect(
      CashFlows.periodic(["1", "-2", "2"]).internalRate.description
        == "none: the flows are worth nothing at no rate"
    )
    #expect(
      CashFlows.periodic(["-100", "230", "-132"]).internalRate.description == "10.00 %, 20.00 %"
    )
  }

  /// 10,000·(1 − 1.1·v)² yuan, a fen more and a fen less; and roots a hundredth of a percent apart.
  @Test func `A double root is told from none and from two`() throws {
    func rates(_ last: Int64) -> InternalRate {
      CashFlows.periodic([Money(fen: 1_000_000), Money(fen: -2_200_000), Money(fen: last)])
        .internalRate
    }
    #expect(rates(1_210_000).roots.map(\.multiplicity) == [2])
    #expect(rates(1_210_000).rate == 0.1)
    #expect(rates(1_210_001).reason == .noRoot)
    // (1 + r)² - 2.2·(1 + r) + 1.209999 = 0, so 1 + r = 1.1 ± 0.001.
    #expect(
      rates(1_209_999).roots.map(\.rate).map { ($0 * 1e9).rounded() } == [99_000_000, 101_000_000]
    )
    let near = CashFlows.periodic([
      Money(fen: 100_000_000), Money(fen: -200_030_000), Money(fen: 100_030_002),
    ])
    #expect(
      near.internalRate.roots.map { ($0.rate * 1e12).rounded() } == [100_000_000, 200_000_000]
    )
  }

  @Test func `Hundreds of flows and of changes of sign are no obstacle`() throws {
    let mortgage = CashFlows.periodic([.yuan(-100_000)] + .init(repeating: .yuan(600), count: 360))
    #expect(mortgage.internalRate.roots.count == 1)
    let alternating = CashFlows.periodic(
      (0..<60).map { .yuan($0 % 2 == 0 ? -1_000 : 1_001 + Int64($0)) }
    )
    let count = alternating.internalRate.roots.reduce(0) { $0 + $1.multiplicity }
    #expect(count <= 59 && count % 2 == 1)
  }

  @Test func `Rates beyond a Double are infinite and never NaN`() throws {
    let steep = CashFlows.dated([
      .init("-0.01", on: "2020-01-01"), .init("90000000000000000", on: "2020-01-02"),
    ])
    #expect(steep.internalRate.rate == .infinity)
    let ruin = CashFlows.dated([
      .init("-90000000000000000", on: "2020-01-01"), .init("0.01", on: "2020-01-02"),
    ])
    #expect(ruin.internalRate.rate == -1)
    let century = CashFlows.dated([
      .init("-1", on: "1700-01-01"), .init("1", on: "2700-01-01"),
    ])
    #expect(century.netPresentValue(at: "-99%") == .infinity)
    #expect(century.netFutureValue(at: "9900%") == -.infinity)
    #expect(century.payback(at: "-99%").description.hasPrefix("recovered at 365242, interpolated"))
  }
}

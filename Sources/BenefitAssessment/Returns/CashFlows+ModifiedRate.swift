public import BenefitBinding

extension CashFlows {
  /// The modified internal rate of return (MIRR): the rate at which what is put in grows to what
  /// came back, reinvested until the last flow.
  ///
  /// It is (future value of the receipts / present value of the outlays)^(1 / T) − 1 with the time
  /// T of the last flow, in periods, or in years of 365 days, after the first. There is just one,
  /// also where there are several internal rates. What flows at one time counts together.
  ///
  /// ```swift
  /// let flows = CashFlows.periodic(["-120000", "39000", "30000", "21000", "37000", "46000"])
  /// let rate = flows.modifiedInternalRate(financedAt: "10%", reinvestedAt: "12%")
  /// print(rate.text(decimals: 4))    // 0.1261
  /// ```
  ///
  /// Source: Lin, The modified internal rate of return and investment criterion, 1976; the `MIRR`
  /// of spreadsheets.
  ///
  /// - Parameters:
  ///   - finance: The rate, of a period or of a year, that is paid for what is put in; outlays are
  ///     discounted at it.
  ///   - reinvestment: The rate that receipts earn until the time of the last flow, be that flow
  ///     zero.
  /// - Returns: The rate of a period, or of a year; undefined where money flows in one direction
  ///   only.
  /// - Precondition: Both rates are above −1.
  /// - Complexity: O(n log d) for n flows over d days.
  public func modifiedInternalRate(
    financedAt finance: Ratio,
    reinvestedAt reinvestment: Ratio
  ) -> Statistic {
    let cost = UnitFactors(finance, unitsPerRate: unitsPerRate)
    let yield = UnitFactors(reinvestment, unitsPerRate: unitsPerRate)
    let nodes = nodes
    func only(_ isIncluded: (Int128) -> Bool) -> [Node] {
      nodes.map { Node(time: $0.time, fen: isIncluded($0.fen) ? $0.fen : 0) }
    }
    let (outlays, receipts) = (only { $0 < 0 }, only { $0 > 0 })
    guard let last = nodes.last, nodes.contains(where: { $0.fen != 0 }) else {
      return .undefined(.noFlows)
    }
    let spent = -Self.presentValue(of: outlays, cost)
    let received = Self.futureValue(of: receipts, yield)
    guard outlays.contains(where: { $0.fen != 0 }), receipts.contains(where: { $0.fen != 0 }) else {
      return .undefined(.noChangeOfSign)
    }
    let growth = received / spent
    // Both may be beyond a `Double`, or below the smallest.
    guard !growth.isNaN else { return .undefined(.indeterminate) }
    let periods = Double(last.time) / Double(unitsPerRate)
    return .number(Elementary.expm1(Elementary.log(growth) / periods))
  }
}

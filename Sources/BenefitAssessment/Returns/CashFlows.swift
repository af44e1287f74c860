public import BenefitBinding

/// Flows of money over time: what was put in, below zero, and what came back.
///
/// ```swift
/// let fund = CashFlows.returns(on: .yuan(860_000), yearly: .init(repeating: .yuan(164_000), count: 5))
/// print(fund.internalRate)                     // -1.57 %
/// print(fund.payback())                        // never recovered
/// print(fund.netPresentValue(at: "5%"))        // -149965.82…
/// ```
///
/// Flows are periodic, the first at time 0 and one for each period after it, or dated, where time is
/// counted in years of 365 days from the earliest flow. A rate is that of a period, or of a year.
public enum CashFlows: Hashable, Codable, Sendable {
  /// A flow for each period, the first of them at time 0; a period without one has zero.
  ///
  /// A spreadsheet's `NPV` discounts the first flow too; put a zero before it to say the same.
  case periodic([Money])

  /// Flows on days, in any order.
  case dated([Dated])

  /// A flow on a day.
  public struct Dated: Hashable, Codable, Sendable {
    /// The day of the flow.
    public var day: Day
    /// The money that comes in, or goes out where it is below zero.
    public var amount: Money

    /// Records a flow.
    public init(_ amount: Money, on day: Day) {
      self.day = day
      self.amount = amount
    }
  }

  /// A fund that is paid out at once and brings money in each later year.
  ///
  /// The flows of settlements are `settlements.map(\.gross)`.
  ///
  /// - Parameters:
  ///   - outlay: What is paid out at time 0.
  ///   - yearly: What comes back in each year from the first on.
  ///   - principal: What comes back with the last of them besides.
  /// - Returns: The periodic flows of the fund.
  /// - Precondition: The last flow fits in 64 bits of fen.
  public static func returns(
    on outlay: Money,
    yearly: [Money],
    principal: Money = .zero
  ) -> Self {
    var flows = [-outlay] + yearly
    flows[flows.count - 1] += principal
    return .periodic(flows)
  }
}

extension CashFlows {
  /// All that flows at one time.
  struct Node {
    /// Periods, or days, after time 0.
    var time: Int
    /// The sum of the flows; that of any number of amounts fits.
    var fen: Int128
  }

  /// The flows by rising time, no two at one.
  ///
  /// - Complexity: O(n log n) for n dated flows.
  var nodes: [Node] {
    switch self {
    case .periodic(let amounts):
      return amounts.enumerated().map { Node(time: $0.offset, fen: Int128($0.element.fen)) }
    case .dated(let flows):
      let sorted = flows.sorted { $0.day < $1.day }
      guard let start = sorted.first?.day else { return [] }
      return sorted.reduce(into: []) { nodes, flow in
        let time = flow.day - start
        if nodes.last?.time != time { nodes.append(Node(time: time, fen: 0)) }
        nodes[nodes.count - 1].fen += Int128(flow.amount.fen)
      }
    }
  }

  /// The units of time that a rate is for: 1 period or 365 days.
  var unitsPerRate: Int {
    switch self {
    case .periodic: 1
    case .dated: 365
    }
  }

  /// The sum of all flows as a polynomial in the discount factor of a unit of time, in fen.
  ///
  /// Its powers are counted from the first flow that is not zero.
  var polynomial: SparsePolynomial { Self.polynomial(of: nodes) }

  /// The sum of nodes as such a polynomial.
  static func polynomial(of nodes: [Node]) -> SparsePolynomial {
    SparsePolynomial(
      nodes.map { .init(exponent: $0.time, coefficient: DoubleDouble($0.fen)) }
    )
  }
}

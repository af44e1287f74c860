/// A published figure held against what follows from the other figures of the report.
///
/// It is taken at its printed digits: what would be rounded or cut off to them agrees.
///
/// ```swift
/// // 6.7 % of 148,000 yuan over 212 persons are 46.77 yuan, and the report claims 98.
/// let claim = Reconciliation(
///   of: "dividend of a person", stated: "98", in: "yuan", follows: "6.7%" * 148_000 / 212)
/// print(claim.agrees)    // false
/// var audit = Audit()
/// audit.examine(claim)
/// ```
public struct Reconciliation: Hashable, Codable, Sendable {
  /// What the figure measures.
  public let claim: String

  /// The figure as it was printed.
  public let stated: PrintedNumber

  /// The unit of both figures.
  public let unit: String

  /// What follows from the other figures, exactly.
  public let follows: Ratio

  /// Holds a figure against what follows from others.
  ///
  /// - Parameters:
  ///   - claim: What the figure measures.
  ///   - stated: The figure as it was printed.
  ///   - unit: The unit of both figures.
  ///   - follows: What follows from the other figures.
  public init(of claim: String, stated: PrintedNumber, in unit: String, follows: Ratio) {
    self.claim = claim
    self.stated = stated
    self.unit = unit
    self.follows = follows
  }

  /// Holds a total in yuan against its parts.
  ///
  /// - Parameters:
  ///   - claim: What the total measures.
  ///   - stated: The total as it was printed.
  ///   - parts: The parts that it should be the sum of.
  /// - Precondition: The sum fits in 64 bits of fen.
  public init(of claim: String, stated: PrintedNumber, parts: [Money]) {
    let sum = parts.reduce(.zero, +)
    self.init(of: claim, stated: stated, in: "yuan", follows: Ratio(sum.fen, 100))
  }

  /// Whether what follows would be printed as was stated.
  public var agrees: Bool { stated.agrees(with: follows) }

  /// By what part of what follows the stated figure is too high or, below zero, too low.
  ///
  /// It is `nil` where nothing follows, or where the fraction does not fit 64-bit integers.
  public var deviation: Ratio? {
    let stated = Int128(stated.value.numerator) * Int128(follows.denominator)
    let follows = Int128(follows.numerator) * Int128(self.stated.value.denominator)
    return Ratio(checking: stated - follows, follows)
  }
}

extension Audit {
  /// Published figures that do not follow from the others of the same report.
  ///
  /// A figure that its printed digits bear out is none. No source says how far off a report may be: the
  /// default calls it grave from a fifth on. Known cases: 98 yuan a person at Fengxiang where 46.77
  /// follow; 125,000 yuan at Heshui where 127 households at 1,000 are 127,000; two million yuan of eggs
  /// at Qianjiang where 9,750 hens, 120 eggs and 2 yuan are 2.34 million.
  public struct Unreconciled: Hashable, Codable, Sendable {
    /// The deviation, in parts of what follows, from which on it is grave.
    public var grave: Ratio = "20%"

    /// Creates the rule with its default threshold.
    public init() {}

    func finding(_ claim: Reconciliation) -> Finding? {
      if claim.agrees { return nil }
      var evidence = [
        Evidence("stated", .number(claim.stated.value, in: claim.unit)),
        Evidence("follows", .number(claim.follows, in: claim.unit)),
      ]
      let deviation = claim.deviation
      if let deviation { evidence.append(Evidence("deviation", deviation)) }
      // Without a fraction that can be written down the figures have nothing to do with each other.
      let isSmall = deviation.map { grave > .zero && .zero - grave < $0 && $0 < grave } ?? false
      return Finding(
        .reconciliation,
        isSmall ? .mild : .grave,
        .claim(claim.claim),
        evidence: evidence,
        advice: "Check which of the figures of the report is wrong or what it leaves out."
      )
    }
  }

  /// Asks whether a published figure follows from the others.
  public mutating func examine(_ claim: Reconciliation) {
    if let finding = rules.unreconciled?.finding(claim) { add([finding]) }
  }
}

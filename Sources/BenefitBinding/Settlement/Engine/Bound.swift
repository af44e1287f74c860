/// The level at which a value differs: none, season to season, gaqa to gaqa, or household to
/// household.
enum Domain: Int, Comparable, Sendable {
  case constant, season, gaqa, household

  static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Domain: CustomStringConvertible {
  var description: String { words.description }

  /// The word for one of its places.
  var words: Phrase {
    switch self {
    case .constant, .season: Phrase(en: "season", zh: "期")
    case .gaqa: Phrase(en: "gaqa", zh: "嘎查")
    case .household: Phrase(en: "household", zh: "户")
    }
  }
}

/// A formula whose names have been looked up, ready to be evaluated over any number of lanes.
///
/// A lane is one place of a domain: the season, a gaqa, a household. All lanes of a formula share
/// one denominator, so that evaluation is arithmetic on columns of integers.
struct Bound: Sendable {
  indirect enum Node: Sendable {
    case constant(Int128)
    /// One value for each lane of the formula's own domain.
    case column([Int64])
    /// One value for each of a few classes, and the class of each household.
    case lookup([Int64], [Int32])
    case scaled(Bound, Int128)
    // A list is as deep as a pair, so that evaluating recurses no deeper than the formula is.
    case sum([Bound])
    case difference(Bound, Bound)
    case product(Bound, Bound)
    case greatest([Bound])
    case least([Bound])
    case atLeast(Bound, Bound)
    case choice(Bound, Bound, Bound)
    case rounded(Bound, Rounding.Direction, step: Int128)
  }

  var node: Node
  var denominator: Int128
  var domain: Domain
  var dimension: Figure.Dimension

  /// The way in which the values came about, for a derivation of one of them.
  var origin = Origin.stated

  indirect enum Origin: Sendable {
    /// Stated under the name that a formula gives it.
    case stated
    /// One rule for all lanes.
    case rule(Derivation.Rule, [Bound])
    /// A rule for each lane, as what was decided differs.
    case rules([Derivation.Rule], [Bound])
    /// The sum of a finer formula, whose words are given, over places.
    case total(Expression, Bound)
  }

  init(_ node: Node, over denominator: Int128, _ domain: Domain, _ dimension: Figure.Dimension) {
    self.node = node
    self.denominator = denominator
    self.domain = domain
    self.dimension = dimension
  }

  init(_ figure: Figure) {
    self.init(
      .constant(Int128(figure.value.numerator)),
      over: Int128(figure.value.denominator),
      .constant,
      figure.dimension
    )
  }

  init(_ column: Column, _ domain: Domain, _ dimension: Figure.Dimension) {
    self.init(.column(column.values), over: Int128(column.denominator), domain, dimension)
  }

  /// Amounts in fen or whole units that a rule gave from other values.
  init(
    _ fen: [Int64],
    _ domain: Domain,
    _ dimension: Figure.Dimension,
    as rule: Derivation.Rule,
    of parts: [Bound]
  ) {
    self.init(Column(fen), domain, dimension)
    origin = .rule(rule, parts)
  }

  /// The amounts in fen or whole units of a value that has one for each lane.
  var fen: [Int64] {
    guard case .column(let fen) = node, denominator == 1 else {
      stop("A formula has no column yet.")
    }
    return fen
  }

  /// The same values as a rule gave them from others.
  func given(by rule: Derivation.Rule, _ parts: [Bound]) -> Bound {
    var bound = self
    bound.origin = .rule(rule, parts)
    return bound
  }
}

/// Fractions whose common denominator cannot be kept exactly.
struct TooFine: Error {}

extension Bound {
  /// The product of two formulas.
  static func product(_ a: Bound, _ b: Bound) throws(TooFine) -> Bound {
    let (denominator, overflowed) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    if overflowed { throw TooFine() }
    return Bound(
      .product(a, b),
      over: denominator,
      max(a.domain, b.domain),
      .product(a.dimension, b.dimension)
    )
  }

  /// Two formulas brought to one denominator.
  static func aligned(_ a: Bound, _ b: Bound) throws(TooFine) -> (Bound, Bound) {
    if a.denominator == b.denominator { return (a, b) }
    let divisor = greatestCommonDivisor(a.denominator, b.denominator)
    let (common, overflowed) = (a.denominator / divisor)
      .multipliedReportingOverflow(by: b.denominator)
    if overflowed { throw TooFine() }
    return (
      a.scaled(by: b.denominator / divisor, to: common),
      b.scaled(by: a.denominator / divisor, to: common)
    )
  }

  private func scaled(by factor: Int128, to denominator: Int128) -> Bound {
    if factor == 1 { return self }
    return Bound(.scaled(self, factor), over: denominator, domain, dimension)
  }

  /// A formula that needs its two parts over one denominator, which the result keeps.
  static func combined(
    _ a: Bound,
    _ b: Bound,
    _ node: (Bound, Bound) -> Node
  ) throws(TooFine) -> Bound {
    let (a, b) = try aligned(a, b)
    return Bound(node(a, b), over: a.denominator, max(a.domain, b.domain), a.dimension)
  }

  /// A formula that needs any number of parts over one denominator, which the result keeps.
  ///
  /// - Complexity: O(n) for n parts.
  static func combined(_ parts: [Bound], _ node: ([Bound]) -> Node) throws(TooFine) -> Bound {
    guard let first = parts.first else { return Bound(Figure(.zero, .ratio)) }
    if parts.count == 1 { return first }
    var common = first.denominator
    for part in parts.dropFirst() where part.denominator != common {
      let divisor = greatestCommonDivisor(common, part.denominator)
      let (product, overflowed) = (common / divisor)
        .multipliedReportingOverflow(by: part.denominator)
      if overflowed { throw TooFine() }
      common = product
    }
    let aligned = parts.map { $0.scaled(by: common / $0.denominator, to: common) }
    let domain = parts.reduce(first.domain) { max($0, $1.domain) }
    return Bound(node(aligned), over: common, domain, first.dimension)
  }

  /// The formula rounded to a step of its unit.
  func rounded(_ rounding: Rounding) throws(TooFine) -> Bound {
    let (direction, step) = (rounding.direction, rounding.step.fen)
    if denominator == 1 && step == 1 { return self }
    let (divisor, overflowed) = denominator.multipliedReportingOverflow(by: Int128(step))
    if overflowed { throw TooFine() }
    var dividend = self
    dividend.denominator = divisor
    return Bound(.rounded(dividend, direction, step: Int128(step)), over: 1, domain, dimension)
  }
}

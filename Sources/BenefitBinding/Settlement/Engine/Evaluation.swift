/// The values of a formula over some lanes: the same for all, or one for each.
enum Lanes<Integer> {
  case uniform(Integer)
  case each([Integer])
}

/// An intermediate result that is wider than the integers it is computed with.
struct Overflow: Error {}

/// Evaluates formulas over a range of lanes with integers of one width.
///
/// The engine first tries 64 bits, which is nearly always enough, and falls back to 128.
struct Evaluation<Integer: FixedWidthInteger & SignedInteger> {
  let domain: Domain
  let lanes: Range<Int>
  /// The gaqa of each household, to read what is given for gaqas in the domain of households.
  let gaqaIndices: [Int32]

  /// The numerators of a formula, over its denominator.
  func values(of bound: Bound) throws(Overflow) -> Lanes<Integer> {
    if domain == .household, bound.domain == .gaqa, Integer.self == Int64.self {
      return try valuesOfGaqas(bound)
    }
    switch bound.node {
    case .constant(let value):
      return .uniform(try narrowed(value))
    case .column(let values):
      return read(values, from: bound.domain)
    case .lookup(let table, let indices):
      return .each(lanes.map { Integer(table[Int(indices[$0])]) })
    case .scaled(let part, let factor):
      return try combine(values(of: part), .uniform(narrowed(factor))) {
        $0.multipliedReportingOverflow(by: $1)
      }
    case .sum(let parts):
      return try combine(parts) { $0.addingReportingOverflow($1) }
    case .difference(let a, let b):
      return try combine(values(of: a), values(of: b)) { $0.subtractingReportingOverflow($1) }
    case .product(let a, let b):
      return try combine(values(of: a), values(of: b)) { $0.multipliedReportingOverflow(by: $1) }
    case .greatest(let parts):
      return try combine(parts) { (max($0, $1), false) }
    case .least(let parts):
      return try combine(parts) { (min($0, $1), false) }
    case .atLeast(let a, let b):
      return try combine(values(of: a), values(of: b)) { ($0 >= $1 ? 1 : 0, false) }
    case .choice(let condition, let a, let b):
      return try choose(values(of: condition), values(of: a), values(of: b))
    case .rounded(let part, let direction, let step):
      let divisor = try narrowed(part.denominator)
      return try combine(values(of: part), .uniform(narrowed(step))) {
        $0.divided(by: divisor, rounding: direction).multipliedReportingOverflow(by: $1)
      }
    }
  }

  /// The values of a formula that differs from gaqa to gaqa, computed once for each.
  ///
  /// A gaqa without households between two others must not decide that a value is too large, so that the widest
  /// integers are left to the households themselves.
  private func valuesOfGaqas(_ bound: Bound) throws(Overflow) -> Lanes<Integer> {
    guard let first = lanes.first, let last = lanes.last else { return .each([]) }
    let gaqas = Int(gaqaIndices[first])..<Int(gaqaIndices[last]) + 1
    let evaluation = Self(domain: .gaqa, lanes: gaqas, gaqaIndices: gaqaIndices)
    switch try evaluation.values(of: bound) {
    case .uniform(let value): return .uniform(value)
    case .each(let values):
      return .each(lanes.map { values[Int(gaqaIndices[$0]) - gaqas.lowerBound] })
    }
  }

  private func narrowed(_ value: Int128) throws(Overflow) -> Integer {
    guard let value = Integer(exactly: value) else { throw Overflow() }
    return value
  }

  /// Reads a column of a coarser domain, or of the same.
  private func read(_ values: [Int64], from source: Domain) -> Lanes<Integer> {
    if source <= .season { return .uniform(Integer(values[0])) }
    if source == domain { return .each(values[lanes].map { Integer($0) }) }
    return .each(lanes.map { Integer(values[Int(gaqaIndices[$0])]) })
  }

  /// Combines the values of a list that is not empty, from the first to the last.
  @inline(__always)
  private func combine(
    _ parts: [Bound],
    _ operation: (Integer, Integer) -> (partialValue: Integer, overflow: Bool)
  ) throws(Overflow) -> Lanes<Integer> {
    var result = try values(of: parts[0])
    for part in parts.dropFirst() { result = try combine(result, values(of: part), operation) }
    return result
  }

  @inline(__always)
  private func combine(
    _ a: Lanes<Integer>,
    _ b: Lanes<Integer>,
    _ operation: (Integer, Integer) -> (partialValue: Integer, overflow: Bool)
  ) throws(Overflow) -> Lanes<Integer> {
    var overflowed = false
    func apply(_ x: Integer, _ y: Integer) -> Integer {
      let (value, overflow) = operation(x, y)
      overflowed = overflowed || overflow
      return value
    }
    let result: Lanes<Integer> =
      switch (a, b) {
      case (.uniform(let x), .uniform(let y)): .uniform(apply(x, y))
      case (.each(let xs), .uniform(let y)): .each(xs.map { apply($0, y) })
      case (.uniform(let x), .each(let ys)): .each(ys.map { apply(x, $0) })
      case (.each(let xs), .each(let ys)): .each(xs.indices.map { apply(xs[$0], ys[$0]) })
      }
    if overflowed { throw Overflow() }
    return result
  }

  private func choose(
    _ condition: Lanes<Integer>,
    _ a: Lanes<Integer>,
    _ b: Lanes<Integer>
  ) -> Lanes<Integer> {
    guard case .each(let conditions) = condition else {
      if case .uniform(0) = condition { return b }
      return a
    }
    return .each(conditions.indices.map { conditions[$0] != 0 ? a[$0] : b[$0] })
  }
}

extension Lanes {
  /// The value of one lane.
  subscript(lane: Int) -> Integer {
    switch self {
    case .uniform(let value): value
    case .each(let values): values[lane]
    }
  }
}

/// An exact fraction of whole numbers of any size.
struct Exact: Sendable {
  let numerator: Big
  /// Above zero; the fraction need not be in lowest terms.
  let denominator: Big

  init(_ numerator: Big, over denominator: Big = .one) {
    // Kept short only where it begins to be long, for speed.
    if case .small(let n) = numerator, case .small(let d) = denominator,
      d < 1 << 62, n < 1 << 62, n > -(1 << 62)
    {
      (self.numerator, self.denominator) = (numerator, denominator)
      return
    }
    let divisor = Big.gcd(numerator, denominator)
    if divisor == .one {
      (self.numerator, self.denominator) = (numerator, denominator)
    } else {
      self.numerator = numerator.divided(by: divisor).quotient
      self.denominator = denominator.divided(by: divisor).quotient
    }
  }

  init(_ value: some BinaryInteger) {
    self.init(Big(value))
  }

  static let zero = Self(0)
  static let one = Self(1)

  var isZero: Bool { numerator.isZero }

  /// Whether 64 bits hold both its numbers in lowest terms.
  var isNarrow: Bool {
    if numerator.int64 != nil && denominator.int64 != nil { return true }
    let divisor = Big.gcd(numerator, denominator)
    return numerator.divided(by: divisor).quotient.int64 != nil
      && denominator.divided(by: divisor).quotient.int64 != nil
  }

  var isNegative: Bool { numerator.isNegative }
}

extension Exact: Comparable {
  static func == (a: Exact, b: Exact) -> Bool {
    a.numerator * b.denominator == b.numerator * a.denominator
  }

  static func < (a: Exact, b: Exact) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
}

extension Exact {
  static func + (a: Exact, b: Exact) -> Exact {
    if a.denominator == b.denominator {
      return Exact(a.numerator + b.numerator, over: a.denominator)
    }
    return Exact(
      a.numerator * b.denominator + b.numerator * a.denominator,
      over: a.denominator * b.denominator
    )
  }

  static func - (a: Exact, b: Exact) -> Exact {
    a + Exact(b.numerator.negated, over: b.denominator)
  }

  static func * (a: Exact, b: Exact) -> Exact {
    Exact(a.numerator * b.numerator, over: a.denominator * b.denominator)
  }

  /// The quotient; the divisor is above zero.
  static func / (a: Exact, b: Exact) -> Exact {
    Exact(a.numerator * b.denominator, over: a.denominator * b.numerator)
  }

  /// The greatest whole number that is not above it.
  var floor: Big {
    let (quotient, remainder) = numerator.divided(by: denominator)
    return remainder.isNegative ? quotient - .one : quotient
  }

  /// The multiple of a step that it is rounded to: `down` to zero, `up` from it, ties of `halfUp` from
  /// zero, those of `halfEven` to the even number of steps.
  func rounded(_ direction: String, toStep step: Int64 = 1) -> Big {
    let size = Exact(isNegative ? numerator.negated : numerator, over: denominator) / Exact(step)
    var steps = size.floor
    let rest = size - Exact(steps)
    let half = Exact(Big.one, over: Big(2))
    let goesUp =
      switch direction {
      case "down": false
      case "up": !rest.isZero
      case "halfUp": rest >= half
      case "halfEven":
        rest > half || (rest == half && !steps.divided(by: Big(2)).remainder.isZero)
      default: fatalError("There is no direction \(direction).")
      }
    if goesUp { steps = steps + .one }
    let value = steps * Big(step)
    return isNegative ? value.negated : value
  }
}

extension Exact: CustomStringConvertible {
  var description: String {
    denominator == .one ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

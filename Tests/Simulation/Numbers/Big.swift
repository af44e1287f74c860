/// A whole number of any size.
///
/// It is a 128-bit integer as long as that holds it, and a sign with digits of 32 bits beyond.
enum Big: Sendable {
  case small(Int128)
  /// Digits from the lowest, the last of which is not zero.
  case large(isNegative: Bool, digits: [UInt32])

  init(_ value: some BinaryInteger) {
    self = .small(Int128(value))
  }

  static let zero = Self.small(0)
  static let one = Self.small(1)

  var isZero: Bool { if case .small(0) = self { true } else { false } }

  var isNegative: Bool {
    switch self {
    case .small(let value): value < 0
    case .large(let isNegative, _): isNegative
    }
  }

  var negated: Big { Big.zero - self }

  /// The value where 64 bits hold it.
  var int64: Int64? { if case .small(let value) = self { Int64(exactly: value) } else { nil } }
}

extension Big: Comparable {
  static func == (a: Big, b: Big) -> Bool {
    switch (a, b) {
    case (.small(let x), .small(let y)): x == y
    case (.large(let p, let x), .large(let q, let y)): p == q && x == y
    default: false
    }
  }

  static func < (a: Big, b: Big) -> Bool {
    if case .small(let x) = a, case .small(let y) = b { return x < y }
    return (a - b).isNegative
  }
}

extension Big {
  static func + (a: Big, b: Big) -> Big {
    if case .small(let x) = a, case .small(let y) = b {
      let (sum, overflowed) = x.addingReportingOverflow(y)
      if !overflowed { return .small(sum) }
    }
    let (p, x) = a.parts
    let (q, y) = b.parts
    if p == q { return Big(p, Self.sum(x, y)) }
    return Self.isBelow(x, y) ? Big(q, Self.difference(y, x)) : Big(p, Self.difference(x, y))
  }

  static func - (a: Big, b: Big) -> Big {
    if case .small(let x) = a, case .small(let y) = b {
      let (difference, overflowed) = x.subtractingReportingOverflow(y)
      if !overflowed { return .small(difference) }
    }
    let (q, y) = b.parts
    return a + Big(!q, y)
  }

  static func * (a: Big, b: Big) -> Big {
    if case .small(let x) = a, case .small(let y) = b {
      if let x = Int64(exactly: x), let y = Int64(exactly: y) {
        return .small(Int128(x) * Int128(y))
      }
      let (product, overflowed) = x.multipliedReportingOverflow(by: y)
      if !overflowed { return .small(product) }
    }
    let (p, x) = a.parts
    let (q, y) = b.parts
    var digits = [UInt32](repeating: 0, count: x.count + y.count)
    for (i, xi) in x.enumerated() {
      var carry: UInt64 = 0
      for (j, yj) in y.enumerated() {
        let term = UInt64(xi) * UInt64(yj) + UInt64(digits[i + j]) + carry
        digits[i + j] = UInt32(truncatingIfNeeded: term)
        carry = term >> 32
      }
      digits[i + y.count] = UInt32(carry)
    }
    return Big(p != q, digits)
  }

  /// The quotient towards zero and what is left, with the sign of the dividend.
  func divided(by divisor: Big) -> (quotient: Big, remainder: Big) {
    if case .small(let x) = self, case .small(let y) = divisor, y != -1 || x != .min {
      if let x = Int64(exactly: x), let y = Int64(exactly: y), x != .min {
        return (.small(Int128(x / y)), .small(Int128(x % y)))
      }
      let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
      return (.small(quotient), .small(remainder))
    }
    let (p, x) = parts
    let (q, y) = divisor.parts
    // Bit by bit, from the highest: slow, plain, and rarely needed.
    var quotient = [UInt32](repeating: 0, count: x.count)
    var rest: [UInt32] = []
    for bit in (0..<x.count * 32).reversed() {
      rest = Self.sum(rest, rest)
      if x[bit / 32] >> (bit % 32) & 1 == 1 { rest = Self.sum(rest, [1]) }
      if !Self.isBelow(rest, y) {
        rest = Self.trimmed(Self.difference(rest, y))
        quotient[bit / 32] |= 1 << (bit % 32)
      }
    }
    return (Big(p != q, quotient), Big(p, rest))
  }

  /// The greatest common divisor of the sizes of both.
  static func gcd(_ a: Big, _ b: Big) -> Big {
    var (a, b) = (a.isNegative ? a.negated : a, b.isNegative ? b.negated : b)
    while !b.isZero { (a, b) = (b, a.divided(by: b).remainder) }
    return a
  }
}

extension Big {
  private init(_ isNegative: Bool, _ digits: [UInt32]) {
    let digits = Self.trimmed(digits)
    guard digits.count <= 4 else {
      self = .large(isNegative: isNegative, digits: digits)
      return
    }
    let size = digits.reversed().reduce(0 as UInt128) { $0 << 32 | UInt128($1) }
    if let value = Int128(exactly: size) {
      self = .small(isNegative ? -value : value)
    } else if isNegative && size == Int128.min.magnitude {
      self = .small(.min)
    } else {
      self = .large(isNegative: isNegative, digits: digits)
    }
  }

  private var parts: (isNegative: Bool, digits: [UInt32]) {
    switch self {
    case .large(let isNegative, let digits): return (isNegative, digits)
    case .small(let value):
      var size = value.magnitude
      var digits: [UInt32] = []
      while size != 0 {
        digits.append(UInt32(truncatingIfNeeded: size))
        size >>= 32
      }
      return (value < 0, digits)
    }
  }

  private static func trimmed(_ digits: [UInt32]) -> [UInt32] {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    return digits
  }

  private static func sum(_ x: [UInt32], _ y: [UInt32]) -> [UInt32] {
    var digits: [UInt32] = []
    var carry: UInt64 = 0
    for i in 0..<max(x.count, y.count) {
      let term = UInt64(i < x.count ? x[i] : 0) + UInt64(i < y.count ? y[i] : 0) + carry
      digits.append(UInt32(truncatingIfNeeded: term))
      carry = term >> 32
    }
    if carry != 0 { digits.append(UInt32(carry)) }
    return digits
  }

  /// The difference of two sizes, of which the first is not below the second.
  private static func difference(_ x: [UInt32], _ y: [UInt32]) -> [UInt32] {
    var digits: [UInt32] = []
    var borrow: Int64 = 0
    for i in x.indices {
      let term = Int64(x[i]) - (i < y.count ? Int64(y[i]) : 0) - borrow
      digits.append(UInt32(truncatingIfNeeded: term))
      borrow = term < 0 ? 1 : 0
    }
    return digits
  }

  private static func isBelow(_ x: [UInt32], _ y: [UInt32]) -> Bool {
    let (x, y) = (trimmed(x), trimmed(y))
    if x.count != y.count { return x.count < y.count }
    for i in x.indices.reversed() where x[i] != y[i] { return x[i] < y[i] }
    return false
  }
}

extension Big: CustomStringConvertible {
  var description: String {
    switch self {
    case .small(let value): return "\(value)"
    case .large(let isNegative, _):
      var text = ""
      var rest = isNegative ? negated : self
      while !rest.isZero {
        let (quotient, digit) = rest.divided(by: Big(10))
        text = "\(digit)" + text
        rest = quotient
      }
      return (isNegative ? "-" : "") + text
    }
  }
}

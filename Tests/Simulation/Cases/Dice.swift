import BenefitBinding
import TestSupport

/// A repeatable source of choices and numbers, which are ordinary or extreme as the run goes.
struct Dice {
  private var random: SplitMix64

  /// How many of a hundred numbers are at the limits of what can be kept; zero in an ordinary run.
  let heat: Int

  /// The fen in the smallest amount that is drawn: a hundred in the twin of a case, which is in yen.
  let smallest: Int64

  /// Whether something was drawn that has no like in yen.
  var hasNoTwin = false

  /// 70 % of all seeds give a run with extreme numbers.
  init(seed: UInt64, smallest: Int64 = 1) {
    self.smallest = smallest
    random = SplitMix64(seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ 0xD1B5_4A32_D192_ED03)
    heat =
      switch random.next() % 10 {
      case 0...2: 0
      case 3...5: 4
      case 6...8: 20
      default: 80
      }
  }

  var isTame: Bool { heat == 0 }

  mutating func bits() -> UInt64 { random.next() }

  /// A number from zero that is below a limit.
  mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

  mutating func within(_ range: ClosedRange<Int64>) -> Int64 {
    range.lowerBound + Int64(random.next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// Whether something that happens so many times in a hundred happens.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

// MARK: - Numbers

extension Dice {
  private static let limits: [Int64] = [
    .max, .min, .max - 1, .min + 1, .max / 2, .max / 100, .max / 1_000, 1 << 32, 1 << 53,
    -(1 << 31),
    1, 0, -1, 99, 100, 101,
  ]

  /// A whole number: mostly small, or of any length, or at a limit.
  mutating func whole() -> Int64 {
    if isTame || !chance(heat + 20) { return small() }
    if chance(40) { return pick(Self.limits) }
    let value = Int64(truncatingIfNeeded: bits() >> UInt64(below(64)))
    return chance(25) ? 0 &- value : value
  }

  /// A whole number that is not below zero.
  mutating func size() -> Int64 {
    let value = whole()
    return value < 0 ? ~value : value
  }

  private mutating func small() -> Int64 {
    switch below(8) {
    case 0: 0
    case 1: within(-100_000...100_000)
    case 2: within(1...100)
    case 3, 4: within(1...1_000) * 100
    default: within(1...5_000_000)
    }
  }

  mutating func money() -> Money { Money(fen: smallest) * whole() }

  /// A fraction, usually from zero to one.
  mutating func ratio() -> Ratio {
    if !isTame && chance(heat) {
      let denominator = size()
      return Ratio(whole() / 2, denominator == 0 ? 1 : denominator)
    }
    return switch below(5) {
    case 0: pick([.zero, .whole, Ratio(1, 2), Ratio(1, 3), Ratio(3, 2), Ratio(-1, 4)])
    case 1: Ratio(within(0...10_000), 10_000)
    default: .percent(within(0...100))
    }
  }

  /// A fraction from zero to one.
  mutating func part() -> Ratio {
    if chance(20) { return chance(50) ? .whole : .zero }
    guard !isTame && chance(heat) else { return .percent(within(0...100)) }
    let denominator = max(1, size())
    return Ratio(Int64(bits() >> 1) % denominator, denominator)
  }

  mutating func quantity(_ unit: Quantity.Unit) -> Quantity {
    if !isTame && chance(heat) { return Quantity(thousandths: whole(), unit) }
    return chance(70)
      ? Quantity(within(0...40), unit)
      : Quantity(thousandths: within(0...20_000), unit)
  }

  mutating func rounding() -> Rounding {
    Rounding(
      pick(Rounding.Direction.allCases),
      to: chance(60) ? .fen : step()
    )
  }

  /// A step; in yen the one that is to a yen as another is to a fen.
  mutating func step() -> Rounding.Step {
    let step = pick(Rounding.Step.allCases)
    switch step {
    case .fen: return step
    case .jiao: return smallest == 1 ? step : .ten
    case .yuan: return smallest == 1 ? step : .hundred
    case .ten, .hundred:
      hasNoTwin = true
      return step
    }
  }

  /// Whether what one unit gets is rounded; one unit of money is a yen as it is a yuan.
  mutating func isRate() -> Bool {
    let isRate = chance(30)
    hasNoTwin = hasNoTwin || isRate
    return isRate
  }
}

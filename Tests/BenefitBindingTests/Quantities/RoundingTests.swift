import BenefitBinding
import TestSupport
import Testing

struct RoundingTests {
  /// One division of the exhaustive table, in integers wide enough to check it.
  private struct Division {
    var dividend: Int
    var divisor: Int
    var quotient: Int
    /// What the quotient misses of the dividend.
    var error: Int { dividend - quotient * divisor }
  }

  /// Every division of 8-bit integers by a positive one; -128 is where a magnitude has no twin.
  private static func divisions(_ direction: Rounding.Direction) -> [Division] {
    (Int8.min...Int8.max).flatMap { dividend in
      (1...Int8.max).map { divisor in
        Division(
          dividend: Int(dividend),
          divisor: Int(divisor),
          quotient: Int(dividend.divided(by: divisor, rounding: direction))
        )
      }
    }
  }

  @Test func `Down drops what is left and never passes the dividend`() {
    let wrong = Self.divisions(.down).first {
      abs($0.error) >= $0.divisor || abs($0.quotient * $0.divisor) > abs($0.dividend)
    }
    #expect(wrong == nil)
  }

  @Test func `Up never falls short of the dividend`() {
    let wrong = Self.divisions(.up).first {
      abs($0.error) >= $0.divisor || abs($0.quotient * $0.divisor) < abs($0.dividend)
        || ($0.dividend < 0 && $0.quotient > 0) || ($0.dividend > 0 && $0.quotient < 0)
    }
    #expect(wrong == nil)
  }

  @Test(arguments: [Rounding.Direction.halfUp, .halfEven])
  func `Half rules go to the nearer step`(_ direction: Rounding.Direction) {
    let wrong = Self.divisions(direction).first { 2 * abs($0.error) > $0.divisor }
    #expect(wrong == nil)
  }

  @Test func `A tie goes away from zero or to the even step`() {
    let away = Self.divisions(.halfUp).filter { 2 * abs($0.error) == $0.divisor }
    let even = Self.divisions(.halfEven).filter { 2 * abs($0.error) == $0.divisor }
    #expect(away.count == even.count && away.count > 100)
    #expect(away.allSatisfy { abs($0.quotient * $0.divisor) > abs($0.dividend) })
    #expect(even.allSatisfy { $0.quotient.isMultiple(of: 2) })
  }

  @Test(arguments: Rounding.Direction.allCases)
  func `A negative dividend gives the mirror image`(_ direction: Rounding.Direction) {
    let wrong = Self.divisions(direction).first {
      $0.quotient != -(-$0.dividend).divided(by: $0.divisor, rounding: direction)
    }
    #expect(wrong == nil)
  }

  @Test(arguments: Rounding.Direction.allCases)
  func `What divides is not rounded at all`(_ direction: Rounding.Direction) {
    let divisible = Self.divisions(direction).filter { $0.dividend.isMultiple(of: $0.divisor) }
    #expect(divisible.allSatisfy { $0.error == 0 })
  }

  @Test(arguments: Rounding.Direction.allCases)
  func `A larger dividend never gets less`(_ direction: Rounding.Direction) {
    let table = Self.divisions(direction)
    // The table holds the 127 divisors of one dividend, then those of the next.
    let wrong = zip(table, table.dropFirst(127)).first { $0.quotient > $1.quotient }
    #expect(wrong == nil)
  }

  @Test func `Divisors near the limit are compared without overflow`() {
    let odd = Int64.max
    #expect((odd / 2).divided(by: odd, rounding: .halfUp) == 0)
    #expect((odd / 2 + 1).divided(by: odd, rounding: .halfUp) == 1)
    #expect((odd - 1).divided(by: odd, rounding: .halfEven) == 1)
    #expect(Int64.min.divided(by: odd, rounding: .halfEven) == -1)
    #expect(Int64.min.divided(by: odd, rounding: .up) == -2)
    #expect(Int64.min.divided(by: 1, rounding: .up) == .min)
  }

  @Test(arguments: [
    (Rounding.Direction.down, [-1, 0, 0, 0, 0, 1, 2]),
    (.up, [-2, -1, 1, 1, 1, 2, 3]),
    (.halfUp, [-2, -1, 0, 1, 1, 2, 3]),
    (.halfEven, [-2, 0, 0, 0, 1, 2, 2]),
  ])
  func `Amounts round as the documented table says`(
    _ direction: Rounding.Direction,
    _ yuan: [Int64]
  ) {
    let exact: [Int64] = [-150, -50, 25, 50, 75, 150, 250]
    let rounded = exact.map {
      Money(fen: $0).multiplied(by: .whole, rounding: Rounding(direction, to: .yuan))
    }
    #expect(rounded == yuan.map(Money.yuan))
  }

  @Test func `Each step has its size and its words`() {
    #expect(Rounding.Step.allCases.map(\.fen) == [1, 10, 100, 1_000, 10_000])
    let words = Rounding.Step.allCases.map { Rounding.halfEven(to: $0).description }
    #expect(
      words == [
        "half even to the fen", "half even to the jiao", "half even to the yuan",
        "half even to ten yuan", "half even to a hundred yuan",
      ]
    )
    #expect(Rounding.up(to: .fen).description == "up to the fen")
    #expect(Rounding.down(to: .ten).description == "down to ten yuan")
  }

  @Test func `A rule keeps its wire form`() throws {
    #expect(try json(Rounding.halfUp(to: .jiao)) == #""half up to jiao""#)
    for direction in Rounding.Direction.allCases {
      for step in Rounding.Step.allCases {
        let rule = Rounding(direction, to: step)
        #expect(try roundTripped(rule) == rule)
      }
    }
  }
}

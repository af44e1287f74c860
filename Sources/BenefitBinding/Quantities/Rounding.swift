/// A rule that turns an exact amount into one that can be paid: a direction and a step.
///
/// Real programmes pay whole yuan and post whole hundreds, so the step is part of the terms and is
/// never assumed. Directions are symmetric about zero: a negative amount rounds as its mirror image.
///
/// | exact yuan, to the yuan | −1.50 | −0.50 | 0.25 | 0.50 | 0.75 | 1.50 | 2.50 |
/// |---|---|---|---|---|---|---|---|
/// | ``Direction/down`` | −1 | 0 | 0 | 0 | 0 | 1 | 2 |
/// | ``Direction/up`` | −2 | −1 | 1 | 1 | 1 | 2 | 3 |
/// | ``Direction/halfUp`` | −2 | −1 | 0 | 1 | 1 | 2 | 3 |
/// | ``Direction/halfEven`` | −2 | 0 | 0 | 0 | 1 | 2 | 2 |
public struct Rounding: Hashable, Sendable {
  /// The direction in which an amount between two steps is rounded.
  public enum Direction: String, Hashable, Codable, Sendable, CaseIterable {
    /// Towards zero: what is not a whole step is dropped.
    case down
    /// Away from zero: a part of a step counts as a whole one.
    case up
    /// To the nearer step; a tie goes away from zero.
    case halfUp
    /// To the nearer step; a tie goes to the even step.
    case halfEven
  }

  /// The unit that amounts are rounded to.
  public enum Step: String, Hashable, Codable, Sendable, CaseIterable {
    /// One hundredth of a yuan, or the unit of a currency that has none.
    case fen
    /// One tenth of a yuan, or the unit of a currency that has none.
    case jiao
    /// One yuan.
    case yuan
    /// Ten yuan.
    case ten
    /// A hundred yuan.
    case hundred

    /// The size of the step in fen.
    public var fen: Int64 {
      switch self {
      case .fen: 1
      case .jiao: 10
      case .yuan: 100
      case .ten: 1_000
      case .hundred: 10_000
      }
    }

    /// The step as a currency has it: its smallest one where this is finer.
    func inSteps(of currency: Currency) -> Self { fen < currency.step.fen ? currency.step : self }
  }

  /// The direction of rounding.
  public var direction: Direction

  /// The step that is rounded to.
  public var step: Step

  /// Creates a rule.
  package init(_ direction: Direction, to step: Step) {
    self.direction = direction
    self.step = step
  }

  /// The rule as a currency has it: to its smallest step where the rule says a finer one.
  func inSteps(of currency: Currency) -> Self {
    Self(direction, to: step.inSteps(of: currency))
  }

  /// Rounds down to a step.
  public static func down(to step: Step) -> Self { Self(.down, to: step) }

  /// Rounds up to a step.
  public static func up(to step: Step) -> Self { Self(.up, to: step) }

  /// Rounds to the nearest step, ties away from zero.
  public static func halfUp(to step: Step) -> Self { Self(.halfUp, to: step) }

  /// Rounds to the nearest step, ties to the even one.
  public static func halfEven(to step: Step) -> Self { Self(.halfEven, to: step) }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// Divides by a positive divisor, sending what does not divide the way `direction` says.
  ///
  /// - Precondition: `divisor` is positive.
  @inline(__always)
  package func divided(by divisor: Self, rounding direction: Rounding.Direction) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    if remainder == 0 { return quotient }
    let awayFromZero = self < 0 ? quotient - 1 : quotient + 1
    // Compares |remainder| with divisor / 2 without doubling, which could overflow.
    let twice = remainder.magnitude
    let rest = divisor.magnitude - remainder.magnitude
    return switch direction {
    case .down: quotient
    case .up: awayFromZero
    case .halfUp: twice >= rest ? awayFromZero : quotient
    case .halfEven:
      twice > rest || (twice == rest && quotient & 1 != 0) ? awayFromZero : quotient
    }
  }
}

extension Rounding: Codable {
  /// The rule as files carry it, such as `half up to fen`.
  private var text: String { "\(direction.words(in: .english)) to \(step.rawValue)" }

  /// Decodes a rule such as `half up to fen` or `down to yuan`.
  ///
  /// - Throws: `DecodingError` that quotes a text which is none, with the words that there are.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText { (text) throws(BenefitError) in
      let rules = Direction.allCases.flatMap { direction in
        Step.allCases.map { Self(direction, to: $0) }
      }
      if let rule = rules.first(where: { $0.text == text }) { return rule }
      let directions = Direction.allCases.map { $0.words(in: .english) }
      let steps = Step.allCases.map(\.rawValue)
      throw BenefitError(
        .malformed,
        found: Phrase(
          en: "\"\(text.escaped)\" is no rule of rounding.",
          zh: "「\(text.escaped)」不是取整规则。"
        ),
        advice: Phrase(
          en: "Write one of \(directions.joined(separator: ", ")), then \"to\" and one of "
            + "\(steps.joined(separator: ", ")), such as \"half up to fen\".",
          zh: "请依次写「\(directions.joined(separator: "」「"))」之一、「to」和"
            + "「\(steps.joined(separator: "」「"))」之一，如「half up to fen」。"
        )
      )
    }
  }

  /// Encodes the rule as a text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

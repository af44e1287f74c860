public import BenefitBinding

/// A number of households, each counted once, or as often as its weight in a sample says, and of
/// the persons in them.
///
/// ```swift
/// let poor = Population(households: 41, persons: 164)
/// print(poor)    // 41 households, 164 persons
/// ```
///
/// Where weights are not whole, it is kept and added up exactly and only its numbers are rounded,
/// half up.
public struct Population: Hashable, Sendable {
  /// The unit in which a population is counted.
  public enum Unit: String, Hashable, Codable, Sendable, CaseIterable {
    /// Each person counts.
    case persons
    /// Each household counts, however many persons it has.
    case households

    /// Returns the unit in a language.
    public func text(in language: Language) -> String {
      switch language {
      case .english: rawValue
      case .simplifiedChinese: chinese
      }
    }

    private var chinese: String {
      switch self {
      case .persons: "按人"
      case .households: "按户"
      }
    }
  }

  /// Households and persons, each times ``parts``.
  private var counted: (households: Int64, persons: Int64)

  /// The number of parts in which one household, or one person, is counted.
  private var parts: Int64

  /// The number of households.
  public var households: Int64 { counted.households.divided(by: parts, rounding: .halfUp) }

  /// The number of persons in them.
  public var persons: Int64 { counted.persons.divided(by: parts, rounding: .halfUp) }

  /// Creates a population from its numbers.
  public init(households: Int64, persons: Int64) {
    self.init(households: households, persons: persons, parts: 1)
  }

  /// Creates a population from numbers of parts.
  init(households: Int64, persons: Int64, parts: Int64) {
    counted = (households, persons)
    self.parts = parts
  }

  /// The number in a unit, in parts that all populations of one sample have in common.
  subscript(unit: Unit) -> Int64 {
    switch unit {
    case .persons: counted.persons
    case .households: counted.households
    }
  }
}

extension Population: Encodable {
  private enum CodingKeys: CodingKey { case households, persons }

  /// Encodes both numbers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(households, forKey: .households)
    try container.encode(persons, forKey: .persons)
  }

  /// Returns true if both numbers are exactly equal, in whatever parts they are counted.
  public static func == (lhs: Self, rhs: Self) -> Bool { (lhs - rhs).counted == (0, 0) }

  /// Feeds the numbers to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(households)
    hasher.combine(persons)
  }
}

extension Population: AdditiveArithmetic {
  /// Nobody.
  public static let zero = Self(households: 0, persons: 0)

  /// Two populations that share no household, taken together.
  public static func + (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, +)
  }

  /// Returns a population without a part of it.
  public static func - (lhs: Self, rhs: Self) -> Self {
    combined(lhs, rhs, -)
  }

  /// Combines two populations in parts that both are whole in.
  private static func combined(_ lhs: Self, _ rhs: Self, _ combine: (Int64, Int64) -> Int64) -> Self
  {
    let scale = lhs.parts == rhs.parts ? .whole : Ratio(lhs.parts, rhs.parts)
    let (left, right) = (scale.denominator, scale.numerator)
    return Self(
      households: combine(lhs.counted.households * left, rhs.counted.households * right),
      persons: combine(lhs.counted.persons * left, rhs.counted.persons * right),
      parts: lhs.parts * left
    )
  }

  /// Counts one more household.
  mutating func count(_ persons: Int64) {
    counted.households += 1
    counted.persons += persons
  }

  /// Counts the household of a row as often as its weight says; nobody else has been counted
  /// without.
  mutating func count(_ row: Int, of incomes: Incomes) {
    guard let weights = incomes.weights else { return count(incomes.persons[row]) }
    parts = weights.denominator
    counted.households += weights[row]
    counted.persons += weights[row] * incomes.persons[row]
  }
}

extension Population: CustomStringConvertible {
  /// Both numbers in words.
  public var description: String { text(in: .english) }

  /// Returns both numbers in words of a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english:
      "\(Plural.counted(households, "household")), \(Plural.counted(persons, "person"))"
    case .simplifiedChinese:
      "\(Self.grouped(households)) 户，\(Self.grouped(persons)) 人"
    }
  }

  private static func grouped(_ count: Int64) -> String {
    DecimalText.write(count, decimals: 0, grouped: true)
  }
}

public import BenefitBinding

/// A number of households, each counted once, and of the persons in them.
///
/// ```swift
/// let poor = Population(households: 41, persons: 164)
/// print(poor)    // 41 households, 164 persons
/// ```
public struct Population: Hashable, Encodable, Sendable {
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

  /// The number of households.
  public var households: Int64

  /// The number of persons in them.
  public var persons: Int64

  /// Creates a population from its numbers.
  public init(households: Int64, persons: Int64) {
    self.households = households
    self.persons = persons
  }

  /// The number in a unit.
  subscript(unit: Unit) -> Int64 {
    switch unit {
    case .persons: persons
    case .households: households
    }
  }
}

extension Population: AdditiveArithmetic {
  /// Nobody.
  public static let zero = Self(households: 0, persons: 0)

  /// Two populations that share no household, taken together.
  public static func + (lhs: Self, rhs: Self) -> Self {
    Self(households: lhs.households + rhs.households, persons: lhs.persons + rhs.persons)
  }

  /// Returns a population without a part of it.
  public static func - (lhs: Self, rhs: Self) -> Self {
    Self(households: lhs.households - rhs.households, persons: lhs.persons - rhs.persons)
  }

  /// Counts one more household.
  mutating func count(_ persons: Int64) {
    households += 1
    self.persons += persons
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

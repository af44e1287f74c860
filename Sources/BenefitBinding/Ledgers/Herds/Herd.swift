/// A herd that is counted by sex and age, year by year.
///
/// ```swift
/// // A cow has a calf every year, and each calf from its fourth year.
/// let cows = Herd(females: [0, 0, 0, 1], births: 1, ageOfFirstBirth: 3, femaleFraction: .whole)
/// print(cows.years(20).last?.total ?? 0)    // 2745
/// ```
///
/// The order of events in a year:
///
/// 1. everyone becomes a year older;
/// 2. deaths: of the young (under the age of first birth) and of the adults, females and males each,
///    the fraction that does not survive, rounded as ``deathRounding`` says and taken from the oldest;
/// 3. births: adult females times births for each, rounded as ``birthRounding`` says;
/// 4. the sexes of the newborn: the fraction of females, rounded down; the rest are males;
/// 5. deliveries of the year, females and males, from the youngest up to those just below the age of
///    first birth; what the herd does not have is a shortfall, and is not asked for again;
/// 6. sales: fractions of the newborn that are left, rounded down, and the adults that reached the
///    age at which they are sold.
///
/// Animals are whole. With deaths rounded down, a small herd loses nothing to a small rate (of nine
/// ewes a twentieth is none, every year); with half up it loses one where a half is reached.
public struct Herd: Hashable, Sendable {
  /// The females at the start by age in years, from 0.
  public let females: [Int]
  /// The males at the start by age in years, from 0.
  public let males: [Int]
  /// The births of an adult female in a year.
  public let births: Ratio
  /// The direction in which the births of all adults together are rounded.
  public let birthRounding: Rounding.Direction
  /// The age in years from which a female gives birth.
  public let ageOfFirstBirth: Int
  /// The fraction of newborn that are females.
  public let femaleFraction: Ratio
  /// The fraction of the young that survive a year.
  public let youngSurvival: Ratio
  /// The fraction of the adults that survive a year.
  public let adultSurvival: Ratio
  /// The direction in which the deaths of a sex among young or adults are rounded.
  public let deathRounding: Rounding.Direction
  /// The fraction of newborn females sold.
  public let femalesSold: Ratio
  /// The fraction of newborn males sold.
  public let malesSold: Ratio
  /// The age in years at which adults are sold, or `nil` where they are not.
  public let ageOfSale: Int?
  /// The deliveries, each with its year.
  public let deliveries: [Delivery]

  /// Describes a herd.
  ///
  /// - Precondition: No number is below zero, births are at most ``mostBirths``, fractions are from
  ///   0 to 1, and ages at most ``oldest``.
  /// - Parameters:
  ///   - females: The females at the start by age in years, from 0.
  ///   - males: The males at the start by age in years, from 0.
  ///   - births: The births of an adult female in a year.
  ///   - birthRounding: How the births of all adults together are rounded.
  ///   - ageOfFirstBirth: The age in years from which a female gives birth.
  ///   - femaleFraction: The fraction of newborn that are females.
  ///   - youngSurvival: The fraction of the young that survive a year.
  ///   - adultSurvival: The fraction of the adults that survive a year.
  ///   - deathRounding: How the deaths of a sex among young or adults are rounded.
  ///   - femalesSold: The fraction of newborn females sold.
  ///   - malesSold: The fraction of newborn males sold.
  ///   - ageOfSale: The age in years at which adults are sold.
  ///   - deliveries: What is delivered, and when.
  public init(
    females: [Int],
    males: [Int] = [],
    births: Ratio,
    birthRounding: Rounding.Direction = .down,
    ageOfFirstBirth: Int,
    femaleFraction: Ratio = Ratio(1, 2),
    youngSurvival: Ratio = .whole,
    adultSurvival: Ratio = .whole,
    deathRounding: Rounding.Direction = .down,
    femalesSold: Ratio = .zero,
    malesSold: Ratio = .zero,
    ageOfSale: Int? = nil,
    deliveries: [Delivery] = []
  ) {
    self.females = females
    self.males = males
    self.births = births
    self.birthRounding = birthRounding
    self.ageOfFirstBirth = ageOfFirstBirth
    self.femaleFraction = femaleFraction
    self.youngSurvival = youngSurvival
    self.adultSurvival = adultSurvival
    self.deathRounding = deathRounding
    self.femalesSold = femalesSold
    self.malesSold = malesSold
    self.ageOfSale = ageOfSale
    self.deliveries = deliveries
    if let problem { stop(problem) }
  }

  /// The most births of an animal in a year.
  public static let mostBirths: Ratio = 1_000

  /// The oldest age that is counted, in years.
  public static let oldest = 100

  /// The problem with the herd, or `nil`.
  private var problem: String? {
    let counts = 0...InKindTerms.mostHeads
    if !(females + males).allSatisfy(counts.contains) || max(females.count, males.count) > 101 {
      return "A herd has from 0 to \(counts.upperBound) animals of an age from 0 to \(Self.oldest)."
    }
    if !(Ratio.zero...Self.mostBirths).contains(births) {
      return "Births are from 0 to \(Self.mostBirths) for each adult, not \(births)."
    }
    for age in [ageOfFirstBirth, ageOfSale ?? 0] where !(0...Self.oldest).contains(age) {
      return "An age is from 0 to \(Self.oldest) years, not \(age)."
    }
    if let ageOfSale, ageOfSale < ageOfFirstBirth {
      return "Adults cannot be sold at \(ageOfSale), before they first give birth."
    }
    let fractions = [femaleFraction, youngSurvival, adultSurvival, femalesSold, malesSold]
    for fraction in fractions where !(Ratio.zero...Ratio.whole).contains(fraction) {
      return "A fraction of a herd is from 0 to 1, not \(fraction)."
    }
    for delivery in deliveries
    where delivery.year < 1
      || ![delivery.heads.females, delivery.heads.males].allSatisfy(
        counts.contains
      )
    {
      return
        "A delivery in year \(delivery.year) cannot be: it is in year 1 or later, and of zero or "
        + "more."
    }
    return nil
  }
}

extension Herd: Codable {
  private enum CodingKeys: CodingKey {
    case females, males, births, birthRounding, ageOfFirstBirth, femaleFraction, youngSurvival
    case adultSurvival, deathRounding, femalesSold, malesSold, ageOfSale, deliveries
  }

  /// Decodes a herd and checks it as its initializer does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    females = try container.decode([Int].self, forKey: .females)
    males = try container.decode([Int].self, forKey: .males)
    births = try container.decode(Ratio.self, forKey: .births)
    birthRounding = try container.decode(Rounding.Direction.self, forKey: .birthRounding)
    ageOfFirstBirth = try container.decode(Int.self, forKey: .ageOfFirstBirth)
    femaleFraction = try container.decode(Ratio.self, forKey: .femaleFraction)
    youngSurvival = try container.decode(Ratio.self, forKey: .youngSurvival)
    adultSurvival = try container.decode(Ratio.self, forKey: .adultSurvival)
    deathRounding = try container.decode(Rounding.Direction.self, forKey: .deathRounding)
    femalesSold = try container.decode(Ratio.self, forKey: .femalesSold)
    malesSold = try container.decode(Ratio.self, forKey: .malesSold)
    ageOfSale = try container.decodeIfPresent(Int.self, forKey: .ageOfSale)
    deliveries = try container.decode([Delivery].self, forKey: .deliveries)
    try decoder.refuse(problem)
  }
}

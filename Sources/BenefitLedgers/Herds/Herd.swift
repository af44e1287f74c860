public import BenefitBinding

/// A herd that is counted by sex and age, year by year.
///
/// ```swift
/// // A cow has a calf every year, and each calf from its fourth year.
/// let cows = try Herd(females: [0, 0, 0, 1], births: 1, ageOfFirstBirth: 3, femaleFraction: .whole)
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
  /// The young females that are handed over, by the year from 1.
  public let femalesDelivered: [Int: Int]
  /// The young males that are handed over, by the year from 1.
  public let malesDelivered: [Int: Int]

  /// Describes a herd.
  ///
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
  ///   - femalesDelivered: The young females that are handed over, by the year from 1.
  ///   - malesDelivered: The young males that are handed over, by the year from 1.
  /// - Throws: `BenefitError` where a number is below zero, births are more than 1,000 for each adult, a
  ///   fraction is not from 0 to 1, or an age is above 100.
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
    femalesDelivered: [Int: Int] = [:],
    malesDelivered: [Int: Int] = [:]
  ) throws(BenefitError) {
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
    self.femalesDelivered = femalesDelivered
    self.malesDelivered = malesDelivered
    if let problem { throw BenefitError(.outOfRange, found: problem) }
  }

  /// The most births of an animal in a year.
  private static let mostBirths: Ratio = 1_000

  /// The oldest age that is counted, in years.
  static let oldest = 100

  /// The problem with the herd, or `nil`.
  private var problem: Phrase? {
    let counts = 0...InKindTerms.mostHeads
    if !(females + males).allSatisfy(counts.contains) || max(females.count, males.count) > 101 {
      return Phrase(
        en: "A herd has from 0 to \(counts.upperBound) animals of an age from 0 to \(Self.oldest).",
        zh: "畜群中 0 至 \(Self.oldest) 岁各年龄的头数须为 0 至 \(counts.upperBound)。"
      )
    }
    if !(Ratio.zero...Self.mostBirths).contains(births) {
      return Phrase(
        en: "Births are from 0 to \(Self.mostBirths) for each adult, not \(births).",
        zh: "每头成年母畜的产仔数须为 0 至 \(Self.mostBirths)，实际为 \(births)。"
      )
    }
    for age in [ageOfFirstBirth, ageOfSale ?? 0] where !(0...Self.oldest).contains(age) {
      return Phrase(
        en: "An age is from 0 to \(Self.oldest) years, not \(age).",
        zh: "年龄须为 0 至 \(Self.oldest) 岁，实际为 \(age)。"
      )
    }
    if let ageOfSale, ageOfSale < ageOfFirstBirth {
      return Phrase(
        en: "Adults cannot be sold at \(ageOfSale), before they first give birth.",
        zh: "成畜不能在初产前的 \(ageOfSale) 岁出售。"
      )
    }
    let fractions = [femaleFraction, youngSurvival, adultSurvival, femalesSold, malesSold]
    for fraction in fractions where !(Ratio.zero...Ratio.whole).contains(fraction) {
      return Phrase(
        en: "A fraction of a herd is from 0 to 1, not \(fraction).",
        zh: "畜群的比例须为 0 至 1，实际为 \(fraction)。"
      )
    }
    for (year, heads) in Array(femalesDelivered) + Array(malesDelivered)
    where year < 1 || !counts.contains(heads) {
      return Phrase(
        en: "A delivery in year \(year) cannot be: it is in year 1 or later, and of zero or more.",
        zh: "第 \(year) 年的交付无效：交付须在第 1 年或以后，头数不得为负。"
      )
    }
    return nil
  }
}

extension Herd: Codable, StoredInParts {
  package enum CodingKeys: CodingKey {
    case females, males, births, birthRounding, ageOfFirstBirth, femaleFraction, youngSurvival
    case adultSurvival, deathRounding, femalesSold, malesSold, ageOfSale, femalesDelivered
    case malesDelivered
  }

  /// Decodes a herd and checks it as its initialiser does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with it.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      females: parts[.females],
      males: parts[.males],
      births: parts[.births],
      birthRounding: parts[.birthRounding],
      ageOfFirstBirth: parts[.ageOfFirstBirth],
      femaleFraction: parts[.femaleFraction],
      youngSurvival: parts[.youngSurvival],
      adultSurvival: parts[.adultSurvival],
      deathRounding: parts[.deathRounding],
      femalesSold: parts[.femalesSold],
      malesSold: parts[.malesSold],
      ageOfSale: parts[ifPresent: .ageOfSale],
      femalesDelivered: parts[.femalesDelivered],
      malesDelivered: parts[.malesDelivered]
    )
  }
}

public import BenefitBinding

/// A herd that is counted by sex and age, year by year.
///
/// ```swift
/// // A cow has a calf every year, and each calf from its fourth year.
/// let cows = try Herd(
///   females: [0, 0, 0, 1], classes: [.init(from: 3, births: 1)], femaleFraction: .whole)
/// print(cows.years(20).last?.total ?? 0)    // 2745
/// print(cows.growthFactor)                  // 1.4655712318767...
/// ```
///
/// The order of events in a year:
///
/// 1. deaths: of each ``AgeClass``, females and males each, the fraction that does not survive, rounded as
///    ``deathRounding`` says and taken from the oldest;
/// 2. everyone becomes a year older;
/// 3. births: the females of each class times its births, together rounded as ``birthRounding`` says;
/// 4. the sexes of the newborn: the fraction of females, rounded down; the rest are males;
/// 5. deliveries of the year, females and males, from the youngest up to those just below the age of
///    first birth; what the herd does not have is a shortfall, and is not asked for again;
/// 6. culling: of each class, females and males each, the fraction that is sold, rounded down and taken
///    from the oldest.
///
/// Animals are whole. With deaths rounded down, a small herd loses nothing to a small rate (of nine
/// ewes a twentieth is none, every year); with half up it loses one where a half is reached.
public struct Herd: Hashable, Sendable {
  /// The females at the start by age in years, from 0.
  public let females: [Int]
  /// The males at the start by age in years, from 0.
  public let males: [Int]
  /// The rates by age; who is younger than the first class survives, gives no birth and is not sold.
  public let classes: [AgeClass]
  /// The direction in which the births of all females together are rounded.
  public let birthRounding: Rounding.Direction
  /// The fraction of newborn that are females.
  public let femaleFraction: Ratio
  /// The direction in which the deaths of a sex in a class are rounded.
  public let deathRounding: Rounding.Direction
  /// The young females that are handed over, by the year from 1.
  public let femalesDelivered: [Int: Int]
  /// The young males that are handed over, by the year from 1.
  public let malesDelivered: [Int: Int]

  /// Describes a herd.
  ///
  /// - Parameters:
  ///   - females: The females at the start by age in years, from 0.
  ///   - males: The males at the start by age in years, from 0.
  ///   - classes: The rates by age, from the youngest class on.
  ///   - birthRounding: How the births of all females together are rounded.
  ///   - femaleFraction: The fraction of newborn that are females.
  ///   - deathRounding: How the deaths of a sex in a class are rounded.
  ///   - femalesDelivered: The young females that are handed over, by the year from 1.
  ///   - malesDelivered: The young males that are handed over, by the year from 1.
  /// - Throws: `BenefitError` where a number is below zero, births are more than 1,000 for each female or
  ///   too fine to be added up, a fraction is not from 0 to 1, an age is above 100, or classes do not
  ///   follow each other.
  public init(
    females: [Int],
    males: [Int] = [],
    classes: [AgeClass],
    birthRounding: Rounding.Direction = .down,
    femaleFraction: Ratio = Ratio(1, 2),
    deathRounding: Rounding.Direction = .down,
    femalesDelivered: [Int: Int] = [:],
    malesDelivered: [Int: Int] = [:]
  ) throws(BenefitError) {
    self.females = females
    self.males = males
    self.classes = classes
    self.birthRounding = birthRounding
    self.femaleFraction = femaleFraction
    self.deathRounding = deathRounding
    self.femalesDelivered = femalesDelivered
    self.malesDelivered = malesDelivered
    if let problem { throw BenefitError(.outOfRange, found: problem) }
  }

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
    if let problem = classes.lazy.compactMap(\.problem).first { return problem }
    if let (before, after) = zip(classes, classes.dropFirst()).first(where: { $0.from >= $1.from })
    {
      return Phrase(
        en: "A class from age \(after.from) cannot follow one from age \(before.from).",
        zh: "\(before.from) 岁起的年龄组之后不能是 \(after.from) 岁起的年龄组。"
      )
    }
    if Column(classes.map(\.births)) == nil {
      return Phrase(
        en: "The births of the classes have no common denominator in 64 bits.",
        zh: "各年龄组的产仔数没有 64 位以内的公分母。"
      )
    }
    if let problem = AgeClass.problem(of: [femaleFraction]) { return problem }
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
    case females, males, classes, birthRounding, femaleFraction, deathRounding, femalesDelivered
    case malesDelivered
  }

  /// Decodes a herd and checks it as its initialiser does.
  ///
  /// - Throws: `DecodingError` that says what is wrong with it.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      females: parts[.females],
      males: parts[.males],
      classes: parts[.classes],
      birthRounding: parts[.birthRounding],
      femaleFraction: parts[.femaleFraction],
      deathRounding: parts[.deathRounding],
      femalesDelivered: parts[.femalesDelivered],
      malesDelivered: parts[.malesDelivered]
    )
  }
}

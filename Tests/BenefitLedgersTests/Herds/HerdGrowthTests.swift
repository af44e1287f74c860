import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// The growth of herds by classes against published projection matrices.
struct HerdGrowthTests {
  // New Zealand sheep (G. Caughley, Ecology 48, 1967): females born to a ewe of each age, counted at the year's start,
  // and the fractions that survive it.
  private static let daughters: [Int64] = [0, 45, 391, 472, 484, 546, 543, 502, 468, 459, 433, 421]
  private static let survival: [Int64] = [845, 975, 965, 950, 926, 895, 850, 786, 691, 561, 370]

  /// The ewes have their lambs at the end of a year that they survive; after their twelfth all are gone.
  private func sheep(sold: Ratio = .zero, lambsSold: Ratio? = nil) throws -> Herd {
    let classes = (0...12).map { age in
      let survived = age == 12 ? 1_000 : age == 0 ? 1 : Self.survival[age - 1]
      let born = age == 0 ? 0 : Self.daughters[age - 1]
      return Herd.AgeClass(
        from: age,
        births: Ratio((born * 1_000_000 + survived / 2) / survived, 1_000_000),
        survival: age < 11 ? Ratio(Self.survival[age], 1_000) : .whole,
        sold: age == 12 ? .whole : age == 0 ? lambsSold ?? sold : sold
      )
    }
    return try Herd(females: [1_000], classes: classes, femaleFraction: .whole)
  }

  // The growth factor 1.175, a surplus of 14.9 % of all ages or 60.2 % of the lambs: H. Anton and C. Rorres, Elementary
  // Linear Algebra, Applications Version, on harvesting; the further digits are numpy's.
  @Test func `New Zealand's sheep grow by 17.6 percent, and are kept level by what is sold`() throws
  {
    let herd = try sheep()
    #expect(abs(herd.growthFactor - 1.175_571_423) < 1e-6)
    let published = [
      0.241_295, 0.173_443, 0.143_851, 0.118_084, 0.095_426, 0.075_167, 0.057_227, 0.041_378,
      0.027_666, 0.016_262, 0.007_760, 0.002_443, 0,
    ]
    let structure = herd.stableStructure
    try #require(structure.count == published.count)
    for (share, expected) in zip(structure, published) { #expect(abs(share - expected) < 1e-6) }
    #expect(abs(try sheep(sold: "0.1493498").growthFactor - 1) < 1e-6)
    #expect(abs(try sheep(lambsSold: "0.6021723").growthFactor - 1) < 1e-6)
  }

  // The supergolden ratio, OEIS A092526.
  @Test func `Narayana's cows grow by the supergolden ratio, as their years do`() throws {
    let herd = try Herd(
      females: [0, 0, 0, 1],
      classes: [.init(from: 3, births: 1)],
      femaleFraction: .whole
    )
    #expect(abs(herd.growthFactor - 1.465_571_231_876_768) < 1e-14)
    let years = herd.years(60)
    let last = years[60]
    #expect(abs(Double(last.total) / Double(years[59].total) - herd.growthFactor) < 1e-9)
    for (age, share) in herd.stableStructure.dropLast().enumerated() {
      #expect(abs(Double(last.females[age]) / Double(last.total) - share) < 1e-9)
    }
    #expect(abs(herd.stableStructure.reduce(0, +) - 1) < 1e-12)
  }

  // Spotted owls: 0.33 young females, survivals 0.18, 0.71, 0.94 (D. Lay, Linear Algebra and Its Applications, chapter 5,
  // after R. Lamberson and others, 1992): the greatest eigenvalue is 0.98, and 1.01 where 0.30 of the young survive.
  @Test(arguments: [("0.18", 0.983_592_740), ("0.30", 1.009_036_643)] as [(Ratio, Double)])
  func `Owls die out, and would not if more of their young lived`(young: Ratio, growth: Double)
    throws
  {
    let herd = try Herd(
      females: [1],
      classes: [
        .init(from: 0, survival: young), .init(from: 1, survival: "0.71"),
        .init(from: 2, survival: "0.94"),
        .init(from: 3, births: Ratio(33, 94), survival: "0.94"),
      ],
      femaleFraction: .whole
    )
    #expect(abs(herd.growthFactor - growth) < 1e-6)
  }

  @Test func `A herd without births shrinks as its oldest do`() throws {
    func herd(_ survival: Ratio) throws -> Herd {
      try Herd(females: [9, 9], classes: [.init(from: 1, survival: survival)])
    }
    #expect(try herd("90%").growthFactor == 0.9)
    #expect(try herd("90%").stableStructure == [0, 1])
    #expect(try herd(.zero).growthFactor == 0)
    #expect(try herd(.zero).stableStructure == [0, 0])
  }

  // Ten ewes, two rams: rates of their own for each sex and class.
  @Test func `Each sex of each class dies and is sold by its own rates`() throws {
    let year = try Herd(
      females: [10, 0, 20],
      males: [10, 4],
      classes: [
        .init(from: 0, survival: "80%", maleSurvival: "50%"),
        .init(from: 1, survival: "90%", sold: "25%", malesSold: "60%"),
        .init(from: 3, births: 2, sold: "10%", malesSold: .whole),
      ]
    ).years(1)[1]
    #expect((year.died.females, year.died.males) == (4, 5))
    // The 18 ewes that are now three have 36 young; 18 of them are females.
    #expect((year.adults, year.born.females, year.born.males) == (18, 18, 18))
    #expect((year.sold.females, year.sold.males) == (3, 5))
    #expect((year.females, year.males) == ([18, 6, 0, 17], [18, 4, 0]))
  }

  @Test(
    arguments: [
      (
        [.init(from: 2), .init(from: 2)], "A class from age 2 cannot follow one from age 2.",
        "2 岁起的年龄组之后不能是 2 岁起的年龄组。"
      ),
      ([.init(from: 101)], "An age is from 0 to 100 years, not 101.", "年龄须为 0 至 100 岁，实际为 101。"),
      (
        [.init(from: 0, births: -1)], "Births are from 0 to 1000 for each female, not -1.",
        "每头母畜的产仔数须为 0 至 1000，实际为 -1。"
      ),
      (
        [.init(from: 0, sold: "120%")], "A fraction of a herd is from 0 to 1, not 6/5.",
        "畜群的比例须为 0 至 1，实际为 6/5。"
      ),
    ] as [([Herd.AgeClass], String, String)]
  )
  func `Classes that cannot be are refused in both languages`(
    classes: [Herd.AgeClass],
    english: String,
    chinese: String
  ) {
    let error = #expect(throws: BenefitError.self) { try Herd(females: [1], classes: classes) }
    #expect(error?.description == english)
    #expect(error?.text(in: .simplifiedChinese) == chinese)
  }
}

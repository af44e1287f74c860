internal import BenefitBinding

extension Herd {
  /// Animals by sex.
  public struct Sexes: Hashable, Encodable, Sendable {
    /// The females.
    public internal(set) var females = 0
    /// The males.
    public internal(set) var males = 0

    /// All of them.
    public var total: Int { females + males }
  }

  /// The herd at the end of a year, and what happened in it.
  public struct Year: Hashable, Encodable, Sendable {
    /// The number of years after the start.
    public internal(set) var year = 0
    /// The animals born.
    public internal(set) var born = Sexes()
    /// The animals that died.
    public internal(set) var died = Sexes()
    /// The animals delivered.
    public internal(set) var delivered = Sexes()
    /// The animals that were to be delivered and were not there.
    public internal(set) var shortfall = Sexes()
    /// The animals sold.
    public internal(set) var sold = Sexes()
    /// The females by age.
    public internal(set) var females: [Int]
    /// The males by age.
    public internal(set) var males: [Int]
    /// The females that gave birth or could have.
    public internal(set) var adults = 0

    /// All animals.
    public var total: Int { females.reduce(0, +) + males.reduce(0, +) }
  }
}

// MARK: - Following a herd

extension Herd {
  /// The herd from the start, year 0, to a last year.
  ///
  /// - Precondition: The last year is not below zero, and no number leaves 64 bits.
  /// - Complexity: O(n·a) for n years and a ages.
  public func years(_ last: Int) -> [Year] {
    require(last >= 0, "A herd cannot be followed to year \(last).")
    var start = Year(females: females, males: males)
    start.adults = births(of: females).adults
    var years = [start]
    while let before = years.last, before.year < last { years.append(year(after: before)) }
    return years
  }

  private func year(after before: Year) -> Year {
    var year = Year(females: before.females, males: before.males)
    year.year = before.year + 1

    year.died.females = take(from: &year.females, rounding: deathRounding) {
      .whole - $0.survival
    }
    year.died.males = take(from: &year.males, rounding: deathRounding) {
      .whole - $0.maleSurvival
    }
    year.females = Self.older(year.females)
    year.males = Self.older(year.males)

    let born: Int
    (year.adults, born) = births(of: year.females)
    year.born.females = Self.part(femaleFraction, of: born, rounding: .down)
    year.born.males = born - year.born.females
    year.females[0] += year.born.females
    year.males[0] += year.born.males

    let toDeliver = Sexes(
      females: femalesDelivered[year.year] ?? 0,
      males: malesDelivered[year.year] ?? 0
    )
    year.delivered.females = deliver(toDeliver.females, from: &year.females)
    year.delivered.males = deliver(toDeliver.males, from: &year.males)
    year.shortfall.females = toDeliver.females - year.delivered.females
    year.shortfall.males = toDeliver.males - year.delivered.males

    year.sold.females = take(from: &year.females, rounding: .down, \.sold)
    year.sold.males = take(from: &year.males, rounding: .down, \.malesSold)
    return year
  }

  /// Everyone a year older, the oldest age counted holding all beyond it.
  private static func older(_ ages: [Int]) -> [Int] {
    var older = [0] + ages
    if older.count > oldest + 1 { older[oldest] += older.removeLast() }
    return older
  }

  /// A fraction of a number of animals, in whole animals.
  private static func part(
    _ fraction: Ratio,
    of count: Int,
    rounding direction: Rounding.Direction
  ) -> Int {
    let exact = Int128(count) * Int128(fraction.numerator)
    return Int(exact.divided(by: Int128(fraction.denominator), rounding: direction))
  }

  /// Takes a fraction of each class, the oldest first.
  private func take(
    from ages: inout [Int],
    rounding direction: Rounding.Direction,
    _ fraction: (AgeClass) -> Ratio
  ) -> Int {
    ranges(upTo: ages.count).reduce(0) { taken, part in
      let count = ages[part.ages].reduce(0, +)
      let leaving = Self.part(fraction(part.rates), of: count, rounding: direction)
      return taken + Self.take(leaving, from: &ages, in: part.ages.reversed())
    }
  }

  /// Returns the females that give birth, and their young.
  private func births(of females: [Int]) -> (adults: Int, born: Int) {
    let ranges = ranges(upTo: females.count).filter { $0.rates.births > .zero }
    guard let rates = Column(ranges.map(\.rates.births)) else {
      stop("Births were checked and are too fine.")
    }
    var adults = 0
    var born: Int128 = 0
    for (births, (_, ages)) in zip(rates.values, ranges) {
      let count = females[ages].reduce(0, +)
      adults += count
      born += Int128(births) * Int128(count)
    }
    return (adults, Int(born.divided(by: Int128(rates.denominator), rounding: birthRounding)))
  }

  /// Takes young from the youngest on, as many as there are.
  private func deliver(_ heads: Int, from ages: inout [Int]) -> Int {
    // Where animals give birth in their first year, the newborn are still young.
    let border = min(max(ageOfFirstBirth, 1), ages.count)
    return Self.take(heads, from: &ages, in: Array(0..<border))
  }

  /// Takes up to a number of animals, age by age in the order given.
  private static func take(_ heads: Int, from ages: inout [Int], in order: [Int]) -> Int {
    var left = heads
    for age in order {
      let taken = min(left, ages[age])
      ages[age] -= taken
      left -= taken
    }
    return heads - left
  }
}

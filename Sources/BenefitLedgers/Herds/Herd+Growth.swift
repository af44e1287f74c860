internal import BenefitBinding

// The females of a year follow from those of the year before by the projection matrix of P. H. Leslie (1945), counted
// after births. Its last age holds all beyond it, as the last stage of L. P. Lefkovitch (1965) does. Males,
// deliveries and the rounding to whole animals have no part in it.
extension Herd {
  /// The factor by which the females grow from year to year in the end: the dominant eigenvalue of the
  /// projection matrix.
  ///
  /// Above 1 the herd grows, at 1 it stays, below it dies out; deliveries are not counted.
  ///
  /// ```swift
  /// let ewes = try Herd(females: [10], classes: [.init(from: 0, survival: "90%", sold: "10%")])
  /// print(ewes.growthFactor)    // 0.81
  /// ```
  ///
  /// - Complexity: O(a) for a ages up to that of the last class, some hundred times.
  public var growthFactor: Double { projection.growthFactor }

  /// The fractions of the females by age at which they grow alike, from 0 to the age at which the last class
  /// begins, or 1; the last holds all beyond.
  ///
  /// - Returns: Fractions that add up to 1; all zero where the females die out within these ages.
  public var stableStructure: [Double] {
    let projection = projection
    let structure = projection.structure(at: projection.growthFactor)
    let total = structure.reduce(0, +)
    return structure.map { total > 0 ? $0 / total : 0 }
  }

  private var projection: Projection {
    let last = max(1, classes.last?.from ?? 1)
    var projection = Projection()
    for (rates, ages) in ranges(upTo: last + 1) {
      for _ in ages {
        projection.survival.append(rates.survival.number)
        projection.kept.append((.whole - rates.sold).number)
        projection.daughters.append(rates.births.number * femaleFraction.number)
      }
    }
    return projection
  }

  /// The rates of the females by age; the last age holds all beyond it.
  private struct Projection {
    var survival: [Double] = []
    var kept: [Double] = []
    var daughters: [Double] = []

    private var last: Int { survival.count - 1 }

    /// The fraction of the last age that is there a year later.
    private var staying: Double { survival[last] * kept[last] }

    /// The females by age for each newborn where all grow by a factor.
    func structure(at factor: Double) -> [Double] {
      // Where the oldest outlast the growth of all others, they are the whole herd in the end.
      guard factor > staying else { return survival.indices.map { $0 == last ? staying : 0 } }
      var females = [1.0]
      for age in 1...last {
        let grown = females[age - 1] * survival[age - 1] * kept[age]
        females.append(grown / (age == last ? factor - staying : factor))
      }
      return females
    }

    /// The newborn of a year for each that would be needed to grow by a factor; it falls as the factor rises.
    private func replacement(at factor: Double) -> Double {
      let females = structure(at: factor)
      var daughters = self.daughters[last] * survival[last] * females[last]
      for age in 1...last {
        daughters += self.daughters[age] * survival[age - 1] * females[age - 1]
      }
      return daughters * kept[0] / factor
    }

    var growthFactor: Double {
      var low = staying
      var high = max(1, 2 * staying)
      while replacement(at: high) > 1 { high *= 2 }
      // Halved until no number lies between.
      while true {
        let middle = low + (high - low) / 2
        guard low < middle, middle < high else { return low }
        if replacement(at: middle) >= 1 { low = middle } else { high = middle }
      }
    }
  }
}

extension Ratio {
  /// The fraction as the nearest number.
  fileprivate var number: Double { Double(numerator) / Double(denominator) }
}

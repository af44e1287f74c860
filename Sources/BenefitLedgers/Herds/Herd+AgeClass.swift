public import BenefitBinding

extension Herd {
  /// The rates of a herd from an age on, until the next class begins.
  ///
  /// ```swift
  /// // Lambs of which a fifth dies and all males are sold, ewes with three lambs in two years, and none
  /// // kept beyond her sixth year.
  /// let classes: [Herd.AgeClass] = [
  ///   .init(from: 0, survival: "80%", malesSold: .whole),
  ///   .init(from: 2, births: "3/2", survival: "95%"), .init(from: 6, sold: .whole),
  /// ]
  /// let herd = try Herd(females: [0, 0, 40], classes: classes)
  /// print(herd.growthFactor, herd.stableStructure)
  /// ```
  public struct AgeClass: Hashable, Codable, Sendable {
    /// The age in years at which the class begins.
    public let from: Int
    /// The births of a female in a year, at the age that she reaches in it.
    public let births: Ratio
    /// The fraction of the females that survive the year which they begin at this age.
    public let survival: Ratio
    /// The fraction of the females that are sold at the end of a year in which they reached this age.
    public let sold: Ratio
    /// The fraction of the males that survive the year which they begin at this age.
    public let maleSurvival: Ratio
    /// The fraction of the males that are sold at the end of a year in which they reached this age.
    public let malesSold: Ratio

    /// States the rates of a class; what is wrong with them shows when they enter a ``Herd``.
    ///
    /// - Parameters:
    ///   - age: The age in years at which it begins.
    ///   - births: The births of a female in a year.
    ///   - survival: The fraction of the females that survive a year.
    ///   - sold: The fraction of the females that are sold in a year.
    ///   - maleSurvival: The fraction of the males that survive; as of the females if left out.
    ///   - malesSold: The fraction of the males that are sold; as of the females if left out.
    public init(
      from age: Int,
      births: Ratio = .zero,
      survival: Ratio = .whole,
      sold: Ratio = .zero,
      maleSurvival: Ratio? = nil,
      malesSold: Ratio? = nil
    ) {
      from = age
      self.births = births
      self.survival = survival
      self.sold = sold
      self.maleSurvival = maleSurvival ?? survival
      self.malesSold = malesSold ?? sold
    }

    /// The most births of an animal in a year.
    private static let mostBirths: Ratio = 1_000

    /// The problem with the rates, or `nil`.
    var problem: Phrase? {
      if !(0...Herd.oldest).contains(from) {
        return Phrase(
          en: "An age is from 0 to \(Herd.oldest) years, not \(from).",
          zh: "年龄须为 0 至 \(Herd.oldest) 岁，实际为 \(from)。"
        )
      }
      if !(Ratio.zero...Self.mostBirths).contains(births) {
        return Phrase(
          en: "Births are from 0 to \(Self.mostBirths) for each female, not \(births).",
          zh: "每头母畜的产仔数须为 0 至 \(Self.mostBirths)，实际为 \(births)。"
        )
      }
      return Self.problem(of: [survival, sold, maleSurvival, malesSold])
    }

    /// Returns the problem with fractions, or `nil`.
    static func problem(of fractions: [Ratio]) -> Phrase? {
      guard let fraction = fractions.first(where: { !(Ratio.zero...Ratio.whole).contains($0) })
      else { return nil }
      return Phrase(
        en: "A fraction of a herd is from 0 to 1, not \(fraction).",
        zh: "畜群的比例须为 0 至 1，实际为 \(fraction)。"
      )
    }
  }

  /// The youngest age at which births are stated, or one beyond the oldest.
  var ageOfFirstBirth: Int { classes.first { $0.births > .zero }?.from ?? Self.oldest + 1 }

  /// The rates and ages of each class, those of who is younger than the first among them.
  func ranges(upTo count: Int) -> [(rates: AgeClass, ages: Range<Int>)] {
    let all = classes.first?.from == 0 ? classes : [AgeClass(from: 0)] + classes
    let ends = all.dropFirst().map(\.from) + [count]
    return zip(all, ends).map { rates, end in
      let start = min(rates.from, count)
      return (rates, start..<max(start, min(end, count)))
    }
  }
}

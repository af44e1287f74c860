public import BenefitBinding

/// The rates by which China's assessment of poverty relief checked a county's register: who was missed,
/// who was let go too early, and how many are poor all in all.
///
/// The rates have different denominators: those not registered, those let go, and everybody. A
/// household counts as missed, or as wrongly let go, where its income is strictly below the line;
/// those still registered count as poor whatever their income. Everything is counted in persons;
/// where the incomes are those of a sample, each household counts as often as its weight says.
///
/// ```swift
/// let rates = try RegisterAccuracy(of: register, earning: Incomes(register), below: .yuan(3_335))
/// print(rates.missedRate, rates.wrongExitRate, rates.compositeRate)
/// if !rates.isWithinLimits { print(rates.missed, "were missed") }
/// ```
public struct RegisterAccuracy: Hashable, Sendable {
  /// The population still registered as poor.
  public private(set) var registered = Population.zero

  /// The population that was registered once and let go since.
  public private(set) var exited = Population.zero

  /// The population let go that is below the line.
  public private(set) var wronglyExited = Population.zero

  /// The population that was never registered.
  public private(set) var unregistered = Population.zero

  /// The population never registered that is below the line.
  public private(set) var missed = Population.zero

  /// The persons of the whole rural population, in the parts of the incomes, which the composite
  /// rate is of.
  private let ruralPersons: Int128

  /// Checks a register against incomes.
  ///
  /// - Parameters:
  ///   - register: The households that were surveyed, each with its status.
  ///   - incomes: What they were found to have, row by row.
  ///   - line: The line, in money for each person and year.
  ///   - registered: The statuses of those still registered as poor.
  ///   - exited: The statuses of those let go; all others were never registered.
  ///   - ruralPersons: The whole rural population, where the survey is only a part of it.
  /// - Throws: `BenefitError` where there is not one income for each household of the register, or the
  ///   register, or what it stands for, has more persons than the rural population.
  /// - Complexity: O(n).
  public init(
    of register: Register,
    earning incomes: Incomes,
    below line: Money,
    registered: [Status] = [.belowNationalLine],
    exited: [Status] = [.exited],
    ruralPersons: Int64? = nil
  ) throws(BenefitError) {
    try incomes.check(Phrase(en: "incomes", zh: "收入"), sameAs: register.persons)
    let isRegistered = register.statuses.map(registered.contains)
    let isExited = register.statuses.map(exited.contains)
    let surveyed = incomes.personCount
    self.ruralPersons =
      ruralPersons.map { Int128($0) * Int128(incomes.parts) } ?? Int128(incomes.personParts)
    if let ruralPersons, ruralPersons < surveyed {
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en:
            "The rural population of \(Plural.counted(ruralPersons, "person")) is smaller "
            + "than the \(Plural.counted(surveyed, "person")) of the register.",
          zh: "农村人口 \(ruralPersons) 人少于名册的 \(surveyed) 人。"
        ),
        advice: Phrase(
          en: "Give the population that the register is a part of.",
          zh: "请填写名册所属地区的农村总人口。"
        )
      )
    }
    for (row, persons) in register.persons.enumerated() {
      let isPoor = Int128(incomes.fen[row]) < Int128(line.fen) * Int128(persons)
      let status = Int(register.statusIndices[row])
      if isRegistered[status] {
        self.registered.count(row, of: incomes)
      } else if isExited[status] {
        self.exited.count(row, of: incomes)
        if isPoor { wronglyExited.count(row, of: incomes) }
      } else {
        unregistered.count(row, of: incomes)
        if isPoor { missed.count(row, of: incomes) }
      }
    }
  }
}

extension RegisterAccuracy {
  /// The missed persons as a share of those never registered (漏评率).
  public var missedRate: Statistic {
    Statistic(missed[.persons], of: unregistered[.persons], orElse: .nobody)
  }

  /// The persons wrongly let go as a share of those let go (错退率).
  public var wrongExitRate: Statistic {
    Statistic(wronglyExited[.persons], of: exited[.persons], orElse: .nobody)
  }

  /// The persons still registered, missed or wrongly let go, as a share of the rural population
  /// (综合贫困发生率).
  public var compositeRate: Statistic {
    let poor = (registered + missed + wronglyExited)[.persons]
    return ruralPersons == 0
      ? .undefined(.nobody) : Statistic(Int128(poor), over: ruralPersons)
  }

  /// True if no more than 1 % were missed and no more than 2 % wrongly let go: with that a county passes.
  ///
  /// Where nobody was let go, nobody was wrongly.
  public var isWithinLimits: Bool {
    (missedRate.ratio ?? .zero) <= "1%" && (wrongExitRate.ratio ?? .zero) <= "2%"
  }
}

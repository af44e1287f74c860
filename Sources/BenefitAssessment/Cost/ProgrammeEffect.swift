public import BenefitBinding

/// The effects of a programme as plain counts; an effect that no source states is left out.
public struct ProgrammeEffect: Hashable, Codable, Sendable {
  /// The households that it reached.
  public var households: Int64?

  /// The persons in them.
  public var persons: Int64?

  /// The persons who are no longer below the poverty line.
  public var personsLifted: Int64?

  /// The money that all persons below the line lacked before, in yuan a year.
  public var gapBefore: Money?

  /// The money that all persons below the line lack after, in yuan a year.
  public var gapAfter: Money?

  /// Describes what a programme brought about.
  public init(
    households: Int64? = nil,
    persons: Int64? = nil,
    personsLifted: Int64? = nil,
    gapBefore: Money? = nil,
    gapAfter: Money? = nil
  ) {
    self.households = households
    self.persons = persons
    self.personsLifted = personsLifted
    self.gapBefore = gapBefore
    self.gapAfter = gapAfter
  }

  /// Decodes an effect.
  ///
  /// - Throws: `DecodingError` where anything is below zero.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    households = try container.decodeIfPresent(Int64.self, forKey: .households)
    persons = try container.decodeIfPresent(Int64.self, forKey: .persons)
    personsLifted = try container.decodeIfPresent(Int64.self, forKey: .personsLifted)
    gapBefore = try container.decodeIfPresent(Money.self, forKey: .gapBefore)
    gapAfter = try container.decodeIfPresent(Money.self, forKey: .gapAfter)
    let numbers = [households, persons, personsLifted, gapBefore?.fen, gapAfter?.fen]
    if numbers.contains(where: { $0 ?? 0 < 0 }) {
      throw decoder.refusal(
        "A programme reaches and lacks zero or more. Leave out what is not known."
      )
    }
  }

  private enum CodingKeys: CodingKey {
    case households, persons, personsLifted, gapBefore, gapAfter
  }
}

extension ProgrammeCost {
  /// The yuan spent for each household reached.
  public func perHousehold(_ effect: ProgrammeEffect) -> Statistic {
    per(effect.households, orElse: .noHousehold)
  }

  /// The yuan spent for each person reached.
  public func perPerson(_ effect: ProgrammeEffect) -> Statistic {
    per(effect.persons, orElse: .noPerson)
  }

  /// The yuan spent for each person lifted over the line.
  public func perPersonLifted(_ effect: ProgrammeEffect) -> Statistic {
    per(effect.personsLifted, orElse: .nobodyLifted)
  }

  /// The yuan spent for each yuan by which the poverty gap fell.
  ///
  /// - Precondition: The fall of the gap fits in 64 bits of fen.
  public func perYuanOfGap(_ effect: ProgrammeEffect) -> Statistic {
    guard let before = effect.gapBefore, let after = effect.gapAfter else {
      return .undefined(.notStated)
    }
    guard let spending else { return .undefined(.costNotStated) }
    return .share(spending, of: before - after, orElse: .gapNotSmaller)
  }

  /// The figures of a programme by name: yuan each, half up to the fen, or why there is none.
  ///
  /// - Precondition: As for the figures.
  public func table(_ effect: ProgrammeEffect) -> Table {
    var table = Table("cost", .amount("yuan"))
    func add(_ name: String, _ figure: Statistic) {
      table.add(name, figure.yuanText)
    }
    table.add("public money", publicMoney.description)
    table.add("other money", otherMoney.description)
    table.add("delivery", deliveryCost?.description ?? "not stated")
    add("other money for a yuan of public money", leverage)
    add("for a household reached", perHousehold(effect))
    add("for a person reached", perPerson(effect))
    add("for a person lifted over the line", perPersonLifted(effect))
    add("for a yuan of the poverty gap closed", perYuanOfGap(effect))
    return table
  }

  private func per(_ count: Int64?, orElse reason: Statistic.Reason) -> Statistic {
    guard let count else { return .undefined(.notStated) }
    guard let spending else { return .undefined(.costNotStated) }
    return .yuan(spending, per: count, orElse: reason)
  }
}

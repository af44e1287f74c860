public import BenefitBinding

/// The cost of a programme: the money put in by source, and the cost of delivering it.
///
/// ```swift
/// let cost = ProgrammeCost(
///   of: [
///     .contribution(.yuan(500_000), from: .fiscalReliefFund),
///     .contribution(.yuan(300_000), from: .reliefLoan),
///     .contribution(.yuan(60_000), from: .householdFunds),
///   ],
///   delivery: .yuan(20_000) * 3)           // three resident cadres
/// print(cost.publicMoney, cost.leverage)    // 500,000.00 18/25
/// print(cost.per(41))                       // 560000/41 yuan for each of 41 households
/// ```
///
/// What is divided by the effect is the public money: that of public sources and of delivery. Loans and the
/// households' own money are not spent by the public; they are its leverage.
public struct ProgrammeCost: Hashable, Codable, Sendable {
  private let funding: Funding
  private let publicSources: [Funding.Source]
  private let delivery: Money?
  private let currency: Currency

  /// Describes what a programme costs.
  ///
  /// - Parameters:
  ///   - funding: Who put money in.
  ///   - publicSources: The sources whose money is the public's: `Funding.publicSources` if left
  ///     out.
  ///   - delivery: What it costs the public to deliver the programme, or `nil` where no source says.
  ///   - currency: The currency of all amounts, such as that of the settlement.
  /// - Precondition: Every amount is stated for all (`Settlement.funding(of:)` has them so), the cost of delivery is
  ///   not below zero, and all costs together fit in 64 bits of fen.
  public init(
    of funding: Funding,
    publicSources: [Funding.Source] = Funding.publicSources,
    delivery: Money? = .zero,
    in currency: Currency = .yuan
  ) {
    self.funding = funding
    self.publicSources = publicSources
    self.delivery = delivery
    self.currency = currency
    if let problem { stop(problem.description) }
  }

  /// Decodes what a programme costs.
  ///
  /// - Throws: `DecodingError` where the cost of delivery is below zero, or all costs together are more money than
  ///   64 bits of fen can hold.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    funding = try container.decode(Funding.self, forKey: .funding)
    publicSources = try container.decode([Funding.Source].self, forKey: .publicSources)
    delivery = try container.decodeIfPresent(Money.self, forKey: .delivery)
    currency = try container.decodeIfPresent(Currency.self, forKey: .currency) ?? .yuan
    try decoder.refuse(problem)
  }

  private var problem: Phrase? {
    let cost = delivery ?? .zero
    if cost < .zero {
      return Phrase(
        en: "Delivery cannot cost \(cost). Give a cost of zero or more.",
        zh: "实施费用不能为 \(cost)。请填写不低于零的费用。"
      )
    }
    if funding.contributions.contains(where: { $0.each != nil }) {
      return Phrase(
        en:
          "What each member puts in is no cost before it is added up: see Settlement.funding(of:).",
        zh: "各户自行投入的数额应先合计，才能作为成本。"
      )
    }
    guard funding.total.fen.addingReportingOverflow(cost.fen).overflow else { return nil }
    return Phrase(
      en: "All costs together are more money than 64 bits can hold.",
      zh: "全部成本合计超出 64 位。"
    )
  }

  /// The money that public sources put in.
  public var publicMoney: Money {
    funding.contributions.reduce(.zero) {
      publicSources.contains($1.source) ? $0 + Money(fen: Int64($1.fen)) : $0
    }
  }

  /// The money that all others put in: loans, households, enterprises.
  public var otherMoney: Money { funding.total - publicMoney }

  /// Public money and the cost of delivery, or `nil` where that is not stated.
  public var spending: Money? { delivery.map { publicMoney + $0 } }

  /// The other money for a unit of public money put in.
  public var leverage: Statistic { .share(otherMoney, of: publicMoney, orElse: .noPublicMoney) }
}

extension ProgrammeCost {
  /// The money spent for each household or person reached, or for each person lifted over the line.
  ///
  /// - Parameter count: How many there are, or `nil` where no source states it.
  /// - Returns: Money, or the reason that there is none.
  public func per(_ count: Int64?) -> Statistic {
    guard let count else { return .undefined(.notStated) }
    guard let spending else { return .undefined(.costNotStated) }
    return .money(spending, in: currency, per: count, orElse: .noUnit)
  }

  /// The money spent for each unit of money by which the poverty gap fell.
  ///
  /// - Parameter fall: By how much it fell, such as ``Targeting/gapReduction``, or `nil` where no source states it.
  /// - Returns: A number, or the reason that there is none.
  public func perUnit(ofGap fall: Money?) -> Statistic {
    guard let fall else { return .undefined(.notStated) }
    guard let spending else { return .undefined(.costNotStated) }
    return .share(spending, of: fall, orElse: .gapNotSmaller)
  }

  /// The figures of a programme by name: money each, half up to the fen, or why there is none.
  ///
  /// - Parameters:
  ///   - households: The households that it reached.
  ///   - persons: The persons in them.
  ///   - personsLifted: The persons who are no longer below the poverty line.
  ///   - gapReduction: The fall of the money that all persons below the line lack.
  ///   - language: The language of the names.
  /// - Returns: A table with a row for each figure.
  public func table(
    households: Int64? = nil,
    persons: Int64? = nil,
    personsLifted: Int64? = nil,
    gapReduction: Money? = nil,
    in language: Language = .english
  ) -> Table {
    let (unit, chinese) = (currency.unit, currency.unit.chinese)
    var table = Table(
      .words(en: "cost", zh: "成本"),
      .amount(en: "\(currency.units)", zh: chinese),
      in: language
    )
    func add(_ english: String, _ chinese: String, _ amount: String) {
      table.add(Phrase(en: english, zh: chinese).text(in: language), amount)
    }
    let notStated = Phrase(en: "not stated", zh: "未说明").text(in: language)
    add("public money", "公共资金", currency.text(publicMoney))
    add("other money", "其他资金", currency.text(otherMoney))
    add("delivery", "实施费用", delivery.map(currency.text) ?? notStated)
    let figures = [
      ("other money for each \(unit) of public money", "每\(chinese)公共资金带动的其他资金", leverage),
      ("for a household reached", "每覆盖一户", per(households)),
      ("for a person reached", "每覆盖一人", per(persons)),
      ("for a person lifted over the line", "每脱贫一人", per(personsLifted)),
      (
        "for each \(unit) of the poverty gap closed", "每弥补一\(chinese)贫困缺口",
        perUnit(ofGap: gapReduction)
      ),
    ]
    for (english, chinese, figure) in figures {
      add(english, chinese, figure.moneyText(in: language))
    }
    return table
  }
}

/// Households' animals are kept by an enterprise or cooperative, which pays for them.
///
/// The contracts in use differ in what is paid, and in who bears a bad batch:
///
/// ```swift
/// // So much a head and year, whatever happens: 40 sheep at 200 yuan.
/// let fee = EntrustedBreeding(name: "Sheep kept", feePerHead: .yuan(200))
/// // 60 % of what a batch of cattle earns, nothing where it loses.
/// let share = EntrustedBreeding(
///   name: "Cattle kept", batchShare: .percent(60), bearsLoss: false)
/// ```
///
/// Lines: `custody` (property income), and `loss borne` (a cost) where households bear a loss.
///
/// Source: the "entrusted breeding" mode, Ordos propaganda department, Xinhua Silk Road, 2017-09-10;
/// contract forms after 合作社帮托管 贫困户发“羊财” (Yan'an Daily, 2018) and 托管代养 (China Women's
/// News, 2019).
public struct EntrustedBreeding: Scheme, Hashable {
  /// The payment that the keeper makes.
  enum Keeping: Hashable, Sendable {
    case fee(perHead: Amount)
    case batchShare(Ratio, bearsLoss: Bool)
  }

  /// The name of the scheme.
  public let name: String

  /// The households that take part.
  public let members: Condition

  /// The sources that paid for the animals, for the record; no stake or interest follows from it.
  public let funding: Funding

  let heads: QuantityFormula
  let keeping: Keeping

  /// Describes breeding for so much a head and season.
  ///
  /// The keeper bears what befalls the animals, but heads that are counted anew after deaths lower the fee.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - funding: Who paid for the animals.
  ///   - heads: How many animals each household has in keeping.
  ///   - feePerHead: What the keeper pays for each head and season.
  public init(
    name: String,
    members: Condition = .always,
    funding: Funding = [],
    heads: QuantityFormula = .measure(.headsInKeeping),
    feePerHead: Amount
  ) {
    self.init(name, members, funding, heads, .fee(perHead: feePerHead))
  }

  /// Describes breeding for a fraction of what a batch earns, ``MoneyFact/batchResult``, shared by heads.
  ///
  /// - Parameters:
  ///   - name: What the scheme is called.
  ///   - members: The households that take part.
  ///   - funding: Who paid for the animals.
  ///   - heads: How many animals each household has in keeping.
  ///   - batchShare: The households' fraction of the result.
  ///   - bearsLoss: Whether they bear a result below zero in the same proportion; if not, it is the keeper's
  ///     loss.
  public init(
    name: String,
    members: Condition = .always,
    funding: Funding = [],
    heads: QuantityFormula = .measure(.headsInKeeping),
    batchShare: Ratio,
    bearsLoss: Bool
  ) {
    self.init(name, members, funding, heads, .batchShare(batchShare, bearsLoss: bearsLoss))
  }

  private init(
    _ name: String,
    _ members: Condition,
    _ funding: Funding,
    _ heads: QuantityFormula,
    _ keeping: Keeping
  ) {
    self.name = name
    self.members = members
    self.funding = funding
    self.heads = heads
    self.keeping = keeping
  }

  /// The clauses: the keeper's payment, and the loss if households bear it.
  public var clauses: [Clause] {
    switch keeping {
    case .fee(let perHead):
      Payment("custody", each: .each(perHead, per: heads), as: .property)
    case .batchShare(let fraction, let bearsLoss):
      let result = Amount.fact(.batchResult)
      Distribution(
        "custody",
        of: .fraction(.fixed(fraction), of: .membersTotal(.excess(of: result, over: .zero)))
      ) {
        Tier(.rest, by: .quantity(heads, name: "heads"), as: .property)
      }
      if bearsLoss {
        Distribution(
          "loss borne",
          of: .fraction(.fixed(fraction), of: .membersTotal(.excess(of: .zero, over: result)))
        ) {
          Tier(.rest, by: .quantity(heads, name: "heads"), as: .cost)
        }
      }
    }
  }
}

extension Measure {
  /// Animals that an enterprise keeps for the household.
  public static let headsInKeeping = Self(.headsInKeeping, in: .head)
}

extension MoneyFact {
  /// The earnings of a batch of animals after its costs; below zero if it made a loss.
  public static let batchResult = Self(.batchResult)
}

extension EntrustedBreeding: NamedModel {
  enum CodingKeys: CodingKey {
    case name, members, funding, heads, feePerHead, batchShare, bearsLoss
  }

  static let model = "entrusted breeding"

  init(_ parts: StoredParts<CodingKeys>) throws {
    let keeping: Keeping
    switch try (parts[ifPresent: .feePerHead] as Amount?, parts[ifPresent: .batchShare] as Ratio?) {
    case (let fee?, nil): keeping = .fee(perHead: fee)
    case (nil, let share?): keeping = .batchShare(share, bearsLoss: try parts[.bearsLoss])
    default:
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en: "The keeper is paid by the head or by a share of the batch, one of the two.",
          zh: "托养按头付费或按批分成，只能取其一。"
        ),
        advice: Phrase(
          en: "Give feePerHead, or batchShare and bearsLoss.",
          zh: "请填写「feePerHead」，或者填写「batchShare」和「bearsLoss」。"
        )
      )
    }
    try self.init(
      parts[.name],
      parts[.members, or: .always],
      parts[.funding, or: []],
      parts[.heads, or: .measure(.headsInKeeping)],
      keeping
    )
  }
}

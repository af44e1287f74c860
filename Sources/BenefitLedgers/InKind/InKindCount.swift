/// A count of animals or of what is owed, in a position and in the columns that feed a scheme's measures.
///
/// Three equations hold on every day:
///
/// - ``owed`` = ``delivered`` + ``redeemed`` + ``arrears`` + ``toCome``;
/// - ``lent`` + ``born`` + ``bought`` = ``alive`` + ``died`` + ``sold`` + ``handedOver``;
/// - ``handedOver`` = ``delivered`` + ``broughtBack``, where heads are owed and not a weight or produce.
///
/// What is counted of stock is of the animals lent and those bought in their place; what is counted of
/// offspring is of the animals born since and those bought to make up their number.
public enum InKindCount: String, Hashable, Codable, Sendable, CaseIterable {
  /// The heads lent.
  case lent

  /// The units owed in all, as known on the day.
  case owed
  /// The units that fell due by the end of the day.
  case due
  /// The units delivered, to the lender or to the next household.
  case delivered
  /// The delivered units that went to the next household.
  case passedOn
  /// The units that money was paid for in place of the good.
  case redeemed
  /// The units that had been in arrears when they were delivered or redeemed: what was missing on its day is
  /// this and the ``arrears``.
  case madeGood
  /// The units handed over beyond what was owed, as the last animal weighed more than was left: no debt grows
  /// from them and none falls below nothing.
  case excess
  /// The units due and neither delivered nor redeemed.
  case arrears
  /// The units owed, not met and not yet due.
  case toCome
  /// The units owed and not met, due or not.
  case stillOwed

  /// The lent stock that is to come back in all.
  case stockOwed
  /// The lent stock that came back.
  case broughtBack
  /// The stock whose day has come and that did not come back.
  case stockArrears

  /// The offspring born.
  case born
  /// The animals bought: stock and offspring.
  case bought, stockBought, offspringBought
  /// The animals that died: stock and offspring.
  case died, stockDied, offspringDied
  /// The lent animals that died insured for a sum that is not stated, and for which the insurer has not paid.
  case claimsOpen
  /// The animals sold: stock and offspring. Where the offspring are the lender's, their sale is not the
  /// borrower's income.
  case sold, stockSold, offspringSold
  /// The animals that left the herd to meet what is owed, delivered, passed on or brought back.
  case handedOver, stockHandedOver, offspringHandedOver
  /// The animals that live with the borrower: stock and offspring.
  case alive, stockAlive, offspringAlive
  /// The living animals that are the borrower's own: of the offspring those beyond what is still owed of
  /// them, and the stock once it became the borrower's.
  case kept, stockKept, offspringKept

  /// True if it counts events in a period, rather than the state on a day.
  public var isMovement: Bool {
    switch self {
    case .lent, .owed, .due, .arrears, .toCome, .stillOwed, .stockOwed, .stockArrears, .claimsOpen,
      .alive, .stockAlive, .offspringAlive, .kept, .stockKept, .offspringKept:
      false
    case .delivered, .passedOn, .redeemed, .madeGood, .excess, .broughtBack, .born, .bought,
      .stockBought, .offspringBought, .died, .stockDied, .offspringDied, .sold, .stockSold,
      .offspringSold, .handedOver, .stockHandedOver, .offspringHandedOver:
      true
    }
  }

  /// The counts that add up to it, those of stock first; none where it is counted itself.
  var parts: [Self] {
    switch self {
    case .stillOwed: [.arrears, .toCome]
    case .bought: [.stockBought, .offspringBought]
    case .died: [.stockDied, .offspringDied]
    case .sold: [.stockSold, .offspringSold]
    case .handedOver: [.stockHandedOver, .offspringHandedOver]
    case .alive: [.stockAlive, .offspringAlive]
    case .kept: [.stockKept, .offspringKept]
    default: []
    }
  }

  /// The part of it that counts some animals.
  func of(_ animals: InKindEvent.Animals) -> Self { parts[animals.isStock ? 0 : 1] }

  /// True if it counts what is owed rather than animals of the herd.
  var isOfDebt: Bool {
    switch self {
    case .owed, .due, .delivered, .passedOn, .redeemed, .madeGood, .excess, .arrears, .toCome,
      .stillOwed:
      true
    default: false
    }
  }
}

/// Animals of a contract by what they are.
public struct HeadCount: Hashable, Encodable, Sendable {
  /// The animals that were lent, and those bought in their place.
  public internal(set) var lent = 0
  /// The animals born since, and those bought to make up their number.
  public internal(set) var offspring = 0

  /// All of them.
  public var total: Int { lent + offspring }

  subscript(animals: InKindEvent.Animals) -> Int {
    get { animals.isLent ? lent : offspring }
    set { if animals.isLent { lent = newValue } else { offspring = newValue } }
  }

  static func + (lhs: Self, rhs: Self) -> Self {
    Self(lent: lhs.lent + rhs.lent, offspring: lhs.offspring + rhs.offspring)
  }
}

/// The position of a contract, a household or a whole ledger on a day.
///
/// Three equations hold on every day:
///
/// - ``owed`` = ``delivered`` + ``arrears`` + ``toCome``;
/// - ``lent`` + ``born`` + ``bought`` = ``alive`` + ``died`` + ``sold`` + ``handedOver``;
/// - ``depositPaid`` = ``depositHeld`` + ``depositRefunded`` + ``depositForfeited``.
///
/// Arrears are those of each contract and good added up: what one borrower delivers early makes up
/// for nobody's delay, and a ram lamb for no ewe lamb.
///
/// ```swift
/// let end = ledger.position(on: "2018-12-31")
/// print(end.arrears, end[.eweLamb].arrears, end[.ramLamb].arrears)
/// ```
public struct InKindPosition: Hashable, Encodable, Sendable {
  /// The heads lent.
  public internal(set) var lent = 0
  /// The number of units owed in all, as known on the day.
  public internal(set) var owed = 0
  /// The number of units that fell due by the end of the day.
  public internal(set) var due = 0
  /// The number of units delivered, to the lender or to the next household.
  public internal(set) var delivered = 0
  /// The number of delivered units that went to the next household.
  public internal(set) var passedOn = 0
  /// The number of units due and not delivered.
  public internal(set) var arrears = 0
  /// The number of units owed, not delivered and not yet due.
  public internal(set) var toCome = 0

  /// The lent stock that is to come back in all.
  public internal(set) var stockOwed = 0
  /// The stock that came back.
  public internal(set) var broughtBack = 0
  /// The stock whose day has come and that did not come back.
  public internal(set) var stockArrears = 0

  /// The offspring born.
  public internal(set) var born = 0
  /// The animals bought.
  public internal(set) var bought = HeadCount()
  /// The animals that died.
  public internal(set) var died = HeadCount()
  /// The animals sold.
  public internal(set) var sold = HeadCount()
  /// The animals that left the herd to meet what is owed, delivered, passed on or brought back.
  public internal(set) var handedOver = HeadCount()
  /// The animals that live with the borrower.
  public internal(set) var alive = HeadCount()
  /// The living animals that are the borrower's own.
  ///
  /// Of the offspring those beyond what is still owed of them, and the lent stock once it became the
  /// borrower's.
  public internal(set) var kept = HeadCount()

  /// The deposit that was paid.
  public internal(set) var depositPaid = Money.zero
  /// The part of the deposit that the lender holds.
  public internal(set) var depositHeld = Money.zero
  /// The part of the deposit that was given back.
  public internal(set) var depositRefunded = Money.zero
  /// The part of the deposit that fell to the lender.
  public internal(set) var depositForfeited = Money.zero
  /// The money that an insurer paid for dead animals.
  public internal(set) var insurancePayout = Money.zero

  /// The counts of each good, by name.
  private var parts: [Part] = []

  /// The counts of one good.
  private struct Part: Hashable, Encodable {
    var good: Good
    var position: InKindPosition
  }

  /// The goods that are counted for themselves, by name: those owed, and other offspring.
  public var goods: [Good] { parts.map(\.good) }

  /// The part of the position for one good: the units owed of it, and the offspring counted as it.
  ///
  /// The equations hold for it too. Of a good that is not counted all is zero; lent stock, deposit
  /// and payout are of no good.
  ///
  /// - Complexity: O(g) for g goods.
  public internal(set) subscript(good: Good) -> InKindPosition {
    get { parts.first { $0.good == good }?.position ?? InKindPosition() }
    set {
      let place = parts.firstIndex {
        ($0.good.name, $0.good.unit.name) >= (good.name, good.unit.name)
      }
      if let place, parts[place].good == good {
        parts[place].position = newValue
      } else {
        parts.insert(Part(good: good, position: newValue), at: place ?? parts.endIndex)
      }
    }
  }

  /// The number of units owed and not delivered, due or not.
  public var stillOwed: Int { arrears + toCome }

  /// True if everything owed is delivered and all stock that must come back is back.
  public var isSettled: Bool { stillOwed == 0 && broughtBack >= stockOwed }

  static func += (lhs: inout Self, rhs: Self) {
    lhs.lent += rhs.lent
    lhs.owed += rhs.owed
    lhs.due += rhs.due
    lhs.delivered += rhs.delivered
    lhs.passedOn += rhs.passedOn
    lhs.arrears += rhs.arrears
    lhs.toCome += rhs.toCome
    lhs.stockOwed += rhs.stockOwed
    lhs.broughtBack += rhs.broughtBack
    lhs.stockArrears += rhs.stockArrears
    lhs.born += rhs.born
    lhs.bought = lhs.bought + rhs.bought
    lhs.died = lhs.died + rhs.died
    lhs.sold = lhs.sold + rhs.sold
    lhs.handedOver = lhs.handedOver + rhs.handedOver
    lhs.alive = lhs.alive + rhs.alive
    lhs.kept = lhs.kept + rhs.kept
    lhs.depositPaid += rhs.depositPaid
    lhs.depositHeld += rhs.depositHeld
    lhs.depositRefunded += rhs.depositRefunded
    lhs.depositForfeited += rhs.depositForfeited
    lhs.insurancePayout += rhs.insurancePayout
    for part in rhs.parts { lhs[part.good] += part.position }
  }
}

/// Something in a settlement that its reader should know: a business "no" with its reason.
public struct Notice: Hashable, Codable, Sendable {
  /// The kind of a notice.
  ///
  /// More kinds may come; a `switch` over them needs a `default`.
  public enum Code: String, Hashable, Codable, Sendable {
    /// The year brought a loss; it is carried to the next.
    case loss
    /// A formula gave a pot below zero; nothing was shared.
    case negativePot = "negative pot"
    /// A formula gave households or a tier amounts below zero; they got nothing.
    case negativeAmount = "negative amount"
    /// There was money for a tier but nobody who meets its condition.
    case nobodyEligible = "nobody eligible"
    /// There was money for a tier but all who meet its condition have a weight, or a claim, of zero.
    case noWeight = "no weight"
    /// There was money for a gaqa in which nobody is a member of the scheme, or for households that
    /// are none; nobody got it.
    case noMembers = "no members"
    /// The pot was too small for a tier's claims.
    case shortfall
    /// The account that a pot is drawn from holds less than the pot was to be.
    case balanceShortfall = "balance shortfall"
    /// A part of a burden is borne by no household and no account.
    case notBorne = "not borne"
    /// No line of the scheme takes up what earlier seasons carried: it was renamed, left out or has
    /// other pots now.
    case notTakenUp = "not taken up"
    /// Households that are no members hold a part of what others are paid for.
    case heldByOthers = "held by others"
    /// Money went to those whom the terms know by their number and the register does not list.
    case notListed = "not listed"
    /// Money stayed in the pot.
    case leftInPot = "left in pot"
    /// The season states something for a scheme that the programme does not have.
    case unknownScheme = "unknown scheme"
    /// Something is stated, or put in, for a gaqa where no household of the register lives.
    case unknownGaqa = "unknown gaqa"
    /// The season states a fact for a scheme that reads none of that name.
    case notRead = "not read"
    /// A loan was given to a household that the register does not hold.
    case unknownBorrower = "unknown borrower"
    /// A condition of the terms names a status that no household of the register has, or a gaqa that the register does
    /// not list.
    case namesNobody = "names nobody"
  }

  /// The kind of the notice.
  public let code: Code

  /// The scheme it was found in, or `nil` where it is stated for all schemes.
  public let scheme: String?

  /// The line, clause or fact it was found in.
  public let line: String

  /// The gaqa of the pot, or the one that is named; `nil` where it is for all members.
  public let gaqa: String?

  /// The status that nobody has, or `nil` where something else is at fault.
  public let status: Status?

  /// The household that is not in the register, or `nil` where something else is at fault.
  public let household: Household.ID?

  /// The amount that is concerned; zero if a rate or a quantity is, or if it is too large to be added up.
  public let amount: Money

  /// The quantity that an ``Allotment`` could not give, or `nil` where something else is concerned.
  public let quantity: Quantity?

  /// The currency of the amount.
  let currency: Currency

  /// The name that stands on the other side in place of one that is found on this side alone: the nearest of the
  /// register, or the line that a tier takes over.
  let counterpart: String?

  init(
    _ code: Code,
    in currency: Currency,
    scheme: String?,
    line: String,
    gaqa: String? = nil,
    status: Status? = nil,
    household: Household.ID? = nil,
    amount: Money?,
    quantity: Quantity? = nil,
    counterpart: String? = nil
  ) {
    self.code = code
    self.currency = currency
    self.scheme = scheme
    self.line = line
    self.gaqa = gaqa
    self.status = status
    self.household = household
    self.amount = amount ?? .zero
    self.quantity = quantity
    self.counterpart = counterpart
  }
}

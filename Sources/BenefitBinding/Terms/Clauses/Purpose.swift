/// The purpose of a line, where what it does to income does not say it.
///
/// The named schemes state it, and terms of one's own can:
///
/// ```swift
/// let interest = Payment("interest on savings", each: .yuan(40), as: .property).serving(.returnOnStake)
/// let rent = Payment("rent", each: .each(.yuan(510), per: .measure(.landArea)), as: .property).serving(.rent)
/// ```
///
/// Where none is stated, settling takes what is paid from an ``AwardPool`` to be an award, and other property
/// income to be a return: on the stake where it is from a pot, or its formula or key rests on the stake; on a
/// loan lent on where the scheme leaves a debt. Transfer income that rests on the stake is a return on it too.
public struct Purpose: Named {
  /// The name, as it is printed and stored.
  public let name: String

  /// Creates a purpose.
  ///
  /// - Precondition: The name is one line and not empty.
  public init(_ name: String) { self.name = Self.checked(name) }

  /// The stake itself, which is no claim until something is paid on it.
  public static let stake = Self(.stake)
  /// A return on the stake, such as a dividend.
  public static let returnOnStake = Self(.returnOnStake)
  /// A return on a loan that somebody else uses, such as the coupon of an enterprise.
  public static let returnOnLoan = Self(.returnOnLoan)
  /// An award, which is earned by what the household did.
  public static let award = Self(.award)
  /// Rent for land, houses or animals.
  public static let rent = Self(.rent)
}

extension Payment {
  /// The payment with its purpose stated.
  public func serving(_ purpose: Purpose) -> Payment {
    var payment = self
    payment.purpose = purpose
    return payment
  }
}

extension Tier {
  /// The tier with its purpose stated; a tier of an account has no line that carries it.
  public func serving(_ purpose: Purpose) -> Tier {
    var tier = self
    tier.purpose = purpose
    return tier
  }
}

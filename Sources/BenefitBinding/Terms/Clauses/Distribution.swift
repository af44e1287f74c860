/// A pot of money that runs down a list of tiers, each of which runs across those entitled to it.
///
/// ```swift
/// Distribution("Ticket share", of: .fraction(.percent(7), of: .fact(.takings))) {
///   Tier(.percentOfPot(70), by: .measure(.landArea), as: .property)
///   Tier(.percentOfPot(12), by: .household, as: .property)
///   Tier(.percentOfPot(12), by: .person, as: .property)
///   Tier(.percentOfPot(6), to: .villageWelfare)
/// }
/// ```
///
/// The rules, the same for every scheme:
/// - The pot is the sum of its amount over the places where the facts in it were given (the season,
///   the gaqas or the households), each rounded. A pot below zero pays nothing and is reported.
/// - Tiers run in order. ``Formula/pot`` is the whole pot, ``Formula/rest`` what earlier tiers left.
///   A tier never takes more than is left.
/// - Fixed fractions of the pot are cut from it together, by largest remainders, so that those that
///   add up to all of it leave nothing behind. Fractions above 100 % are an error.
/// - What a tier cannot pay, because nobody is eligible or all weights are zero, stays in the pot for
///   the tiers after it. What no tier takes stays in the pot and is shown with the reason.
/// - A pot whose household tiers are all costs is a burden. What accounts bear of it is taken off them;
///   what nobody bears is reported and is in no account. A pot that pays some and charges others is an
///   error.
/// - With ``Scope/gaqa`` each gaqa has a pot of its own and the tiers run within it.
/// - A pot that is drawn from an account is never more than the account holds, for all members or in
///   the gaqa; what it lacks is reported. The balance falls by what the tiers took, and what they left
///   stays in the account. The draw overdraws no account; a ``Residue`` or a backstop charged to one may.
///
/// ```swift
/// Distribution(of: .yuan(60_000), from: .reserve) { Tier(.rest, by: .person, as: .property) }
/// ```
public struct Distribution: Hashable, Sendable {
  /// Over whom one pot is shared.
  public enum Scope: String, Hashable, Codable, CaseIterable, Sendable {
    /// One pot for all members of the scheme.
    case members
    /// A pot for each gaqa.
    case gaqa
  }

  let name: String
  let pot: Amount
  let rounding: Rounding
  let scope: Scope
  let source: Account?
  let tiers: [Tier]

  /// Describes a distribution.
  ///
  /// - Parameters:
  ///   - name: What it is called in statements, unlike any other line of the scheme.
  ///   - pot: The formula of the pot.
  ///   - rounding: How the pot is rounded.
  ///   - scope: Whether there is one pot or one for each gaqa.
  ///   - source: The account of the scheme that the pot is drawn from; the money is new if left out.
  ///   - tiers: The tiers in order.
  public init(
    _ name: String = "dividend",
    of pot: Amount,
    rounded rounding: Rounding = .halfUp(to: .fen),
    per scope: Scope = .members,
    from source: Account? = nil,
    @ListBuilder<Tier> tiers: () -> [Tier]
  ) {
    self.name = name
    self.pot = pot
    self.rounding = rounding
    self.scope = scope
    self.source = source
    self.tiers = tiers()
  }
}

extension Distribution {
  /// A flag for each tier that reaches households: true if it charges them.
  private var charges: [Bool] {
    tiers.compactMap { $0.account == nil ? $0.flow == .cost : nil }
  }

  /// True if the pot is a burden, which households and accounts bear.
  var isBurden: Bool { charges.contains(true) }

  /// The problem that makes it both a pot and a burden, or `nil` if there is none.
  var burdenProblem: Phrase? {
    guard isBurden else { return nil }
    if charges.contains(false) {
      return Phrase(
        en: "some pay households and others charge them. Use a distribution for each.",
        zh: "有的分配项发放给各户，有的由各户负担。请分为两项分配。"
      )
    }
    return source.map {
      Phrase(
        en: "households cannot be charged out of account \"\($0)\". "
          + "Give the account a tier for what it bears.",
        zh: "从\($0.words(in: .simplifiedChinese))账户列支的，不能由各户负担。请为该账户应负担的部分另设分配项。"
      )
    }
  }

  /// The accounts that may be given or charged a part of the pot, each with the places that it has money for.
  var posted: [(account: Account, scope: Scope)] {
    var posted = tiers.compactMap { tier -> (Account, Scope)? in
      let account: Account?
      switch tier.recipient {
      case .gaqas(let account, _): return (account, .gaqa)
      case .account(let own): account = own
      case .claims(_, let pool): account = pool?.backstop
      case .households(_, _, let apportionment):
        account = apportionment.residue == .carriedForward ? nil : apportionment.residue.account
      }
      return account.map { ($0, scope) }
    }
    if source == nil && !isBurden { posted.append((.leftInPot, scope)) }
    return posted
  }
}

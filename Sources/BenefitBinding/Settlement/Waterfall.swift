/// The course of the pots of one distribution down its tiers.
///
/// For every pot, ``pot(_:)`` plus what was brought forward equals what the tiers paid to households and
/// accounts plus what was ``left(_:)``. That is checked whenever a settlement is made.
///
/// The pots of an ``Allotment`` count a ``unit``; ``table(in:)`` shows them, and reading them as money is a
/// mistake that stops the program.
public struct Waterfall: Hashable, Encodable, Sendable {
  /// The figures of one tier for each pot: the amounts due, brought forward, paid, and left by rounding.
  public struct Step: Hashable, Encodable, Sendable {
    /// The tier's name: its line, or its account.
    public let name: String
    /// The account that the tier pays, or `nil` where it pays households.
    public let account: Account?
    /// The number of those whom the account stands for and nobody lists, for each pot, or `nil` where it
    /// stands for nobody in particular.
    var unlisted: [Quantity]?
    /// The parts of the gaqas that got any, or `nil` where it is not an account of each gaqa that is paid.
    var gaqas: [Part]?
    /// The unit that is counted, or `nil` where that is money.
    let unit: Quantity.Unit?

    /// The part of a gaqa, in fen.
    struct Part: Hashable, Encodable, Sendable {
      let gaqa: String
      let fen: Int64
    }

    /// The amounts that it was to take, and those brought forward from the season before, in fen for
    /// each pot.
    package var due: [Int64]
    package var broughtForward: [Int64]
    /// The amounts that it took and paid to households or its account, in fen for each pot.
    package var paid: [Int64]
    /// The amounts that rounding left for an account or the next season; below zero if it was
    /// overdrawn.
    package var residue: [Int64]

    /// Returns the tier's name in a language, where it is one of the library's own.
    public func name(in language: Language) -> String {
      account?.words(in: language) ?? StandardLine.words(name, in: language)
    }

    /// Returns the amount the tier was to take of a pot, before it was known if anybody could be
    /// paid.
    public func due(_ pot: Int) -> Money { money(due[pot], unit) }
    /// Returns the amount that was carried into the tier from the season before.
    public func broughtForward(_ pot: Int) -> Money { money(broughtForward[pot], unit) }
    /// Returns the amount that the tier paid to households or its account.
    public func paid(_ pot: Int) -> Money { money(paid[pot], unit) }
    /// Returns the amount that rounding left with an account; below zero if it was overdrawn.
    public func residue(_ pot: Int) -> Money { money(residue[pot], unit) }
    /// Returns the amount that the account of a gaqa got, or `nil` where the tier does not pay one of each gaqa.
    public func paid(to gaqa: String) -> Money? {
      gaqas.map { parts in Money(fen: parts.first { $0.gaqa == gaqa }?.fen ?? 0) }
    }
    /// Returns the number of those whom the account stands for and the register does not list, or `nil` where
    /// it stands for nobody in particular.
    public func unlisted(_ pot: Int) -> Quantity? { unlisted?[pot] }
    /// Returns what falls to each of those whom the register does not list, rounded half up to the fen, or
    /// `nil` where there are none.
    public func each(_ pot: Int) -> Money? { each(pot, to: .fen) }

    /// The same, to a step.
    func each(_ pot: Int, to step: Rounding.Step) -> Money? {
      guard let count = unlisted?[pot].thousandths, count > 0 else { return nil }
      return paid(pot).multiplied(by: Ratio(1_000, count), rounding: .halfUp(to: step))
    }
  }

  /// The scheme it belongs to.
  public let scheme: String

  /// The distribution's name.
  public let clause: String

  /// Returns the distribution's name in a language, where it is one of the library's own.
  public func clause(in language: Language) -> String {
    StandardLine.words(clause, in: language)
  }

  /// The account that the pots were drawn from, or `nil` where the money was new.
  ///
  /// What is ``left(_:)`` of a pot stayed in the account.
  public let source: Account?

  /// True if the pots are burdens: accounts were charged as their steps say, and nobody bears
  /// ``left(_:)``.
  public let isBurden: Bool

  /// The unit of which the pots hold whole ones, or `nil` where they hold money.
  public let unit: Quantity.Unit?

  /// The currency of the settlement, in which texts name amounts.
  let currency: Currency

  /// The position of the clause in its scheme.
  let position: Int

  /// The gaqas of the pots, or `nil` where there is one pot for all members.
  public let gaqas: [String]?

  /// The pots in fen or whole units, at least zero.
  package let pots: [Int64]

  /// The tiers in order.
  public internal(set) var steps: [Step] = []

  /// The amount left of each pot, in fen.
  package var remainders: [Int64]

  // The settlement states its currency once.
  private enum CodingKeys: CodingKey {
    case scheme, clause, source, isBurden, unit, position, gaqas, pots, steps, remainders
  }

  /// The number of pots.
  public var count: Int { pots.count }

  /// Returns the amount that there was to share in a pot.
  public func pot(_ index: Int) -> Money { money(pots[index], unit) }

  /// Returns the amount of a pot that no tier took.
  public func left(_ index: Int) -> Money { money(remainders[index], unit) }

  /// The gaqa of a pot, or `nil` where it is for all members.
  func gaqa(_ index: Int) -> String? { gaqas.map { $0[index] } }

  /// Traps where money was lost or made, which only a mistake in the library itself could do.
  func checkConservation() {
    for index in pots.indices {
      var out = Int128(remainders[index])
      for step in steps {
        out += Int128(step.paid[index]) + Int128(step.residue[index])
        out -= Int128(step.broughtForward[index])
      }
      require(
        out == Int128(pots[index]),
        "\(scheme), \(clause): a pot of \(unit.text(of: pots[index], in: .english, of: currency)) was not conserved."
      )
    }
  }
}

/// An amount of a pot, which stops the program where that counts a unit.
private func money(_ fen: Int64, _ unit: Quantity.Unit?) -> Money {
  if let unit {
    stop(
      "The pot counts \(unit.words(in: .english, many: true)) and holds no money; its table shows it."
    )
  }
  return Money(fen: fen)
}

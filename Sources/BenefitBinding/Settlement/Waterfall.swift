/// How the pots of one distribution ran down its tiers.
///
/// For every pot, ``pot(_:)`` plus what was carried in equals what the tiers paid to households and
/// accounts plus what was ``left(_:)``. That is checked whenever a settlement is made.
public struct Waterfall: Hashable, Encodable, Sendable {
  /// What one tier did with each pot.
  public struct Step: Hashable, Encodable, Sendable {
    /// The tier's name: its line, or its account.
    public let name: String
    /// The account that the tier pays, or `nil` where it pays households.
    public let account: Account?
    /// What it was to take, and what was carried in from the season before, in fen for each pot.
    var due: [Int64]
    var carriedIn: [Int64]
    /// What it took and paid to households or its account, in fen for each pot.
    var paid: [Int64]
    /// What rounding left for an account or the next season; below zero where it was overdrawn.
    var residue: [Int64]

    /// What the tier was to take of a pot, before it was found whether anybody could be paid.
    public func due(_ pot: Int) -> Money { Money(fen: due[pot]) }
    /// What the season before carried into the tier.
    public func carriedIn(_ pot: Int) -> Money { Money(fen: carriedIn[pot]) }
    /// What the tier paid to households or its account.
    public func paid(_ pot: Int) -> Money { Money(fen: paid[pot]) }
    /// What rounding left with an account; below zero where it was overdrawn.
    public func residue(_ pot: Int) -> Money { Money(fen: residue[pot]) }
  }

  /// The scheme it belongs to.
  public let scheme: String

  /// The distribution's name.
  public let clause: String

  /// The account that the pots were drawn from, or `nil` where the money was new.
  ///
  /// What is ``left(_:)`` of a pot stayed in the account.
  public let source: Account?

  /// Whether the pots are burdens: accounts were charged what their steps say, and nobody bears what is
  /// ``left(_:)``.
  public let isBurden: Bool

  /// The position of the clause in its scheme.
  let position: Int

  /// The gaqas of the pots, or `nil` where there is one pot for all members.
  public let gaqas: [String]?

  /// The pots in fen, at least zero.
  let pots: [Int64]

  /// The tiers in order.
  public internal(set) var steps: [Step] = []

  /// What is left of each pot, in fen.
  var remainders: [Int64]

  /// The number of pots.
  public var count: Int { pots.count }

  /// What there was to share.
  public func pot(_ index: Int) -> Money { Money(fen: pots[index]) }

  /// What no tier took.
  public func left(_ index: Int) -> Money { Money(fen: remainders[index]) }

  /// The gaqa of a pot, or `nil` where it is for all members.
  func gaqa(_ index: Int) -> String? { gaqas.map { $0[index] } }

  /// Traps where money was lost or made, which only a mistake in the library itself could do.
  func checkConservation() {
    for index in pots.indices {
      var out = Int128(remainders[index])
      for step in steps {
        out += Int128(step.paid[index]) + Int128(step.residue[index])
        out -= Int128(step.carriedIn[index])
      }
      require(
        out == Int128(pots[index]),
        "\(scheme), \(clause): a pot of \(Money(fen: pots[index])) was not conserved."
      )
    }
  }
}

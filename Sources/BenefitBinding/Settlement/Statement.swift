/// The amounts owed to one household for a season, line by line, with the reason for each.
public struct Statement: Hashable, Encodable, Sendable {
  /// One amount and how it came about.
  public struct Entry: Hashable, Encodable, Sendable {
    /// The scheme it comes from.
    public let scheme: String
    /// The organisation mode of the scheme, such as `branch + poor household`, or `nil` where it is
    /// not stated.
    public let mode: String?
    /// The name of the line.
    public let name: String
    /// The effect of the amount on the household's income.
    public let flow: Flow
    /// The parties that answer for the debt, where the terms state them.
    public let liability: Liability?
    /// The quantity, or `nil` where the line gives money.
    public let quantity: Quantity?
    /// The amount of money, or `nil` where the line gives a quantity.
    let money: Money?
    /// The derivation of the amount.
    public let derivation: Derivation

    private enum CodingKeys: String, CodingKey {
      case scheme, mode, name, flow, quantity
      case money = "amount"
      case derivation
    }

    /// Returns the name in a language, where it is one of the library's own.
    public func name(in language: Language) -> String { StandardLine.words(name, in: language) }

    /// The amount; a cost or a debt is above zero too.
    ///
    /// - Precondition: The line gives money and no ``quantity``.
    public var amount: Money {
      guard let money else { stop("The line \"\(name)\" gives a quantity and no money.") }
      return money
    }
  }

  /// The household.
  public let household: Household

  /// The name of the season.
  public let season: String

  /// The currency of all amounts.
  public let currency: Currency

  /// The lines that concern the household, in the order of settling.
  public let entries: [Entry]

  /// The income from all schemes.
  public let gross: Money

  /// The costs of the schemes to the household.
  public let costs: Money

  /// The statements of the parts in which the household took part, in order, or `nil` where the season was
  /// settled at once.
  public internal(set) var parts: [Statement]?

  /// The amounts of one kind from all schemes, such as income from wages.
  ///
  /// - Precondition: The kind is money and no ``Flow/quantity``.
  /// - Complexity: O(n) for n entries.
  public func total(of flow: Flow) -> Money {
    entries.reduce(.zero) { $1.flow == flow ? $0 + $1.amount : $0 }
  }

  /// The gain of the household after costs.
  public var net: Money { gross - costs }

  /// The net gain for each person, rounded half up to the fen.
  public var netPerPerson: Money { perPerson(net) }

  /// An amount for each person of the household, rounded half up to the fen.
  private func perPerson(_ amount: Money) -> Money {
    amount.multiplied(by: Ratio(1, Int64(household.persons)), rounding: .halfUp(to: currency.step))
  }
}

extension Statement {
  /// A household before and after the schemes, held against a poverty line.
  public struct Comparison: Hashable, Encodable, Sendable {
    /// The income for each person without the schemes, rounded half up to the fen.
    public let before: Money
    /// The income for each person with the net gain, rounded half up to the fen.
    public let after: Money
    /// True if the exact income without the schemes is below the line.
    public let isPoorBefore: Bool
    /// True if the exact income with the net gain is below the line.
    public let isPoorAfter: Bool

    /// True if the schemes lifted the household over the line.
    public var isLifted: Bool { isPoorBefore && !isPoorAfter }
  }

  /// Holds the household against a poverty line, counting what is owed as if it were paid.
  ///
  /// A household is poor where its income for each person is strictly below the line; the exact
  /// incomes are compared, not the rounded ones that are shown.
  ///
  /// - Parameter line: The line, in money for each person and year.
  /// - Returns: The incomes before and after, and which of them are below the line.
  public func compared(to line: Money) -> Comparison {
    let before = household.baselineIncome
    let after = before + net
    let threshold = Int128(line.fen) * Int128(household.persons)
    return Comparison(
      before: perPerson(before),
      after: perPerson(after),
      isPoorBefore: Int128(before.fen) < threshold,
      isPoorAfter: Int128(after.fen) < threshold
    )
  }
}

import BenefitBinding

/// The few places where the simulation has to know a name inside the library's results.
enum Library {
  /// The kind of a notice, as files hold it.
  static func code(of notice: Notice) -> String { notice.code.rawValue }

  /// The kind of an error, in one word.
  static func code(of error: BenefitError) -> String {
    error.code.rawValue
  }

  /// The amount of a notice in fen, or in whole units with the unit.
  static func amount(of notice: Notice) -> String {
    notice.quantity.map { "\($0.thousandths / 1_000) \($0.unit.name)" } ?? "\(notice.amount.fen)"
  }

  /// An account in the word that the oracle uses.
  static func word(_ account: Account) -> String { account.description }
}

import BenefitBinding

/// The few places where the simulation has to know a name inside the library's results.
enum Library {
  /// The kind of a notice, as files hold it.
  static func code(of notice: Notice) throws -> String {
    try TreeEncoder.encode(notice.code)["rawValue"]?.text ?? "unknown"
  }

  /// The kind of an error, in one word.
  static func code(of error: SettlementError) -> String {
    codes.first { $0.code == error.code }?.name ?? "other"
  }

  /// An account in the word that the oracle uses.
  static func word(_ account: Account) -> String { account.description }

  private static let codes: [(code: SettlementError.Code, name: String)] = [
    (.missingFact, "missingFact"), (.unknownLine, "unknownLine"),
    (.duplicateName, "duplicateName"), (.sharesAboveWhole, "sharesAboveWhole"),
    (.unknownHousehold, "unknownHousehold"), (.noPot, "noPot"), (.mixedStake, "mixedStake"),
    (.mixedPlaces, "mixedPlaces"), (.mixedUnits, "mixedUnits"),
    (.circularMembers, "circularMembers"), (.emptyName, "emptyName"),
    (.negativeWeight, "negativeWeight"), (.overflow, "overflow"), (.tooFine, "tooFine"),
    (.missingSeason, "missingSeason"), (.notInPast, "notInPast"), (.mixedFlows, "mixedFlows"),
    (.formulaTooLarge, "formulaTooLarge"),
  ]
}

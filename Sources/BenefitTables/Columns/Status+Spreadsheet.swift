import BenefitBinding

extension Status {
  /// Reads the status of a cell, which is the library's where it differs from it by case, width or spaces only.
  ///
  /// - Throws: `BenefitError` where it is not on one line.
  init(ofSpreadsheet text: String) throws(BenefitError) {
    if let own = Self.own[text.wordKey] {
      self = own
      return
    }
    guard text.escaped == text else { throw .severalLines }
    self.init(text)
  }

  /// The library's statuses by their English and Chinese words.
  private static let own: [String: Self] = {
    var byWord: [String: Self] = [:]
    for status in standard {
      byWord[status.name.wordKey] = status
      byWord[status.words(in: .simplifiedChinese).wordKey] = status
    }
    return byWord
  }()
}

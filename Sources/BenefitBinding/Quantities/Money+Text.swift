extension Money {
  /// Reads an amount in units of money, such as `4000`, `4,000.00` or `-0.5`.
  ///
  /// Commas, where there are any, group the digits in threes; there are at most two decimals.
  ///
  /// - Throws: ``BenefitError`` where the text is anything else. Nothing is rounded or skipped.
  public init(parsing text: some StringProtocol) throws(BenefitError) {
    switch DecimalText.read(Substring(text), decimals: 2) {
    case .success(let fen): self.init(fen: fen)
    case .failure(let problem):
      throw problem.error(
        text,
        write: Phrase(
          en: "an amount with at most two decimals, such as 4,000.00",
          zh: "最多两位小数的金额，如 4,000.00"
        )
      )
    }
  }
}

extension Money: WrittenAsText {
  /// The amount in units with two decimals, grouped in threes, such as `4,000.00`.
  public var description: String { DecimalText.write(fen, decimals: 2, grouped: true) }

  /// The amount in units with two decimals and no grouping, as files carry it.
  public var plainText: String { DecimalText.write(fen, decimals: 2, grouped: false) }
}

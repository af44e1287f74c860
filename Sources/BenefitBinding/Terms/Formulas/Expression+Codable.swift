// A formula is stored as its text. What the compiler encodes part by part serves who works it out anew.

extension Expression {
  /// Decodes a formula of one dimension from its text.
  ///
  /// - Throws: `DecodingError` where it is of another, holds parts that do not go together, or is
  ///   larger than formulas may be.
  init(from decoder: any Decoder, is expected: FormulaDimension...) throws {
    let definitions = decoder.userInfo[.formulaDefinitions] as? FormulaDefinitions
    self = try decoder.decodeText { (text) throws(BenefitError) in
      var reader = try FormulaReader(text, definitions: definitions ?? FormulaDefinitions())
      return try reader.formula(of: expected)
    }
  }

  /// Encodes the formula as its text, or part by part where the encoder says so.
  func encode(as text: String, to encoder: any Encoder) throws {
    if encoder.userInfo[.formulasInParts] != nil { return try encode(to: encoder) }
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

import BenefitBinding

extension TableRows {
  /// The amount of a cell.
  mutating func money(_ column: Int) -> Money? {
    value(column) { text throws(BenefitError) in try Money(parsing: text) }
  }

  /// The rate of a cell.
  mutating func rate(_ column: Int) -> Ratio? {
    value(column) { text throws(BenefitError) in try Ratio(parsing: text) }
  }

  /// The quantity of a cell, a number without its unit.
  mutating func quantity(_ column: Int, _ unit: Quantity.Unit) -> Quantity? {
    value(column) { text throws(BenefitError) in
      let expected = Phrase(en: "a number with at most three decimals", zh: "最多三位小数的数字")
      return Quantity(thousandths: try Self.number(text, decimals: 3, expected), unit)
    }
  }

  /// The whole number of a cell.
  mutating func count(_ column: Int) -> Int? {
    value(column) { text throws(BenefitError) in
      Int(try Self.number(text, decimals: 0, Phrase(en: "a whole number, such as 4", zh: "整数，如 4")))
    }
  }

  /// The id of a cell, which no other row may carry, not even in another form.
  mutating func id(_ column: Int, _ lines: inout [String: (id: String, line: Int)]) -> String? {
    guard let id = text(column)?.plain else { return nil }
    if id.isEmpty { return reject(.emptyCell, column) }
    if let problem = CitizenNumber.problemOfSpreadsheet(with: id) { return reject(problem, column) }
    if let other = lines.updateValue((id, line), forKey: id.key) {
      lines[id.key] = other
      let isSame = other.id.unicodeScalars.elementsEqual(id.unicodeScalars)
      return reject(
        isSame
          ? .duplicateID(id, line: other.line) : .sameButForForm(id, other.id, line: other.line),
        column
      )
    }
    return id
  }

  private static func number(
    _ text: String,
    decimals: Int,
    _ expected: Phrase
  ) throws(BenefitError) -> Int64 {
    switch DecimalText.read(Substring(text), decimals: decimals) {
    case .success(let number): return number
    case .failure(let problem): throw problem.error(text, write: expected)
    }
  }
}

import BenefitBinding

extension TableRows {
  /// The amount of a cell.
  mutating func money(_ column: Int) -> Money? {
    if let fen = plainNumber(column, decimals: 2) { return Money(fen: fen) }
    return value(column) { text throws(BenefitError) in try Money(parsing: text) }
  }

  /// The rate of a cell.
  mutating func rate(_ column: Int) -> Ratio? {
    value(column) { text throws(BenefitError) in try Ratio(parsing: text) }
  }

  /// The quantity of a cell, a number without its unit.
  mutating func quantity(_ column: Int, _ unit: Quantity.Unit) -> Quantity? {
    if let number = plainNumber(column, decimals: 3) { return Quantity(thousandths: number, unit) }
    return value(column) { text throws(BenefitError) in
      let expected = Phrase(en: "a number with at most three decimals", zh: "最多三位小数的数字")
      return Quantity(thousandths: try Self.number(text, decimals: 3, expected), unit)
    }
  }

  /// The whole number of a cell.
  mutating func count(_ column: Int) -> Int? {
    if let count = plainNumber(column, decimals: 0) { return Int(count) }
    return value(column) { text throws(BenefitError) in
      Int(try Self.number(text, decimals: 0, Phrase(en: "a whole number, such as 4", zh: "整数，如 4")))
    }
  }

  /// The day of a cell.
  mutating func day(_ column: Int) -> Day? { value(column, Day.init(ofSpreadsheet:)) }

  /// The id of a cell, which other rows may carry too; a citizen number ends in a capital X.
  mutating func sharedID(_ column: Int) -> String? {
    guard let id = word(column) else { return nil }
    if let problem = CitizenNumber.problemOfSpreadsheet(with: id) { return reject(problem, column) }
    guard case .citizenNumber = columns[column].kind else { return id }
    if let problem = CitizenNumber.problem(with: id) { return reject(problem, column) }
    return id.uppercased()
  }

  /// The id of a cell, which no other row may carry, not even in another form; a citizen number ends in a capital X.
  mutating func id(_ column: Int, _ lines: inout [String: (id: String, line: Int)]) -> String? {
    guard let id = sharedID(column) else { return nil }
    let key = id.key
    if let other = lines.updateValue((id, line), forKey: key) {
      lines[key] = other
      let isSame = other.id.unicodeScalars.elementsEqual(id.unicodeScalars)
      return reject(
        isSame
          ? .duplicateID(id, line: other.line) : .sameButForForm(id, other.id, line: other.line),
        column
      )
    }
    return id
  }

  /// The number of a cell that is read as it stands, without a text.
  private func plainNumber(_ column: Int, decimals: Int) -> Int64? {
    try? DecimalText.read(ascii: bytes(column), decimals: decimals).get()
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

/// An amount of goods, land, work or animals: a whole number of thousandths of a unit.
///
/// ```swift
/// let garden: Quantity = "0.5 mu"
/// let chicks = Quantity(45, .head)
/// print(garden + garden, chicks)    // 1 mu 45 head
/// ```
public struct Quantity: Hashable, Sendable {
  /// The amount in thousandths of the unit.
  public var thousandths: Int64

  /// The unit that is counted.
  public var unit: Unit

  /// Creates a quantity from thousandths of a unit.
  public init(thousandths: Int64, _ unit: Unit) {
    self.thousandths = thousandths
    self.unit = unit
  }

  /// Creates a whole number of units.
  ///
  /// - Precondition: The number in thousandths fits in 64 bits.
  public init(_ count: Int64, _ unit: Unit) {
    guard let quantity = Self(exactly: count, unit) else {
      stop("\(count) \(unit) is more than 64 bits of thousandths can hold.")
    }
    self = quantity
  }

  /// Creates a whole number of units, or `nil` where it does not fit.
  init?(exactly count: Int64, _ unit: Unit) {
    let (thousandths, overflowed) = count.multipliedReportingOverflow(by: 1_000)
    if overflowed { return nil }
    self.init(thousandths: thousandths, unit)
  }

  /// The sum of two quantities of one unit.
  ///
  /// - Precondition: The units are the same and the sum fits in 64 bits of thousandths.
  public static func + (lhs: Self, rhs: Self) -> Self {
    require(lhs.unit == rhs.unit, "\(lhs) and \(rhs) have different units and no sum.")
    let (sum, overflowed) = lhs.thousandths.addingReportingOverflow(rhs.thousandths)
    require(!overflowed, "\(lhs) + \(rhs) is more than 64 bits of thousandths can hold.")
    return Self(thousandths: sum, lhs.unit)
  }

  /// The difference of two quantities of one unit.
  ///
  /// - Precondition: The units are the same and the difference fits in 64 bits of thousandths.
  public static func - (lhs: Self, rhs: Self) -> Self {
    require(lhs.unit == rhs.unit, "\(lhs) and \(rhs) have different units and no difference.")
    let (rest, overflowed) = lhs.thousandths.subtractingReportingOverflow(rhs.thousandths)
    require(!overflowed, "\(lhs) - \(rhs) is more than 64 bits of thousandths can hold.")
    return Self(thousandths: rest, lhs.unit)
  }
}

extension Quantity {
  /// Reads a number with at most three decimals and a unit after a space, such as `0.5 mu`.
  ///
  /// - Throws: ``BenefitError`` where the text is anything else.
  public init(parsing text: some StringProtocol) throws(BenefitError) {
    func failure(_ problem: DecimalText.Problem) -> BenefitError {
      problem.error(
        text,
        write: Phrase(
          en: "a number with at most three decimals and a unit, such as 0.5 mu",
          zh: "最多三位小数的数字和单位，如 0.5 mu"
        )
      )
    }
    // Scalar by scalar: a unit may begin with a mark that would join the space as one character.
    let parts = Substring(text).unicodeScalars.split(
      separator: " ",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard let number = parts.first, let unit = parts.dropFirst().first, !unit.isEmpty,
      String(unit).isOneLine
    else {
      throw failure(.missingUnit)
    }
    switch DecimalText.read(Substring(number), decimals: 3) {
    case .success(let thousandths): self.init(thousandths: thousandths, Unit(String(unit)))
    case .failure(let problem): throw failure(problem)
    }
  }
}

extension Quantity: WrittenAsText {
  /// The number without needless zeros and the unit, such as `1,250.5 kg`, `1 share` or `2 shares`.
  public var description: String { words(in: .english) }

  /// The number without needless zeros and the unit in a language.
  package func words(in language: Language) -> String {
    var number = DecimalText.write(thousandths, decimals: 3, grouped: true)
    while number.last == "0" { number.removeLast() }
    if number.last == "." { number.removeLast() }
    return "\(number) \(unit.words(in: language, many: thousandths.magnitude != 1_000))"
  }
}

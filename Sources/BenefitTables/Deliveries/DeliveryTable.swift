public import BenefitBinding

/// Deliveries of a season as a spreadsheet holds them: one delivery a line, added up for each household.
///
/// ```swift
/// let herders = try HouseholdTable(csv: Array("id,gaqa,persons\nNLX-07,Nalinxili,4\nNLX-08,Nalinxili,2\n".utf8))
/// let eggs = Programme("Eggs") {
///   Terms(name: "Eggs") {
///     Payment("eggs sold", each: .fact(MoneyFact("egg money")), as: .business)
///   }
/// }
/// let file = Array("日期,户编号,egg money\n2020/3/5,NLX-07,45\n2020/4/2,NLX-07,30.50\n".utf8)
/// var season = Season(2020)
/// try DeliveryTable(csv: file, of: herders, for: eggs).state(in: &season)
/// let settled = try eggs.settle(season, for: herders.register)
/// print(settled.statement(for: "NLX-07")?.gross ?? .zero)    // 75.50
/// ```
///
/// The columns are `day`, `id` and the amounts and quantities that the formulas of a programme ask for, such as the eggs of each
/// grade and what was paid for them. The list is whole: who is not in it delivered nothing, and zero is stated for it.
/// What was wrong is corrected by a row of its own, which may be below zero.
public struct DeliveryTable: Sendable {
  private var money: [(MoneyFact, NamedColumn<Money>)] = []
  private var measures: [(Measure, NamedColumn<Quantity>)] = []

  /// Reads deliveries from the bytes of a file of comma-separated values.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - households: The households that deliver.
  ///   - programme: The programme whose facts are columns.
  ///   - period: The days of the season, all if left out; rows of other days are left aside.
  /// - Throws: `BenefitError`, the first of ``problems(inCSV:encoding:of:for:in:)``.
  public init(
    csv bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    of households: HouseholdTable,
    for programme: Programme,
    in period: Period? = nil
  ) throws(BenefitError) {
    var reading = DeliveryReading(bytes, encoding, programme, households.register)
    reading.readRows(in: period)
    if let problem = reading.problems.first { throw problem }
    for (fact, sums) in reading.sums {
      switch fact {
      case .money(let fact):
        money.append((fact, NamedColumn(sums.map(Money.init(fen:)), of: households.register)))
      case .measure(let measure):
        let quantities = sums.map { Quantity(thousandths: $0, measure.unit) }
        measures.append((measure, NamedColumn(quantities, of: households.register)))
      case .rate: continue
      }
    }
  }

  /// Returns everything that is wrong with a file: the first hundred mistakes and the number of the others.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - households: The households that deliver.
  ///   - programme: The programme whose facts are columns.
  ///   - period: The days of the season, all if left out.
  /// - Returns: The mistakes with their lines and columns, in the order in which they are found.
  public static func problems(
    inCSV bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    of households: HouseholdTable,
    for programme: Programme,
    in period: Period? = nil
  ) -> [BenefitError] {
    var reading = DeliveryReading(bytes, encoding, programme, households.register)
    reading.readRows(in: period)
    return reading.problems
  }

  /// States what each household delivered in a season or a scheme's facts, in place of what was given under these names.
  ///
  /// - Parameter sheet: The season or the facts.
  public func state(in sheet: inout some FactSheet) {
    for (fact, column) in money { sheet.facts.set(fact, column) }
    for (measure, column) in measures { sheet.facts.set(measure, column) }
  }
}

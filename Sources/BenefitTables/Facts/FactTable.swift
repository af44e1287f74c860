public import BenefitBinding

/// Facts of a season as a spreadsheet holds them: one household or one gaqa a line, one fact a column.
///
/// ```swift
/// var season = Season(2024)
/// let bytes = Array("id,monthly wage\nNLX-07,2000\n".utf8)
/// try FactTable(csv: bytes, money: [.monthlyWage]).state(in: &season)
/// ```
///
/// One column is `id` or `gaqa`, in English or Chinese, or 身份证号 where the households are kept by it; facts are joined by
/// it and never by position. An empty cell states nothing, so that settling asks for the fact where it needs it.
public struct FactTable: Sendable {
  private let isByGaqa: Bool
  private var money: [(MoneyFact, NamedColumn<Money>)] = []
  private var rates: [(RateFact, NamedColumn<Ratio>)] = []
  private var measures: [(Measure, NamedColumn<Quantity>)] = []

  /// The Frictionless Table Schema of the table under its plain headings, as JSON: `id` or `gaqa`, and the facts' names, where
  /// the file that was read may have others.
  public let schema: String

  /// Reads facts from the bytes of a file of comma-separated values.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - money: The amounts of money that are columns.
  ///   - rates: The rates that are columns.
  ///   - measures: The quantities that are columns, numbers without their units.
  /// - Throws: `BenefitError`, the first of ``problems(inCSV:encoding:money:rates:measures:)``.
  public init(
    csv bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    money: [MoneyFact] = [],
    rates: [RateFact] = [],
    measures: [Measure] = []
  ) throws(BenefitError) {
    let (table, problems) = Self.reading(bytes, encoding, money, rates, measures)
    if let problem = problems.first { throw problem }
    self = table
  }

  /// Reads the facts that the formulas of a programme ask for, as far as the file has columns of them.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - programme: The programme that the facts are for.
  /// - Throws: `BenefitError`, the first of ``problems(inCSV:encoding:for:)``.
  public init(
    csv bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    for programme: Programme
  ) throws(BenefitError) {
    let (table, problems) = Self.reading(bytes, encoding, for: programme)
    if let problem = problems.first { throw problem }
    self = table
  }

  /// Returns everything that is wrong with a file of facts for a programme.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - programme: The programme that the facts are for.
  /// - Returns: The mistakes with their lines and columns, in the order in which they are found.
  public static func problems(
    inCSV bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    for programme: Programme
  ) -> [BenefitError] {
    reading(bytes, encoding, for: programme).problems
  }

  /// Returns everything that is wrong with a file: the first hundred mistakes and the number of the others.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - money: The amounts of money that are columns.
  ///   - rates: The rates that are columns.
  ///   - measures: The quantities that are columns, numbers without their units.
  /// - Returns: The mistakes with their lines and columns, in the order in which they are found.
  public static func problems(
    inCSV bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    money: [MoneyFact] = [],
    rates: [RateFact] = [],
    measures: [Measure] = []
  ) -> [BenefitError] {
    reading(bytes, encoding, money, rates, measures).problems
  }

  /// States the facts in a season or a scheme's facts, in place of what was given under their names.
  ///
  /// A second table of the same fact so takes the place of the first: state the files of several villages in facts of
  /// their own and merge these.
  ///
  /// - Parameter sheet: The season or the facts.
  public func state(in sheet: inout some FactSheet) {
    for (fact, column) in money { sheet.facts.set(fact, column, isByGaqa: isByGaqa) }
    for (fact, column) in rates { sheet.facts.set(fact, column, isByGaqa: isByGaqa) }
    for (measure, column) in measures { sheet.facts.set(measure, column, isByGaqa: isByGaqa) }
  }
}

extension FactTable {
  private static func reading(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    for programme: Programme
  ) -> (table: FactTable, problems: [BenefitError]) {
    let asked = programme.factsRead
    let headings = TableRows(bytes, encoding, asked.map(\.column))
    let present = asked.indices.filter(headings.has).map { asked[$0] }
    var reading = reading(
      bytes,
      encoding,
      present.compactMap { if case .money(let fact) = $0 { fact } else { nil } },
      present.compactMap { if case .rate(let fact) = $0 { fact } else { nil } },
      present.compactMap { if case .measure(let measure) = $0 { measure } else { nil } }
    )
    if present.isEmpty && reading.problems.isEmpty {
      reading.problems.append(.noFact(of: asked))
    }
    return reading
  }

  private static func reading(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ money: [MoneyFact],
    _ rates: [RateFact],
    _ measures: [Measure]
  ) -> (table: FactTable, problems: [BenefitError]) {
    let facts =
      (money.map(FactName.money) + rates.map(FactName.rate) + measures.map(FactName.measure))
      .map(\.column)
    let (keys, isByGaqa) = keyColumns(bytes, encoding)
    var rows = TableRows(bytes, encoding, keys + facts)
    if keys.count > 1 { rows.report(.householdsAndGaqas, 0) }

    let schema = TableSchema([keys[0]] + facts, key: keys[0].name).json
    var lines: [String: (id: String, line: Int)] = [:]
    var amounts = money.map { _ in FactColumn<Money>() }
    var fractions = rates.map { _ in FactColumn<Ratio>() }
    var quantities = measures.map { _ in FactColumn<Quantity>() }
    while keys.count == 1 && rows.next() {
      guard let id = rows.id(0, &lines) else { continue }
      if id.escaped != id { rows.report(.severalLines, 0) }
      var place = 1
      for index in money.indices {
        amounts[index].add(id, rows.money(place))
        place += 1
      }
      for index in rates.indices {
        fractions[index].add(id, rows.rate(place))
        place += 1
      }
      for (index, measure) in measures.enumerated() {
        quantities[index].add(id, rows.quantity(place, measure.unit))
        place += 1
      }
    }
    var table = FactTable(isByGaqa: isByGaqa, schema: schema)
    table.money = Array(zip(money, amounts.map(\.named)))
    table.rates = Array(zip(rates, fractions.map(\.named)))
    table.measures = Array(zip(measures, quantities.map(\.named)))
    return (table, rows.problems.listed)
  }

  /// The column that the rows are joined by, and after a column of gaqas also one of households where there are both.
  private static func keyColumns(
    _ bytes: [UInt8],
    _ encoding: TextEncoding
  ) -> (keys: [TableColumn], isByGaqa: Bool) {
    let gaqas = HouseholdColumns.all[HouseholdColumns.gaqa].with(kind: .id, isNeeded: true)
    let household = HouseholdColumns.key(of: bytes, encoding)
    let headings = TableRows(bytes, encoding, [household, gaqas])
    if !headings.has(1) { return ([household], false) }
    return (headings.has(0) ? [gaqas, household] : [gaqas], true)
  }

  private init(isByGaqa: Bool, schema: String) {
    self.isByGaqa = isByGaqa
    self.schema = schema
  }
}

/// The values of a fact as they are read, in the order of the rows that have one.
private struct FactColumn<Value: Hashable & Sendable> {
  private var (names, values) = ([String](), [Value]())

  mutating func add(_ name: String, _ value: Value?) {
    guard let value else { return }
    names.append(name)
    values.append(value)
  }

  /// The column in order of the names.
  var named: NamedColumn<Value> { NamedColumn(distinct: names, values) }
}

extension FactName {
  /// The column of the fact.
  var column: TableColumn {
    switch self {
    case .money(let fact):
      TableColumn(
        name: fact.name,
        aliases: [fact.words(in: .simplifiedChinese)],
        kind: .money,
        isRequired: true
      )
    case .rate(let fact):
      TableColumn(
        name: fact.name,
        aliases: [fact.words(in: .simplifiedChinese)],
        kind: .rate,
        isRequired: true
      )
    case .measure(let measure): TableColumn(measure, isRequired: true)
    }
  }
}

extension BenefitError {
  /// The error of a table without a column of any of some facts.
  static func noFact(of facts: [FactName]) -> Self {
    let names = facts.map(\.text)
    return Self(
      .missing,
      found: Phrase(
        en: "no column is a fact that the programme asks for.",
        zh: "没有任何一列是项目用到的数据。"
      ),
      advice: names.isEmpty
        ? Phrase(en: "It asks for none.", zh: "项目不需要数据。")
        : Phrase(
          en: "It asks for \(names.joined(separator: ", ")).",
          zh: "项目用到「\(names.joined(separator: "」「"))」。"
        )
    )
  }
}

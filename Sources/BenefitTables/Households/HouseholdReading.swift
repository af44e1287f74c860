import BenefitBinding

/// Reads the households of a file row by row.
struct HouseholdReading {
  private var rows: TableRows
  private let measures: [Measure]
  private let idIsCitizenNumber: Bool
  private var registerProblems = Problems()

  /// The columns of every such table, in the order of ``Place``.
  static let fixed: [TableColumn] = [
    TableColumn(
      name: "id",
      aliases: ["household", "household id", "编号", "户编号", "户号", "股权证号", "股权证编号"],
      kind: .id,
      isRequired: true,
      isComplete: true
    ),
    TableColumn(
      name: "gaqa",
      aliases: ["village", "嘎查", "村", "村/嘎查", "嘎查/村", "嘎查村", "行政村", "所在村"],
      kind: .text,
      isRequired: true,
      isComplete: true
    ),
    TableColumn(
      name: "persons",
      aliases: ["人口", "家庭人口", "家庭人口数", "人口数", "家庭人口（人）"],
      kind: .count,
      isRequired: true,
      isComplete: true
    ),
    TableColumn(name: "name", aliases: ["姓名", "户主", "户主姓名", "负责人"], kind: .text),
    TableColumn(
      name: "standing",
      aliases: ["status", "类别", "户类别", "户类型", "贫困户属性"],
      kind: .text,
      isComplete: true
    ),
    TableColumn(
      name: "baseline_income",
      aliases: ["基期收入", "基期收入（元）", "上年收入", "上年收入（元）"],
      kind: .money,
      isComplete: true
    ),
    TableColumn(
      name: "citizen_number",
      aliases: ["身份证号", "身份证号码", "公民身份号码"],
      kind: .citizenNumber
    ),
  ]

  /// The fixed columns by their places.
  private enum Place {
    static let id = 0, gaqa = 1, persons = 2, name = 3, status = 4, income = 5, citizen = 6,
      measures = 7
  }

  private static let known: [Measure] = [
    .shares, .landArea, .monthsWorked, .workers, .eggsDelivered, .produceDelivered,
  ]

  init(_ bytes: [UInt8], _ encoding: TextEncoding, _ further: [Measure]) {
    measures = further + Self.known.filter { known in !further.contains { $0.name == known.name } }
    var columns = Self.fixed
    // The number of the head's identity card is the household's id where there is no other.
    let probe = TableRows(bytes, encoding, columns + measures.map(Self.column))
    idIsCitizenNumber = !probe.has(Place.id) && probe.has(Place.citizen)
    if idIsCitizenNumber {
      columns[Place.id] = TableColumn(
        name: "id",
        aliases: columns[Place.citizen].aliases + [columns[Place.citizen].name],
        kind: .citizenNumber,
        isRequired: true,
        isComplete: true
      )
    }
    rows = TableRows(bytes, encoding, columns + measures.map(Self.column))
  }

  private static func column(_ measure: Measure) -> TableColumn {
    TableColumn(measure, aliases: measure == .shares ? ["户持股数", "持股数", "股数"] : [])
  }

  /// The mistakes, once the table was asked for.
  var problems: [BenefitError] { (rows.problems.isEmpty ? registerProblems : rows.problems).listed }

  /// Reads all rows, or returns `nil` where something is wrong.
  mutating func table() -> HouseholdTable? {
    var (households, names, lines) = ([Household](), [Household.ID: String](), Lines())
    let present = measures.indices.filter { rows.has(Place.measures + $0) }
    while rows.next() {
      if let household = household(present, &lines) {
        households.append(household)
        if let name = rows.text(Place.name), !name.isEmpty { names[household.id] = name }
      }
    }
    guard rows.problems.isEmpty else { return nil }
    guard let register = try? Register(households) else {
      for problem in Register.problems(in: households) {
        let id = problem.places.first { $0.kind == "household" }?.name
        let line = id.flatMap { lines.ofIDs[$0.key]?.line }
        registerProblems.add(problem.within(line.map { .line($0) }))
      }
      return nil
    }
    return HouseholdTable(register, names: names, measures: present.map { measures[$0] })
  }

  /// The forms of ids and gaqas that were met, and where.
  private struct Lines {
    var ofIDs: [String: (id: String, line: Int)] = [:]
    var ofGaqas: [String: (name: String, line: Int)] = [:]
  }

  private mutating func household(_ present: [Int], _ lines: inout Lines) -> Household? {
    let id = rows.id(Place.id, &lines.ofIDs)
    let gaqa = gaqa(&lines)
    let persons = rows.count(Place.persons)
    let income = rows.money(Place.income)
    let status = rows.value(Place.status) { text throws(BenefitError) in try Self.status(text) }
    checkCitizenNumber(in: idIsCitizenNumber ? Place.id : Place.citizen)
    _ = rows.text(Place.name)
    var quantities: [Measure: Quantity] = [:]
    for place in present {
      let measure = measures[place]
      quantities[measure] = rows.quantity(Place.measures + place, measure.unit)
    }
    guard let id, let gaqa, let persons else { return nil }
    return Household(
      id,
      gaqa: gaqa,
      persons: persons,
      status: status ?? .belowNationalLine,
      baselineIncome: income ?? .zero,
      measures: quantities
    )
  }

  private mutating func checkCitizenNumber(in column: Int) {
    guard let number = rows.value(column, { text throws(BenefitError) in text }) else { return }
    // An id that a spreadsheet broke has been reported.
    if column == Place.id, CitizenNumber.problemOfSpreadsheet(with: number) != nil { return }
    if let problem = CitizenNumber.problemOfSpreadsheet(with: number)
      ?? CitizenNumber.problem(with: number)
    {
      rows.report(problem, column)
    }
  }

  /// The gaqa of the row, which is written in one way throughout.
  private mutating func gaqa(_ lines: inout Lines) -> String? {
    guard let gaqa = rows.value(Place.gaqa, { text throws(BenefitError) in text }) else {
      return nil
    }
    let first = lines.ofGaqas[gaqa.key]
    if let first, first.name != gaqa {
      return rows.reject(.sameButForForm(gaqa, first.name, line: first.line), Place.gaqa)
    }
    if first == nil { lines.ofGaqas[gaqa.key] = (gaqa, rows.line) }
    return gaqa
  }

  /// The status in the library's word, where it is one of its own.
  private static func status(_ text: String) throws(BenefitError) -> Status {
    let own: [Status] = [
      .belowNationalLine, .belowMunicipalAllowance, .exited, .atRisk, .notPoor,
    ]
    let known = own.first { $0.name == text || $0.words(in: .simplifiedChinese) == text }
    if let known { return known }
    guard text.escaped == text else { throw .severalLines }
    return Status(text)
  }
}

import BenefitBinding

/// Reads the households of a file row by row into columns.
struct HouseholdReading {
  private typealias Place = HouseholdColumns

  private var rows: TableRows
  private let measures: [Measure]
  private var registerProblems = Problems()

  private var (ids, gaqas, persons) = ([Household.ID](), [String](), [Int]())
  private var (statuses, incomes) = ([Status](), [Money]())
  private var quantities: [[Quantity]]
  private var names: [(Household.ID, String)] = []

  /// The forms of ids and gaqas that were met, and where.
  private var linesOfIDs: [String: (id: String, line: Int)] = [:]
  private var linesOfGaqas: [String: (name: String, line: Int)] = [:]
  /// The gaqas and statuses that were met.
  private var (gaqasSeen, statusesSeen) = (SeenCells<String>(), SeenCells<Status>())

  init(_ bytes: [UInt8], _ encoding: TextEncoding, _ further: [Measure]) {
    measures =
      further + Measure.standard.filter { known in !further.contains { $0.name == known.name } }
    quantities = measures.map { _ in [] }
    var columns = Place.all + measures.map(Place.column)
    rows = TableRows(bytes, encoding, columns)
    // The number of the head's identity card is the household's id where there is no other.
    if !rows.has(Place.id) && rows.has(Place.citizen) {
      columns[Place.id] = Place.citizenID
      rows = TableRows(bytes, encoding, columns)
    }
  }

  /// The mistakes, once the table was asked for.
  var problems: [BenefitError] { (rows.problems.isEmpty ? registerProblems : rows.problems).listed }

  /// Reads all rows, or returns `nil` where something is wrong.
  mutating func table() -> HouseholdTable? {
    let present = rows.present(Place.measures..<Place.measures + measures.count)
      .map { $0 - Place.measures }
    while rows.next() { readRow(present) }
    guard rows.problems.isEmpty else { return nil }
    let columns = Dictionary(uniqueKeysWithValues: present.map { (measures[$0], quantities[$0]) })
    do throws(BenefitError) {
      let register = try Register(
        ids: ids,
        gaqas: gaqas,
        persons: persons,
        statuses: statuses,
        baselineIncomes: incomes,
        measures: columns
      )
      return HouseholdTable(
        register,
        names: Dictionary(uniqueKeysWithValues: names),
        measures: present.map { measures[$0] }
      )
    } catch {
      findProblems(present)
      return nil
    }
  }

  /// Finds all that a register refuses.
  private mutating func findProblems(_ present: [Int]) {
    let households = ids.indices.map { row in
      Household(
        ids[row],
        gaqa: gaqas[row],
        persons: persons[row],
        status: statuses[row],
        baselineIncome: incomes[row],
        measures: .init(uniqueKeysWithValues: present.map { (measures[$0], quantities[$0][row]) })
      )
    }
    for problem in Register.problems(in: households) {
      let id = problem.places.first { $0.kind == "household" }?.name
      let line = id.flatMap { linesOfIDs[$0.key]?.line }
      registerProblems.add(problem.within(line.map { .line($0) }))
    }
  }
}

// MARK: - Rows

extension HouseholdReading {
  /// Reads a row, of which nothing is kept where something is wrong.
  private mutating func readRow(_ present: [Int]) {
    let id = rows.id(Place.id, &linesOfIDs)
    let gaqa = gaqa()
    let count = rows.count(Place.persons)
    let income = rows.money(Place.income)
    let status = status()
    checkCitizenNumber()
    let name = rows.text(Place.name)
    for place in present {
      let unit = measures[place].unit
      let quantity = rows.quantity(Place.measures + place, unit) ?? Quantity(thousandths: 0, unit)
      quantities[place].append(quantity)
    }
    guard rows.problems.isEmpty, let id, let gaqa, let count else { return }
    ids.append(id)
    gaqas.append(gaqa)
    persons.append(count)
    statuses.append(status ?? .belowNationalLine)
    incomes.append(income ?? .zero)
    if let name, !name.isEmpty { names.append((id, name)) }
  }

  private mutating func checkCitizenNumber() {
    let number = rows.value(Place.citizen) { text throws(BenefitError) in text }
    guard let number else { return }
    let problem =
      CitizenNumber.problemOfSpreadsheet(with: number) ?? CitizenNumber.problem(with: number)
    if let problem { rows.report(problem, Place.citizen) }
  }

  /// The gaqa of the row, which is written in one way throughout.
  private mutating func gaqa() -> String? {
    let cell = rows.bytes(Place.gaqa)
    if let gaqa = gaqasSeen[cell] { return gaqa }
    guard let gaqa = rows.value(Place.gaqa, { text throws(BenefitError) in text }) else {
      return nil
    }
    let key = gaqa.key
    if let first = linesOfGaqas[key], first.name != gaqa {
      return rows.reject(.sameButForForm(gaqa, first.name, line: first.line), Place.gaqa)
    }
    if linesOfGaqas[key] == nil { linesOfGaqas[key] = (gaqa, rows.line) }
    gaqasSeen[cell] = gaqa
    return gaqa
  }

  /// The status of the row, in the library's word where it is one of its own.
  private mutating func status() -> Status? {
    let cell = rows.bytes(Place.status)
    if let status = statusesSeen[cell] { return status }
    let status = rows.value(Place.status, Status.init(ofSpreadsheet:))
    statusesSeen[cell] = status
    return status
  }
}

import BenefitAssessment
import BenefitBinding
import BenefitDocuments
import BenefitReports
import BenefitTables
import FoundationEssentials

/// A programme that is settled for the households of a table.
struct Job {
  let options: Options
  let document: ProgrammeDocument
  let households: HouseholdTable
  let accounts: BankAccounts?
  let settlement: Settlement
  let assessment: Assessment?

  /// Reads all files, and settles.
  ///
  /// - Throws: ``Problems`` with all that is wrong, or ``FileError``.
  init(_ options: Options) throws {
    self.options = options
    let (programme, table) = (options.files[0], options.files[1])
    let bytes = try Files.read(programme)
    var problems = Problems()
    let read: ProgrammeDocument? = problems.reading(programme) {
      try ProgrammeDocument(json: bytes)
    } or: {
      ProgrammeDocument.problems(inJSON: bytes)
    }
    guard let document = read else { throw problems }
    self.document = document

    let measures = document.programme.measures
    let file = try Files.readTable(table)
    let listed: HouseholdTable? = problems.reading(table) {
      try HouseholdTable(csv: file.bytes, encoding: file.encoding, measures: measures)
    } or: {
      HouseholdTable.problems(inCSV: file.bytes, encoding: file.encoding, measures: measures)
    }
    var households = listed
    if let path = options.events, let day = options.day, let listed {
      let file = try Files.readTable(path)
      households = problems.reading(path) {
        try EventTable(csv: file.bytes, encoding: file.encoding, of: listed).households(on: day)
      } or: {
        EventTable.problems(inCSV: file.bytes, encoding: file.encoding, of: listed)
      }
    }
    var season = document.season
    let register = households?.register
    problems.add(Self.overridden(by: season.facts, in: register), in: programme)
    for path in options.facts {
      let file = try Files.readTable(path)
      let facts: FactTable? = problems.reading(path) {
        try FactTable(csv: file.bytes, encoding: file.encoding, for: document.programme)
      } or: {
        FactTable.problems(inCSV: file.bytes, encoding: file.encoding, for: document.programme)
      }
      var stated = Facts()
      facts?.state(in: &stated)
      Self.add(stated, of: path, to: &season, register, &problems)
    }
    if let listed, let households {
      try Self.readLedgers(options, listed, households, document.programme, &season, &problems)
    }
    var accounts: BankAccounts?
    if let path = options.accounts {
      let file = try Files.readTable(path)
      accounts = problems.reading(path) {
        try BankAccounts(csv: file.bytes, encoding: file.encoding)
      } or: {
        BankAccounts.problems(inCSV: file.bytes, encoding: file.encoding)
      }
    }
    guard let households, problems.isEmpty else { throw problems }
    (self.households, self.accounts) = (households, accounts)
    if options.books != nil && document.openingBooks != nil {
      throw FileError(
        "\(programme) has an opening; leave it out, or --books.",
        "\(programme) 已有期初数，请去掉期初数或 --books。",
        code: 1
      )
    }
    let books = try options.books.map(Self.books) ?? document.openingBooks ?? Books()
    let count = households.register.count
    report(
      Phrase(en: "Settling \(count) households", zh: "正在结算，共 \(count) 户")
        .text(in: options.language)
    )
    do {
      let settlement = try document.programme.settle(
        season,
        for: households.register,
        books: books
      )
      self.settlement = settlement
      assessment = try document.povertyLine.map { try Assessment(of: settlement, below: $0) }
    } catch let error as BenefitError {
      throw Problems([error], in: programme)
    }
  }

  /// Reads the tables of deliveries, by those who are settled, and of loans, by all who are listed, and states what follows
  /// from them for the season.
  private static func readLedgers(
    _ options: Options,
    _ listed: HouseholdTable,
    _ households: HouseholdTable,
    _ programme: Programme,
    _ season: inout Season,
    _ problems: inout Problems
  ) throws {
    let period = options.season
    let currency = programme.schemes.currency
    if let path = options.deliveries {
      let (bytes, encoding) = try Files.readTable(path)
      let table: DeliveryTable? = problems.reading(path) {
        try DeliveryTable(
          csv: bytes,
          encoding: encoding,
          of: households,
          for: programme,
          in: period
        )
      } or: {
        DeliveryTable.problems(
          inCSV: bytes,
          encoding: encoding,
          of: households,
          for: programme,
          in: period
        )
      }
      var stated = Facts()
      table?.state(in: &stated)
      add(stated, of: path, to: &season, households.register, &problems)
    }
    if let path = options.loans, let period {
      let (bytes, encoding) = try Files.readTable(path)
      let table: LoanTable? = problems.reading(path) {
        try LoanTable(csv: bytes, encoding: encoding, of: listed, in: currency)
      } or: {
        LoanTable.problems(inCSV: bytes, encoding: encoding, of: listed, in: currency)
      }
      var stated = Facts()
      do throws(BenefitError) {
        try stated.state(table?.loans ?? [], in: period, for: households.register)
      } catch { problems.add([error], in: path) }
      add(stated, of: path, to: &season, households.register, &problems)
    }
  }

  /// Adds the facts of a table to the season's, each of which stands in one place.
  private static func add(
    _ stated: Facts,
    of path: String,
    to season: inout Season,
    _ register: Register?,
    _ problems: inout Problems
  ) {
    problems.add(overridden(by: stated, in: register), in: path)
    do { try season.merge(stated) } catch { problems.add([error], in: path) }
  }

  private static func books(_ path: String) throws -> Books {
    let bytes = try Files.read(path)
    do {
      return try JSONDecoder().decode(Books.self, from: Data(bytes))
    } catch {
      if case DecodingError.dataCorrupted(let context) = error,
        let problem = context.underlyingError as? BenefitError
      {
        throw FileError(
          "\(path) holds no books: \(problem.text(in: .english))",
          "\(path) 不是结转账：\(problem.text(in: .simplifiedChinese))",
          code: 1
        )
      }
      throw FileError(
        "\(path) holds no books, such as the books.json of a folder.",
        "\(path) 不是结转账；结转账即上期结果中的 books.json。",
        code: 1
      )
    }
  }

  /// Refuses quantities of households that the register states as well: settling would take these in place of those.
  private static func overridden(by facts: Facts, in register: Register?) -> [BenefitError] {
    guard let register else { return [] }
    return register.measures.compactMap { measure in
      guard let id = register.ids.first(where: { facts[measure, household: $0] != nil }) else {
        return nil
      }
      return BenefitError(
        .duplicate,
        at: .fact(measure.name),
        .household(id),
        found: Phrase(
          en: "the table of households has a column of it too.",
          zh: "户表中也有这一列。"
        ),
        advice: Phrase(
          en: "State it in one place, and take it out of the other.",
          zh: "请只在一处填报，并从另一处删去。"
        )
      )
    }
  }

  /// The text that is printed, and what it has to be read with; with `--out` the files are written first.
  func output() throws -> (text: String, warnings: String) {
    let language = options.language
    let unused = document.programme.unusedBalances(
      of: settlement.openingBooks,
      for: settlement.register
    )
    let notices = (settlement.notices + unused).map { $0.text(in: language) + "\n" }.joined()
    if let id = options.household {
      guard let statement = settlement.statement(for: id) else {
        throw FileError(
          "\(options.files[1]) has no household \(id).",
          "\(options.files[1]) 中没有户「\(id)」。",
          code: 1
        )
      }
      let warnings = try write()
      return (statement.text(.full, in: language) + "\n" + notices, warnings)
    }
    if options.checksOnly {
      let count = "\(settlement.register.count)"
      let sentence = Phrase(
        en: "The files can be settled. Households: \(count).",
        zh: "各文件无误，可以结算，共 \(count) 户。"
      )
      return (sentence.text(in: language) + "\n" + notices, "")
    }
    let text = settlement.table(in: language).text + "\n" + notices + poverty
    let warnings = try write()
    return (text + written, warnings)
  }

  /// The poor before and after, where the programme says who is poor.
  private var poverty: String {
    guard let assessment else { return "" }
    let currency = settlement.currency
    let line = currency.text(assessment.line)
    let poor = [assessment.before, assessment.owed.incomes].map {
      $0.poverty(below: assessment.line).poor
    }
    let sentence = Phrase(
      en: "Below \(line) \(currency.units) a person, in households (persons): "
        + "\(poor[0].households) (\(poor[0].persons)) before, "
        + "\(poor[1].households) (\(poor[1].persons)) with what is owed.",
      zh:
        "人均收入低于 \(line) \(currency.unit.chinese)的：帮扶前 \(poor[0].households) 户 \(poor[0].persons) 人，"
        + "计入应得后 \(poor[1].households) 户 \(poor[1].persons) 人。"
    )
    return sentence.text(in: options.language) + "\n"
  }

  /// Where the files are, and which to open.
  private var written: String {
    guard let folder = options.folder else { return "" }
    let sentence = Phrase(
      en: "The results are in \(folder); report.html explains them.",
      zh: "结果已写入 \(folder)，其中 report.html 为全部说明。"
    )
    return sentence.text(in: options.language) + "\n"
  }

  private func write() throws -> String {
    guard let folder = options.folder else { return "" }
    return try Results(self).write(to: folder)
  }
}

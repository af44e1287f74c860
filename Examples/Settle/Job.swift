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
    let (programme, register) = (options.files[0], options.files[1])
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
    let table = try Files.readTable(register)
    let listed: HouseholdTable? = problems.reading(register) {
      try HouseholdTable(csv: table.bytes, encoding: table.encoding, measures: measures)
    } or: {
      HouseholdTable.problems(inCSV: table.bytes, encoding: table.encoding, measures: measures)
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
    for path in options.facts {
      let file = try Files.readTable(path)
      let facts: FactTable? = problems.reading(path) {
        try FactTable(csv: file.bytes, encoding: file.encoding, for: document.programme)
      } or: {
        FactTable.problems(inCSV: file.bytes, encoding: file.encoding, for: document.programme)
      }
      facts?.state(in: &season)
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
      throw FileError("\(programme) has an opening; leave it out, or --books.", code: 1)
    }
    let books = try options.books.map(Self.books) ?? document.openingBooks ?? Books()
    report("Settling \(households.register.count) households")
    do {
      let settlement = try document.programme.settle(
        season,
        for: households.register,
        books: books
      )
      self.settlement = settlement
      assessment = try document.povertyLine.map { try Assessment(of: settlement, below: $0) }
    } catch let error as BenefitError {
      throw Problems(error, in: programme)
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
      table?.state(in: &season)
    }
    if let path = options.loans, let period {
      let (bytes, encoding) = try Files.readTable(path)
      let table: LoanTable? = problems.reading(path) {
        try LoanTable(csv: bytes, encoding: encoding, of: listed)
      } or: {
        LoanTable.problems(inCSV: bytes, encoding: encoding, of: listed)
      }
      do throws(BenefitError) {
        try season.facts.state(table?.loans ?? [], in: period, for: households.register)
      } catch { throw Problems(error, in: path) }
    }
  }

  private static func books(_ path: String) throws -> Books {
    let bytes = try Files.read(path)
    do {
      return try JSONDecoder().decode(Books.self, from: Data(bytes))
    } catch DecodingError.dataCorrupted(let context) where context.underlyingError is BenefitError {
      throw FileError("\(path) holds no books: \(context.debugDescription)", code: 1)
    } catch {
      throw FileError("\(path) holds no books, such as the books.json of a folder.", code: 1)
    }
  }

  /// The text that is printed, and what it has to be read with; with `--out` the files are written first.
  func output() throws -> (text: String, warnings: String) {
    let language = options.language
    let notices = settlement.notices.map { $0.text(in: language) + "\n" }.joined()
    if let id = options.household {
      guard let statement = settlement.statement(for: id) else {
        throw FileError("\(options.files[1]) has no household \(id).", code: 1)
      }
      let warnings = try write()
      return (statement.text(.full, in: language) + "\n" + notices, warnings)
    }
    if options.checksOnly {
      let count = "\(settlement.register.count)"
      let sentence = Phrase(
        en: "Nothing in the files keeps the households from being settled: \(count) of them.",
        zh: "各文件无误，可以结算，共 \(count) 户。"
      )
      return (sentence.text(in: language) + "\n" + notices, "")
    }
    var text = settlement.table(in: language).text + "\n" + notices
    if let assessment { text += assessment.table(in: language).text + "\n" }
    return (text, try write())
  }

  private func write() throws -> String {
    guard let folder = options.folder else { return "" }
    return try Results(self).write(to: folder)
  }
}

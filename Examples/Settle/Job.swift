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
    problems.add(ProgrammeDocument.problems(inJSON: bytes), in: programme)
    guard problems.isEmpty else { throw problems }
    document = try ProgrammeDocument(json: bytes)

    let table = try Files.readTable(register)
    let measures = document.programme.measures
    problems.add(
      HouseholdTable.problems(inCSV: table.bytes, encoding: table.encoding, measures: measures),
      in: register
    )
    let facts = try options.facts.map { ($0, try Files.readTable($0)) }
    for (path, file) in facts {
      let wrong = FactTable.problems(
        inCSV: file.bytes,
        encoding: file.encoding,
        for: document.programme
      )
      problems.add(wrong, in: path)
    }
    let accounts = try options.accounts.map { ($0, try Files.readTable($0)) }
    if let (path, file) = accounts {
      problems.add(BankAccounts.problems(inCSV: file.bytes, encoding: file.encoding), in: path)
    }
    guard problems.isEmpty else { throw problems }

    households = try HouseholdTable(csv: table.bytes, encoding: table.encoding, measures: measures)
    self.accounts = try accounts.map {
      try BankAccounts(csv: $1.bytes, encoding: $1.encoding)
    }
    var season = document.season
    for (_, file) in facts {
      try FactTable(csv: file.bytes, encoding: file.encoding, for: document.programme)
        .state(in: &season)
    }
    let books = try options.books.map(Self.books) ?? Books()
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

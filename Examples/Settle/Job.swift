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
    do {
      return try JSONDecoder().decode(Books.self, from: Data(Files.read(path)))
    } catch let error as DecodingError {
      throw FileError("\(path) holds no books that Settle wrote: \(error)")
    }
  }

  /// What is printed; with `--out` the files are written first.
  func output() throws -> String {
    let language = options.language
    if let folder = options.folder { try Results(self).write(to: folder) }
    if let id = options.household {
      guard let statement = settlement.statement(for: id) else {
        throw FileError("\(options.files[1]) has no household \(id).", code: 1)
      }
      return statement.text(.full, in: language) + "\n"
    }
    var parts = settlement.notices.map { $0.text(in: language) }
    parts.insert(settlement.table(in: language).text, at: 0)
    if let assessment { parts.append(assessment.table(in: language).text) }
    return parts.joined(separator: "\n") + "\n"
  }
}

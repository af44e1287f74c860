import BenefitBinding

/// What the command line asks for.
struct Options {
  /// The files that are read.
  var files: [String] = []
  /// Tables of facts of households or gaqas.
  var facts: [String] = []
  /// What changed for households, and the day whose households are settled.
  var events: String?
  var day: Day?
  /// Deliveries and loans of households, and the first and last day of the season that they are for.
  var deliveries: String?
  var loans: String?
  var (first, last): (Day?, Day?)
  /// What earlier seasons carried forward.
  var books: String?
  /// The households' bank accounts.
  var accounts: String?
  /// The folder that the results are written into.
  var folder: String?
  /// The folder that a small programme and register are written into.
  var template: String?
  /// The household whose statement is explained.
  var household: String?
  /// The first day on which notices are posted.
  var posted: Day?
  var checksOnly = false
  var asksForHelp = false
  var language = Language.english

  /// What to write on the command line.
  static let usage = """
    Usage: Settle PROGRAMME.json HOUSEHOLDS.csv [options]
           Settle --template FOLDER [--language LANGUAGE]

      --out FOLDER           write what follows from it into a folder
      --facts FILE.csv       facts of households or gaqas, one a column; may be given again, of one
                             fact the last table counts
      --events FILE.csv      what changed for households by day; the table then lists all that ever take part
      --day DAY              settle for the households of a day, such as 2020-12-31 (with --events)
      --deliveries FILE.csv  what households delivered, by day; all of it without --from and --to
      --loans FILE.csv       loans of households (with --from and --to)
      --from DAY, --to DAY   the first and the last day of the season
      --books FILE.json      what earlier seasons carried forward: the books.json of their folder
      --accounts FILE.csv    bank accounts, for a list of payments of each line (with --out)
      --posted DAY           post a notice for each gaqa from a day on, such as 2024-12-01 (with --out)
      --explain HOUSEHOLD    print the statement of a household with every step
      --check                say what is wrong with the files, and write nothing
      --template FOLDER      write a small programme and register to begin with
      --language LANGUAGE    \(Language.allCases.map(\.rawValue).joined(separator: " or ")); English if left out
      --help                 print this

    Tables are read in UTF-8, and in GB 18030 where they are no UTF-8. Settle ends with 0 where all is well, with 1 where
    the files say what cannot be settled, with 2 where the command line does, and with 3 where a file cannot be read or
    written.
    """

  /// Reads options in any order.
  ///
  /// - Throws: ``UsageError`` that says which is wrong.
  init(_ arguments: some Sequence<String>) throws(UsageError) {
    var arguments = arguments.makeIterator()
    while let argument = arguments.next() {
      func value() throws(UsageError) -> String {
        guard let value = arguments.next() else {
          throw UsageError("\(argument) needs a value after it.")
        }
        return value
      }
      switch argument {
      case "--help", "-h": asksForHelp = true
      case "--check": checksOnly = true
      case "--out": folder = try value()
      case "--facts": facts.append(try value())
      case "--events": events = try value()
      case "--day": day = try Self.day(try value())
      case "--deliveries": deliveries = try value()
      case "--loans": loans = try value()
      case "--from": first = try Self.day(try value())
      case "--to": last = try Self.day(try value())
      case "--books": books = try value()
      case "--accounts": accounts = try value()
      case "--template": template = try value()
      case "--explain": household = try value()
      case "--posted": posted = try Self.day(try value())
      case "--language":
        let text = try value()
        guard let language = Language(rawValue: text) else {
          throw UsageError("\(text) is no language of this program.")
        }
        self.language = language
      default:
        if argument.hasPrefix("-") { throw UsageError("\(argument) is no option.") }
        files.append(argument)
      }
    }
    try check()
  }

  /// The days of the season, where they are given.
  var season: Period? {
    guard let first, let last, last < .end else { return nil }
    return Period(from: first, until: last + 1)
  }

  private static func day(_ text: String) throws(UsageError) -> Day {
    guard let day = try? Day(parsing: text) else {
      throw UsageError("\(text) is no day such as 2024-12-01.")
    }
    return day
  }

  private func check() throws(UsageError) {
    if asksForHelp { return }
    if folder == "" || template == "" { throw UsageError("A folder has a name.") }
    if template != nil {
      if !files.isEmpty { throw UsageError("--template writes files and reads none.") }
      return
    }
    guard files.count == 2 else {
      throw UsageError("Give a programme and a table of households, not \(files.count) files.")
    }
    if checksOnly && folder != nil { throw UsageError("--check writes nothing; leave --out away.") }
    if (events == nil) != (day == nil) { throw UsageError("--events and --day go together.") }
    if (first == nil) != (last == nil) { throw UsageError("--from and --to go together.") }
    if let first, let last, last < first { throw UsageError("--to is before --from.") }
    if loans != nil && first == nil { throw UsageError("--loans needs --from and --to.") }
    if folder == nil && (accounts != nil || posted != nil) {
      throw UsageError("--accounts and --posted need --out.")
    }
  }
}

/// A command line that says nothing that can be done.
struct UsageError: Error {
  let text: String

  init(_ text: String) { self.text = text }
}

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
  /// Whom the notices say to object to.
  var objections: String?
  var checksOnly = false
  var asksForHelp = false
  var language = Language.english

  /// Reads options in any order.
  ///
  /// - Throws: ``UsageError`` that says which is wrong.
  init(_ arguments: some Sequence<String>) throws(UsageError) {
    var arguments = arguments.makeIterator()
    while let argument = arguments.next() {
      func value() throws(UsageError) -> String {
        guard let value = arguments.next() else {
          throw UsageError("\(argument) needs a value after it.", "\(argument) 后面须填写内容。")
        }
        return value
      }
      func only(_ present: Any?) throws(UsageError) -> String {
        if present != nil { throw UsageError("\(argument) stands twice.", "\(argument) 写了两次。") }
        return try value()
      }
      switch argument {
      case "--help", "-h": asksForHelp = true
      case "--check": checksOnly = true
      case "--out": folder = try only(folder)
      case "--facts": facts.append(try value())
      case "--events": events = try only(events)
      case "--day": day = try Self.day(only(day))
      case "--deliveries": deliveries = try only(deliveries)
      case "--loans": loans = try only(loans)
      case "--from": first = try Self.day(only(first))
      case "--to": last = try Self.day(only(last))
      case "--books": books = try only(books)
      case "--accounts": accounts = try only(accounts)
      case "--template": template = try only(template)
      case "--explain": household = try only(household)
      case "--posted": posted = try Self.day(only(posted))
      case "--objections":
        let text = try only(objections)
        if text.allSatisfy(\.isWhitespace) || text.contains(where: \.isNewline) {
          throw UsageError("--objections needs a name of one line.", "--objections 须填写一行名称。")
        }
        objections = text
      case "--language":
        let text = try value()
        guard let language = Language(rawValue: text) else {
          throw UsageError("\(text) is no language of this program.", "本程序没有语言 \(text)。")
        }
        self.language = language
      default:
        if argument.hasPrefix("-") {
          throw UsageError("\(argument) is no option.", "没有选项 \(argument)。")
        }
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
      throw UsageError("\(text) is no day such as 2024-12-01.", "\(text) 不是日期，日期如 2024-12-01。")
    }
    return day
  }

  private func check() throws(UsageError) {
    if asksForHelp { return }
    if folder == "" || template == "" {
      throw UsageError("A folder has a name.", "文件夹须有名称。")
    }
    if template != nil {
      if !files.isEmpty {
        throw UsageError("--template writes files and reads none.", "--template 只写文件，不读文件。")
      }
      return
    }
    guard files.count == 2 else {
      throw UsageError(
        "Give a programme and a table of households, not \(files.count) files.",
        "请给出一个项目文件和一张户表，现有 \(files.count) 个文件。"
      )
    }
    if checksOnly && folder != nil {
      throw UsageError("--check writes nothing; leave --out away.", "--check 不写文件，请去掉 --out。")
    }
    if (events == nil) != (day == nil) {
      throw UsageError("--events and --day go together.", "--events 与 --day 须同用。")
    }
    if (first == nil) != (last == nil) {
      throw UsageError("--from and --to go together.", "--from 与 --to 须同用。")
    }
    if let first, let last, last < first {
      throw UsageError("--to is before --from.", "--to 早于 --from。")
    }
    if loans != nil && first == nil {
      throw UsageError("--loans needs --from and --to.", "--loans 须与 --from 和 --to 同用。")
    }
    if folder == nil && (accounts != nil || posted != nil) {
      throw UsageError("--accounts and --posted need --out.", "--accounts 和 --posted 须与 --out 同用。")
    }
    if objections != nil && posted == nil {
      throw UsageError("--objections needs --posted.", "--objections 须与 --posted 同用。")
    }
  }

  /// The language that arguments ask for, whatever else is wrong with them.
  static func language(of arguments: [String]) -> Language {
    let texts = zip(arguments, arguments.dropFirst()).filter { $0.0 == "--language" }
    return texts.last.flatMap { Language(rawValue: $0.1) } ?? .english
  }
}

extension Options {
  /// What to write on the command line, in a language.
  static func usage(in language: Language) -> String {
    switch language {
    case .english: englishUsage
    case .simplifiedChinese: chineseUsage
    }
  }

  private static let englishUsage = """
    Usage: Settle PROGRAMME.json HOUSEHOLDS.csv [options]
           Settle --template FOLDER [--language LANGUAGE]

      --out FOLDER           write what follows from it into a folder
      --facts FILE.csv       facts of households or gaqas, one a column; may be given again, for other
                             facts, households or gaqas
      --events FILE.csv      what changed for households by day; the table then lists all that ever take part
      --day DAY              settle for the households of a day, such as 2020-12-31 (with --events)
      --deliveries FILE.csv  what households delivered, by day; all of it without --from and --to
      --loans FILE.csv       loans of households (with --from and --to)
      --from DAY, --to DAY   the first and the last day of the season
      --books FILE.json      what earlier seasons carried forward: the books.json of their folder
      --accounts FILE.csv    bank accounts, for a list of payments of each line (with --out)
      --posted DAY           post a notice for each gaqa from a day on, such as 2024-12-01 (with --out)
      --objections OFFICE    say in the notices whom to object to (with --posted)
      --explain HOUSEHOLD    print the statement of a household with every step
      --check                say what is wrong with the files, and write nothing
      --template FOLDER      write a small programme and register to begin with
      --language LANGUAGE    en or zh-Hans; English if left out
      --help                 print this

    Tables are read in UTF-8, and in GB 18030 where they are no UTF-8. Settle ends with 0 where all is well, with 1 where
    the files say what cannot be settled, with 2 where the command line does, and with 3 where a file cannot be read or
    written.
    """

  private static let chineseUsage = """
    用法：Settle 项目.json 户表.csv [选项]
          Settle --template 文件夹 [--language 语言]

      --out 文件夹        把结果写入文件夹
      --facts 文件.csv    按户或按嘎查填报的数据，每列一项；可多次给出，但项目、户或嘎查不得重复
      --events 文件.csv   各户的逐日变动；此时户表应列入所有曾参加的户
      --day 日期          按某日的户结算，如 2020-12-31（与 --events 同用）
      --deliveries 文件.csv 各户逐日交售数量；未写 --from 和 --to 的全部计入
      --loans 文件.csv    各户的贷款（与 --from 和 --to 同用）
      --from 日期、--to 日期 本期的起止日期
      --books 文件.json   以前各期的结转账，即上期结果中的 books.json
      --accounts 文件.csv 各户的银行账号，用于编制各项目的发放清单（与 --out 同用）
      --posted 日期       编制各嘎查的公示，写明公示起始日期，如 2024-12-01（与 --out 同用）
      --objections 单位   在公示中写明受理异议的单位（与 --posted 同用）
      --explain 户编号    逐步说明某户的结算结果
      --check             只检查文件，不写结果
      --template 文件夹   写出一份小样，供改写
      --language 语言     en（英文）或 zh-Hans（中文），默认为英文
      --help              显示本说明

    表格按 UTF-8 读取，不是 UTF-8 的按 GB 18030 读取。结束代码：0 为正常，1 为文件内容无法结算，
    2 为命令有误，3 为文件无法读写。
    """
}

/// A command line that says nothing that can be done.
struct UsageError: Error {
  let text: Phrase

  init(_ english: String, _ chinese: String) { text = Phrase(en: english, zh: chinese) }
}

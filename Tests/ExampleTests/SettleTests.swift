import Foundation
import Settle
import Testing

/// The program that does the whole job, run as a clerk runs it.
struct SettleTests {
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "settle-\(UInt64.random(in: 0...UInt64.max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test(arguments: ["en", "zh-Hans"])
  func `What the template writes is settled into all files`(_ language: String) throws {
    try Self.withFolder { folder in
      let start = Settle.run(["--template", folder, "--language", language])
      #expect(start.code == 0 && start.output.contains("\(folder)/programme.json"))
      let files = ["\(folder)/programme.json", "\(folder)/households.csv"]
      let accounts = "\(folder)/accounts-of-households.csv"
      try Data("id,account,holder\nNLX-01,6217000112345,Bayar\nNLX-03,6217000154321,Oyun\n".utf8)
        .write(to: URL(filePath: accounts))
      let outcome = Settle.run(
        files + [
          "--out", "\(folder)/results", "--language", language, "--posted", "2016-12-01",
          "--accounts", accounts,
        ]
      )
      #expect(outcome.code == 0, "\(outcome.complaint)")
      // NLX-02 has no account and nothing from the eggs.
      #expect(outcome.complaint.hasPrefix("payments-1.csv: "))
      #expect(outcome.complaint.contains("20,232.00") && !outcome.complaint.contains("payments-2"))
      let written = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/results")
        .sorted()
      #expect(
        written == [
          "accounts.csv", "assessment.csv", "books.json", "certificate.json", "gaqas.csv",
          "groups.csv", "notice-1.txt", "notice-2.txt", "payments-1.csv", "payments-2.csv",
          "report.html", "report.md", "statements.csv", "summary.csv",
        ]
      )
      // 28,000 of 5 % on 560,000, and 29 % of the 136,000 above it.
      let summary = try Self.text("\(folder)/results/summary.csv")
      #expect(summary.contains(",67440.00,"), "\(summary)")
      let statements = try Self.text("\(folder)/results/statements.csv")
      #expect(statements.contains(",33720.00,"), "\(statements)")
      #expect(outcome.output.contains("67,440.00") && outcome.output.contains("3,335.00"))
      let again = Settle.run(files + ["--out", "\(folder)/results"])
      #expect(again.code == 0)
      let left = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/results")
      #expect(!left.contains { $0.hasPrefix("payments-") || $0.hasPrefix("notice-") })
      #expect(Settle.run(["--template", folder]).code == 3)
      let carried = Settle.run(files + ["--books", "\(folder)/results/books.json"])
      #expect(carried.code == 0, "\(carried.complaint)")
    }
  }

  @Test func `The page on Settle shows what it writes and prints`() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let page = try Self.text(root.appending(path: "Docs/Settle.md").path)
    try Self.withFolder { folder in
      func shown(_ text: String) -> String { text.replacing(folder, with: "start") }
      #expect(page.contains(shown(Settle.run(["--template", folder]).output)))
      let files = ["\(folder)/programme.json", "\(folder)/households.csv"]
      #expect(page.contains(try Self.text(files[1]).drop { $0 == "\u{FEFF}" }))
      let scheme = try Self.text(files[0]).split(separator: "\n").dropFirst(8).prefix(9)
      #expect(page.contains(scheme.map { $0.dropFirst(4) }.joined(separator: "\n")))
      let outcome = Settle.run(
        files + [
          "--out", "\(folder)/results", "--posted", "2016-12-01", "--objections", "the sumu office",
        ]
      )
      #expect(page.contains(shown(outcome.output)))
      let notice = try Self.text("\(folder)/results/notice-1.txt")
      #expect(notice.hasPrefix("Public notice: Nalinxili, 2016\n"))
      #expect(notice.hasSuffix("Objections until 2016-12-10: the sumu office\n"))
      let document = try Self.text(files[0]).replacing("(profit over", with: "(proft over")
      try Data(document.utf8).write(to: URL(filePath: files[0]))
      let complaint = shown(Settle.run(files + ["--check"]).complaint)
      #expect(page.replacing("\n", with: " ").contains(complaint.dropLast()))
    }
  }

  @Test func `A household's statement is explained`() throws {
    try Self.withFolder { folder in
      _ = Settle.run(["--template", folder])
      let files = ["\(folder)/programme.json", "\(folder)/households.csv"]
      let outcome = Settle.run(files + ["--explain", "NLX-01"])
      #expect(outcome.output.contains("NLX-01, Nalinxili, 4 persons, 2016"))
      #expect(outcome.output.contains("33,720.00"), "\(outcome.output)")
      let unknown = Settle.run(files + ["--explain", "NLX-99"])
      #expect(unknown.code == 1 && unknown.complaint.contains("NLX-99"))
    }
  }

  @Test func `All that is wrong with all files is told, and nothing is written`() throws {
    try Self.withFolder { folder in
      _ = Settle.run(["--template", folder])
      let (programme, table) = ("\(folder)/programme.json", "\(folder)/households.csv")
      let households = try Self.text(table).replacing("NLX-02", with: "NLX-01")
        .replacing("12400", with: "12.4.00")
      try Data(households.utf8).write(to: URL(filePath: table))
      let facts = "\(folder)/facts.csv"
      try Data("gaqa,proft\nZhanyi,3\n".utf8).write(to: URL(filePath: facts))
      let outcome = Settle.run(
        [programme, table, "--facts", facts, "--out", "\(folder)/results"]
      )
      #expect(outcome.code == 1 && outcome.output.isEmpty)
      let lines = outcome.complaint.split(separator: "\n")
      #expect(lines.count { $0.hasPrefix(table) } >= 2, "\(outcome.complaint)")
      #expect(lines.count { $0.hasPrefix(facts) } == 1, "\(outcome.complaint)")
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/results"))

      let document = try Self.text(programme).replacing("profit over", with: "proft over")
      try Data(document.utf8).write(to: URL(filePath: programme))
      let misspelt = Settle.run([programme, table, "--check"])
      #expect(misspelt.code == 1)
      #expect(
        misspelt.complaint.hasPrefix("\(programme): Line ")
          && misspelt.complaint.contains("\"profit\""),
        "\(misspelt.complaint)"
      )
    }
  }

  @Test func `Facts of households are joined by their ids, and a table in GB 18030 is read`() throws
  {
    try Self.withFolder { folder in
      _ = Settle.run(["--template", folder, "--language", "zh-Hans"])
      let (programme, table) = ("\(folder)/programme.json", "\(folder)/households.csv")
      let document = try Self.text(programme)
        .replacing(
          #"{"profit": "164,000", "market price": "0.80"}"#,
          with: #"{"profit": "164,000"}"#
        )
      try Data(document.utf8).write(to: URL(filePath: programme))
      let facts = "\(folder)/facts.csv"
      // 嘎查 and the two names of the template in GB 18030.
      let bytes: [UInt8] =
        [0xB8, 0xC2, 0xB2, 0xE9] + Array(",market price\n".utf8)
        + [0xC4, 0xC9, 0xC1, 0xD6, 0xCF, 0xA3, 0xC0, 0xEF] + Array(",2.00\n".utf8)
        + [0xD5, 0xB9, 0xD2, 0xBB] + Array(",0.50\n".utf8)
      try Data(bytes).write(to: URL(filePath: facts))
      let outcome = Settle.run([programme, table, "--facts", facts])
      #expect(outcome.code == 0, "\(outcome.complaint)")
      #expect(outcome.output.contains("3260.00") || outcome.output.contains("3,260.00"))
    }
  }

  private static let dairy = """
    {"format": "benefit-binding programme 1", "name": "P", "schemes": [
      {"model": "shareholding", "name": "Cooperative", "funding": [{"amount": "100", "from": "x"}], "dividend": "20 % of profit"},
      {"name": "Dairy", "clauses": [{"payment": "milk", "each": "amount('milk money')", "as": "business"}]},
      {"model": "household loan", "name": "Loans", "returns": "0", "principal": "amount('loan principal')",
        "interestDue": "amount('interest due')", "principalDue": "amount('principal due')",
        "recovered": "amount('recovered principal')"}],
    "season": {"name": "2020", "facts": {"profit": "50,000"}},
    "opening": {"schemes": {"Cooperative": {"losses": "10,000"}}}}
    """

  @Test func `An opening, events, deliveries and loans come from files of their own`() throws {
    try Self.withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        return "\(folder)/\(name)"
      }
      let programme = try write("p.json", Self.dairy)
      let list = try write("h.csv", "id,gaqa,persons\nA,X,4\nB,X,2\nC,Y,3\n")
      let events = try write("e.csv", "日期,户编号,变动\n2020/3/5,A,退出\n")
      let ledgers = [
        "--deliveries",
        try write(
          "d.csv",
          "day,id,milk money\n2020-03-05,B,45\n2020-04-01,B,30.5\n2019-12-31,B,9\n"
        ),
        "--loans",
        try write(
          "l.csv",
          "id,day,principal,rate,months,repayment\nC,2019-11-10,24000,4.8%,24,equal principal\n"
        ), "--from", "2020-01-01", "--to", "2020-12-31",
      ]
      let options = [programme, list, "--events", events, "--day", "2020-12-31"] + ledgers
      let outcome = Settle.run(options)
      #expect(outcome.code == 0, "\(outcome.complaint)")
      // 20 % of what is left of the profit after the loss, two deliveries of the year, twelve months of the loan.
      for amount in ["8,000.00", " 75.50", "12,000.00"] {
        #expect(outcome.output.contains(amount), "\(outcome.output)")
      }
      #expect(Settle.run(options + ["--explain", "A"]).code == 1)
      #expect(Settle.run(options + ["--books", try write("b.json", "{}")]).code == 1)

      let wrong = try write("w.csv", "day,id,event\n2020-06-31,A,exit\n")
      let refused = Settle.run([programme, list, "--events", wrong, "--day", "2020-12-31"])
      #expect(refused.code == 1)
      #expect(
        refused.complaint.hasPrefix(
          "\(wrong): Line 2, column \"day\": \"2020-06-31\" is not a day."
        )
      )
    }
  }

  @Test func `A fact that stands twice, or beside a column of the register, is refused`() throws {
    try Self.withFolder { folder in
      _ = Settle.run(["--template", folder])
      let files = ["\(folder)/programme.json", "\(folder)/households.csv"]
      let tables = ["\(folder)/a.csv", "\(folder)/b.csv"]
      func complaint(_ first: String, _ second: String) throws -> [Substring] {
        try Data(first.utf8).write(to: URL(filePath: tables[0]))
        try Data(second.utf8).write(to: URL(filePath: tables[1]))
        return Settle.run(files + tables.flatMap { ["--facts", $0] }).complaint
          .split(separator: "\n")
      }
      let advice = "State it in one place, and take it out of the other."
      #expect(
        try complaint("id,shares\nNLX-01,3\n", "gaqa,market price\nZhanyi,2\n") == [
          "\(tables[0]): Fact \"shares\", household \"NLX-01\": the table of households has a column of it too. "
            + advice,
          "\(tables[1]): Fact \"market price\": it is stated already. \(advice)",
        ]
      )
      // One fact of two villages comes from two tables, and nobody from both.
      let document = try Self.text(files[0]).replacing(#", "market price": "0.80""#, with: "")
      try Data(document.utf8).write(to: URL(filePath: files[0]))
      let villages = "gaqa,market price\nZhanyi,2\n"
      #expect(try complaint("gaqa,market price\nNalinxili,1\n", villages).isEmpty)
      #expect(
        try complaint("gaqa,market price\nNalinxili,1\nZhanyi,2\n", villages) == [
          "\(tables[1]): Fact \"market price\", gaqa \"Zhanyi\": it is stated already. \(advice)"
        ]
      )
    }
  }

  @Test func `Names in conditions that nobody has are told`() throws {
    try Self.withFolder { folder in
      _ = Settle.run(["--template", folder])
      let files = ["\(folder)/programme.json", "\(folder)/households.csv"]
      let document = try Self.text(files[0])
        .replacing(
          #""of": "eggs delivered","#,
          with: #""of": "eggs delivered", "where": "gaqa('Zhany')","#
        )
      try Data(document.utf8).write(to: URL(filePath: files[0]))
      let outcome = Settle.run(files + ["--check"])
      #expect(outcome.code == 0)
      #expect(
        outcome.output == """
          The files can be settled. Households: 3.
          Eggs, eggs, gaqa Zhany: the register does not list this gaqa, which a condition names. Write "Zhanyi" if \
          that is meant.

          """
      )
    }
  }

  @Test func `Whatever is wrong is told in Chinese where that is asked for`() throws {
    try Self.withFolder { folder in
      _ = Settle.run(["--template", folder, "--language", "zh-Hans"])
      let files = ["\(folder)/programme.json", "\(folder)/households.csv"]
      let facts = "\(folder)/facts.csv"
      try Data("id,shares,proft\nNLX-01,3,1\n".utf8).write(to: URL(filePath: facts))
      let commands = [
        [], ["a"], files + ["--posted", "May"], files + ["--colour"], files + ["--out"],
        files + ["--check", "--out", "x"], files + ["--out", "x", "--out", "x"],
        files + ["--posted", "2016-12-01"], files + ["--explain", "NLX-99"],
        ["--template", folder],
        ["--template", folder, "a"], ["--template", ""], ["/nowhere/a.json", "b"],
        [folder, folder],
        files + ["--out", files[0]], files + ["--books", files[0]], files + ["--books", files[1]],
        files + ["--facts", facts], ["--help"],
      ]
      for command in commands {
        let outcome = Settle.run(["--language", "zh-Hans"] + command)
        let text = outcome.output + outcome.complaint
        #expect(text.contains { $0 >= "一" && $0 <= "龥" }, "\(text)")
        // Paths, options and what was written stand as they are.
        let words = text.split { !($0.isASCII && $0.isLetter) }.map(String.init)
        let english = ["the", "is", "no", "not", "of", "cannot", "needs", "be", "it", "and"]
        #expect(words.allSatisfy { !english.contains($0) }, "\(text)")
      }
      #expect(Settle.run(["--language", "zh-Hans", "--help"]).output.hasPrefix("用法：Settle "))
      #expect(
        Settle.run(["/nowhere/a.json", "b", "--language", "zh-Hans"]).complaint
          == "无法读取 /nowhere/a.json：没有这个文件或文件夹。\n"
      )
    }
  }

  @Test(arguments: [
    ([], "Give a programme and a table of households, not 0 files."),
    (["a.json"], "Give a programme and a table of households, not 1 files."),
    (["a.json", "b.csv", "--posted", "May"], "May is no day such as 2024-12-01."),
    (["a.json", "b.csv", "--events", "e.csv"], "--events and --day go together."),
    (["a.json", "b.csv", "--from", "2020-01-01"], "--from and --to go together."),
    (["a.json", "b.csv", "--loans", "l.csv"], "--loans needs --from and --to."),
    (
      ["a.json", "b.csv", "--from", "2020-01-02", "--to", "2020-01-01"], "--to is before --from."
    ),
    (["a.json", "b.csv", "--colour"], "--colour is no option."),
    (["a.json", "b.csv", "--out"], "--out needs a value after it."),
    (["a.json", "b.csv", "--books", "x", "--books", "y"], "--books stands twice."),
    (["a.json", "b.csv", "--check", "--out", "x"], "--check writes nothing; leave --out away."),
    (["--language", "fr"], "fr is no language of this program."),
  ])
  func `A command line that says nothing is told so`(_ arguments: [String], _ sentence: String) {
    let outcome = Settle.run(arguments)
    #expect(outcome.code == 2)
    #expect(outcome.complaint.hasPrefix(sentence + "\nUsage: Settle "), "\(outcome.complaint)")
  }

  @Test func `A file that is not there and a folder that cannot be are told`() throws {
    let missing = Settle.run(["/nowhere/a.json", "/nowhere/b.csv"])
    #expect(missing.code == 3)
    #expect(
      missing.complaint == "/nowhere/a.json cannot be read: there is no such file or folder.\n"
    )
    try Self.withFolder { folder in
      _ = Settle.run(["--template", folder])
      let files = ["\(folder)/programme.json", "\(folder)/households.csv"]
      let outcome = Settle.run(files + ["--out", files[0]])
      #expect(outcome.code == 3, "\(outcome.complaint)")
      #expect(
        outcome.complaint.hasPrefix("\(files[0]) cannot be written: "),
        "\(outcome.complaint)"
      )
    }
  }

  @Test func `Help is no mistake`() {
    let outcome = Settle.run(["--help"])
    #expect(outcome.code == 0 && outcome.output.hasPrefix("Usage: Settle "))
  }
}

import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct CSVTests {
  private static let header = "id,gaqa,persons,name\n"

  private func first(_ csv: String) throws -> BenefitError {
    try #require(HouseholdTable.problems(inCSV: Array(csv.utf8)).first)
  }

  private static let nasty = [
    "plain", "say \"so\"", "\"", "\"\"", "two\nlines", "two\r\nlines", "\r", "\n", " leading",
    "trailing ", "乌审召",
    "=1+1", "=cmd|' /C calc'!A0", "+86 477", "-2+3", "@SUM(A1)", "'", "''", "'=x", "''=x", "'-5",
    "-5", "-12.50 %", "-",
    "\t=1", "\n=1", " =1", "＝1", "\u{200F}محمد", "\u{202E}txt", "a\u{301}", "\u{301}", ",", ",,",
    ";", "𠂇", "\u{FE10}",
    "<script>alert(1)</script>", "\u{2066}", "\u{1F411}", "\u{FEFF}", "ᠮᠣᠩᠭᠣᠯ", "\u{0}", "1E5",
    "NaN",
  ]

  @Test(arguments: TextEncoding.allCases)
  func `A random table is read back from what is written`(_ encoding: TextEncoding) throws {
    var random = SplitMix64(seed: 11_643)
    for _ in 0..<200 {
      var names: [String: String] = [:]
      let households = (0..<Int.random(in: 1...9, using: &random)).map { number in
        let id = "H-\(number)"
        names[id] = (0..<Int.random(in: 1...3, using: &random))
          .map { _ in Self.nasty.randomElement(using: &random) ?? "" }.joined()
        return Household(
          id,
          gaqa: ["=Xini", "乌审召", "a,b"].randomElement(using: &random) ?? "",
          persons: .random(in: 1...9, using: &random),
          status: .init(
            ["exited from poverty", "@odd", "not \"so\""].randomElement(using: &random) ?? ""
          ),
          baselineIncome: Money(fen: .random(in: 0...Int64.max, using: &random)),
          measures: [
            .shares: Quantity(thousandths: .random(in: 0...Int64.max, using: &random), .share)
          ]
        )
      }
      let table = HouseholdTable(try Register(households), names: names, measures: [.shares])
      let read = try HouseholdTable(csv: table.csv(in: encoding), encoding: encoding)
      #expect(read.register == table.register)
      #expect(
        read.names.mapValues { Array($0.unicodeScalars) }
          == names.mapValues { Array($0.unicodeScalars) }
      )
    }
  }

  @Test func `A cell that a spreadsheet would run gets an apostrophe, and a number none`() {
    var table = Table("a", "b")
    table.add("=cmd|' /C calc'!A0", "-1,000.50")
    table.add("'@x", "-3%")
    table.add(" +SUM(A1)", "-")
    #expect(table.csv == "a,b\r\n'=cmd|' /C calc'!A0,\"-1,000.50\"\r\n''@x,-3%\r\n' +SUM(A1),-\r\n")
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func `Lines may end in CR, LF or both, and the mark of UTF-8 is no part of a heading`(
    _ end: String,
    _ mark: String
  ) throws {
    let csv =
      mark
      + ["id,gaqa,persons,name", "A,G,1,\"x\ny\"", "", ",,,", "B,G,2,z"].joined(separator: end)
    let table = try HouseholdTable(csv: Array(csv.utf8))
    #expect(table.register.map(\.id) == ["A", "B"])
    #expect(table.names == ["A": "x\ny", "B": "z"])
  }

  @Test(arguments: [
    (
      "A,G,1\n",
      "Line 2: found 3 cells. Give it one for each of the 4 headings; a text with a comma stands in quotes."
    ),
    (
      "A,G,1,x,y\n",
      "Line 2: found 5 cells. Give it one for each of the 4 headings; a text with a comma stands in quotes."
    ),
    ("\"A\nB\",\"G", "Line 3: a quote opens here and is never closed. Close it, or take it away."),
    (
      "A,G,1,\"x\"y\n",
      "Line 2: found a quote that neither begins nor ends a cell. "
        + "Put the whole cell in quotes and write a quote within it twice."
    ),
    (
      "A,G,1,x\"y\"\n",
      "Line 2: found a quote that neither begins nor ends a cell. "
        + "Put the whole cell in quotes and write a quote within it twice."
    ),
  ])
  func `Broken structure is refused with its line`(_ rows: String, _ text: String) throws {
    #expect(try first(Self.header + rows).description == text)
  }

  @Test(arguments: ["", "\""])
  func `A cell of a hundred megabytes is refused at its limit`(_ quote: String) throws {
    let csv =
      Array((Self.header + "A,G,1,\(quote)").utf8) + [UInt8](repeating: 0x61, count: 100_000_000)
    let problem = try #require(HouseholdTable.problems(inCSV: csv).first)
    #expect(
      problem.description
        == "Line 2: found a cell of more than 262144 bytes. Shorten it, or close a quote before it."
    )
  }

  @Test func `Bytes that are no UTF-8 and files in UTF-16 are refused`() throws {
    let latin = Array((Self.header + "A,G,1,").utf8) + [0xC3]
    #expect(
      try #require(HouseholdTable.problems(inCSV: latin).first).places.map(\.description) == [
        "line 2", "column \"name\"",
      ]
    )
    for (bytes, encoding) in [
      ([0xFF, 0xFE, 0x69, 0x00], .utf8), ([0xEF, 0xBB, 0xBF, 0x69], .gb18030),
      ([0x84, 0x31, 0x95, 0x33], .utf8),
    ] as [([UInt8], TextEncoding)] {
      let problem = try #require(HouseholdTable.problems(inCSV: bytes, encoding: encoding).first)
      #expect(problem.description.hasPrefix("The text bears the mark of another encoding."))
    }
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5],
      [0x80],
      [0xE5, 0x95], [0xB0, 0xA1],
    ] as [[UInt8]]
  )
  func `Bytes that only look like UTF-8 are refused in every kind of column`(_ odd: [UInt8]) {
    for column in 0..<3 {
      var cells = ["A", "G", "1"].map { Array($0.utf8) }
      cells[column] += odd
      let csv = Array("id,gaqa,persons\n".utf8) + cells.joined(separator: [UInt8(ascii: ",")])
      let problems = HouseholdTable.problems(inCSV: csv)
      #expect(problems.count == 1)
      #expect(problems.first?.found.description == "found bytes that are no text in this encoding.")
    }
  }

  @Test(arguments: 0..<4)
  func `A heading, id, word or number of more than 1,000 bytes is refused`(_ column: Int) throws {
    let long = String(repeating: "9", count: 1_001)
    var cells = ["A", "G", "1", "x"]
    cells[column] = "\"\(long)x\""
    let problems = HouseholdTable.problems(
      inCSV: Array((Self.header + cells.joined(separator: ",")).utf8)
    )
    let heading = Self.header.dropLast().split(separator: ",")[column]
    #expect(
      problems.map(\.description)
        == (heading == "name"
          ? []
          : [
            "Line 2, column \"\(heading)\": found a cell of more than 1000 bytes. "
              + "Shorten it, or close a quote before it."
          ])
    )
    #expect(
      try first("id,gaqa,persons,\(long)\n").description
        == "Line 1, column 4: found a cell of more than 1000 bytes. "
        + "Shorten it, or close a quote before it."
    )
  }

  @Test func `A row of more cells than a spreadsheet has is refused`() throws {
    let csv = String(repeating: ",", count: 1 << 14)
    #expect(
      try first(csv).description
        == "Line 1: found a row of more than 16384 cells. Begin a new line after each row."
    )
  }
}

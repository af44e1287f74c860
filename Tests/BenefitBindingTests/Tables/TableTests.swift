import BenefitBinding
import TestSupport
import Testing

struct TableTests {
  /// The cells of comma-separated values, read after RFC 4180 one scalar at a time.
  private func cells(_ csv: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = csv.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where rest.first == "\"":
        rest.removeFirst()
        cell.unicodeScalars.append("\"")
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      // Readers differ on what a bare CR or LF ends, so neither may stand outside quotes.
      case ("\r", false), ("\n", false):
        if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  private static let awkward = [
    "", "plain", "4,000.00", "say \"so\"", "\"", "\"\"", "two\nlines", "two\r\nlines", "\r", "\n",
    "\r\n", " leading", "trailing ", " ", "乌审召", "a;b", "tab\there", ",", "a,\u{301}b",
    "\"\u{301}", "e\u{301}", "\u{301}", "'",
  ]

  @Test(arguments: awkward)
  func `What is written can be read back, scalar by scalar`(_ cell: String) throws {
    var table = Table("first", Table.Column(stringLiteral: cell))
    table.add(cell, "last")
    table.add("x", cell)
    let read = cells(table.csv).map { $0.map { Array($0.unicodeScalars) } }
    let expected = [["first", cell], [cell, "last"], ["x", cell]]
    #expect(read == expected.map { $0.map { Array($0.unicodeScalars) } })
  }

  @Test func `Only cells that need quotes get them`() {
    var table = Table("household", .amount("yuan"))
    table.add("NLX-07, east", "4,000.00")
    table.add("the \"old\" yard", "5")
    table.add("a\r\nb", " 6")
    #expect(
      table.csv
        == "household,yuan\r\n\"NLX-07, east\",4000.00\r\n\"the \"\"old\"\" yard\",5\r\n"
        + "\"a\r\nb\",\" 6\"\r\n"
    )
  }

  @Test func `Numbers are grouped to be read and not in a file, and words stay`() {
    var table = Table("1,000 households", .amount("yuan"))
    table.add("1,000", "-1,234,567.80")
    table.add("a", "1,200 eggs, 3 broken")
    table.addTotals(["2,000.00"])
    #expect(
      table.csv.split(whereSeparator: \.isNewline) == [
        "\"1,000 households\",yuan", "\"1,000\",-1234567.80", "a,\"1200 eggs, 3 broken\"",
        ",2000.00",
      ]
    )
    #expect(table.text.hasSuffix("2,000.00") && table.text.contains("-1,234,567.80"))
  }

  @Test func `A table without rows has its titles`() {
    let table = Table("household", .amount("yuan"))
    #expect(table.csv == "household,yuan\r\n")
    #expect(table.text == "household  yuan\n---------  ----")
  }

  @Test func `Words stand to the left and numbers to the right`() {
    var table = Table("household", .amount("yuan"), "note")
    table.add("NLX-07", "4,000.00", "paid")
    table.add("NLX-08", "0.50", "")
    #expect(
      table.text == """
        household      yuan  note
        ---------  --------  ----
        NLX-07     4,000.00  paid
        NLX-08         0.50
        """
    )
  }

  @Test func `Wide characters fill two cells and composed ones one`() {
    var table = Table("户", .amount("元"))
    table.add("乌审召", "1")
    table.add("Баян", "12")
    table.add("Cafe\u{301}", "123")
    table.add("ＡＢ가", "1234")
    #expect(
      table.text == """
        户        元
        ------  ----
        乌审召     1
        Баян      12
        Cafe\u{301}     123
        ＡＢ가  1234
        """
    )
  }

  @Test func `A row of another length stops with a sentence`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var table = Table("a", "b")
      table.add("1")
    }
    #expect(
      output(result?.standardErrorContent, says: "A row of 1 cells does not fit 2 columns.")
    )
  }

  @Test func `A line break in a cell breaks no row of the text`() {
    var table = Table("house\nhold", .amount("yuan"))
    table.add("two\r\nlines", "5")
    #expect(table.text == "house hold  yuan\n----------  ----\ntwo lines      5")
  }
}

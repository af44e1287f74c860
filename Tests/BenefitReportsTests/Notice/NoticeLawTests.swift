import BenefitBinding
import BenefitReports
import TestSupport
import Testing

/// Random registers and schemes, whose notices are read as who stands before them reads them.
struct NoticeLawTests {
  private func fen(_ cell: String) throws -> Int64 {
    cell.isEmpty ? 0 : try Money(parsing: cell).fen
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `The notices of all gaqas add up to the settlement, line by line`(_ seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let settlement = try sample.programme.settle(sample.season, for: sample.register)
    let notices = try sample.register.gaqas.map {
      try PublicNotice(of: settlement, gaqa: $0, from: "2016-12-01")
    }
    let whole = try PublicNotice(of: settlement, from: "2016-12-01").table()
    let lines = settlement.lines.filter { $0.flow.isIncome || $0.flow == .cost }
    let totals =
      [Int64(settlement.register.personCount)]
      + lines.map { ($0.flow == .cost ? -$0.total : $0.total).fen } + [settlement.net.fen]
    func sums(_ table: Table) throws -> [Int64] {
      let cells = try #require(table.totals)
      return try [Int64(cells[0]) ?? 0] + cells.dropFirst().map(fen)
    }
    let each = try notices.map { try sums($0.table()) }
    #expect(try sums(whole) == totals)
    #expect(totals.indices.map { column in each.reduce(0) { $0 + $1[column] } } == totals)
    for table in notices.map({ $0.table() }) + [whole] {
      for row in table.rows {
        // The lines come to the total of the household, and the households to the totals.
        let amounts = try row.dropFirst(2).map(fen)
        #expect(amounts.dropLast().reduce(0, +) == amounts.last)
      }
      for column in table.columns.indices.dropFirst(2) {
        #expect(
          try table.rows.reduce(0) { try $0 + fen($1[column]) }
            == fen(table.totals?[column - 1] ?? "")
        )
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Each pot is households, accounts, odd amounts and what is left`(_ seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let first = try sample.programme.settle(sample.season, for: sample.register)
    let next = try sample.programme.settle(
      sample.season,
      for: sample.register,
      books: first.closingBooks
    )
    for settlement in [first, next] {
      let notices = try sample.register.gaqas.map {
        try PublicNotice(of: settlement, gaqa: $0, from: "2016-12-01").potTable()
      }
      var common: [Int64] = []
      var (pots, here) = ([Int64](), [Int64]())
      for table in notices {
        var (balance, place) = ([0, 0] as [Int64], -1)
        for row in table.rows {
          let amounts = try row[2...].map(fen)
          let isPot = row[1] == "pot"
          if isPot {
            #expect(balance == [0, 0])
            balance = amounts
            place += 1
            if table == notices.first {
              (pots, here, common) = (pots + [amounts[1]], here + [0], common + [0])
            }
            here[place] += amounts[0]
          } else {
            let sign: Int64 = row[1].hasPrefix("brought forward") ? 1 : -1
            balance = zip(balance, amounts).map { $0 + sign * $1 }
            // What is of all gaqas together stands in no gaqa's column.
            if table == notices.first, row[2].isEmpty { common[place] -= sign * amounts[1] }
          }
        }
        #expect(balance == [0, 0])
      }
      #expect(pots == zip(here, common).map { $0 + $1 })
      #expect(
        pots
          == settlement.waterfalls.map { fall in
            (0..<fall.count).reduce(0) { $0 + fall.pot($1).fen }
          }
      )
    }
  }
}

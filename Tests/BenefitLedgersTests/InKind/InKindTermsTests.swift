import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct InKindTermsTests {
  @Test func `Who bears a death decides what is still owed`() throws {
    func end(_ bearer: InKindTerms.Party, insured: Money = .zero) throws -> InKindPosition {
      let terms = InKindTerms(
        lent: .ewe,
        owed: [.perHead(1, .lamb, after: .months(12)), .perHead(1, .lamb, after: .months(24))],
        stockDue: .months(24),
        deathsBorneBy: bearer,
        sumInsured: insured
      )
      return try InKindLedger(
        terms,
        contracts: [.init("K", borrower: "H", lender: "F", on: "2016-01-31", heads: 10)],
        events: [.init("K", on: "2017-06-01", .died(2, .lent))]
      ).position(on: "2018-01-31")
    }
    let household = try end(.borrower)
    #expect((household[.owed], household[.stockOwed], household.insurancePayout) == (20, 10, .zero))
    // The two had lived when the first instalment fell due.
    let lender = try end(.lender)
    #expect((lender[.owed], lender[.stockOwed], lender.insurancePayout) == (18, 8, .zero))
    let insured = try end(.borrower, insured: "120.00")
    #expect((insured[.owed], insured[.stockOwed], insured.insurancePayout) == (20, 10, "240.00"))
  }

  @Test func `Months end with the month`() throws {
    func due(_ term: InKindTerms.Term, from start: Day, on day: Day) throws -> Int {
      let terms = InKindTerms(
        lent: .ewe,
        owed: [.fixed(1, .lamb, after: term)]
      )
      return try InKindLedger(
        terms,
        contracts: [.init("K", borrower: "H", lender: "F", on: start, heads: 1)]
      ).position(on: day)[.due]
    }
    #expect(try due(.months(1), from: "2016-01-31", on: "2016-02-28") == 0)
    #expect(try due(.months(1), from: "2016-01-31", on: "2016-02-29") == 1)
    #expect(try due(.months(11), from: "2016-01-31", on: "2016-12-31") == 1)
    #expect(try due(.months(12), from: "2016-02-29", on: "2017-02-28") == 1)
    #expect(try due(.days(366), from: "2016-01-01", on: "2016-12-31") == 0)
    #expect(try due(.days(366), from: "2016-01-01", on: "2017-01-01") == 1)
  }

  @Test func `Offspring that are the lender's are not kept`() throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: [],
      stockDue: .months(12),
      offspringBelongTo: .lender
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("K", borrower: "H", lender: "F", on: "2016-01-01", heads: 2)],
      events: [.init("K", on: "2016-05-01", .born(3))]
    )
    let position = ledger.position(on: "2016-05-01")
    #expect((position[.offspringAlive], position[.offspringKept]) == (3, 0))
  }

  @Test(arguments: 1...48)
  func `A straight line is due in whole heads and in full at its end`(months: Int) throws {
    let terms = InKindTerms(
      lent: .ewe,
      owed: .straightLine(Ratio(7, 2), .lamb, overMonths: months)
    )
    let ledger = try InKindLedger(
      terms,
      contracts: [.init("K", borrower: "H", lender: "F", on: "2016-01-15", heads: 5)]
    )
    for month in 0...months {
      let (years, rest) = month.quotientAndRemainder(dividingBy: 12)
      let day = Day(2016 + years, 1 + rest, 15)
      #expect(ledger.position(on: day)[.due] == 35 * month / (2 * months))
    }
    #expect(ledger.position(on: "2016-01-15")[.owed] == 17)
  }

  @Test func `Terms come back from JSON`() throws {
    let terms = InKindTerms(
      lent: .sow,
      owed: [.fixed(1, .piglet, after: .days(200)), .perHead("1/3", .piglet, after: .months(24))],
      stockDue: .days(730),
      offspringBelongTo: .lender,
      sumInsured: "350.00",
      deposit: .yuan(100)
    )
    let (decoded, isSameBytes) = try roundTrip(terms)
    #expect(decoded == terms)
    #expect(isSameBytes)
  }
}

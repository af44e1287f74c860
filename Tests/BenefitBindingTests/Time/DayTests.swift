import BenefitBinding
import Foundation
import TestSupport
import Testing

/// The calendar, day by day.
struct DayTests {
  /// Every day from 1600 to 2400 follows the one before, in the calendar as in its number.
  @Test func `Days follow each other through leap years and centuries`() {
    var day = Day(1600, 1, 1)
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for year in 1600...2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        for number in 1...(lengths[month - 1] + (isLeap && month == 2 ? 1 : 0)) {
          #expect(day.components == (year, month, number))
          day = day + 1
        }
      }
    }
    #expect(day == Day(2401, 1, 1))
  }

  @Test func `Days are counted from 1970`() {
    #expect(Day(1970, 1, 1).number == 0)
    #expect(Day(2000, 3, 1).number == 11_017)
    #expect(Day(1, 1, 1).number == -719_162)
    #expect(Day(9999, 12, 31).components == (9999, 12, 31))
  }

  @Test func `A day is read back from its text`() throws {
    for number in stride(from: -719_162, through: 2_932_896, by: 997) {
      let day = Day(number: number)
      #expect(try Day(parsing: day.description) == day)
    }
    #expect(try JSONEncoder().encode(["2016-02-29" as Day]) == Data(#"["2016-02-29"]"#.utf8))
  }

  @Test(arguments: [
    "", "2016", "2016-2-29", "2015-02-29", "1900-02-29", "2016-13-01", "2016-00-10", "2016-04-31",
    "2016-04-00", "0000-01-01", "2016/02/29", "2016-02-29 ", "+016-02-29", "二〇一六-02-29",
  ])
  func `What is no day of the calendar is refused`(text: String) {
    let error = #expect(throws: BenefitError.self) { try Day(parsing: text) }
    #expect(error?.code == .malformed)
    #expect(
      error?.description
        == "\"\(text)\" is not a day. Write a day of the calendar as year, month and day, such as "
        + "2016-02-29."
    )
  }

  @Test func `Periods end before their end and join without gap`() {
    let year = Period.year(2016)
    #expect(year.days == 366)
    #expect(year.contains("2016-01-01") && year.contains("2016-12-31"))
    #expect(!year.contains("2017-01-01"))
    let quarters = (1...4).map { Period.quarter($0, of: 2016) }
    #expect(quarters.map(\.days) == [91, 91, 92, 92])
    #expect(zip(quarters, quarters.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(year.overlap(with: Period(from: "2016-12-31", until: "2018-01-01"))?.days == 1)
    #expect(year.overlap(with: .year(2017)) == nil)
    #expect(Period(from: "2015-01-01", until: "2016-04-01").days == 456)
  }
}

struct DayMonthsTests {
  @Test func `Months keep the day of the month or end with it`() {
    let starts: [Day] = ["2015-01-01", "2015-01-28", "2015-01-31", "2016-02-29", "2015-12-30"]
    for start in starts {
      let (year, month, day) = start.components
      for months in -30...30 {
        let later = start.advanced(byMonths: months)
        let (laterYear, laterMonth, laterDay) = later.components
        #expect(laterYear * 12 + laterMonth == year * 12 + month + months)
        #expect(laterDay == day || (laterDay < day && (later + 1).components.day == 1))
      }
    }
    #expect(("2016-02-29" as Day).advanced(byMonths: 12) == "2017-02-28")
    #expect(("9998-12-31" as Day).advanced(byMonths: 12) == "9999-12-31")
    #expect(("0001-02-28" as Day).advanced(byMonths: -1) == "0001-01-28")
  }

  @Test func `A stored period does not end before it starts`() throws {
    let year = Period.year(2016)
    #expect(try roundTripped(year) == year)
    #expect(
      try decodingProblem(Period.self, from: #"{"start":"2016-02-29","end":"2016-02-28"}"#)
        == "A period cannot end on 2016-02-28, before it starts on 2016-02-29."
    )
  }
}

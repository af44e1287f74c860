import BenefitBinding
import TestSupport
import Testing

struct DayCountTests {
  private func fraction(_ count: DayCount, _ start: Day, _ end: Day) -> Ratio {
    count.yearFraction(of: Period(from: start, until: end))
  }

  // MARK: - Laws

  @Test(arguments: DayCount.allCases) func `Periods that join add up`(count: DayCount) {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let days = (0..<3).map { _ in Day.first + .random(in: 0...3_652_058, using: &random) }
      let (a, b, c) = (days.min() ?? days[0], days.sorted()[1], days.max() ?? days[0])
      #expect(fraction(count, a, b) + fraction(count, b, c) == fraction(count, a, c))
      #expect(fraction(count, a, a) == .zero && fraction(count, a, b) >= .zero)
    }
  }

  @Test func `A year is a year, and by Actual 365 a leap year is more`() {
    for year in 1...2_400 {
      let whole = Period.year(year)
      for count in [DayCount.actualActual, .thirtyE360] {
        #expect(count.yearFraction(of: whole) == .whole)
      }
      #expect(DayCount.actual365.yearFraction(of: whole) == Ratio(Int64(whole.days), 365))
    }
  }

  @Test func `With the day due a period is one that lies a day later`() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<200 {
      let start = ("1999-12-01" as Day) + .random(in: 0...800, using: &random)
      let end = start + .random(in: 0...800, using: &random)
      #expect(
        fraction(.actualActualDayDue, start, end) == fraction(.actualActual, start + 1, end + 1)
      )
    }
  }

  /// Every day of four years against a count of the days one by one.
  @Test func `Each day is a part of its own year`() {
    var sum = Ratio.zero
    let start: Day = "2015-01-01"
    for day in start..<"2019-01-01" {
      #expect(fraction(.actualActual, start, day) == sum)
      sum += Ratio(1, day.components.year == 2016 ? 366 : 365)
    }
    #expect(sum == 4)
  }

  // MARK: - Published figures

  /// Source: ISDA, EMU and Market Conventions: Recent Developments, 1998, as in QuantLib's tests of
  /// ActualActual::ISDA.
  @Test(
    arguments: [
      ("2003-11-01", "2004-05-01", 0.497724380567), ("1999-02-01", "1999-07-01", 0.410958904110),
      ("1999-07-01", "2000-07-01", 1.001377348600), ("2002-08-15", "2003-07-15", 0.915068493151),
      ("2003-07-15", "2004-01-15", 0.504004790778), ("1999-07-30", "2000-01-30", 0.503892506924),
      ("2000-01-30", "2000-06-30", 0.415300546448),
    ] as [(Day, Day, Double)]
  )
  func `Actual Actual is ISDA's`(start: Day, end: Day, expected: Double) {
    let fraction = fraction(.actualActual, start, end)
    #expect(abs(Double(fraction.numerator) / Double(fraction.denominator) - expected) < 1e-10)
  }

  /// Source: ISDA, 30/360 day counts of the 2006 Definitions (30-360-2006ISDADefs.xls), Eurobond
  /// basis.
  @Test(
    arguments: [
      ("2007-01-15", "2007-01-30", 15), ("2007-01-15", "2007-02-15", 30),
      ("2007-09-30", "2008-03-31", 180), ("2007-09-30", "2007-10-31", 30),
      ("2007-09-30", "2008-09-30", 360), ("2007-01-15", "2007-01-31", 15),
      ("2007-01-31", "2007-02-28", 28), ("2007-02-28", "2007-03-31", 32),
      ("2006-08-31", "2007-02-28", 178), ("2007-02-26", "2008-02-29", 363),
      ("2008-02-29", "2009-02-28", 359), ("2008-02-29", "2008-03-31", 31),
      ("2007-10-31", "2007-11-28", 28), ("2008-02-29", "2008-08-31", 181),
    ] as [(Day, Day, Int64)]
  )
  func `30E 360 is ISDA's`(start: Day, end: Day, days: Int64) {
    #expect(fraction(.thirtyE360, start, end) == Ratio(days, 360))
  }
}

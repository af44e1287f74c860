import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

/// Funds and herds whose recursion is stated in full; each file names its sources.
struct HerdReferenceTests {
  private struct Row: Decodable, Equatable {
    var year: Int
    var due: Int
    var returned: Int
    var poolBefore: Int
    var newHouseholds: Int
    var poolAfter: Int
    var cumulativeHouseholds: Int

    init(_ year: RevolvingHerdFund.Year) {
      self.year = year.year
      due = year.due
      returned = year.returned
      poolBefore = year.poolBefore
      newHouseholds = year.newHouseholds
      poolAfter = year.poolAfter
      cumulativeHouseholds = year.cumulativeHouseholds
    }
  }

  @Test func `Funds run as stated`() throws {
    struct Run: Decodable {
      var id: String
      var lots0: Int
      var lot: Int
      var ret: Int
      var delay_: Int
      var years: Int
      var loss: Ratio?
      var keep_pool: Int?
    }
    struct Inputs: Decodable { var runs: [Run] }
    struct Expected: Decodable { var runs: [String: [Row]] }
    let file: Reference<Inputs, Expected> = try reference("herd_ewes_lent_lambs_returned")
    try #require(file.inputs.runs.count == 6 && file.expected.runs.count == 6)
    for run in file.inputs.runs {
      let fund = try RevolvingHerdFund(
        households: run.lots0,
        heads: run.lot,
        repayment: [run.delay_: run.ret],
        loss: run.loss ?? .zero,
        pool: run.keep_pool ?? 0
      )
      #expect(try fund.years(run.years).map(Row.init) == file.expected.runs[run.id], "\(run.id)")
    }
  }

  @Test func `A repayment in two years runs as stated`() throws {
    struct Inputs: Decodable {
      var lots0: Int
      var lot: Int
      var plan: [[Int]]
      var years: Int
    }
    struct Part: Decodable, Equatable {
      var year: Int
      var returned: Int
      var newHouseholds: Int
      var poolAfter: Int
      var cumulativeHouseholds: Int
      var outstandingLambs: Int
    }
    struct Expected: Decodable { var rows: [Part] }
    let file: Reference<Inputs, Expected> = try reference("herd_repayment_in_two_years")
    let fund = try RevolvingHerdFund(
      households: file.inputs.lots0,
      heads: file.inputs.lot,
      repayment: Dictionary(uniqueKeysWithValues: file.inputs.plan.map { ($0[0], $0[1]) })
    )
    let parts = try fund.years(file.inputs.years).map { year in
      Part(
        year: year.year,
        returned: year.returned,
        newHouseholds: year.newHouseholds,
        poolAfter: year.poolAfter,
        cumulativeHouseholds: year.cumulativeHouseholds,
        outstandingLambs: year.outstanding
      )
    }
    #expect(parts.count == 16)
    #expect(parts == file.expected.rows)
  }

  /// Narayana Pandita, Ganita Kaumudi, 1356.
  @Test func `Cows that calve from their fourth year are 2,745 after twenty`() throws {
    struct Inputs: Decodable {
      var birthsPerAdultPerYear: Int64
      var ageOfFirstBirthYears: Int
      var years: Int
    }
    struct Expected: Decodable {
      var total: [Int]
      var adults: [Int]
      var births: [Int]
    }
    let file: Reference<Inputs, Expected> = try reference("herd_narayana_cows")
    let herd = try Herd(
      females: [0, 0, 0, 1],
      classes: [
        .init(
          from: file.inputs.ageOfFirstBirthYears,
          births: Ratio(file.inputs.birthsPerAdultPerYear)
        )
      ],
      femaleFraction: .whole
    )
    let years = herd.years(file.inputs.years)
    #expect(years.map(\.total) == file.expected.total)
    #expect(years.map(\.adults) == file.expected.adults)
    #expect(years.map(\.born.total) == file.expected.births)
    #expect(years.last?.total == 2_745)
  }
}

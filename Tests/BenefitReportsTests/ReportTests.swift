import BenefitAssessment
import BenefitBinding
import BenefitReports
import TestSupport
import Testing

/// What a report says of what was settled.
struct ReportTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `What a tier takes it gives, and pots give all that they hold`(seed: UInt64) throws {
    let settlement = try Sample(seed: seed).settlement
    let page = try PageTree.read(Report(of: settlement, statementsOf: []).html(in: .english))
    let figures = page.all("figure").filter {
      $0.all("svg").first?.attributes["aria-labelledby"]?.hasPrefix("flow-") == true
    }
    #expect(!figures.isEmpty)
    var fromPots = Money.zero
    for figure in figures {
      var (taken, given): ([String: Money], [String: Money]) = ([:], [:])
      var tier = ""
      for var row in figure.all("tbody")[0].rows {
        // A cell stands for the rows that follow it and begin alike.
        if row.count == 4 { tier = row.removeFirst() }
        if let amount = try? Money(parsing: row[1]) {
          taken[tier, default: .zero] += amount
          if row[0] == "dividend" { fromPots += amount }
        } else {
          given[tier, default: .zero] += try Money(parsing: row[2])
        }
      }
      #expect(taken == given)
    }
    let pots = settlement.waterfalls.flatMap { pots in (0..<pots.count).map(pots.pot) }
    #expect(fromPots == pots.reduce(.zero, +))
  }

  @Test func `The chart of a pot is drawn to scale`() throws {
    let settlement = try Cases.settle(
      Array(Cases.households.prefix(2)),
      Terms(name: "s") {
        Distribution("pot", of: .yuan(100)) {
          Tier(.percentOfPot(75), by: .person, as: .property, named: "shared")
          Tier(.rest, to: .reserve)
        }
      }
    )
    let page = try Report(of: settlement).html(in: .english)
    let start = try #require(page.firstRange(of: "<rect class=\"bar pot\"")).lowerBound
    // Without the words before it.
    let bands = try #require(page.firstRange(of: "<path class=\"band pot\"")).lowerBound
    let end = try #require(page[start...].firstRange(of: "</svg>")).lowerBound
    #expect(String(page[bands..<end]) == Self.drawing.replacing("\n", with: ""))
  }

  private static let drawing = """
    <path class="band pot" d="M9 0C80.5 0 80.5 0 152 0L152 105C80.5 105 80.5 105 9 105Z"/>
    <path class="band pot" d="M9 105C80.5 105 80.5 115 152 115L152 150C80.5 150 80.5 140 9 140Z"/>
    <path class="band household" d="M161 0C232.5 0 232.5 0 304 0L304 105C232.5 105 232.5 105 161 105Z"/>
    <path class="band account" d="M161 115C232.5 115 232.5 115 304 115L304 150C232.5 150 232.5 150 161 150Z"/>
    <rect class="bar pot" x="0" y="0" width="9" height="140"/>
    <text class="halo" x="14" y="67">pot</text>
    <text class="halo amount" x="14" y="83">100.00</text>
    <rect class="bar tier" x="152" y="0" width="9" height="105"/>
    <text class="halo" x="166" y="49.5">pot: shared</text>
    <text class="halo amount" x="166" y="65.5">75.00</text>
    <rect class="bar tier" x="152" y="115" width="9" height="35"/>
    <text class="halo" x="166" y="129.5">reserve</text>
    <text class="halo amount" x="166" y="145.5">25.00</text>
    <rect class="bar household" x="304" y="0" width="9" height="105"/>
    <text class="halo" x="318" y="49.5">甲</text>
    <text class="halo amount" x="318" y="65.5">75.00</text>
    <rect class="bar account" x="304" y="115" width="9" height="35"/>
    <text class="halo" x="318" y="129.5">reserve</text>
    <text class="halo amount" x="318" y="145.5">25.00</text>
    """

  @Test(arguments: Language.allCases)
  func `A report in yen writes no hundredths`(language: Language) throws {
    let sample = try Sample(seed: 3)
    let yen = Currency("JPY", unit: Phrase(en: "yen", zh: "日元"))
    let settlement = try Programme("sample") {
      for terms in sample.schemes { terms.denominated(in: yen) }
    }.settle(sample.season, for: sample.register)
    let report = try Report(
      of: settlement,
      assessment: Assessment(of: settlement, below: .yuan(4_000))
    )
    // A key is called by an amount whatever the currency is.
    let text = report.markdown(in: language).replacing("3,000.00 a person", with: "")
    #expect(text.contains("4,000"))
    #expect(text.matches(of: /.*[0-9]\.00\b(?! ?%).*/).map { String($0.output) } == [])
  }

  @Test func `Above the limit only those asked for are printed`() throws {
    let households = (0...Report.mostStatements).map { Household("H\($0)", gaqa: "A", persons: 1) }
    let settlement = try Cases.settle(households, Cases.dividend)
    let totals = try Report(of: settlement).html(in: .english)
    #expect(totals.contains("Of 501 households, the statements of 0 are printed"))
    #expect(!totals.contains("id=\"household-1\""))
    let some = try PageTree.read(
      Report(of: settlement, statementsOf: ["H7", "H3"]).html(in: .english)
    )
    #expect(some.all("h3").map(\.text).suffix(2) == ["H7", "H3"])
    let few = try Cases.settle(Array(households.dropLast()), Cases.dividend)
    #expect(try Report(of: few).html(in: .english).contains("id=\"household-500\""))
  }

  @Test func `A household that gets nothing is told why`() throws {
    let settlement = try Cases.settle(Cases.households, Cases.accounts)
    let terms = Terms(name: "s") {
      Payment("rent", each: .yuan(5), where: .gaqa("甲"), as: .property)
    }
    #expect(!(try Report(of: settlement).html(in: .english)).contains("nothing, as"))
    let rent = try terms.settle(Season(2016), for: Register(Cases.households))
    #expect(
      try Report(of: rent).html(in: .english).contains("nothing, as the household is not eligible")
    )
  }

  @Test(arguments: [(1, true), (2, false)])
  func `Only a few incomes are cut off at the edge of their chart, which says so`(
    _ gainers: Int,
    _ areCut: Bool
  ) throws {
    let register = try Register(
      (0..<10).map {
        Household(
          "\($0)",
          gaqa: "A",
          persons: 1,
          status: Status($0 < gainers ? "gains" : "waits"),
          baselineIncome: .yuan(1_000)
        )
      }
    )
    let settlement = try Terms(name: "s") {
      Payment("p", each: .yuan(90_000), where: .status(Status("gains")), as: .transfer)
    }
    .settle(Season(2016), for: register)
    let assessment = try Assessment(of: settlement, below: .yuan(3_335))
    let page = try Report(of: settlement, assessment: assessment).html(in: .english)
    #expect(page.contains(">higher<") == areCut)
  }

  @Test func `A household that the register does not hold is refused`() throws {
    let settlement = try Cases.settle(Cases.households, Cases.dividend)
    #expect(
      throws: BenefitError(
        .unknownName,
        at: .household("9"),
        found: Phrase(en: "the register does not hold it.", zh: "名册中没有该户。"),
        advice: Phrase(en: "Ask for households of the register.", zh: "请列出名册中的户。")
      )
    ) {
      try Report(of: settlement, statementsOf: ["1", "9"])
    }
  }

  @Test func `The assessment of another settlement is refused`() throws {
    let settlement = try Cases.settle(Cases.households, Cases.dividend)
    let other = try Cases.settle(Cases.households, Cases.dividend, profit: .yuan(101))
    let assessment = try Assessment(of: other, below: .yuan(2_010))
    let error = #expect(throws: BenefitError.self) {
      try Report(of: settlement, assessment: assessment)
    }
    #expect(error?.code == .mismatch)
  }
}

import BenefitBinding
import BorrowedChickens
import BreedingCooperative
import Foundation
import GaqaEconomy
import OrdosProgramme
import Testing
import VillageTourism

/// Every example prints what it printed when somebody last read it line by line.
struct ExampleTests {
  @Test func `BreedingCooperative prints what is expected`() throws {
    try expect(BreedingCooperative.report(), toBe: "BreedingCooperative")
  }

  @Test func `GaqaEconomy prints what is expected`() throws {
    try expect(GaqaEconomy.report(), toBe: "GaqaEconomy")
  }

  @Test func `VillageTourism prints what is expected`() throws {
    try expect(VillageTourism.report(), toBe: "VillageTourism")
  }

  @Test func `BorrowedChickens prints what is expected`() throws {
    try expect(BorrowedChickens.report(), toBe: "BorrowedChickens")
  }

  @Test func `OrdosProgramme prints what is expected`() throws {
    try expect(OrdosProgramme.text(), toBe: "OrdosProgramme")
  }

  @Test func `OrdosProgramme prints in Chinese what is expected`() throws {
    try expect(OrdosProgramme.text(in: .simplifiedChinese), toBe: "OrdosProgramme.zh-Hans")
  }

  @Test func `The programme's files hold a row for each household, line and check`() throws {
    let files = try OrdosProgramme.files()
    #expect(
      files.map(\.name) == [
        "statements.csv", "checks.csv", "assessment.csv", "findings.csv", "report.html",
        "report.md",
      ]
    )
    let tables = files.map { $0.text.split(separator: "\r\n") }
    let (statements, checks) = (tables[0], tables[1])

    #expect(statements.first == "household,gaqa,persons,scheme,line,kind,amount,because")
    #expect(statements.contains { $0.hasPrefix("NLX-07,Nalinxili,3,") && $0.contains(",4000.00,") })
    // Stake and dividend for 41 + 815 + 300, produce and inputs for 33, wages for 26, four lines for
    // 90, lambs and inputs for 21, custody for 24, three lines of adoption for 20, three of loans at
    // home for 20, two of loans lent on for 10, a sale and what it replaced for 60.
    let illustrated = 2 * 21 + 24 + 3 * 20 + 3 * 20 + 2 * 10
    #expect(
      statements.count == 1 + 2 * 1_156 + 2 * 33 + 26 + 4 * 90 + illustrated + 2 * 60
    )

    #expect(checks.first == "case,quantity,unit,published,computed,verdict")
    #expect(checks.dropFirst().allSatisfy { !$0.hasSuffix(",differs") })
    #expect(checks.contains("Hanggin,smallest dividend of a person,yuan,600.00,600.00,equal"))
    #expect(checks.contains("Hashatu,wages of a worker,yuan,24000.00,24000.00,about"))
    #expect(checks.contains("Dalad,platform sales,yuan,700000.00,729000.00,exceeds"))
    #expect(checks.contains("Lvmei,subsidy to the lead entity,yuan,2000000.00,2000000.00,equal"))
    #expect(checks.count { $0.hasSuffix(",unknown") } == 15)

    #expect(tables[2].first == "topic,measure,convention,before,after")
    #expect(tables[2].contains { $0.hasPrefix("poverty,\"headcount, FGT(0)\",") })
    #expect(tables[3].first == "rule,severity,subject,evidence,what to check")
    #expect(
      tables[3].contains { $0.hasPrefix("yield on the stake,medium,scheme Nalinxili breeding co") }
    )
  }

  private func expect(_ output: String, toBe name: String) throws {
    let file = try #require(
      Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Expected")
    )
    let expected = try String(contentsOf: file, encoding: .utf8)
    let lines = zip(
      output.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let difference = lines.enumerated().first { $0.element.0 != $0.element.1 }
    let place = difference.map { "\(name), line \($0.offset + 1): \($0.element)" } ?? name
    #expect(output + "\n" == expected, "\(place)")
  }
}

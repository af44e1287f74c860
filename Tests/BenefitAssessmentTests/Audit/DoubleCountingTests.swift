import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct DoubleCountingTests {
  private func grant(_ name: String, _ gaqas: String...) -> Terms {
    Terms(name: name, members: .gaqa(gaqas)) {
      Payment("grant", each: .yuan(1), as: .transfer)
    }
  }

  private func finding(_ schemes: [Terms]) throws -> (Audit.Finding?, Int) {
    let register = try Register(
      (0..<30).map { Household("H\(10 + $0)", gaqa: ["A", "B", "C"][$0 / 10], persons: 1) }
    )
    let settlement = try Programme("all") { schemes }.settle(Season(2016), for: register)
    let findings = Audit.findings { $0.examine(settlement) }.of(.doubleCounting)
    return (findings.first, settlement.householdsReached)
  }

  @Test func `A sum over schemes that overlap is larger than the households reached`() throws {
    let (finding, reached) = try finding([grant("1", "A", "B"), grant("2", "B"), grant("3", "B")])
    #expect(reached == 20)
    #expect(
      finding?.description
        == "low, double counting, claim households reached: sum over the schemes: 40 households; "
        + "each counted once: 20 households. Check that reports give the households counted once, "
        + "not the sum."
    )
  }

  @Test func `Schemes that do not overlap can be added up`() throws {
    #expect(try finding([grant("1", "A"), grant("2", "B", "C")]).0 == nil)
    #expect(try finding([]).0 == nil)
  }

  @Test func `An id that stands on lists twice is one household`() {
    func list(_ name: String, _ ids: String...) -> [ListedHousehold] {
      ids.map { ListedHousehold($0, gaqa: "Xini", on: name) }
    }
    let pigs = list("pigs", "A-3", "A-1")
    let findings = Audit.findings { $0.examine(list("loans", "A-1", "A-2", "A-1") + pigs) }
    #expect(
      findings.map(\.description) == [
        "medium, double counting, household A-1: entries: 3 entries; lists: 2 lists. Check why it is "
          + "counted again on loans and pigs."
      ]
    )
    #expect(Audit.findings { $0.examine(pigs) }.isEmpty)
  }

  @Test func `One name with two ids in a gaqa may be one household`() {
    let findings = Audit.findings {
      $0.examine([
        .init("A-1", gaqa: "Xini", name: "Bao Ying", on: "loans"),
        .init("A-2", gaqa: "Xini", on: "loans"),
        .init("A-3", gaqa: "Xini", on: "loans"),
        .init("B-7", gaqa: "Xini", name: "Bao Ying", on: "pigs"),
        .init("B-8", gaqa: "Shengli", name: "Bao Ying", on: "pigs"),
      ])
    }
    #expect(
      findings.map(\.description) == [
        "low, double counting, claim Bao Ying of Xini: ids: 2 ids. Check whether A-1 and B-7 on "
          + "loans and pigs are one household."
      ]
    )
  }

  @Test func `Registers are lists`() throws {
    func list(_ name: String, _ register: Register) -> [ListedHousehold] {
      register.map { ListedHousehold($0.id, gaqa: $0.gaqa, on: name) }
    }
    let first = list("2015", try likeHouseholds(3))
    let second = list("2016", try likeHouseholds(2))
    #expect(Audit.findings { $0.examine(first + second) }.count == 2)
    #expect(Audit.findings { $0.examine(first) }.isEmpty)
  }
}

import BenefitBinding
import TestSupport
import Testing

/// Facts that come from several places, each stated once.
struct MergedFactTests {
  @Test func `Columns of different villages are put together`() throws {
    var season = Season(2016) {
      $0[.profit] = .yuan(1)
      $0[.monthlyWage, household: "B-1"] = .yuan(20)
      $0[.marketPrice, gaqa: "B"] = "1.10"
    }
    let other = Season(2016) {
      $0[.revenue] = .yuan(2)
      $0[.monthlyWage, household: "A-1"] = .yuan(10)
      $0[.monthlyWage, household: "C-1"] = .yuan(30)
      $0[.marketPrice, gaqa: "A"] = "1.20"
    }
    try season.merge(other.facts)
    #expect(season[.profit] == .yuan(1) && season[.revenue] == .yuan(2))
    #expect(
      ["A-1", "B-1", "C-1"].map { season[.monthlyWage, household: $0] }
        == [.yuan(10), .yuan(20), .yuan(30)]
    )
    #expect(season[.marketPrice, gaqa: "A"] == "1.20" && season[.marketPrice, gaqa: "B"] == "1.10")
  }

  @Test func `What both state is refused with its place, and nothing is taken`() throws {
    let first = Season(2016) {
      $0[.profit] = .yuan(1)
      $0[.monthlyWage, household: "A-1"] = .yuan(10)
    }
    func error(_ state: (inout Season) -> Void) -> String? {
      var season = first
      let other = Season(2016) {
        $0[.revenue] = .yuan(5)
        state(&$0)
      }
      do {
        try season.merge(other.facts)
        return nil
      } catch {
        #expect(season == first && error.code == .duplicate)
        return error.description
      }
    }
    let sentence = "it is stated already. State it in one place, and take it out of the other."
    #expect(error { $0[.profit] = .yuan(1) } == "Fact \"profit\": \(sentence)")
    #expect(error { $0[.profit, gaqa: "A"] = .yuan(1) } == "Fact \"profit\": \(sentence)")
    #expect(
      error { $0[.monthlyWage, household: "A-1"] = .yuan(10) }
        == "Fact \"monthly wage\", household \"A-1\": \(sentence)"
    )
    #expect(error { $0[.monthlyWage, household: "A-2"] = .yuan(10) } == nil)
  }
}

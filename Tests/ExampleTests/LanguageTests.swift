import BenefitBinding
import OrdosProgramme
import Testing

/// The main example says the same in every language.
struct LanguageTests {
  @Test func `Both languages print the same amounts in the same order`() throws {
    let english = amounts(in: try OrdosProgramme.text(in: .english))
    #expect(english.count > 400)
    #expect(english == amounts(in: try OrdosProgramme.text(in: .simplifiedChinese)))
  }

  @Test func `Both languages settle the same amounts`() throws {
    let english = try OrdosProgramme.settlement(in: .english)
    let chinese = try OrdosProgramme.settlement(in: .simplifiedChinese)
    #expect(english.lines.map(\.total) == chinese.lines.map(\.total))
    #expect(nets(in: english) == nets(in: chinese))
  }

  @Test func `No English word is left in the Chinese output`() throws {
    let output = try OrdosProgramme.text(in: .simplifiedChinese)
    let words = output.split { !($0.isASCII && $0.isLetter) }
    let known: Set<Substring> = ["NLX", "HJ", "HST", "DLT", "SSL", "LHQ", "OTG"]
    #expect(Set(words).subtracting(known).isEmpty)
  }

  @Test func `The files are in the language too`() throws {
    let english = try OrdosProgramme.files()
    let chinese = try OrdosProgramme.files(in: .simplifiedChinese)
    #expect(english.map(\.name) == chinese.map(\.name))
    for (english, chinese) in zip(english, chinese) {
      #expect(english.text.count { $0 == "\r\n" } == chinese.text.count { $0 == "\r\n" })
    }
    #expect(chinese[0].text.hasPrefix("户编号,嘎查,人口,方案,项目,性质,金额,计算依据\r\n"))
    #expect(chinese[1].text.contains("\r\n杭锦旗,人均分红最低数,元,600.00,600.00,"))
  }

  @Test func `Options stand in any order`() throws {
    let options = try #require(Options(["--out", "results", "--language", "zh-Hans"]))
    #expect(options.language == .simplifiedChinese)
    #expect(options.folder == "results")
    #expect(Options(["--language", "en", "--out", "results"])?.folder == "results")
    #expect(Options([])?.language == .english)
  }

  @Test(arguments: [
    ["--language"], ["--language", "fr"], ["--out"], ["--verbose", "yes"], ["results"],
    ["--out", "--language", "zh-Hans"],
  ])
  func `An option that is unknown or lacks its value is refused`(arguments: [String]) {
    #expect(Options(arguments) == nil)
    #expect(Options.usage.contains("en, zh-Hans"))
  }

  /// What each household gains; the register lists them by gaqa, and so by other names.
  private func nets(in settlement: Settlement) -> [Household.ID: Money] {
    let register = settlement.register
    return Dictionary(
      uniqueKeysWithValues: register.indices.map { (register[$0].id, settlement.net(at: $0)) }
    )
  }

  /// The numbers with two decimals, but for zero, which the Chinese formulas write as a word.
  private func amounts(in text: String) -> [Substring] {
    let runs = text.split { !"0123456789,.".contains($0) }
    let numbers = runs.compactMap { run in run.lastIndex(where: \.isNumber).map { run[...$0] } }
    return numbers.filter { number in
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 2 && parts[1].count == 2 && number != "0.00"
    }
  }
}

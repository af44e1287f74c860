import BenefitBinding
import Testing

/// What the library says in a few words, in both languages.
struct WordsTests {
  private static let accounts: [Account] = [
    .collective, .reserve, .villageWelfare, .reinvestment, .publicPosts, .operator, .leadEntity,
    .treasury, .leftInPot, .writtenOff, .carriedForward,
    Account(Account.reserve.name, of: .programme),
  ]

  private static let residues: [Residue] =
    [.largestRemainder, .first, .last, .carriedForward, .writtenOff]
    + accounts.map { .posted(to: $0) }

  private static let roundings = Rounding.Direction.allCases.flatMap { direction in
    Rounding.Step.allCases.map { Rounding(direction, to: $0) }
  }

  private static let keys: [Key] = [
    .household, .person, .measure(.landArea), .stake, .line("loss borne"),
    .need(below: .yuan(3_335)),
    .person.weighted(by: [.atRisk: 2]),
  ]

  /// What each value says in English and in Chinese, and its description.
  private static let all: [[(english: String, chinese: String, description: String)]] = [
    accounts.map { ($0.words(in: .english), $0.words(in: .simplifiedChinese), "\($0)") },
    residues.map { ("\($0)", $0.chinese, "\($0)") },
    roundings.map { ("\($0)", Chinese(.yuan).rounding($0), "\($0)") },
    Flow.allCases.map { ($0.text(in: .english), $0.text(in: .simplifiedChinese), "\($0)") },
    keys.map { ("\($0)", Chinese(.yuan).key($0), "\($0)") },
  ]

  @Test func `Words tell all values of a kind apart in either language`() {
    for words in Self.all {
      #expect(Set(words.map(\.english)).count == words.count)
      #expect(Set(words.map(\.chinese)).count == words.count, "\(words)")
    }
  }

  @Test func `Chinese words hold no English, and a description is the English words`() {
    for word in Self.all.joined() {
      #expect(!word.chinese.contains { $0.isASCII && $0.isLetter }, "\(word.chinese)")
      #expect(word.english == word.description)
    }
  }

  @Test func `Every name of the library's own has a Chinese one`() {
    for name in StandardName.allCases.map(\.rawValue) {
      #expect(StandardName.words(name, in: .english) == name)
      #expect(StandardName.words(name, in: .simplifiedChinese).allSatisfy { !$0.isASCII })
    }
    for name in StandardLine.allCases.map(\.rawValue) {
      #expect(StandardLine.words(name, in: .simplifiedChinese).allSatisfy { !$0.isASCII })
    }
  }

  @Test func `A name that a user made up stays as it is`() {
    #expect(StandardName.words("temple fair", in: .english) == "temple fair")
    #expect(StandardName.words("temple fair", in: .simplifiedChinese) == "「temple fair」")
    #expect(StandardLine.words("temple fair: rent", in: .simplifiedChinese) == "temple fair：租金")
    #expect(Chinese(.yuan).key(.amount(.yuan(1), name: "庙会")) == "「庙会」")
  }

  @Test func `Words that others read`() {
    #expect(Chinese(.yuan).rounding(.halfUp(to: .fen)) == "四舍五入到分")
    #expect(Residue.posted(to: .reserve).chinese == "差额计入公积金")
    #expect(
      Chinese(.yuan).key(.need(below: .yuan(3_335)))
        == "每人 3,335.00 元超过上年收入的部分（如有）"
    )
    #expect(
      Chinese(.yuan).key(.person.weighted(by: [.atRisk: 2])) == "人口（按户的类别加权）"
    )
  }
}

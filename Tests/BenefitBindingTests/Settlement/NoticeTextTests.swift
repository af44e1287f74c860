import BenefitBinding
import TestSupport
import Testing

/// Notices in both languages.
struct NoticeTextTests {
  private static let codes: [Notice.Code] = [
    .loss, .negativePot, .negativeAmount, .nobodyEligible, .noWeight, .noMembers, .shortfall,
    .balanceShortfall, .notBorne, .notTakenUp, .heldByOthers, .leftInPot, .unknownScheme,
    .unknownGaqa, .notRead, .unknownBorrower,
  ]

  private static func notice(
    _ code: Notice.Code,
    _ line: String = "dividend",
    place: String = ""
  ) throws -> Notice {
    try decoded(
      Notice.self,
      from:
        #"{"code":"\#(code.rawValue)","scheme":"甲","line":"\#(line)","amount":"12.50"\#(place)}"#
    )
  }

  @Test(arguments: codes)
  func `Every notice speaks either language and says how much`(_ code: Notice.Code) throws {
    for place in ["", #","gaqa":"乙""#, #","household":"7""#] {
      let notice = try Self.notice(code, place: place)
      let chinese = notice.text(in: .simplifiedChinese)
      #expect(!chinese.contains { $0.isASCII && $0.isLetter }, "\(chinese)")
      #expect(chinese.contains("12.50 元") && chinese.hasSuffix("。"), "\(chinese)")
      #expect(notice.text(in: .english) == notice.description)
    }
  }

  @Test func `No two kinds of notice say the same`() throws {
    for language in Language.allCases {
      let texts = try Self.codes.map { try Self.notice($0).text(in: language) }
      #expect(Set(texts).count == Self.codes.count)
    }
  }

  @Test func `A notice names its place`() throws {
    #expect(
      try Self.notice(.leftInPot, place: #","gaqa":"乙""#).text(in: .simplifiedChinese)
        == "「甲」「分红」，嘎查「乙」：各项分配后剩余 12.50 元。"
    )
    #expect(
      try Self.notice(.loss, "profit").text(in: .simplifiedChinese)
        == "「甲」「利润」：亏损 12.50 元，结转下期弥补。"
    )
    #expect(
      try Self.notice(.nobodyEligible, "dividend: once poor").text(in: .simplifiedChinese)
        == "「甲」「分红：once poor」：12.50 元因无符合条件的户而未能发放。"
    )
  }
}

import BenefitBinding
import Foundation
import TestSupport
import Testing

extension Currency {
  /// A currency whose words occur nowhere else.
  fileprivate static let namibianDollar = Self(
    "NAD",
    unit: Phrase(en: "Namibian dollar", zh: "纳米比亚元"),
    hundredth: Phrase(en: "cent", zh: "纳分")
  )
}

/// Amounts in another currency than the yuan.
///
/// A text is that in yuan with the words of the currency in place of those of the yuan, so no word of the one is
/// left in the other.
struct CurrencyTests {
  private static let currency = Currency.namibianDollar

  /// The words of money that a text in another currency must not hold.
  private static func yuanWords(in text: String) -> [String] {
    let plain = text.replacing("纳米比亚元", with: "").replacing("纳分", with: "")
    return plain.matches(of: /\b(yuan|fen|jiao)\b|元|[0-9角百十一]分|人民币|整角/).map { String($0.output.0) }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Nothing that a programme prints speaks of yuan, and no amount changes`(seed: UInt64) throws
  {
    let sample = try Sample(seed: seed)
    let inYuan = try sample.programme.settle(sample.season, for: sample.register)
    let programme = Programme("sample") {
      for terms in sample.schemes { terms.denominated(in: Self.currency) }
    }
    let settlement = try programme.settle(sample.season, for: sample.register)
    #expect(
      settlement.currency == Self.currency && settlement.closingBooks.currency == Self.currency
    )
    #expect(settlement.lines.map(\.total) == inYuan.lines.map(\.total))
    #expect(inYuan.statements.prefix(1).contains { !Self.yuanWords(in: $0.text(.full)).isEmpty })
    for language in Language.allCases {
      var texts = settlement.schemes.flatMap { $0.contract(in: language) }
      texts += settlement.statements.prefix(6).map { $0.text(.full, in: language) }
      texts += settlement.notices.map { $0.text(in: language) }
      texts += [settlement.table(in: language).csv, settlement.postings(in: language).csv]
      for text in texts { #expect(Self.yuanWords(in: text) == [], "\(text)") }
    }
    let certificate = try JSONEncoder().encode(settlement.certificate)
    let form = try #require(try JSONSerialization.jsonObject(with: certificate) as? [String: Any])
    #expect((form["currency"] as? String) == "NAD")
  }

  @Test func `Every kind of clause is said in the currency`() {
    for terms in ContractSample.models {
      for language in Language.allCases {
        let contract = terms.denominated(in: Self.currency).contract(in: language)
        for sentence in contract { #expect(Self.yuanWords(in: sentence) == [], "\(sentence)") }
      }
    }
  }

  @Test func `Two currencies in one programme are refused`() throws {
    let yuan = Terms(name: "milk") { Payment("rent", each: .yuan(10), as: .property) }
    let dollars = yuan.denominated(in: .usDollar)
    var other = dollars
    other.name = "wool"
    let register = try likeHouseholds(2)
    let refusal = #expect(throws: BenefitError.self) {
      _ = try Programme("both") {
        yuan
        other
      }.settle(Season(2016), for: register)
    }
    #expect(refusal?.code == .mixedCurrencies)
    #expect(
      refusal?.description
        == "Schemes \"milk\" and \"wool\": the one is in yuan (CNY), the other in US dollars (USD). "
        + "Settle them in programmes of their own."
    )
    let text = try JSONEncoder().encode(
      Programme("both") { yuan }.settle(Season(2016), for: register).schemes
    )
    #expect(!String(decoding: text, as: UTF8.self).contains("currency"))
  }

  @Test func `Books and seasons of another currency are refused, empty books are not`() throws {
    let yuan = Terms(name: "milk") {
      Distribution(of: .profit) { Tier(.yuan(1), to: .villageWelfare) }
    }
    let register = try likeHouseholds(2)
    let season = Season(2016) { $0[.profit] = .yuan(10) }
    let first = try yuan.settle(season, for: register)
    #expect(!first.closingBooks.balances.isEmpty)
    let dollars = yuan.denominated(in: .usDollar)
    let refusal = #expect(throws: BenefitError.self) {
      _ = try dollars.settle(season, for: register, books: first.closingBooks)
    }
    #expect(refusal?.code == .mixedCurrencies)
    let settled = try dollars.settle(season, for: register, books: Books())
    #expect(settled.closingBooks.currency == .usDollar)
    let (books, isSameBytes) = try roundTrip(settled.closingBooks)
    #expect(books == settled.closingBooks && isSameBytes)
  }

  @Test(
    arguments: [
      "{\"code\":\"usd\",\"unit\":{\"en\":\"dollar\",\"zh-Hans\":\"元\"},\"hundredth\":{\"en\":\"cent\",\"zh-Hans\":\"分\"}}",
      "{\"code\":\"US\",\"unit\":{\"en\":\"dollar\",\"zh-Hans\":\"元\"},\"hundredth\":{\"en\":\"cent\",\"zh-Hans\":\"分\"}}",
      "{\"code\":\"USD\",\"unit\":{\"en\":\"\",\"zh-Hans\":\"元\"},\"hundredth\":{\"en\":\"cent\",\"zh-Hans\":\"分\"}}",
    ]
  )
  func `What is no currency is refused`(text: String) throws {
    #expect(try decodingProblem(Currency.self, from: text) != nil)
    #expect(try roundTrip(Currency.usDollar).value == .usDollar)
  }
}

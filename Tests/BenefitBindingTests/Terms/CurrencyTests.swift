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

  /// The error of what refuses two currencies.
  private func refusal(_ body: () throws -> Void) -> String? {
    let error = #expect(throws: BenefitError.self, performing: body)
    #expect(error?.code == .mixedCurrencies)
    return error?.description
  }

  @Test func `Corrections, payouts and fulfilments of two currencies are refused`() throws {
    let yuan = Terms(name: "milk") { Payment("rent", each: .yuan(10), as: .property) }
    let dollars = yuan.denominated(in: .usDollar)
    let register = try likeHouseholds(2)
    let first = try yuan.settle(Season(2016), for: register)
    let other = try dollars.settle(Season(2016), for: register)
    let next = try dollars.settle(Season(2017), for: register)
    let paid = try first.payout(of: "rent", with: .yuan(9), arrears: .cumulative)
    let (owed, due) = try (
      first.fulfilment(of: "rent", promised: [:], paid: paid),
      next.fulfilment(of: "rent", promised: [:], paid: nil)
    )
    let advice = "Compare and add up money of one currency."
    #expect(
      refusal { _ = try other.corrections(of: first) }
        == "Season \"2016\": the settlement is in US dollars (USD), the earlier one in yuan (CNY). \(advice)"
    )
    #expect(
      refusal {
        _ = try next.payout(of: "rent", with: .yuan(9), arrears: .cumulative, after: paid)
      }
        == "Scheme \"milk\", payout of \"rent\" for 2017: the payout is in US dollars (USD), the one before in "
        + "yuan (CNY). \(advice)"
    )
    let place = "Scheme \"milk\", fulfilment of \"rent\""
    #expect(
      refusal { _ = try first.fulfilment(of: "rent", promised: other, paid: paid) }
        == "\(place): what was promised is in US dollars (USD), what is owed in yuan (CNY). \(advice)"
    )
    #expect(
      refusal { _ = try other.fulfilment(of: "rent", promised: [:], paid: paid) }
        == "\(place): the payout is in yuan (CNY), what is owed in US dollars (USD). \(advice)"
    )
    #expect(
      refusal { _ = try owed + due }
        == "\(place): the one is in yuan (CNY), the other in US dollars (USD). \(advice)"
    )
  }

  @Test(arguments: [Currency.yuan, .usDollar])
  func `What is paid keeps its currency, which a file holds where it is not the yuan`(
    currency: Currency
  ) throws {
    let terms = Terms(name: "milk", currency: currency) {
      Payment("rent", each: .yuan(10), as: .property)
    }
    let settlement = try terms.settle(Season(2016), for: likeHouseholds(2))
    let payout = try settlement.payout(of: "rent", with: .yuan(9), arrears: .cumulative)
      .followed(by: .yuan(1))
    let agreed = try settlement.instalments(of: "rent", ["2016-12-31": .part(1)], in: .year(2016))
    let fulfilment = try settlement.fulfilment(of: "rent", promised: settlement, paid: payout)
    let sum = try fulfilment + agreed.fulfilment(on: "2016-12-31")
    #expect([payout.currency, agreed.currency, sum.currency].allSatisfy { $0 == currency })
    let (again, agreedAgain) = try (roundTripped(payout), roundTripped(agreed))
    #expect(again == payout && again.currency == currency)
    #expect(agreedAgain == agreed && agreedAgain.currency == currency)
    #expect(try roundTripped(sum) == sum)
    for text in [try json(payout), try json(agreed), try json(sum)] {
      #expect(text.contains("currency") == (currency != .yuan), "\(text)")
    }
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

  @Test(
    arguments: [
      " ", "\u{200B}", "\u{2060}\u{FE0F}", " dollar", "dollar\u{A0}", "dol\u{202E}lar",
      "\u{200F}dollar",
    ]
  )
  func `A name that is not wholly shown is refused`(name: String) throws {
    let text = """
      {"code":"USD","unit":{"en":"\(name)","zh-Hans":"元"},"hundredth":{"en":"cent","zh-Hans":"分"}}
      """
    let problem = try #require(try decodingProblem(Currency.self, from: text))
    #expect(
      problem.contains("begins and ends with a visible character and holds no mark of direction")
    )
  }

  @Test func `A refused name shows what is not seen`() throws {
    let text = """
      {"code":"USD","unit":{"en":"dollar","zh-Hans":"元"},"hundredth":{"en":"\u{202E}tnec","zh-Hans":"分"}}
      """
    #expect(
      try decodingProblem(Currency.self, from: text)
        == "The unit of a currency needs a name that begins and ends with a visible character and holds no mark "
        + "of direction; \"\\u{202E}tnec\" is none."
    )
  }

  @Test
  func `A currency is printed with its code, and its unit has a plural with or without a capital`()
  {
    #expect(Currency.usDollar.description == "US dollar (USD)")
    let capital = Currency(
      "NAD",
      unit: Phrase(en: "Namibian Dollar", zh: "纳米比亚元"),
      hundredth: Phrase(en: "Cent", zh: "纳分")
    )
    #expect("\(capital.units)" == "Namibian Dollars")
    #expect(["Yuan", "MWh", "kWh"].map { Plural.of($0) } == ["Yuan", "MWh", "kWh"])
  }
}

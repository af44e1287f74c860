import BenefitBinding
import BenefitDocuments
import TestSupport
import Testing

struct ProgrammeDocumentTests {
  private static func document(_ parts: String) throws -> ProgrammeDocument {
    let season = parts.contains(#""season""#) ? "" : #", "season": {"name": "2016"}"#
    let text = #"{"format": "benefit-binding programme 1", "name": "P", \#(parts)\#(season)}"#
    return try ProgrammeDocument(json: Array(text.utf8))
  }

  private static func terms(_ scheme: String) throws -> Terms {
    let document = try document(#""schemes": [\#(scheme)]"#)
    return try #require(document.programme.schemes.first)
  }

  @Test func `A document says what a program would`() throws {
    let document = try Self.document(
      """
      "povertyLine": 3335,
      "definitions": {"floor": "5 % of stake", "beyond": "29 % of (profit over floor)"},
      "schemes": [
        {
          "model": "shareholding", "name": "cooperative",
          "funding": [
            {"amount": 500000, "from": "fiscal poverty relief fund"},
            {"amount": "300,000", "from": "poverty relief loan", "interest": "4.35%", "subsidised": "100%"}
          ],
          "dividend": "floor + beyond", "key": "shares"
        }
      ],
      "season": {
        "name": "2016",
        "facts": {"profit": "164,000"},
        "schemes": {"cooperative": {"shares": {"households": {"A": "2", "B": "3.5 shares"}}}},
        "earlier": [{"name": "2015", "facts": {"profit": {"gaqas": {"Zhanyi": "-3.05"}}}}]
      }
      """
    )
    let floor = Amount.fraction("5%", of: .stake).named("floor")
    let beyond = Amount.fraction("29%", of: .excess(of: .profit, over: floor)).named("beyond")
    let cooperative = Shareholding(
      name: "cooperative",
      funding: [
        .contribution(.yuan(500_000), from: .fiscalReliefFund),
        .contribution(.yuan(300_000), from: .reliefLoan, interest: "4.35%", subsidised: .whole),
      ],
      dividend: floor + beyond,
      key: .measure(.shares)
    )
    #expect(document.programme == Programme("P") { cooperative })
    let earlier = Season("2015") { $0[.profit, gaqa: "Zhanyi"] = "-3.05" }
    let season = Season("2016", after: [earlier]) {
      $0[.profit] = .yuan(164_000)
      $0["cooperative"].set(.shares, byHousehold: ["A": "2 shares", "B": "3.5 shares"])
    }
    #expect(document.season == season)
    #expect(document.povertyLine == .yuan(3_335))
  }

  @Test func `Each model needs only what its contract states`() throws {
    let fund = #"[{"amount": "100", "from": "special fund"}]"#
    let funding: Funding = [.contribution(.yuan(100), from: Funding.Source("special fund"))]
    let eggs = Purchase("Eggs", of: .measure(.eggsDelivered), at: "1.00")
    let cases: [(String, any Scheme)] = [
      (
        #""model": "shareholding", "funding": \#(fund), "dividend": "profit""#,
        Shareholding(name: "S", funding: funding, dividend: .profit)
      ),
      (
        #""model": "collective economy", "funding": \#(fund), "returns": "project return","#
          + #" "collectiveUses": [{"account": "reserve", "fraction": "30%"}]"#,
        CollectiveEconomy(
          name: "S",
          funding: funding,
          returns: .fact(.projectReturn),
          collectiveUses: [(.reserve, "30%")]
        )
      ),
      (
        #""model": "tourism", "jobs": [{"employment": "job", "work": "workers", "pay": "24,000"}]"#,
        Tourism(
          name: "S",
          jobs: [Employment("job", work: .measure(.workers), pay: .yuan(24_000))]
        )
      ),
      (
        #""model": "e-commerce", "produce": {"purchase": "Eggs", "of": "eggs delivered", "at": "1.00"}"#,
        ECommerce(name: "S", produce: eggs)
      ),
      (
        #""model": "household loan", "coupon": "10%", "retained": "40%""#,
        HouseholdLoan(name: "S", use: .lentOn(coupon: "10%", retained: "40%"))
      ),
      (
        #""model": "household loan", "couponAmount": "3,500""#,
        HouseholdLoan(name: "S", use: .lentOnFor(coupon: .yuan(3_500)))
      ),
      (
        #""model": "household loan", "returns": "600""#,
        HouseholdLoan(name: "S", use: .atHome(returns: .yuan(600)))
      ),
      (
        #""model": "entrusted breeding", "feePerHead": "90""#,
        EntrustedBreeding(name: "S", feePerHead: .yuan(90))
      ),
      (
        #""model": "entrusted breeding", "batchShare": "60%", "bearsLoss": true"#,
        EntrustedBreeding(name: "S", batchShare: "60%", bearsLoss: true)
      ),
      (
        #""model": "land adoption", "fee": "1,000""#, LandAdoption(name: "S", fee: .yuan(1_000))
      ),
      (
        #""model": "consumption assistance", "price": "3""#,
        ConsumptionAssistance(name: "S", price: .yuan(3))
      ),
      (
        #""model": "lead entity subsidy", "perHousehold": "2,000""#,
        LeadEntitySubsidy(name: "S", perHousehold: .yuan(2_000))
      ),
    ]
    for (parts, scheme) in cases {
      #expect(try Self.terms(#"{"name": "S", \#(parts)}"#) == scheme.terms, "\(parts)")
    }
  }

  @Test func `Members, currency and organisation stand beside a model`() throws {
    let terms = try Self.terms(
      """
      {"model": "land adoption", "name": "S", "fee": "1,000", "members": "land area >= 1 mu",
        "currency": {"code": "NAD", "unit": {"en": "dollar", "zh-Hans": "元"}, "hundredth": {"en": "cent", "zh-Hans": "分"}},
        "organisationMode": {"links": [{"role": "cooperative", "name": "C", "task": "farms"}]}}
      """
    )
    let currency = Currency(
      "NAD",
      unit: Phrase(en: "dollar", zh: "元"),
      hundredth: Phrase(en: "cent", zh: "分")
    )
    let expected = LandAdoption(
      name: "S",
      members: .atLeast(.measure(.landArea), "1 mu"),
      fee: .yuan(1_000)
    )
    .denominated(in: currency)
    .organised(as: OrganisationMode([.init("cooperative", "C", does: "farms")]))
    #expect(terms == expected)
  }

  @Test func `Each clause and tier has its form`() throws {
    let terms = try Self.terms(
      """
      {"name": "S", "clauses": [
        {"distribution": "d", "of": "1,000", "rounded": "down to yuan", "per": "gaqa", "from": "reserve", "tiers": [
          {"each": "800", "as": "transfer", "named": "award", "where": "persons >= 2",
            "from": {"amount": "50 % of pot", "carriesUnspent": true, "backstop": "collective"}},
          {"amount": "10 % of pot", "by": "gaqa", "to": "collective"},
          {"amount": "5 % of pot", "to": "villagers", "for": "302 persons"},
          {"amount": "rest", "by": {"of": "2 * land area", "named": "land"}, "as": "property", "named": "x",
            "apportioned": {"rounding": "down to yuan", "residue": {"postedTo": "reserve"}},
            "takingOver": "old", "purpose": "rent"}]},
        {"payment": "debt", "each": "5", "as": "debt", "liability": {"repayer": "operator"}},
        {"employment": "job", "work": "workers", "pay": "9", "displaced": "1", "as": "business"},
        {"allotment": "kilowatts", "of": "40 kW", "by": "person", "apportioned": {"residue": "last"}},
        {"allotment": "lambs", "each": "2 heads", "where": "always"}]}
      """
    )
    let expected = Terms(name: "S") {
      Distribution(
        "d",
        of: .yuan(1_000),
        rounded: .down(to: .yuan),
        per: .gaqa,
        from: .reserve
      ) {
        Tier(
          each: .yuan(800),
          where: .atLeast(.persons, "2 persons"),
          as: .transfer,
          named: "award",
          from: AwardPool(.percentOfPot(50), carriesUnspent: true, backstop: .collective)
        )
        Tier(.percentOfPot(10), by: .gaqa, to: .collective)
        Tier(.percentOfPot(5), to: Account("villagers"), for: "302 persons")
        Tier(
          .rest,
          by: .quantity(.measure(.landArea) * 2, name: "land"),
          apportioned: Apportionment(rounding: .down(to: .yuan), residue: .posted(to: .reserve)),
          as: .property,
          named: "x"
        )
        .takingOver("old").serving(.rent)
      }
      Payment("debt", each: .yuan(5), as: .debt).under(Liability(repaidBy: .operator))
      Employment(
        "job",
        work: .measure(.workers),
        pay: .yuan(9),
        displaced: .yuan(1),
        as: .business
      )
      Allotment("kilowatts", of: "40 kW", by: .person, apportioned: Apportionment(residue: .last))
      Allotment("lambs", each: "2 heads")
    }
    #expect(terms == expected)
    #expect(try roundTripped(terms) == terms)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `What a program stores is a document's scheme`(seed: UInt64) throws {
    let programme = try Sample(seed: seed).programme
    let schemes = try json(programme.schemes)
    #expect(try Self.document(#""schemes": \#(schemes)"#).programme.schemes == programme.schemes)
  }
}

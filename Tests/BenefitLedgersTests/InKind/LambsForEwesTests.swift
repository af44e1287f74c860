import BenefitBinding
import BenefitLedgers
import TestSupport
import Testing

struct LambsForEwesTests {
  private static func book() throws -> PriceBook {
    try PriceBook([
      .lamb: ["2018-01-01": "800.00", "2017-01-01": "700.00"], .ewe: ["2017-01-01": "1,200.00"],
    ])
  }

  @Test func `The latest price that holds is the price`() throws {
    let book = try Self.book()
    #expect(try book.price(of: .lamb, on: "2017-12-31") == .yuan(700))
    #expect(try book.price(of: .lamb, on: "2018-01-01") == .yuan(800))
    #expect(try book.value(of: 4, .lamb, on: "2018-05-01") == .yuan(3_200))
  }

  @Test func `Prices that cannot be are refused`() throws {
    #expect {
      try Self.book().price(of: .lamb, on: "2016-12-31")
    } throws: {
      "\($0)"
        == "Good \"lamb\", 2016-12-31: the price book has no price. Give one from that day or "
        + "earlier, or do not value it."
    }
    #expect {
      try PriceBook([.ewe: ["2016-01-01": "-1"]])
    } throws: {
      "\($0)"
        == "Good \"ewe\", 2016-01-01: the price is -1.00. A price is zero or more."
    }
  }

  private func settle(_ scheme: LambsForEwes, kept: Int64, before: Int64) throws -> Settlement {
    let register = try likeHouseholds(
      1,
      measures: [
        .offspringSold: "3 head", .offspringKept: Quantity(kept, .head), .stockKept: "2 head",
        .offspringKeptBefore: Quantity(before, .head),
      ]
    )
    return try scheme.settle(Season(2018), for: register)
  }

  private func scheme(countsChange: Bool) throws -> LambsForEwes {
    try LambsForEwes(
      name: "lambs",
      sales: Purchase(
        "lambs sold",
        of: .measure(.offspringSold),
        at: "650.00",
        inputs: .each("150.00", per: .measure(.offspringSold))
      ),
      costs: "200.00",
      depositHeld: "500.00",
      insurance: "120.00",
      offspringPrice: .fixed(Self.book().price(of: .lamb, on: "2018-12-31")),
      stockPrice: .fixed(Self.book().price(of: .ewe, on: "2018-12-31")),
      countsChange: countsChange
    )
  }

  @Test func `Only what is sold is income; what is kept is held`() throws {
    let settlement = try settle(scheme(countsChange: false), kept: 4, before: 1)
    #expect((settlement.gross, settlement.costs, settlement.net) == ("1950", "650", "1300"))
    let holdings = try ["deposit", "insurance", "offspring kept", "stock kept"]
      .map { try settlement.line($0) }
    #expect(holdings.map { $0.flow } == [.holding, .addition, .holding, .holding])
    #expect(holdings.map { $0.total } == ["500.00", "120.00", "3200.00", "2400.00"])
  }

  @Test(arguments: [(4, 1, 2_400), (1, 4, -2_400), (2, 2, 0)] as [(Int64, Int64, Int64)])
  func `The change of the herd counts where the programme counts it`(
    kept: Int64,
    before: Int64,
    change: Int64
  ) throws {
    let settlement = try settle(scheme(countsChange: true), kept: kept, before: before)
    #expect(settlement.net == .yuan(1_300 + change))
    #expect(try settlement.line("growth of the herd").total == .yuan(max(0, change)))
    #expect(try settlement.line("decline of the herd").total == .yuan(max(0, -change)))
  }

  @Test func `Prices and schemes come back from JSON and are checked anew`() throws {
    let scheme = try scheme(countsChange: true)
    let (decodedScheme, isSameBytes) = try roundTrip(scheme)
    #expect(decodedScheme == scheme)
    #expect(isSameBytes)
    #expect(try roundTripped(Self.book()) == Self.book())
    #expect(try Self.book().prices[.ewe] == ["2017-01-01": .yuan(1_200)])

    let book = try json(Self.book())
    let earlier = book.split(separator: "2018-01-01").joined(separator: "2017-01-01")
    #expect(
      try decodingProblem(PriceBook.self, from: earlier)
        == "2017-01-01: two values hold from that day. Leave one of them out."
    )
    #expect(
      try decodingProblem(PriceBook.self, from: book.replacing("\"800.00\"", with: "\"-8.00\""))
        == "Good \"lamb\", 2018-01-01: the price is -8.00. A price is zero or more."
    )
    #expect(
      try decodingProblem(Good.self, from: "{\"name\":\"\",\"unit\":\"head\"}")
        == "Good needs a name; this one is empty."
    )
    #expect(try roundTripped(Good.egg) == .egg)
  }

  @Test func `A value too large to be kept is refused with the good and its price`() throws {
    let book = try PriceBook([.ewe: ["2016-01-01": Money(fen: .max)]])
    #expect(try book.value(of: 1, .ewe, on: "2016-01-01") == Money(fen: .max))
    let error = #expect(throws: BenefitError.self) { try book.value(of: 2, .ewe, on: "2016-01-01") }
    #expect(error?.code == .overflow)
    #expect(
      error?.description
        == "Good \"ewe\", 2016-01-01: 2 at 92,233,720,368,547,758.07 each are worth more than 64 bits "
        + "can hold. Check the number and the price."
    )
  }
}

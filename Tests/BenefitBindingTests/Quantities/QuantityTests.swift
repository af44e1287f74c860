import BenefitBinding
import TestSupport
import Testing

struct QuantityTests {
  @Test(arguments: [
    Quantity.Unit.egg, .head, .household, .mu, .jin, .kilogram, .tonne, .month, .day, .worker,
    .person, .share, .kilowattHour, Quantity.Unit("亩"), Quantity.Unit("толгой"),
    Quantity.Unit("working day"), Quantity.Unit("\u{301}"),
  ])
  func `What is printed can be read back`(_ unit: Quantity.Unit) throws {
    var random = SplitMix64(seed: 1)
    let random64 = (0..<100).map { _ in
      Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random)
    }
    for thousandths in [.min, .max, -1_000, -1, 0, 1, 10, 100, 1_000, 10_000] + random64 {
      let quantity = Quantity(thousandths: thousandths, unit)
      #expect(try Quantity(parsing: quantity.description) == quantity)
      #expect(try roundTripped(quantity) == quantity)
    }
  }

  @Test(arguments: [
    (1_250_500, "1,250.5 kg"), (1_000, "1 kg"), (10_000, "10 kg"), (100_000_000, "100,000 kg"),
    (5, "0.005 kg"), (-1_010, "-1.01 kg"), (0, "0 kg"),
    (Int64.min, "-9,223,372,036,854,775.808 kg"), (.max, "9,223,372,036,854,775.807 kg"),
  ])
  func `Numbers print without needless zeros`(_ thousandths: Int64, _ text: String) {
    #expect(Quantity(thousandths: thousandths, .kilogram).description == text)
  }

  @Test(arguments: [
    ("0.5 mu", 500), ("1,250.5 mu", 1_250_500), ("-3 mu", -3_000), ("3.000 mu", 3_000),
  ])
  func `Text is read exactly`(_ text: String, _ thousandths: Int64) throws {
    #expect(try Quantity(parsing: text) == Quantity(thousandths: thousandths, .mu))
  }

  @Test(arguments: [
    ("", BenefitError.Code.malformed, "does not name its unit"),
    (" ", .malformed, "does not name its unit"),
    ("5", .malformed, "does not name its unit"),
    ("5 ", .malformed, "does not name its unit"),
    ("5mu", .malformed, "does not name its unit"),
    (" mu", .malformed, "is not a number"),
    ("mu 5", .malformed, "is not a number"),
    (" 5 mu", .malformed, "is not a number"),
    ("1,00 mu", .malformed, "is not a number"),
    ("1e3 egg", .malformed, "is not a number"),
    ("0.0005 mu", .tooFine, "has more decimals than can be kept"),
    ("9223372036854775.808 mu", .overflow, "is too large to be kept exactly"),
  ])
  func `Anything else is refused with its reason`(
    _ text: String,
    _ code: BenefitError.Code,
    _ reason: String
  ) throws {
    let error = #expect(throws: BenefitError.self) { try Quantity(parsing: text) }
    #expect(error?.code == code)
    let sentence =
      "\"\(text)\" \(reason). "
      + "Write a number with at most three decimals and a unit, such as 0.5 mu."
    #expect(error?.description == sentence)
    #expect(try decodingProblem(Quantity.self, from: try json(text)) == sentence)
  }

  @Test func `Files carry one text for a quantity and for a unit`() throws {
    #expect(try json([Quantity(thousandths: 500, .mu)]) == #"["0.5 mu"]"#)
    #expect(try json([Quantity.Unit.kilowattHour]) == #"["kWh"]"#)
    #expect(
      try decodingProblem(Quantity.Unit.self, from: #""""#)
        == "Unit needs a name; this one is empty."
    )
  }

  @Test func `Quantities of one unit add up`() {
    let garden: Quantity = "0.5 mu"
    #expect(garden + garden == Quantity(1, .mu))
    #expect(garden + "-0.5 mu" == Quantity(0, .mu))
    #expect(garden - "0.75 mu" == "-0.25 mu")
  }

  @Test func `Sums that mean nothing stop with a sentence`() async {
    let units = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Quantity(1, .mu) + Quantity(1, .jin)
    }
    #expect(
      output(units?.standardErrorContent, says: "1 mu and 1 jin have different units and no sum.")
    )
    let rest = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Quantity(1, .mu) - Quantity(1, .jin)
    }
    #expect(
      output(
        rest?.standardErrorContent,
        says: "1 mu and 1 jin have different units and no difference."
      )
    )
    let count = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Quantity(.max, .egg)
    }
    #expect(
      output(
        count?.standardErrorContent,
        says: "9223372036854775807 egg is more than 64 bits of thousandths can hold."
      )
    )
    let unit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Quantity.Unit("")
    }
    #expect(output(unit?.standardErrorContent, says: "Unit needs a name; this one is empty."))
  }
}

import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct RegisterAccuracyTests {
  private static func register(_ statuses: [Status], _ persons: [Int]) throws -> Register {
    try Register(
      ids: statuses.indices.map { "H-\(100 + $0)" },
      gaqas: statuses.map { _ in "G" },
      persons: persons,
      statuses: statuses
    )
  }

  @Test func `Each rate has its own denominator`() throws {
    let register = try Self.register(
      [.belowNationalLine, .exited, .exited, .notPoor, .notPoor, .atRisk],
      [5, 3, 97, 2, 150, 48]
    )
    let incomes = try Incomes(
      // Below, below, at, below, above and at the line of 10 a person.
      [49, 29, 970, 19, 1_501, 480].map { Money(fen: $0) },
      persons: [5, 3, 97, 2, 150, 48]
    )
    let rates = try RegisterAccuracy(of: register, earning: incomes, below: Money(fen: 10))
    #expect(rates.missed == Population(households: 1, persons: 2))
    #expect(rates.missedRate == .exact(Ratio(2, 200)))
    #expect(rates.wrongExitRate == .exact(Ratio(3, 100)))
    #expect(rates.compositeRate == .exact(Ratio(5 + 2 + 3, 305)))
    // At 1 % the missed rate passes; 3 % wrongly let go does not.
    #expect(!rates.isWithinLimits)
    let larger = try RegisterAccuracy(
      of: register,
      earning: incomes,
      below: Money(fen: 10),
      ruralPersons: 1_000
    )
    #expect(larger.compositeRate == .exact(Ratio(1, 100)))
    let byRisk = try RegisterAccuracy(
      of: register,
      earning: incomes,
      below: Money(fen: 10),
      registered: [.belowNationalLine, .exited],
      exited: [.atRisk]
    )
    #expect(byRisk.registered.persons == 105 && byRisk.exited.persons == 48)
    #expect(byRisk.wrongExitRate == .exact(0) && byRisk.missedRate == .exact(Ratio(2, 152)))
    #expect(!byRisk.isWithinLimits)
  }

  @Test(arguments: 1...4, 1...4)
  func `The limits are met at, and not above, them`(missed: Int, wrong: Int) throws {
    let persons = [99, 98, missed, wrong]
    let register = try Self.register([.notPoor, .exited, .notPoor, .exited], persons)
    let incomes = try Incomes([.yuan(9_999), .yuan(9_999), .zero, .zero], persons: persons)
    let rates = try RegisterAccuracy(of: register, earning: incomes, below: Money(fen: 1))
    #expect(
      rates.isWithinLimits == (100 * missed <= 99 + missed && 100 * wrong <= 2 * (98 + wrong))
    )
  }

  @Test func `Nobody is no rate, and other households are refused`() throws {
    let register = try Self.register([.belowNationalLine], [2])
    let incomes = try Incomes([.zero], persons: [2])
    let rates = try RegisterAccuracy(of: register, earning: incomes, below: Money(fen: 1))
    #expect(rates.missedRate == .undefined(.nobody))
    #expect(rates.wrongExitRate == .undefined(.nobody))
    #expect(rates.compositeRate == .exact(1) && rates.isWithinLimits)

    func refusal(_ incomes: Incomes, among ruralPersons: Int64? = nil) -> String? {
      do {
        _ = try RegisterAccuracy(
          of: register,
          earning: incomes,
          below: Money(fen: 1),
          ruralPersons: ruralPersons
        )
        return nil
      } catch {
        return error.description
      }
    }
    #expect(refusal(try Incomes([]))?.contains("0 incomes for 1 households") == true)
    #expect(refusal(try Incomes([.zero], persons: [3]))?.contains("Row 1") == true)
    #expect(refusal(incomes, among: 2) == nil)
    for rural in [-1, 0, 1] as [Int64] {
      #expect(refusal(incomes, among: rural)?.contains(" is smaller than the 2 persons") == true)
    }
  }
}

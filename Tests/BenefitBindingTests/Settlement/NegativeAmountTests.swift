import BenefitBinding
import TestSupport
import Testing

/// Amounts below zero, which pay nothing and are reported once for each line.
struct NegativeAmountTests {
  private static let two = [
    Household("A-1", gaqa: "A", persons: 1), Household("B-1", gaqa: "B", persons: 4),
  ]

  private func settle(_ clause: Clause) throws -> Settlement {
    try Terms(name: "s") { clause }.settle(
      Season(2016) {
        $0[.profit] = .yuan(-5)
        $0[.marketPrice] = "-1.50"
      },
      for: Register(Self.two)
    )
  }

  @Test func `A payment below zero pays nothing and is reported once`() throws {
    let settlement = try settle(
      .payment(
        Payment("bonus", each: .yuan(2) - .each(.yuan(1), per: .persons), as: .transfer)
      )
    )
    #expect(settlement.gross(at: 0) == .yuan(1) && settlement.gross(at: 1) == .zero)
    #expect(
      settlement.noticeTexts == ["s, bonus: what came to -2.00 is below zero and pays nothing."]
    )
    #expect(
      settlement.derivation("bonus", 1) == """
        0.00 = -2.00 is below zero and pays nothing
          -2.00 = 2.00 - (persons x 1.00)
            4.00 = persons x 1.00
              4 persons = persons
        """
    )
    let all = try settle(.payment(Payment("cost", each: .fact(.profit), as: .cost)))
    #expect(all.costs == .zero && all.net == .zero)
    #expect(all.notices.map(\.amount) == [.yuan(-10)])
  }

  @Test func `A price or a wage below zero pays nothing`() throws {
    let sold = try settle(
      .purchase(Purchase("eggs", of: .persons, at: .fact(.marketPrice), inputs: .fact(.profit)))
    )
    #expect(sold.gross == .zero && sold.costs == .zero)
    #expect(sold.notices.map(\.line) == ["eggs", "eggs: inputs"])
    #expect(sold.notices.map(\.amount) == ["-7.50", .yuan(-10)])
    #expect(sold.notices.allSatisfy { $0.code == .negativeAmount && $0.gaqa == nil })
    let worked = try settle(
      .employment(Employment("job", work: .persons, pay: .fact(.profit), where: .gaqa("A")))
    )
    #expect(worked.gross == .zero)
    // The other gaqa's households do not work, so nothing of theirs is below zero.
    #expect(worked.notices.map(\.amount) == [.yuan(-5)])
  }

  @Test func `A claim or a tier below zero takes nothing from its pot`() throws {
    let settlement = try settle(
      .distribution(
        Distribution(of: .yuan(100)) {
          Tier(each: .fact(.profit), as: .transfer, named: "award")
          Tier(.fact(.profit), by: .household, as: .property, named: "dues")
          Tier(.fact(.profit), to: .reserve)
          Tier(.rest, by: .person, as: .property)
        }
      )
    )
    #expect(settlement.gross == .yuan(100))
    #expect(settlement.notices.map(\.line) == ["dividend: award", "dividend: dues", "reserve"])
    #expect(settlement.notices.map(\.amount) == [.yuan(-10), .yuan(-5), .yuan(-5)])
    #expect(
      settlement.derivation("dividend: award", 1) == """
        0.00 = -5.00 is below zero and pays nothing
          -5.00 = profit
        """
    )
    #expect(
      settlement.derivation("dividend: dues", 1) == """
        0.00 = nothing, as there was nothing to share
          0.00 = -5.00 is below zero and takes nothing
            -5.00 = profit
        """
    )
  }

  @Test func `What is below zero in all must fit like any sum`() throws {
    let terms = Terms(name: "s") { Payment("p", each: .fact(.profit), as: .cost) }
    let season = Season(2016) { $0[.profit] = Money(fen: .min) }
    #expect(try terms.settle(season, for: likeHouseholds(1)).costs == .zero)
    #expect(
      terms.refusal(season, try likeHouseholds(2))
        == "Scheme \"s\", clause \"p\", what \"p\" is below zero in all: it is too large to be kept "
        + "exactly in 64 bits."
    )
  }
}

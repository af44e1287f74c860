import BenefitBinding
import TestSupport
import Testing

struct LoanErrorTests {
  /// The text of the error that making a loan ends with, or `made` where it does not.
  private func refusal(
    of principal: Money = .yuan(100),
    at rate: Ratio = "1%",
    over periods: Int = 12,
    repaid repayment: LoanSchedule.Repayment = .equalInstalments,
    grace: Int = 0,
    subsidy: LoanSchedule.Subsidy = .none
  ) -> String {
    do {
      _ = try LoanSchedule(
        of: principal,
        at: rate,
        over: periods,
        repaid: repayment,
        grace: grace,
        subsidy: subsidy
      )
      return "made"
    } catch {
      return error.description
    }
  }

  @Test func `A loan lends something over some periods`() {
    #expect(
      refusal(of: .zero) == "A loan of 0.00 yuan has nothing to repay. Lend more than zero."
    )
    #expect(
      refusal(over: 0)
        == "A loan cannot run for 0 periods. Give from 1 to 1200, which is a hundred years of "
        + "months."
    )
    #expect(refusal(over: 1_200) == "made")
    #expect(refusal(over: 1_201).hasPrefix("A loan cannot run for 1201 periods."))
  }

  @Test func `Grace leaves a period to repay in`() {
    #expect(
      refusal(grace: 12)
        == "A loan of 12 periods cannot have a grace of 12. Grace is counted within the periods and "
        + "leaves at least one to repay in."
    )
    #expect(
      refusal(grace: -1).hasPrefix(
        "A loan of 12 periods cannot have a grace of -1."
      )
    )
    #expect(refusal(grace: 11) == "made")
  }

  @Test func `Rates and subsidies are within their bounds`() {
    #expect(
      refusal(at: "-1%")
        == "The rate -1/100 is below zero. A loan bears a rate of zero or more."
    )
    #expect(
      refusal(subsidy: .fraction("101%"))
        == "A subsidy cannot pay 101/100 of the interest. Give a fraction from 0 to 1."
    )
    #expect(refusal(subsidy: .fraction("-1%")).hasPrefix("A subsidy cannot pay -1/100"))
    #expect(
      refusal(subsidy: .borrowerRate("2%"))
        == "A borrower's rate of 1/50 does not go with a rate of 1/100. Give one from 0 to the "
        + "whole rate; the subsidy is the difference."
    )
    #expect(refusal(subsidy: .borrowerRate("-1%")).hasPrefix("A borrower's rate of -1/100"))
    #expect(refusal(subsidy: .borrowerRate("1%")) == "made")
  }

  /// Where a sum, an instalment, an interest and its subsidised part leave 64 bits.
  @Test func `What leaves 64 bits is refused`() {
    let most = Money(fen: .max)
    let text =
      "A loan of \(most) yuan pays is too large to be kept exactly in 64 bits of fen."
    #expect(refusal(of: most) == "What \(text.prefix(1).lowercased())\(text.dropFirst())")
    #expect(refusal(of: most, at: 0) == "made")
    let steep = Ratio(.max)
    for repayment in LoanSchedule.Repayment.allCases {
      for subsidy in [LoanSchedule.Subsidy.none, .fraction("1/2"), .borrowerRate("1%")] {
        #expect(
          refusal(of: most, at: steep, repaid: repayment, subsidy: subsidy).hasPrefix("What a loan")
        )
      }
    }
    #expect(refusal(of: "0.01", at: Ratio(1, .max), over: 1_200) == "made")
  }

  @Test func `Stored terms are checked again`() throws {
    let loan = try LoanSchedule(of: .yuan(100), at: "1%", over: 12)
    let stored = try json(loan).replacing("\"periods\":12", with: "\"periods\":0")
    #expect(try decodingProblem(LoanSchedule.self, from: stored) == refusal(over: 0))
  }

  @Test func `Stored terms may leave out what is not agreed`() throws {
    let loan = try LoanSchedule(of: .yuan(100), at: "1%", over: 12)
    var stored = try json(loan)
    for part in [
      "\"grace\":0,", "\"isGraceInterestFree\":false,", "\"isPaidInAdvance\":false,",
      ",\"subsidy\":{\"none\":{}}",
    ] {
      #expect(stored.contains(part))
      stored.replace(part, with: "")
    }
    #expect(try decoded(LoanSchedule.self, from: stored) == loan)
  }
}

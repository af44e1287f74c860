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
    inAdvance isPaidInAdvance: Bool = false,
    grace: Int = 0,
    graceInterest: LoanSchedule.GraceInterest = .paid,
    balloon: Money = .zero,
    accruing accrual: LoanSchedule.Accrual = .byPeriod,
    subsidy: LoanSchedule.Subsidy = .none,
    in language: Language = .english
  ) -> String {
    do {
      _ = try LoanSchedule(
        of: principal,
        at: rate,
        over: periods,
        repaid: repayment,
        inAdvance: isPaidInAdvance,
        grace: grace,
        graceInterest: graceInterest,
        balloon: balloon,
        accruing: accrual,
        subsidy: subsidy
      )
      return "made"
    } catch {
      return error.text(in: language)
    }
  }

  @Test func `A loan lends something over some periods`() {
    #expect(
      refusal(of: .zero) == "A loan of 0.00 has nothing to repay. Lend more than zero."
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

  @Test func `A balloon is a part of the principal`() {
    #expect(refusal(balloon: .yuan(100)) == "made")
    #expect(
      refusal(balloon: "100.01")
        == "A loan of 100.00 cannot keep 100.01 for the last payment. A balloon is a part of "
        + "the principal; give from zero to all of it."
    )
    #expect(
      refusal(balloon: "100.01", in: .simplifiedChinese)
        == "本金 100.00 的贷款不能留 100.01 到最后一期偿还。尾款是本金的一部分；请填零到全部本金。"
    )
    #expect(refusal(balloon: "-0.01").hasPrefix("A loan of 100.00 cannot keep -0.01 for"))
  }

  /// Each with the place, and the sentence in the other language.
  @Test func `Due days follow one another, one for each period`() {
    func refusal(
      due: [Day],
      _ count: DayCount = .actualActual,
      inAdvance: Bool = false,
      at rate: Ratio = "1%",
      subsidy: LoanSchedule.Subsidy = .none
    ) -> [String] {
      [Language.english, .simplifiedChinese].map {
        self.refusal(
          at: rate,
          over: 2,
          inAdvance: inAdvance,
          accruing: .byDays(count, from: "2016-01-30", due: due),
          subsidy: subsidy,
          in: $0
        )
      }
    }
    let made = ["made", "made"]
    #expect(refusal(due: ["2016-02-29", "2016-03-30"]) == made)
    #expect(
      refusal(due: ["2016-02-29"]) == [
        "A loan of 2 periods has 1 due day. Give one day for each period.",
        "贷款共 2 期，却有 1 个还款日。请为每期填一个还款日。",
      ]
    )
    #expect(
      refusal(due: ["2016-01-29", "2016-03-30"]) == [
        "2016-01-29: a payment is due before the day of the loan, 2016-01-30. Give the due days in "
          + "order.",
        "2016-01-29：还款日早于放款日 2016-01-30。请按先后顺序填还款日。",
      ]
    )
    #expect(
      refusal(due: ["2016-02-29", "2016-02-28"]) == [
        "2016-02-28: a payment is due before the one of 2016-02-29. Give the due days in order.",
        "2016-02-28：还款日早于前一个还款日 2016-02-29。请按先后顺序填还款日。",
      ]
    )
    let empty = [
      "2016-01-31: the period from 2016-01-30 has no day to bear interest. Give a later due day; by "
        + "30E/360 the 31st of a month is none.",
      "2016-01-31：从 2016-01-30 起的这一期没有计息天数。请填更晚的还款日；按 30E/360 计，每月 31 日不算一天。",
    ]
    #expect(refusal(due: ["2016-01-31", "2016-03-30"], .thirtyE360) == empty)
    #expect(refusal(due: ["2016-01-31", "2016-03-30"], .actual365) == made)
    #expect(refusal(due: ["2016-02-29", "2016-02-29"])[0].hasPrefix("2016-02-29: the period from"))
    // A payment at the beginning is made on the day of the loan, and holds no interest.
    #expect(refusal(due: ["2016-01-30", "2016-03-30"], inAdvance: true) == made)
    #expect(refusal(due: ["2016-01-30", "2016-03-30"])[0].hasPrefix("2016-01-30: the period from"))
    #expect(
      refusal(due: ["2016-02-29", "2016-03-30"], inAdvance: true) == [
        "2016-02-29: the first payment is due after the day of the loan, 2016-01-30. Payments at "
          + "the beginning of each period start on the day of the loan.",
        "2016-02-29：第一个还款日晚于放款日 2016-01-30。期初还款的贷款，第一个还款日就是放款日。",
      ]
    )
    let fine = Ratio(1, 9_223_372_036_854_775_783)
    let tooFine = [
      "2016-02-29: 5/61 of the rate 1/9223372036854775783 cannot be kept exactly. Give a rate of "
        + "fewer digits.",
      "2016-02-29：利率 1/9223372036854775783 的 5/61 无法精确保存。请填位数较少的利率。",
    ]
    #expect(refusal(due: ["2016-02-29", "2016-03-30"], at: fine) == tooFine)
    #expect(
      refusal(due: ["2016-02-29", "2016-03-30"], subsidy: .borrowerRate(fine)) == tooFine
    )
    #expect(refusal(due: ["2016-02-29", "2016-03-30"], at: "-1%")[0].hasPrefix("The rate -1/100"))
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
      "A loan of \(most) pays is too large to be kept exactly in 64 bits."
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
    // Interest that is capitalised without end.
    #expect(
      refusal(at: 2, over: 60, grace: 59, graceInterest: .capitalised).hasPrefix("What a loan")
    )
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
      "\"accrual\":{\"byPeriod\":{}},", "\"balloon\":\"0.00\",", "\"grace\":0,",
      "\"graceInterest\":\"paid\",", "\"isPaidInAdvance\":false,",
      ",\"subsidy\":{\"none\":{}}",
    ] {
      #expect(stored.contains(part))
      stored.replace(part, with: "")
    }
    #expect(try decoded(LoanSchedule.self, from: stored) == loan)
  }
}

import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

struct StatisticTests {
  private static let yuan = Statistic.money(.yuan(1))

  @Test func `Statistics of money are money`() throws {
    let incomes = try Incomes([.yuan(3_000), .yuan(9_000), .yuan(16_000)], persons: [3, 2, 2])
    #expect(incomes.mean.money(.halfUp(to: .yuan)) == .yuan(4_000))
    #expect(incomes.quantile(.percent(50)).money(.halfUp(to: .fen)) == .yuan(4_500))
    let line = (incomes.quantile(.percent(50)) * .exact("60%")).money(.halfUp(to: .fen))
    #expect(line == .yuan(2_700))
    let all: [Statistic] =
      [incomes.mean] + Quantile.allCases.map { incomes.quantile(.percent(20), $0) }
    for statistic in all { #expect(statistic.description.hasSuffix(" yuan")) }
    #expect(incomes.mean.description == "4000 yuan" && incomes.mean.text(decimals: 2) == "4,000.00")
    #expect(!incomes[.gini].description.contains("yuan"))
    #expect(incomes[.gini].money(.halfUp(to: .fen)) == nil)
    #expect(try Incomes([], persons: []).mean == .undefined(.nobody))
  }

  @Test func `Arithmetic keeps what is counted`() {
    let (two, money) = (Statistic.exact(2), Statistic.money("12.50"))
    #expect(money + money == .money(.yuan(25)))
    #expect(money - money == .money(.zero))
    #expect(two * money == .money(.yuan(25)) && money * two == two * money)
    #expect(money + .undefined(.noPoor) == .undefined(.noPoor))
    #expect((money * money).description == "625/4 yuan^2")
    #expect((money * money).money(.halfUp(to: .fen)) == nil)
    #expect(Statistic.number(0.1) * money == Self.yuan * .number(1.25))
    #expect(money != .exact("25/2"))
  }

  @Test func `Money and numbers are not added up`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Statistic.exact("1/2") + .money(.yuan(3))
    }
    #expect(output(result?.standardErrorContent, says: "1/2 and 3 yuan cannot be added up"))
  }

  @Test func `Money keeps its currency in arithmetic, and currencies are not mixed`() async throws {
    let dollars = Statistic.money("12.50", in: .usDollar)
    #expect(dollars.description == "25/2 US dollars" && dollars != .money("12.50"))
    #expect((dollars * .exact("2/25")).description == "1 US dollar")
    #expect((dollars - dollars).text(in: .simplifiedChinese) == "0 美元")
    #expect(dollars.money(.halfUp(to: .fen)) == "12.50")
    let sum = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Statistic.money(.yuan(1), in: .usDollar) + .money(.yuan(3))
    }
    #expect(output(sum?.standardErrorContent, says: "1 US dollar and 3 yuan cannot be added up"))
    let product = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Statistic.money(.yuan(2), in: .usDollar) * .money(.yuan(3))
    }
    #expect(output(product?.standardErrorContent, says: "nothing converts one currency"))
  }

  @Test(
    arguments: [
      (12.5, "12.50", "12.50", "12.50"), (0.29, "0.29", "0.29", "0.29"),
      (1.005, "1.00", "1.01", "1.01"), (-1.005, "-1.00", "-1.01", "-1.01"),
      (1e-5, "0.00", "0.00", "0.01"), (-1e-300, "0.00", "0.00", "-0.01"),
      (90_000_000_000_000_000, "90000000000000000", "90000000000000000", "90000000000000000"),
      (1.25e16, "12500000000000000", "12500000000000000", "12500000000000000"),
    ] as [(Double, Money, Money, Money)]
  )
  func `Rounded numbers of yuan are amounts of money`(
    number: Double,
    down: Money,
    nearest: Money,
    up: Money
  ) {
    let statistic = Self.yuan * .number(number)
    #expect(statistic.money(.down(to: .fen)) == down)
    #expect(statistic.money(.halfUp(to: .fen)) == nearest)
    #expect(statistic.money(.up(to: .fen)) == up)
  }

  @Test func `What is no money gives no amount`() {
    for number in [1e17, -1e300, .infinity, -.infinity] as [Double] {
      #expect((Self.yuan * .number(number)).money(.halfUp(to: .fen)) == nil)
    }
    #expect(Statistic.number(12.5).money(.halfUp(to: .fen)) == nil)
    #expect(Statistic.exact(12).money(.halfUp(to: .fen)) == nil)
    #expect(Statistic.undefined(.nobody).money(.halfUp(to: .fen)) == nil)
    #expect(Statistic.number(.nan) == .undefined(.indeterminate))
  }

  @Test func `A statistic is shown with decimals, or with the reason that there is none`() {
    #expect(Statistic.exact("2/3").text(decimals: 3) == "0.667")
    #expect(Statistic.exact("-1/8").text(decimals: 2) == "-0.13")
    #expect(Statistic.number(0.0136).text(decimals: 3) == "0.014")
    #expect(Statistic.number(.infinity).text(decimals: 3) == "infinite")
    #expect(Statistic.undefined(.noPoor).text(decimals: 3) == "undefined: nobody is poor")
    #expect(Statistic.undefined(.noPoor).value == nil)
    #expect(Statistic.exact("1/2").value == 0.5)
    let infinite = Statistic.number(.infinity)
    #expect(infinite - infinite == .undefined(.indeterminate))
    #expect(infinite * .exact(.zero) == .undefined(.indeterminate))
    #expect(infinite + .undefined(.noPoor) == .undefined(.noPoor))
    #expect(.exact("1/2") - .exact("1/3") == Statistic.exact("1/6"))
  }
}

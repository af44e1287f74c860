import BenefitAssessment
import BenefitBinding
import TestSupport
import Testing

/// Samples by hand, and weights that are none.
struct WeightsTests {
  @Test func `Weights of one are none`() throws {
    let population = RandomPopulation(seed: 3)
    let ones = population.fen.map { _ in Ratio(2, 2) }
    let incomes = try Incomes(
      population.fen.map(Money.init(fen:)),
      persons: population.persons,
      weights: ones
    )
    #expect(incomes == (try population.incomes))
  }

  /// By hand: 20 households of three persons with 3,000 each, 2½ of two with 6,000 each.
  @Test func `Parts of a household are kept exactly, and shown half up`() throws {
    let incomes = try Incomes(
      [.yuan(9_000), Money(fen: 1_200_001)],
      persons: [3, 2],
      weights: [20, "5/2"]
    )
    #expect(incomes.personCount == 65 && incomes.householdCount == 23)
    #expect(incomes.total == "210000.03")
    #expect(incomes.mean.ratio == Ratio(42_000_005, 13_000))
    let poverty = incomes.poverty(below: .yuan(3_335))
    #expect(poverty.poor == Population(households: 20, persons: 60))
    #expect(poverty[.headcount] == .exact("12/13"))
    #expect(poverty.totalGap == .yuan(60 * 335))
    #expect(poverty[.povertyGap] == .exact(Ratio(60 * 335, 65 * 3_335)))
    // With q = 60 of 65 persons and the Gini index 0 of the poor, H·I, and that of Thon: Σg(2·65 +
    // 1 - 60).
    #expect(poverty[.senFinite] == poverty[.povertyGap])
    #expect(poverty[.thonFinite] == .exact(Ratio(67 * 60 * 71, 667 * 65 * 66)))
    #expect(incomes.quantile("12/13") == .money(.yuan(3_000)))
    #expect(incomes.quantile("12/13", .upper) == .exact("1200001/200") * .money(.yuan(1)))
    let targeting = try incomes.targeting(of: [.yuan(1), .yuan(2)], below: .yuan(3_335))
    #expect(targeting.toPoor == .yuan(20) && targeting.curve.total == .yuan(25))
    #expect(targeting.othersReached.text(in: .english) == "3 households, 5 persons")
    #expect(targeting[.coverage(.households)] == .exact(1))
    #expect(targeting[.leakage] == .exact("1/5"))
    #expect(targeting[.inclusionError(.households)] == .exact("1/9"))
    #expect(incomes[.giniCorrected(.households)] == incomes[.gini] * .exact(2))
    // The observations weigh 60/65 and 5/65, so 1 - Σw² = 600/4225.
    #expect(incomes[.giniCorrectedForWeights] == incomes[.gini] * .exact("4225/600"))
  }

  @Test func `A register may be a sample`() throws {
    let register = try Register([
      Household("A", gaqa: "G", persons: 2, status: .exited, baselineIncome: .yuan(4_000)),
      Household("B", gaqa: "G", persons: 3, status: .notPoor, baselineIncome: .yuan(12_000)),
    ])
    let incomes = try Incomes(register, weights: [3, "1/2"])
    #expect(incomes.personCount == 8 && incomes.mean == .money(.yuan(2_400)))
    let rates = try RegisterAccuracy(of: register, earning: incomes, below: .yuan(2_500))
    #expect(rates.wronglyExited == Population(households: 3, persons: 6))
    #expect(rates.compositeRate == .exact("4/5"))
    let rural = try RegisterAccuracy(
      of: register,
      earning: incomes,
      below: .yuan(2_500),
      ruralPersons: 60
    )
    #expect(rural.compositeRate == .exact("1/10"))
  }

  @Test func `Weights are stored with the incomes`() throws {
    let incomes = try Incomes([.yuan(1), .yuan(2)], weights: ["3/2", 0])
    #expect(try roundTripped(incomes) == incomes)
    let problem = try decodingProblem(
      Incomes.self,
      from: #"{"fen":[1],"persons":[1],"weights":["-1"]}"#
    )
    #expect(problem?.contains("Row 1: the weight is -1.") == true)
  }

  @Test func `Populations in different parts are added up exactly`() throws {
    func poor(_ weight: Ratio) throws -> Population {
      try Incomes([.zero], persons: [1], weights: [weight]).poverty(below: .yuan(1)).poor
    }
    let (third, sixth) = (try poor("1/3"), try poor("1/6"))
    #expect(third.persons == 0 && sixth.persons == 0)
    let whole = try poor(1)
    #expect((third + sixth).persons == 1 && third + sixth + sixth + third == whole)
    #expect(third - sixth == sixth && third != sixth)
    #expect(Set([third - sixth, sixth]).count == 1)
  }

  @Test func `Weights that are none are refused with place and advice`() throws {
    func refusal(_ weights: [Ratio], _ incomes: [Money] = [.yuan(1), .yuan(2)]) -> [String] {
      do {
        _ = try Incomes(incomes, weights: weights)
        return ["made"]
      } catch {
        return [error.text(in: .english), error.text(in: .simplifiedChinese)]
      }
    }
    #expect(
      refusal([1, "-1/2"]) == [
        "Row 2: the weight is -1/2. "
          + "Give the number of households that this one stands for, zero or more.",
        "行 2：权数为 -1/2。请填写该户所代表的户数，不得低于零。",
      ]
    )
    #expect(
      refusal([0, 0]) == [
        "All weights are zero. Give at least one household a weight above zero.",
        "权数全部为零。请至少为一户填写大于零的权数。",
      ]
    )
    #expect(
      refusal([1])[0] == "There are 1 weights for 2 households. Give one for each household."
    )
    #expect(
      refusal([Ratio(1, 4_000_000_007), Ratio(1, 4_000_000_009)])[0]
        == "Row 2: the weights up to here have no common denominator that 64 bits hold. "
        + "Round the weights to a few decimals."
    )
    #expect(
      refusal([Ratio(.max), 1])[0]
        == "The sum of incomes is too large to be kept exactly in 64 bits. "
        + "Check the amounts and the weights, or round the weights to fewer decimals."
    )
    #expect(
      refusal([Ratio(1 << 61), 1], [.zero, .zero])[0].hasPrefix(
        "The number of persons is too large"
      )
    )
    let sample = try Incomes([.yuan(1), .yuan(2)], weights: [1, 2])
    let other = try Incomes([.yuan(1), .yuan(2)])
    do {
      _ = try Redistribution(from: sample, to: other)
      Issue.record("compared")
    } catch {
      #expect(
        error.description == "Row 2: the household has the weight 2 before and 1 after. "
          + "Compare incomes of the same sample with the same weights."
      )
    }
    #expect(throws: BenefitError.self) {
      try FiscalImpoverishment(from: other, to: sample, below: .yuan(1))
    }
    #expect(throws: BenefitError.self) {
      try sample.concentration(of: [.zero, Money(fen: .max / 2 + 1)])
    }
  }
}

import BenefitBinding
import BenefitLedgers
import Foundation
import TestSupport

/// Terms whose contracts are read: each named model with all that it can say.
enum ContractSample {
  private static let funding: Funding = [
    .contribution(
      .yuan(500_000),
      from: .fiscalReliefFund,
      disposition: .returned(on: "2019-12-31")
    ),
    .contribution(
      .yuan(300_000),
      from: .reliefLoan,
      gaqa: "甲",
      interest: "4.35%",
      subsidised: .percent(50),
      disposition: .householdTitle
    ),
    .contribution(.yuan(60_000), from: .householdFunds, disposition: .returned(on: nil)),
    .contribution(.yuan(70_000), from: .industrialReliefFund, householdShare: "1/3"),
    .contribution(.yuan(80_000), from: .specialFund, interest: "2%", disposition: .collectiveTitle),
    .contribution(.yuan(90_000), from: .enterprise, disposition: .usedUp),
    .contribution(.yuan(10_000), from: .reliefLoan, interest: "3%", subsidised: .whole),
  ]

  private static let floor = Amount.fraction("5%", of: .stake)
  private static let land = QuantityFormula.measure(.landArea)

  static let models: [Terms] = [
    Shareholding(
      name: "合作社",
      members: .status(.belowNationalLine, .exited) && !.gaqa("乙"),
      funding: funding,
      dividend: floor + .fraction("29%", of: .excess(of: .profit, over: floor))
    ).organised(as: OrganisationMode([.init("合作社", "丙", keeps: "1/10", does: "养羊")])),
    CollectiveEconomy(
      name: "集体经济",
      funding: funding,
      returns: .fact(.projectReturn),
      collectiveUses: [(.reserve, .percent(30)), (.publicPosts, .percent(20))],
      scope: .gaqa,
      apportionment: .whole(.yuan)
    ).terms,
    Tourism(
      name: "旅游",
      produce: [
        Purchase("菜", of: .measure(.produceDelivered), at: .fact(.marketPrice), inputs: "0.40")
      ],
      jobs: [
        Employment(
          "保洁",
          work: .measure(.monthsWorked),
          pay: .fact(.monthlyWage),
          displaced: .yuan(100),
          where: .atLeast(.measure(.workers), "1 worker")
        )
      ],
      takings: .fraction("7%", of: .fact(.takings))
    ).terms,
    ECommerce(
      name: "电商",
      givenFree: .each("8.00", per: .measure(.headsInKeeping)),
      produce: Purchase(
        "蛋",
        of: .measure(.eggsDelivered),
        at: .greater(of: "1.00", .fact(.marketPrice))
      ),
      sales: .fact(.platformSales),
      platformCosts: .each("0.15", per: .measure(.eggsDelivered)),
      marginFraction: .percent(20),
      marginKey: .measure(.eggsDelivered)
    ).terms,
    HouseholdLoan(
      name: "贷款",
      use: .lentOn(coupon: "10%", retained: .percent(40)),
      subsidised: .percent(50),
      principalDue: .fact(.principalDue),
      retainedEarns: true
    ).terms,
    HouseholdLoan(
      name: "企用",
      use: .lentOnFor(coupon: .yuan(3_500), retained: "1/3"),
      principalDue: .fact(.principalDue),
      liability: Liability(repaidBy: .leadEntity, borneBy: Account("风险金"))
    ).terms,
    HouseholdLoan(
      name: "自用",
      use: .atHome(returns: .fact(.returnOnUse)),
      interestDue: .fact(.interestDue)
    ).terms,
    EntrustedBreeding(name: "代养", feePerHead: .yuan(200)).terms,
    EntrustedBreeding(name: "分成", batchShare: .percent(60), bearsLoss: true).terms,
    LandAdoption(
      name: "认养",
      fee: .yuan(200),
      guaranteed: "22 jin",
      replacement: "4.00",
      surplusPrice: "3.00",
      costs: .fact(.adoptionCosts),
      rent: .each(.yuan(600), per: land),
      labour: .each(.yuan(100), per: .measure(.memberDays)),
      marginFraction: .percent(40),
      marginKey: .need(below: .yuan(3_335))
    ).terms,
    ConsumptionAssistance(
      name: "消费帮扶",
      price: .yuan(117),
      otherwise: .yuan(90),
      variableCost: .yuan(3)
    )
    .terms,
    ConsumptionAssistance.recorded("消费帮扶"),
    LeadEntitySubsidy(name: "补助", perHousehold: .yuan(5_000), cap: .yuan(2_000_000)).terms,
    PublicGood(name: "服务站", unit: "站", units: 10, funding: funding).terms,
    LambsForEwes(
      name: "还羔",
      sales: Purchase("羔", of: .measure(.offspringSold), at: .fact(.marketPrice)),
      costs: .yuan(3),
      depositHeld: .fact(.depositHeld),
      depositForfeited: .fact(.depositForfeited),
      insurance: .fact(.insurancePayout),
      offspringPrice: .yuan(650),
      stockPrice: .yuan(900),
      countsChange: true
    ).terms,
    others,
  ]

  /// Whatever formulas and tiers no model uses.
  private static let others = Terms(name: "其他") {
    Distribution("甲", of: .mean(of: .fact(.profit), seasons: 3), rounded: .halfEven(to: .ten)) {
      Tier(
        .percentOfPot(10),
        by: .person.weighted(by: [.atRisk: 2, .notPoor: 1]),
        apportioned: .init(rounding: .down(to: .jiao), residue: .first),
        as: .transfer
      )
      Tier(
        .lesser(of: .pot, .yuan(30)),
        by: .quantity(land * "40 kg", name: "产量"),
        apportioned: .init(rounding: .down(to: .hundred), residue: .last),
        as: .addition,
        named: "留存"
      )
      Tier(
        .rest / 2,
        by: .amount(.held("甲：留存") + .baselineIncome, name: "存"),
        apportioned: .init(rate: .halfUp(to: .yuan), residue: .posted(to: .villageWelfare)),
        as: .property
      )
      Tier(
        each: .yuan(800),
        where: .equal(.measure(.shares), "2 shares") || .lessThan(.fact(.profit), .yuan(7)),
        as: .transfer,
        named: "奖",
        from: AwardPool(.rest * 2 / 3, carriesUnspent: true, backstop: .collective)
      )
      Tier(each: .line("甲") - .total(of: "甲") * .stakeFraction, as: .property, named: "补")
      Tier(.pot, to: Account("共有", of: .programme))
    }
    Distribution("乙", of: .balance(of: .reserve).rounded(.up(to: .fen)), from: .reserve) {
      Tier(.rest, by: .stake, apportioned: .init(residue: .carriedForward), as: .property)
        .takingOver("dividend").serving(.award)
    }
    Distribution("丙", of: .membersTotal(.each(.yuan(1), per: land.roundedUpToWholeUnits()))) {
      Tier(.rest, by: .household, apportioned: .init(residue: .writtenOff), as: .cost)
    }
    Payment(
      "丁",
      each: .either(.yuan(3), otherwise: .zero, where: !.status(.atRisk)),
      as: .repayment
    )
    Payment("己", each: .each(.yuan(1), per: .persons), where: .status([]) || .gaqa([]), as: .wage)
    Payment("戊", each: .fact(.loanPrincipal) * .fact(.interestRate), as: .debt).serving(.rent)
  }
}

/// The names in some terms that are the user's own.
///
/// A name of a scheme, a clause or a tier is so even where the library calls a fact by the same word.
func ownNames(in terms: Terms) throws -> [String] {
  var own: Set<String> = []
  func add(_ name: String, ofLine: Bool) {
    for part in [name] + name.components(separatedBy: ": ")
    where StandardLine(rawValue: part) == nil {
      let isStandard = StandardName(rawValue: part) != nil || StandardUnit(rawValue: part) != nil
      if ofLine || !isStandard { own.insert(part) }
    }
  }
  let names: Set = [
    "name", "named", "distribution", "payment", "purchase", "employment", "allotment",
  ]
  func visit(_ value: Any) {
    switch value {
    case let text as String: add(text, ofLine: false)
    case let list as [Any]: list.forEach(visit)
    case let parts as [String: Any]:
      for (key, part) in parts {
        if names.contains(key), parts["unit"] == nil, let name = part as? String {
          add(name, ofLine: true)
        } else {
          visit(part)
        }
      }
    default: break
    }
  }
  let encoder = JSONEncoder()
  encoder.userInfo[.formulasInParts] = true
  visit(try JSONSerialization.jsonObject(with: try encoder.encode(terms)))
  return own.sorted { $0.count > $1.count }
}

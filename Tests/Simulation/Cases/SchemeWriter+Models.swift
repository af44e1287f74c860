import BenefitBinding

extension SchemeWriter {
  /// One of the models that the library names.
  mutating func model(_ name: String, _ members: Condition) -> Terms {
    let pot = Site(isForHousehold: false)
    let each = Self.household
    switch formulas.dice.below(9) {
    case 0:
      return Shareholding(
        name: name,
        members: members,
        funding: funding(),
        dividend: formulas.amount(pot),
        key: formulas.dice.chance(60) ? .stake : .household,
        apportionment: apportionment()
      ).terms
    case 1:
      return CollectiveEconomy(
        name: name,
        members: members,
        funding: funding(),
        returns: formulas.amount(pot),
        collectiveUses: [(.publicPosts, formulas.dice.part()), (.reserve, .percent(10))],
        apportionment: apportionment()
      ).terms
    case 2:
      return Tourism(
        name: name,
        members: members,
        produce: [purchase("produce")],
        jobs: [employment("jobs")],
        takings: formulas.dice.chance(70) ? formulas.amount(pot) : nil,
        takingsKey: formulas.key(pot),
        apportionment: apportionment()
      ).terms
    case 3:
      return ECommerce(
        name: name,
        members: members,
        givenFree: formulas.dice.chance(50) ? formulas.amount(each, depth: 1) : nil,
        produce: purchase("produce"),
        sales: formulas.amount(pot, depth: 1),
        platformCosts: formulas.amount(pot, depth: 0),
        marginFraction: formulas.dice.part(),
        apportionment: apportionment()
      ).terms
    case 4:
      return HouseholdLoan(
        name: name,
        members: members,
        principal: formulas.amount(each, depth: 1),
        use: formulas.dice.chance(50)
          ? .lentOn(
            coupon: formulas.rate(each, depth: 1),
            retained: formulas.dice.chance(50) ? .percent(40) : .zero
          )
          : .lentOnFor(
            coupon: formulas.amount(each, depth: 1),
            retained: formulas.dice.chance(50) ? .percent(40) : .zero
          ),
        interest: .fixed(formulas.dice.part()),
        subsidised: .fixed(formulas.dice.part()),
        principalDue: formulas.dice.chance(50) ? formulas.amount(each, depth: 0) : nil,
        recovered: formulas.amount(each, depth: 0),
        retainedEarns: formulas.dice.chance(50),
        liability: formulas.dice.chance(50)
          ? Liability(
            repaidBy: formulas.dice.pick([nil] + Words.accounts),
            borneBy: formulas.dice.pick([nil] + Words.accounts)
          ) : nil
      ).terms
    case 5:
      formulas.note(.unitsAdopted)
      formulas.note(.yieldPerUnit)
      return LandAdoption(
        name: name,
        members: members,
        fee: formulas.amount(each, depth: 0),
        guaranteed: .fixed("10 jin"),
        replacement: .fixed(formulas.dice.money()),
        costs: formulas.amount(each, depth: 0),
        marginFraction: formulas.dice.part()
      ).terms
    case 6:
      formulas.money.insert(.batchResult)
      let heads = formulas.quantity(each, depth: 1)
      if formulas.dice.chance(50) {
        let fee = formulas.amount(each, depth: 1)
        return EntrustedBreeding(name: name, members: members, heads: heads, feePerHead: fee).terms
      }
      return EntrustedBreeding(
        name: name,
        members: members,
        heads: heads,
        batchShare: formulas.dice.part(),
        bearsLoss: formulas.dice.chance(50)
      ).terms
    case 7:
      return ConsumptionAssistance(
        name: name,
        members: members,
        bought: formulas.quantity(each, depth: 1),
        price: formulas.amount(each, depth: 1),
        variableCost: formulas.dice.chance(50) ? .zero : formulas.amount(each, depth: 0)
      ).terms
    default:
      return LeadEntitySubsidy(
        name: name,
        members: members,
        perHousehold: .fixed(formulas.dice.money()),
        cap: .fixed(formulas.dice.money())
      ).terms
    }
  }
}

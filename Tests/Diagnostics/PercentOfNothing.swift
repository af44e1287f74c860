// error: a percentage alone is no amount of money: write .percentOfPot(60)

import BenefitBinding

let terms = Terms(name: "Terraces") {
  Distribution(of: .profit) {
    Tier(.percent(60), by: .household, as: .property)
    Tier(.rest, to: .villageWelfare)
  }
}

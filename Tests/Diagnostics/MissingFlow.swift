import BenefitBinding

let terms = Distribution(of: .profit) {
  Tier(.rest, by: .household)
}

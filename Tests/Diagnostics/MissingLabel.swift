import BenefitBinding

let above = Amount.excess(of: .profit, .yuan(10_000))

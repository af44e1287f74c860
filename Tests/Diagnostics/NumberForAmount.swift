import BenefitBinding

let topped = Amount.profit + 1_000

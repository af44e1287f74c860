import BenefitBinding

let half = Amount.profit * 0.5

import BenefitBinding

let yield = Amount.profit / Amount.stake

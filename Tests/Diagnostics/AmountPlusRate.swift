import BenefitBinding

let grown = Amount.profit + Rate.fact(.returnRate)

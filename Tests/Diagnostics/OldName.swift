import BenefitBinding

let eggs = Amount.rate("1.20", per: .measure(.eggsDelivered))

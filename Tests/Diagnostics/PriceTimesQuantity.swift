// error: An amount for each unit of a quantity is .each(amount, per: quantity)

import BenefitBinding

let eggs = QuantityFormula.measure(.eggsDelivered)
let sales = Amount.fact(.marketPrice) * eggs

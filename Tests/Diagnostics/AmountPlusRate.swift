// error: only formulas of one kind are added: an amount and an amount such as .yuan(5)

import BenefitBinding

let grown = Amount.profit + Rate.fact(.returnRate)

// error: an amount and an amount such as .yuan(5)

import BenefitBinding

let topped = Amount.profit + 1_000

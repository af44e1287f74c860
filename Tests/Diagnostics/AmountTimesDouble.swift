// error: a formula is multiplied by a rate such as "50%" or a whole number (Int64)

import BenefitBinding

let half = Amount.profit * 0.5

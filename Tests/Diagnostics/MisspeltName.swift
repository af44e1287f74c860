// error: type 'Formula<Money>' has no member 'proft'

import BenefitBinding

let share = Amount.fraction("29%", of: .proft)

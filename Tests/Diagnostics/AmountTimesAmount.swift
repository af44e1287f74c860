// error: money times money has no meaning

import BenefitBinding

let share = Amount.profit * Amount.stake

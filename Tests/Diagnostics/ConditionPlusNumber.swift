// error: only formulas of one kind are added

import BenefitBinding

let poor = Condition.standing(.belowNationalLine)
let points = poor + 1

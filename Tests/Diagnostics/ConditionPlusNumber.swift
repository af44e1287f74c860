// error: only formulas of one kind are added

import BenefitBinding

let poor = Condition.status(.belowNationalLine)
let points = poor + 1

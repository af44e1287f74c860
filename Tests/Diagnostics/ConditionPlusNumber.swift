import BenefitBinding

let poor = Condition.standing(.belowNationalLine)
let points = poor + 1

// error: referencing static method 'yuan' on 'Formula' requires the types 'Quantity' and 'Money' be equivalent

import BenefitBinding

let large = Condition.atLeast(.persons, .yuan(3))

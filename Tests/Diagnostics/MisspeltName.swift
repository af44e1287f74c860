import BenefitBinding

let share = Amount.fraction("29%", of: .proft)

import BenefitBinding

let share = Amount.profit * Amount.stake

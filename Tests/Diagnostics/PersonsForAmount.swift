import BenefitBinding

let large = Condition.atLeast(.persons, .yuan(3))

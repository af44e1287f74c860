// error: missing argument label 'over:' in call

import BenefitBinding

let above = Amount.excess(of: .profit, .yuan(10_000))

// error: cannot infer contextual base in reference to member 'revenu'

import BenefitBinding

let margin = Amount.fact(.takings) + .yuan(300) - .stake - .revenu

// error: missing argument for parameter 'as' in call

import BenefitBinding

let terms = Distribution(of: .profit) {
  Tier(.rest, by: .household)
}

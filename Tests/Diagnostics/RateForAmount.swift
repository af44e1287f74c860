// error: cannot convert value of type 'Rate' (aka 'Formula<Ratio>') to expected argument type 'Amount' (aka 'Formula<Money>')

import BenefitBinding

let coupon: Rate = "8%"
let payment = Payment("coupon", each: coupon, as: .property)

import BenefitBinding

let coupon: Rate = "8%"
let payment = Payment("coupon", each: coupon, as: .property)

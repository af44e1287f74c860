import BenefitBinding

let a =
  Amount.fraction("5%", of: .stake) + .fraction("29%", of: .excess(of: .profit, over: .yuan(3))) - 4
  * Amount.revenue + Rate.fact(.returnRate) / 3
let b = Amount.either(
  .fraction("5%", of: .stake) + .profit,
  otherwise: .zero - .fact(.profitt),
  where: .atLeast(.persons * 3, "2 person") && !.gaqa("A")
)
let c = Payment("x", each: Amount.yuan(3) + .yuan(5) + .percent(6), as: .property)

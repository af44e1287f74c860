// error: a ratio of two amounts is a fact that the season states, Rate.fact(_:)

import BenefitBinding

let yield = Amount.profit / Amount.stake

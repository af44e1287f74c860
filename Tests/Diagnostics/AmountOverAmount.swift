// error: the ratio of two amounts is Rate.ratio(of:to:)

import BenefitBinding

let yield = Amount.profit / Amount.stake

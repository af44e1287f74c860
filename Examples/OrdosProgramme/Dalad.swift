import BenefitAssessment
import BenefitBinding
import BenefitLedgers

private let delivered = QuantityFormula.measure(.eggsDelivered)

extension Language {
  fileprivate var eggs: String { self("Eggs", "鸡蛋") }

  /// Chicks that a household was given.
  fileprivate var chicksGiven: Measure {
    Measure(self("chicks given", "发放雏鸡"), in: Quantity.Unit(self("head", "只")))
  }
}

/// What was collected and sold: every household delivers 1,350 eggs a quarter, and the platform
/// fills twelve orders of 40,500 eggs from the lots in the order in which they came in.
private func makeTrace() throws -> Traceability {
  let lots = (1...4).flatMap { quarter in
    (1...90).map { number in
      Traceability.Lot(
        "Q\(quarter) \(daladID(number))",
        from: daladID(number),
        Quantity(1_350, .egg)
      )
    }
  }
  // An order is exactly thirty lots.
  let orders = (0..<12).map { month in
    Traceability.Sale(
      "order \(padded(month + 1, to: 2))",
      for: Money("1.50") * 40_500,
      lots[month * 30..<(month + 1) * 30].map { .init($0.id, $0.quantity) }
    )
  }
  return try Traceability(lots: lots, sales: orders)
}

private func daladID(_ number: Int) -> Household.ID { "DLT-\(padded(number, to: 2))" }

private func platform(in say: Language) -> Terms {
  ECommerce(
    name: say("Dalad eggs from borrowed chickens", "达拉特旗借鸡生蛋"),
    members: .gaqa(say.dalad),
    givenFree: .each("8.00", per: .measure(say.chicksGiven)),
    produce: Purchase(
      say.eggs,
      of: delivered,
      at: .greater(of: "1.00", .fact(.marketPrice)),
      inputs: .each("0.40", per: delivered)
    ),
    sales: .fact(.platformSales),
    platformCosts: .each("0.30", per: delivered),
    marginFraction: .percent(20),
    marginKey: .measure(.eggsDelivered)
  ).organised(
    as: OrganisationMode([
      .init(
        say.cooperative,
        say("Lvyuan Manlai Mountain cooperative", "绿源满来梁养殖专业合作社"),
        does: say("gives chicks and collects eggs", "发放雏鸡、统一收蛋")
      ),
      .init(
        say.poorHousehold,
        say("90 households", "90 户"),
        does: say("keep the chickens", "养鸡交蛋")
      ),
      .init(
        say("internet", "互联网"),
        say("Yangmeituqi Company", "羊煤土气公司"),
        does: say("packs, promotes and sells", "包装、宣传、销售")
      ),
    ])
  )
}

/// E-commerce: chicks given free, eggs collected at a protective price, sold on a platform.
func dalad(in say: Language) -> PublishedCase {
  let platform = platform(in: say)
  return PublishedCase(
    name: say.dalad,
    published: say(
      "chicks given free, eggs bought at a protective price from 90 households, platform "
        + "sales of more than 700,000 yuan.",
      "向 90 户贫困户无偿发放雏鸡，按保护价统一收购鸡蛋，平台销售额 700,000 元以上。"
    ),
    households: (1...90).map { number in
      Household(
        daladID(number),
        gaqa: say.dalad,
        persons: evenShare(of: 224, over: 90, at: number - 1),
        measures: [say.chicksGiven: Quantity(50, say.chicksGiven.unit)]
      )
    },
    scheme: platform,
    facts: { facts, register in
      let trace = try makeTrace()
      facts[.marketPrice] = "0.80"
      facts[.platformSales] = trace.revenue
      facts.set(.eggsDelivered, byHousehold: try trace.collected(in: .egg, for: register))
    },
    derived: [],
    assumed: [
      say.assumedPersons(224),
      say(
        "50 chicks to a household at 8.00 yuan, 45 of which lay 120 eggs a year (the rate published "
          + "for Qianjiang)",
        "每户发放雏鸡 50 只，每只 8.00 元，其中 45 只每年各产蛋 120 枚（重庆黔江公布的产蛋量）"
      ),
      say(
        "a protective price of 1.00 and a platform price of 1.50 yuan an egg (those published for "
          + "Zhanyi, Inner Mongolia), a market price of 0.80",
        "每枚鸡蛋保护价 1.00 元、平台售价 1.50 元（内蒙古展翼合作社公布的价格），市场价 0.80 元"
      ),
      say(
        "feed and litter of 0.40 yuan an egg; packing, branding and sale of 0.30 yuan an egg",
        "每枚鸡蛋摊饲料、垫料 0.40 元，包装、品牌和销售费用 0.30 元"
      ),
      say(
        "a fifth of the platform's margin shared back by eggs delivered",
        "平台盈余的五分之一按交蛋量返还各户"
      ),
    ],
    example: "DLT-01",
    checks: { try checks(of: platform, $0, in: say) }
  )
}

private func checks(
  of platform: Terms,
  _ settlement: Settlement,
  in say: Language
) throws -> [Check] {
  let trace = try makeTrace()
  let traced = try trace.revenue(for: settlement.register)
  let bought = try settlement.line(say.eggs, of: platform.name)
  return [
    Check(say("platform sales", "平台销售额"), "more than 700,000", trace.revenue),
    Check(
      say("platform sales traced to households", "可追溯到户的平台销售额"),
      "more than 700,000",
      traced.reduce(.zero, +)
    ),
    Check(
      say("households that sales are traced to", "销售可追溯的户数"),
      "90",
      traced.count { $0 > .zero },
      in: .households
    ),
    Check(
      say("households paid for eggs", "领取蛋款户数"),
      "90",
      bought.householdCount,
      in: .households
    ),
  ]
}

import BenefitBinding

extension Measure {
  static let forestLost = Measure(
    "forest lost", in: .mu)
}

let register = try Register([
  Household(
    "D-1", gaqa: "Dazhai", persons: 2,
    measures: [.landArea: "8 mu"]),
  Household(
    "D-2", gaqa: "Dazhai", persons: 5,
    measures: [.landArea: "3 mu", .forestLost: "1 mu"]),
  Household(
    "D-3", gaqa: "Dazhai", persons: 4,
    measures: [.landArea: "2 mu"]),
])

// Step 2
let tickets = Terms(name: "Terrace tickets") {
  Distribution("tickets", of: .fact(.takings)) {
    Tier(
      .percentOfPot(70), by: .measure(.landArea),
      as: .property, named: "terraces")
    Tier(
      .percentOfPot(12), by: .household,
      as: .property, named: "households")
    Tier(
      .percentOfPot(12), by: .person,
      as: .property, named: "persons")
    Tier(
      .percentOfPot(3), by: .measure(.forestLost),
      as: .property, named: "forest")
    Tier(.rest, to: .villageWelfare)
  }
}

// Step 3
let season = Season(2019) { $0[.takings] = .yuan(100_000) }
let settlement = try tickets.settle(season, for: register)
print(settlement.gross)
try print(settlement.received(by: .villageWelfare))

// Step 4
if let statement = settlement.statement(for: "D-2") {
  print(statement)
}

// Step 5
let without = try tickets.settle(
  season,
  for: Register(register.filter { $0.id != "D-2" }))
for notice in without.notices { print(notice) }
try print(without.received(by: .villageWelfare))

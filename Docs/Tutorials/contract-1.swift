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

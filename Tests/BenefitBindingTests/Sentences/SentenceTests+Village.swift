import BenefitBinding

extension SentenceTests {
  /// The three households that every sentence is settled for.
  static let households = [
    Household(
      "N-1",
      gaqa: "Nalin",
      persons: 3,
      measures: [
        .shares: "5 shares", .landArea: "4 mu", .monthsWorked: "6 months",
        .eggsDelivered: "600 eggs", .produceDelivered: "1000 kg", .headsInKeeping: "20 head",
      ]
    ),
    Household(
      "N-2",
      gaqa: "Nalin",
      persons: 2,
      status: .belowMunicipalAllowance,
      measures: [
        .shares: "3 shares", .landArea: "6 mu", .eggsDelivered: "400 eggs",
        .produceDelivered: "250 kg", .headsInKeeping: "10 head",
      ]
    ),
    Household(
      "X-1",
      gaqa: "Xini",
      persons: 5,
      status: .exited,
      measures: [
        .shares: "2 shares", .landArea: "10 mu", .monthsWorked: "12 months",
        .eggsDelivered: "1000 eggs",
      ]
    ),
  ]

  static var register: Register {
    get throws { try Register(households) }
  }

  /// The stake of the sentences that put nothing in.
  static let grant: Funding = [.contribution(.yuan(600_000), from: .fiscalReliefFund)]

  /// The households as rows of the page's table.
  static var rows: [String] {
    let columns: [Measure] = [
      .shares, .landArea, .monthsWorked, .eggsDelivered, .produceDelivered, .headsInKeeping,
    ]
    return households.map { household in
      let counts = columns.map { household.measures[$0]?.description ?? "-" }
      let cells =
        [household.id, household.gaqa, "\(household.persons)", household.status.name] + counts
      return "| \(cells.joined(separator: " | ")) |"
    }
  }
}

extension Scheme {
  /// Settles a year for the village.
  func year(
    _ number: Int = 2025,
    books: Books = Books(),
    _ state: (inout Season) -> Void = { _ in }
  ) throws -> Settlement {
    try settle(Season(number, state), for: SentenceTests.register, books: books)
  }
}

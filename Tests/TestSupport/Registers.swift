package import BenefitBinding

/// A register of like households in one gaqa, with ids that sort as they are numbered.
package func likeHouseholds(
  _ count: Int,
  gaqa: String = "A",
  persons: Int = 1,
  measures: [Measure: Quantity] = [:]
) throws -> Register {
  try Register(
    (0..<count).map { number in
      Household("H-\(1_000 + number)", gaqa: gaqa, persons: persons, measures: measures)
    }
  )
}

extension Scheme {
  /// The text of the error that settling the scheme ends with, or `settled` where it does not.
  package func refusal(
    _ season: Season,
    _ register: Register,
    books: Books = Books()
  ) -> String {
    do {
      _ = try settle(season, for: register, books: books)
      return "settled"
    } catch {
      return error.description
    }
  }
}

extension Settlement {
  /// The notices as their reader sees them.
  package var noticeTexts: [String] { notices.map(\.description) }

  /// How one line of one household came about, over several lines.
  package func derivation(_ line: String, _ row: Int = 0) -> String {
    (try? self.line(line)).map { derivation(of: $0, at: row).description } ?? "no line"
  }
}

/// A dated entry of a ``Journal``.
package protocol JournalEntry: Hashable, Sendable {
  /// The day of which it is.
  var day: Day { get }

  /// The words for an entry of the same journal, such as `entry of the contract`.
  static var words: Phrase { get }

  /// The places that an error in the entry names, whose number counts all entries from 1.
  func places(_ number: Int) -> [BenefitError.Place]
}

/// A state that entries change, one after another.
package protocol JournalState: Hashable, Sendable {
  associatedtype Entry: JournalEntry

  /// Enters the next entry.
  ///
  /// - Throws: The reason that it cannot have happened; the state is then of no more use.
  mutating func enter(_ entry: Entry) throws(BenefitError)
}

/// Dated entries, each checked against the state that those before it left.
///
/// The state on any day is folded from the same entries by the same rules, so that what is answered is
/// what was checked.
package struct Journal<State: JournalState>: Hashable, Sendable {
  /// The state before the first entry.
  private let start: State

  /// The entries by day; those of one day in the order in which they were entered.
  private(set) var entries: [State.Entry] = []

  /// The state after the last entry.
  package private(set) var end: State

  /// Opens a journal without entries.
  package init(from start: State) {
    self.start = start
    end = start
  }

  /// Opens a journal and enters what happened.
  ///
  /// - Throws: ``BenefitError`` with the places of the first entry that cannot have happened.
  package init(from start: State, _ entries: [State.Entry]) throws(BenefitError) {
    self.init(from: start)
    for (number, entry) in zip(1..., entries) { try enter(entry, number) }
  }

  /// Enters the next entry.
  ///
  /// - Throws: ``BenefitError`` with the places of the entry, where it is before the latest or the state
  ///   refuses it; the journal is then of no more use.
  package mutating func enter(_ entry: State.Entry, _ number: Int) throws(BenefitError) {
    do throws(BenefitError) {
      if let latest = entries.last?.day, entry.day < latest {
        throw BenefitError(
          .outOfOrder,
          found: Phrase(
            en: "an earlier \(State.Entry.words) is of \(latest).",
            zh: "前一项\(State.Entry.words.chinese)的日期是 \(latest)，晚于本项。"
          ),
          advice: Phrase(en: "Enter them by day.", zh: "请按日期先后填报。")
        )
      }
      try end.enter(entry)
    } catch {
      throw error.within(entry.places(number))
    }
    entries.append(entry)
  }

  /// The state at the end of a day.
  package func state(on day: Day) -> State {
    guard let latest = entries.last?.day, latest > day else { return end }
    var state = start
    // Each was entered once, from the same state.
    for entry in entries.prefix(while: { $0.day <= day }) { try? state.enter(entry) }
    return state
  }
}

import BenefitBinding

/// Reads the events of a file row by row.
struct EventReading {
  private enum Place {
    static let id = 0, day = 1, event = 2, persons = 3, status = 4, reason = 5, name = 6,
      measures = 7
  }

  /// A membership or a change that a row states, as its word says.
  private enum Word { case entry, exit, relapse, change }

  private var rows: TableRows
  private let households: HouseholdTable
  private let known: KnownHouseholds
  private let measures: [Measure]

  private var events: [Roster.Event] = []
  /// The line and the column of each event.
  private var origins: [(line: Int, column: Int)] = []
  private var linesOfDays: [Household.ID: [Day: Int]] = [:]
  /// Households of which a row could not be read, and whether a row is of nobody knows whom.
  private var (unread, isWhole) = (Set<Household.ID>(), true)

  init(_ bytes: [UInt8], _ encoding: TextEncoding, _ households: HouseholdTable) {
    let own = households.register.measures
    self.households = households
    known = KnownHouseholds(households.register)
    measures = own + Measure.standard.filter { known in !own.contains { $0.name == known.name } }
    let all = HouseholdColumns.all
    let columns = [
      HouseholdColumns.key(of: bytes, encoding),
      .day(aliases: ["变动日期", "生效日期", "发生日期"]),
      TableColumn(name: "event", aliases: ["变动", "变动类型", "变动类别", "变动情况"], kind: .text),
      all[HouseholdColumns.persons].with(isNeeded: false),
      all[HouseholdColumns.status].with(isNeeded: false),
      TableColumn(name: "reason", aliases: ["原因", "事由", "变动原因"], kind: .text),
      all[HouseholdColumns.name],
    ]
    rows = TableRows(bytes, encoding, columns + measures.map(HouseholdColumns.column))
  }

  /// The mistakes, once the roster was asked for.
  var problems: [BenefitError] { rows.problems.listed }

  /// Reads all rows, or returns `nil` where something is wrong.
  mutating func roster(freed: [Measure: Roster.FreedShares]) -> Roster? {
    let present = rows.present(Place.measures..<Place.measures + measures.count)
    while rows.next() { readRow(present) }
    let all = Array(households.register)
    do throws(BenefitError) {
      let entries = entriesAtBeginning(of: all)
      if rows.problems.isEmpty {
        return try Roster(households: all, events: entries + events, freed: freed)
      }
    } catch {
      // Where no event is wrong, a measure of the table is.
      if !findProblems(all, freed) { rows.problems.add(error) }
      return nil
    }
    findProblems(all, freed)
    return nil
  }

  /// The entries of the households that take part from the beginning: all but those whose first event of membership is one.
  private func entriesAtBeginning(of all: [Household]) -> [Roster.Event] {
    var first: [Household.ID: Roster.Event] = [:]
    for event in events where event.change.isOfMembership {
      if let other = first[event.household], other.day <= event.day { continue }
      first[event.household] = event
    }
    return all.filter { first[$0.id]?.change != .entry }
      .map { Roster.Event(of: $0.id, on: .first, .entry, because: "") }
  }

  /// Finds the events that cannot have happened, but for those of households of which a row could not be read.
  @discardableResult
  private mutating func findProblems(
    _ all: [Household],
    _ freed: [Measure: Roster.FreedShares]
  ) -> Bool {
    guard isWhole else { return false }
    let kept = events.indices.filter { !unread.contains(events[$0].household) }
    let entries = entriesAtBeginning(of: all)
    let found = try? Roster.problems(
      with: entries + kept.map { events[$0] },
      of: all,
      freed: freed
    )
    var told: Set<Household.ID> = []
    for (position, error) in found ?? [] where position >= entries.count {
      let index = kept[position - entries.count]
      // After one that is wrong, who is a member is not known.
      let event = events[index]
      if event.change.isOfMembership, !told.insert(event.household).inserted { continue }
      rows.report(error, origins[index].column, line: origins[index].line)
    }
    return found?.isEmpty == false
  }
}

extension Roster.Event.Change {
  /// True of a change in who takes part.
  fileprivate var isOfMembership: Bool { [.entry, .exit, .relapse].contains(self) }
}

// MARK: - Rows

extension EventReading {
  /// Reads a row, of which nothing is kept where something is wrong.
  private mutating func readRow(_ present: [Int]) {
    let before = rows.problems.count
    let id = rows.household(Place.id, of: known)
    let changes = changes(present)
    let reason = rows.value(Place.reason) { text throws(BenefitError) in
      guard text.escaped == text else { throw .severalLines }
      return text
    }
    let day = rows.day(Place.day)
    if let id, let day, let line = linesOfDays[id, default: [:]].updateValue(rows.line, forKey: day)
    {
      rows.report(.secondRow(id, day, line: line), Place.day)
    }
    guard rows.problems.count == before, let id, let day else {
      if let id { unread.insert(id) } else { isWhole = false }
      return
    }
    for (change, column) in changes {
      events.append(Roster.Event(of: id, on: day, change, because: reason ?? ""))
      origins.append((rows.line, column))
    }
  }

  /// The changes of the row, and the columns that say so.
  private mutating func changes(_ present: [Int]) -> [(Roster.Event.Change, column: Int)] {
    let before = rows.problems.count
    let word = rows.value(Place.event, Self.word)
    var changes: [(Roster.Event.Change, column: Int)] = []
    switch word {
    case .entry: changes.append((.entry, Place.event))
    case .exit: changes.append((.exit, Place.event))
    case .relapse: changes.append((.relapse, Place.event))
    case .change, nil: break
    }
    if let persons = rows.count(Place.persons) {
      changes.append((.persons(persons), Place.persons))
    }
    if let status = rows.value(Place.status, Status.init(ofSpreadsheet:)) {
      changes.append((.status(status), Place.status))
    }
    for column in present {
      let measure = measures[column - Place.measures]
      guard let quantity = rows.quantity(column, measure.unit) else { continue }
      if word == .exit { rows.report(.quantityAtExit, column) }
      changes.append((.measure(measure, quantity), column))
    }
    if changes.isEmpty && rows.problems.count == before {
      rows.report(.noChange, Place.event)
    }
    return changes
  }

  private static func word(_ text: String) throws(BenefitError) -> Word {
    guard let word = words[text.wordKey] else {
      throw BenefitError(
        .unknownName,
        found: Phrase(en: "\"\(text.escaped)\" is no event.", zh: "「\(text.escaped)」不是变动类型。"),
        advice: Phrase(
          en: "Write entry, exit, relapse or change, or leave it empty where only values change.",
          zh: "请填写「纳入」「退出」「返贫」或「变更」；只有数值变更的可留空。"
        )
      )
    }
    return word
  }

  private static let words: [String: Word] = [
    "entry": .entry, "纳入": .entry, "新增": .entry, "加入": .entry,
    "exit": .exit, "退出": .exit, "迁出": .exit, "注销": .exit,
    "relapse": .relapse, "返贫": .relapse, "重新纳入": .relapse, "再次纳入": .relapse,
    "change": .change, "变更": .change, "调整": .change,
  ]
}

extension BenefitError {
  /// The error of a second row of a household and a day.
  fileprivate static func secondRow(_ id: String, _ day: Day, line: Int) -> Self {
    Self(
      .duplicate,
      found: Phrase(
        en: "line \(line) is of \"\(id.escaped)\" and \(day) too.",
        zh: "第 \(line) 行也是「\(id.escaped)」\(day) 的变动。"
      ),
      advice: Phrase(
        en: "Write what changes for a household on one day in one row.",
        zh: "同一户同一天的变动请写在一行内。"
      )
    )
  }

  /// The error of a quantity of a household that leaves.
  fileprivate static let quantityAtExit = Self(
    .mismatch,
    found: Phrase(en: "the household exits and is given a quantity.", zh: "该户退出，却填有数量。"),
    advice: Phrase(
      en: "Leave it empty; what the household had goes as the roster says.",
      zh: "请留空；退出户原有的数量按变动名册的规则处理。"
    )
  )

  /// The error of a row without a change.
  fileprivate static let noChange = Self(
    .missing,
    found: Phrase(en: "the row changes nothing.", zh: "这一行没有任何变动。"),
    advice: Phrase(
      en: "Write entry, exit or relapse, or a value that changes; or delete the row.",
      zh: "请填写「纳入」「退出」「返贫」，或填写变更后的数值，或删去该行。"
    )
  )
}

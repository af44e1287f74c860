/// The households of a programme, validated and kept as columns.
///
/// A register is kept in the order of gaqa and then of household id, both compared as Swift compares
/// strings, so the order of the input never changes a result: where a rule says "the earlier
/// household", it is the one with the earlier id. Ids that hold numbers are best padded (`NLX-07`).
///
/// ```swift
/// let register = try Register((1...41).map { number in
///   Household("NLX-\(number)", gaqa: "Nalinxili", persons: 4)
/// })
/// print(register.count, register.personCount)    // 41 164
/// ```
///
/// It is a random-access collection of ``Household`` values that are made on demand; no object and
/// no dictionary stands behind a row.
public struct Register: Hashable, Sendable {
  /// The household ids, row by row.
  package let ids: [Household.ID]

  /// The names of the gaqas in ascending order, with those of which no household is listed.
  public let gaqas: [String]

  /// The first row of each gaqa, and the number of rows at the end.
  let gaqaStarts: [Int]

  /// The gaqa of each row, as an index into ``gaqas``.
  package let gaqaIndices: [Int32]

  /// The members of each household.
  package let persons: [Int64]

  /// The statuses that occur, in order of their names.
  package let statuses: [Status]

  /// The status of each row, as an index into ``statuses``.
  package let statusIndices: [Int32]

  /// The baseline income of each row, in fen.
  package let baselineIncomes: [Int64]

  /// The measures, each a column aligned with the rows.
  let columns: [Measure: Column]

  /// The rows in ascending order of id, or empty where the rows are in that order already.
  let rowsByID: [Int]

  /// The ids in ascending order.
  let sortedIDs: [Household.ID]

  /// The number of persons in all households.
  public let personCount: Int64

  /// Creates a register from households in any order.
  ///
  /// A measure that some households name and others do not is none for the others.
  ///
  /// A gaqa of which no household is listed takes part by itself: it has a pot where each gaqa has one, and
  /// its account gets a part of a common one.
  ///
  /// ```swift
  /// let villages = try Register([Household](), gaqas: (1...24).map { "Village \($0)" })
  /// ```
  ///
  /// - Parameters:
  ///   - households: The households.
  ///   - gaqas: The gaqas that are to be listed whether or not any of the households lives there.
  /// - Throws: ``BenefitError`` that names the first household and field at fault.
  /// - Complexity: O(n log n), O(n) where the households come in the register's order.
  public init(
    _ households: some Sequence<Household>,
    gaqas: [String] = []
  ) throws(BenefitError) {
    try self.init(RegisterCells(Array(households)), listing: gaqas)
  }

  /// Creates a register from columns whose rows belong together, in any order.
  ///
  /// - Parameters:
  ///   - ids: The households' ids, which also set the number of rows.
  ///   - gaqas: The gaqa of each household.
  ///   - persons: The members of each household.
  ///   - statuses: The status of each household; all below the national line if left out.
  ///   - baselineIncomes: The income of each household before the schemes; none if left out.
  ///   - measures: Further columns by name.
  ///   - counts: Further columns of whole numbers of their measures' units, which take a third of the memory.
  /// - Throws: ``BenefitError`` that names the first household and field at fault.
  /// - Complexity: O(n log n), O(n) where the rows come in the register's order.
  public init(
    ids: [Household.ID],
    gaqas: [String],
    persons: [Int],
    statuses: [Status]? = nil,
    baselineIncomes: [Money]? = nil,
    measures: [Measure: [Quantity]] = [:],
    counts: [Measure: [Int64]] = [:]
  ) throws(BenefitError) {
    try self.init(
      RegisterCells(
        ids: ids,
        gaqas: gaqas,
        persons: persons,
        statuses: statuses ?? Array(repeating: .belowNationalLine, count: ids.count),
        baselineIncomes: baselineIncomes ?? Array(repeating: .zero, count: ids.count),
        measures: measures,
        counts: counts
      )
    )
  }

  /// Arranges columns, with further gaqas beside those that the households live in.
  init(_ cells: RegisterCells, listing further: [String] = []) throws(BenefitError) {
    try cells.check { (problem) throws(BenefitError) in throw problem }
    for gaqa in further where gaqa.isEmpty || !gaqa.isOneLine {
      throw BenefitError(
        .invalidName,
        at: .gaqa(gaqa.escaped),
        found: Phrase(en: "it has no name on one line.", zh: "名称为空，或不止一行。"),
        advice: Phrase(en: "Name it on one line.", zh: "请在一行内填写名称。")
      )
    }

    let order = Self.order(ids: cells.ids, gaqas: cells.gaqas)
    func arranged<Value>(_ values: [Value]) -> [Value] {
      order.isEmpty ? values : order.map { values[$0] }
    }

    let ids = arranged(cells.ids)
    self.ids = ids
    persons = arranged(cells.persons).map(Int64.init)
    baselineIncomes = arranged(cells.baselineIncomes).map(\.fen)
    (gaqas, gaqaStarts, gaqaIndices) = Self.runs(
      of: arranged(cells.gaqas),
      listing: Set(further)
    )
    (statuses, statusIndices) = Self.codes(of: arranged(cells.statuses))
    columns = cells.measures.mapValues { Column(thousandths: arranged($0).map(\.thousandths)) }
      .merging(cells.counts.mapValues { Column(arranged($0)) }) { $1 }
    personCount = persons.reduce(0, +)
    rowsByID = Self.rowsByID(ids)
    sortedIDs = rowsByID.isEmpty ? ids : rowsByID.map { ids[$0] }
    if !rowsByID.isEmpty, let twice = Self.duplicateIDs(sortedIDs).first {
      throw .duplicateID(twice)
    }
  }

  /// Everything that is wrong with a list of households, in the order in which it is looked at.
  ///
  /// Creating a register throws the first of these errors.
  ///
  /// - Complexity: O(n log n).
  public static func problems(in households: some Sequence<Household>) -> [BenefitError] {
    let cells = RegisterCells(Array(households))
    var problems: [BenefitError] = []
    cells.check { problems.append($0) }
    return problems + duplicateIDs(cells.ids.sorted()).map { .duplicateID($0) }
  }

  /// The most members a household may have, so that sums over any register stay in 64 bits.
  static let mostPersons = Int(Int32.max)
}

// MARK: - Arranging

extension Register {
  /// The rows in the order of gaqa and id, or empty where they stand so already.
  private static func order(ids: [String], gaqas: [String]) -> [Int] {
    func precedes(_ a: Int, _ b: Int) -> Bool {
      gaqas[a] == gaqas[b] ? ids[a] < ids[b] : gaqas[a] < gaqas[b]
    }
    let isOrdered = ids.indices.dropFirst().allSatisfy { !precedes($0, $0 - 1) }
    return isOrdered ? [] : ids.indices.sorted(by: precedes)
  }

  /// The distinct values of a column of contiguous runs and of a further list, in order; where each starts,
  /// and each row's index.
  private static func runs(
    of names: [String],
    listing further: Set<String>
  ) -> ([String], [Int], [Int32]) {
    var distinct: [String] = []
    var starts: [Int] = []
    var indices: [Int32] = []
    indices.reserveCapacity(names.count)
    var waiting = further.sorted()[...]
    func list(_ row: Int, before name: String?) {
      while let next = waiting.first, name.map({ next < $0 }) ?? true {
        distinct.append(waiting.removeFirst())
        starts.append(row)
      }
      if waiting.first == name { waiting = waiting.dropFirst() }
    }
    for (row, name) in names.enumerated() {
      if distinct.last != name {
        list(row, before: name)
        distinct.append(name)
        starts.append(row)
      }
      indices.append(Int32(distinct.count - 1))
    }
    list(names.count, before: nil)
    return (distinct, starts + [names.count], indices)
  }

  /// The distinct statuses by name and each row's index into them.
  private static func codes(of statuses: [Status]) -> ([Status], [Int32]) {
    var (found, places) = ([Status](), [Status: Int32]())
    var last = 0 as Int32
    let codes = statuses.map { status in
      // Neighbours often share a status; then none is looked up.
      if found.isEmpty || found[Int(last)] != status {
        last = places[status] ?? Int32(found.count)
        if last == found.count {
          places[status] = last
          found.append(status)
        }
      }
      return last
    }
    let order = found.indices.sorted { found[$0].name < found[$1].name }
    var ranks = [Int32](repeating: 0, count: found.count)
    for (rank, code) in order.enumerated() { ranks[code] = Int32(rank) }
    return (order.map { found[$0] }, codes.map { ranks[Int($0)] })
  }

  /// The rows in ascending order of id, empty where they stand so already.
  private static func rowsByID(_ ids: [String]) -> [Int] {
    ids.isAscending ? [] : ids.indices.sorted { ids[$0] < ids[$1] }
  }

  /// The ids that stand twice or more in a sorted list, each once for every time too many.
  static func duplicateIDs(_ sorted: [String]) -> [String] {
    zip(sorted, sorted.dropFirst()).compactMap { $0 == $1 ? $0 : nil }
  }
}

extension [Household.ID] {
  /// True if each comes after the one before it.
  var isAscending: Bool { indices.dropFirst().allSatisfy { self[$0 - 1] < self[$0] } }
}

/// A value for each of some households or gaqas, as a column beside their ids or names.
package struct NamedColumn<Value: Hashable & Sendable>: Sendable {
  /// Names in ascending order, and the value of each of them.
  private var settled: (names: [String], values: [Value]) = ([], [])

  /// Values given out of order, until they are many enough to be put in order together.
  private var late: [String: Value] = [:]

  /// Creates a column without values.
  init() {}

  /// Creates a column from values beside names that ascend.
  init(ascending names: [String], _ values: [Value]) {
    settled = (names, values)
  }

  /// Creates a column from values by name.
  init(_ values: [String: Value]) {
    late = values
    settle()
  }

  /// Creates a column from names in any order, each there once, and the value of each of them.
  package init(distinct names: [String], _ values: [Value]) {
    settled = (names, values)
    if !names.isAscending { settle() }
  }

  /// Creates a column from ids in any order and the value of each of them.
  ///
  /// - Throws: ``BenefitError`` where there is not one value for each id, or an id stands twice.
  init(_ ids: [Household.ID], _ values: [Value], of fact: String) throws(BenefitError) {
    guard values.count == ids.count else {
      throw BenefitError(
        .wrongLength,
        at: .fact(fact),
        found: Phrase(en: "found \(values.count) values.", zh: "共 \(values.count) 个数值。"),
        advice: .oneValue(forEachOf: ids.count)
      )
    }
    settled = (ids, values)
    if ids.isAscending { return }
    settle()
    if let twice = Register.duplicateIDs(settled.names).first {
      throw .duplicateID("household", twice).within(.fact(fact))
    }
  }

  /// Creates a column from the values of a register's rows.
  package init(_ rows: [Value], of register: Register) {
    self.init(
      ascending: register.sortedIDs,
      register.rowsByID.isEmpty ? rows : register.rowsByID.map { rows[$0] }
    )
  }

  /// The names with a value, in ascending order.
  var names: [String] { inOrder.settled.names }

  /// The values in the order of the names.
  var values: [Value] { inOrder.settled.values }

  /// The value of one name, or `nil` where it has none.
  ///
  /// - Complexity: O(log n) for n values, to set on average and in any order.
  subscript(name: String) -> Value? {
    get {
      let position = position(of: name)
      return holds(name, at: position) ? settled.values[position] : late[name]
    }
    set {
      let position = position(of: name)
      switch (holds(name, at: position), newValue) {
      case (true, let value?): settled.values[position] = value
      case (true, nil):
        settled.names.remove(at: position)
        settled.values.remove(at: position)
      case (false, let value?) where position == settled.names.count && late.isEmpty:
        settled.names.append(name)
        settled.values.append(value)
      case (false, _):
        late[name] = newValue
        if late.count > 64 + settled.names.count { settle() }
      }
    }
  }

  /// The column with all values in the order of their names.
  private var inOrder: Self {
    if late.isEmpty { return self }
    var column = self
    column.settle()
    return column
  }

  private mutating func settle() {
    let entries = (Array(zip(settled.names, settled.values)) + late.map { ($0, $1) })
      .sorted { $0.0 < $1.0 }
    (settled, late) = ((entries.map(\.0), entries.map(\.1)), [:])
  }

  private func holds(_ name: String, at position: Int) -> Bool {
    position < settled.names.count && settled.names[position] == name
  }

  /// The position of the first name in order that is not below another.
  private func position(of name: String) -> Int {
    if let last = settled.names.last, last < name { return settled.names.count }
    var (low, high) = (0, settled.names.count)
    while low < high {
      let middle = (low + high) / 2
      if settled.names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension NamedColumn {
  /// The values of other names in ascending order, in one pass over both.
  ///
  /// - Parameters:
  ///   - sorted: The names whose values are asked for, in ascending order.
  ///   - other: The value of a name that has none here.
  ///   - stranger: Takes each name here that is not asked for, in ascending order.
  ///   - gap: Takes the position of each name that has no value here.
  /// - Returns: A value for each name.
  /// - Throws: What `stranger` or `gap` throws.
  /// - Complexity: O(n + m) for n names and m values.
  func values<Failure: Error>(
    of sorted: [String],
    else other: Value,
    stranger: (String) throws(Failure) -> Void,
    gap: (Int) throws(Failure) -> Void
  ) throws(Failure) -> [Value] {
    let (names, values) = inOrder.settled
    if names == sorted { return values }
    var found: [Value] = []
    found.reserveCapacity(sorted.count)
    var next = 0
    for (position, name) in sorted.enumerated() {
      while next < names.count, names[next] < name {
        try stranger(names[next])
        next += 1
      }
      if next < names.count, names[next] == name {
        found.append(values[next])
        next += 1
      } else {
        try gap(position)
        found.append(other)
      }
    }
    for name in names[next...] { try stranger(name) }
    return found
  }

  /// The values row by row of a register, as ``values(of:else:stranger:gap:)`` finds them.
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - other: The value of a household that has none here.
  ///   - stranger: Takes each id that the register does not hold, in ascending order.
  ///   - gap: Takes the row of each household that has no value here.
  /// - Returns: A value for each row.
  /// - Throws: What `stranger` or `gap` throws.
  /// - Complexity: O(n + m) for n rows and m values.
  func rows<Failure: Error>(
    of register: Register,
    else other: Value,
    stranger: (Household.ID) throws(Failure) -> Void,
    gap: (Int) throws(Failure) -> Void
  ) throws(Failure) -> [Value] {
    let values = try values(of: register.sortedIDs, else: other, stranger: stranger) {
      (position) throws(Failure) in try gap(register.row(inOrderOfID: position))
    }
    if register.rowsByID.isEmpty { return values }
    var rows = values
    for (row, value) in zip(register.rowsByID, values) { rows[row] = value }
    return rows
  }

  /// The entries whose names are not among others in ascending order.
  ///
  /// - Complexity: O(n + m) for n names and m values.
  func entries(besides sorted: [String]) -> [(name: String, value: Value)] {
    let (names, values) = inOrder.settled
    if names == sorted { return [] }
    var next = 0
    return zip(names, values).filter { name, _ in
      while next < sorted.count, sorted[next] < name { next += 1 }
      return next == sorted.count || sorted[next] != name
    }
  }
}

extension NamedColumn: Hashable {
  /// True if the same names have the same values, whatever order they were given in.
  package static func == (a: Self, b: Self) -> Bool {
    a.names == b.names && a.values == b.values
  }

  /// Feeds the names and values in order into a hasher.
  package func hash(into hasher: inout Hasher) {
    let column = inOrder.settled
    hasher.combine(column.names)
    hasher.combine(column.values)
  }
}

extension NamedColumn: Codable where Value: Codable {
  /// Decodes values by name, each name once.
  package init(from decoder: any Decoder) throws {
    let entries = try SortedEntries<String, Value>(from: decoder).entries
    self.init(ascending: entries.map(\.key), entries.map(\.value))
  }

  /// Encodes the values by name, in ascending order.
  package func encode(to encoder: any Encoder) throws {
    let column = inOrder.settled
    try SortedEntries(Array(zip(column.names, column.values))).encode(to: encoder)
  }
}

/// A value for each of some households, as a column beside their ids.
package struct HouseholdColumn<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The households with a value, in ascending order of their ids.
  private(set) var ids: [Household.ID] = []
  /// The value of each of them.
  private(set) var values: [Value] = []

  /// Creates a column without values.
  init() {}

  /// Creates a column from values beside ids that ascend.
  init(ascending ids: [Household.ID], _ values: [Value]) {
    (self.ids, self.values) = (ids, values)
  }

  /// Creates a column from values by id.
  init(_ values: [Household.ID: Value]) {
    let entries = values.sorted { $0.key < $1.key }
    self.init(ascending: entries.map(\.key), entries.map(\.value))
  }

  /// Creates a column from the values of a register's rows.
  package init(_ rows: [Value], of register: Register) {
    self.init(
      ascending: register.sortedIDs,
      register.rowsByID.isEmpty ? rows : register.rowsByID.map { rows[$0] }
    )
  }

  /// The value of one household, or `nil` where it has none.
  ///
  /// Setting one behind all others is quick, so that a column may be filled in order.
  subscript(id: Household.ID) -> Value? {
    get {
      let position = position(of: id)
      return holds(id, at: position) ? values[position] : nil
    }
    set {
      let position = position(of: id)
      switch (holds(id, at: position), newValue) {
      case (true, let value?): values[position] = value
      case (true, nil):
        ids.remove(at: position)
        values.remove(at: position)
      case (false, let value?):
        ids.insert(id, at: position)
        values.insert(value, at: position)
      case (false, nil): break
      }
    }
  }

  private func holds(_ id: Household.ID, at position: Int) -> Bool {
    position < ids.count && ids[position] == id
  }

  /// The position of the first id that is not below another.
  private func position(of id: Household.ID) -> Int {
    if let last = ids.last, last < id { return ids.count }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension HouseholdColumn {
  /// The values row by row of a register, in one pass over both.
  ///
  /// - Parameters:
  ///   - register: The households.
  ///   - other: The value of a household that has none here.
  ///   - stranger: Takes each id that the register does not hold, in ascending order.
  ///   - gap: Takes the row of each household that has no value here.
  /// - Returns: A value for each row.
  /// - Throws: What `stranger` or `gap` throws.
  /// - Complexity: O(n + m) for n rows and m values; where both are of the same households, the ids
  ///   are not looked at one by one.
  func rows<Failure: Error>(
    of register: Register,
    else other: Value,
    stranger: (Household.ID) throws(Failure) -> Void,
    gap: (Int) throws(Failure) -> Void
  ) throws(Failure) -> [Value] {
    let sorted = register.sortedIDs
    let isAligned = ids == sorted
    if isAligned && register.rowsByID.isEmpty { return values }
    var rows = [Value](repeating: other, count: register.count)
    if isAligned {
      for (row, value) in zip(register.rowsByID, values) { rows[row] = value }
      return rows
    }
    var next = 0
    for (position, id) in sorted.enumerated() {
      while next < ids.count, ids[next] < id {
        try stranger(ids[next])
        next += 1
      }
      let row = register.row(inOrderOfID: position)
      if next < ids.count, ids[next] == id {
        rows[row] = values[next]
        next += 1
      } else {
        try gap(row)
      }
    }
    for id in ids[next...] { try stranger(id) }
    return rows
  }
}

extension HouseholdColumn: Codable where Value: Codable {
  /// Decodes values by id, each id once.
  package init(from decoder: any Decoder) throws {
    let entries = try SortedEntries<Household.ID, Value>(from: decoder).entries
    self.init(ascending: entries.map(\.key), entries.map(\.value))
  }

  /// Encodes the values by id, in ascending order.
  package func encode(to encoder: any Encoder) throws {
    try SortedEntries(Array(zip(ids, values))).encode(to: encoder)
  }
}

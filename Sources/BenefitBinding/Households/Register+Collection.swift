extension Register: RandomAccessCollection {
  /// The first row.
  public var startIndex: Int { 0 }

  /// The number of households.
  public var endIndex: Int { ids.count }

  /// The household of a row, made on demand, with every measure that the register has.
  ///
  /// - Complexity: O(m) for m measures.
  public subscript(row: Int) -> Household {
    Household(
      ids[row],
      gaqa: gaqas[Int(gaqaIndices[row])],
      persons: Int(persons[row]),
      status: statuses[Int(statusIndices[row])],
      baselineIncome: Money(fen: baselineIncomes[row]),
      measures: columns.reduce(into: [:]) { measures, column in
        measures[column.key] = Quantity(
          thousandths: column.value.thousandths(row),
          column.key.unit
        )
      }
    )
  }

  /// The household with the given id, or `nil` where there is none.
  ///
  /// - Complexity: O(log n).
  public subscript(id id: Household.ID) -> Household? { row(of: id).map { self[$0] } }

  /// The row of a household, or `nil` where the register does not hold it.
  ///
  /// - Complexity: O(log n).
  public func row(of id: Household.ID) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let row = rowsByID.isEmpty ? middle : rowsByID[middle]
      if ids[row] == id { return row }
      if ids[row] < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The position of a gaqa, or `nil` where the register does not list it.
  ///
  /// - Complexity: O(log g) for g gaqas.
  package func index(ofGaqa gaqa: String) -> Int? {
    var (low, high) = (0, gaqas.count)
    while low < high {
      let middle = (low + high) / 2
      if gaqas[middle] < gaqa { low = middle + 1 } else { high = middle }
    }
    return low < gaqas.count && gaqas[low] == gaqa ? low : nil
  }

  /// The values of the rows by household.
  package func byID<Value>(_ rows: [Value]) -> [Household.ID: Value] {
    require(rows.count == count, "\(rows.count) values for \(count) households.")
    return Dictionary(uniqueKeysWithValues: zip(ids, rows))
  }

  /// The households of one gaqa, empty where the register does not name it.
  ///
  /// - Complexity: O(log g) for g gaqas.
  public func households(in gaqa: String) -> Slice<Register> {
    guard let index = index(ofGaqa: gaqa) else { return self[0..<0] }
    return self[gaqaStarts[index]..<gaqaStarts[index + 1]]
  }

  /// True if no household of a gaqa, by its position, is listed.
  func isWithoutHouseholds(_ gaqa: Int) -> Bool { gaqaStarts[gaqa] == gaqaStarts[gaqa + 1] }

  /// The names of the gaqas of which no household is listed.
  var gaqasWithoutHouseholds: [String] {
    gaqas.indices.filter(isWithoutHouseholds).map { gaqas[$0] }
  }

  /// True if a gaqa, by its position, has a member of those counted, or is listed without any household.
  func takesPart(_ gaqa: Int, _ memberCounts: [Int]) -> Bool {
    memberCounts[gaqa] > 0 || isWithoutHouseholds(gaqa)
  }

  /// The measures that the register carries, in order of their names and then of their units.
  ///
  /// - Complexity: O(m log m) for m measures.
  public var measures: [Measure] { columns.keys.sorted { $0.precedes($1) } }
}

extension Register: Codable, StoredInParts {
  package enum CodingKeys: CodingKey {
    case ids, gaqas, persons, statuses, baselineIncomes, measures, gaqasWithoutHouseholds
  }

  /// Decodes columns and checks them as ``init(ids:gaqas:persons:statuses:baselineIncomes:measures:counts:)``
  /// does.
  ///
  /// - Throws: `DecodingError` with the text of the ``BenefitError``.
  package init(_ parts: StoredParts<CodingKeys>) throws {
    try self.init(
      RegisterCells(
        ids: parts[.ids],
        gaqas: parts[.gaqas],
        persons: parts[.persons],
        statuses: parts[.statuses],
        baselineIncomes: parts[.baselineIncomes],
        measures: parts[listed: .measures]
      ),
      listing: parts[ifPresent: .gaqasWithoutHouseholds] ?? []
    )
  }

  /// Encodes the register as columns in its order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(ids, forKey: .ids)
    try container.encode(gaqaIndices.map { gaqas[Int($0)] }, forKey: .gaqas)
    try container.encode(persons, forKey: .persons)
    try container.encode(statusIndices.map { statuses[Int($0)] }, forKey: .statuses)
    try container.encode(baselineIncomes.map(Money.init(fen:)), forKey: .baselineIncomes)
    try container.encode(
      SortedEntries(
        columns.map { measure, column in
          let quantities = column.values.indices.map {
            Quantity(thousandths: column.thousandths($0), measure.unit)
          }
          return (measure, quantities)
        }
      ),
      forKey: .measures
    )
    let empty = gaqasWithoutHouseholds
    if !empty.isEmpty { try container.encode(empty, forKey: .gaqasWithoutHouseholds) }
  }
}

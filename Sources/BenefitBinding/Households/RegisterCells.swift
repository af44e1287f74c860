/// The columns of a register before they are checked and arranged.
struct RegisterCells {
  let ids: [Household.ID]
  let gaqas: [String]
  let persons: [Int]
  let statuses: [Status]
  let baselineIncomes: [Money]
  let measures: [Measure: [Quantity]]
}

extension RegisterCells {
  /// The columns of households, where a measure that one of them does not name is none of it.
  init(_ households: [Household]) {
    var measures: [Measure: [Quantity]] = [:]
    for (row, household) in households.enumerated() {
      for (measure, quantity) in household.measures {
        measures[
          measure,
          default: Array(repeating: Quantity(0, measure.unit), count: households.count)
        ][row] = quantity
      }
    }
    self.init(
      ids: households.map(\.id),
      gaqas: households.map(\.gaqa),
      persons: households.map(\.persons),
      statuses: households.map(\.status),
      baselineIncomes: households.map(\.baselineIncome),
      measures: measures
    )
  }
}

// MARK: - Checking

extension RegisterCells {
  /// Reports what is wrong with the cells, row by row, until a report throws.
  ///
  /// Ids that stand twice are found when the rows are arranged.
  func check<Stop>(_ report: (BenefitError) throws(Stop) -> Void) throws(Stop) {
    let measures = measures.sorted { $0.key.precedes($1.key) }
    let lengths =
      [
        ("gaqa", gaqas.count), ("persons", persons.count), ("status", statuses.count),
        ("baseline income", baselineIncomes.count),
      ] + measures.map { ($0.key.name, $0.value.count) }
    for (column, length) in lengths where length != ids.count {
      try report(
        BenefitError(
          .wrongLength,
          at: .init("column", column),
          found: "found \(length) rows.",
          advice: "Give it one value for each of the \(ids.count) households."
        )
      )
    }
    // Rows of columns that do not match are no households.
    guard lengths.allSatisfy({ $0.1 == ids.count }) else { return }

    for row in ids.indices { try check(row, report) }
    for (measure, quantities) in measures {
      for (row, quantity) in quantities.enumerated() {
        if let problem = measure.problem(with: quantity) {
          try report(problem.within(.household(ids[row])))
        }
      }
    }
  }

  private func check<Stop>(
    _ row: Int,
    _ report: (BenefitError) throws(Stop) -> Void
  ) throws(Stop) {
    func problem(
      _ code: BenefitError.Code,
      _ field: String,
      _ value: String,
      _ advice: String
    ) -> BenefitError {
      .field(field, code, value, advice).within(.household(ids[row]))
    }
    let oneLine = "Write it on one line, without control characters."
    let (id, gaqa) = (ids[row], gaqas[row])
    if id.isEmpty {
      let value = "nothing in row \(row + 1)"
      try report(problem(.invalidName, "id", value, "Give every household an id."))
    }
    if gaqa.isEmpty {
      let advice = "Name the gaqa the household belongs to."
      try report(problem(.invalidName, "gaqa", "nothing", advice))
    }
    if !id.isOneLine {
      try report(problem(.invalidName, "id", "\"\(id.escaped)\"", oneLine))
    }
    // Households mostly come gaqa by gaqa, so that most names have been looked at.
    let isSeen = row > 0 && gaqa == gaqas[row - 1]
    if !isSeen && !gaqa.isOneLine {
      try report(problem(.invalidName, "gaqa", "\"\(gaqa.escaped)\"", oneLine))
    }
    if persons[row] < 1 {
      let advice = "A household has at least one member; leave out one that has none."
      try report(problem(.notPositive, "persons", "\(persons[row])", advice))
    }
    if persons[row] > Register.mostPersons {
      try report(.tooManyPersons(persons[row]).within(.household(id)))
    }
    if baselineIncomes[row] < .zero {
      let advice = "Enter zero where a year's costs were above its receipts."
      try report(problem(.negative, "baseline income", "\(baselineIncomes[row])", advice))
    }
  }
}

extension Measure {
  /// The error of a quantity of the measure, or `nil` if there is none.
  func problem(with quantity: Quantity) -> BenefitError? {
    if quantity.unit != unit {
      return .field(
        name,
        .wrongUnit,
        "\(quantity)",
        "Give it in the unit of the measure, \(unit)."
      )
    }
    if quantity.thousandths < 0 {
      return .field(name, .negative, "\(quantity)", "A measure is zero or more.")
    }
    return nil
  }
}

extension BenefitError {
  /// The error of one value in a household's row.
  static func field(_ name: String, _ code: Code, _ value: String, _ advice: String) -> Self {
    Self(code, at: .field(name), found: "found \(value).", advice: advice)
  }

  /// The error of a household larger than a register takes.
  static func tooManyPersons(_ persons: Int) -> Self {
    let advice = "A household has at most \(Register.mostPersons) members."
    return .field("persons", .outOfRange, "\(persons)", advice)
  }

  /// The error of an id that two households carry.
  static func duplicateID(_ id: Household.ID) -> Self {
    .field("id", .duplicate, "it twice", "Give every household of the register an id of its own.")
      .within(.household(id))
  }
}

extension Register {
  /// The most members a household may have, so that sums over any register stay in 64 bits.
  static let mostPersons = Int(Int32.max)

  /// Checks every cell before anything is arranged.
  static func validate(
    ids: [Household.ID],
    gaqas: [String],
    persons: [Int],
    standings: [Standing],
    baselineIncomes: [Money],
    measures: [Measure: [Quantity]]
  ) throws(RegisterError) {
    let lengths =
      [
        ("gaqa", gaqas.count), ("persons", persons.count), ("standing", standings.count),
        ("baseline income", baselineIncomes.count),
      ] + measures.sorted { $0.key.precedes($1.key) }.map { ($0.key.name, $0.value.count) }
    for (field, length) in lengths where length != ids.count {
      throw RegisterError(
        code: .wrongLength,
        household: nil,
        field: field,
        value: "\(length) rows",
        advice: "Give it one value for each of the \(ids.count) households."
      )
    }

    for (row, id) in ids.enumerated() {
      guard !id.isEmpty else {
        throw RegisterError(
          code: .emptyID,
          household: id,
          field: "id",
          value: "nothing in row \(row + 1)",
          advice: "Give every household an id."
        )
      }
      guard !gaqas[row].isEmpty else {
        throw RegisterError(
          code: .emptyGaqa,
          household: id,
          field: "gaqa",
          value: "nothing",
          advice: "Name the gaqa the household belongs to."
        )
      }
      // Households mostly come gaqa by gaqa, so that most names have been looked at.
      let isSeen = row > 0 && gaqas[row] == gaqas[row - 1]
      guard id.isOneLine, isSeen || gaqas[row].isOneLine else {
        let (field, name) = id.isOneLine ? ("gaqa", gaqas[row]) : ("id", id)
        throw RegisterError(
          code: .notOneLine,
          household: id.escaped,
          field: field,
          value: "\"\(name.escaped)\"",
          advice: "Write it on one line, without control characters."
        )
      }
      guard persons[row] > 0 else {
        throw RegisterError(
          code: .noPersons,
          household: id,
          field: "persons",
          value: "\(persons[row])",
          advice: "A household has at least one member; leave out one that has none."
        )
      }
      guard persons[row] <= mostPersons else {
        throw RegisterError(
          code: .tooManyPersons,
          household: id,
          field: "persons",
          value: "\(persons[row])",
          advice: "A household has at most \(mostPersons) members."
        )
      }
      guard baselineIncomes[row] >= .zero else {
        throw RegisterError(
          code: .negativeAmount,
          household: id,
          field: "baseline income",
          value: "\(baselineIncomes[row])",
          advice: "Enter zero where a year's costs were above its receipts."
        )
      }
    }

    for (measure, quantities) in measures.sorted(by: { $0.key.precedes($1.key) }) {
      for (row, quantity) in quantities.enumerated() {
        guard quantity.unit == measure.unit else {
          throw RegisterError(
            code: .wrongUnit,
            household: ids[row],
            field: measure.name,
            value: "\(quantity)",
            advice: "Give it in the unit of the measure, \(measure.unit)."
          )
        }
        guard quantity.thousandths >= 0 else {
          throw RegisterError(
            code: .negativeAmount,
            household: ids[row],
            field: measure.name,
            value: "\(quantity)",
            advice: "A measure is zero or more."
          )
        }
      }
    }
  }
}

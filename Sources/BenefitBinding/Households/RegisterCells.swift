/// The columns of a register before they are checked and arranged.
struct RegisterCells {
  let ids: [Household.ID]
  let gaqas: [String]
  let persons: [Int]
  let statuses: [Status]
  let baselineIncomes: [Money]
  let measures: [Measure: [Quantity]]
  /// Measures of which each household has a whole number of units.
  var counts: [Measure: [Int64]] = [:]
}

extension RegisterCells {
  /// The columns of households, where a measure that one of them does not name is none of it.
  init(_ households: [Household]) {
    var (measures, columns) = ([Measure](), [[Quantity]]())
    var places: [Measure: Int] = [:]
    var next = 0
    for (row, household) in households.enumerated() {
      for (measure, quantity) in household.measures {
        // Households name the same measures in the same order as a rule; then none is looked up.
        if next == measures.count { next = 0 }
        if next == measures.count || measures[next] != measure {
          next = places[measure] ?? measures.count
          if next == measures.count {
            places[measure] = next
            measures.append(measure)
            columns.append(Array(repeating: Quantity(0, measure.unit), count: households.count))
          }
        }
        columns[next][row] = quantity
        next += 1
      }
    }
    self.init(
      ids: households.map(\.id),
      gaqas: households.map(\.gaqa),
      persons: households.map(\.persons),
      statuses: households.map(\.status),
      baselineIncomes: households.map(\.baselineIncome),
      measures: Dictionary(uniqueKeysWithValues: zip(measures, columns))
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
    let counts = counts.sorted { $0.key.precedes($1.key) }
    let lengths =
      [
        ("gaqa", gaqas.count), ("persons", persons.count), ("status", statuses.count),
        ("baseline income", baselineIncomes.count),
      ] + measures.map { ($0.key.name, $0.value.count) }
      + counts.map { ($0.key.name, $0.value.count) }
    for (column, length) in lengths where length != ids.count {
      try report(
        BenefitError(
          .wrongLength,
          at: .init("column", column),
          found: Phrase(en: "found \(Plural.counted(length, "row")).", zh: "共 \(length) 行。"),
          advice: .oneValue(forEachOf: ids.count)
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
    for (measure, counts) in counts {
      if self.measures[measure] != nil { try report(.measureTwice(measure)) }
      // Most columns are seen to be right at a glance.
      let (least, most) = counts.reduce((0, 0)) { (min($0.0, $1), max($0.1, $1)) }
      if least >= 0 && most <= .max / 1_000 { continue }
      for (row, count) in counts.enumerated() {
        if let problem = measure.problem(withCount: count) {
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
      _ value: Phrase,
      _ advice: Phrase
    ) -> BenefitError {
      .field(field, code, value, advice).within(.household(ids[row]))
    }
    func quoted(_ name: String) -> Phrase {
      Phrase(en: "\"\(name.escaped)\"", zh: "「\(name.escaped)」")
    }
    let (id, gaqa) = (ids[row], gaqas[row])
    if id.isEmpty {
      let value = Phrase(en: "nothing in row \(row + 1)", zh: "空（第 \(row + 1) 行）")
      let advice = Phrase(en: "Give every household an id.", zh: "请为每户编号。")
      try report(problem(.invalidName, "id", value, advice))
    }
    if gaqa.isEmpty {
      let value = Phrase(en: "nothing", zh: "空")
      let advice = Phrase(en: "Name the gaqa the household belongs to.", zh: "请填写该户所属的嘎查。")
      try report(problem(.invalidName, "gaqa", value, advice))
    }
    if !id.isOneLine {
      try report(problem(.invalidName, "id", quoted(id), Self.oneLine))
    }
    // Households mostly come gaqa by gaqa, so that most names have been looked at.
    let isSeen = row > 0 && gaqa == gaqas[row - 1]
    if !isSeen && !gaqa.isOneLine {
      try report(problem(.invalidName, "gaqa", quoted(gaqa), Self.oneLine))
    }
    let persons = persons[row]
    if persons < 1 {
      let value = Phrase(en: "\(persons)", zh: "\(persons)")
      let advice = Phrase(
        en: "A household has at least one member; leave out one that has none.",
        zh: "每户至少有一人；没有人口的户请删去。"
      )
      try report(problem(.notPositive, "persons", value, advice))
    }
    if persons > Register.mostPersons {
      try report(.tooManyPersons(persons).within(.household(id)))
    }
    let income = baselineIncomes[row]
    if income < .zero {
      let value = Phrase(en: "\(income)", zh: "\(income)")
      let advice = Phrase(
        en: "Enter zero where a year's costs were above its receipts.",
        zh: "支出大于收入的年份，请填零。"
      )
      try report(problem(.negative, "baseline income", value, advice))
    }
  }

  private static let oneLine = Phrase(
    en: "Write it on one line, without control characters.",
    zh: "请写在一行内，不要含有控制字符。"
  )
}

extension Phrase {
  /// The advice on a column that has not one value for each of so many households.
  static func oneValue(forEachOf households: Int) -> Self {
    Self(
      en: "Give it one value for each of the \(households) households.",
      zh: "请为 \(households) 户各填一个数值。"
    )
  }
}

extension Measure {
  /// The error of a quantity of the measure, or `nil` if there is none.
  func problem(with quantity: Quantity) -> BenefitError? {
    var value: Phrase { Phrase(en: "\(quantity)", zh: quantity.words(in: .simplifiedChinese)) }
    if quantity.unit != unit {
      let advice = Phrase(
        en: "Give it in the unit of the measure, \(unit).",
        zh: "请按该指标的单位\(unit.chineseWithName)填写。"
      )
      return .field(name, .wrongUnit, value, advice)
    }
    if quantity.thousandths < 0 {
      let advice = Phrase(en: "A measure is zero or more.", zh: "指标应为零或以上。")
      return .field(name, .negative, value, advice)
    }
    return nil
  }
}

extension Measure {
  /// The error of a whole number of the measure's units, or `nil` if there is none.
  fileprivate func problem(withCount count: Int64) -> BenefitError? {
    if let quantity = Quantity(exactly: count, unit) { return problem(with: quantity) }
    let advice = Phrase(
      en: "A measure has at most \(Int64.max / 1_000) units.",
      zh: "指标不得超过 \(Int64.max / 1_000) 个单位。"
    )
    return .field(name, .outOfRange, Phrase(en: "\(count)", zh: "\(count)"), advice)
  }
}

extension BenefitError {
  /// The error of a measure that two columns hold.
  fileprivate static func measureTwice(_ measure: Measure) -> Self {
    Self(
      .duplicate,
      at: .init("column", measure.name),
      found: Phrase(
        en: "it stands among the measures and among the counts.",
        zh: "既在指标中，又在整数指标中。"
      ),
      advice: Phrase(en: "Give one column of it.", zh: "请只给一列。")
    )
  }

  /// The error of one value in a household's row.
  static func field(_ name: String, _ code: Code, _ value: Phrase, _ advice: Phrase) -> Self {
    let found = Phrase(
      en: "found \(value).",
      zh: "实际为\(value.text(in: .simplifiedChinese))。".withSpacedFigures
    )
    return Self(code, at: .field(name), found: found, advice: advice)
  }

  /// The error of a household larger than a register takes.
  static func tooManyPersons(_ persons: Int) -> Self {
    let advice = Phrase(
      en: "A household has at most \(Register.mostPersons) members.",
      zh: "每户最多 \(Register.mostPersons) 人。"
    )
    return .field("persons", .outOfRange, Phrase(en: "\(persons)", zh: "\(persons)"), advice)
  }

  /// The error of an id that two households carry.
  static func duplicateID(_ id: Household.ID) -> Self {
    let value = Phrase(en: "it twice", zh: "两户共用同一编号")
    let advice = Phrase(
      en: "Give every household of the register an id of its own.",
      zh: "请为名册中的每户分别编号。"
    )
    return .field("id", .duplicate, value, advice).within(.household(id))
  }
}

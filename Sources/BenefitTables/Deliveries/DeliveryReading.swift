import BenefitBinding

/// Reads the deliveries of a file row by row and adds them up.
struct DeliveryReading {
  private enum Place { static let id = 0, day = 1, facts = 3 }

  private var rows: TableRows
  private let register: Register
  private let known: KnownHouseholds
  private let facts: [FactName]
  private let present: [Int]

  /// The sums of each fact that is a column, in fen or thousandths by the rows of the register.
  private(set) var sums: [(fact: FactName, sums: [Int64])]

  init(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ programme: Programme,
    _ register: Register
  ) {
    self.register = register
    known = KnownHouseholds(register)
    // Rates do not add up.
    facts = programme.factsRead.filter { if case .rate = $0 { false } else { true } }
    let columns = [
      HouseholdColumns.key(of: bytes, encoding),
      .day(aliases: ["交售日期", "交货日期"]),
      HouseholdColumns.all[HouseholdColumns.name],
    ]
    rows = TableRows(bytes, encoding, columns + facts.map { $0.column.with(isNeeded: false) })
    present = rows.present(Place.facts..<Place.facts + facts.count)
    if present.isEmpty && rows.problems.isEmpty { rows.problems.add(.noFact(of: facts)) }
    let none = [Int64](repeating: 0, count: register.count)
    sums = present.map { [facts] in (facts[$0 - Place.facts], none) }
  }

  /// The mistakes, once the rows were read.
  var problems: [BenefitError] { rows.problems.listed }

  /// Reads all rows, and adds up those of a period.
  mutating func readRows(in period: Period?) {
    var (counted, others) = (0, 0)
    while !present.isEmpty && rows.next() {
      let before = rows.problems.count
      let id = rows.household(Place.id, of: known)
      let day = rows.day(Place.day)
      let amounts = present.map { amount($0) }
      guard rows.problems.count == before, let row = id.flatMap(register.row(of:)), let day else {
        continue
      }
      if amounts.allSatisfy({ $0 == nil }) { rows.report(.nothingDelivered, present[0]) }
      guard period?.contains(day) != false else {
        others += 1
        continue
      }
      counted += 1
      for (index, amount) in amounts.enumerated() { add(amount ?? 0, index, row) }
    }
    if counted == 0, others > 0, let period {
      rows.problems.add(.noDelivery(in: period, of: others))
    }
  }

  private mutating func amount(_ column: Int) -> Int64? {
    switch facts[column - Place.facts] {
    case .money: rows.money(column)?.fen
    case .measure(let measure): rows.quantity(column, measure.unit)?.thousandths
    case .rate: nil
    }
  }

  private mutating func add(_ amount: Int64, _ index: Int, _ row: Int) {
    let (sum, overflowed) = sums[index].sums[row].addingReportingOverflow(amount)
    if overflowed { return rows.report(.tooMuchDelivered, present[index]) }
    sums[index].sums[row] = sum
  }
}

extension BenefitError {
  /// The error of deliveries that are all of other days.
  fileprivate static func noDelivery(in period: Period, of count: Int) -> Self {
    Self(
      .missing,
      found: Phrase(
        en:
          "none of \(Plural.counted(count, "row")) is of a day from \(period.start) to \(period.end.dayBefore).",
        zh: "共 \(count) 行，没有一行的日期在 \(period.start) 至 \(period.end.dayBefore) 之间。"
      ),
      advice: Phrase(en: "Check the days of the rows and of the season.", zh: "请核对各行日期和本期起止日期。")
    )
  }

  /// The error of a delivery of nothing.
  fileprivate static let nothingDelivered = Self(
    .missing,
    found: Phrase(en: "the row holds no quantity and no amount.", zh: "这一行没有数量，也没有金额。"),
    advice: Phrase(en: "Enter what was delivered, or delete the row.", zh: "请填写交售的数量或金额，或删去该行。")
  )

  /// The error of deliveries whose sum is not kept.
  fileprivate static let tooMuchDelivered = Self(
    .overflow,
    found: Phrase(
      en: "up to this row the household's deliveries are more than can be kept exactly.",
      zh: "截至本行，该户累计数额过大，无法精确保存。"
    ),
    advice: Phrase(en: "Check the amounts.", zh: "请核对数额。")
  )
}

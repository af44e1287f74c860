import BenefitAssessment
import BenefitBinding

/// Households in order of their income before, each with its income for a person before and after.
struct IncomeComparison {
  private let settlement: Settlement
  private let line: Money
  /// The rows that are shown, from the poorest.
  private let rows: [Int]

  /// The most households that are drawn; of more, as many are taken at even distances.
  private static let most = 120

  init(_ settlement: Settlement, below line: Money) {
    self.settlement = settlement
    self.line = line
    let register = settlement.register
    func product(_ income: Int, _ persons: Int) -> Int128 {
      Int128(register.baselineIncomes[income]) * Int128(register.persons[persons])
    }
    let sorted = register.indices.sorted { a, b in
      let (own, others) = (product(a, b), product(b, a))
      return own == others ? a < b : own < others
    }
    let count = min(sorted.count, Self.most)
    rows = (0..<count).map { sorted[count == 1 ? 0 : $0 * (sorted.count - 1) / (count - 1)] }
  }

  /// The incomes as dots on one line for each household, with the poverty line across.
  func chart(_ id: String, _ label: (Int) -> String, in language: Language) -> Chart {
    let incomes = rows.map { settlement.statements[$0].compared(to: line) }
    let currency = settlement.currency.units.text(in: language)
    var table = Table(
      .words(en: "household", zh: "户"),
      .amount(en: "before", zh: "帮扶前"),
      .amount(en: "after", zh: "帮扶后"),
      .words(en: "below the line", zh: "低于贫困线"),
      in: language
    )
    for (row, income) in zip(rows, incomes) {
      let poor: Prose =
        switch (income.isPoorBefore, income.isPoorAfter) {
        case (true, true): language.say("before and after", "帮扶前后均是")
        case (true, false): language.say("before", "帮扶前")
        case (false, true): language.say("after", "帮扶后")
        case (false, false): language.say("no", "否")
        }
      table.add(label(row), text(income.before), text(income.after), poor.plain)
    }
    let all = settlement.register.count
    let some = language.number(rows.count)
    let taken =
      rows.count == all
      ? language.say("Each household stands once", "每户一列，")
      : language.say(
        "\(some) of \(language.number(all)) households, taken at even distances,",
        "从 \(language.number(all)) 户中等距抽取 \(some) 户，"
      )
    return Chart(
      id: id,
      title: language.say(
        "Income for each person before and after, \(currency)",
        "帮扶前后人均收入（\(currency)）"
      ),
      description: language.say(
        "\(taken.plain) in order of income before; the dashed line is the poverty line of \(text(line)). What is too high for the chart is an arrow at its upper edge; the table has the amounts.",
        "\(taken.plain)按帮扶前收入由低到高排列；虚线为贫困线 \(text(line))。超出图幅的在上缘画作箭头，数额见表。"
      ),
      size: (480, 376),
      drawing: drawing(incomes, language),
      table: table
    )
  }

  private func drawing(_ incomes: [Statement.Comparison], _ language: Language) -> [Markup] {
    let highest = incomes.flatMap { [units($0.before), units($0.after)] }.max() ?? 0
    let lowest = incomes.flatMap { [units($0.before), units($0.after)] }.min() ?? 0
    // A few who gain much would press all others together; where they are many, they are the picture.
    let usual = 2 * max(units(line), incomes.map { units($0.before) }.max() ?? 0)
    let few = incomes.count { units($0.after) > usual } * 10 <= incomes.count
    let top = usual > 0 && few ? min(highest, usual) : highest
    let y = Scale(lowest, max(top, units(line)), from: 340, to: 44)
    let (left, right) = (y.margin, 474.0)
    let pitch = (right - left) / Double(max(1, incomes.count))
    let dots = incomes.enumerated().map { index, income in
      let x = left + (Double(index) + 0.5) * pitch
      func place(_ money: Money) -> Double { y(min(units(money), y.values.upperBound)) }
      let isBeyond = units(income.after) > y.values.upperBound
      return (x: x, before: place(income.before), after: place(income.after), isBeyond: isBeyond)
    }
    func spots(_ places: some Sequence<(Double, Double)>) -> String {
      places.map { "M\(Markup.place($0))h0" }.joined()
    }
    func arrow(_ x: Double, _ tip: Double) -> String {
      "M\(Markup.place((x - 4, tip + 6)))L\(Markup.place((x, tip)))L\(Markup.place((x + 4, tip + 6)))"
    }
    let size = pitch > 9 ? " large" : ""
    var drawing = Markup.marks(of: y, from: left, to: right)
    if !dots.isEmpty {
      let stems = dots.map { "M\(Markup.place(($0.x, $0.before)))V\(coordinate($0.after))" }
        .joined()
      let before = spots(dots.map { ($0.x, $0.before) })
      drawing += [
        .path(stems, "stem"), .path(before, "ring" + size), .path(before, "hole" + size),
      ]
      let (beyond, within) = (dots.filter(\.isBeyond), dots.filter { !$0.isBeyond })
      if !within.isEmpty {
        drawing.append(.path(spots(within.map { ($0.x, $0.after) }), "spot" + size))
      }
      if !beyond.isEmpty {
        let arrows = beyond.map { arrow($0.x, $0.after - 3) }.joined()
        drawing += [
          .path(arrows, "after"), .path(arrow(404, 10), "after"),
          .label(language.say("higher", "更高").plain, 416, 18),
        ]
      }
    }
    drawing += [
      .line((left, y(units(line))), (right, y(units(line))), "line"),
      .label(
        language.say("households, the poorest first", "各户（由低收入到高收入）").plain,
        right,
        364,
        "end"
      ),
    ]
    let keys = [
      (language.say("before", "帮扶前"), ["ring large", "hole large"]),
      (language.say("after", "帮扶后"), ["spot large"]),
    ]
    for (index, (text, styles)) in keys.enumerated() {
      let x = Double(index) * 100
      drawing += styles.map { .path("M\(coordinate(x + 18)) 14h0", $0) }
      drawing.append(.label(text.plain, x + 30, 18))
    }
    let name = language.say("poverty line \(text(line))", "贫困线 \(text(line))").plain
    return drawing + Markup.key(.line((206, 14), (230, 14), "line"), name, 206, 18)
  }

  private func text(_ money: Money) -> String { settlement.currency.text(money) }

  private func units(_ money: Money) -> Double { Double(money.fen) / 100 }
}

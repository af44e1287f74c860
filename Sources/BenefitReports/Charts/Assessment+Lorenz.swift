import BenefitAssessment
import BenefitBinding

extension Assessment {
  /// The Lorenz curves before and after, with the line on which all have the same.
  func lorenzChart(_ id: String, in language: Language) -> Chart {
    let sides = [
      (language.say("before", "帮扶前"), before.lorenz, "before"),
      (language.say("after", "帮扶后"), owed.incomes.lorenz, "after"),
    ]
    var table = Table(
      .words(en: "poorest part of the persons", zh: "最低收入人口比例"),
      .amount(en: "share of income before", zh: "帮扶前收入份额"),
      .amount(en: "share of income after", zh: "帮扶后收入份额"),
      in: language
    )
    for tenth in (1...10) as ClosedRange<Int64> {
      let part = Ratio.percent(tenth * 10)
      let shares = sides.map { $0.1.share(ofPoorest: part).text(decimals: 4, in: language) }
      table.add([part.percentText(decimals: 0, in: language)] + shares)
    }
    let lowest = sides.flatMap { $0.1.points }.map { $0.amount.double }.min() ?? 0
    let y = Scale(min(0, lowest) * 100, 100, from: 330, to: 40, ticks: 5)
    let x = Scale(0, 100, from: y.margin + 16, to: 470, ticks: 5)
    let (first, last) = (x.places.first, x.places.last)
    var drawing = Markup.marks(of: y, from: first, to: last, unit: "%")
    drawing += x.ticks.map { .label(x.text($0) + "%", x($0), 350, "middle", "tick") }
    drawing.append(.line((first, y(0)), (last, y(100)), "equal"))
    let persons = language.say("persons, the poorest first", "人口（由低收入到高收入）").plain
    drawing += [
      .label(persons, last, 370, "end"),
      .label(language.say("share of income", "收入份额").plain, 0, 16),
    ]
    for (index, (name, curve, style)) in sides.enumerated() {
      let points = curve.points.map { (x($0.persons.double * 100), y($0.amount.double * 100)) }
      if !points.isEmpty { drawing.append(.curve(points, style)) }
      let gini = curve.index.text(decimals: 4, in: language)
      let (left, top) = (first + 20, 60 + Double(index) * 20)
      drawing += Markup.key(
        .line((left, top - 4), (left + 24, top - 4), style),
        language.say("\(name.plain), Gini \(gini)", "\(name.plain)，基尼系数 \(gini)").plain,
        left,
        top
      )
    }
    return Chart(
      id: id,
      title: language.say("Lorenz curves before and after", "帮扶前后的洛伦兹曲线"),
      description: language.say(
        "The share of all income that goes to the poorest part of the persons; the nearer to the straight line, the more equal.",
        "最低收入人口所得收入占全部收入的份额；曲线越接近直线，分配越平均。"
      ),
      size: (480, 376),
      drawing: drawing,
      table: table
    )
  }
}

extension Ratio {
  /// The fraction as a place on a drawing needs it.
  var double: Double { Double(numerator) / Double(denominator) }
}

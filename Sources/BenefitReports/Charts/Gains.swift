import BenefitBinding

/// The gains of each gaqa by the kind of income, and its costs.
struct Gains {
  struct Gaqa {
    var name: String
    var households: Int
    var persons: Int64
    /// The amounts in fen in the order of the flows.
    var fen: [Int64]
  }

  /// The kinds of income and costs that occur.
  let flows: [Flow]
  let gaqas: [Gaqa]

  init(of settlement: Settlement) {
    let lines = settlement.lines.filter { $0.flow.isIncome || $0.flow == .cost }
    let flows = Flow.allCases.filter { flow in lines.contains { $0.flow == flow } }
    let register = settlement.register
    var gaqas = register.gaqas.map {
      Gaqa(name: $0, households: 0, persons: 0, fen: flows.map { _ in 0 })
    }
    for (row, gaqa) in register.gaqaIndices.enumerated() {
      gaqas[Int(gaqa)].households += 1
      gaqas[Int(gaqa)].persons += register.persons[row]
    }
    // All lines of a flow together fit, as they did when the settlement was closed.
    for (index, flow) in flows.enumerated() {
      for line in lines where line.flow == flow {
        for (row, gaqa) in register.gaqaIndices.enumerated() {
          gaqas[Int(gaqa)].fen[index] += line.fen[row]
        }
      }
    }
    self.flows = flows
    self.gaqas = gaqas
  }

  /// All that is gained by a gaqa, or taken off it.
  private func sum(_ gaqa: Gaqa, costs: Bool) -> Int64 {
    zip(flows, gaqa.fen).reduce(0) { $1.0.isIncome == costs ? $0 : $0 + $1.1 }
  }

  private func net(_ gaqa: Gaqa) -> Money {
    Money(fen: sum(gaqa, costs: false)) - Money(fen: sum(gaqa, costs: true))
  }

  /// A row for each gaqa, with the totals.
  func table(of settlement: Settlement, in language: Language) -> Table {
    let counts: [Table.Column] = [
      .words(en: "gaqa", zh: "嘎查"), .amount(en: "households", zh: "户数"),
      .amount(en: "persons", zh: "人口"),
    ]
    let kinds: [Table.Column] = flows.map {
      .amount(en: $0.text(in: .english), zh: $0.text(in: .simplifiedChinese))
    }
    var table = Table(counts + kinds + [.amount(en: "net gain", zh: "净收益")], in: language)
    for gaqa in gaqas {
      table.add(
        [gaqa.name, "\(gaqa.households)", "\(gaqa.persons)"]
          + gaqa.fen.map { settlement.currency.text(Money(fen: $0)) }
          + [settlement.currency.text(net(gaqa))]
      )
    }
    let totals = flows.indices.map { flow in
      gaqas.reduce(Money.zero) { $0 + Money(fen: $1.fen[flow]) }
    }
    table.addTotals(
      ["\(settlement.register.count)", "\(settlement.register.personCount)"]
        + (totals + [settlement.net]).map(settlement.currency.text)
    )
    return table
  }

  /// The gaqas that a chart has room for, the largest first, and the others as one.
  private func largest(_ most: Int, _ language: Language) -> [Gaqa] {
    let sizes = gaqas.map { Double(sum($0, costs: false)) + Double(sum($0, costs: true)) }
    let order = gaqas.indices.filter { sizes[$0] > 0 }.sorted {
      sizes[$0] == sizes[$1] ? $0 < $1 : sizes[$0] > sizes[$1]
    }
    if order.count <= most { return order.map { gaqas[$0] } }
    let rest = order[(most - 1)...]
    let others = rest.reduce(
      into: Gaqa(name: "", households: 0, persons: 0, fen: flows.map { _ in 0 })
    ) { all, index in
      for flow in flows.indices { all.fen[flow] += gaqas[index].fen[flow] }
    }
    var last = others
    last.name = language.say("\(rest.count) other gaqas", "其他 \(rest.count) 个嘎查").plain
    return order.prefix(most - 1).map { gaqas[$0] } + [last]
  }
}

// MARK: - Drawing

extension Gains {
  /// A bar for each gaqa, made of the kinds of income, with costs on the other side of zero.
  func chart(_ id: String, of settlement: Settlement, in language: Language) -> Chart {
    let currency = settlement.currency.units.text(in: language)
    let shown = largest(12, language)
    let top = Double((flows.count + 1) / 2) * 22 + 16
    let height = top + Double(shown.count) * 42
    func units(_ fen: Int64) -> Double { Double(fen) / 100 }
    let x = Scale(
      -(shown.map { units(sum($0, costs: true)) }.max() ?? 0),
      shown.map { units(sum($0, costs: false)) }.max() ?? 0,
      from: flows.contains(.cost) ? 36 : 4,
      to: 444,
      isRound: false
    )
    var drawing = [patterns(id)]
    for (index, flow) in flows.enumerated() {
      let (left, y) = (Double(index % 2) * 230, Double(index / 2) * 22 + 14)
      let sample = bar(id, flow, left, y - 11, 22, 14, nil)
      drawing += Markup.key(sample, flow.text(in: language), left, y)
    }
    for tick in x.ticks {
      drawing += [
        .line((x(tick), top), (x(tick), height + 4), tick == 0 ? "axis" : "grid"),
        .label(x.text(tick), x(tick), height + 20, "middle", "tick"),
      ]
    }
    for (row, gaqa) in shown.enumerated() {
      let y = top + Double(row) * 42
      drawing += [
        .label(gaqa.name.cut(to: 34), x(0) + 6, y + 15, "start", "halo"),
        .label(settlement.currency.text(net(gaqa)), 474, y + 15, "end", "halo amount"),
      ]
      var (right, left) = (0 as Int64, 0 as Int64)
      for (flow, fen) in zip(flows, gaqa.fen) where fen > 0 {
        let start = flow.isIncome ? right : left - fen
        let (from, to) = (x(units(start)), x(units(start + fen)))
        let text = "\(flow.text(in: language)): \(settlement.currency.text(Money(fen: fen)))"
        drawing.append(bar(id, flow, from, y + 20, to - from, 16, text))
        if flow.isIncome { right += fen } else { left -= fen }
      }
    }
    return Chart(
      id: id,
      title: language.say("Gains by gaqa and source, \(currency)", "各嘎查收益及来源（\(currency)）"),
      description: language.say(
        "A bar for each gaqa: kinds of income to the right, costs to the left of zero; the number is the net gain.",
        "每个嘎查一条：右侧为各类收入，左侧为支出，数字为净收益。"
      ),
      size: (480, height + 28),
      drawing: drawing,
      table: table(of: settlement, in: language)
    )
  }

  /// A part of a bar in the pattern of its flow.
  private func bar(
    _ id: String,
    _ flow: Flow,
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    _ title: String?
  ) -> Markup {
    Markup(
      "rect",
      [
        "class": "part", "fill": "url(#\(id)-\(flow.rawValue))", "x": coordinate(x),
        "y": coordinate(y), "width": coordinate(max(0.5, width)), "height": coordinate(height),
      ]
    ) {
      if let title { Markup("title") { title } }
    }
  }

  /// A pattern for each flow, so that none is told by its colour alone.
  private func patterns(_ id: String) -> Markup {
    Markup("defs") {
      for flow in flows {
        let (width, height, lines) = Self.hatching(of: flow)
        Markup(
          "pattern",
          [
            "id": "\(id)-\(flow.rawValue)", "width": width, "height": height,
            "patternUnits": "userSpaceOnUse",
          ]
        ) {
          Markup("rect", ["class": "fill \(flow.rawValue)", "width": width, "height": height])
          if let lines { Markup.path(lines, "hatch") }
        }
      }
    }
  }

  private static func hatching(of flow: Flow) -> (width: String, height: String, lines: String?) {
    switch flow {
    case .wage: ("6", "6", nil)
    case .business: ("6", "6", "M0 6L6 0M-1 1L1 -1M5 7L7 5")
    case .property: ("6", "6", "M0 3H6")
    case .transfer: ("6", "6", "M3 0V6")
    default: ("6", "6", "M0 0L6 6M0 6L6 0")
    }
  }
}

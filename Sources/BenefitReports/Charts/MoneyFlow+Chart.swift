package import BenefitBinding

extension MoneyFlow {
  /// The flow as a Sankey diagram, whose widths are as the amounts.
  package func chart(_ id: String, _ currency: Currency, in language: Language) -> Chart {
    let unit = kind.unit == nil ? currency.units.text(in: language) : nil
    let what: (Prose, Prose) =
      switch (kind.unit, kind.isStock) {
      case (nil, false): ("The course of the money", "资金流向")
      case (nil, true): ("What is held or owed at the end", "期末持有和所欠")
      default: ("What was allotted", "实物分配流向")
      }
    let title = language.say(what.0, what.1)
    let columns = self.columns
    return Chart(
      id: id,
      title: unit.map { language.say("\(title.plain), \($0)", "\(title.plain)（\($0)）") } ?? title,
      description: language.say(
        "On the left what was shared or paid, in the middle its tiers and lines, on the right who got it or bears it; what goes into a tier comes out of it.",
        "左侧为分配总额或直接支付，中间为各分配项，右侧为取得或承担的各方；每一分配项收支相等。"
      ),
      size: (480, columns.map(\.height).max() ?? 0),
      drawing: drawing(columns, currency, language),
      table: table(of: currency, in: language)
    )
  }

  /// The amounts that each tier takes and gives, which come to the same.
  private func table(of currency: Currency, in language: Language) -> Table {
    var table = Table(
      .words(en: "tier or line", zh: "分配项"),
      .words(en: "from or to", zh: "来源或去向"),
      .amount(en: "in", zh: "流入"),
      .amount(en: "out", zh: "流出"),
      in: language
    )
    func text(_ amount: Int64) -> String { kind.unit.text(of: amount, in: language, of: currency) }
    var tiers: [Node] = []
    for link in inflows where !tiers.contains(link.to) { tiers.append(link.to) }
    for tier in tiers {
      for link in inflows where link.to == tier {
        table.add(tier.name, link.from.name, text(link.amount), "")
      }
      for link in outflows where link.from == tier {
        table.add(tier.name, link.to.name, "", text(link.amount))
      }
    }
    table.addTotals(
      [""] + [inflows, outflows].map { links in text(links.reduce(0) { $0 + $1.amount }) }
    )
    return table
  }

  // MARK: - Layout

  /// The nodes of a column with their places: the bar of each, and the room that its label needs.
  private struct Column {
    var bars: [(node: Node, amount: Int64, y: Double, height: Double, lines: [String])] = []
    var height = 0.0
  }

  private static let lineHeight = 16.0

  private var columns: [Column] {
    let sides = [
      inflows.map { ($0.from, $0.amount) }, inflows.map { ($0.to, $0.amount) },
      outflows.map { ($0.to, $0.amount) },
    ]
    let sums = sides.map { parts in
      var nodes: [(node: Node, amount: Int64)] = []
      for (node, amount) in parts {
        if let index = nodes.firstIndex(where: { $0.node == node }) {
          nodes[index].amount += amount
        } else {
          nodes.append((node, amount))
        }
      }
      return nodes
    }
    let whole = inflows.reduce(0.0) { $0 + Double($1.amount) }
    let size = min(220, 70 * Double(sums.map(\.count).max() ?? 0))
    return zip(sums, [17, 17, 20]).map { nodes, width in
      nodes.reduce(into: Column()) { column, part in
        let height = Double(part.amount) / whole * size
        let lines = part.node.name.wrapped(to: width)
        let room = max(height, Double(lines.count + 1) * Self.lineHeight)
        // A bar that is lower than its label stands in the middle of it.
        let y = column.height + (room - height) / 2
        column.bars.append((part.node, part.amount, y, height, lines))
        column.height += room + 10
      }
    }
  }

  // MARK: - Drawing

  private static let left = [0.0, 152, 304]
  private static let barWidth = 9.0

  private func drawing(
    _ columns: [Column],
    _ currency: Currency,
    _ language: Language
  ) -> [Markup] {
    links(inflows, from: columns[0], to: columns[1], stage: 0)
      + links(outflows, from: columns[1], to: columns[2], stage: 1)
      + zip(columns, Self.left).flatMap { column, left in
        column.bars.flatMap { bar in
          let top = coordinate(bar.y)
          let style = "bar \(bar.node.role)"
          let middle =
            bar.y + bar.height / 2 - Double(bar.lines.count - 1) / 2 * Self.lineHeight - 3
          let amount = kind.unit.text(of: bar.amount, in: language, of: currency)
          return [
            Markup(
              "rect",
              [
                "class": style, "x": coordinate(left), "y": top,
                "width": coordinate(Self.barWidth), "height": coordinate(max(1, bar.height)),
              ]
            )
          ]
            + (bar.lines + [amount]).enumerated().map { index, text in
              let y = middle + Double(index) * Self.lineHeight
              let style = index == bar.lines.count ? "halo amount" : "halo"
              return .label(text, left + Self.barWidth + 5, y, "start", style)
            }
        }
      }
  }

  /// The bands between two columns, each as wide as its amount at both ends.
  private func links(
    _ links: [Link],
    from start: Column,
    to end: Column,
    stage: Int
  ) -> [Markup] {
    let (x0, x1) = (Self.left[stage] + Self.barWidth, Self.left[stage + 1])
    let middle = (x0 + x1) / 2
    var used: [[Node: Int64]] = [[:], [:]]
    /// The upper and the lower end of the next part of a bar.
    func part(_ column: Column, _ side: Int, _ node: Node, _ amount: Int64) -> (Double, Double) {
      guard let bar = column.bars.first(where: { $0.node == node }) else {
        stop("A flow of money has no end.")
      }
      let before = used[side][node, default: 0]
      used[side][node] = before + amount
      let scale = bar.height / Double(bar.amount)
      return (bar.y + Double(before) * scale, bar.y + Double(before + amount) * scale)
    }
    return links.map { link in
      let (top0, bottom0) = part(start, 0, link.from, link.amount)
      let (top1, bottom1) = part(end, 1, link.to, link.amount)
      func curve(_ y0: Double, _ y1: Double, _ a: Double, _ b: Double) -> String {
        let places = [(middle, y0), (middle, y1), (b, y1)].map(Markup.place)
        return Markup.place((a, y0)) + "C" + places.joined(separator: " ")
      }
      let commands = "M" + curve(top0, top1, x0, x1) + "L" + curve(bottom1, bottom0, x1, x0) + "Z"
      let role = stage == 0 ? link.from.role : link.to.role
      return .path(commands, "band \(role)")
    }
  }
}

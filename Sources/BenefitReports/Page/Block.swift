import BenefitBinding

/// A part of a report, which every form of it shows in its own way and in the same order.
indirect enum Block {
  case paragraph(Prose)
  case facts([(name: Prose, value: Prose)])
  case list([Prose], isNumbered: Bool)
  /// Lines, two spaces further in for each that explains the one above.
  case outline([String])
  /// A table with rows at its foot, beside its own totals.
  case table(Table, caption: Prose, foot: [[String]] = [])
  case chart(Chart)
  /// Parts for those who ask for them.
  case details(Prose, [Block])
  /// Blocks that stand together, over the whole width of a section of pairs where they are wide.
  case group([Block], isWide: Bool = false)
  case section(Section)
}

extension Block {
  /// The section that the block is, or `nil`.
  var section: Section? { if case .section(let section) = self { section } else { nil } }
}

/// A part of a report with a heading, which is as deep as the section stands.
struct Section {
  /// The place of the parts on a wide page.
  enum Layout: String {
    case flow, pair, cards, card
  }

  let id: String
  let title: Prose
  var layout = Layout.flow
  let blocks: [Block]
}

/// A chart with its title, its text for those who do not see it, and the numbers that it was drawn from.
struct Chart {
  let id: String
  let title: Prose
  let description: Prose
  let size: (width: Double, height: Double)
  let drawing: [Markup]
  let table: Table
}

extension Chart {
  /// The words that open the table behind a chart.
  static func opensTable(in language: Language) -> Prose {
    language.say("Table behind the chart", "图中数据")
  }
}

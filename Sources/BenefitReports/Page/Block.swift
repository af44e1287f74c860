package import BenefitBinding

/// A part of a report, which every form of it shows in its own way and in the same order.
package indirect enum Block {
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

  /// The contract in plain words.
  package static func contract(_ terms: Terms, in language: Language) -> Self {
    let sentences = terms.contract(in: language).map { sentence in
      // The list numbers them.
      Prose(sentence.firstRange(of: ". ").map { String(sentence[$0.upperBound...]) } ?? sentence)
    }
    return .list(sentences, isNumbered: true)
  }
}

/// A part of a report with a heading, which is as deep as the section stands.
package struct Section {
  /// The place of the parts on a wide page.
  package enum Layout: String {
    case flow, pair, cards, card
  }

  let id: String
  let title: Prose
  let layout: Layout
  let blocks: [Block]

  package init(id: String, title: Prose, layout: Layout = .flow, blocks: [Block]) {
    self.id = id
    self.title = title
    self.layout = layout
    self.blocks = blocks
  }
}

/// A chart with its title, its text for those who do not see it, and the numbers that it was drawn from.
package struct Chart {
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

import BenefitBinding
import BenefitReports

/// The pages of the published schemes, made from the cases.
package struct Atlas {
  private let kinds: [(name: String, exhibits: [Exhibit])]

  /// Settles every case.
  package init() throws {
    kinds = try PublishedScheme.kinds.map { kind in
      (kind.name, try kind.schemes.map { try Exhibit($0, of: kind.name) })
    }
  }

  private var exhibits: [Exhibit] { kinds.flatMap(\.exhibits) }

  // MARK: - Markdown

  /// The files by their paths in the folder of the documents: the index, then a page for each case.
  package var documents: [(path: String, text: String)] {
    [("PublishedSchemes.md", index)]
      + exhibits.map { ("\(Self.folder)/\($0.name).md", $0.markdown) }
  }

  /// The folder of the pages in that of the documents.
  package static let folder = "Published"

  private var index: String {
    let verdicts = exhibits.flatMap { $0.figures.map(\.verdictText) }
    let meanings = Verdict.all.map { verdict in
      let count = verdicts.count { $0 == verdict.word }
      return "- \(verdict.word), \(count) figures: \(verdict.meaning)"
    }
    let rows = exhibits.map { exhibit in
      let link = "[\(exhibit.scheme.place)](\(Self.folder)/\(exhibit.name).md)"
      return "| \(link) | \(exhibit.kind) | \(exhibit.verdict) |"
    }
    return """
      # Published schemes

      Fifty-two schemes as newspapers, papers and annual reports published them, each written with the public library alone, settled for
      its households and held against what was printed. The page of a scheme has the figures one by one, what was assumed, who gets what
      and the contract in plain words; all of it is written by `swift run Atlas` from the cases in `Tests/PublishedSchemes`, and a test
      holds the pages to them, so a figure there is a figure that was settled. `swift run Atlas --html FOLDER` makes one page of all, with
      charts.

      A case that contradicts itself is reproduced where it is consistent, and the contradiction is a figure of its own. A rate or an
      amount that was worked back makes the printed figures agree and proves nothing about the rule.

      \(meanings.joined(separator: "\n"))

      The verdict on a scheme is the first of these that one of its figures has.

      | place and year | kind | verdict |
      |---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  // MARK: - HTML

  /// One page of all cases, with charts.
  package var gallery: String {
    let opening: [Block] = [
      .paragraph(
        "Schemes as newspapers, papers and annual reports published them, settled and held against what was printed."
      ),
      .list(Verdict.all.map { Prose("\($0.word): \($0.meaning)") }, isNumbered: false),
    ]
    let sections = kinds.enumerated().map { number, kind in
      Section(
        id: "kind-\(number + 1)",
        title: Prose(kind.name.capitalised),
        blocks: kind.exhibits.map { .section($0.section) }
      )
    }
    return Page("Published schemes", opening: opening, sections: sections).html(in: .english)
  }
}

extension Exhibit {
  fileprivate var markdown: String {
    func section(_ title: Prose, _ blocks: [Block]) -> Section? {
      blocks.isEmpty ? nil : Section(id: "", title: title, blocks: blocks)
    }
    let page = Page(
      Prose(scheme.place),
      opening: opening,
      sections: [
        section("Figures", [comparison]),
        section("Assumptions and contradictions", [notes]),
        section("Who gets what", bars),
        section("One amount, back to the facts", derivations),
        section("The contract", contracts(in: .english)),
        section("The contract in Chinese", contracts(in: .simplifiedChinese)),
      ].compactMap(\.self)
    )
    return page.markdown(in: .english)
      + "\n[All published schemes, and what the verdicts mean](../PublishedSchemes.md)\n"
  }

  fileprivate var section: Section {
    let parts: [(Prose, [Block])] = [
      ("The contract", contracts(in: .english)),
      ("The contract in Chinese", contracts(in: .simplifiedChinese)),
      ("One amount, back to the facts", derivations),
    ]
    let details = parts.filter { !$0.1.isEmpty }.map { Block.details($0.0, $0.1) }
    return Section(
      id: name,
      title: Prose(scheme.place),
      layout: .pair,
      blocks: [
        .group(opening, isWide: true),
        .group([comparison, .paragraph("Assumptions and contradictions:"), notes]),
        .group(charts),
        .group(details, isWide: true),
      ]
    )
  }
}

extension String {
  /// The text with a capital.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

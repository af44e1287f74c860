import BenefitAssessment
import BenefitBinding
import BenefitReports

/// A settled case as its page shows it.
struct Exhibit {
  let scheme: PublishedScheme
  let kind: String
  let figures: [Figure]
  /// Each of the case's terms with the settlement that used it first; those of one name differ by an amount.
  private let settled: [(terms: Terms, settlement: Settlement)]

  init(_ scheme: PublishedScheme, of kind: String) throws {
    self.scheme = scheme
    self.kind = kind
    let (figures, settlements) = try scheme.settled()
    self.figures = figures
    settled = settlements.reduce(into: []) { settled, settlement in
      for terms in settlement.schemes
      where !settled.contains(where: { $0.terms.name == terms.name }) {
        settled.append((terms, settlement))
      }
    }
  }

  /// The name of the page.
  var name: String { String(scheme.id.drop { $0 != "-" }.dropFirst()) }

  /// The verdict of the figure that agrees least.
  var verdict: String {
    let found = figures.map(\.verdictText)
    return Verdict.all.map(\.word).first(where: found.contains) ?? "none"
  }
}

/// The words of the verdicts, from the one that agrees least.
enum Verdict {
  static let all: [(word: String, meaning: String)] = [
    ("differs", "a printed figure that the report's other figures do not bear out"),
    ("about", "near a figure that the report calls approximate"),
    ("exceeds", "above a printed lower bound"),
    ("equal", "equal to the printed figure"),
    ("follows", "not printed, worked out apart from the library and equal"),
  ]
}

// MARK: - The parts of a page

extension Exhibit {
  /// The case in a sentence and as the report has it, then its kind, its verdict and its source.
  var opening: [Block] {
    [.paragraph(Prose(scheme.terms.sentence))]
      + [scheme.report.map { .paragraph(Prose($0)) }].compactMap(\.self)
      + [
        .facts([
          (Prose("Kind"), Prose(kind.capitalised)),
          (Prose("Verdict"), Prose(verdict)),
          (Prose("Source"), Prose(scheme.source)),
        ])
      ]
  }

  var comparison: Block {
    var table = Table("figure", "unit", .amount("printed"), .amount("computed"), "verdict")
    for figure in figures {
      let (quantity, unit) = (figure.figure.quantity, figure.figure.unit)
      table.add(quantity, unit, figure.printedText, figure.computedText, figure.verdictText)
    }
    return .table(table, caption: "Printed and computed")
  }

  /// Each assumption and contradiction by itself.
  var notes: Block {
    guard let note = scheme.note else { return .paragraph("None.") }
    return .list(note.split(separator: "; ").map { Prose(String($0).sentence) }, isNumbered: false)
  }

  func contracts(in language: Language) -> [Block] {
    titled(
      "contract-\(language)",
      settled.map { ($0.terms.name, [.contract($0.terms, in: language)]) }
    )
  }

  /// Parts under the names of their terms, where there are several.
  private func titled(_ id: String, _ parts: [(name: String, blocks: [Block])]) -> [Block] {
    if parts.count == 1 { return parts[0].blocks }
    return parts.enumerated().map { number, part in
      let id = "\(name)-\(id)-\(number + 1)"
      return .section(Section(id: id, title: Prose(part.name.capitalised), blocks: part.blocks))
    }
  }

  /// Who gets what, as diagrams.
  var charts: [Block] {
    titled(
      "flows",
      settled.enumerated().map { number, part in
        let charts = flows(part).enumerated().map { index, flow in
          let id = "\(name)-flow-\(number + 1)-\(index + 1)"
          return Block.chart(flow.chart(id, part.settlement.currency, in: .english))
        }
        return (part.terms.name, charts)
      }
    )
  }

  /// Who gets what, as bars made of letters.
  var bars: [Block] {
    if settled.isEmpty {
      return [
        .paragraph(
          "No money is shared out here; the figures are read from a ledger or from what was put in."
        )
      ]
    }
    return settled.flatMap { part in
      let flows = flows(part)
      let paid = flows.filter { !$0.kind.isStock }
      return (paid.isEmpty ? flows : paid).map { $0.bars(in: part.settlement) }
    }
  }

  private func flows(_ part: (terms: Terms, settlement: Settlement)) -> [MoneyFlow] {
    MoneyFlow.all(of: part.terms.name, in: part.settlement, .english)
  }

  /// The first amount of the first household, back to the facts it was made from.
  var derivations: [Block] {
    titled(
      "amount",
      settled.compactMap { terms, settlement in
        let entries = settlement.statements.first?.entries.filter { $0.scheme == terms.name } ?? []
        let paid = entries.first { !$0.flow.isStock && $0.quantity == nil }
        guard let entry = paid ?? entries.first else { return nil }
        let lines = entry.derivation.lines(.full).map { "  " + $0 }
        return (terms.name, [.outline([entry.name] + lines)])
      }
    )
  }
}

extension MoneyFlow {
  /// Who gets what part, and below zero who bears it.
  fileprivate func bars(in settlement: Settlement) -> Block {
    let borne = inflows.filter { $0.from.role == .household }
    let given = outflows.filter { link in !borne.contains { $0.to == link.from } }
    let total = given.reduce(0) { $0 + $1.amount }
    var table = Table("who", "for", .amount("amount"), .amount("part"), "")
    func row(_ who: Node, _ tier: Node, _ amount: Int64, _ part: String, _ bar: String) {
      let reason = who.name == tier.name ? "" : tier.name
      table.add(
        who.name,
        reason,
        kind.unit.text(of: amount, in: .english, of: settlement.currency),
        part,
        bar
      )
    }
    for link in given {
      let part = Ratio(link.amount, total)
      let length = Int((link.amount * 40 + total) / (2 * total))
      let bar = length == 0 ? "▏" : String(repeating: "█", count: length)
      row(link.to, link.from, link.amount, part.percentText(decimals: 1), bar)
    }
    for link in borne { row(link.from, link.to, -link.amount, "", "") }
    let unit = kind.unit == nil ? ", in \(settlement.currency.units.text(in: .english))" : ""
    let held = kind.isStock ? ", held or owed at the end" : ""
    return .table(
      table,
      caption:
        "\(scheme.capitalised), \(settlement.season.name)\(unit)\(held)\(settlement.register.size)"
    )
  }
}

extension Register {
  /// The number of households, with that of their persons where these were not laid out as one a household.
  fileprivate var size: String {
    if isEmpty { return "; no household is listed" }
    let households = Quantity(Int64(count), .household).words(in: .english)
    let persons = Quantity(personCount, .person).words(in: .english)
    return "; " + (personCount == Int64(count) ? households : "\(households) with \(persons)")
  }
}

extension String {
  /// The text with a capital and a full stop.
  fileprivate var sentence: String { capitalised + "." }
}

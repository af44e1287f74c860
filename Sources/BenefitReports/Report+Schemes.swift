import BenefitBinding

extension Report {
  func schemes(_ language: Language) -> Section? {
    if settlement.schemes.isEmpty { return nil }
    return Section(
      id: "schemes",
      title: language.say("Schemes", "方案"),
      blocks: settlement.schemes.enumerated().map { .section(scheme($1, $0 + 1, language)) }
    )
  }

  private func scheme(_ terms: Terms, _ number: Int, _ language: Language) -> Section {
    let mode = terms.organisationMode.map { mode in
      Block.table(
        mode.table(in: language),
        caption: language.say("Organised as \(mode.name)", "组织方式：\(mode.name)")
      )
    }
    let flows = MoneyFlow.all(of: terms.name, in: settlement, language)
    let pots = settlement.waterfalls.filter { $0.scheme == terms.name }.map {
      Block.table($0.table(in: language), caption: Prose($0.clause(in: language)))
    }
    let own = settlement.notices.filter { $0.scheme == terms.name }
    return Section(
      id: "scheme-\(number)",
      title: "\(name: terms.name)",
      layout: .pair,
      blocks: [
        .group(
          [.contract(terms, in: language)] + [mode].compactMap(\.self) + notices(own, language)
        ),
        .group(
          flows.enumerated().map { index, flow in
            .chart(flow.chart("flow-\(number)-\(index + 1)", settlement.currency, in: language))
          }
        ),
        .group(
          pots.isEmpty
            ? [] : [.details(language.say("Pots, tier by tier", "分配总额逐项明细"), pots)],
          isWide: true
        ),
      ]
    )
  }
}

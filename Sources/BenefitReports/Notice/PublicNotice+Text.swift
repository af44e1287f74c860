public import BenefitBinding

extension PublicNotice {
  /// Returns the notice as it is posted: the days, the rule in the contract's words, the households, and where each pot went.
  public func text(in language: Language) -> String {
    let rules = settlement.schemes.map { terms in
      Phrase(
        en: "Rule of \"\(terms.name.escaped)\": \(terms.rule(in: .english))",
        zh: "「\(terms.name.escaped)」的分配办法：\(terms.rule(in: .simplifiedChinese))"
      )
    }
    var parts = [
      [title, days], rules, [Phrase(table)], pots.isEmpty ? [] : [Phrase(potTable)],
      pots.compactMap(fallen),
    ]
    if let objections {
      parts.append([
        Phrase(
          en: "Objections until \(lastDay): \(objections.escaped)",
          zh: "如有异议，请在 \(lastDay) 前（含当日）提出：\(objections.escaped)"
        )
      ])
    }
    return parts.filter { !$0.isEmpty }
      .map { $0.map { $0.text(in: language) }.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var title: Phrase {
    let (gaqa, season) = (gaqa?.escaped, settlement.season.name.escaped)
    return Phrase(
      en: "Public notice: " + (gaqa.map { "\($0), " } ?? "") + season,
      zh: "收益分配公示：" + (gaqa.map { "嘎查「\($0)」，" } ?? "") + "期间「\(season)」"
    )
  }

  private var lastDay: Day { posting.start + (posting.days - 1) }

  private var days: Phrase {
    let (count, unit) = (posting.days, settlement.currency.units)
    return Phrase(
      en:
        "Posted for \(Plural.counted(count, "day")), from \(posting.start) to \(lastDay). Amounts in \(unit).",
      zh:
        "公示期 \(count) 天，自 \(posting.start) 起至 \(lastDay) 止。金额单位：\(unit.text(in: .simplifiedChinese))。"
    )
  }

  /// The part of a pot for all gaqas that fell to this one, or `nil` where the pot is its own.
  private func fallen(of pot: NoticePot) -> Phrase? {
    guard let gaqa, pot.isCommon, let whole = pot.items.first, let here = whole.here else {
      return nil
    }
    func text(_ amount: Int64, _ language: Language) -> String {
      pot.unit.text(of: amount, in: language, of: settlement.currency)
    }
    let (word, chinese, verb) =
      pot.isBurden ? ("burden", "负担总额", "负担") : ("pot", "分配总额", "分得")
    return Phrase(
      en:
        "Of the \(word) \"\(name(pot, .english).escaped)\", \(text(whole.all, .english)) for all gaqas together, "
        + "\(text(here, .english)) fell to \(gaqa.escaped).",
      zh:
        "「\(name(pot, .simplifiedChinese).escaped)」的\(chinese)由各嘎查共用，共 \(text(whole.all, .simplifiedChinese))，"
        + "其中「\(gaqa.escaped)」\(verb) \(text(here, .simplifiedChinese))。"
    )
  }
}

extension Phrase {
  /// The text of a table in each language.
  fileprivate init(_ table: (Language) -> Table) {
    self.init(en: table(.english).text, zh: table(.simplifiedChinese).text)
  }
}

import BenefitBinding

extension Language {
  /// Returns the text in this language.
  func callAsFunction(_ english: String, _ chinese: String) -> String {
    Phrase(en: english, zh: chinese).text(in: self)
  }
}

// MARK: - Names that several cases share

extension Language {
  /// The gaqa of the households of Dalad banner.
  var dalad: String { self("Dalad", "达拉特旗") }

  /// A gaqa of Hanggin banner, none of which is named in the source.
  func hangginGaqa(_ number: Int) -> String {
    let number = padded(number, to: 2)
    return self("Hanggin gaqa \(number)", "杭锦旗第 \(number) 嘎查")
  }

  /// The gaqa of the households of Sishililiang.
  var sishililiang: String { self("Sishililiang", "四十里梁") }

  /// The enterprise that takes the households of Sishililiang along.
  var lvmeiCompany: String { self("Lvmei Company", "绿美公司") }

  /// A banner's office that puts in money.
  var husbandryBureau: Funding.Source {
    .init(self("agricultural and husbandry bureau", "旗农牧业局"))
  }

  /// An organisation mode's role.
  var poorHousehold: String { self("poor household", "贫困户") }

  /// An organisation mode's role.
  var cooperative: String { self("cooperative", "合作社") }

  /// The quantity that most cases are checked for first.
  var fundsPutIn: String { self("funds put in", "投入资金") }

  /// The assumption on the size of households where the source counts none of their members.
  func assumedPersons(_ count: Int) -> String {
    self(
      "\(count) persons, 2 or 3 to a household, the mean size published for Hanggin",
      "共 \(count) 人，每户 2 至 3 人，按杭锦旗公布的户均人口推算"
    )
  }

  /// What is to be said of a mode that is only named.
  var noTerms: String {
    self("the documents give no term and no outcome.", "文件未载明条款，也未公布成效。")
  }
}

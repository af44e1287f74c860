public import BenefitBinding

extension PovertyLine {
  /// China's national rural line, at prices of each year, 2010 to 2020.
  ///
  /// It is 2,300 yuan at prices of 2010, moved on each year by the prices that the rural poor pay. Figures
  /// are not all known equally well: see the ``evidence`` of each. Officials also spoke of "about 3,000" for 2015.
  public static let ruralChina: [Self] = {
    let lines: [(year: Int, yuan: Int64, source: String, evidence: Evidence)] = [
      (2010, 2_300, briefing, .published),
      (2011, 2_536, yearbook, .published),
      (2012, 2_625, yearbook, .published),
      (2013, 2_736, yearbook, .published),
      (2014, 2_800, "\(yearbook); \(briefing)", .published),
      (2015, 2_855, yearbook, .published),
      (2016, 2_952, yearbook, .published),
      (2017, 2_952, checklist, .recalled),
      (2018, 2_995, notConfirmed, .recalled),
      (2019, 3_218, lecture, .secondHand),
      (2020, 4_000, newspaper, .approximate),
    ]
    return lines.map { line in
      Self(
        name: nationalRuralLine,
        perPerson: .yuan(line.yuan),
        currency: .yuan,
        year: line.year,
        place: ruralChinaPlace,
        prices: pricesOfTheYear,
        source: line.source,
        evidence: line.evidence
      )
    }
  }()
}

// MARK: - Words

extension PovertyLine {
  static let nationalRuralLine = "national rural line"
  static let ruralChinaPlace = "rural China"
  static let pricesOfTheYear = "of the year"

  static let briefing = "National Bureau of Statistics, briefing of 2015-10-16"
  static let yearbook = "Yunnan survey yearbook 2017, note to table 4-2"
  static let checklist = "not confirmed; a county's checklist of 2017 uses it"
  static let notConfirmed = "not confirmed"
  static let lecture = "abstract of a lecture that cites the statistics bureau"
  static let newspaper = "China Daily, 2020-12-02: about 4,000, varying by place"
}

extension [PovertyLine] {
  /// The line of a year.
  ///
  /// ```swift
  /// let local = [
  ///   try PovertyLine("monitoring range", .yuan(8_000), in: 2023, of: "Ordos", source: "banner office")
  /// ]
  /// print(try local.line(in: 2023).perPerson)    // 8,000.00
  /// ```
  ///
  /// - Throws: `BenefitError` where there is none, as neighbours are not carried over, or more than one.
  /// - Complexity: O(n) for n years.
  public func line(in year: Int) throws(BenefitError) -> PovertyLine {
    let found = filter { $0.year == year }
    guard let line = found.first else {
      let years = map { "\($0.year)" }
      throw BenefitError(
        .missing,
        at: .init("year", year),
        found: Phrase(
          en: "there is no poverty line, only for "
            + "\(isEmpty ? "no year" : years.joined(separator: ", ")).",
          zh: isEmpty ? "没有任何年份的贫困线。" : "没有该年的贫困线，只有以下年份的：\(years.joined(separator: "、"))。"
        ),
        advice: Phrase(
          en: "Add one with its source; none is guessed.",
          zh: "请补充贫困线及其来源；本程序不作推测。"
        )
      )
    }
    guard found.count == 1 else {
      throw BenefitError(
        .duplicate,
        at: .init("year", year),
        found: Phrase(
          en: "there are \(found.count) poverty lines.",
          zh: "有 \(found.count) 条贫困线。"
        ),
        advice: Phrase(en: "Leave one of them in.", zh: "请只保留一条。")
      )
    }
    return line
  }
}

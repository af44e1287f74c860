public import BenefitBinding

/// A settlement as it is posted for all to read, for one gaqa or for all.
///
/// ```swift
/// let notice = try PublicNotice(
///   of: settlement, gaqa: "Nalinxili", from: "2016-12-01", names: ["NLX-07": "欧阳修文"], maskingNames: true)
/// print(notice.text(in: .simplifiedChinese))    // 欧阳**
/// print(notice.table().csv)
/// ```
///
/// The amounts of each household stand line by line, and of each pot where all of it went: to households, to accounts, as odd
/// amounts, and what is left. All of it adds up to the fen, and the notices of all gaqas to the settlement.
public struct PublicNotice: Hashable, Sendable {
  /// The gaqa whose households are listed, or `nil` for all of the register.
  public let gaqa: String?

  /// The days of posting.
  public let posting: Period

  let settlement: Settlement
  let rows: Range<Int>
  /// The households as they are named, row by row.
  let labels: [String]
  /// The sum of each line of the settlement over the rows, in fen or whole units.
  let totals: [Int64]
  let pots: [NoticePot]
  let objections: String?

  /// Makes a notice of a settlement.
  ///
  /// Ten days are the least for which villages post poverty-relief projects (关于完善扶贫资金项目公告公示制度的指导意见, State Council
  /// office for poverty relief and ministry of finance, 2018, section 4), and those for which members may read the plan of
  /// distribution before they meet (农村集体经济组织法, 2024, article 46; of a cooperative 15, 农民专业合作社法, article 40).
  ///
  /// - Parameters:
  ///   - settlement: The settlement.
  ///   - gaqa: The gaqa whose households are listed; all if left out.
  ///   - day: The first day of posting that counts.
  ///   - days: The number of days of posting.
  ///   - names: The names of the persons in charge; a household without one goes by its id.
  ///   - isMasked: True if names show the surname alone, as `张*`, or the first letter, and ids of more than eight characters
  ///     the last four.
  ///   - objections: The place to object to, or `nil` where none is stated.
  /// - Throws: `BenefitError` where the register has no such gaqa, the calendar ends before the posting, or a sum is
  ///   too large.
  /// - Precondition: There is at least one day of posting.
  public init(
    of settlement: Settlement,
    gaqa: String? = nil,
    from day: Day,
    days: Int = 10,
    names: [Household.ID: String] = [:],
    maskingNames isMasked: Bool = false,
    objectionsTo objections: String? = nil
  ) throws(BenefitError) {
    require(days > 0, "A notice is posted for at least one day, not \(days).")
    let register = settlement.register
    if let gaqa, register.index(ofGaqa: gaqa) == nil { throw .unknownGaqa(gaqa, register.gaqas) }
    let households = gaqa.map { register.households(in: $0) } ?? register[...]
    let rows = households.startIndex..<households.endIndex
    (self.settlement, self.gaqa, self.rows, self.objections) = (settlement, gaqa, rows, objections)
    guard Day.end - day >= days else { throw .noSuchPosting(day, days) }
    posting = Period(from: day, until: day + days)
    labels = HouseholdLabels.labels(of: register.ids[rows], names: names, isMasked: isMasked)
    totals = try settlement.lines.map { (line) throws(BenefitError) in
      try line.fen[rows].noticeSum(of: line.scheme, line.name)
    }
    pots = try settlement.waterfalls.map { (waterfall) throws(BenefitError) in
      try NoticePot(waterfall, of: settlement, in: gaqa, rows)
    }
  }
}

extension BenefitError {
  /// The error of days of posting that the calendar does not have.
  fileprivate static func noSuchPosting(_ day: Day, _ days: Int) -> Self {
    Self(
      .outOfRange,
      found: Phrase(
        en: "the calendar ends before \(Plural.counted(days, "day")) from \(day) are over.",
        zh: "自 \(day) 起的 \(days) 天超出日历范围。"
      ),
      advice: Phrase(en: "Post it earlier.", zh: "请提前公示。")
    )
  }

  /// The error of a gaqa that the register does not name.
  fileprivate static func unknownGaqa(_ gaqa: String, _ gaqas: [String]) -> Self {
    let english = gaqas.map { "\"\($0.escaped)\"" }.joined(separator: ", ")
    let chinese = gaqas.map { "「\($0.escaped)」" }.joined(separator: "、")
    return Self(
      .unknownName,
      at: .gaqa(gaqa),
      found: Phrase(en: "the register does not name it.", zh: "名册中没有该嘎查。"),
      advice: gaqas.isEmpty ? nil : Phrase(en: "There are \(english).", zh: "现有\(chinese)。")
    )
  }
}

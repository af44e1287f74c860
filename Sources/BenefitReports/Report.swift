public import BenefitAssessment
public import BenefitBinding

/// A settlement as a page to read, to print and to hang on the wall, and as Markdown, in English or Chinese.
///
/// It says who took part, the contract of each scheme in sentences, the course of the money down to households and
/// accounts, what the reader should know, and each household's amounts with their derivations; with an assessment
/// also incomes before and after, against the poverty line.
///
/// ```swift
/// let assessment = try Assessment(of: settlement, below: .yuan(3_335))
/// let report = try Report(of: settlement, assessment: assessment, names: ["NLX-07": "巴雅尔"])
/// let page = report.html(in: .simplifiedChinese)
/// let text = report.markdown(in: .english)
/// ```
///
/// The page is one file without scripts and without anything from elsewhere. The same report gives the same bytes.
public struct Report: Sendable {
  /// The most households whose statements are printed unless some are asked for.
  public static let mostStatements = 500

  let settlement: Settlement
  let title: String?
  let assessment: Assessment?
  let names: [Household.ID: String]

  /// The rows of the households whose statements are printed.
  let rows: [Int]

  /// Creates a report of a settlement.
  ///
  /// - Parameters:
  ///   - settlement: What every household is owed.
  ///   - title: The title, such as the name of the programme; that it is a settlement if left out.
  ///   - assessment: The incomes before and after, held against a line; no word of them if left out.
  ///   - names: The names of households by id, of as many as are known.
  ///   - households: The households whose statements are printed, in this order; if left out all of them, or none
  ///     where there are more than ``mostStatements``, of which the gaqas' totals are printed.
  /// - Throws: `BenefitError` where the assessment is of another settlement, or the register does not hold a
  ///   household.
  public init(
    of settlement: Settlement,
    titled title: String? = nil,
    assessment: Assessment? = nil,
    names: [Household.ID: String] = [:],
    statementsOf households: [Household.ID]? = nil
  ) throws(BenefitError) {
    let register = settlement.register
    if let assessment, !assessment.isOf(settlement) {
      throw BenefitError(
        .mismatch,
        found: Phrase(
          en: "the assessment is of other incomes than the settlement's.",
          zh: "评估所用的收入与结算不一致。"
        ),
        advice: Phrase(en: "Assess this settlement.", zh: "请对本次结算进行评估。")
      )
    }
    var rows = Array(register.count <= Self.mostStatements ? register.indices : 0..<0)
    if let households {
      rows = try households.map { (id) throws(BenefitError) in
        if let row = register.row(of: id) { return row }
        throw BenefitError(
          .unknownName,
          at: .household(id),
          found: Phrase(en: "the register does not hold it.", zh: "名册中没有该户。"),
          advice: Phrase(en: "Ask for households of the register.", zh: "请列出名册中的户。")
        )
      }
    }
    self.settlement = settlement
    self.title = title
    self.assessment = assessment
    self.names = names
    self.rows = rows
  }
}

extension Assessment {
  /// True if the incomes before and after are those of a settlement.
  fileprivate func isOf(_ settlement: Settlement) -> Bool {
    let register = settlement.register
    return before.householdCount == register.count && before.currency == settlement.currency
      && register.indices.allSatisfy { row in
        before[row].fen == register.baselineIncomes[row]
          && owed.incomes[row] == before[row] + settlement.net(at: row)
      }
  }
}

extension Report {
  /// Returns the report as one page: HTML without scripts, for screens of any width, light or dark, and for paper.
  ///
  /// - Parameter language: The language of the page; names stay as they are.
  /// - Returns: The text of the file, in UTF-8.
  /// - Precondition: The sums over all pots of a clause fit 64 bits of fen.
  public func html(in language: Language) -> String {
    page(in: language).html(in: language)
  }

  /// Returns the report as Markdown, whose charts are tables.
  ///
  /// - Parameter language: The language of the report; names stay as they are.
  /// - Returns: The text of the file.
  /// - Precondition: The sums over all pots of a clause fit 64 bits of fen.
  public func markdown(in language: Language) -> String {
    page(in: language).markdown(in: language)
  }

  private func page(in language: Language) -> Page {
    let heading = heading(in: language)
    return Page(
      heading,
      named: "\(heading.plain), \(settlement.season.name)",
      opening: opening(in: language),
      sections: sections(in: language)
    )
  }
}

public import BenefitBinding

/// The loans of households as a spreadsheet holds them: one loan a line.
///
/// ```swift
/// let borrowers = try HouseholdTable(csv: Array("id,gaqa,persons\nNLX-07,Nalinxili,4\n".utf8))
/// let file = Array("户编号,放款日期,贷款金额,年利率,期限（月）,还款方式\nNLX-07,2016/11/10,\"24,000\",4.8%,24,等额本金\n".utf8)
/// let table = try LoanTable(csv: file, of: borrowers)
/// var season = Season(2017)
/// try season.facts.state(table.loans, in: .year(2017), for: borrowers.register)
/// print(season[.principalDue, household: "NLX-07"] ?? .zero)    // 12,000.00
/// ```
///
/// A loan has its `id`, `day`, `principal`, yearly `rate`, term in `months` and `repayment`: equal instalments, equal principal or
/// interest only, with all of the principal at its end. It is paid by the month, or `every` so many months, with as many
/// twelfths of the rate; `subsidy` is the part of the interest that a treasury pays. A household may have several loans.
public struct LoanTable: Hashable, Sendable {
  /// The loans in the order of the rows.
  public let loans: [LoanContract]

  /// Reads loans from the bytes of a file of comma-separated values.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - households: The households that may have borrowed.
  ///   - currency: The currency of the loans, to whose smallest step instalments are rounded.
  /// - Throws: `BenefitError`, the first of ``problems(inCSV:encoding:of:in:)``.
  public init(
    csv bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    of households: HouseholdTable,
    in currency: Currency = .yuan
  ) throws(BenefitError) {
    let (loans, problems) = Self.reading(bytes, encoding, households.register, currency)
    if let problem = problems.first { throw problem }
    self.loans = loans
  }

  /// Returns everything that is wrong with a file: the first hundred mistakes and the number of the others.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  ///   - households: The households that may have borrowed.
  ///   - currency: The currency of the loans.
  /// - Returns: The mistakes with their lines and columns, in the order in which they are found.
  public static func problems(
    inCSV bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    of households: HouseholdTable,
    in currency: Currency = .yuan
  ) -> [BenefitError] {
    reading(bytes, encoding, households.register, currency).problems
  }
}

// MARK: - Rows

extension LoanTable {
  private enum Place {
    static let id = 0, day = 1, principal = 2, rate = 3, months = 4, repayment = 5, every = 6,
      subsidy = 7
  }

  private static func reading(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ register: Register,
    _ currency: Currency
  ) -> (loans: [LoanContract], problems: [BenefitError]) {
    let known = KnownHouseholds(register)
    var rows = TableRows(bytes, encoding, [HouseholdColumns.key(of: bytes, encoding)] + columns)
    var loans: [LoanContract] = []
    while rows.next() {
      if let loan = loan(in: &rows, known, currency) { loans.append(loan) }
    }
    return (loans, rows.problems.listed)
  }

  private static func loan(
    in rows: inout TableRows,
    _ known: KnownHouseholds,
    _ currency: Currency
  ) -> LoanContract? {
    let before = rows.problems.count
    let (id, day) = (rows.household(Place.id, of: known), rows.day(Place.day))
    let (principal, rate) = (rows.money(Place.principal), rows.rate(Place.rate))
    let (months, every) = (rows.count(Place.months), rows.count(Place.every) ?? 1)
    let repayment = rows.value(Place.repayment, repayment)
    let subsidy = rows.rate(Place.subsidy)
    guard rows.problems.count == before, let id, let day, let principal, let rate, let months,
      let repayment
    else { return nil }
    guard every > 0, months % every == 0 else {
      return rows.reject(.brokenTerm(months, every), Place.every)
    }
    guard principal.fen % currency.step.fen == 0 else {
      return rows.reject(.finer(principal, than: currency), Place.principal)
    }
    // No loan costs as much as it is; it is 4.35 that was meant as 4.35%.
    guard rate < .whole else { return rows.reject(.rateOfWhole(rate), Place.rate) }
    do throws(BenefitError) {
      guard
        let rate = Ratio(
          exactly: Int128(rate.numerator) * Int128(every),
          Int128(rate.denominator) * 12
        )
      else {
        let text = "\(rate)"
        throw DecimalText.Problem.outOfRange.error(
          text,
          write: Phrase(en: "a yearly rate such as 4.35%", zh: "年利率，如 4.35%")
        )
      }
      let schedule = try LoanSchedule(
        of: principal,
        at: rate,
        over: months / every,
        repaid: repayment,
        subsidy: subsidy.map(LoanSchedule.Subsidy.fraction) ?? .none,
        rounded: .halfUp(to: currency.step)
      )
      return try LoanContract(of: id, on: day, schedule, every: every)
    } catch {
      rows.report(error)
      return nil
    }
  }

  private static func repayment(_ text: String) throws(BenefitError) -> LoanSchedule.Repayment {
    guard let repayment = repayments[text.wordKey] else {
      throw BenefitError(
        .unknownName,
        found: Phrase(
          en: "\"\(text.escaped)\" is no way of repaying.",
          zh: "「\(text.escaped)」不是还款方式。"
        ),
        advice: Phrase(
          en: "Write equal instalments, equal principal or interest only.",
          zh: "请填写「等额本息」「等额本金」或「到期还本」。"
        )
      )
    }
    return repayment
  }

  private static let repayments: [String: LoanSchedule.Repayment] = [
    "equalinstalments": .equalInstalments, "等额本息": .equalInstalments,
    "equalprincipal": .equalPrincipal, "等额本金": .equalPrincipal,
    "interestonly": .interestOnly, "到期还本": .interestOnly, "先息后本": .interestOnly,
    "按期付息到期还本": .interestOnly,
  ]

  /// The columns beside that of the household.
  private static let columns: [TableColumn] = [
    .day(aliases: ["放款日期", "放款日", "贷款日期"]),
    needed("principal", ["贷款金额", "贷款本金", "本金", "贷款金额（元）"], .money),
    needed("rate", ["年利率", "利率"], .rate),
    needed("months", ["期限（月）", "贷款期限（月）", "期限月数"], .count),
    needed("repayment", ["还款方式"], .text),
    TableColumn(name: "every", aliases: ["每期月数", "还款间隔（月）"], kind: .count),
    TableColumn(name: "subsidy", aliases: ["贴息比例", "财政贴息比例"], kind: .rate),
    HouseholdColumns.all[HouseholdColumns.name],
  ]

  private static func needed(
    _ name: String,
    _ aliases: [String],
    _ kind: TableColumn.Kind
  ) -> TableColumn {
    TableColumn(name: name, aliases: aliases, kind: kind, isRequired: true, isComplete: true)
  }
}

extension BenefitError {
  /// The error of a principal that is no whole number of what the currency has.
  fileprivate static func finer(_ principal: Money, than currency: Currency) -> Self {
    Self(
      .tooFine,
      found: Phrase(
        en: "\(principal) is no whole number of \(currency.units).",
        zh: "\(principal) 不是整\(currency.unit.chinese)。"
      ),
      advice: Phrase(en: "Write it without decimals.", zh: "请填写整数。")
    )
  }

  /// The error of a yearly rate that is as much as the loan, or more.
  fileprivate static func rateOfWhole(_ rate: Ratio) -> Self {
    Self(
      .outOfRange,
      found: Phrase(
        en: "a yearly rate of \(rate.percentText(decimals: 2)) is more than a loan costs.",
        zh: "年利率 \(rate.percentText(decimals: 2)) 过高。"
      ),
      advice: Phrase(en: "Write a per cent sign, such as 4.35%.", zh: "请写百分号，如 4.35%。")
    )
  }

  /// The error of a term that is not made up of whole periods.
  fileprivate static func brokenTerm(_ months: Int, _ every: Int) -> Self {
    Self(
      .outOfRange,
      found: Phrase(
        en: "a term of \(months) months has no whole number of periods of \(every) months.",
        zh: "\(months) 个月的期限不能分为每期 \(every) 个月的整数期。"
      ),
      advice: Phrase(
        en: "Write from 1 up, by which the months of the term can be divided.",
        zh: "请填写不小于 1、且能整除期限月数的整数。"
      )
    )
  }
}

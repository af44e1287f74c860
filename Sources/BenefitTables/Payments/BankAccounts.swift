public import BenefitBinding

/// The bank accounts of households as a spreadsheet holds them: one household a line.
///
/// ```swift
/// let file = Array("户编号,开户名,银行账号\nNLX-07,巴雅尔,6217 0000 1234 5678\n".utf8)
/// let accounts = try BankAccounts(csv: file)
/// print(accounts["NLX-07"]?.number ?? "none")    // 6217000012345678
/// ```
///
/// The columns `id`, `account_number` and `account_holder` stand in any order under these or Chinese headings such as
/// 户编号, 银行账号 and 开户名; 户主姓名 is read for the holder where there is no 开户名. Other columns are left aside. A number
/// is a text and never a number: one that a spreadsheet rounded is refused, by its exponent or because it has sixteen digits or
/// more, ends in `000` and has no check digit of a bank card; one that is right is read where spaces group it. No two households
/// have one account.
public struct BankAccounts: Hashable, Sendable {
  /// An account.
  public struct Account: Hashable, Sendable {
    /// The number, without spaces and hyphens.
    public let number: String
    /// The name that the account is in.
    public let holder: String
  }

  private var accounts: [Household.ID: Account] = [:]

  /// The account of a household, or `nil` where it has none.
  public subscript(household: Household.ID) -> Account? { accounts[household] }

  /// Reads accounts from the bytes of a file of comma-separated values.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  /// - Throws: `BenefitError`, the first of ``problems(inCSV:encoding:)``.
  public init(csv bytes: [UInt8], encoding: TextEncoding = .utf8) throws(BenefitError) {
    let (accounts, problems) = Self.reading(bytes, encoding)
    if let problem = problems.first { throw problem }
    self = accounts
  }

  /// Returns everything that is wrong with a file: the first hundred mistakes and the number of the others.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - encoding: The encoding that it was saved in.
  /// - Returns: The mistakes with their lines and columns, in the order in which they are found.
  public static func problems(
    inCSV bytes: [UInt8],
    encoding: TextEncoding = .utf8
  ) -> [BenefitError] {
    reading(bytes, encoding).problems
  }

  private init() {}

  private static func reading(
    _ bytes: [UInt8],
    _ encoding: TextEncoding
  ) -> (BankAccounts, problems: [BenefitError]) {
    let key = HouseholdColumns.key(of: bytes, encoding)
    func reading(orName isName: Bool) -> TableRows {
      let columns = [key, PaymentColumns.account, PaymentColumns.holder(orName: isName)]
      return TableRows(bytes, encoding, columns, leavingOthers: true)
    }
    var rows = reading(orName: false)
    if !rows.has(2) { rows = reading(orName: true) }
    var accounts = BankAccounts()
    var lines: [String: (id: String, line: Int)] = [:]
    var linesOfNumbers: [String: Int] = [:]
    while rows.next() {
      let (id, number) = (rows.id(0, &lines), rows.accountNumber(1))
      guard let id, let number else { continue }
      if let line = linesOfNumbers.updateValue(rows.line, forKey: number) {
        let other = Phrase(en: "line \(line)", zh: "第 \(line) 行")
        rows.report(.sharedAccount(number, with: other), 1)
      }
      guard let holder = rows.text(2) else { continue }
      if holder.plain.isEmpty { rows.report(.emptyCell(.text), 2) }
      if holder.escaped != holder { rows.report(.severalLines, 2) }
      accounts.accounts[id] = Account(number: number, holder: holder)
    }
    return (accounts, rows.problems.listed)
  }
}

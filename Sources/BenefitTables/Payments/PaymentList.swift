public import BenefitBinding

/// A list of transfers to households' accounts, to be sent to a bank.
///
/// ```swift
/// let owed = try settlement.fulfilment(of: "dividend", promised: [:], paid: nil)
/// let accounts = try BankAccounts(csv: Array("id,account,holder\nNLX-07,62170001,Bayar\n".utf8))
/// let list = PaymentList(of: owed, to: accounts)
/// let bank = PaymentTemplate(["账号": .accountNumber, "户名": .accountHolder, "金额": .amount])
/// let file = list.csv(by: bank)
/// if let missing = list.missingAccounts { print(missing, file.count) }
/// ```
///
/// Who has nothing coming is not listed. Who has and has no account is left out and reported, so that ``total`` and the sum
/// of ``withoutAccount`` are all that is to be paid.
public struct PaymentList: Hashable, Sendable {
  /// An amount for one account.
  public struct Transfer: Hashable, Sendable {
    /// The household.
    public let household: Household.ID
    /// The amount, above zero.
    public let amount: Money
    /// The account of the household.
    public let account: BankAccounts.Account
  }

  /// The scheme of the line that is paid.
  public let scheme: String

  /// The name of the line that is paid.
  public let line: String

  /// The currency of all amounts.
  public let currency: Currency

  /// The transfers, in the order of what is paid.
  public private(set) var transfers: [Transfer] = []

  /// The amounts for households without an account, which the list leaves out.
  public private(set) var withoutAccount: [Household.ID: Money] = [:]

  /// Lists all that a payout pays.
  public init(of payout: Payout, to accounts: BankAccounts) {
    (scheme, line, currency) = (payout.scheme, payout.line, payout.currency)
    for (row, household) in payout.households.enumerated() {
      add(payout.paid(at: row), to: household, accounts[household])
    }
  }

  /// Lists all that is owed and was not paid.
  public init(of fulfilment: Fulfilment, to accounts: BankAccounts) {
    (scheme, line, currency) = (fulfilment.scheme, fulfilment.line, fulfilment.currency)
    for entry in fulfilment.entries {
      add(entry.arrears, to: entry.household, accounts[entry.household])
    }
  }

  private mutating func add(
    _ amount: Money,
    to household: Household.ID,
    _ account: BankAccounts.Account?
  ) {
    if amount == .zero { return }
    guard let account else { return withoutAccount[household] = amount }
    transfers.append(Transfer(household: household, amount: amount, account: account))
  }

  /// The list with only the transfers that meet a condition, and with the households that have no account or without them.
  func filtered(
    keepingWithoutAccount isKept: Bool = false,
    _ isIncluded: (Transfer) -> Bool
  ) -> PaymentList {
    var list = self
    list.transfers = transfers.filter(isIncluded)
    if !isKept { list.withoutAccount = [:] }
    return list
  }
}

extension PaymentList {
  /// The sum of the transfers.
  public var total: Money { transfers.reduce(.zero) { $0 + $1.amount } }

  /// The error that names the households without an account and the sum of their amounts, or `nil` where there are none.
  public var missingAccounts: BenefitError? {
    if withoutAccount.isEmpty { return nil }
    let sum = currency.text(withoutAccount.values.reduce(.zero, +))
    let ids = withoutAccount.keys.sorted()
    let english = ids.map { "\"\($0.escaped)\"" }.joined(separator: ", ")
    let chinese = ids.map { "「\($0.escaped)」" }.joined(separator: "、")
    return BenefitError(
      .missing,
      at: .scheme(scheme),
      .line(line),
      found: Phrase(
        en:
          "\(sum) for \(Plural.counted(ids.count, "household")) cannot be sent, as there is no account of \(english).",
        zh: "有 \(ids.count) 户共 \(sum) 没有账号，无法发放：\(chinese)。"
      ),
      advice: Phrase(
        en: "Add the accounts, and send these amounts with the next list.",
        zh: "请补充账号，并列入下一批发放。"
      )
    )
  }

  /// The list as the bytes of a file for the bank; UTF-8 begins with its mark.
  ///
  /// Cells that a spreadsheet would run are written with an apostrophe before them. Opening and saving the file in a spreadsheet
  /// rounds long numbers of accounts.
  ///
  /// - Parameters:
  ///   - template: The columns and marks that the bank asks for.
  ///   - remark: The purpose of the payment.
  /// - Returns: The bytes.
  public func csv(by template: PaymentTemplate, remark: String = "") -> [UInt8] {
    func text(_ amount: Money) -> String {
      template.isInFen ? "\(amount.fen / currency.step.fen)" : currency.plainText(amount)
    }
    var lines = template.hasHeadings ? [template.columns.map(\.heading)] : []
    for (number, transfer) in zip(1..., transfers) {
      lines.append(
        template.columns.map { column in
          switch column.content {
          case .number: "\(number)"
          case .accountNumber: transfer.account.number
          case .accountHolder: transfer.account.holder
          case .household: transfer.household
          case .amount: text(transfer.amount)
          case .remark: remark
          case .text(let text): text
          }
        }
      )
    }
    if let word = template.total {
      var cells = template.columns.map { $0.content == .amount ? text(total) : "" }
      if let place = template.columns.firstIndex(where: { $0.content != .amount }) {
        cells[place] = word
      }
      lines.append(cells)
    }
    let encoding = template.encoding
    return (encoding == .utf8 ? encoding.mark : [])
      + encoding.encoded(lines.map(CSVCell.line).joined())
  }

  /// Returns a list of the same amounts with corrected accounts.
  ///
  /// Who is not among the corrected keeps the account; who had none is listed where there is one now.
  ///
  /// - Parameter corrected: The accounts of some households.
  /// - Returns: The list, which has the same amounts.
  /// - Throws: `BenefitError` where two households would have one account.
  public func reissued(to corrected: BankAccounts) throws(BenefitError) -> PaymentList {
    var list = filtered { _ in false }
    for transfer in transfers {
      let account = corrected[transfer.household] ?? transfer.account
      list.add(transfer.amount, to: transfer.household, account)
    }
    for (household, amount) in withoutAccount.sorted(by: { $0.key < $1.key }) {
      list.add(amount, to: household, corrected[household])
    }
    var households: [String: Household.ID] = [:]
    for transfer in list.transfers {
      let number = transfer.account.number
      guard let other = households.updateValue(transfer.household, forKey: number) else { continue }
      throw .sharedAccount(
        number,
        with: Phrase(en: "household \"\(other.escaped)\"", zh: "户「\(other.escaped)」")
      )
      .within(.household(transfer.household))
    }
    return list
  }
}

extension Fulfilment {
  /// Returns what is owed and paid with payments that were made since.
  ///
  /// - Parameter payments: The payments that reached the households, such as ``BankReturn/paid``.
  /// - Returns: The same with these amounts among those paid.
  /// - Throws: `BenefitError` where they are of another line or currency, or the amounts are too large together.
  public func adding(_ payments: PaymentList) throws(BenefitError) -> Fulfilment {
    let entries = payments.transfers.map { Entry(household: $0.household, paid: $0.amount) }
    return try self
      + Fulfilment(
        scheme: payments.scheme,
        line: payments.line,
        in: payments.currency,
        entries: entries
      )
  }
}

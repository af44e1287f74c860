public import BenefitBinding

/// The file that a bank returned, held against the list that it was sent.
///
/// ```swift
/// func next(_ list: PaymentList, _ file: [UInt8], _ bank: PaymentTemplate, _ corrected: BankAccounts)
///   throws -> PaymentList {
///   let answer = try BankReturn(csv: file, of: list, by: bank)
///   print(answer.paid.total, answer.rejected.total, answer.outstanding.total)
///   return try answer.rejected.reissued(to: corrected)
/// }
/// ```
///
/// Rows are found by household or account, in any order; columns by the headings of the list that was sent or by usual ones
/// such as 账号, 金额, 处理结果 and 失败原因. Each transfer is paid, rejected or outstanding, so that these three add up to what was sent.
/// One that the file does not name, or names with another amount, is outstanding until the bank says more: it is not sent again.
public struct BankReturn: Hashable, Sendable {
  /// The answer of the bank to one transfer.
  public enum Outcome: Hashable, Sendable {
    /// The amount reached the account.
    case paid
    /// The amount was not paid, with the reason as the bank gives it, which may be empty.
    case rejected(reason: String)
    /// The bank has not finished.
    case pending
    /// The file does not name the transfer.
    case missing
    /// The file names another amount than was sent.
    case differs(Money)
  }

  /// The list that was sent.
  public let sent: PaymentList

  /// The answer to each transfer that was sent, by its household.
  public private(set) var outcomes: [Household.ID: Outcome]

  /// The rows for which nothing was sent, as errors with their lines.
  public private(set) var unknown: [BenefitError] = []

  /// Reads a return from the bytes of a file of comma-separated values.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - sent: The list that was sent.
  ///   - template: The template by which it was sent.
  /// - Throws: `BenefitError`, the first of ``problems(inCSV:of:by:)``.
  public init(
    csv bytes: [UInt8],
    of sent: PaymentList,
    by template: PaymentTemplate
  ) throws(BenefitError) {
    var reading = ReturnReading(bytes, sent, template)
    reading.readRows()
    if let problem = reading.rows.problems.listed.first { throw problem }
    self.sent = sent
    (outcomes, unknown) = (reading.outcomes, reading.unknown)
  }

  /// Returns everything that is wrong with a file: the first hundred mistakes and the number of the others.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - sent: The list that was sent.
  ///   - template: The template by which it was sent.
  /// - Returns: The mistakes with their lines and columns, in the order in which they are found.
  public static func problems(
    inCSV bytes: [UInt8],
    of sent: PaymentList,
    by template: PaymentTemplate
  ) -> [BenefitError] {
    var reading = ReturnReading(bytes, sent, template)
    reading.readRows()
    return reading.rows.problems.listed
  }
}

extension BankReturn {
  /// The transfers that reached their accounts.
  public var paid: PaymentList { sent.filtered { outcomes[$0.household] == .paid } }

  /// The transfers that did not, and the households that the list left out; both are to be sent anew.
  public var rejected: PaymentList {
    sent.filtered(keepingWithoutAccount: true) {
      if case .rejected = outcomes[$0.household] { true } else { false }
    }
  }

  /// The transfers of which it is not known; a later file may be read against them.
  public var outstanding: PaymentList {
    sent.filtered {
      switch outcomes[$0.household] {
      case .paid, .rejected: false
      default: true
      }
    }
  }

  /// A row for each transfer that was sent with the answer to it, and their sum.
  public func table(in language: Language = .english) -> Table {
    var table = Table(
      .words(en: "household", zh: "户"),
      .words(en: "account", zh: "账号"),
      .amount(en: "amount", zh: "金额"),
      .words(en: "result", zh: "结果"),
      in: language
    )
    for transfer in sent.transfers {
      table.add(
        transfer.household,
        transfer.account.number,
        sent.currency.text(transfer.amount),
        (outcomes[transfer.household] ?? .missing).words(sent.currency).text(in: language)
      )
    }
    table.addTotals(["", sent.currency.text(sent.total), ""])
    return table
  }
}

extension BankReturn.Outcome {
  fileprivate func words(_ currency: Currency) -> Phrase {
    switch self {
    case .paid: Phrase(en: "paid", zh: "已支付")
    case .rejected(""): Phrase(en: "rejected", zh: "退回")
    case .rejected(let reason): Phrase(en: "rejected: \(reason)", zh: "退回：\(reason)")
    case .pending: Phrase(en: "pending", zh: "处理中")
    case .missing: Phrase(en: "not in the file", zh: "文件中未列")
    case .differs(let amount):
      Phrase(
        en: "another amount: \(currency.text(amount))",
        zh: "金额不符：\(currency.text(amount))"
      )
    }
  }
}

import BenefitBinding

/// The columns of the tables that go to a bank and come from it.
enum PaymentColumns {
  static let account = TableColumn(
    name: "account_number",
    aliases: [
      "account", "银行账号", "银行帐号", "账号", "帐号", "银行卡号", "卡号", "一卡通账号", "一卡通帐号", "收款账号", "收款帐号",
      "收款人账号", "收款人帐号",
    ],
    kind: .text,
    isRequired: true
  )

  /// The names of persons in charge are read as the holders' where no column is for these.
  static func holder(orName isName: Bool) -> TableColumn {
    TableColumn(
      name: "account_holder",
      aliases: ["holder", "开户名", "开户姓名", "户名", "账户名", "账户名称", "收款户名", "收款人名称"]
        + (isName ? HouseholdColumns.all[HouseholdColumns.name].headings : []),
      kind: .text,
      isRequired: true
    )
  }

  /// The columns of what a bank returns: household, account, amount, result and reason.
  ///
  /// The headings of the list that was sent are read too.
  static func returned(_ template: PaymentTemplate) -> [TableColumn] {
    let ids = HouseholdColumns.all[HouseholdColumns.id]
    func sent(_ content: PaymentTemplate.Content) -> [String] {
      template.columns.filter { $0.content == content }.map(\.heading)
    }
    return [
      TableColumn(name: ids.name, aliases: ids.aliases + sent(.household), kind: .text),
      TableColumn(
        name: account.name,
        aliases: account.aliases + sent(.accountNumber),
        kind: .text
      ),
      TableColumn(
        name: "amount",
        aliases: ["金额", "金额（元）", "发放金额", "交易金额", "转账金额", "实发金额"] + sent(.amount),
        kind: .money,
        isRequired: true,
        isComplete: true
      ),
      TableColumn(
        name: "result",
        aliases: ["status", "结果", "处理结果", "交易结果", "发放结果", "状态", "交易状态", "处理状态"],
        kind: .text,
        isRequired: true,
        isComplete: true
      ),
      TableColumn(
        name: "reason",
        aliases: ["原因", "失败原因", "退回原因", "退票原因", "错误信息"],
        kind: .text
      ),
    ]
  }
}

extension TableRows {
  /// The number of an account without the spaces and hyphens that group it; `nil` where the cell is empty or wrong.
  mutating func accountNumber(_ column: Int) -> String? {
    value(column) { text throws(BenefitError) in
      let problem = CitizenNumber.problemOfSpreadsheet(with: text) { $0.hasCheckDigit }
      if let problem { throw problem }
      let number = text.filter { $0 != " " && $0 != "-" }
      guard !number.isEmpty, number.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
      else { throw .noAccountNumber(text) }
      return number
    }
  }
}

extension String {
  /// True of digits the last of which checks the others, as on bank cards.
  ///
  /// Source: ISO/IEC 7812-1, annex B, the formula of Luhn.
  fileprivate var hasCheckDigit: Bool {
    let sum = utf8.reversed().enumerated().reduce(0) { sum, digit in
      let value = (Int(digit.element) - 0x30) * (digit.offset % 2 + 1)
      return sum + value / 10 + value % 10
    }
    return sum % 10 == 0
  }
}

extension BenefitError {
  /// The error of a text that is no number of an account.
  fileprivate static func noAccountNumber(_ text: String) -> Self {
    Self(
      .malformed,
      found: Phrase(
        en: "\"\(text.escaped)\" is no number of an account.",
        zh: "「\(text.escaped)」不是账号。"
      ),
      advice: Phrase(
        en: "Write its digits and letters, and leave the cell empty where there is no account.",
        zh: "请填写账号的数字和字母；没有账号的请留空。"
      )
    )
  }

  /// The error of an account that two households have.
  static func sharedAccount(_ number: String, with other: Phrase) -> Self {
    Self(
      .duplicate,
      found: Phrase(
        en: "\"\(number)\" is the account of \(other) too.",
        zh: "账号「\(number)」与\(other.text(in: .simplifiedChinese))相同。"
      ),
      advice: Phrase(
        en: "Give each household an account of its own.",
        zh: "请为每户分别填写本户账号。"
      )
    )
  }
}

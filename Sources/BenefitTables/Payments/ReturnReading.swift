import BenefitBinding

/// Reads what a bank returned row by row, and finds for each the transfer that it answers.
struct ReturnReading {
  private static let household = 0, account = 1, amount = 2, result = 3, reason = 4

  private(set) var rows: TableRows
  private(set) var outcomes: [Household.ID: BankReturn.Outcome]
  private(set) var unknown: [BenefitError] = []

  private let template: PaymentTemplate
  private let currency: Currency
  private let byHousehold: [Household.ID: PaymentList.Transfer]
  private let byAccount: [String: PaymentList.Transfer]
  private var lines: [Household.ID: Int] = [:]

  init(_ bytes: [UInt8], _ sent: PaymentList, _ template: PaymentTemplate) {
    (self.template, currency) = (template, sent.currency)
    let columns = PaymentColumns.returned(template)
    rows = TableRows(bytes, template.encoding, columns, leavingOthers: true)
    byHousehold = Dictionary(uniqueKeysWithValues: sent.transfers.map { ($0.household, $0) })
    byAccount = Dictionary(uniqueKeysWithValues: sent.transfers.map { ($0.account.number, $0) })
    outcomes = byHousehold.mapValues { _ in .missing }
  }

  mutating func readRows() {
    if !rows.has(Self.household) && !rows.has(Self.account) && rows.problems.isEmpty {
      rows.problems.add(.missingColumn(PaymentColumns.account))
    }
    while rows.next() { readRow() }
  }

  private mutating func readRow() {
    if isTotal { return }
    let household = rows.word(Self.household) ?? ""
    let isNamed = !household.isEmpty || rows.word(Self.account)?.isEmpty == false
    if !isNamed { return rows.report(.emptyCell(.text), keyColumn) }
    let number = rows.accountNumber(Self.account)
    let amount = amount()
    let result = rows.value(Self.result) { [template] word throws(BenefitError) in
      guard let result = template.result(word) else { throw BenefitError.unknownResult(word) }
      return result
    }
    let reason = rows.text(Self.reason)
    guard let amount, let result, let reason else { return }
    let transfer = household.isEmpty ? number.flatMap { byAccount[$0] } : byHousehold[household]
    guard let transfer else {
      let error = BenefitError.nothingSent(
        household.isEmpty ? number ?? "" : household,
        currency.text(amount)
      )
      return unknown.append(error.within(.line(rows.line)))
    }
    if let number, number != transfer.account.number {
      return rows.report(.otherAccount(transfer.account.number), Self.account)
    }
    if let line = lines.updateValue(rows.line, forKey: transfer.household) {
      return rows.report(.answeredTwice(line), keyColumn)
    }
    outcomes[transfer.household] =
      switch result {
      case .paid: amount == transfer.amount ? .paid : .differs(amount)
      // Banks state what was paid of a rejected transfer, or what was to be.
      case _ where amount != .zero && amount != transfer.amount: .differs(amount)
      case .rejected: .rejected(reason: reason)
      case .pending: .pending
      }
  }

  /// The column that says which transfer a row answers.
  private var keyColumn: Int { rows.has(Self.household) ? Self.household : Self.account }

  /// True of the row with the sum, which answers no transfer.
  private var isTotal: Bool {
    mutating get {
      guard let word = template.total, rows.bytes(Self.result).isEmpty else { return false }
      return [Self.household, Self.account].allSatisfy {
        let text = rows.word($0) ?? ""
        return text.isEmpty || text == word.plain
      }
    }
  }

  private mutating func amount() -> Money? {
    if !template.isInFen { return rows.money(Self.amount) }
    return rows.count(Self.amount).map {
      Money(fen: Int64(clamping: Int128($0) * Int128(currency.step.fen)))
    }
  }
}

extension BenefitError {
  /// The error of a word that is no known result.
  fileprivate static func unknownResult(_ word: String) -> Self {
    Self(
      .unknownName,
      found: Phrase(
        en: "\"\(word.escaped)\" is not known as a result.",
        zh: "无法识别结果「\(word.escaped)」。"
      ),
      advice: Phrase(
        en: "Say in the template if it means paid, rejected or pending.",
        zh: "请在模板中注明该词表示已支付、退回还是处理中。"
      )
    )
  }

  /// The finding of a row for which nothing was sent.
  fileprivate static func nothingSent(_ name: String, _ amount: String) -> Self {
    Self(
      .unknownHousehold,
      found: Phrase(
        en: "nothing was sent to \"\(name.escaped)\", of which the bank names \(amount).",
        zh: "没有发给「\(name.escaped)」的款项，银行所列金额为 \(amount)。"
      ),
      advice: Phrase(en: "Ask the bank about it.", zh: "请向银行查询。")
    )
  }

  /// The error of a household whose transfer went to another account.
  fileprivate static func otherAccount(_ sent: String) -> Self {
    Self(
      .mismatch,
      found: Phrase(
        en: "the amount of the household was sent to \"\(sent)\".",
        zh: "该户款项发往的账号是「\(sent)」。"
      ),
      advice: Phrase(en: "Ask the bank about it.", zh: "请向银行查询。")
    )
  }

  /// The error of a transfer that two rows answer.
  fileprivate static func answeredTwice(_ line: Int) -> Self {
    Self(
      .duplicate,
      found: Phrase(
        en: "line \(line) answers for the same transfer.",
        zh: "第 \(line) 行也是同一笔款项。"
      ),
      advice: Phrase(en: "Keep the last answer of the bank.", zh: "请只保留银行最后的结果。")
    )
  }
}

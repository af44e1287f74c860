import BenefitBinding
import BenefitTables
import TestSupport
import Testing

struct BankReturnTests {
  private let fixture: PaymentFixture

  init() throws { fixture = try PaymentFixture() }

  private func answer(_ csv: String, of list: PaymentList? = nil) throws -> BankReturn {
    try BankReturn(csv: Array(csv.utf8), of: list ?? fixture.list, by: fixture.bank)
  }

  @Test func `Each transfer has its answer, and what was not sent is named`() throws {
    let answer = try answer(
      "账号,日期,金额,处理结果,失败原因\n62170003,x,20000.00,成功,\n62170002,x,0.00,退票,户名不符\n"
        + "62170001,x,6666.66,成功,\n99,x,1.00,成功,\n合计,x,40000.00,,\n"
    )
    #expect(
      answer.outcomes == [
        "H-1": .differs("6666.66"), "H-2": .rejected(reason: "户名不符"), "H-3": .paid, "H-4": .missing,
      ]
    )
    #expect(
      answer.table().text == """
        household  account      amount  result
        ---------  --------  ---------  ------------------------
        H-1        62170001   6,666.67  another amount: 6,666.66
        H-2        62170002  13,333.33  rejected: 户名不符
        H-3        62170003  20,000.00  paid
        H-4        62170004  26,666.67  not in the file
        ---------  --------  ---------  ------------------------
        all                  66,666.67
        """
    )
    #expect(
      answer.unknown.map(\.description) == [
        "Line 5: nothing was sent to \"99\", of which the bank names 1.00. Ask the bank about it."
      ]
    )
    #expect(
      answer.unknown.map { $0.text(in: .simplifiedChinese) } == [
        "第 5 行：没有发给「99」的款项，银行所列金额为 1.00。请向银行查询。"
      ]
    )
    // Neither what differs nor what is missing is sent again.
    #expect(
      try answer.rejected.reissued(to: BankAccounts(csv: Array("id,holder,account\n".utf8))).total
        == "13333.33"
    )
  }

  @Test(arguments: [false, true])
  func `Amounts in yen are whole in the list, the answer and the table`(isInFen: Bool) throws {
    let terms = Terms(
      name: "coop",
      currency: Currency("JPY", unit: Phrase(en: "yen", zh: "日元"))
    ) { Distribution(of: .profit) { Tier(.rest, by: .person, as: .property) } }
    let settlement = try terms.settle(
      Season(2016) { $0[.profit] = "5000.50" },
      for: likeHouseholds(2)
    )
    let owed = try settlement.fulfilment(of: "dividend", promised: [:], paid: nil)
    let csv = settlement.register.ids.enumerated().map { "\($1),甲,\($0)\n" }.joined()
    let list = PaymentList(
      of: owed,
      to: try BankAccounts(csv: Array("id,holder,account\n\(csv)".utf8))
    )
    let bank = PaymentTemplate(["账号": .accountNumber, "金额": .amount], isInFen: isInFen)
    let file = String(decoding: list.csv(by: bank), as: UTF8.self)
    #expect(file == "\u{FEFF}账号,金额\r\n0,2501\r\n1,2500\r\n")
    let answer = try BankReturn(
      csv: Array("账号,金额,结果\n0,2501,成功\n1,25,成功\n".utf8),
      of: list,
      by: bank
    )
    #expect(answer.paid.total == .yuan(2_501))
    #expect(answer.table().rows.map { $0[2] } == ["2,501", "2,500"])
    #expect(answer.table().rows.last?.last == "another amount: 25")
  }

  @Test func `Three rejected transfers are sent again, and what is owed is paid to the fen`() throws
  {
    let first = try answer(
      "编号,金额,结果,原因\nH-4,26666.67,失败,销户\nH-1,6666.67,成功,\nH-2,13333.33,失败,户名不符\nH-3,20000.00,失败,\n"
    )
    #expect(first.rejected.transfers.map(\.household) == ["H-2", "H-3", "H-4"])
    let corrected = try BankAccounts(
      csv: Array("id,holder,account\nH-2,乙,72\nH-4,丁,74\nH-5,戊,75\n".utf8)
    )
    let second = try first.rejected.reissued(to: corrected)
    #expect(second.transfers.map(\.account.number) == ["72", "62170003", "74", "75"])
    #expect(first.paid.total + second.total == "100000.01")
    let rest = try answer(
      "账号,金额,结果\n75,33333.34,成功\n74,26666.67,成功\n72,13333.33,成功\n62170003,20000,处理中\n",
      of: second
    )
    var state = try fixture.owed.adding(first.paid).adding(rest.paid)
    #expect(state.total(\.arrears) == .yuan(20_000))
    let last = try answer("账号,金额,结果\n62170003,20000,成功\n", of: rest.outstanding)
    state = try state.adding(last.paid)
    #expect(state.total(\.paid) == state.total(\.owed) && state.total(\.overpaid) == .zero)
    #expect(PaymentList(of: state, to: corrected).transfers.isEmpty)
  }

  @Test func `All that is wrong with a return is listed together`() {
    let csv =
      "账号,金额,处理结果,编号\n6.2E+17,1,成功,\n62170003,1.234,嗯,\n,1,成功,\n62170002,13333.33,成功,H-1\n"
      + "62170002,13333.33,成功,H-2\n62170002,13333.33,成功,\n"
    let found = BankReturn.problems(inCSV: Array(csv.utf8), of: fixture.list, by: fixture.bank)
    #expect(
      found.map(\.description) == [
        "Line 2, column \"账号\": \"6.2E+17\" looks like an id that a spreadsheet took for a number and rounded. "
          + "Set the column as text and enter the ids again from their source.",
        "Line 3, column \"金额\": \"1.234\" has more decimals than can be kept. "
          + "Write an amount with at most two decimals, such as 4,000.00.",
        "Line 3, column \"处理结果\": \"嗯\" is not known as a result. "
          + "Say in the template if it means paid, rejected or pending.",
        "Line 4, column \"编号\": the cell is empty. Enter it; nothing is filled in for an empty cell.",
        "Line 5, column \"账号\": the amount of the household was sent to \"62170001\". Ask the bank about it.",
        "Line 7, column \"编号\": line 6 answers for the same transfer. Keep the last answer of the bank.",
      ]
    )
    for problem in found { #expect(strayEnglish(in: problem.text(in: .simplifiedChinese)) == nil) }
    #expect(
      BankReturn.problems(inCSV: Array("金额,结果\n".utf8), of: fixture.list, by: fixture.bank)
        .map(\.description) == [
          "Column \"account_number\": no heading names it. Add the column, and name the columns in the first line."
        ]
    )
  }

  @Test func `Two households never get one account`() throws {
    let rejected = try answer("编号,金额,结果\nH-2,13333.33,失败\n").rejected
    let corrected = try BankAccounts(csv: Array("id,holder,account\nH-5,乙,62170002\n".utf8))
    #expect(throws: BenefitError.self) { _ = try rejected.reissued(to: corrected) }
  }

  /// Random registers, accounts, answers and orders of rows, three rounds each.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Sent is paid, rejected and outstanding, in any order and either encoding`(_ seed: UInt64)
    throws
  {
    var random = SplitMix64(seed: seed)
    let sample = try Sample(seed: seed)
    let settlement = try sample.programme.settle(sample.season, for: sample.register)
    var owed = try settlement.fulfilment(of: "rent", of: "scheme 1", promised: [:], paid: nil)
    let whole = owed.total(\.owed)
    func accounts(_ part: Int) throws -> BankAccounts {
      let rows = sample.households.shuffled(using: &random).filter { _ in
        Int.random(in: 1...10, using: &random) <= part
      }
      return try BankAccounts(
        csv: Array(("id,holder,account\n" + rows.map { "\($0.id),@名,acc\($0.id)\n" }.joined()).utf8)
      )
    }
    var list = PaymentList(of: owed, to: try accounts(7))
    #expect(list.total + list.withoutAccount.values.reduce(.zero, +) == whole)
    for part in [7, 8, 10] {
      let words = list.transfers.map { _ in
        ["成功", "失败", "处理中", ""].randomElement(using: &random) ?? ""
      }
      var rows = zip(list.transfers, words).filter { !$1.isEmpty }
        .map { [$0.household, $0.account.number, $0.amount.description, $1] }
      var answers: [BankReturn] = []
      for encoding in TextEncoding.allCases {
        rows.shuffle(using: &random)
        var table = Table("编号", "账号", "金额", "结果")
        for row in rows { table.add(row) }
        let bank = PaymentTemplate(["账号": .accountNumber, "金额": .amount], encoding: encoding)
        answers.append(try BankReturn(csv: table.csv(in: encoding), of: list, by: bank))
      }
      let answer = answers[0]
      #expect(answers[1] == answer)
      #expect(list.total == answer.paid.total + answer.rejected.total + answer.outstanding.total)
      owed = try owed.adding(answer.paid)
      #expect(owed.total(\.owed) == whole && owed.total(\.overpaid) == .zero)
      // What the bank has not finished is done by the next round.
      owed = try owed.adding(answer.outstanding)
      list = try answer.rejected.reissued(to: accounts(part))
      let unsent = list.withoutAccount.values.reduce(Money.zero, +)
      #expect(list.total + unsent == owed.total(\.arrears))
    }
  }
}

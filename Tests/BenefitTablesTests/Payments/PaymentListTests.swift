import BenefitBinding
import BenefitTables
import TestSupport
import Testing

/// Five households, of which four have accounts, are owed 100,000.01 by their persons.
struct PaymentFixture {
  let settlement: Settlement
  let owed: Fulfilment
  let list: PaymentList
  let bank = PaymentTemplate(
    [
      "序号": .number, "编号": .household, "账号": .accountNumber, "户名": .accountHolder, "金额": .amount,
      "附言": .remark,
    ],
    total: "合计"
  )

  init() throws {
    let scheme = Terms(name: "coop") {
      Distribution(of: .profit) { Tier(.rest, by: .person, as: .property) }
    }
    let register = try Register((1...5).map { Household("H-\($0)", gaqa: "A", persons: $0) })
    settlement = try scheme.settle(Season(2016) { $0[.profit] = "100000.01" }, for: register)
    owed = try settlement.fulfilment(of: "dividend", promised: [:], paid: nil)
    let csv =
      "id,holder,account\nH-1,巴雅尔,62170001\nH-2,=1+1,62170002\nH-3,丙,62170003\nH-4,\"丁,四\",62170004\n"
    list = PaymentList(of: owed, to: try BankAccounts(csv: Array(csv.utf8)))
  }
}

struct PaymentListTests {
  @Test func `A list stands in the columns of the bank, with no cell that a spreadsheet runs`()
    throws
  {
    let fixture = try PaymentFixture()
    let file = fixture.list.csv(by: fixture.bank, remark: "分红")
    #expect(
      String(decoding: file, as: UTF8.self)
        == "\u{FEFF}序号,编号,账号,户名,金额,附言\r\n1,H-1,62170001,巴雅尔,6666.67,分红\r\n"
        + "2,H-2,62170002,'=1+1,13333.33,分红\r\n3,H-3,62170003,丙,20000.00,分红\r\n"
        + "4,H-4,62170004,\"丁,四\",26666.67,分红\r\n合计,,,,66666.67,\r\n"
    )
    let plain = PaymentTemplate(
      ["a": .amount, "b": .text("CNY"), "c": .accountNumber],
      isInFen: true,
      hasHeadings: false
    )
    #expect(
      String(decoding: fixture.list.csv(by: plain).dropFirst(3), as: UTF8.self)
        == "666667,CNY,62170001\r\n1333333,CNY,62170002\r\n2000000,CNY,62170003\r\n2666667,CNY,62170004\r\n"
    )
  }

  @Test(arguments: TextEncoding.allCases)
  func `Hostile names come back as they were`(_ encoding: TextEncoding) throws {
    let list = try PaymentFixture().list
    let template = PaymentTemplate(
      ["户编号": .household, "开户名": .accountHolder, "账号": .accountNumber, "元": .amount],
      encoding: encoding
    )
    let accounts = try BankAccounts(csv: list.csv(by: template), encoding: encoding)
    #expect(list.transfers.allSatisfy { accounts[$0.household] == $0.account })
    #expect(accounts["H-2"]?.holder == "=1+1" && accounts["H-4"]?.holder == "丁,四")
  }

  @Test func `Who has no account is left out and named with the sum`() throws {
    let list = try PaymentFixture().list
    #expect(list.withoutAccount == ["H-5": "33333.34"])
    #expect(list.total + .yuan(33_333) == "100000.01" - "0.34")
    #expect(
      list.missingAccounts?.description
        == "Scheme \"coop\", line \"dividend\": 33,333.34 for 1 household cannot be sent, as there is no account of "
        + "\"H-5\". Add the accounts, and send these amounts with the next list."
    )
    #expect(
      list.missingAccounts?.text(in: .simplifiedChinese)
        == "方案「coop」，项目「dividend」：有 1 户共 33,333.34 没有账号，无法发放：「H-5」。请补充账号，并列入下一批发放。"
    )
  }

  @Test func `A payout is listed with the cash it has, and zero amounts are not`() throws {
    let fixture = try PaymentFixture()
    let payout = try fixture.settlement.payout(
      of: "dividend",
      with: "0.02",
      arrears: .cumulative
    )
    let accounts = try BankAccounts(csv: Array("id,holder,account\nH-5,戊,5\nH-1,甲,1\n".utf8))
    let list = PaymentList(of: payout, to: accounts)
    #expect(list.total + list.withoutAccount.values.reduce(.zero, +) == "0.02")
    #expect(list.transfers.allSatisfy { $0.amount > .zero })
    #expect(list.transfers.count + list.withoutAccount.count == 2)
  }
}

import BenefitBinding
import BenefitDocuments
import BenefitTables

/// Changes the bytes of files that people write, and reads them: none may trap, and what is read may have no mistakes.
enum TextRun {
  private struct Reader: Sendable {
    let name: String
    let bytes: [UInt8]
    /// Reads bytes; false where they are refused, and an error where the reader contradicts itself.
    let read: @Sendable ([UInt8]) throws -> Bool
  }

  static func run(seed: UInt64, _ tally: inout Tally) -> UInt64 {
    let (reader, bytes) = changed(seed)
    tally.count("texts")
    tally.count("text: \(reader.name)")
    do {
      let isRead = try reader.read(bytes)
      tally.count(isRead ? "read" : "refused")
      return isRead ? 1 : 2
    } catch let problem as Problem {
      tally.find(problem.kind, seed, "\(reader.name): \(problem.text)")
      return 3
    } catch {
      tally.find("another error", seed, "\(reader.name): \(error)")
      return 4
    }
  }

  /// Prints what a seed is made into.
  static func show(seed: UInt64) {
    let (reader, bytes) = changed(seed)
    One.say(reader.name)
    One.say(bytes)
    One.say(String(decoding: bytes, as: UTF8.self))
  }
}

// MARK: - Changes

extension TextRun {
  private static func changed(_ seed: UInt64) -> (Reader, [UInt8]) {
    var dice = Dice(seed: seed)
    let reader = readers[Int(seed % UInt64(readers.count))]
    var bytes = reader.bytes
    for _ in 0...dice.below(4) { change(&bytes, dice.pick(readers).bytes, &dice) }
    return (reader, bytes)
  }

  private static let pieces: [[UInt8]] = [
    [0xFF], [0x80], [0x81, 0x30], [0x84, 0x31, 0xA4, 0x37], [0xE3, 0x32, 0x9A, 0x36],
    [0xED, 0xA0, 0x80],
    [0xEF, 0xBB, 0xBF], [0], Array("\"".utf8), Array("\\u".utf8), Array("\\ud800".utf8),
    Array(",".utf8), Array("\r\n".utf8), Array("'".utf8), Array("(".utf8), Array(")".utf8),
    Array(" of ".utf8), Array(" over ".utf8), Array(" per ".utf8), Array("max(".utf8),
    Array("9223372036854775807".utf8), Array("1e999".utf8), Array("-".utf8), Array("=1+1".utf8),
    Array(repeating: UInt8(ascii: "["), count: 90), Array(repeating: UInt8(ascii: "("), count: 90),
    Array("😀é一".utf8),
  ]

  private static func change(_ bytes: inout [UInt8], _ donor: [UInt8], _ dice: inout Dice) {
    let place = dice.below(bytes.count + 1)
    let end = min(bytes.count, place + dice.below(12))
    switch dice.below(7) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: dice.below(bytes.count + 1))
    case 2 where place < bytes.count: bytes[place] = UInt8(dice.below(256))
    case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8(dice.below(8))
    case 4:
      let start = dice.below(donor.count)
      bytes.insert(contentsOf: donor[start..<min(donor.count, start + 20)], at: place)
    case 5: bytes.removeSubrange(place...)
    default: bytes.insert(contentsOf: dice.pick(pieces), at: place)
    }
  }
}

// MARK: - Readers

extension TextRun {
  private static let readers: [Reader] =
    formulas.map { text in
      Reader(name: "formula", bytes: Array(text.utf8)) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let amount = try? Amount(parsing: text) else { return false }
        guard (try? Amount(parsing: amount.text)) == amount else {
          throw Problem(kind: "read otherwise", text: "\(text) as \(amount.text)")
        }
        return true
      }
    } + [
      Reader(name: "programme document", bytes: Array(document.utf8)) { bytes in
        let problems = ProgrammeDocument.problems(inJSON: bytes)
        let document = try? ProgrammeDocument(json: bytes)
        try agree(problems, document != nil)
        return document != nil
      },
      Reader(name: "households", bytes: Array(households.utf8)) { try table($0, .utf8) },
      Reader(name: "households in GB 18030", bytes: gb18030) { try table($0, .gb18030) },
      Reader(name: "events", bytes: Array(events.utf8)) {
        guard let list = try? HouseholdTable(csv: Array(households.utf8)) else { return false }
        let problems = EventTable.problems(inCSV: $0, of: list)
        let table = try? EventTable(csv: $0, of: list)
        try agree(problems, table != nil)
        _ = try table?.households(on: "2020-06-01")
        return table != nil
      },
      Reader(name: "deliveries", bytes: Array(deliveries.utf8)) {
        guard let list = try? HouseholdTable(csv: Array(households.utf8)),
          let programme = try? ProgrammeDocument(json: Array(document.utf8)).programme
        else { return false }
        let problems = DeliveryTable.problems(inCSV: $0, of: list, for: programme)
        let table = try? DeliveryTable(csv: $0, of: list, for: programme)
        try agree(problems, table != nil)
        return table != nil
      },
      Reader(name: "loans", bytes: Array(loans.utf8)) {
        guard let list = try? HouseholdTable(csv: Array(households.utf8)) else { return false }
        let problems = LoanTable.problems(inCSV: $0, of: list)
        let table = try? LoanTable(csv: $0, of: list)
        try agree(problems, table != nil)
        var facts = Facts()
        try? facts.state(table?.loans ?? [], in: .year(2017), for: list.register)
        return table != nil
      },
      Reader(
        name: "accounts",
        bytes: Array("id,account,holder\nA,62170001,巴雅尔\nB,62170002,x\n".utf8)
      ) {
        let problems = BankAccounts.problems(inCSV: $0)
        let accounts = try? BankAccounts(csv: $0)
        try agree(problems, accounts != nil)
        return accounts != nil
      },
    ]

  private static func table(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> Bool {
    let problems = HouseholdTable.problems(inCSV: bytes, encoding: encoding)
    let table = try? HouseholdTable(csv: bytes, encoding: encoding)
    try agree(problems, table != nil)
    return table != nil
  }

  private static func agree(_ problems: [BenefitError], _ isRead: Bool) throws {
    if problems.isEmpty == isRead { return }
    throw Problem(kind: "mistakes and none", text: "\(problems)")
  }

  private static let formulas = [
    "5 % of stake + 29 % of (profit over 5 % of stake)",
    "if(profit >= 1,000,000, 5 % of profit, 8 % of stake)",
    "max(1.50 per measure('fodder', 'kg'), 1,500) - round(line('a') / 3, yuan)",
    "sum(500 per persons, status('at risk') and not gaqa('A', 'B')) + programme balance('f')",
    "named('x', mean(amount('milk'), 3)) + 1/3 of 12 * pot",
  ]

  private static let document = """
    {"format": "benefit-binding programme 1", "name": "P", "povertyLine": 3335, "definitions": {"floor": "5 % of stake"},
    "schemes": [{"model": "shareholding", "name": "S", "funding": [{"amount": "100", "from": "x", "interest": "4.35%"}],
    "dividend": "floor + 29 % of (profit over floor)"}, {"name": "T", "clauses": [{"distribution": "d", "of": "7 % of takings",
    "tiers": [{"amount": "70 % of pot", "by": "land area", "as": "property"}, {"amount": "rest", "to": "reserve"}]}]}],
    "season": {"name": "2016", "facts": {"profit": "164,000", "takings": {"gaqas": {"A": "3.05"}}}},
    "opening": {"schemes": {"S": {"losses": "1,000"}, "T": {"accounts": {"reserve": {"gaqas": {"A": "5.00"}}}, "residues": {"d": 1}}}}}
    """

  private static let households = #"""
    户编号,嘎查,家庭人口,户主姓名,基期收入,持股数
    NLX-01,纳林希里,4,"巴雅尔, ""B""",9600,50
    NLX-02,展一,2,=cmd,5200.50,30.5

    """#

  private static let events = """
    日期,户编号,变动,家庭人口,类别,持股数,原因
    2020/3/5,NLX-01,退出,,,,迁出
    2020-06-01,NLX-01,返贫,5,at risk,40.5,
    2020年6月1日,NLX-02,,3,,,出生

    """

  private static let deliveries =
    "day,id,takings,land area\n2020/3/5,NLX-01,45,1.5\n2020年4月2日,NLX-01,-3,\n"

  private static let loans = """
    户编号,放款日期,贷款金额,年利率,期限（月）,还款方式,每期月数,贴息比例
    NLX-01,2016/11/10,"24,000",4.8%,24,等额本金,,
    NLX-02,2017-01-05,50000,4.35%,36,到期还本,3,100%

    """

  /// The same in GB 18030.
  private static let gb18030: [UInt8] = {
    guard let table = try? HouseholdTable(csv: Array(households.utf8)) else { return [] }
    return table.csv(in: .gb18030)
  }()
}

import BenefitBinding
import BenefitDocuments
import Foundation
import Testing

/// Published schemes as a person writes them down, which settle as they were published.
///
/// What is assumed for each, and its source, stands on the page of the same place in `Docs/Published`, and for
/// those of Ordos with the example `OrdosProgramme`.
struct PublishedDocumentTests {
  @Test(arguments: PublishedDocument.all)
  fileprivate func `A document settles as it was published`(_ published: PublishedDocument) throws {
    let json = Array(try Data(contentsOf: published.file))
    let problems = ProgrammeDocument.problems(inJSON: json)
    #expect(problems.isEmpty, "\(problems)")
    let document = try ProgrammeDocument(json: json)
    let settlement = try document.programme.settle(
      document.season,
      for: Register(published.households)
    )
    for figure in published.figures {
      #expect(try figure.read(settlement) == figure.value, "\(figure.name)")
    }
  }

  @Test(arguments: PublishedDocument.all)
  fileprivate func `A document is short`(_ published: PublishedDocument) throws {
    let text = try String(contentsOf: published.file, encoding: .utf8)
    let lines = text.dropLast(1).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(text.last == "\n" && lines.count <= 30)
    #expect(lines.allSatisfy { $0.count <= 120 })
  }

  @Test func `Every document is settled once`() throws {
    let names = PublishedDocument.all.map(\.name)
    let folder = try #require(Bundle.module.resourceURL).appending(path: "Published")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    )
    #expect(names.count == 20)
    #expect(files.sorted() == names.map { "\($0).json" }.sorted())
  }
}

/// A document with the register that it is settled for, and what it must give.
private struct PublishedDocument: Sendable, CustomTestStringConvertible {
  let name: String
  let households: [Household]
  let figures: [Figure]

  init(_ name: String, _ groups: [Group], _ figures: [Figure]) {
    self.name = name
    self.figures = figures
    households = groups.flatMap { group in (0..<group.count).map { (group, $0) } }
      .enumerated()
      .map { row, member in member.0.household("H-\(1_000 + row)", at: member.1) }
  }

  var testDescription: String { name }

  var file: URL {
    get throws {
      try #require(
        Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Published")
      )
    }
  }
}

/// Like households of one gaqa, over which a number of persons is laid out evenly.
private struct Group: Sendable {
  let count: Int
  let persons: Int
  let gaqa: String
  let status: Status
  let measures: [Measure: Quantity]

  init(
    _ count: Int,
    persons: Int? = nil,
    in gaqa: String = "A",
    status: Status = .belowNationalLine,
    _ measures: [Measure: Quantity] = [:]
  ) {
    self.count = count
    self.persons = persons ?? count
    self.gaqa = gaqa
    self.status = status
    self.measures = measures
  }

  func household(_ id: Household.ID, at index: Int) -> Household {
    Household(
      id,
      gaqa: gaqa,
      persons: persons / count + (index < persons % count ? 1 : 0),
      status: status,
      measures: measures
    )
  }
}

/// A figure of a settlement and what it must be.
private struct Figure: Sendable {
  let name: String
  let value: Money
  let read: @Sendable (Settlement) throws -> Money

  /// What a line gives all households.
  static func all(_ line: String, _ value: Money) -> Self {
    Self(name: line, value: value) { try $0.line(line).total }
  }

  /// What a line gives a household.
  static func one(_ line: String, _ value: Money, at row: Int = 0) -> Self {
    Self(name: "\(line), row \(row)", value: value) { try $0.line(line)[row] }
  }

  /// What a household has of all lines, less its costs.
  static func net(_ value: Money, at row: Int = 0) -> Self {
    Self(name: "net, row \(row)", value: value) { $0.net(at: row) }
  }

  /// What an account received.
  static func account(_ name: String, _ value: Money) -> Self {
    Self(name: name, value: value) { try $0.received(by: Account(name)) }
  }

  /// What the first tier of a distribution gives each of those who are known by their number.
  static func each(_ clause: String, _ value: Money) -> Self {
    Self(name: "\(clause), each", value: value) {
      try #require($0.waterfall(clause).steps[0].each(0))
    }
  }
}

// MARK: - Documents

extension Measure {
  fileprivate static let garden = Measure("garden area", in: .mu)
  fileprivate static let chicks = Measure("chicks given", in: .head)
  fileprivate static let fodder = Measure("fodder delivered", in: .tonne)
  fileprivate static let loans = Measure("loans", in: Quantity.Unit("loan"))
  fileprivate static let forest = Measure("forest lost to the road", in: .mu)
  fileprivate static let beds = Measure("beds", in: Quantity.Unit("bed"))
  fileprivate static let yams = Measure("yams", in: .jin)
  fileprivate static let guavas = Measure("guavas", in: .jin)
}

extension PublishedDocument {
  static let all = ordos + capital + loans + incomes + produce

  private static let ordos: [Self] = [
    Self(
      "Nalinxili",
      [Group(41, persons: 102, in: "Nalinxili")],
      [.all("stake", "860,000"), .one("dividend", "4,000"), .one("dividend", "4,000", at: 40)]
    ),
    // 34 gaqas; 600 yuan a person, of whom the first household has three and the last two.
    Self(
      "Hanggin",
      (1...34).map { gaqa in
        Group(gaqa < 34 ? 24 : 23, persons: gaqa <= 22 ? 60 : 59, in: "gaqa \(gaqa)")
      },
      [
        .all("stake", "10,620,000"), .all("dividend", "1,216,800"), .one("dividend", "1,800"),
        .one("dividend", "1,200", at: 814), .account("collective", "811,200"),
      ]
    ),
    // More than 1,000 yuan a person from vegetables, here 1,350; about 24,000 a worker.
    Self(
      "Hashatu",
      [
        Group(16, persons: 48, [.garden: "1.5 mu", .workers: "1 worker"]),
        Group(10, persons: 20, [.garden: "1 mu", .workers: "1 worker"]),
        Group(7, persons: 14, [.garden: "1 mu"]),
      ],
      [
        .one("catering and cleaning", "24,000", at: 25), .all("catering and cleaning", "624,000"),
        .all("vegetables", "196,800"), .all("vegetables: inputs", "86,100"), .net("2,700", at: 32),
      ]
    ),
    Self(
      "Dalad",
      [Group(90, persons: 224, [.chicks: "50 head", .eggsDelivered: "5400 eggs"])],
      [
        .all("eggs", "486,000"), .all("eggs: inputs", "194,400"), .all("given free", "36,000"),
        .all("shared back", "19,440"), .one("shared back", "216"),
      ]
    ),
  ]

  private static let capital: [Self] = [
    Self(
      "Huangjue",
      [Group(138)],
      [.all("stake", "1,000,000"), .all("dividend", "79,000"), .one("dividend", "572.46", at: 137)]
    ),
    // The first cooperative at the threshold, the second below it with 320 yuan a person.
    Self(
      "Changping",
      [Group(14, persons: 54), Group(12, persons: 38, in: "B")],
      [.all("stake", "368,000"), .all("dividend", "62,160"), .one("dividend", "1,280", at: 14)]
    ),
    Self(
      "Shuangping",
      [Group(107)],
      [
        .one("floor: advance", "300"), .account("left for the balance", "240"),
        .all("profit", "41,000"), .account("village", "10,000"),
      ]
    ),
    Self(
      "Haozhuang",
      [
        Group(1, [.shares: "1 share", .fodder: "0.6 t"]),
        Group(1, [.shares: "1 share", .fodder: "1.4 t"]),
        Group(123, [.shares: "1 share"]),
        Group(2),
      ],
      [
        .one("dividend", "1,000"), .all("dividend", "125,000"), .one("fodder", "1,500"),
        .one("fodder", "2,100", at: 1), .net("2,000"), .net("0", at: 126),
      ]
    ),
    Self(
      "Qingtongxia",
      [Group(800, [.shares: "1 share"])],
      [
        .one("floating", "83"), .all("floating", "66,400"),
        .account("village", "81,506"),
      ]
    ),
  ]

  private static let loans: [Self] = [
    Self(
      "Qianting",
      [Group(28, [.loans: "1 loan"]), Group(4)],
      [
        .all("debt that stays", "1,400,000"), .net("5,300"), .net("300", at: 31),
        .all("coupon", "140,000"), .all("dividend", "9,600"),
      ]
    ),
    Self(
      "Hongjiang",
      [Group(600)],
      [
        .all("debt that stays", "30,000,000"), .one("coupon", "3,000"),
        .one("coupon: retained", "2,000"),
      ]
    ),
  ]

  private static let incomes: [Self] = [
    Self(
      "Zhaoguan",
      [Group(4, persons: 12, status: .exited), Group(5, persons: 15, status: .notPoor)],
      [
        .account("company", "5,363.64"), .account("reserve", "11,409.45"),
        .all("dividend: villagers", "22,628.74"), .all("dividend: once poor", "3,993.31"),
      ]
    ),
    Self(
      "Beicai",
      [Group(204, persons: 816), Group(1, persons: 2), Group(1, persons: 3)],
      [
        .account("village welfare", "7,558.41"), .account("reserve", "20,407.71"),
        .one("dividend", "232"), .one("dividend", "116", at: 204), .all("dividend", "47,618"),
      ]
    ),
    Self(
      "Tanshi",
      [Group(1_273, persons: 2_546)],
      [
        .all("dividend", "2,940,000"), .account("collective", "1,260,000"),
        .all("top-up", "115,200"), .net("2,400"), .net("2,400", at: 1_272),
      ]
    ),
    // About 58,000 yuan for the household of two with eight mu.
    Self(
      "Dazhai",
      [
        Group(1, persons: 2, [.landArea: "8 mu"]),
        Group(148, persons: 740, [.landArea: "3 mu"]),
        Group(53, persons: 212, [.landArea: "3 mu"]),
        Group(63, persons: 252, [.landArea: "2 mu"]),
        Group(10, persons: 40, [.landArea: "2 mu", .forest: "1 mu"]),
      ],
      [
        .net("57,791.53"), .all("paddy", "5,040,000"), .all("head", "864,000"),
        .one("forest", "21,600", at: 274), .account("village welfare", "216,000"),
      ]
    ),
    Self(
      "Liyang",
      [Group(1, [.beds: "41 beds"]), Group(1, [.beds: "60 beds"]), Group(1, [.beds: "17 beds"])],
      [.one("rent", "61,500"), .one("rent", "90,000", at: 1), .net("4,100")]
    ),
    Self(
      "Changwu",
      [Group(90)],
      [.one("plants", "23,000"), .all("plants", "2,070,000"), .one("income", "3,008.88")]
    ),
    Self(
      "NyaeNyae",
      [],
      [.account("members", "2,538,100"), .each("dividend", "1,700")]
    ),
  ]

  private static let produce: [Self] = [
    Self(
      "Dafang",
      [Group(1, [.landArea: "18 mu"])],
      [.all("peppers", "43,200")]
    ),
    Self(
      "Haikou",
      [Group(1, [.yams: "1500 jin"]), Group(1, [.guavas: "5500 jin"])],
      [.all("yams", "3,750"), .net("750"), .all("guavas", "13,750")]
    ),
  ]
}

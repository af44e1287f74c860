import BenefitBinding

/// A column that a table may have.
struct TableColumn {
  /// The kind of the values of a column.
  enum Kind {
    case text, id, citizenNumber, count, money, rate, day
    case quantity(Quantity.Unit)
  }

  /// The heading that is written.
  let name: String
  /// Other headings that are read as this one.
  let aliases: [String]
  /// The forms under which these headings are looked up.
  let keys: [String]
  /// The kind of the values.
  let kind: Kind
  /// True if a table needs the column.
  let isRequired: Bool
  /// True if a table that has the column needs a value in each row.
  let isComplete: Bool

  init(
    name: String,
    aliases: [String] = [],
    kind: Kind,
    isRequired: Bool = false,
    isComplete: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.isRequired = isRequired
    self.isComplete = isComplete
    keys = ([name] + aliases).map(Self.key)
  }

  /// A column under the same headings.
  func with(kind: Kind? = nil, isNeeded: Bool) -> Self {
    Self(
      name: name,
      aliases: aliases,
      kind: kind ?? self.kind,
      isRequired: isNeeded,
      isComplete: isNeeded
    )
  }

  /// All headings that are read as this one.
  var headings: [String] { [name] + aliases }

  /// The form under which a heading is looked up.
  static func key(_ heading: String) -> String {
    String(heading.key.map { $0 == "_" ? " " : $0 })
  }
}

extension TableColumn {
  /// A column of days, of which each row has one.
  static func day(aliases: [String]) -> Self {
    Self(
      name: "day",
      aliases: ["date", "日期"] + aliases,
      kind: .day,
      isRequired: true,
      isComplete: true
    )
  }

  /// A column of quantities.
  init(_ measure: Measure, aliases: [String] = [], isRequired: Bool = false) {
    self.init(
      name: measure.name,
      aliases: [measure.words(in: .simplifiedChinese)] + aliases,
      kind: .quantity(measure.unit),
      isRequired: isRequired
    )
  }
}

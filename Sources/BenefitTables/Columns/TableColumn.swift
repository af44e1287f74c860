import BenefitBinding

/// A column that a table may have.
struct TableColumn {
  /// The kind of the values of a column.
  enum Kind {
    case text, id, citizenNumber, count, money, rate
    case quantity(Quantity.Unit)
  }

  /// The heading that is written.
  let name: String
  /// Other headings that are read as this one.
  var aliases: [String] = []
  /// The kind of the values.
  let kind: Kind
  /// True if a table needs the column.
  var isRequired = false
  /// True if a table that has the column needs a value in each row.
  var isComplete = false

  /// The forms under which a heading is looked up.
  var keys: [String] { ([name] + aliases).map(Self.key) }

  /// The form under which a heading is looked up.
  static func key(_ heading: String) -> String {
    String(heading.key.map { $0 == "_" ? " " : $0 })
  }
}

extension TableColumn {
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

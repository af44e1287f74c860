import BenefitBinding

/// A description of a table's columns as a Frictionless Table Schema.
///
/// Source: specs.frictionlessdata.io/table-schema.
struct TableSchema {
  private let columns: [TableColumn]
  private let key: String

  /// Creates a schema of columns, one of which is the primary key.
  init(_ columns: [TableColumn], key: String) {
    self.columns = columns
    self.key = key
  }

  /// The schema as JSON.
  var json: String {
    let fields = columns.map { column in
      let type =
        switch column.kind {
        case .text, .id, .citizenNumber, .rate: "string"
        case .count: "integer"
        case .money, .quantity: "number"
        case .day: "date"
        }
      var parts = ["\"name\": \(column.name.json)", "\"type\": \"\(type)\""]
      if case .quantity(let unit) = column.kind {
        parts.append("\"description\": \(unit.name.json)")
      }
      var constraints = column.isComplete ? ["\"required\": true"] : []
      if column.name == key { constraints.append("\"unique\": true") }
      if case .count = column.kind { constraints.append("\"minimum\": 1") }
      if !constraints.isEmpty {
        parts.append("\"constraints\": {\(constraints.joined(separator: ", "))}")
      }
      return "    {\(parts.joined(separator: ", "))}"
    }
    return """
      {
        "fields": [
      \(fields.joined(separator: ",\n"))
        ],
        "missingValues": [""],
        "primaryKey": \(key.json)
      }

      """
  }
}

extension String {
  /// The text as a string of JSON.
  fileprivate var json: String {
    var json = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": json += "\\\(scalar)"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}

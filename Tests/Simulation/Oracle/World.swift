/// What a stored settlement was made from, read from its file form alone.
///
/// The oracle shares no code with the library: it knows the file form and the documentation.
struct World {
  struct Household {
    let id: String
    /// The position of its gaqa.
    let gaqa: Int
    let persons: Exact
    let status: String
    let income: Exact
    var measures: [String: Exact] = [:]
  }

  /// What a fact was given for, and what was given.
  enum Given {
    case season(Exact)
    case gaqas([String: Exact])
    case households([String: Exact])
  }

  /// Facts by name; those of a measure by ``key(_:)``.
  struct Facts {
    var money: [String: Given] = [:]
    var rates: [String: Given] = [:]
    var measures: [String: Given] = [:]
  }

  struct Season {
    let earlier: [Season]
    let facts: Facts
    let schemes: [String: Facts]
  }

  let households: [Household]
  let gaqas: [String]
  let columns: Set<String>
  let season: Season
  let schemes: [Scheme]
  let openingBooks: Ledger

  /// Reads the world of a stored settlement.
  init(settlement: Tree) throws {
    let register = try settlement.required("register")
    let names = try register.texts("gaqas")
    let listed =
      register["gaqasWithoutHouseholds"] == nil
      ? [] : try register.texts("gaqasWithoutHouseholds")
    let gaqas = Set(names + listed).sorted()
    self.gaqas = gaqas
    let ids = try register.texts("ids")
    let statuses = try register.texts("statuses")
    let persons = try register.required("persons").list
    let incomes = try register.texts("baselineIncomes")
    var households: [Household] = []
    for row in ids.indices {
      guard let gaqa = gaqas.firstIndex(of: names[row]) else { throw Unread(what: "a gaqa") }
      guard let number = persons[row].int else { throw Unread(what: "persons") }
      households.append(
        Household(
          id: ids[row],
          gaqa: gaqa,
          persons: Exact(number),
          status: statuses[row],
          income: try Self.money(incomes[row])
        )
      )
    }
    var columns: Set<String> = []
    for column in try register.required("measures").list {
      let key = try Self.key(column.required("key"))
      columns.insert(key)
      for (row, value) in try column.required("value").list.enumerated() {
        households[row].measures[key] = try Self.quantity(value.text ?? "")
      }
    }
    self.households = households
    self.columns = columns
    season = try Self.season(settlement.required("season"))
    schemes = try settlement.required("schemes").list.map(Scheme.init(tree:))
    openingBooks = try Ledger(tree: settlement.required("openingBooks"))
  }
}

/// A part of a file that the oracle cannot read, so that the run is not compared.
struct Unread: Error {
  let what: String
}

extension Tree {
  func required(_ key: String) throws -> Tree {
    guard let value = self[key] else { throw Unread(what: "\(key) is missing") }
    return value
  }

  func required(text key: String) throws -> String {
    guard let text = self[key]?.text else { throw Unread(what: "\(key) is no text") }
    return text
  }

  fileprivate func texts(_ key: String) throws -> [String] {
    try required(key).list.map {
      guard let text = $0.text else { throw Unread(what: "\(key) holds no texts") }
      return text
    }
  }
}

// MARK: - Numbers

extension World {
  /// An amount in fen from one in yuan.
  static func money(_ text: String) throws -> Exact { try Exact(decimal(text, decimals: 2)) }

  /// A fraction.
  static func ratio(_ text: String) throws -> Exact {
    let parts = text.split(separator: "/")
    guard let first = parts.first, let numerator = Int64(first) else {
      throw Unread(what: "ratio \(text)")
    }
    guard parts.count == 2 else { return Exact(numerator) }
    guard let denominator = Int64(parts[1]) else { throw Unread(what: "ratio \(text)") }
    return Exact(Big(numerator), over: Big(denominator))
  }

  /// A number of units.
  static func quantity(_ text: String) throws -> Exact {
    let number = text.prefix { $0 != " " }.filter { $0 != "," }
    return Exact(try decimal(number, decimals: 3), over: Big(1_000))
  }

  /// The name and the unit of a measure in one.
  static func key(_ measure: Tree) throws -> String {
    try measure.required(text: "name") + "\u{1F}" + measure.required(text: "unit")
  }

  /// A decimal number times a power of ten.
  private static func decimal(_ text: String, decimals: Int) throws -> Big {
    var value: Int128 = 0
    var places: Int?
    var isNegative = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): places = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Int128(byte - UInt8(ascii: "0"))
        places = places.map { $0 + 1 }
      default: throw Unread(what: "number \(text)")
      }
    }
    for _ in (places ?? 0)..<decimals { value *= 10 }
    return .small(isNegative ? -value : value)
  }
}

// MARK: - Seasons

extension World {
  private static func season(_ tree: Tree) throws -> Season {
    var schemes: [String: Facts] = [:]
    for entry in try tree.required("schemes").list {
      schemes[try entry.required(text: "key")] = try facts(entry.required("value"))
    }
    return Season(
      earlier: try (tree["earlier"]?.list ?? []).map(season),
      facts: try facts(tree.required("facts")),
      schemes: schemes
    )
  }

  private static func facts(_ tree: Tree) throws -> Facts {
    var facts = Facts()
    for entry in try tree.required("money").list {
      facts.money[try entry.required(text: "key")] = try given(entry.required("value"), money)
    }
    for entry in try tree.required("rates").list {
      facts.rates[try entry.required(text: "key")] = try given(entry.required("value"), ratio)
    }
    for entry in try tree.required("measures").list {
      facts.measures[try key(entry.required("key"))] = try given(
        entry.required("value"),
        quantity
      )
    }
    return facts
  }

  private static func given(
    _ tree: Tree,
    _ value: (String) throws -> Exact
  ) throws -> Given {
    func byName(_ tree: Tree) throws -> [String: Exact] {
      var values: [String: Exact] = [:]
      for entry in tree.list {
        values[try entry.required(text: "key")] = try value(entry.required(text: "value"))
      }
      return values
    }
    if let text = tree["season"]?.text { return .season(try value(text)) }
    if let gaqas = tree["gaqas"] { return .gaqas(try byName(gaqas)) }
    return .households(try byName(tree.required("households")))
  }
}

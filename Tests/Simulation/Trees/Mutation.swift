import BenefitBinding

/// Changes trees at random, as a slip of the hand, another program or malice would.
struct Mutation {
  var dice: Dice

  /// The tree with some changes.
  mutating func changed(_ tree: Tree, donors: [Tree]) -> Tree {
    var tree = tree
    for _ in 0...dice.below(3) {
      var position = dice.below(tree.size)
      let donor = donors.isEmpty ? tree : dice.pick(donors)
      tree = replacing(tree, at: &position, donor)
    }
    return tree
  }

  /// Counts down to the node to be changed.
  private mutating func replacing(_ tree: Tree, at position: inout Int, _ donor: Tree) -> Tree {
    if position == 0 {
      position = -1
      return change(tree, donor)
    }
    position -= 1
    switch tree {
    case .list(var values):
      for index in values.indices where position >= 0 {
        let size = values[index].size
        if position < size {
          values[index] = replacing(values[index], at: &position, donor)
        } else {
          position -= size
        }
      }
      return .list(values)
    case .object(var fields):
      for index in fields.indices where position >= 0 {
        let size = fields[index].value.size
        if position < size {
          fields[index].value = replacing(fields[index].value, at: &position, donor)
        } else {
          position -= size
        }
      }
      return .object(fields)
    default: return tree
    }
  }

  private static let whole: [Int64] = [
    .max, .min, .max - 1, 0, 1, -1, 2, 1_000, 2_147_483_647, 2_147_483_648, -2_147_483_648, 1 << 53,
    999_999_999_999,
  ]

  private mutating func change(_ tree: Tree, _ donor: Tree) -> Tree {
    if dice.chance(3) { return .null }
    if dice.chance(10) {
      // Any part of another file, most likely one that fits here.
      var parts = donor.nodes
      if dice.chance(80) { parts = parts.filter { $0.isLike(tree) } }
      if !parts.isEmpty { return dice.pick(parts) }
    }
    switch tree {
    case .null: return .int(0)
    case .bool(let value): return dice.chance(80) ? .bool(!value) : .int(1)
    case .int:
      return dice.chance(90)
        ? .int(dice.chance(50) ? dice.pick(Self.whole) : dice.whole())
        : .double(dice.pick([0.5, -1, 1e300]))
    case .double(let value):
      return .double(
        dice.pick([0, -0.0, 1, -1, .infinity, -.infinity, .nan, 1e-308, 1e308, value / 3, -value])
      )
    case .text(let text): return .text(changed(text))
    case .list(let values): return list(values)
    case .object(let fields): return object(fields)
    }
  }

  private static let words = [
    "", "\n", "a\nb", " ", String(repeating: "x", count: 5_000), "👩‍👩‍👧‍👦", "e\u{301}", "\u{0}",
    "\u{2028}", "\"",
    "Ä\u{308}", "all",
  ]
  private static let amounts = [
    "0.00", "92233720368547758.07", "-92233720368547758.08", "92233720368547758.08", "0.01",
    "-0.01",
    "1", "1e9", "NaN", "00.10", "46116860184273879.04",
  ]
  private static let ratios = [
    "0", "1", "-1", "1/3", "9223372036854775807", "9223372036854775806/9223372036854775807", "1/0",
    "-9223372036854775808", "1/9223372036854775807", "200%", "0.5", "2/4",
  ]
  private static let days = [
    "0001-01-01", "9999-12-31", "2016-02-29", "2017-02-29", "2020-01-01", "2016-13-01",
    "10000-01-01",
    "-0001-01-01", "1970-01-01", "2015-06-30",
  ]

  /// Another text, most likely of the same kind.
  private mutating func changed(_ text: String) -> String {
    if dice.chance(15) { return dice.pick(Self.words) }
    if text.contains("-"), text.count == 10, text.first?.isNumber == true {
      return dice.pick(Self.days)
    }
    if let space = text.firstIndex(of: " "), text.first?.isNumber == true {
      let numbers = ["0", "9,223,372,036,854,775.807", "-1", "0.001", "1e3", "1000", "7"]
      return dice.pick(numbers) + text[space...]
    }
    if text.contains("/") { return dice.pick(Self.ratios) }
    if text.first?.isNumber == true || text.hasPrefix("-") {
      return dice.chance(60)
        ? dice.pick(text.contains(".") ? Self.amounts : Self.ratios)
        : dice.pick(Self.amounts + Self.ratios)
    }
    switch dice.below(4) {
    case 0: return text + text
    case 1: return String(text.dropLast())
    case 2: return text.uppercased()
    default: return dice.pick(Self.words)
    }
  }

  private mutating func list(_ values: [Tree]) -> Tree {
    guard !values.isEmpty else { return .list(dice.chance(50) ? [.int(0)] : [.object([])]) }
    switch dice.below(7) {
    case 0: return .list([])
    case 1: return .list(values + values)
    case 2: return .list(values.reversed())
    case 3:
      var values = values
      values.remove(at: dice.below(values.count))
      return .list(values)
    case 4:
      var values = values
      values.append(dice.pick(values))
      return .list(values)
    case 5: return .list(Array(repeating: dice.pick(values), count: 1 + dice.below(40)))
    default:
      var values = values
      values.swapAt(dice.below(values.count), dice.below(values.count))
      return .list(values)
    }
  }

  private mutating func object(_ fields: [Tree.Field]) -> Tree {
    guard !fields.isEmpty else { return .object([.init(key: "_0", value: .int(1))]) }
    var fields = fields
    let index = dice.below(fields.count)
    switch dice.below(6) {
    case 0: fields.remove(at: index)
    case 1: fields.append(fields[index])
    case 2: fields.reverse()
    case 3: fields[index].key = dice.pick(["_0", "_1", "", "name", fields[index].key + "x"])
    case 4: fields[index].value = .null
    default: fields[index].value = fields[dice.below(fields.count)].value
    }
    return .object(fields)
  }
}

extension Tree {
  /// The number of values in it, itself counted.
  var size: Int {
    switch self {
    case .list(let values): values.reduce(1) { $0 + $1.size }
    case .object(let fields): fields.reduce(1) { $0 + $1.value.size }
    default: 1
    }
  }

  /// Every value in it, itself first.
  var nodes: [Tree] {
    var nodes: [Tree] = []
    collect(into: &nodes)
    return nodes
  }

  private func collect(into nodes: inout [Tree]) {
    nodes.append(self)
    switch self {
    case .list(let values): for value in values { value.collect(into: &nodes) }
    case .object(let fields): for field in fields { field.value.collect(into: &nodes) }
    default: break
    }
  }

  /// Whether another may stand for it as far as its form tells.
  fileprivate func isLike(_ other: Tree) -> Bool {
    switch (self, other) {
    case (.int, .int), (.text, .text), (.list, .list), (.bool, .bool), (.double, .double): true
    case (.object(let a), .object(let b)): (a.count == 1) == (b.count == 1)
    default: false
    }
  }
}

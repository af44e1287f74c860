import BenefitBinding

/// A programme of which any formula may stand in any place, as a file could hold it.
///
/// Most are refused when they are decoded or settled; none may trap or hang.
struct RawCase {
  let seed: UInt64
  let programme: Programme
  let part: Case.Part

  /// Programmes whose formulas are put into others.
  private static let donors: [Tree] = (1...60).compactMap { (seed: UInt64) in
    try? TreeEncoder.encode(Case(seed: seed).parts[0].programme)
  }

  /// The case of a seed, or `nil` where decoding refuses it.
  init?(seed: UInt64, _ tally: inout Tally) throws {
    self.seed = seed
    let example = try Case(seed: seed)
    var graft = Graft(dice: Dice(seed: seed ^ 0xBEEF))
    let own = try TreeEncoder.encode(example.parts[0].programme)
    let terms = graft.grafted(own, [own, graft.dice.pick(Self.donors)])
    do {
      programme = try TreeDecoder.decode(Programme.self, from: terms)
    } catch {
      tally.count("raw: refused when decoded")
      return nil
    }
    part = Case.Part(
      programme: programme,
      season: example.parts[0].season,
      households: example.parts[0].households,
      register: example.parts[0].register
    )
  }
}

/// Puts formulas where others stood, or parts of them.
private struct Graft {
  var dice: Dice

  /// The keys under which files hold formulas.
  private static let keys: Set<String> = [
    "amount", "at", "by", "displaced", "each", "for", "inputs", "members", "of", "pay", "where",
    "work",
  ]

  /// The texts of formulas in a tree.
  private static func formulas(in tree: Tree) -> [String] {
    tree.nodes.flatMap { node in
      node.fields.compactMap { keys.contains($0.key) ? $0.value.text : nil }
    }
  }

  mutating func grafted(_ tree: Tree, _ donors: [Tree]) -> Tree {
    let formulas = donors.flatMap(Self.formulas)
    guard !formulas.isEmpty else { return tree }
    var tree = tree
    for _ in 0...dice.below(3) {
      let count = Self.formulas(in: tree).count
      if count == 0 { break }
      var position = dice.below(count)
      tree = replacing(tree, &position, dice.pick(formulas))
    }
    if dice.chance(10) {
      var mutation = Mutation(dice: dice)
      tree = mutation.changed(tree, donors: donors)
      dice = mutation.dice
    }
    return tree
  }

  private mutating func replacing(_ tree: Tree, _ position: inout Int, _ formula: String) -> Tree {
    switch tree {
    case .list(let values): return .list(values.map { replacing($0, &position, formula) })
    case .object(var fields):
      for index in fields.indices where position >= 0 {
        if Self.keys.contains(fields[index].key), let text = fields[index].value.text {
          position -= 1
          if position == -1 { fields[index].value = .text(grafted(formula, into: text)) }
        } else {
          fields[index].value = replacing(fields[index].value, &position, formula)
        }
      }
      return .object(fields)
    default: return tree
    }
  }

  /// The formula in place of another, or of a part of it between parentheses.
  private mutating func grafted(_ formula: String, into text: String) -> String {
    let opened = text.indices.filter { text[$0] == "(" }
    guard !opened.isEmpty, dice.chance(60) else { return formula }
    let start = dice.pick(opened)
    var depth = 0
    for end in text[start...].indices {
      depth += text[end] == "(" ? 1 : text[end] == ")" ? -1 : 0
      if depth == 0 { return text[...start] + formula + text[end...] }
    }
    return formula
  }
}

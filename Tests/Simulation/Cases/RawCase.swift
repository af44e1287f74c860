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

/// Puts formulas where others stood.
private struct Graft {
  var dice: Dice

  private static let names: Set<String> = [
    "constant", "money", "rate", "measure", "persons", "household", "baselineIncome", "status",
    "gaqa", "stake", "stakeRatio", "carriedLoss", "pot", "remainder", "line", "total", "held",
    "balance", "mean", "membersTotal", "sum", "difference", "product", "quotient", "greatest",
    "least",
    "rounded",
    "atLeast", "all", "any", "not", "choice", "named",
  ]

  private static func isFormula(_ tree: Tree) -> Bool {
    guard let only = tree.only, case .object = only.value else { return false }
    return names.contains(only.key)
  }

  mutating func grafted(_ tree: Tree, _ donors: [Tree]) -> Tree {
    let formulas = donors.flatMap { $0.nodes.filter(Self.isFormula) }
    guard !formulas.isEmpty else { return tree }
    var tree = tree
    for _ in 0...dice.below(3) {
      let count = tree.nodes.count(where: Self.isFormula)
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

  private func replacing(_ tree: Tree, _ position: inout Int, _ formula: Tree) -> Tree {
    if Self.isFormula(tree) {
      position -= 1
      if position == -1 { return formula }
    }
    if position < 0 { return tree }
    switch tree {
    case .list(let values): return .list(values.map { replacing($0, &position, formula) })
    case .object(let fields):
      return .object(
        fields.map { .init(key: $0.key, value: replacing($0.value, &position, formula)) }
      )
    default: return tree
    }
  }
}

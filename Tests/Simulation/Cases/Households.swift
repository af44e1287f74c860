import BenefitBinding

extension Dice {
  /// The households of a register: mostly none to eight, at times a hundred.
  mutating func households() -> [Household] {
    let count = bits() % 400 == 0 ? 100 : below(9)
    let gaqas = Array(Words.gaqas.prefix(1 + below(Words.gaqas.count)))
    let measures = Words.measures.filter { _ in chance(60) }
    return (0..<count).map { household("H-\($0 + 1)", gaqas, measures) }
  }

  /// One household.
  mutating func household(_ id: String, _ gaqas: [String], _ measures: [Measure]) -> Household {
    Household(
      id,
      gaqa: pick(gaqas),
      persons: !isTame && chance(heat / 4) ? Int(Int32.max) : 1 + below(6),
      status: pick(Words.statuses),
      baselineIncome: Money(fen: smallest) * size(),
      measures: Dictionary(
        uniqueKeysWithValues: measures.filter { _ in chance(80) }.map {
          let quantity = quantity($0.unit)
          return ($0, quantity.thousandths < 0 ? Quantity(0, $0.unit) : quantity)
        }
      )
    )
  }

  /// The households a season later: some have left, some are new, some moved or changed.
  mutating func successors(of households: [Household]) -> [Household] {
    var next = households.filter { _ in !chance(12) }
    for index in next.indices where chance(10) {
      if chance(50) { next[index].gaqa = pick(Words.gaqas) }
      next[index].status = pick(Words.statuses)
    }
    if chance(30) { next.append(household("N-\(below(1_000))", Words.gaqas, Words.measures)) }
    var ids: Set<String> = []
    return next.filter { ids.insert($0.id).inserted }
  }
}

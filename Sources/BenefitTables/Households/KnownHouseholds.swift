import BenefitBinding

/// The households that the rows of another table may name, by the form under which ids count as the same.
struct KnownHouseholds {
  private let register: Register
  private let ids: [String: Household.ID]

  init(_ register: Register) {
    self.register = register
    ids = Dictionary(register.map { ($0.id.key, $0.id) }) { first, _ in first }
  }

  /// The problem with an id that no household has as it stands, or `nil` if there is none.
  func problem(with id: String) -> BenefitError? {
    if register.row(of: id) != nil { return nil }
    let other = ids[id.key]
    return BenefitError(
      .unknownHousehold,
      found: Phrase(
        en: "the table of households does not hold \"\(id.escaped)\".",
        zh: "农户表中没有「\(id.escaped)」。"
      ),
      advice: other.map {
        Phrase(en: "Write \"\($0.escaped)\" as it stands there.", zh: "请按农户表填写「\($0.escaped)」。")
      } ?? Phrase(en: "Check its id, or add it there.", zh: "请核对编号，或将该户补入农户表。")
    )
  }
}

extension TableRows {
  /// The household of a cell, which other rows may name too.
  mutating func household(_ column: Int, of known: KnownHouseholds) -> Household.ID? {
    guard let id = sharedID(column) else { return nil }
    if let problem = known.problem(with: id) { return reject(problem, column) }
    return id
  }
}

import BenefitBinding

extension Audit.Rule {
  /// The same household counted more than once: by scheme after scheme, or on several lists.
  ///
  /// Reports add up the households that each scheme reached. The programme of a settlement reached
  /// `Settlement.householdsReached`, each counted once; a larger sum over its schemes is a finding of low
  /// severity, for being in two schemes is no fault. Use a ``PublishedFigure`` where a report printed the sum. An
  /// id that stands on a list twice, or on two lists, is of medium severity; one name with several ids in a
  /// gaqa of low severity, for namesakes live next door.
  public static let doubleCounting = Self("double counting")
}

extension Audit {
  func doubleCounting(_ benefits: [SchemeBenefit]) -> Finding? {
    let rows = benefits.first?.amounts.indices ?? 0..<0
    let once = rows.count { row in benefits.contains { $0.amounts[row] > .zero } }
    let sum = benefits.reduce(0) { sum, benefit in
      sum + benefit.amounts.count { $0 > .zero }
    }
    guard sum > once else { return nil }
    return Finding(
      .doubleCounting,
      .low,
      .claim(Phrase(en: "households reached", zh: "受益户数")),
      evidence: [
        (Phrase(en: "sum over the schemes", zh: "各方案合计"), .households(sum)),
        (Phrase(en: "each counted once", zh: "每户只计一次"), .households(once)),
      ],
      advice: Phrase(
        en: "Check that reports give the households counted once, not the sum.",
        zh: "请核查上报户数是否每户只计一次，而不是合计数。"
      )
    )
  }

  /// Asks which households are counted more than once on lists.
  ///
  /// ```swift
  /// audit.examine([
  ///   ListedHousehold("A-1", gaqa: "Xini", name: "Bao Ying", on: "loans"),
  ///   ListedHousehold("A-1", gaqa: "Xini", on: "pigs"),
  ///   ListedHousehold("B-7", gaqa: "Xini", name: "Bao Ying", on: "pigs"),
  /// ])    // A-1 stands on two lists; Bao Ying of Xini has two ids
  /// ```
  ///
  /// - Parameter entries: The entries of all lists, in any order.
  /// - Complexity: O(n log n) for n entries.
  public mutating func examine(_ entries: [ListedHousehold]) {
    // The audit puts its findings in order.
    let byID = Dictionary(grouping: entries, by: \.id)
    let repeated = byID.filter { $0.value.count > 1 }.map { id, found in
      let lists = found.lists
      return Finding(
        .doubleCounting,
        .medium,
        .household(id),
        evidence: [
          (Phrase(en: "entries", zh: "登记"), .count(Int64(found.count), of: "entries")),
          (Phrase(en: "lists", zh: "涉及"), .count(Int64(lists.count), of: "lists")),
        ],
        advice: Phrase(
          en: "Check why it is counted again on \(lists.joined(separator: " and ")).",
          zh: "请核查为何在\(lists.quoted)中重复计入。"
        )
      )
    }
    let byName = Dictionary(grouping: entries.filter { $0.name != nil }) { [$0.name, $0.gaqa] }
    let renamed = byName.values.compactMap { found -> Finding? in
      let ids = Set(found.map(\.id))
      guard ids.count > 1, let first = found.first, let name = first.name else { return nil }
      return Finding(
        .doubleCounting,
        .low,
        .claim(Phrase(en: "\(name) of \(first.gaqa)", zh: "嘎查「\(first.gaqa)」户主「\(name)」")),
        evidence: [(Phrase(en: "ids", zh: "共有"), .count(Int64(ids.count), of: "ids"))],
        advice: Phrase(
          en: "Check whether \(ids.sorted().joined(separator: " and ")) on "
            + "\(found.lists.joined(separator: " and ")) are one household.",
          zh: "请核查\(found.lists.quoted)中的\(ids.sorted().quoted)是否为同一户。"
        )
      )
    }
    report(repeated + renamed)
  }
}

extension [ListedHousehold] {
  /// The names of the lists, each once, in the order of the entries.
  fileprivate var lists: [String] {
    reduce(into: []) { lists, entry in
      if !lists.contains(entry.list) { lists.append(entry.list) }
    }
  }
}

extension [String] {
  /// The names in Chinese marks.
  fileprivate var quoted: String { map { "「\($0)」" }.joined(separator: "、") }
}

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
      .claim("households reached"),
      evidence: [
        Evidence("sum over the schemes", sum, of: "households"),
        Evidence("each counted once", once, of: "households"),
      ],
      advice: "Check that reports give the households counted once, not the sum."
    )
  }

  private func doubleCounting(_ lists: [HouseholdList]) -> [Finding] {
    var byID: [Household.ID: (entries: Int, lists: [String])] = [:]
    var byName: [Name: (ids: Set<Household.ID>, lists: [String])] = [:]
    for list in lists {
      for entry in list.entries {
        byID[entry.id, default: (0, [])].entries += 1
        byID[entry.id, default: (0, [])].lists.appendOnce(list.name)
        guard let name = entry.name else { continue }
        let key = Name(gaqa: entry.gaqa, name: name)
        byName[key, default: ([], [])].ids.insert(entry.id)
        byName[key, default: ([], [])].lists.appendOnce(list.name)
      }
    }
    // The audit puts its findings in order.
    let repeated = byID.filter { $0.value.entries > 1 }.map { id, found in
      Finding(
        .doubleCounting,
        .medium,
        .household(id),
        evidence: [
          Evidence("entries", found.entries, of: "entries"),
          Evidence("lists", found.lists.count, of: "lists"),
        ],
        advice: "Check why it is counted again on \(found.lists.joined(separator: " and "))."
      )
    }
    let renamed = byName.filter { $0.value.ids.count > 1 }.map { key, found in
      Finding(
        .doubleCounting,
        .low,
        .claim("\(key.name) of \(key.gaqa)"),
        evidence: [Evidence("ids", found.ids.count, of: "ids")],
        advice: "Check whether \(found.ids.sorted().joined(separator: " and ")) on "
          + "\(found.lists.joined(separator: " and ")) are one household."
      )
    }
    return repeated + renamed
  }

  private struct Name: Hashable {
    let gaqa, name: String
  }

  /// Asks which households are counted more than once on lists.
  ///
  /// - Parameter lists: The lists, in any order.
  /// - Complexity: O(n log n) for n entries.
  public mutating func examine(_ lists: [HouseholdList]) {
    report(doubleCounting(lists))
  }
}

extension [String] {
  /// Appends a name unless it is the last one: entries come list by list.
  fileprivate mutating func appendOnce(_ name: String) {
    if last != name { append(name) }
  }
}

import BenefitBinding

/// The names under which households stand in a list that anybody may read, no two of them alike.
enum HouseholdLabels {
  /// Returns the label of each household: its name, or its id where it has none.
  ///
  /// Two that look alike differ by the last two to four characters of their ids, or else by their places in the list.
  static func labels(
    of ids: some Collection<Household.ID>,
    names: [Household.ID: String],
    isMasked: Bool
  ) -> [String] {
    let ids = Array(ids)
    var labels = ids.map { id in
      let name = names[id].flatMap { $0.isEmpty ? nil : $0 }
      return isMasked ? name?.maskedName ?? id.maskedID : name ?? id
    }
    for rows in Dictionary(grouping: labels.indices, by: { labels[$0] }).values
    where rows.count > 1 {
      let endings = (2...4).lazy.map { length in rows.map { String(ids[$0].suffix(length)) } }
      let distinct = endings.first { Set($0).count == rows.count }
      for (place, row) in rows.enumerated() {
        labels[row] += " (\(distinct?[place] ?? "#\(row + 1)"))"
      }
    }
    return labels
  }
}

extension String {
  /// The surname with a mark for each further character, such as `张*` and `欧阳**`; of a name in letters the first
  /// letter and one mark.
  var maskedName: String {
    let name = filter { !$0.isWhitespace }.drop { !$0.isLetter }
    guard let first = name.first else { return "*" }
    guard first.isIdeographic else { return "\(first)*" }
    let isCompound = name.count > 2 && Self.compoundSurnames.contains(String(name.prefix(2)))
    let surname = name.prefix(isCompound ? 2 : 1)
    return surname + String(repeating: "*", count: max(1, name.count - surname.count))
  }

  /// The id, of which a long one, such as the number of an identity card, shows its last four characters only.
  fileprivate var maskedID: String { count > 8 ? "*\(suffix(4))" : self }

  /// Surnames of two characters that are in use.
  private static let compoundSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "轩辕", "端木",
    "百里",
    "呼延", "南宫", "东郭", "独孤", "申屠", "澹台", "濮阳", "淳于", "闻人", "钟离", "赫连", "拓跋", "司空", "太史", "万俟",
  ]
}

extension Character {
  fileprivate var isIdeographic: Bool { unicodeScalars.first?.properties.isIdeographic == true }
}

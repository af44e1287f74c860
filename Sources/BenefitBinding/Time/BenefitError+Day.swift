extension BenefitError.Place {
  /// A day.
  public static func day(_ day: Day) -> Self {
    Self("day", "\(day)", as: Phrase(en: "\(day)", zh: "\(day)"))
  }

  /// An event, by its position in the list, counted from 1, with its day and what it says.
  package static func event(_ number: Int, _ day: Day, _ occurrence: Phrase) -> Self {
    let words = Phrase(
      en: "event \(number) (\(day), \("\(occurrence)".escaped))",
      zh: "第 \(number) 项事件（\(day)，\(occurrence.text(in: .simplifiedChinese).escaped)）"
    )
    return Self("event", "\(number)", as: words)
  }
}

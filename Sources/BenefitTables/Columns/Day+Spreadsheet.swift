import BenefitBinding

extension Day {
  /// Reads a day as spreadsheets write it: `2020-03-05`, `2020/3/5`, `2020.3.5` or `2020年3月5日`.
  ///
  /// - Throws: `BenefitError` where it is written otherwise, as with the year at its end, or the calendar has no such day.
  init(ofSpreadsheet text: String) throws(BenefitError) {
    let written = text.filter { $0 != " " }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let parts = written.split { !$0.utf8.allSatisfy(digits.contains) }.map(String.init)
    let forms = [["-", "-", ""], ["/", "/", ""], [".", ".", ""], ["年", "月", "日"]]
    guard parts.map(\.utf8.count).elementsEqual([4, 2, 2], by: <=), parts[0].utf8.count == 4,
      forms.contains(where: { zip(parts, $0).map { $0 + $1 }.joined() == written }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      let found = Self(year: year, month: month, day: day)
    else {
      throw DecimalText.Problem.notADay.error(
        text,
        write: Phrase(
          en: "year, month and day of the calendar, such as 2020-03-05, 2020/3/5 or 2020年3月5日",
          zh: "日历上的年、月、日，如 2020-03-05、2020/3/5 或 2020年3月5日"
        )
      )
    }
    self = found
  }
}

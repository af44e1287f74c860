import BenefitBinding

extension BenefitError {
  /// The error of a table without a column that it needs.
  static func missingColumn(_ column: TableColumn) -> Self {
    Self(
      .missing,
      at: .column(column.name),
      found: Phrase(en: "no heading names it.", zh: "没有这一列。"),
      advice: Phrase(
        en: "Add the column, and name the columns in the first line.",
        zh: "请补上该列，并在第一行写明各列名称。"
      )
    )
  }

  /// The error of a heading that is none of those read.
  static let unknownHeading = Self(
    .unknownName,
    found: Phrase(en: "nothing is known by this heading.", zh: "无法识别该列名。"),
    advice: Phrase(
      en: "Correct it, name it where the table is read, or delete the column.",
      zh: "请改正列名，在读取时写明该列，或删去该列。"
    )
  )

  /// The error of a heading that stands twice.
  static func duplicateHeading(_ first: String) -> Self {
    Self(
      .duplicate,
      found: Phrase(
        en: "it means the same as the heading \"\(first.escaped)\".",
        zh: "与列名「\(first.escaped)」重复。"
      ),
      advice: Phrase(en: "Keep one of the columns.", zh: "请只保留其中一列。")
    )
  }

  /// The error of headings that semicolons or tabs stand between.
  static let otherSeparator = Self(
    .malformed,
    found: Phrase(
      en: "found semicolons or tabs between the headings.",
      zh: "各列名之间用的是分号或制表符。"
    ),
    advice: Phrase(
      en:
        "Part the columns by commas: save the file as CSV (comma delimited), with the comma as the system's list separator.",
      zh: "各列须用逗号分隔：请另存为逗号分隔的文件，并将系统的列表分隔符设为逗号。"
    )
  )

  /// The error of a table of facts with columns of households and of gaqas.
  static let householdsAndGaqas = Self(
    .mixedPlaces,
    found: Phrase(
      en: "another column names the household; the rows are of households or of gaqas, not both.",
      zh: "另有一列写明户；每行只能是一户或一个嘎查，不能两者兼有。"
    ),
    advice: Phrase(
      en: "Delete this column where a row is of a household, and the other where it is of a gaqa.",
      zh: "每行为一户的，请删去该列；每行为一个嘎查的，请删去写明户的列。"
    )
  )

  /// The error of a row with more or fewer cells than there are headings.
  static func raggedRow(_ cells: Int, headings: Int) -> Self {
    Self(
      .wrongLength,
      found: Phrase(en: "found \(cells) cells.", zh: "共 \(cells) 个单元格。"),
      advice: Phrase(
        en:
          "Give it one for each of the \(headings) headings; a text with a comma stands in quotes.",
        zh: "请按 \(headings) 个列名各填一格；含逗号的文字请加引号。"
      )
    )
  }

  /// The error of a cell without the value that it needs.
  static func emptyCell(_ kind: TableColumn.Kind) -> Self {
    let advice =
      switch kind {
      case .text, .id, .citizenNumber, .day:
        Phrase(en: "Enter it; nothing is filled in for an empty cell.", zh: "请填写；空白不会自动补全。")
      case .count, .money, .rate, .quantity:
        Phrase(en: "Enter a value; nothing is taken for zero.", zh: "请填写；空白不视为零。")
      }
    return Self(.missing, found: Phrase(en: "the cell is empty.", zh: "单元格为空。"), advice: advice)
  }

  /// The error of a word that is not on one line.
  static let severalLines = Self(
    .invalidName,
    found: Phrase(en: "it holds a line break or another control character.", zh: "含有换行符或其他控制字符。"),
    advice: Phrase(en: "Write it on one line.", zh: "请写在一行内。")
  )

  /// The error of two texts that are the same but for width, case or marks that cannot be seen.
  static func sameButForForm(_ text: String, _ other: String, line: Int) -> Self {
    Self(
      .duplicate,
      found: Phrase(
        en:
          "\"\(text.escaped)\" and \"\(other.escaped)\" of line \(line) are the same but for their form.",
        zh: "「\(text.escaped)」与第 \(line) 行的「\(other.escaped)」只有写法不同。"
      ),
      advice: Phrase(
        en: "Write one and the same in one way, and different ones differently.",
        zh: "同一名称请统一写法，不同的请加以区分。"
      )
    )
  }

  /// The error of an id that stands in two lines.
  static func duplicateID(_ id: String, line: Int) -> Self {
    Self(
      .duplicate,
      found: Phrase(
        en: "\"\(id.escaped)\" stands in line \(line) too.",
        zh: "「\(id.escaped)」在第 \(line) 行也出现。"
      ),
      advice: Phrase(en: "Give each an id of its own.", zh: "请分别编号。")
    )
  }

  /// The error of an id that a spreadsheet has made a number of.
  static func brokenID(_ id: String) -> Self {
    Self(
      .malformed,
      found: Phrase(
        en: "\"\(id.escaped)\" looks like an id that a spreadsheet took for a number and rounded.",
        zh: "「\(id.escaped)」像是被表格软件当作数字舍入后的编号。"
      ),
      advice: Phrase(
        en: "Set the column as text and enter the ids again from their source.",
        zh: "请将该列设为文本格式，并按原始资料重新录入。"
      )
    )
  }

  /// The error of a number that is none of a citizen.
  static func wrongCitizenNumber(_ reason: Phrase) -> Self {
    Self(
      .malformed,
      found: reason,
      advice: Phrase(
        en: "Enter the 18 digits of GB 11643 from the identity card; the last may be X.",
        zh: "请按身份证录入国标 11643 规定的 18 位号码，末位可为「X」。"
      )
    )
  }
}

import BenefitBinding

extension BenefitError.Place {
  /// A column of a table, by its heading.
  static func column(_ heading: String) -> Self { Self("column", heading) }
}

extension BenefitError {
  /// The error of a text that begins with the mark of another encoding.
  static let otherEncoding = Self(
    .malformed,
    found: Phrase(en: "The text bears the mark of another encoding.", zh: "文件开头的标记属于另一种编码。"),
    advice: Phrase(
      en:
        "Read it in the encoding that it was saved in; one saved as Unicode text has to be saved as CSV UTF-8.",
      zh: "请按保存时的编码读取；存为其他统一码文本的，请另存为逗号分隔的八位统一码文件。"
    )
  )

  /// The error of a cell that is no text of the encoding.
  static let notDecodable = Self(
    .malformed,
    found: Phrase(en: "found bytes that are no text in this encoding.", zh: "含有不属于该编码的字节。"),
    advice: Phrase(
      en: "Read the file in the encoding that it was saved in, UTF-8 or GB 18030.",
      zh: "请按保存时的编码读取：八位统一码或国标 18030。"
    )
  )

  /// The error of a quote within a cell that does not begin with one, or of text after the closing one.
  static let strayQuote = Self(
    .malformed,
    found: Phrase(
      en: "found a quote that neither begins nor ends a cell.",
      zh: "引号既不在单元格开头，也不在结尾。"
    ),
    advice: Phrase(
      en: "Put the whole cell in quotes and write a quote within it twice.",
      zh: "请用引号括住整个单元格，其中的引号写两次。"
    )
  )

  /// The error of a quote that nothing closes.
  static let openQuote = Self(
    .malformed,
    found: Phrase(en: "a quote opens here and is never closed.", zh: "此处的引号没有闭合。"),
    advice: Phrase(en: "Close it, or take it away.", zh: "请补上另一半引号，或将其删去。")
  )

  /// The error of a cell that has more bytes than are read.
  static func tooLong(_ most: Int) -> Self {
    Self(
      .outOfRange,
      found: Phrase(en: "found a cell of more than \(most) bytes.", zh: "单元格超过 \(most) 字节。"),
      advice: Phrase(en: "Shorten it, or close a quote before it.", zh: "请缩短内容，或补上前面未闭合的引号。")
    )
  }

  /// The error of a row with more cells than any that is read.
  static let tooManyCells = Self(
    .outOfRange,
    found: Phrase(
      en: "found a row of more than \(CSVReader.mostCells) cells.",
      zh: "一行超过 \(CSVReader.mostCells) 个单元格。"
    ),
    advice: Phrase(en: "Begin a new line after each row.", zh: "请在每行数据之后换行。")
  )
}

import BenefitBinding

extension BenefitError {
  private static func json(_ found: Phrase, _ advice: Phrase) -> Self {
    Self(.malformed, found: found, advice: advice)
  }

  /// The error of bytes that are no text.
  static let notUTF8 = json(
    Phrase(en: "found bytes that are no text in UTF-8.", zh: "含有不属于八位统一码的字节。"),
    Phrase(en: "Save the file as UTF-8.", zh: "请将文件另存为八位统一码文本。")
  )

  /// The error of lists and objects that stand in one another more often than are read.
  static func tooDeep(_ most: Int) -> Self {
    Self(
      .outOfRange,
      found: Phrase(
        en: "more than \(most) lists and objects stand in one another here.",
        zh: "列表和对象在此处嵌套超过 \(most) 层。"
      ),
      advice: Phrase(en: "Take some of the brackets away.", zh: "请减少括号的层数。")
    )
  }

  /// The error of a name that stands twice in one object.
  static func twice(_ name: String, _ first: JSONValue.Position) -> Self {
    let name = name.shortened
    return Self(
      .duplicate,
      found: Phrase(
        en: "\"\(name)\" stands in line \(first.line), column \(first.column) already.",
        zh: "「\(name)」在第 \(first.line) 行第 \(first.column) 列已经出现。"
      ),
      advice: Phrase(en: "Keep one of the two.", zh: "请只保留其中一个。")
    )
  }

  /// The error of a text that ends before its value does.
  static let tooShort = json(
    Phrase(en: "the text ends before a value is complete.", zh: "文本到此结束，内容不完整。"),
    Phrase(en: "Write the rest of it.", zh: "请补全内容。")
  )
}

// MARK: - Punctuation

extension BenefitError {
  /// The error of a sign or a word in the place of something else.
  static func misplaced(_ word: String, _ expected: JSONReader.Expected) -> Self {
    let word = word.shortened
    let (place, advice): (Phrase, Phrase) =
      switch expected {
      case .value:
        (
          Phrase(en: "a value belongs", zh: "值"),
          Phrase(en: "Write a value, or delete the sign.", zh: "请填写值，或删去该符号。")
        )
      case .name:
        (
          Phrase(en: "a name belongs", zh: "名称"),
          Phrase(
            en: "In an object write a name in double quotes, a colon and a value.",
            zh: "对象中请依次填写加双引号的名称、冒号和值。"
          )
        )
      case .colon:
        (
          Phrase(en: "a colon belongs", zh: "冒号"),
          Phrase(
            en: "Write a colon after the name, or close the quotes of the name before it.",
            zh: "请在名称之后加冒号，或补上名称末尾的引号。"
          )
        )
      case .comma:
        (
          Phrase(en: "a comma belongs", zh: "逗号"),
          Phrase(
            en: "Write a comma between two values, or close the quotes of the text before it.",
            zh: "请在两个值之间加逗号，或补上前面文本末尾的引号。"
          )
        )
      case .end:
        (
          Phrase(en: "the text should have ended", zh: "文本结尾"),
          Phrase(
            en: "A text holds one value: delete the rest, or delete a closing bracket too many.",
            zh: "整个文本只有一个值：请删去其余内容，或删去多余的右括号。"
          )
        )
      }
    return json(
      Phrase(en: "found \"\(word)\" where \(place).", zh: "此处应为\(place.chinese)，实际为「\(word)」。"),
      advice
    )
  }

  /// The error of a comma after which nothing follows.
  static let lastComma = json(
    Phrase(en: "nothing follows this comma.", zh: "此逗号之后没有内容。"),
    Phrase(en: "Delete the comma.", zh: "请删去该逗号。")
  )

  /// The error of a list or an object that nothing closes.
  static func openBracket(_ closing: UInt8) -> Self {
    let sign = Unicode.Scalar(closing)
    return json(
      Phrase(en: "this bracket is never closed.", zh: "此括号没有闭合。"),
      Phrase(en: "Close it with \"\(sign)\".", zh: "请用「\(sign)」闭合。")
    )
  }

  /// The error of a bracket that closes another kind than is open.
  static func otherBracket(_ found: String, _ bracket: JSONReader.Bracket) -> Self {
    let (sign, place) = (Unicode.Scalar(bracket.closing), bracket.position)
    return json(
      Phrase(
        en:
          "found \"\(found)\", and the bracket of line \(place.line), column \(place.column) is open.",
        zh: "实际为「\(found)」，而第 \(place.line) 行第 \(place.column) 列的括号尚未闭合。"
      ),
      Phrase(en: "Close that with \"\(sign)\" first.", zh: "请先用「\(sign)」闭合。")
    )
  }

  /// The error of a comment.
  static let comment = json(
    Phrase(en: "found a comment or a sign that begins one.", zh: "含有注释或注释符号。"),
    Phrase(en: "Delete the comment; JSON has none.", zh: "请删去注释；文件中不能有注释。")
  )

  /// The error of a single quote.
  static let singleQuote = json(
    Phrase(en: "found a single quote.", zh: "使用了单引号。"),
    Phrase(en: "Write names and texts in double quotes.", zh: "名称和文本请用双引号括起来。")
  )

  /// The error of a sign as a Chinese keyboard or a word processor writes it.
  static func fullWidth(_ sign: Unicode.Scalar, _ plain: Unicode.Scalar) -> Self {
    json(
      Phrase(
        en: "found \"\(sign)\", a full-width or typographic sign.",
        zh: "使用了全角或中文标点「\(sign)」。"
      ),
      Phrase(en: "Write a plain \(plain) in its place.", zh: "请改用半角的「\(plain)」。")
    )
  }
}

// MARK: - Words and texts

extension BenefitError {
  /// The error of a name without quotes.
  static func bareName(_ name: String) -> Self {
    json(
      Phrase(en: "the name \(name.shortened) has no quotes.", zh: "名称「\(name.shortened)」没有加引号。"),
      Phrase(en: "Write it in double quotes.", zh: "请用双引号括起来。")
    )
  }

  /// The error of a word that is no value.
  static func noValue(_ word: String) -> Self {
    json(
      Phrase(en: "\(word.shortened) is no value.", zh: "「\(word.shortened)」不是值。"),
      Phrase(
        en: "Write a text in double quotes; without quotes write true, false, null or a number.",
        zh: "文本请用双引号括起来；不加引号的只有「true」「false」「null」和数字。"
      )
    )
  }

  /// The error of a number that JSON does not have.
  static func noNumber(_ word: String) -> Self {
    json(
      Phrase(en: "\(word.shortened) is no number of JSON.", zh: "「\(word.shortened)」的数字写法不对。"),
      Phrase(
        en:
          "Write digits with no zero, plus or point before them and no comma or unit, or put all in double quotes.",
        zh: "数字之前不能有零、加号或小数点，其中不能有逗号或单位；否则请整个用双引号括起来。"
      )
    )
  }

  /// The error of a text that nothing closes on its line.
  static let openText = json(
    Phrase(en: "the text that begins here is not closed on its line.", zh: "此处开始的文本在本行内没有闭合。"),
    Phrase(
      en: "Close it with a double quote; a line break in it is written \\n.",
      zh: "请补上双引号；文本中的换行请写作「\\n」。"
    )
  )

  /// The error of a control character in a text.
  static func controlCharacter(_ byte: UInt8) -> Self {
    let code = String(byte, radix: 16, uppercase: true)
    let escape = byte == 9 ? "\\t" : "\\u" + String(repeating: "0", count: 4 - code.count) + code
    return json(
      Phrase(en: "found a control character in a text.", zh: "文本中含有控制字符。"),
      Phrase(en: "Delete it, or write \(escape) in its place.", zh: "请删去，或改写作「\(escape)」。")
    )
  }

  /// The error of a backslash that makes no character of what follows.
  static let noEscape = json(
    Phrase(en: "a backslash stands before a sign that it does not go with.", zh: "反斜杠之后的符号不对。"),
    Phrase(
      en:
        "Write a backslash twice; else only \" \\ / b f n r t or u with four hexadecimal digits follow it.",
      zh: "反斜杠本身请写两次；此外其后只能是「\"」「\\」「/」「b」「f」「n」「r」「t」，或「u」和四位十六进制数。"
    )
  )

  /// The error of half a character.
  static let halfCharacter = json(
    Phrase(en: "found half a character.", zh: "此处只有半个字符。"),
    Phrase(
      en:
        "Write the character itself, or both halves as \\uD800 to \\uDBFF and \\uDC00 to \\uDFFF.",
      zh: "请直接填写该字符，或写全前后两半（「\\uD800」至「\\uDBFF」和「\\uDC00」至「\\uDFFF」）。"
    )
  )
}

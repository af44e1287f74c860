import BenefitBinding

extension BenefitError {
  /// A kind of value that is asked for.
  enum Wanted {
    case bool, text, wholeNumber, number, list, object

    var advice: Phrase {
      switch self {
      case .bool: Phrase(en: "Write true or false without quotes.", zh: "请填写「true」或「false」，不加引号。")
      case .text: Phrase(en: "Write a text in double quotes.", zh: "请填写文本，并用双引号括起来。")
      case .wholeNumber: Phrase(en: "Write a whole number without quotes.", zh: "请填写整数，不加引号。")
      case .number: Phrase(en: "Write a number without quotes.", zh: "请填写数字，不加引号。")
      case .list:
        Phrase(
          en: "Write a list in square brackets, also of one value.",
          zh: "请填写列表，用方括号括起来，只有一项时也是如此。"
        )
      case .object:
        Phrase(en: "Write names and values in curly brackets.", zh: "请填写名称和值，用花括号括起来。")
      }
    }
  }

  /// The error of a value of another kind than is asked for.
  static func unexpected(_ found: Phrase, _ wanted: Wanted) -> Self {
    Self(.malformed, found: .found(found), advice: wanted.advice)
  }

  /// The error of a whole number beyond what is kept.
  static func outOfRange(_ value: JSONValue, _ least: String, _ most: String) -> Self {
    Self(
      .outOfRange,
      found: .found(value.words),
      advice: Phrase(
        en: "Write a whole number from \(least) to \(most).",
        zh: "请填写 \(least) 至 \(most) 之间的整数。"
      )
    )
  }

  /// The error of a value that a type makes nothing of.
  static func unusable(_ value: JSONValue, words: [String]) -> Self {
    let text: String? = if case .text(let text) = value.content { text } else { nil }
    return Self(
      words.isEmpty ? .malformed : .unknownName,
      found: .found(value.words),
      advice: text.map { .name(nearestTo: $0, among: words) } ?? .oneOf(words)
    )
  }

  /// The error of an object without a name that it needs.
  static func lacking(_ name: String, among names: [String]) -> Self {
    let (name, held) = (Phrase.quoted(name), names.listed)
    return Self(
      .missing,
      found: names.isEmpty
        ? Phrase(en: "the object is empty and needs \(name).", zh: "对象为空，缺少\(name.chinese)。")
        : Phrase(
          en: "the object of \(held) has no \(name).",
          zh: "含有\(held.chinese)的对象缺少\(name.chinese)。"
        ),
      advice: Phrase(en: "Add it with its value.", zh: "请补上该名称和值。")
    )
  }

  /// The error of a name that nobody asks for.
  static func stranger(_ advice: Phrase) -> Self {
    let found = Phrase(en: "nothing is read under this name here.", zh: "此处没有这个名称。")
    return Self(.unknownName, found: found, advice: advice)
  }

  /// The error of a list with more values than are read.
  static func tooMany(_ count: Int) -> Self {
    Self(
      .wrongLength,
      found: Phrase(
        en: "the list goes on after \(Plural.counted(count, "value")).",
        zh: "列表只应有 \(count) 个值。"
      ),
      advice: Phrase(en: "Delete the rest.", zh: "请删去其余的值。")
    )
  }

  /// The error of a list with fewer values than are needed.
  static func tooFew(_ count: Int) -> Self {
    Self(
      .wrongLength,
      found: Phrase(
        en: "the list ends after \(Plural.counted(count, "value")).",
        zh: "列表只有 \(count) 个值。"
      ),
      advice: Phrase(en: "Add what is missing.", zh: "请补全列表。")
    )
  }

  /// The error with a value quoted in short, where it quotes a long one.
  func quoting(_ value: JSONValue) -> Self {
    if found.chinese.utf8.count < 1_000 { return self }
    return Self(code, found: .found(value.words), advice: advice).within(places)
  }
}

extension BenefitError.Place {
  /// A path of names and positions, or `nil` for a value that is the whole.
  static func path(_ keys: [any CodingKey]) -> Self? {
    if keys.isEmpty { return nil }
    let path = keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else if key.stringValue.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) }) {
        path += (path.isEmpty ? "" : ".") + key.stringValue.shortened
      } else {
        path += "[\"\(key.stringValue.shortened)\"]"
      }
    }
    return Self("path", path, as: Phrase(en: path, zh: "「\(path)」"))
  }
}

extension Phrase {
  static func found(_ words: Phrase) -> Self {
    Self(en: "found \(words).", zh: "实际为\(words.chinese)。")
  }

  static func quoted(_ name: String) -> Self {
    Self(en: "\"\(name.shortened)\"", zh: "「\(name.shortened)」")
  }

  static func oneOf(_ names: [String]) -> Self {
    if names.isEmpty { return Self(en: "Correct it, or delete it.", zh: "请改正或删去。") }
    return Self(
      en: "Correct it to one of \(names.listed), or delete it.",
      zh: "请改为下列之一：\(names.listed.chinese)；否则请删去。"
    )
  }

  /// The advice to write the nearest of some names, or any of them.
  static func name(nearestTo text: String, among names: [String]) -> Self {
    nearest(to: text, among: names).map(write) ?? .oneOf(names)
  }

  static func write(_ name: String) -> Self {
    Self(en: "Write \(quoted(name)).", zh: "请改为\(quoted(name).chinese)。")
  }
}

extension [String] {
  /// The first names in quotes.
  var listed: Phrase {
    let (names, rest) = (prefix(12).map(Phrase.quoted), count > 12 ? "…" : "")
    return Phrase(
      en: names.map(\.description).joined(separator: ", ") + rest,
      zh: names.map(\.chinese).joined() + rest
    )
  }
}

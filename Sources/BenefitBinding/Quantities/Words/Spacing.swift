extension String {
  /// Chinese text with a space between a figure and the characters beside it, as `共 2,028 人`.
  ///
  /// Names in marks stay as they are.
  var withSpacedFigures: String {
    var (text, before, depth) = ("", nil as Character?, 0)
    for character in self {
      if character == "「" { depth += 1 }
      if depth == 0, let before,
        before.isFigure && character.isHan || before.isHan && character.isFigure
      {
        text.append(" ")
      }
      if character == "」" { depth -= 1 }
      text.append(character)
      before = character
    }
    return text
  }
}

extension Character {
  /// True of what a figure begins or ends with.
  fileprivate var isFigure: Bool { ("0"..."9").contains(self) || self == "%" || self == "-" }

  /// True of a Chinese character, but of no punctuation mark.
  fileprivate var isHan: Bool { ("\u{4e00}"..."\u{9fff}").contains(self) }
}

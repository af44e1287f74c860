import BenefitBinding
import BenefitDocuments
import TestSupport
import Testing

struct JSONSentenceTests {
  @Test(arguments: [
    ("", "Line 1, column 1: the text ends before a value is complete. Write the rest of it."),
    (
      "{\"a\":", "Line 1, column 6: the text ends before a value is complete. Write the rest of it."
    ),
    ("{\"a\"", "Line 1, column 5: the text ends before a value is complete. Write the rest of it."),
    ("{\"a\": 1", "Line 1, column 1: this bracket is never closed. Close it with \"}\"."),
    ("[[1,\n 2]", "Line 1, column 1: this bracket is never closed. Close it with \"]\"."),
    ("[1,", "Line 1, column 1: this bracket is never closed. Close it with \"]\"."),
    (
      "{\n\"a\": [1}",
      "Line 2, column 8: found \"}\", and the bracket of line 2, column 6 is open. Close that with \"]\" first."
    ),
    ("[1, ]", "Line 1, column 3: nothing follows this comma. Delete the comma."),
    ("{\"a\": 1,\n}", "Line 1, column 8: nothing follows this comma. Delete the comma."),
    (
      "[1 2]",
      "Line 1, column 4: found \"2\" where a comma belongs. "
        + "Write a comma between two values, or close the quotes of the text before it."
    ),
    (
      "{\"a\": 1\n\"b\": 2}",
      "Line 2, column 1: found \"b\" where a comma belongs. "
        + "Write a comma between two values, or close the quotes of the text before it."
    ),
    (
      "{\"a\" 1}",
      "Line 1, column 6: found \"1\" where a colon belongs. "
        + "Write a colon after the name, or close the quotes of the name before it."
    ),
    (
      "{\"a\" = 1}",
      "Line 1, column 6: found \"=\" where a colon belongs. "
        + "Write a colon after the name, or close the quotes of the name before it."
    ),
    (
      "{1: 2}",
      "Line 1, column 2: found \"1\" where a name belongs. "
        + "In an object write a name in double quotes, a colon and a value."
    ),
    ("{name: 1}", "Line 1, column 2: the name name has no quotes. Write it in double quotes."),
    (
      "{'name': 1}",
      "Line 1, column 2: found a single quote. Write names and texts in double quotes."
    ),
    ("['a']", "Line 1, column 2: found a single quote. Write names and texts in double quotes."),
    (
      "[,1]",
      "Line 1, column 2: found \",\" where a value belongs. Write a value, or delete the sign."
    ),
    (
      "{} {}",
      "Line 1, column 4: found \"{\" where the text should have ended. "
        + "A text holds one value: delete the rest, or delete a closing bracket too many."
    ),
    (
      "{\"a\": 1} // no",
      "Line 1, column 10: found a comment or a sign that begins one. Delete the comment; JSON has none."
    ),
    (
      "/* no */ {}",
      "Line 1, column 1: found a comment or a sign that begins one. Delete the comment; JSON has none."
    ),
    (
      "[1, # no\n2]",
      "Line 1, column 5: found a comment or a sign that begins one. Delete the comment; JSON has none."
    ),
    (
      "{\"名称\"：1}",
      "Line 1, column 6: found \"：\", a full-width or typographic sign. Write a plain : in its place."
    ),
    (
      "[“a”]",
      "Line 1, column 2: found \"“\", a full-width or typographic sign. Write a plain \" in its place."
    ),
    (
      "[1，2]",
      "Line 1, column 3: found \"，\", a full-width or typographic sign. Write a plain , in its place."
    ),
    (
      "[\"a\"，2]",
      "Line 1, column 5: found \"，\", a full-width or typographic sign. Write a plain , in its place."
    ),
    (
      "[True]",
      "Line 1, column 2: True is no value. "
        + "Write a text in double quotes; without quotes write true, false, null or a number."
    ),
    (
      "[nulls]",
      "Line 1, column 2: nulls is no value. "
        + "Write a text in double quotes; without quotes write true, false, null or a number."
    ),
    (
      "{\"name: \"x\"}",
      "Line 1, column 10: found \"x\" where a colon belongs. "
        + "Write a colon after the name, or close the quotes of the name before it."
    ),
    (
      "[\"abc\n\"]",
      "Line 1, column 2: the text that begins here is not closed on its line. "
        + "Close it with a double quote; a line break in it is written \\n."
    ),
    (
      "\"abc",
      "Line 1, column 1: the text that begins here is not closed on its line. "
        + "Close it with a double quote; a line break in it is written \\n."
    ),
    (
      "\"蓝\t\"",
      "Line 1, column 3: found a control character in a text. Delete it, or write \\t in its place."
    ),
    (
      "\"蓝\u{1B}\"",
      "Line 1, column 3: found a control character in a text. Delete it, or write \\u001B in its place."
    ),
    (
      "\"C:\\dir\"",
      "Line 1, column 4: a backslash stands before a sign that it does not go with. Write a backslash twice; "
        + "else only \" \\ / b f n r t or u with four hexadecimal digits follow it."
    ),
    (
      "\"\\u12x4\"",
      "Line 1, column 2: a backslash stands before a sign that it does not go with. Write a backslash twice; "
        + "else only \" \\ / b f n r t or u with four hexadecimal digits follow it."
    ),
  ])
  func `Each slip has its sentence`(_ text: String, _ sentence: String) throws {
    try expect(sentence, for: Array(text.utf8))
  }

  @Test(arguments: [
    "01", "-", "+1", ".5", "1.", "1e", "-x", "12%", "1_000", "0x1F", "1.5.2", "500元",
  ])
  func `A number of another form is quoted`(_ number: String) throws {
    try expect(
      "Line 1, column 2: \(number) is no number of JSON. "
        + "Write digits with no zero, plus or point before them and no comma or unit, or put all in double quotes.",
      for: Array("[\(number)]".utf8)
    )
  }

  @Test(arguments: [
    "\\ud83d", "\\ude00", "\\ud83d\\ud83d", "\\udc00\\ude00", "\\ud83dx", "\\ud83d\\n",
    "\\ud83d\\u00",
  ])
  func `Half a character is refused`(_ half: String) throws {
    try expect(
      "Line 1, column 3: found half a character. "
        + "Write the character itself, or both halves as \\uD800 to \\uDBFF and \\uDC00 to \\uDFFF.",
      for: Array("\"蓝\(half)\"".utf8)
    )
  }

  @Test func `Bytes of another encoding are refused where they stand`() throws {
    let sentence = "found bytes that are no text in UTF-8. Save the file as UTF-8."
    try expect("Line 1, column 1: " + sentence, for: [0xFF, 0xFE, 0x7B, 0])
    try expect("Line 1, column 4: " + sentence, for: Array("\"蓝a".utf8) + [0xC0, 0xB6, 0x22])
    try expect("Line 1, column 5: " + sentence, for: Array("\"蓝😀a".utf8) + [0xE8, 0x93])
    try expect("Line 2, column 2: " + sentence, for: Array("\n[".utf8) + [0xC0, 0xB6])
  }

  private func expect(_ sentence: String, for bytes: [UInt8]) throws {
    do throws(BenefitError) {
      _ = try JSONValue(json: bytes)
      Issue.record("It is read.")
    } catch {
      #expect(error.description == sentence)
      let chinese = error.text(in: .simplifiedChinese)
      #expect(strayEnglish(in: chinese) == nil)
      #expect(chinese.hasPrefix("第 ") && chinese.hasSuffix("。"))
    }
  }
}

import BenefitBinding
import BenefitTables
import Testing

struct GB18030Tests {
  /// The bytes of a text in a table of one cell.
  private func bytes(_ text: String) -> [UInt8] {
    Array(Table(Table.Column(stringLiteral: text)).csv(in: .gb18030).dropLast(2))
  }

  /// The text that a household's name is read as.
  private func text(_ bytes: [UInt8]) throws -> String? {
    let csv = Array("id,gaqa,persons,name\nA,B,1,".utf8) + bytes
    return try HouseholdTable(csv: csv, encoding: .gb18030).names["A"]
  }

  @Test(arguments: [
    // GB 2312, GBK, the euro sign, and the ends of the four-byte codes.
    ("啊", [0xB0, 0xA1]), ("丂", [0x81, 0x40]), ("€", [0xA2, 0xE3]),
    ("\u{80}", [0x81, 0x30, 0x81, 0x30]),
    ("\u{FFFF}", [0x84, 0x31, 0xA4, 0x39]), ("\u{10000}", [0x90, 0x30, 0x81, 0x30]),
    ("\u{10FFFF}", [0xE3, 0x32, 0x9A, 0x35]), ("𠂇", [0x95, 0x32, 0x90, 0x31]),
    // The changes of 2022, those of 2005, and places that lost their two-byte code.
    ("\u{FE10}", [0xA6, 0xD9]), ("\u{FE12}", [0xA6, 0xDA]), ("\u{FE11}", [0xA6, 0xDB]),
    ("\u{FE13}", [0xA6, 0xDC]), ("\u{FE14}", [0xA6, 0xDD]), ("\u{FE15}", [0xA6, 0xDE]),
    ("\u{FE16}", [0xA6, 0xDF]), ("\u{FE17}", [0xA6, 0xEC]), ("\u{FE18}", [0xA6, 0xED]),
    ("\u{FE19}", [0xA6, 0xF3]), ("\u{9FB4}", [0xFE, 0x59]), ("\u{9FB5}", [0xFE, 0x61]),
    ("\u{9FB6}", [0xFE, 0x66]), ("\u{9FB7}", [0xFE, 0x67]), ("\u{9FB8}", [0xFE, 0x6D]),
    ("\u{9FB9}", [0xFE, 0x7E]), ("\u{9FBA}", [0xFE, 0x90]), ("\u{9FBB}", [0xFE, 0xA0]),
    ("ḿ", [0xA8, 0xBC]), ("\u{E7C7}", [0x81, 0x35, 0xF4, 0x37]),
    ("\u{E78D}", [0x84, 0x31, 0x82, 0x36]),
    ("\u{E81E}", [0x82, 0x35, 0x90, 0x37]), ("\u{E816}", [0xFE, 0x51]), ("\u{E5E5}", [0xA3, 0xA0]),
  ])
  func `A character has the code that the standard gives it`(_ text: String, _ code: [UInt8]) throws
  {
    #expect(bytes(text) == code)
    #expect(try self.text(code) == text)
  }

  /// The number is that of the table of Python 3.11 with the changes of 2005 and 2022; glibc 2.36 has the same characters,
  /// but for the six codes that it reads as characters of other planes.
  @Test func `All codes of two bytes stand for the characters of the published table`() throws {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for first in 0x81...0xFE {
      let codes = ((0x40...0x7E).map { $0 } + (0x80...0xFE)).flatMap { [UInt8(first), UInt8($0)] }
      let read = try #require(try text(codes))
      #expect(read.unicodeScalars.count == 190)
      #expect(bytes(read) == codes)
      for scalar in read.unicodeScalars {
        for byte in [UInt64(scalar.value >> 8), UInt64(scalar.value & 0xFF)] {
          hash = (hash ^ byte) &* 0x100_0000_01B3
        }
      }
    }
    #expect(hash == 0x4F5C_70F1_B88D_05EA)
  }

  @Test func `Every character is read back from its code`() throws {
    for start in stride(from: UInt32(0x80), to: 0x11_0000, by: 0x1000) {
      var text = String.UnicodeScalarView()
      for value in start..<min(start + 0x1000, 0x11_0000) {
        // Line separators and spaces at an end are no matter of the encoding.
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      if text.isEmpty { continue }
      let read = try #require(try self.text(bytes(String(text))))
      #expect(read.unicodeScalars.elementsEqual(text))
    }
  }

  @Test(arguments: [
    [0x80], [0xFF], [0x81], [0x81, 0x7F], [0x81, 0x30], [0x81, 0x30, 0x81],
    [0x81, 0x30, 0x81, 0x40],
    [0x84, 0x31, 0xA5, 0x30], [0xE3, 0x32, 0x9A, 0x36], [0xFE, 0x39, 0xFE, 0x39], [0xFE, 0xFF],
  ])
  func `Bytes that are no code are refused with their place`(_ code: [UInt8]) throws {
    let csv = Array("id,gaqa,persons,name\nA,B,1,".utf8) + code + Array("\n".utf8)
    let problem = try #require(HouseholdTable.problems(inCSV: csv, encoding: .gb18030).first)
    #expect(
      problem.description
        == "Line 2, column \"name\": found bytes that are no text in this encoding. "
        + "Read the file in the encoding that it was saved in, UTF-8 or GB 18030."
    )
  }
}

/// The encoding of a text in a file.
public enum TextEncoding: Hashable, CaseIterable, Sendable {
  /// UTF-8.
  case utf8
  /// GB 18030-2022, which spreadsheets in China write as a rule; GBK and GB 2312 are parts of it.
  case gb18030

  /// The mark of the encoding at the beginning of a file.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    }
  }

  /// Decodes bytes, or returns `nil` where they are no text of this encoding.
  func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .gb18030: GB18030.decoded(bytes)
    }
  }

  /// Encodes a text.
  func encoded(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .gb18030: GB18030.encoded(text)
    }
  }
}

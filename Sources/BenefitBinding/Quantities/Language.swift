/// A language that texts are written in.
///
/// It is an argument wherever a text is made; what is called `description` is in English.
///
/// ```swift
/// for sentence in cooperative.contract(in: .simplifiedChinese) { print(sentence) }
/// ```
public enum Language: String, Hashable, Codable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese in simplified characters.
  case simplifiedChinese = "zh-Hans"
}

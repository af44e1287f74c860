/// A sentence, or a part of one, in every language that texts are written in.
///
/// Errors and findings are made where something is wrong, in both languages side by side:
///
/// ```swift
/// let found = Phrase(en: "it has no members.", zh: "该户没有人口。")
/// print(found.text(in: .simplifiedChinese))   // 该户没有人口。
/// ```
public struct Phrase: Hashable, Sendable {
  private let english: String

  /// The text in simplified Chinese.
  package let chinese: String

  /// Creates a phrase of its texts.
  ///
  /// - Parameters:
  ///   - english: The text in English.
  ///   - chinese: The text in simplified Chinese.
  public init(en english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// Returns the phrase in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }
}

extension Phrase: CustomStringConvertible {
  /// The phrase in English.
  public var description: String { english }
}

extension Phrase: Codable {
  private enum CodingKeys: String, CodingKey {
    case english = "en"
    case chinese = "zh-Hans"
  }
}

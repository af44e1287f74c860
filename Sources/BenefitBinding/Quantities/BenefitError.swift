/// Data that breaks a rule: the kind of mistake, its place, what was found there and what to do.
///
/// All functions that take data throw it. Whatever is wrong, it can be shown to who entered the data:
///
/// ```swift
/// do {
///   _ = try Register([Household("A-1", gaqa: "A", persons: 0)])
/// } catch {
///   print(error)
///   // Household "A-1", persons: found 0. A household has at least one member; leave out one that has none.
///   print(error.text(in: .simplifiedChinese))
///   // 户「A-1」，人口：实际为 0。每户至少有一人；没有人口的户请删去。
///   print(error.code == .notPositive)                        // true
///   print(error.places.contains(.household("A-1")))          // true
/// }
/// ```
///
/// A mistake in a program is no data: it stops the program with a sentence.
public struct BenefitError: Error, Hashable, Sendable {
  /// The kind of mistake.
  public let code: Code

  /// The places that it concerns, from the outermost to the innermost.
  public private(set) var places: [Place]

  /// A sentence that states what was found.
  public let found: Phrase

  /// Sentences that say what to do about it, or `nil` where that follows from what was found.
  public let advice: Phrase?

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: The kind of mistake.
  ///   - places: The places that it concerns, from the outermost to the innermost; any that is `nil` is
  ///     left out.
  ///   - found: A sentence that states what was found.
  ///   - advice: Sentences that say what to do about it.
  public init(_ code: Code, at places: Place?..., found: Phrase, advice: Phrase? = nil) {
    self.code = code
    self.places = places.compactMap(\.self)
    self.found = found
    self.advice = advice
  }

  /// The same error with further places around those it names, from the outermost to the innermost.
  package func within(_ outer: Place?...) -> Self { within(outer.compactMap(\.self)) }

  /// The same error with further places around those it names.
  package func within(_ outer: [Place]) -> Self {
    var error = self
    error.places = outer + places
    return error
  }
}

extension BenefitError: CustomStringConvertible {
  /// The places, what was found there and what to do, as sentences in English.
  public var description: String { text(in: .english) }

  /// Returns the places, what was found there and what to do, as sentences in a language.
  public func text(in language: Language) -> String {
    let places = places.map { $0.text(in: language) }
    let (found, advice) = (found.text(in: language), advice?.text(in: language))
    switch language {
    case .english:
      let sentences = advice.map { "\(found) \($0)" } ?? found
      // Without a place the sentence stands as it is: it may begin with a name.
      if places.isEmpty { return sentences }
      let text = "\(places.joined(separator: ", ")): \(sentences)"
      return text.prefix(1).uppercased() + text.dropFirst()
    case .simplifiedChinese:
      return (places.isEmpty ? "" : "\(places.joined(separator: "，"))：") + found + (advice ?? "")
    }
  }
}

extension BenefitError {
  /// The error of an amount that cannot be kept.
  static let tooMuchMoney = Self(
    .overflow,
    found: Phrase(
      en: "it is too large to be kept exactly in 64 bits.",
      zh: "数额过大，超出 64 位，无法精确保存。"
    )
  )

  /// The error of an id that two records carry.
  package static func duplicateID(_ kind: String, _ id: String) -> Self {
    Self(
      .duplicate,
      at: .init(kind, id),
      found: Phrase(en: "two \(kind)s carry this id.", zh: "该编号出现了两次。"),
      advice: Phrase(en: "Give each an id of its own.", zh: "请分别编号。")
    )
  }
}

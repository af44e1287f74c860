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
  public let found: String

  /// Sentences that say what to do about it, empty where that follows from what was found.
  public let advice: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: The kind of mistake.
  ///   - places: The places that it concerns, from the outermost to the innermost; any that is `nil` is
  ///     left out.
  ///   - found: A sentence that states what was found.
  ///   - advice: Sentences that say what to do about it.
  public init(_ code: Code, at places: Place?..., found: String, advice: String = "") {
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
  /// The places, what was found there and what to do, as sentences.
  public var description: String {
    let sentences = advice.isEmpty ? found : "\(found) \(advice)"
    // Without a place the sentence stands as it is: it may begin with a name.
    if places.isEmpty { return sentences }
    let text = "\(places.map(\.description).joined(separator: ", ")): \(sentences)"
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension BenefitError {
  /// The error of an amount that cannot be kept.
  static let tooMuchMoney = Self(
    .overflow,
    found: "it is too large to be kept exactly in 64 bits of fen."
  )

  /// The error of an id that two records carry.
  package static func duplicateID(_ kind: String, _ id: String) -> Self {
    Self(
      .duplicate,
      at: .init(kind, id),
      found: "two \(kind)s carry this id.",
      advice: "Give each an id of its own."
    )
  }
}

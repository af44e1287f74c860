/// Formulas that texts call by names of the caller's own, such as `floor` or `base pay`.
package struct FormulaDefinitions: Sendable {
  /// The formulas, each under its name as it was given, by the name in small letters.
  private var named: [String: Expression] = [:]

  /// Names whose formulas cannot be read, in small letters.
  private var unread: Set<String> = []

  /// No definitions.
  package init() {}

  /// Defines a name.
  ///
  /// - Parameters:
  ///   - name: One word or several that no name of the library is.
  ///   - text: The formula, of any kind, in which earlier definitions may stand; a number alone is an amount.
  /// - Throws: ``BenefitError`` where the name or the formula is none.
  package mutating func define(_ name: String, as text: String) throws(BenefitError) {
    guard FormulaToken.areWords(name), Expression(standardName: name) == nil,
      Rounding.Step(rawValue: name.lowercased()) == nil, self[name] == nil
    else {
      throw BenefitError(
        .invalidName,
        at: .part(.formula),
        found: Phrase(
          en: "\"\(name.escaped)\" cannot be the name of a formula.",
          zh: "「\(name.escaped)」不能用作计算式的名称。"
        ),
        advice: Phrase(
          en:
            "Give it words of letters that no name of the library, no step of rounding and no other definition is, "
            + "in capitals or not.",
          zh: "请使用由文字组成的名称，且不得与库中名称、取整单位或其他自定名称相同（不分大小写）。"
        )
      )
    }
    var reader = try FormulaReader(text, definitions: self)
    let formula = try reader.formula(of: [.money, .ratio, .quantity, .truth])
    named[name.lowercased()] = .named(name, formula)
  }

  /// Notes a name whose formula cannot be read, so that a formula that calls it is not found to be wrong for that.
  package mutating func leaveOut(_ name: String) { unread.insert(name.lowercased()) }

  /// The error of a formula that calls a name whose own formula cannot be read, or `nil` for other names.
  func unreadDefinition(_ name: String) -> BenefitError? {
    guard unread.contains(name.lowercased()) else { return nil }
    return BenefitError(
      .unreadDefinition,
      found: Phrase(
        en: "the formula called \"\(name.escaped)\" cannot be read.",
        zh: "名为「\(name.escaped)」的计算式无法读取。"
      )
    )
  }

  /// The formula under a name in any case, with its name.
  subscript(name: String) -> Expression? { named[name.lowercased()] }

  /// The names that are defined.
  var names: [String] { named.keys.sorted() }
}

extension BenefitError.Code {
  /// A formula calls a name whose own formula cannot be read, which is told there.
  package static let unreadDefinition = Self(rawValue: "unreadDefinition")
}

extension CodingUserInfoKey {
  private static func key(_ name: String) -> Self {
    guard let key = Self(rawValue: "BenefitBinding.\(name)") else { stop("\(name) is no key.") }
    return key
  }

  /// The key under which a decoder carries the ``FormulaDefinitions`` for the formulas that it reads.
  package static let formulaDefinitions = key("formulaDefinitions")

  /// The key under which an encoder asks for formulas part by part and not as texts.
  package static let formulasInParts = key("formulasInParts")
}

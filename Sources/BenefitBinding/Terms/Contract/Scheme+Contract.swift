extension Scheme {
  /// Returns the contract in plain words: numbered sentences from the same terms that are settled.
  ///
  /// They say who takes part, who put in what, and clause by clause what is shared or paid, by which
  /// measure, how it is rounded and what becomes of the rest, so that one who has nothing else can work out
  /// each household's amount.
  ///
  /// ```swift
  /// print(cooperative.contract(in: .english).joined(separator: "\n"))
  /// ```
  ///
  /// Names that a user gave stand as they are; the library's own are translated.
  ///
  /// - Parameter language: The language of the sentences.
  /// - Returns: The provisions in order, each with its number.
  public func contract(in language: Language) -> [String] {
    terms.sentences(of: Provision.all(of: terms), in: language).enumerated()
      .map { "\($0 + 1). \($1)" }
  }
}

extension Terms {
  /// Returns the contract's words for what is shared or paid, and by which measure, as one paragraph.
  package func rule(in language: Language) -> String {
    sentences(of: clauses.flatMap(Provision.all), in: language)
      .joined(separator: language == .english ? " " : "")
  }

  /// The text of each provision, with the definitions of the names that it is the first to use.
  fileprivate func sentences(of provisions: [Provision], in language: Language) -> [String] {
    var defined: Set<Expression> = []
    return provisions.map { provision in
      var sentences = [provision.words(in: language, of: self)]
      for formula in provision.formulas {
        sentences += formula.definitions(beyond: &defined).map { $0.words(in: language, of: self) }
      }
      return switch language {
      case .english: sentences.joined(separator: " ")
      case .simplifiedChinese: sentences.joined().withSpacedFigures
      }
    }
  }
}

extension Expression {
  /// The definitions of the names in the formula that are not yet given, the outermost first.
  fileprivate func definitions(beyond defined: inout Set<Expression>) -> [Provision] {
    var definitions: [Provision] = []
    if case .named(let name, let formula) = self, defined.insert(self).inserted {
      definitions.append(.definition(name, formula))
    }
    return definitions + parts.flatMap { $0.definitions(beyond: &defined) }
  }
}

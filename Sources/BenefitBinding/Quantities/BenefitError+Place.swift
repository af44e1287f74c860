extension BenefitError {
  /// A place in data, such as a household, a clause of a scheme or a row of a table.
  public struct Place: Hashable, Sendable {
    /// The word for such places, such as `household`, `clause` or `row`.
    public let kind: String

    /// The name, id or number of the place, empty where there is but one of its kind.
    public let name: String

    /// The place as errors name it.
    private let words: Phrase

    /// Creates a place with a name.
    public init(_ kind: String, _ name: String) {
      let (quoted, word) = (name.escaped, Self.chinese(kind))
      self.init(kind, name, as: Phrase(en: "\(kind) \"\(quoted)\"", zh: "\(word)「\(quoted)」"))
    }

    /// Creates a place with a number.
    public init(_ kind: String, _ number: Int) {
      let words = Phrase(en: "\(kind) \(number)", zh: "\(Self.chinese(kind)) \(number)")
      self.init(kind, "\(number)", as: words)
    }

    /// Creates a place that errors name otherwise.
    package init(_ kind: String, _ name: String, as words: Phrase) {
      self.kind = kind
      self.name = name
      self.words = words
    }

    /// Returns the place as errors name it in a language, such as `household "A-1"` or `row 3`.
    public func text(in language: Language) -> String { words.text(in: language) }
  }
}

extension BenefitError.Place: CustomStringConvertible {
  /// The place as errors name it in English.
  public var description: String { text(in: .english) }
}

// MARK: - Common places

extension BenefitError.Place {
  /// A household, by its id.
  public static func household(_ id: String) -> Self { Self("household", id) }

  /// A gaqa, by its name.
  public static func gaqa(_ name: String) -> Self { Self("gaqa", name) }

  /// A scheme, by its name.
  public static func scheme(_ name: String) -> Self { Self("scheme", name) }

  /// A clause of a scheme, by its name.
  public static func clause(_ name: String) -> Self { Self("clause", name) }

  /// A tier of a distribution, by its name.
  public static func tier(_ name: String) -> Self { Self("tier", name) }

  /// A line of a settlement, by its name.
  public static func line(_ name: String) -> Self { Self("line", name) }

  /// A fact of a season, by its name.
  public static func fact(_ name: String) -> Self { Self("fact", name) }

  /// A contract, by its id.
  public static func contract(_ id: String) -> Self { Self("contract", id) }

  /// A field of a row or a record, by its name.
  public static func field(_ name: String) -> Self {
    Self("field", name, as: Phrase(en: name, zh: chineseField(name)))
  }

  /// A row of a table or a list, counted from 1.
  public static func row(_ number: Int) -> Self { Self("row", number) }
}

// MARK: - Further places

extension BenefitError.Place {
  /// A tier of a distribution, by its name and the key that it shares by.
  package static func tier(_ name: String, by key: Phrase) -> Self {
    let words = Phrase(
      en: "tier \"\(name.escaped)\" by \(key)",
      zh: "分配项「\(name.escaped)」（按\(key.text(in: .simplifiedChinese))）"
    )
    return Self("tier", name, as: words)
  }

  /// A lot of produce, by its id.
  package static func lot(_ id: String) -> Self { Self("lot", id) }

  /// A sale, by its id.
  package static func sale(_ id: String) -> Self { Self("sale", id) }

  /// A weight by which a total is shared, by its position, counted from 0.
  package static func weight(_ index: Int) -> Self { Self("weight", index + 1) }

  /// A line of a text, counted from 1.
  package static func line(_ number: Int) -> Self {
    Self("text line", "\(number)", as: Phrase(en: "line \(number)", zh: "第 \(number) 行"))
  }

  /// A part that is the only one of its kind, such as `the pot`.
  package static func part(_ words: Phrase) -> Self { Self("\(words)", "", as: words) }
}

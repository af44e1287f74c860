public import BenefitBinding

extension Audit {
  /// The severity of a finding.
  public enum Severity: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
    /// Something to know; nothing need be wrong.
    case low
    /// Something to look into.
    case medium
    /// Something that, if it holds, has done or will do harm.
    case high

    /// Returns true if the first severity is lower.
    public static func < (lhs: Self, rhs: Self) -> Bool {
      lhs == .low && rhs != .low || lhs == .medium && rhs == .high
    }
  }

  /// The subject of a finding.
  public enum Subject: Hashable, Codable, Sendable {
    /// A scheme, by its name.
    case scheme(String)
    /// Something that was said or published.
    case claim(Phrase)
    /// One household.
    case household(Household.ID)
    /// A fund, by its name.
    case fund(String)

    /// Something that was said or published, in the words of whoever said it.
    public static func claim(_ words: String) -> Self {
      .claim(Phrase(en: words, zh: "「\(words)」"))
    }
  }

  /// The name of a rule.
  ///
  /// The vocabulary is open: findings of a rule of your own carry its name.
  public struct Rule: Named {
    /// The name, as it is printed and stored.
    public let name: String

    /// Creates the name of a rule.
    ///
    /// - Precondition: The name is not empty.
    public init(_ name: String) {
      self.name = Self.checked(name)
    }
  }

  /// One thing that an auditor would ask about, with its numbers.
  public struct Finding: Hashable, Codable, Sendable {
    /// The rule that fired.
    public let rule: Rule
    /// The severity of the finding.
    public let severity: Severity
    /// The subject of the finding.
    public let subject: Subject
    /// The figures that it rests on.
    private(set) var figures: [Figure]
    /// A sentence that says what to check.
    public let advice: Phrase

    /// Describes a finding.
    ///
    /// - Parameters:
    ///   - rule: The rule that fired.
    ///   - severity: How much it weighs.
    ///   - subject: What it is about.
    ///   - evidence: The figures that it rests on, each with its name; one without a value is left out.
    ///   - advice: What to check, as a sentence.
    public init(
      _ rule: Rule,
      _ severity: Severity,
      _ subject: Subject,
      evidence: [(name: Phrase, value: Value?)],
      advice: Phrase
    ) {
      self.rule = rule
      self.severity = severity
      self.subject = subject
      figures = evidence.compactMap { name, value in value.map { Figure(name: name, value: $0) } }
      self.advice = advice
    }

    private enum CodingKeys: String, CodingKey {
      case rule, severity, subject, figures = "evidence", advice
    }

    /// The exact figures that it rests on, each with its name.
    public var evidence: [(name: Phrase, value: Value)] { figures.map { ($0.name, $0.value) } }

    /// The finding with all its money in a currency.
    func denominated(in currency: Currency) -> Self {
      var finding = self
      finding.figures = figures.map {
        Figure(name: $0.name, value: $0.value.denominated(in: currency))
      }
      return finding
    }

    /// The exact figure under an English name, or `nil` where the finding has none.
    public func value(_ name: String) -> Value? {
      figures.first { $0.name.text(in: .english) == name }?.value
    }
  }
}

extension Audit.Subject {
  /// Returns true if it comes before another one: schemes, claims, households, funds, each by name.
  fileprivate func precedes(_ other: Self) -> Bool {
    if kind != other.kind { return kind < other.kind }
    return description == other.description
      ? text(in: .simplifiedChinese) < other.text(in: .simplifiedChinese)
      : description < other.description
  }

  private var kind: Int {
    switch self {
    case .scheme: 0
    case .claim: 1
    case .household: 2
    case .fund: 3
    }
  }
}

extension Audit.Finding {
  /// Returns true if it comes before another one: the more severe, then by rule, subject, evidence and advice.
  func precedes(_ other: Self) -> Bool {
    if severity != other.severity { return severity > other.severity }
    if rule != other.rule { return rule.name < other.rule.name }
    if subject != other.subject { return subject.precedes(other.subject) }
    let (evidence, others) = (evidenceText(in: .english), other.evidenceText(in: .english))
    if evidence != others { return evidence < others }
    for language in Language.allCases {
      let (text, others) = (advice.text(in: language), other.advice.text(in: language))
      if text != others { return text < others }
    }
    // Figures that look alike once they are rounded still have one order.
    return figures.lexicographicallyPrecedes(other.figures) { $0.exactText < $1.exactText }
  }
}

public import BenefitBinding

/// Something that happened to the money of a ``CapitalAccount``.
public struct CapitalEvent: Hashable, Codable, Sendable {
  /// The kind of an event, with its amount and, if it has one, its source or project.
  public enum Occurrence: Hashable, Codable, Sendable {
    /// A source put money in.
    case putIn(Money, from: Funding.Source)
    /// Money of the fund went into a project.
    case deployed(Money, to: String)
    /// Capital came back from a project.
    case recovered(Money, from: String)
    /// A profit was booked and is in the fund.
    case earned(Money)
    /// A dividend left the fund.
    case paidOut(Money)
    /// Capital that was in a project is gone.
    case lost(Money, in: String)
    /// Principal went back to the source that had put it in.
    case returned(Money, to: Funding.Source)

    /// The amount of the event.
    public var amount: Money {
      switch self {
      case .putIn(let amount, _), .deployed(let amount, _), .recovered(let amount, _),
        .earned(let amount), .paidOut(let amount), .lost(let amount, _), .returned(let amount, _):
        amount
      }
    }
  }

  /// The day it happened.
  public let day: Day
  /// The kind of the event, with its amount and, if it has one, its source or project.
  public let occurrence: Occurrence

  /// Records an event; what is wrong with it shows when it enters a ``CapitalAccount``.
  public init(on day: Day, _ occurrence: Occurrence) {
    self.day = day
    self.occurrence = occurrence
  }
}

extension CapitalEvent.Occurrence: CustomStringConvertible {
  /// The event in words, such as `300,000.00 deployed to sheep shed`.
  public var description: String { text(in: .english) }

  /// Returns the event in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .putIn(let amount, let source): "\(amount) put in by \(source)"
    case .deployed(let amount, let project): "\(amount) deployed to \(project)"
    case .recovered(let amount, let project): "\(amount) recovered from \(project)"
    case .earned(let amount): "\(amount) earned"
    case .paidOut(let amount): "\(amount) paid out"
    case .lost(let amount, let project): "\(amount) lost in \(project)"
    case .returned(let amount, let source): "\(amount) returned to \(source)"
    }
  }

  private var chinese: String {
    switch self {
    case .putIn(let amount, let source):
      "\(source.words(in: .simplifiedChinese))投入 \(amount)"
    case .deployed(let amount, let project): "投放「\(project)」\(amount)"
    case .recovered(let amount, let project): "从「\(project)」收回 \(amount)"
    case .earned(let amount): "盈利 \(amount)"
    case .paidOut(let amount): "支付分红 \(amount)"
    case .lost(let amount, let project): "「\(project)」损失 \(amount)"
    case .returned(let amount, let source):
      "向\(source.words(in: .simplifiedChinese))退还 \(amount)"
    }
  }
}

extension CapitalEvent: JournalEntry {
  package static var words: Phrase { Phrase(en: "entry", zh: "记录") }

  package func places(_ number: Int) -> [BenefitError.Place] {
    [
      .event(
        number,
        day,
        Phrase(en: "\(occurrence)", zh: occurrence.text(in: .simplifiedChinese))
      )
    ]
  }
}

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
  public var description: String {
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
}

extension CapitalEvent: JournalEntry {
  package static var words: String { "entry" }

  package func places(_ number: Int) -> [BenefitError.Place] {
    [.event(number, day, "\(occurrence)")]
  }
}

public import BenefitBinding

/// Something that happened to the stock or the deposit of a contract.
///
/// What happened is recorded whether it was allowed or not: stock that a borrower sold before it was
/// the borrower's own stays owed.
public struct InKindEvent: Hashable, Codable, Sendable {
  /// The animals of a contract that an event is about.
  public enum Animals: Hashable, Codable, Sendable {
    /// The animals that were lent, or bought in their place.
    case lent
    /// The animals that were born since, or bought to make them up, where the terms owe one good from the
    /// herd or none.
    case offspring
    /// The offspring that are counted as one good, where the terms owe several.
    case of(Good)

    /// The good that the offspring are counted as, or `nil` where the terms leave no choice.
    var good: Good? {
      if case .of(let good) = self { good } else { nil }
    }
  }

  /// An occurrence under a contract.
  public enum Occurrence: Hashable, Codable, Sendable {
    /// Offspring were born; of which kind needs saying where the terms owe several.
    case born(Int, Good? = nil)
    /// Animals were bought.
    case bought(Int, Animals)
    /// Animals died.
    case died(Int, Animals)
    /// Animals were sold.
    case sold(Int, Animals)
    /// So much of what is owed was delivered to the lender; where animals are owed, from these.
    ///
    /// Offspring meet the claim on their own kind. What else is delivered, produce or lent stock, needs
    /// the good it is delivered as where the terms owe several.
    case delivered(Int, Animals = .offspring, as: Good? = nil)
    /// So much of what is owed went to the next household instead; where animals are owed, from these.
    case passedOn(Int, Animals = .offspring, as: Good? = nil, to: String)
    /// Lent stock, or other animals in its place, came back to the lender.
    case broughtBack(Int, Animals = .lent)
    /// The deposit was paid.
    case depositPaid
    /// The deposit was refunded: so much of it, or all that was held.
    case depositRefunded(Money? = nil)
    /// The deposit fell to the lender: so much of it, or all that was held, and for what.
    case depositForfeited(Money? = nil, reason: String)
  }

  /// The contract it happened under.
  public let contract: InKindContract.ID
  /// The day it happened.
  public let day: Day
  /// The occurrence that the event records.
  public let occurrence: Occurrence

  /// Records an event; what is wrong with it shows when it enters an ``InKindLedger``.
  public init(_ contract: InKindContract.ID, on day: Day, _ occurrence: Occurrence) {
    self.contract = contract
    self.day = day
    self.occurrence = occurrence
  }
}

extension InKindEvent.Occurrence: CustomStringConvertible {
  /// The event in words, such as `2 offspring died`.
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
    case .born(let heads, let good): "\(heads)\(Self.name(good)) born"
    case .bought(let heads, let animals): "\(heads) \(animals) bought"
    case .died(let heads, let animals): "\(heads) \(animals) died"
    case .sold(let heads, let animals): "\(heads) \(animals) sold"
    case .delivered(let count, let animals, let good):
      "\(count)\(Self.name(good ?? animals.good)) delivered"
    case .passedOn(let count, let animals, let good, let next):
      "\(count)\(Self.name(good ?? animals.good)) passed on to \(next)"
    case .broughtBack(let heads, let animals): "\(heads)\(Self.name(animals.good)) brought back"
    case .depositPaid: "deposit paid"
    case .depositRefunded(let part): "\(Self.name(part))deposit refunded"
    case .depositForfeited(let part, let reason):
      "\(Self.name(part))deposit forfeited: \(reason.escaped)"
    }
  }

  private var chinese: String {
    switch self {
    case .born(let heads, let good): "\(Self.chinese(good, "仔畜"))出生 \(heads)"
    case .bought(let heads, let animals): "购入\(animals.chinese) \(heads)"
    case .died(let heads, let animals): "\(animals.chinese)死亡 \(heads)"
    case .sold(let heads, let animals): "出售\(animals.chinese) \(heads)"
    case .delivered(let count, let animals, let good):
      "交付\(Self.chinese(good, animals.chinese)) \(count)"
    case .passedOn(let count, let animals, let good, let next):
      "\(Self.chinese(good, animals.chinese)) \(count) 转交「\(next)」"
    case .broughtBack(let heads, let animals): "归还\(animals.chinese) \(heads)"
    case .depositPaid: "交纳押金"
    case .depositRefunded(let part): "退还押金\(Self.chinese(part))"
    case .depositForfeited(let part, let reason):
      "没收押金\(Self.chinese(part))：「\(reason.escaped)」"
    }
  }

  private static func name(_ good: Good?) -> String { good.map { " \($0)" } ?? "" }

  private static func chinese(_ good: Good?, _ other: String) -> String {
    good?.words(in: .simplifiedChinese) ?? other
  }

  private static func chinese(_ part: Money?) -> String { part.map { " \($0) 元" } ?? "" }

  private static func name(_ part: Money?) -> String { part.map { "\($0) of the " } ?? "" }

  /// The number that the event is about, or `nil` where it is about money.
  var count: Int? {
    switch self {
    case .born(let count, _), .bought(let count, _), .died(let count, _), .sold(let count, _),
      .delivered(let count, _, _), .passedOn(let count, _, _, _), .broughtBack(let count, _):
      count
    case .depositPaid, .depositRefunded, .depositForfeited: nil
    }
  }
}

extension InKindEvent.Animals: CustomStringConvertible {
  /// The animals in a word: `lent`, `offspring`, or the kind of the offspring.
  public var description: String { text(in: .english) }

  /// Returns the animals in a word of a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: self == .lent ? "lent" : good?.name ?? "offspring"
    case .simplifiedChinese: chinese
    }
  }

  fileprivate var chinese: String {
    self == .lent ? "种畜" : good?.words(in: .simplifiedChinese) ?? "仔畜"
  }
}

extension InKindEvent: JournalEntry {
  package static var words: Phrase { Phrase(en: "entry of the contract", zh: "合同记录") }

  package func places(_ number: Int) -> [BenefitError.Place] {
    let words = Phrase(en: "\(occurrence)", zh: occurrence.text(in: .simplifiedChinese))
    return [.contract(contract), .event(number, day, words)]
  }
}

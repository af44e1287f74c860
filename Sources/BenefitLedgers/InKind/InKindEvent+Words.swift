public import BenefitBinding

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
    case .identified(let heads, let animals, let good):
      "\(heads) \(animals) identified as \(good)"
    case .died(let heads, let animals, let bearer, let reason):
      "\(heads) \(animals) died\(Self.english(bearer, reason))"
    case .sold(let heads, let animals): "\(heads) \(animals) sold"
    case .delivered(let count, let animals, let good, let weight):
      "\(count)\(Self.name(good ?? animals.good))\(Self.name(weight)) delivered"
    case .passedOn(let count, let animals, let good, let weight, let next):
      "\(count)\(Self.name(good ?? animals.good))\(Self.name(weight)) passed on to \(next)"
    case .broughtBack(let heads, let animals): "\(heads)\(Self.name(animals.good)) brought back"
    case .redeemed(let count, let good): "\(count)\(Self.name(good)) redeemed"
    case .paid(let amount, let party): "\(amount) paid\(party == .lender ? " by the lender" : "")"
    case .insurancePaid(let amount, let heads, let animals):
      "\(amount) paid by the insurer for \(heads) \(animals)"
    case .depositPaid: "deposit paid"
    case .depositRefunded(let part): "\(Self.name(part))deposit refunded"
    case .depositForfeited(let part, let reason):
      "\(Self.name(part))deposit forfeited: \(reason.escaped)"
    }
  }

  private var chinese: String {
    switch self {
    case .born(let heads, let good): "\(Self.chinese(good, "仔畜"))出生 \(Self.chinese(heads, good))"
    case .bought(let heads, let animals):
      "购入\(animals.chinese) \(Self.chinese(heads, animals.good))"
    case .identified(let heads, let animals, let good):
      "\(animals.chinese) \(Self.chinese(heads, good))鉴别为\(good.words(in: .simplifiedChinese))"
    case .died(let heads, let animals, let bearer, let reason):
      "\(animals.chinese)死亡 \(Self.chinese(heads, animals.good))\(Self.chinese(bearer, reason))"
    case .sold(let heads, let animals): "出售\(animals.chinese) \(Self.chinese(heads, animals.good))"
    case .delivered(let count, let animals, let good, let weight):
      "交付\(Self.chinese(good, animals.chinese)) "
        + "\(Self.chinese(count, good ?? animals.good))\(Self.chinese(weight))"
    case .passedOn(let count, let animals, let good, let weight, let next):
      "\(Self.chinese(good, animals.chinese)) "
        + "\(Self.chinese(count, good ?? animals.good))\(Self.chinese(weight))转交「\(next)」"
    case .broughtBack(let heads, let animals):
      "归还\(animals.chinese) \(Self.chinese(heads, animals.good))"
    case .redeemed(let count, let good):
      "折价抵付\(Self.chinese(good, "应还实物")) \(Self.chinese(count, good))"
    case .paid(let amount, .borrower): "支付 \(amount)"
    case .paid(let amount, .lender): "借出方支付 \(amount)"
    case .insurancePaid(let amount, let heads, let animals):
      "保险就\(animals.chinese) \(Self.chinese(heads, animals.good))赔付 \(amount)"
    case .depositPaid: "交纳押金"
    case .depositRefunded(let part): "退还押金\(Self.chinese(part))"
    case .depositForfeited(let part, let reason):
      "没收押金\(Self.chinese(part))：「\(reason.escaped)」"
    }
  }

  private static func name(_ good: Good?) -> String { good.map { " \($0)" } ?? "" }

  private static func english(_ bearer: InKindTerms.Party?, _ reason: String) -> String {
    let parts = [bearer.map { "borne by the \($0)" } ?? "", reason.escaped]
    let text = parts.filter { !$0.isEmpty }.joined(separator: ": ")
    return text.isEmpty ? "" : " (\(text))"
  }

  private static func chinese(_ bearer: InKindTerms.Party?, _ reason: String) -> String {
    let parts = [
      bearer.map { "由\($0.chinese)承担" } ?? "", reason.isEmpty ? "" : "「\(reason.escaped)」",
    ]
    let text = parts.filter { !$0.isEmpty }.joined(separator: "：")
    return text.isEmpty ? "" : "（\(text)）"
  }

  private static func name(_ weight: Quantity?) -> String {
    weight.map { " weighing \($0)" } ?? ""
  }

  private static func chinese(_ weight: Quantity?) -> String {
    weight.map { "（重 \($0.words(in: .simplifiedChinese))）" } ?? ""
  }

  /// A number with the word that the good is counted with, where it is known.
  private static func chinese(_ count: Int, _ good: Good?) -> String {
    "\(count)\(good.map { " \($0.countingWord)" } ?? "")"
  }

  private static func chinese(_ good: Good?, _ other: String) -> String {
    good?.words(in: .simplifiedChinese) ?? other
  }

  private static func chinese(_ part: Money?) -> String { part.map { " \($0)" } ?? "" }

  private static func name(_ part: Money?) -> String { part.map { "\($0) of the " } ?? "" }
}

extension InKindEvent.Animals: CustomStringConvertible {
  /// The animals in a word: `lent`, `lent ram`, `offspring`, or the kind of the offspring.
  public var description: String { text(in: .english) }

  /// Returns the animals in a word of a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .lent: "lent"
    case .stock(let good): "lent \(good)"
    case .offspring: "offspring"
    case .of(let good): good.name
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .lent: "种畜"
    case .stock(let good): "借出的\(good.words(in: .simplifiedChinese))"
    case .offspring: "仔畜"
    case .of(let good): good.words(in: .simplifiedChinese)
    }
  }
}

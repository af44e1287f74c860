public import BenefitBinding

/// A kind of animal or produce that is lent, owed and valued: ewes, lambs, eggs.
///
/// Goods are counted in whole units and never turn into money by themselves; only a ``PriceBook``
/// says what one is worth. Sexes that are owed for themselves are goods of their own. What is weighed
/// is counted in a unit that is fine enough, such as the jin or the gram.
///
/// ```swift
/// extension Good {
///   static let yakCalf = Good("yak calf")
///   static let pear = Good("pear", in: .jin)
/// }
/// ```
public struct Good: NamedInUnit {
  /// The name in the singular.
  public let name: String

  /// The unit that the good is counted in.
  public let unit: Quantity.Unit

  /// Creates the name of a good, counted in heads if nothing else is said.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String, in unit: Quantity.Unit = .head) {
    self.name = Self.checked(name)
    self.unit = unit
  }

  /// A grown female sheep.
  public static let ewe = Self(.ewe, in: .head)
  /// Sheep for breeding, ewes and rams counted together.
  public static let breedingSheep = Self(.breedingSheep, in: .head)
  /// A young sheep.
  public static let lamb = Self(.lamb, in: .head)
  /// A young female sheep, where the sexes are owed for themselves.
  public static let eweLamb = Self(.eweLamb, in: .head)
  /// A young male sheep, where the sexes are owed for themselves.
  public static let ramLamb = Self(.ramLamb, in: .head)
  /// A grown male sheep.
  public static let ram = Self(.ram, in: .head)
  /// A grown female pig.
  public static let sow = Self(.sow, in: .head)
  /// A young pig.
  public static let piglet = Self(.piglet, in: .head)
  /// A young chicken.
  public static let chick = Self(.chick, in: .head)
  /// An egg.
  public static let egg = Self(.egg, in: .egg)
}

extension Good: FileOrdered {}

extension Good {
  /// The money that the borrower owes beside goods, counted in fen.
  static let cash = Self("cash", in: Quantity.Unit("fen"))

  /// The money that the lender owes, counted in fen.
  private static let fee = Self("cash of the lender", in: cash.unit)

  /// Returns the money that a party owes.
  static func money(of party: InKindTerms.Party) -> Self { party == .borrower ? cash : fee }

  /// The party that owes the good or the money: goods are the borrower's to deliver.
  var debtor: InKindTerms.Party { self == .fee ? .lender : .borrower }

  /// True of money, whoever owes it.
  var isMoney: Bool { self == .cash || self == .fee }

  /// A number of units of the good, such as `2 lambs`, or the amount of money.
  func counted(_ count: Int) -> Phrase {
    if isMoney {
      let amount = Money(fen: Int64(count))
      return Phrase(en: "\(amount)", zh: "\(amount)")
    }
    let number = DecimalText.write(Int64(count), decimals: 0, grouped: true)
    return Phrase(
      en: Plural.counted(count, name),
      zh: "\(words(in: .simplifiedChinese)) \(number) \(countingWord)"
    )
  }

  /// The word that it is counted with in Chinese, where each kind of animal has its own.
  var countingWord: String {
    guard unit == .head else { return unit.chinese }
    // A name that a program made up stands in marks.
    return switch words(in: .simplifiedChinese).last(where: { $0 != "」" }) {
    case "羊", "羔", "鸡", "鸭", "鹅", "兔": "只"
    case "马": "匹"
    case "驼": "峰"
    default: unit.chinese
    }
  }
}

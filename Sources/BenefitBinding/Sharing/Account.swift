/// A purse that is no household's: a reserve, the village's welfare fund, an operator.
///
/// It belongs to the scheme that names it, so that two schemes with a reserve have two of them, or to the
/// programme, whose schemes pay into it and draw on it in the order in which they are settled.
///
/// The vocabulary is open.
///
/// ```swift
/// extension Account {
///   static let templeFair = Account("temple fair committee")
///   static let villageReserve = Account("village reserve", of: .programme)
/// }
/// ```
public struct Account: Word {
  /// To whom an account belongs.
  public enum Owner: String, Hashable, Codable, CaseIterable, Sendable {
    /// The scheme whose terms name it.
    case scheme
    /// All schemes of the programme together.
    case programme
  }

  /// The account's name.
  public let name: String

  /// To whom it belongs.
  public let owner: Owner

  /// Creates an account.
  ///
  /// - Precondition: The name is not empty.
  public init(_ name: String, of owner: Owner = .scheme) {
    self.name = Self.checked(name)
    self.owner = owner
  }

  /// Creates one of the library's own accounts.
  package init(_ standard: StandardName) { self.init(standard.rawValue) }

  /// The scheme that it belongs to where a scheme names it, or `nil` where it is the programme's.
  func scheme(_ name: String) -> String? { owner == .scheme ? name : nil }

  /// The gaqa's collective economy.
  public static let collective = Self(.collective)
  /// A reserve against bad years.
  public static let reserve = Self(.reserve)
  /// The village's welfare fund.
  public static let villageWelfare = Self(.villageWelfare)
  /// Money put back into the undertaking.
  public static let reinvestment = Self(.reinvestment)
  /// Pay for public posts.
  public static let publicPosts = Self(.publicPosts)
  /// Whoever runs the undertaking.
  public static let `operator` = Self(.operator)

  /// The money that no tier took: it stays in the pot it came from.
  public static let leftInPot = Self(.leftInPot)
  /// Odd fen that the terms write off.
  public static let writtenOff = Self(.writtenOff)
  /// Odd fen that wait for the next season.
  public static let carriedForward = Self(.carriedForward)
}

extension Account {
  /// The name, and that it is the programme's where it is.
  public var description: String { words(in: .english) }

  /// The name in a language, and that it is the programme's where it is.
  package func words(in language: Language) -> String {
    let name = StandardName.words(name, in: language)
    guard owner == .programme else { return name }
    return switch language {
    case .english: "\(name) of the programme"
    case .simplifiedChinese: "全项目共用的\(name)"
    }
  }
}

extension Account {
  private enum CodingKeys: CodingKey { case name, of }

  private static let title = Phrase(en: "Account", zh: "账户")

  /// Decodes an account: one of a scheme is its name, one of the programme says so beside it.
  ///
  /// - Throws: `DecodingError` where the name is none.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: CodingKeys.self) {
      self.init(
        try container.superDecoder(forKey: .name).name(of: Self.title),
        of: try container.decode(Owner.self, forKey: .of)
      )
    } else {
      self.init(try decoder.name(of: Self.title))
    }
  }

  /// Encodes an account: one of a scheme as its name, one of the programme with the word.
  public func encode(to encoder: any Encoder) throws {
    if owner == .scheme {
      var container = encoder.singleValueContainer()
      return try container.encode(name)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(owner, forKey: .of)
  }
}

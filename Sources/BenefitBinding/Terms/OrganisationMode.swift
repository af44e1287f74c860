/// The parties between the market and a poor household, and the part that each of them keeps.
///
/// The organisation modes of the field ("leading enterprise + cooperative + poor household", "branch +
/// company + poor household") are lists of such links.
///
/// ```swift
/// let mode = OrganisationMode([
///   .init("leading enterprise", "Lvmei Company", keeps: .percent(70), does: "breeds and sells pigs"),
///   .init("cooperative", "Sishililiang cooperative", keeps: .percent(10), does: "holds the stake"),
///   .init("poor household", "300 households", keeps: .percent(20), does: "draw a dividend"),
/// ])
/// print(mode.name)    // leading enterprise + cooperative + poor household
/// ```
public struct OrganisationMode: Hashable, Codable, Sendable {
  /// One link of the mode.
  public struct Link: Hashable, Codable, Sendable {
    /// The part it plays, such as `leading enterprise`, `cooperative`, `branch` or `poor household`.
    public let role: String
    /// The name of the party.
    public let name: String
    /// The fraction of what is earned that it keeps, or `nil` where the contract does not say.
    public let keeps: Ratio?
    /// The task of the party, in words.
    public let task: String

    /// Describes a link.
    public init(_ role: String, _ name: String, keeps: Ratio? = nil, does task: String) {
      self.role = role
      self.name = name
      self.keeps = keeps
      self.task = task
    }
  }

  /// The links in the order in which the name lists them.
  public let links: [Link]

  /// Describes a mode.
  ///
  /// - Precondition: There is a link, roles, names and tasks are one line each, and the fractions are from zero to the
  ///   whole and together at most the whole.
  public init(_ links: [Link]) {
    if let problem = Self.problem(in: links) { stop(problem.description) }
    self.links = links
  }

  /// The mode in words, such as `cooperative + poor household + internet`.
  public var name: String { links.map(\.role).joined(separator: " + ") }

  /// The fraction that the known ones leave for links whose contract does not say.
  public var unstated: Ratio {
    let weights = weights
    return Ratio(weights.values[links.count], weights.denominator)
  }

  /// Shares what was earned among the links that keep a known fraction.
  ///
  /// - Parameter earned: What was earned.
  /// - Returns: What each link keeps, in order, to the fen; `nil` where the contract does not say.
  public func parts(of earned: Money) -> [Money?] {
    do {
      let parts = try Apportionment.exact.parts(of: earned, by: weights.values).parts
      return zip(links, parts).map { $0.keeps == nil ? nil : $1 }
    } catch {
      stop("\(error)")
    }
  }

  private var weights: Column {
    guard let weights = Self.weights(of: links) else {
      stop(Self.tooFine.description)
    }
    return weights
  }
}

// MARK: - Checking

extension OrganisationMode {
  private static let tooFine = Phrase(
    en: "The fractions that the links keep have no common denominator of 64 bits.",
    zh: "各环节留取的比例没有 64 位以内的公分母。"
  )

  /// Returns the fractions that the links keep, and then the unstated rest, over one denominator.
  ///
  /// - Returns: `nil` where that does not fit 64 bits.
  private static func weights(of links: [Link]) -> Column? {
    guard var weights = Column(links.map { $0.keeps ?? .zero }) else { return nil }
    let rest = weights.values.reduce(Int128(weights.denominator)) { $0 - Int128($1) }
    guard let rest = Int64(exactly: rest) else { return nil }
    weights.values.append(rest)
    return weights
  }

  /// Returns the reason why the links form no mode, or `nil` if they form one.
  private static func problem(in links: [Link]) -> Phrase? {
    guard !links.isEmpty else {
      return Phrase(en: "An organisation mode needs a link.", zh: "组织模式至少要有一个环节。")
    }
    for link in links {
      let role = Phrase(en: "A role", zh: "角色")
      if let problem = OneLine.problem(with: link.role, of: role) { return problem }
      for name in [link.name, link.task] where !name.isOneLine {
        return Phrase(
          en: "\"\(name.escaped)\" runs over several lines or holds a control character. "
            + "Give it one line.",
          zh: "「\(name.escaped)」占了多行或含有控制字符。请写在一行内。"
        )
      }
      if let keeps = link.keeps, keeps < .zero {
        return Phrase(
          en: "\(link.name) cannot keep \(keeps) of what is earned; a part is zero or more.",
          zh: "「\(link.name)」不能留取所得的 \(keeps)；留取比例应为零或以上。"
        )
      }
    }
    guard let weights = weights(of: links) else { return tooFine }
    return weights.values[links.count] < 0
      ? Phrase(
        en: "The links of an organisation mode cannot keep more than all of it.",
        zh: "组织模式各环节留取的比例合计不能超过全部。"
      ) : nil
  }

  private enum CodingKeys: CodingKey { case links }

  /// Decodes links and checks them as ``init(_:)`` does.
  ///
  /// - Throws: `DecodingError` that says why the links form no mode.
  public init(from decoder: any Decoder) throws {
    links = try decoder.checked(CodingKeys.self) { try $0[.links] }
    try decoder.refuse(Self.problem(in: links))
  }
}

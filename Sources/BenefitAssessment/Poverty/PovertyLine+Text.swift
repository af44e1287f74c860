public import BenefitBinding

extension PovertyLine: CustomStringConvertible {
  /// The line with its year, its evidence and its source.
  public var description: String { text(in: .english) }

  /// Returns the line with its year, its evidence and its source, in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english:
      "\(name), \(place), \(year): \(currency.text(perPerson)) \(currency.units) a person at prices \(prices) "
        + "(\(evidence.rawValue): \(source))"
    case .simplifiedChinese:
      "\(Self.chineseName(name))，\(Self.chinesePlace(place))，\(year) 年：人均 \(currency.text(perPerson)) \(currency.unit.chinese)，"
        + "\(Self.chinesePrices(prices))（\(evidence.text(in: language))："
        + "\(Self.chineseSource(source))）"
    }
  }

  /// Returns the name of the line in a language, where it is one of the library's own.
  public func name(in language: Language) -> String {
    switch language {
    case .english: name
    case .simplifiedChinese: Self.chineseName(name)
    }
  }
}

extension PovertyLine.Evidence {
  /// Returns the strength of the evidence in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: rawValue
    case .simplifiedChinese: chinese
    }
  }

  private var chinese: String {
    switch self {
    case .published: "正式公布"
    case .secondHand: "转引"
    case .approximate: "约数"
    case .recalled: "凭记忆，待核"
    case .stated: "自行填报"
    }
  }
}

// MARK: - Chinese

extension PovertyLine {
  private static func chineseName(_ name: String) -> String {
    if name == nationalRuralLine { return "国家农村贫困线" }
    if let mark = name.firstRange(of: " x "),
      let factor = try? Ratio(parsing: name[..<mark.lowerBound])
    {
      return "\(chineseName(String(name[mark.upperBound...])))的 \(factor) 倍"
    }
    return InternationalPovertyLine.chineseName(of: name) ?? "「\(name)」"
  }

  private static func chinesePlace(_ place: String) -> String {
    place == ruralChinaPlace ? "中国农村" : "「\(place)」"
  }

  private static func chinesePrices(_ prices: String) -> String {
    if prices == pricesOfTheYear { return "当年价格" }
    guard prices.hasPrefix("of "), let year = Int(prices.dropFirst(3)) else {
      return "价格「\(prices)」"
    }
    return "\(year) 年价格"
  }

  private static func chineseSource(_ source: String) -> String {
    switch source {
    case briefing: "国家统计局 2015-10-16 新闻发布会"
    case yearbook: "《云南调查年鉴 2017》表 4-2 注"
    case "\(yearbook); \(briefing)": "《云南调查年鉴 2017》表 4-2 注；国家统计局 2015-10-16 新闻发布会"
    case checklist: "未经证实；2017 年某县清单采用此数"
    case notConfirmed: "未经证实"
    case lecture: "引用国家统计局数据的讲座摘要"
    case newspaper: "《中国日报》2020-12-02：约 4,000 元，各地不一"
    default: "「\(source)」"
    }
  }
}

extension InternationalPovertyLine {
  /// The name of a line in yuan that was made of an international one, or `nil` where it is another's.
  fileprivate static func chineseName(of line: String) -> String? {
    guard let mark = line.ranges(of: ", ").last else { return nil }
    let words = line[mark.upperBound...].split(separator: " ")
    guard words.count == 6, words[1] == "dollars", words.suffix(2) == ["a", "day"] else {
      return nil
    }
    let name = String(line[..<mark.lowerBound])
    return "\(chinese[name] ?? "「\(name)」")（每天 \(words[0]) 美元，\(words[3]) 年购买力平价）"
  }

  private static let chinese = [
    "extreme poverty": "极端贫困线", "lower middle income": "中低收入国家贫困线",
    "upper middle income": "中高收入国家贫困线",
  ]
}

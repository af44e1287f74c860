/// A unit that the library itself counts in.
package enum StandardUnit: String, CaseIterable {
  case egg
  case head
  case household
  case gaqa
  case mu
  case jin
  case kilogram = "kg"
  case tonne = "t"
  case month
  case day
  case worker
  case person
  case share
  case kilowatt = "kW"
  case kilowattHour = "kWh"
  case personDay = "person-day"
  case unit

  /// The unit after a number.
  fileprivate var chinese: String {
    switch self {
    case .egg: "枚"
    case .head: "头"
    case .household: "户"
    case .gaqa: "个嘎查"
    case .mu: "亩"
    case .jin: "斤"
    case .kilogram: "公斤"
    case .tonne: "吨"
    case .month: "个月"
    case .day: "天"
    case .worker: "人"
    case .person: "人"
    case .share: "股"
    case .kilowatt: "千瓦"
    case .kilowattHour: "千瓦时"
    case .personDay: "人日"
    case .unit: "份"
    }
  }
}

extension StandardUnit {
  /// A unit in Chinese after a number; one that a user made up stands in marks where it is Latin.
  package static func chinese(_ name: String) -> String {
    Self(rawValue: name)?.chinese ?? (name.isLatin ? "「\(name)」" : name)
  }
}

extension Quantity.Unit {
  /// Creates one of the library's own units.
  package init(_ standard: StandardUnit) { self.init(standard.rawValue) }

  /// The unit after a number, such as `mu` or `households`.
  package func words(in language: Language, many: Bool) -> String {
    switch language {
    case .english: Plural.of(name, if: many)
    case .simplifiedChinese: StandardUnit.chinese(name)
    }
  }

  /// The unit in Chinese with the name that files carry, such as `亩（mu）`.
  var chineseWithName: String {
    let words = words(in: .simplifiedChinese, many: false)
    return StandardUnit(rawValue: name) == nil ? words : "\(words)（\(name)）"
  }

  /// One unit that something is paid for, such as `each mu`.
  func each(in language: Language) -> String {
    switch language {
    case .english: "each \(name)"
    case .simplifiedChinese: "每" + (self == .month ? "月" : words(in: language, many: false))
    }
  }
}

extension String {
  /// True if the text holds a letter of the Latin alphabet, which stands apart in Chinese.
  fileprivate var isLatin: Bool { utf8.contains { (0x41...0x5a).contains($0 & 0xdf) } }
}

/// The number of seasons that a mean is taken over: this one and those before it.
struct SeasonCount: Hashable, Sendable {
  let value: Int

  init(_ value: Int) {
    require(value > 0, Self.problem(value).description)
    self.value = value
  }

  private static func problem(_ value: Int) -> Phrase {
    Phrase(
      en: "A mean over \(value) seasons has no meaning. Take one or more.",
      zh: "不能求 \(value) 期的平均数。请取一期或以上。"
    )
  }
}

extension SeasonCount: CustomStringConvertible {
  var description: String { value == 1 ? "1 season" : "\(value) seasons" }
}

extension SeasonCount: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    value = try container.decode(Int.self)
    guard value > 0 else {
      throw decoder.refusal(Self.problem(value))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

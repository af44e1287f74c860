/// The number of seasons that a mean is taken over: this one and those before it.
struct SeasonCount: Hashable, Sendable {
  let value: Int

  init(_ value: Int) {
    require(value > 0, "A mean over \(value) seasons has no meaning. Take one or more.")
    self.value = value
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
      throw decoder.refusal("A mean over \(value) seasons has no meaning. Take one or more.")
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

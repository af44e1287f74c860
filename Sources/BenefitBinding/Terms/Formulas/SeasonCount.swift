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

extension SeasonCount: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

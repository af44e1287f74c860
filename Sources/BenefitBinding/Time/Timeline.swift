/// Values that each hold from a day until the next one does.
package struct Timeline<Value> {
  /// A value and the first day on which it holds.
  package struct Step {
    package let start: Day
    package var value: Value
  }

  /// The values in order of their days, no two of one day.
  package private(set) var steps: [Step]

  /// Lays out values by the first day of each.
  package init(_ values: [Day: Value]) {
    steps = values.map { Step(start: $0.key, value: $0.value) }.sorted { $0.start < $1.start }
  }

  /// The values by the first day of each.
  package var values: [Day: Value] {
    Dictionary(uniqueKeysWithValues: steps.map { ($0.start, $0.value) })
  }

  /// The value that holds on a day, or `nil` before the first.
  package subscript(day: Day) -> Value? { steps.last { $0.start <= day }?.value }

  /// The value that holds last, or `nil` where there is none.
  var latest: Value? { steps.last?.value }

  /// Changes the latest value from a day on, which is none before the first day of that value.
  mutating func change(from day: Day, _ change: (inout Value) -> Void) {
    guard var value = latest else { return }
    change(&value)
    if steps.last?.start == day { steps.removeLast() }
    steps.append(Step(start: day, value: value))
  }

  /// A period cut where one value follows another; days before the first value are in no part.
  func parts(of period: Period) -> [(period: Period, value: Value)] {
    steps.indices.compactMap { index in
      let step = steps[index]
      let end = index + 1 < steps.count ? steps[index + 1].start : max(period.end, step.start)
      return Period(from: step.start, until: end).overlap(with: period).map { ($0, step.value) }
    }
  }
}

extension Timeline.Step: Equatable where Value: Equatable {}
extension Timeline.Step: Hashable where Value: Hashable {}
extension Timeline.Step: Sendable where Value: Sendable {}
extension Timeline.Step: Codable where Value: Codable {}
extension Timeline: Equatable where Value: Equatable {}
extension Timeline: Hashable where Value: Hashable {}
extension Timeline: Sendable where Value: Sendable {}

extension Timeline: Codable where Value: Codable {
  /// Decodes values in any order, refusing two of one day.
  package init(from decoder: any Decoder) throws {
    steps = try [Step](from: decoder).sorted { $0.start < $1.start }
    if let twice = zip(steps, steps.dropFirst()).first(where: { $0.start == $1.start })?.0 {
      throw BenefitError(
        .duplicate,
        at: .day(twice.start),
        found: Phrase(en: "two values hold from that day.", zh: "从这一天起有两个数值。"),
        advice: Phrase(en: "Leave one of them out.", zh: "请删去其中一个。")
      ).decodingError(at: decoder.codingPath)
    }
  }

  /// Encodes the values in order of their days.
  package func encode(to encoder: any Encoder) throws { try steps.encode(to: encoder) }
}

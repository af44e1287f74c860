extension Roster {
  /// A class of shares that becomes another one when a household's status changes.
  ///
  /// ```swift
  /// // Above the line a household keeps its stake, but without the preference.
  /// let rule = Roster.Conversion(
  ///   of: Measure("preferred shares", in: .share), into: .shares, when: .exited)
  /// ```
  public struct Conversion: Hashable, Codable, Sendable {
    /// The measure that the household had.
    public let measure: Measure
    /// The measure that it has from then on instead.
    public let other: Measure
    /// The quantity of the other measure that it has for each unit.
    public let rate: Ratio
    /// The status that brings it about.
    public let status: Status

    /// States a rule.
    ///
    /// - Parameters:
    ///   - measure: What the household had.
    ///   - other: What it has from then on instead.
    ///   - rate: How much of the other it has for each unit, to the thousandth below.
    ///   - status: The status that brings it about.
    /// - Precondition: The measures differ and the rate is zero or more.
    public init(
      of measure: Measure,
      into other: Measure,
      at rate: Ratio = .whole,
      when status: Status
    ) {
      self.measure = measure
      self.other = other
      self.rate = rate
      self.status = status
      if let problem { stop(problem) }
    }
  }
}

extension Roster.Conversion {
  /// The reason that the rule is impossible, or `nil`.
  private var problem: String? {
    if measure == other { return "\(measure) cannot become \(other); it is the same." }
    return rate < .zero ? "A rate of \(rate) is below zero." : nil
  }

  private enum CodingKeys: CodingKey { case measure, other, rate, status }

  /// Decodes a rule, refusing what ``init(of:into:at:when:)`` would.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    measure = try container.decode(Measure.self, forKey: .measure)
    other = try container.decode(Measure.self, forKey: .other)
    rate = try container.decode(Ratio.self, forKey: .rate)
    status = try container.decode(Status.self, forKey: .status)
    try decoder.refuse(problem)
  }
}

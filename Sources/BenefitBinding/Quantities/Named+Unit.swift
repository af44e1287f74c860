/// A word of an open vocabulary that says what it is counted in: a measure, a good.
public protocol NamedInUnit: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The name, as it is printed and stored.
  var name: String { get }

  /// The unit in which every quantity under the name is counted.
  var unit: Quantity.Unit { get }

  /// Creates a word.
  ///
  /// - Precondition: The name is one line and not empty.
  init(_ name: String, in unit: Quantity.Unit)
}

private enum CodingKeys: CodingKey { case name, unit }

extension NamedInUnit {
  /// The name.
  public var description: String { name }

  /// Decodes the name and the unit.
  ///
  /// - Throws: `DecodingError` where the name is empty or holds a line break.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.name("\(Self.self)", forKey: .name)
    self.init(name, in: try container.decode(Quantity.Unit.self, forKey: .unit))
  }

  /// Encodes the name and the unit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(unit, forKey: .unit)
  }

  /// The name of a new word, which must be one line.
  static func checked(_ name: String) -> String {
    if let problem = OneLine.problem(with: name, of: "\(Self.self)") {
      stop(problem)
    }
    return name
  }
}

import BenefitBinding

extension JSONNode {
  /// A mistake in the value, with its line, column and path.
  func mistakes(_ error: BenefitError) -> Mistakes {
    let places = value.position.places + [.path(codingPath)].compactMap(\.self)
    return Mistakes(error.within(places), at: value.position)
  }

  /// The mistake of a value of another kind than is asked for.
  func unexpected(_ wanted: BenefitError.Wanted) -> Mistakes {
    mistakes(.unexpected(value.words, wanted))
  }

  /// The mistake of an object without a name that is asked for.
  func lacks(_ name: String) -> Mistakes {
    guard case .object(let object) = value.content else { return unexpected(.object) }
    return mistakes(.lacking(name, among: object.members.map(\.name)))
  }

  /// The mistakes that an error reports.
  func mistakes<Value>(of error: any Error, _ type: Value.Type) -> Mistakes {
    let context: DecodingError.Context
    switch error {
    case let mistakes as Mistakes: return mistakes
    case let error as BenefitError: return mistakes(error.quoting(value))
    // What follows from a definition that cannot be read is told there.
    case DecodingError.dataCorrupted(let found)
    where (found.underlyingError as? BenefitError)?.code == .unreadDefinition:
      return Mistakes()
    case DecodingError.keyNotFound(let key, let found):
      return node(at: found.codingPath).lacks(key.stringValue)
    case DecodingError.dataCorrupted(let found), DecodingError.typeMismatch(_, let found),
      DecodingError.valueNotFound(_, let found):
      context = found
    default: return mistakes(.unusable(value, words: []))
    }
    let node = node(at: context.codingPath)
    if let error = context.underlyingError as? BenefitError {
      return node.mistakes(error.quoting(node.value))
    }
    return node.mistakes(.unusable(node.value, words: node === self ? Self.words(of: type) : []))
  }

  /// The part at a path, or the last one on the way there.
  func node(at path: [any CodingKey]) -> JSONNode {
    var node = self
    for key in path.dropFirst(codingPath.count) {
      switch node.value.content {
      case .object(let object):
        guard let member = object[key.stringValue] else { return node }
        node = node.part(member.value, key)
      case .list(let values):
        guard let index = key.intValue, values.indices.contains(index) else { return node }
        node = node.part(values[index], key)
      default: return node
      }
    }
    return node
  }

  /// The words that a type of words has.
  static func words<Value>(of type: Value.Type) -> [String] {
    guard let type = type as? any CaseIterable.Type else { return [] }
    func words<Words: CaseIterable>(_ type: Words.Type) -> [String] {
      type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    }
    return words(type)
  }
}

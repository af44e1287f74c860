import BenefitBinding

/// A value as types decode themselves from it; it notes the names that they ask for.
final class JSONNode: StrangerFinding {
  let value: JSONValue
  let codingPath: [any CodingKey]
  let userInfo: [CodingUserInfoKey: Any]

  /// The names that were asked for, in their order.
  private var asked: [String: Int] = [:]
  /// The names that each kind of key has that was asked by.
  private var namesOfKeys: [(String) -> Bool] = []
  /// The values of a list that were read.
  private var countRead: Int?
  /// The parts that were decoded from by hand.
  private var opened: [JSONNode] = []

  init(_ value: JSONValue, _ codingPath: [any CodingKey], _ userInfo: [CodingUserInfoKey: Any]) {
    self.value = value
    self.codingPath = codingPath
    self.userInfo = userInfo
  }

  /// Decodes a value and finds all that is wrong with it.
  func whole<Value: Decodable>(_ type: Value.Type) throws(Mistakes) -> Value {
    let result = Result { try make(type) }
    var mistakes = Mistakes()
    if case .failure(let error) = result { mistakes = self.mistakes(of: error, type) }
    addUnread(to: &mistakes, isWhole: mistakes.isEmpty)
    guard mistakes.isEmpty, case .success(let value) = result else { throw mistakes }
    return value
  }

  /// Decodes a value, which may be one of several that this one is decoded as.
  func make<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let own = type as? any JSONDecodable.Type, let value = try own.init(of: self) as? Value {
      return value
    }
    return try Value(from: self)
  }

  func part(_ value: JSONValue, _ key: any CodingKey) -> JSONNode {
    JSONNode(value, codingPath + [key], userInfo)
  }

  /// A part that stays open until this one is decoded.
  func opened(_ part: JSONNode) -> JSONNode {
    opened.append(part)
    return part
  }

  /// Notes that a name is asked for.
  func ask(for name: String) {
    if asked[name] == nil { asked[name] = asked.count }
  }

  /// Notes that values of a list up to a position were read.
  func read(_ count: Int) { countRead = max(count, countRead ?? 0) }
}

// MARK: - Containers

extension JSONNode {
  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let object) = value.content else { throw unexpected(.object) }
    namesOfKeys.append { Key(stringValue: $0) != nil }
    return KeyedDecodingContainer(KeyedJSON(node: self, object: object))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = value.content else { throw unexpected(.list) }
    read(0)
    return UnkeyedJSON(node: self, values: values)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { SingleJSON(node: self) }
}

// MARK: - Mistakes

extension JSONNode {
  /// The line, the column and the path of the value.
  private func mistake(_ error: BenefitError, missing: String? = nil) -> Mistakes.Mistake {
    let places = value.position.places + [.path(codingPath)].compactMap(\.self)
    return .init(position: value.position, error: error.within(places), missing: missing)
  }

  /// The mistake of a value of another kind than is asked for.
  func unexpected(_ wanted: BenefitError.Wanted) -> Mistakes {
    Mistakes(mistake(.unexpected(value.words, wanted)))
  }

  /// A mistake in the value.
  func mistakes(_ error: BenefitError) -> Mistakes { Mistakes(mistake(error)) }

  /// The mistake of an object without a name that is asked for.
  func lacks(_ name: String) -> Mistakes {
    guard case .object(let object) = value.content else { return unexpected(.object) }
    let error = BenefitError.lacking(name, among: object.members.map(\.name))
    return Mistakes(mistake(error, missing: name))
  }

  /// The mistakes that an error reports.
  private func mistakes<Value>(of error: any Error, _ type: Value.Type) -> Mistakes {
    let context: DecodingError.Context
    switch error {
    case let mistakes as Mistakes: return mistakes
    case let error as BenefitError: return mistakes(error.quoting(value))
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
  private func node(at path: [any CodingKey]) -> JSONNode {
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
  private static func words<Value>(of type: Value.Type) -> [String] {
    guard let type = type as? any CaseIterable.Type else { return [] }
    func words<Words: CaseIterable>(_ type: Words.Type) -> [String] {
      type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    }
    return words(type)
  }

  /// Adds what nobody asked for.
  ///
  /// - Parameters:
  ///   - mistakes: The mistakes in the value.
  ///   - isWhole: True if the value was decoded to its end; else a name may be one that was still to be asked for.
  private func addUnread(to mistakes: inout Mistakes, isWhole: Bool) {
    for part in opened { part.addUnread(to: &mistakes, isWhole: isWhole) }
    if isWhole, let countRead, case .list(let values) = value.content, countRead < values.count {
      let part = part(values[countRead], JSONKey(countRead))
      mistakes.add(part.mistakes(.tooMany(countRead)))
    }
    guard !namesOfKeys.isEmpty, case .object(let object) = value.content else { return }
    let known = asked.sorted { $0.value < $1.value }.map(\.key)
    let unused = known.filter { object[$0] == nil }
    for member in object.members where asked[member.name] == nil {
      if !isWhole && namesOfKeys.contains(where: { $0(member.name) }) { continue }
      let meant = member.name.nearest(in: unused)
      if let meant { mistakes.remove(missing: meant, at: value.position) }
      let node = part(.init(content: .null, position: member.position), JSONKey(member.name))
      mistakes.add(node.mistakes(.stranger(meant: meant, known: isWhole ? known : [])))
    }
  }
}

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
  /// The mistakes with which the value can be decoded as far as it goes.
  private var mistakes = Mistakes()
  /// True if one of many could not be decoded.
  private var isShortened = false
  var isPartial: Bool { isShortened || opened.contains(where: \.isPartial) }
  /// True of what stands in for a part, in which nothing stands in for another.
  private let isStandIn: Bool

  init(
    _ value: JSONValue,
    _ codingPath: [any CodingKey],
    _ userInfo: [CodingUserInfoKey: Any],
    isStandIn: Bool = false
  ) {
    self.value = value
    self.codingPath = codingPath
    self.userInfo = userInfo
    self.isStandIn = isStandIn
  }

  /// Decodes a value and finds all that is wrong with it, which need not keep it from being decoded.
  func read<Value: Decodable>(_ type: Value.Type) -> (value: Value?, mistakes: Mistakes) {
    do {
      let value = try make(type)
      addUnread(isWhole: true)
      return (value, mistakes)
    } catch {
      // What is wrong with a value as a whole may follow from what it was made without.
      if !isPartial || error is Mistakes { mistakes.add(self.mistakes(of: error, type)) }
      addUnread(isWhole: false)
      return (nil, mistakes)
    }
  }

  /// Decodes a part of the value and goes on, with what is wrong with the part noted, where it can be decoded.
  func read<Part: Decodable>(_ type: Part.Type, from part: JSONNode) throws(Mistakes) -> Part {
    let (value, mistakes) = part.read(type)
    guard let value else { throw mistakes }
    self.mistakes.add(mistakes)
    isShortened = isShortened || part.isPartial
    return value
  }

  /// Decodes a member of the object; where it cannot be decoded or is missing, something stands in for it, so that the
  /// members after it are read too.
  func read<Part: Decodable>(
    _ type: Part.Type,
    under key: any CodingKey,
    of object: JSONObject
  ) throws(Mistakes) -> Part {
    ask(for: key.stringValue)
    let member = object[key.stringValue] ?? misspelt(key.stringValue)
    let mistakes: Mistakes
    if let member {
      do throws(Mistakes) { return try read(type, from: part(member.value, key)) } catch {
        mistakes = error
      }
    } else {
      mistakes = lacks(key.stringValue)
    }
    guard let standIn = standIn(for: type, under: key) else { throw mistakes }
    self.mistakes.add(mistakes)
    isShortened = true
    return standIn
  }

  /// The plainest value of a type, or `nil` where none is plain; whatever is made of it is not kept.
  private func standIn<Part: Decodable>(for type: Part.Type, under key: any CodingKey) -> Part? {
    if isStandIn { return nil }
    for content in Self.words(of: type).prefix(1).map(JSONValue.Content.text) + Self.standIns {
      let plain = JSONValue(content: content, position: value.position)
      let node = JSONNode(plain, codingPath + [key], userInfo, isStandIn: true)
      let (value, mistakes) = node.read(type)
      if let value, mistakes.isEmpty { return value }
    }
    return nil
  }

  /// The plainest values of most types: amounts and names, rates, quantities, conditions, keys, days, roundings and so on.
  private static let standIns: [JSONValue.Content] =
    ["0", "0%", "1 household", "persons", "always", "2000-01-01", "down to fen"].map { .text($0) }
    + [.number("1"), .bool(false), .list([]), .object(JSONObject())]

  /// Decodes values of one type, those of them that can be decoded.
  func parts<Part: Decodable>(_ parts: [JSONNode], as type: Part.Type) -> [Part?] {
    parts.map { part in
      do throws(Mistakes) {
        return try read(type, from: part)
      } catch {
        mistakes.add(error)
        isShortened = true
        return nil
      }
    }
  }

  /// Decodes a value, which may be one of several that this one is decoded as.
  func make<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let own = type as? any JSONDecodable.Type, let value = try own.init(of: self) as? Value {
      return value
    }
    return try Value(from: self)
  }

  /// Decodes a value as a whole or not at all, so that a type may try another one in its place.
  func makeWhole<Value: Decodable>(_ type: Value.Type) throws -> Value {
    var noted = (mistakes, isShortened)
    (mistakes, isShortened) = (Mistakes(), false)
    defer { (mistakes, isShortened) = noted }
    do {
      let value = try make(type)
      if isShortened { throw Mistakes() }
      noted.0.add(mistakes)
      return value
    } catch let error as Mistakes {
      mistakes.add(error)
      throw mistakes
    }
  }

  func part(_ value: JSONValue, _ key: any CodingKey) -> JSONNode {
    JSONNode(value, codingPath + [key], userInfo, isStandIn: isStandIn)
  }

  /// Notes a mistake in a part, without which the value is decoded on.
  func refuse(_ error: BenefitError, at keys: [any CodingKey]) {
    let part = node(at: codingPath + keys)
    mistakes.add(part.mistakes(error.quoting(part.value)))
    isShortened = true
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

// MARK: - Names and values that nobody asks for

extension JSONNode {
  /// The member that a name was meant for which is not there, with its own name noted as a mistake.
  func misspelt(_ name: String) -> JSONObject.Member? {
    guard case .object(let object) = value.content,
      let member = object.members.first(where: {
        !isKnown($0.name) && nearest(to: $0.name, among: [name]) != nil
      })
    else { return nil }
    ask(for: member.name)
    mistakes.add(stranger(member, .write(name)))
    return member
  }

  /// True if a name was asked for, or belongs to those that one could have asked by.
  private func isKnown(_ name: String) -> Bool {
    asked[name] != nil || namesOfKeys.contains { $0(name) }
  }

  private func stranger(_ member: JSONObject.Member, _ advice: Phrase) -> Mistakes {
    part(JSONValue(content: .null, position: member.position), AnyKey(member.name))
      .mistakes(.stranger(advice))
  }

  /// Adds what nobody asked for.
  ///
  /// - Parameter isWhole: True if the value was decoded to its end; else a name may be one that was still to be asked
  ///   for.
  private func addUnread(isWhole: Bool) {
    for part in opened {
      part.addUnread(isWhole: isWhole)
      mistakes.add(part.mistakes)
    }
    if isWhole, let countRead, case .list(let values) = value.content, countRead < values.count {
      let part = part(values[countRead], AnyKey(countRead))
      mistakes.add(part.mistakes(.tooMany(countRead)))
    }
    guard !namesOfKeys.isEmpty, case .object(let object) = value.content else { return }
    let names = asked.sorted { $0.value < $1.value }.map(\.key)
    for member in object.members where isWhole ? asked[member.name] == nil : !isKnown(member.name) {
      let meant = nearest(to: member.name, among: names.filter { object[$0] == nil })
      mistakes.add(stranger(member, meant.map(Phrase.write) ?? .oneOf(isWhole ? names : [])))
    }
  }
}

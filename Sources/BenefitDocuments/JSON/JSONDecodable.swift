import BenefitBinding

/// A type that a value of a JSON text is read as without a decoder between.
protocol JSONDecodable: Decodable {
  init(of node: JSONNode) throws
}

extension Bool: JSONDecodable {
  init(of node: JSONNode) throws {
    guard case .bool(let value) = node.value.content else { throw node.unexpected(.bool) }
    self = value
  }
}

extension String: JSONDecodable {
  init(of node: JSONNode) throws {
    switch node.value.content {
    // Amounts are texts, and are as exact without their quotes.
    case .text(let text), .number(let text): self = text
    default: throw node.unexpected(.text)
    }
  }
}

// MARK: - Numbers

extension JSONDecodable where Self: FixedWidthInteger {
  init(of node: JSONNode) throws {
    guard case .number(let text) = node.value.content,
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || "0"..."9" ~= $0 })
    else { throw node.unexpected(.wholeNumber) }
    guard let value = Self(text) else {
      throw node.mistakes(.outOfRange(node.value, "\(Self.min)", "\(Self.max)"))
    }
    self = value
  }
}

extension JSONDecodable where Self: LosslessStringConvertible & BinaryFloatingPoint {
  init(of node: JSONNode) throws {
    guard case .number(let text) = node.value.content, let value = Self(text), value.isFinite
    else { throw node.unexpected(.number) }
    self = value
  }
}

extension Int: JSONDecodable {}
extension Int8: JSONDecodable {}
extension Int16: JSONDecodable {}
extension Int32: JSONDecodable {}
extension Int64: JSONDecodable {}
extension UInt: JSONDecodable {}
extension UInt8: JSONDecodable {}
extension UInt16: JSONDecodable {}
extension UInt32: JSONDecodable {}
extension UInt64: JSONDecodable {}
extension Double: JSONDecodable {}
extension Float: JSONDecodable {}

// MARK: - Lists

// Whatever is wrong in one of many does not keep the others from being read.
extension Array: JSONDecodable where Element: Decodable {
  init(of node: JSONNode) throws {
    guard case .list(let values) = node.value.content else { throw node.unexpected(.list) }
    let parts = values.enumerated().map { node.part($1, AnyKey($0)) }
    self = node.parts(parts, as: Element.self).compactMap(\.self)
  }
}

extension Dictionary: JSONDecodable where Key == String, Value: Decodable {
  init(of node: JSONNode) throws {
    guard case .object(let object) = node.value.content else { throw node.unexpected(.object) }
    let parts = object.members.map { node.part($0.value, AnyKey($0.name)) }
    self.init()
    for (member, value) in zip(object.members, node.parts(parts, as: Value.self)) {
      self[member.name] = value
    }
  }
}

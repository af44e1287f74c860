/// An element of a page that was read strictly: every element is closed and every value of an attribute is quoted.
struct PageTree {
  let name: String
  let attributes: [String: String]
  var children: [Child] = []

  enum Child {
    case element(PageTree)
    case text(String)
  }

  struct Malformed: Error {
    let near: String
  }

  /// The element and all in it, from the outside inwards.
  var all: [PageTree] { [self] + children.flatMap(\.all) }

  /// The text with all elements in it.
  var text: String { children.map(\.text).joined() }

  /// The texts in it one by one, but for those of some elements.
  func texts(but left: Set<String> = []) -> [String] {
    children.flatMap { child in
      switch child {
      case .element(let element): left.contains(element.name) ? [] : element.texts(but: left)
      case .text(let text): [text]
      }
    }
  }

  func all(_ name: String) -> [PageTree] { all.filter { $0.name == name } }

  /// The text of each cell of a table, row by row.
  var rows: [[String]] {
    all("tr").map { row in row.all.filter { ["th", "td"].contains($0.name) }.map(\.text) }
  }

  /// Reads a page.
  static func read(_ page: String) throws -> Self {
    var open = [PageTree(name: "page", attributes: [:])]
    // Each piece is a tag and the text after it.
    for piece in page.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      var malformed: Malformed { Malformed(near: String(piece.prefix(80))) }
      guard let end = piece.firstIndex(of: ">") else { throw malformed }
      let (tag, text) = (piece[..<end], String(piece[piece.index(after: end)...]))
      if tag.first == "/" {
        guard open.count > 1, tag.dropFirst() == open[open.count - 1].name else { throw malformed }
        let closed = open.removeLast()
        open[open.count - 1].children.append(.element(closed))
      } else if tag != "!DOCTYPE html" {
        let isEmpty = tag.last == "/"
        let name = tag.prefix { $0.isLetter || $0.isNumber }
        let element = PageTree(
          name: String(name),
          attributes: try attributes(tag[name.endIndex...].dropLast(isEmpty ? 1 : 0))
        )
        if isEmpty {
          open[open.count - 1].children.append(.element(element))
        } else {
          open.append(element)
        }
      }
      if text.contains(">") && open[open.count - 1].name != "style" { throw malformed }
      if !text.isEmpty { open[open.count - 1].children.append(.text(try unescaped(text))) }
    }
    guard open.count == 1 else { throw Malformed(near: "\(open.map(\.name))") }
    return open[0]
  }

  /// Reads attributes, each after a space and with its value in quotation marks.
  private static func attributes(_ text: Substring) throws -> [String: String] {
    if text.isEmpty { return [:] }
    let malformed = Malformed(near: String(text))
    // The name of each stands before a mark, and its value behind that.
    let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard pieces.count % 2 == 1, pieces.last == "" else { throw malformed }
    let pairs = try stride(from: 0, to: pieces.count - 1, by: 2).map { index in
      let name = pieces[index]
      guard name.first == " ", name.last == "=",
        name.dropFirst().dropLast().allSatisfy({ $0.isLetter || $0 == "-" })
      else { throw malformed }
      return (String(name.dropFirst().dropLast()), try unescaped(String(pieces[index + 1])))
    }
    return try Dictionary(pairs) { _, _ in throw malformed }
  }

  private static func unescaped(_ text: String) throws -> String {
    let names = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&amp;": "&"]
    if !text.contains("&") { return text }
    return try text.replacing(/&[^;]*;?/) { match in
      guard let character = names[String(match.output)] else { throw Malformed(near: text) }
      return character
    }
  }
}

extension PageTree.Child {
  fileprivate var all: [PageTree] {
    if case .element(let element) = self { element.all } else { [] }
  }

  fileprivate var text: String {
    switch self {
    case .element(let element): element.text
    case .text(let text): text
    }
  }
}

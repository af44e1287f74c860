package import BenefitBinding

/// What the command line asks for.
package struct Options {
  package private(set) var language = Language.english

  /// The folder that files are written into, or `nil` where none are.
  package private(set) var folder: String?

  /// What to write on the command line.
  package static let usage =
    "Usage: OrdosProgramme [--language LANGUAGE] [--out FOLDER], where LANGUAGE is one of "
    + Language.allCases.map(\.rawValue).joined(separator: ", ") + "."

  /// Reads options in any order; `nil` where one is unknown or lacks its value.
  package init?(_ arguments: some Sequence<String>) {
    var arguments = arguments.makeIterator()
    while let option = arguments.next() {
      guard let value = arguments.next() else { return nil }
      switch option {
      case "--language":
        guard let language = Language(rawValue: value) else { return nil }
        self.language = language
      case "--out": folder = value
      default: return nil
      }
    }
  }
}

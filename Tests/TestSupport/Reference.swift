import Foundation

/// A file of expected values, which names its sources.
package struct Reference<Inputs: Decodable, Expected: Decodable>: Decodable {
  package var inputs: Inputs
  package var expected: Expected
}

/// Reads a file of expected values.
package func reference<File: Decodable>(_ name: String) throws -> File {
  let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Reference")
  guard let url else { throw CocoaError(.fileNoSuchFile) }
  return try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
}

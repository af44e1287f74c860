import Foundation
import PublishedSchemes

/// Writes the pages of the published schemes into `Docs`, or with `--html FOLDER` one page of all into a folder.
@main
struct Program {
  static func main() throws {
    let atlas = try Atlas()
    switch Array(CommandLine.arguments.dropFirst()) {
    case []:
      let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Docs")
      // A case that is gone takes its page along.
      let folder = docs.appending(path: Atlas.folder)
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (path, text) in atlas.documents {
        try text.write(to: docs.appending(path: path), atomically: true, encoding: .utf8)
      }
    case let arguments where arguments.count == 2 && arguments[0] == "--html":
      let folder = URL(filePath: arguments[1])
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let page = folder.appending(path: "index.html")
      try atlas.gallery.write(to: page, atomically: true, encoding: .utf8)
    default:
      print("Usage: swift run Atlas [--html FOLDER]")
      exit(64)
    }
  }
}

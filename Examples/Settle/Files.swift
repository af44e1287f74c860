import BenefitTables
import FoundationEssentials

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file that cannot be read or written, or does not hold what is asked of it.
struct FileError: Error {
  let text: String
  /// What the program ends with.
  let code: Int32

  init(_ text: String, code: Int32 = 3) {
    self.text = text
    self.code = code
  }
}

/// Reads files whole, and writes them whole or not at all.
enum Files {
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    if isFolder(path) { throw FileError("\(path) cannot be read: it is a folder.") }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw FileError("\(path) cannot be read: \(reason(of: error)).")
    }
  }

  /// Reads a table, in GB 18030 where it is no UTF-8.
  static func readTable(_ path: String) throws(FileError) -> (
    bytes: [UInt8], encoding: TextEncoding
  ) {
    let bytes = try read(path)
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    return (bytes, isUTF8 ? .utf8 : .gb18030)
  }

  /// Writes files into a folder, which is made where there is none.
  ///
  /// All are written under other names before any takes its own, so that a disk that fills leaves what was there.
  ///
  /// - Parameters:
  ///   - files: The files by their names.
  ///   - path: The folder.
  ///   - isOfRun: True of the name of a file that only a run before can have left, which is removed.
  /// - Throws: ``FileError`` where one cannot be written.
  static func write(
    _ files: [(name: String, bytes: [UInt8])],
    to path: String,
    replacing isOfRun: (String) -> Bool = { _ in false }
  ) throws(FileError) {
    let folder = URL(filePath: path)
    var written: [(from: String, to: String)] = []
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, bytes) in files {
        let draft = folder.appending(path: ".\(name).draft")
        written.append((draft.path, folder.appending(path: name).path))
        try Data(bytes).write(to: draft)
      }
      for (_, file) in written where isFolder(file) {
        throw FileError("\(file) cannot be written: a folder of this name is there.")
      }
      for name in try FileManager.default.contentsOfDirectory(atPath: path)
      where isOfRun(name) && !files.contains(where: { $0.name == name }) {
        try FileManager.default.removeItem(at: folder.appending(path: name))
      }
      for (draft, file) in written {
        guard unsafe rename(draft, file) == 0 else { throw CocoaError(.fileWriteUnknown) }
      }
    } catch {
      for (draft, _) in written { try? FileManager.default.removeItem(atPath: draft) }
      throw error as? FileError ?? FileError("\(path) cannot be written: \(reason(of: error)).")
    }
  }

  static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func reason(of error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such file or folder"
    case .fileReadNoPermission, .fileWriteNoPermission: "it is not allowed"
    case .fileWriteOutOfSpace: "the disk is full"
    case .fileWriteVolumeReadOnly: "the disk is read-only"
    case .fileWriteFileExists: "a file of this name is there"
    default: "the system does not let it"
    }
  }
}

/// Writes a text to standard error.
func complain(_ text: String) {
  unsafe Array(text.utf8).withUnsafeBytes { bytes in
    _ = unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count)
  }
}

/// Tells whoever waits at a terminal what goes on.
func report(_ progress: String) {
  if isatty(STDERR_FILENO) == 1 { complain(progress + "\n") }
}

import BenefitBinding
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
  let text: Phrase
  /// What the program ends with.
  let code: Int32

  init(_ english: String, _ chinese: String, code: Int32 = 3) {
    text = Phrase(en: english, zh: chinese)
    self.code = code
  }
}

/// Reads files whole, and writes them whole or not at all.
enum Files {
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    if isFolder(path) {
      throw FileError("\(path) cannot be read: it is a folder.", "无法读取 \(path)：这是一个文件夹。")
    }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      let reason = reason(of: error)
      throw FileError("\(path) cannot be read: \(reason).", "无法读取 \(path)：\(reason.chinese)。")
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
        throw FileError(
          "\(file) cannot be written: a folder of this name is there.",
          "无法写入 \(file)：已有同名文件夹。"
        )
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
      let reason = reason(of: error)
      throw error as? FileError
        ?? FileError("\(path) cannot be written: \(reason).", "无法写入 \(path)：\(reason.chinese)。")
    }
  }

  static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func reason(of error: any Error) -> Phrase {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile:
      Phrase(en: "there is no such file or folder", zh: "没有这个文件或文件夹")
    case .fileReadNoPermission, .fileWriteNoPermission:
      Phrase(en: "it is not allowed", zh: "没有权限")
    case .fileWriteOutOfSpace: Phrase(en: "the disk is full", zh: "磁盘已满")
    case .fileWriteVolumeReadOnly: Phrase(en: "the disk is read-only", zh: "磁盘只读")
    case .fileWriteFileExists: Phrase(en: "a file of this name is there", zh: "已有同名文件")
    default: Phrase(en: "the system does not let it", zh: "系统不允许")
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

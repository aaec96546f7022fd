import Foundation

/// Whole files, in and out.
enum Files {
  /// The bytes of a file; `-` is standard input.
  static func read(_ path: String) throws(EvaluationError) -> [UInt8] {
    let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let handle, let data = try? handle.readToEnd() ?? Data() else {
      throw EvaluationError(.cannotOpen, "打不开文件“\(path)”；请看路径写得对不对、有没有读的权限")
    }
    return Array(data)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(EvaluationError) {
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw EvaluationError(.cannotWrite, "写不了文件“\(path)”；请看文件夹在不在、有没有写的权限")
    }
  }

  /// The lines of a text without their ends (LF or CRLF) and without a byte order mark.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return body.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }
}

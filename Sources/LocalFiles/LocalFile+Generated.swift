#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension LocalFile {
  /// Writes a file that a program makes, whole or not at all, in place of one that it made before.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: Where; the folder must be there.
  ///   - beginning: How files of the kind begin. What begins otherwise was made by somebody else and stays.
  /// - Throws: ``FileError``; `exists` where something else is there. Nothing is changed then.
  package static func generate(
    _ bytes: [UInt8],
    at path: String,
    beginning: String
  ) throws(FileError) {
    guard exists(path) else { return try create(bytes, at: path) }
    guard begins(path, with: Array(beginning.utf8)) else {
      throw FileError(path: path, reason: .exists)
    }
    let beside = "\(path).alta-\(getpid())"
    try create(bytes, at: beside)
    guard unsafe rename(beside, path) == 0 else {
      let number = errno
      unsafe unlink(beside)
      throw FileError(path: path, errno: number)
    }
  }

  /// Whether an ordinary file begins with these bytes.
  private static func begins(_ path: String, with beginning: [UInt8]) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return false
    }
    let start = unsafe [UInt8](unsafeUninitializedCapacity: beginning.count) { room, filled in
      filled = max(0, unsafe read(descriptor, room.baseAddress, beginning.count))
    }
    return start == beginning
  }
}

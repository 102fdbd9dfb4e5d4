#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that is read more than once; closed when its last owner goes.
///
/// What cannot be read twice, a pipe for example, is copied to a file without a name first.
package final class InputFile {
  /// The path as the person named it; `-` for standard input.
  package let path: String
  /// The number of bytes.
  package let size: Int
  /// The descriptor, whose position is that of the next read.
  package let descriptor: Int32
  private let modified: Stamp

  private struct Stamp: Equatable {
    var size = 0
    var seconds = 0
    var nanoseconds = 0
  }

  /// The most bytes of a row; a pipe that gives so many without a line break gives no rows.
  private static let longestRow = 8 << 20

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: ``FileError``; `tooLarge` for a pipe or a device that gives no lines.
  package init(_ path: String) throws(FileError) {
    self.path = path
    let opened = path == "-" ? dup(0) : unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw FileError(path: path, errno: errno) }
    // Opened without blocking, so that a named pipe which nobody writes to cannot hang alta.
    let flags = fcntl(opened, F_GETFL)
    if path != "-" { _ = fcntl(opened, F_SETFL, flags & ~O_NONBLOCK) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      let reason = errno
      close(opened)
      throw FileError(path: path, errno: reason)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: descriptor = opened
    case S_IFDIR:
      close(opened)
      throw FileError(path: path, reason: .isFolder)
    default:
      defer { close(opened) }
      descriptor = try InputFile.copy(of: opened, path: path)
      _ = unsafe fstat(descriptor, &status)
    }
    modified = InputFile.stamp(status)
    size = modified.size
    // Whoever handed the descriptor on may have read from it.
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  /// How many bytes were read.
  package var position: Int { Int(lseek(descriptor, 0, SEEK_CUR)) }

  /// Goes back to the first byte.
  package func rewind() { lseek(descriptor, 0, SEEK_SET) }

  /// Whether somebody wrote to the file since it was opened.
  package var hasChanged: Bool {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return true }
    return InputFile.stamp(status) != modified
  }

  private static func stamp(_ status: stat) -> Stamp {
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    return Stamp(size: Int(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }

  /// Copies all that a descriptor gives to a file that has no name any more.
  private static func copy(of source: Int32, path: String) throws(FileError) -> Int32 {
    var folder = "/tmp"
    if let named = unsafe getenv("TMPDIR") {
      let text = unsafe String(cString: named)
      if text.hasPrefix("/") { folder = text }
    }
    var template = Array("\(folder)/alta-XXXXXX".utf8CString)
    let target = unsafe template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return Int32(-1) }
      let made = unsafe mkstemp(start)
      if made >= 0 { unsafe unlink(start) }
      return made
    }
    guard target >= 0 else { throw FileError(path: folder, errno: errno) }
    _ = fcntl(target, F_SETFD, FD_CLOEXEC)
    do throws(FileError) {
      try copyAll(from: source, to: target, path: path, folder: folder)
      return target
    } catch {
      close(target)
      throw error
    }
  }

  private static func copyAll(
    from source: Int32,
    to target: Int32,
    path: String,
    folder: String
  ) throws(FileError) {
    var piece = [UInt8](repeating: 0, count: 1 << 17)
    var total = 0
    var hasLines = false
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { piece in
        unsafe read(source, piece.baseAddress, piece.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var waiting = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
          _ = unsafe poll(&waiting, 1, -1)
          continue
        }
        throw FileError(path: path, errno: errno)
      }
      guard count > 0 else { return }
      // A compressed file has no lines until it is unpacked.
      if total == 0 { hasLines = piece.starts(with: [0x1F, 0x8B]) }
      hasLines = hasLines || piece[..<count].contains { $0 == 0x0A || $0 == 0x0D }
      total += count
      guard hasLines || total <= longestRow else {
        throw FileError(path: path, reason: .tooLarge(limit: longestRow))
      }
      var written = 0
      while written < count {
        let put = unsafe piece.withUnsafeBytes { piece in
          unsafe write(target, piece.baseAddress.map { unsafe $0 + written }, count - written)
        }
        if put < 0 && errno == EINTR { continue }
        guard put > 0 else { throw FileError(path: folder, errno: errno) }
        written += put
      }
    }
  }
}

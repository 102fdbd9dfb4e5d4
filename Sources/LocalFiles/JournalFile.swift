#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that one process adds lines to, of which only the last whole one counts.
///
/// What was added survives the end of the process, whatever ends it: a line is one call of `write`, and
/// a beginning of a line that a full disk left behind is passed over. It is not forced to the disk, so
/// after a power cut it may be gone. While the process holds the file, it is locked against others.
///
/// - SeeAlso: flock(2).
package final class JournalFile {
  private var descriptor: Int32
  private let path: String
  /// The folders that were made for the file, outermost first.
  private let madeFolders: [String]
  private var size = 0

  /// Longer, and the file begins anew with the next line.
  private static let longest = 4_194_304

  /// Opens a journal for adding lines, with the folders that it needs.
  ///
  /// - Parameter path: An absolute path; a file that is there already goes on.
  /// - Throws: ``FileError``; `exists` where another process holds it.
  package init(at path: String) throws(FileError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    madeFolders = LocalFile.makeFolders(folder)
    self.path = path
    descriptor = try JournalFile.opened(path)
    size = Int(lseek(descriptor, 0, SEEK_END))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private static func opened(_ path: String) throws(FileError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw FileError(path: path, reason: .exists)
    }
    return descriptor
  }

  /// Adds a line, after which it is the one that counts.
  ///
  /// - Parameter line: The line without a line feed.
  /// - Throws: ``FileError``; the line before still counts then.
  package func add(_ line: [UInt8]) throws(FileError) {
    if size > JournalFile.longest { try beginAnew() }
    let bytes = line + [0x0A]
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress, buffer.count)
    }
    guard count == bytes.count else {
      let failure = FileError(path: path, errno: count < 0 ? errno : ENOSPC)
      if count > 0 { _ = ftruncate(descriptor, off_t(size)) }
      throw failure
    }
    size += count
  }

  /// Puts an empty file in the place of one that has grown long.
  ///
  /// The old one is there until the next line is: it is renamed, and removed afterwards.
  private func beginAnew() throws(FileError) {
    let next = path + ".next"
    let new = try JournalFile.opened(next)
    // One may be left over from a process that was killed here.
    _ = ftruncate(new, 0)
    guard let last = try JournalFile.lastLine(of: path) else { return }
    let bytes = last + [0x0A]
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(new, buffer.baseAddress, buffer.count)
    }
    guard count == bytes.count, unsafe rename(next, path) == 0 else {
      let failure = FileError(path: path, errno: errno)
      close(new)
      unsafe unlink(next)
      throw failure
    }
    close(descriptor)
    descriptor = new
    size = count
  }

  /// Removes the file, and the folders that were made for it where nothing else is in them.
  package func remove() {
    guard descriptor >= 0 else { return }
    unsafe unlink(path)
    unsafe unlink(path + ".next")
    close(descriptor)
    descriptor = -1
    for folder in madeFolders.reversed() {
      guard unsafe rmdir(folder) == 0 else { return }
    }
  }

  // MARK: Journals that were left behind

  /// Reads the line that counts.
  ///
  /// - Returns: The last whole line without its line feed; `nil` where there is none.
  /// - Throws: ``FileError``.
  package static func lastLine(of path: String) throws(FileError) -> [UInt8]? {
    let bytes = try LocalFile.bytes(of: path, limit: longest * 4)
    guard let end = bytes.lastIndex(of: 0x0A) else { return nil }
    let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Array(bytes[start..<end])
  }

  /// Whether a process holds the file.
  package static func isHeld(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return true }
    return false
  }

  /// Removes a file that no process holds.
  ///
  /// - Returns: Whether it is gone.
  package static func remove(_ path: String) -> Bool {
    guard !isHeld(path) else { return false }
    return unsafe unlink(path) == 0
  }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension LocalFile {
  /// Writes a file anew, whole or not at all, and only if it still is what was read.
  ///
  /// The new content is written beside the file and takes its place in one step, with the permissions of the
  /// old one; a symbolic link stays one. Who looks sees the old file or the new one, whatever happens.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - path: The file.
  ///   - old: What was read of it.
  /// - Throws: ``FileError``; `changed` where the file is another one now. It is untouched then.
  package static func replace(
    with bytes: [UInt8],
    at path: String,
    from old: [UInt8]
  ) throws(FileError) {
    let target = resolved(path)
    var status = stat()
    guard unsafe stat(target, &status) == 0 else { throw FileError(path: path, errno: errno) }
    let beside = "\(target).alta-\(getpid())"
    try create(bytes, at: beside)
    // Others may read what they could read before.
    _ = unsafe chmod(beside, status.st_mode & 0o7777)
    let current: [UInt8]
    do throws(FileError) {
      current = try LocalFile.bytes(of: target, limit: old.count)
    } catch {
      unsafe unlink(beside)
      if case .tooLarge = error.reason { throw FileError(path: path, reason: .changed) }
      throw error
    }
    guard current == old else {
      unsafe unlink(beside)
      throw FileError(path: path, reason: .changed)
    }
    guard unsafe rename(beside, target) == 0 else {
      let number = errno
      unsafe unlink(beside)
      throw FileError(path: path, errno: number)
    }
    syncFolder(of: target)
  }

  /// The file that a path leads to; the path itself where it leads nowhere.
  private static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}

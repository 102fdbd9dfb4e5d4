#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What tells one state of a file from another without reading it.
///
/// A file that an editor put in place of another has another number, so that is seen even within one tick of
/// the clock.
package struct FileStamp: Hashable, Sendable {
  private let number: UInt64
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at a file; `nil` where nothing is there.
  package init?(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
  }

  /// Looks at the files of a folder whose names end so, by their paths.
  package static func ofFiles(in folder: String, ending: String) -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for name in LocalFile.names(in: folder) where name.hasSuffix(ending) {
      let path = "\(folder)/\(name)"
      stamps[path] = FileStamp(of: path)
    }
    return stamps
  }
}

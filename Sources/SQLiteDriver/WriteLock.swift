import RecordStorage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The right to write, held by one process at a time through a lock on a file of its own.
///
/// SQLite's own waiting is unfair: with eight writers one of them may wait for many seconds. The
/// kernel gives the lock up when the process ends, however it ends.
final class WriteLock {
  private let path: String
  private var descriptor: Int32 = -1

  /// Names the file; nothing is opened yet.
  init(_ path: String) {
    self.path = path
  }

  deinit {
    release()
  }

  /// Takes the lock.
  ///
  /// - Parameter limit: How long to try.
  /// - Throws: ``StoreError``, `busy` after the limit, or why the lock file cannot be opened.
  func take(within limit: Duration) throws(StoreError) {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let opened = unsafe open(path, flags, 0o600)
    guard opened >= 0 else {
      // Who may not make or open the lock may read the store at most.
      throw errno == EACCES ? .readOnly : .opening(path, errno)
    }
    _ = fchmod(opened, 0o600)
    let deadline = uptime() + limit
    var pause: UInt32 = 500
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      guard reason == EWOULDBLOCK || reason == EINTR else {
        close(opened)
        throw .io(code: 0, errno: Int(reason))
      }
      guard uptime() < deadline else {
        close(opened)
        throw .busy(seconds: Int(limit.components.seconds))
      }
      usleep(pause)
      pause = min(pause * 2, 5000)
    }
    descriptor = opened
  }

  /// The time since some moment, whatever the clock on the wall says.
  private func uptime() -> Duration {
    // Not a clock of Swift's: they come with the library for concurrent tasks, which a start would pay for.
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Gives the lock up, if it is held.
  func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}

extension StoreError {
  /// Describes why the system did not open or create a path.
  static func opening(_ path: String, _ errno: Int32) -> StoreError {
    switch errno {
    case ENOSPC, EDQUOT: .full
    case EROFS: .readOnly
    case ELOOP: .cannotOpen(path: path, cause: .symbolicLink)
    case EISDIR: .cannotOpen(path: path, cause: .directory)
    case EEXIST: .cannotOpen(path: path, cause: .exists)
    default: .cannotOpen(path: path, cause: .system(errno: Int(errno)))
    }
  }
}

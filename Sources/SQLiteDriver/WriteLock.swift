import CSQLite
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
///
/// Who waits says so by holding a byte of the file, so that an import, which writes again at once and for
/// long, can let others go first.
final class WriteLock {
  private let path: String
  private var descriptor: Int32 = -1
  /// The open files whose bytes are the rights that this process has.
  private var claims: [Int32] = []

  /// Names the file; nothing is opened yet.
  init(_ path: String) {
    self.path = path
  }

  deinit {
    release()
    for claim in claims { close(claim) }
  }

  /// Whose turn a lock is for.
  enum Turn {
    /// A person, or a script that wrote one registration.
    case single
    /// One of very many transactions of an import.
    case oneOfMany

    /// The byte of the lock file that those hold who wait for such a turn.
    fileprivate var place: Int64 { self == .single ? 1 : 2 }
  }

  /// Whether anybody waits for the lock that is held.
  var isWantedByOthers: Bool {
    descriptor >= 0 && (waits(for: .single, descriptor) || waits(for: .oneOfMany, descriptor))
  }

  private func waits(for turn: Turn, _ file: Int32) -> Bool {
    alta_lock_part(file, Int16(F_WRLCK), off_t(turn.place), 1) == 1
  }

  /// How long an import lets others go first, in milliseconds.
  private static let longestCourtesy = 250

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - limit: How long to try.
  ///   - turn: What for.
  /// - Throws: ``StoreError``, `busy` after the limit, or why the lock file cannot be opened.
  func take(within limit: Duration, for turn: Turn = .single) throws(StoreError) {
    let opened = try openFile()
    let deadline = uptime() + limit
    var pause: UInt32 = 500
    if turn == .oneOfMany {
      var courtesy = 0
      while courtesy < WriteLock.longestCourtesy, waits(for: .single, opened) {
        usleep(1000)
        courtesy += 1
      }
      // Another import that waits looks again within 5 ms.
      if courtesy == 0, waits(for: .oneOfMany, opened) { usleep(6000) }
    }
    var isAnnounced = false
    defer {
      if isAnnounced { _ = alta_lock_part(opened, Int16(F_UNLCK), off_t(turn.place), 0) }
    }
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
      if !isAnnounced {
        isAnnounced = alta_lock_part(opened, Int16(F_RDLCK), off_t(turn.place), 0) == 0
      }
      usleep(pause)
      pause = min(pause * 2, 5000)
    }
    descriptor = opened
  }

  private func openFile() throws(StoreError) -> Int32 {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let opened = unsafe open(path, flags, 0o600)
    guard opened >= 0 else {
      // Who may not make or open the lock may read the store at most.
      throw errno == EACCES ? .readOnly : .opening(path, errno)
    }
    _ = fchmod(opened, 0o600)
    return opened
  }

  /// Takes a right for as long as the process lives; `false` where another one has it.
  ///
  /// Where the system has no locks of parts of a file, everybody has it.
  func claim(_ right: StoreRight) throws(StoreError) -> Bool {
    let opened = try openFile()
    guard alta_lock_part(opened, Int16(F_WRLCK), off_t(right.rawValue), 0) != 1 else {
      close(opened)
      return false
    }
    claims.append(opened)
    return true
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

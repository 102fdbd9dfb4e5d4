import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Learns that a signal asks the program to stop, and leaves stopping to the program.
///
/// Dispositions belong to the whole process, so all values of this type are alike. A first signal is
/// only noted; a second SIGINT or SIGTERM ends the process at once, as if unhandled, but for giving a
/// terminal back that ``RawMode`` holds. Not so a second SIGHUP: a terminal that goes away sends it
/// through the shell as well as by itself.
package struct Signals: Sendable {
  /// Begins to watch for SIGHUP, SIGINT and SIGTERM, and ignores SIGPIPE and SIGXFSZ.
  ///
  /// With the two ignored, writing to a closed pipe or past the size limit fails with an `errno`. A stop
  /// signal that was ignored when the program started (`nohup`, a background job) stays ignored.
  package static func watch() -> Signals {
    // Made before a handler can need it: initialising it is not safe in a handler.
    _ = mailbox.writeEnd
    RawMode.prepare()
    for signal in StopSignal.allCases { watch(signal) }
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
    return Signals()
  }

  /// The first stop signal that came; `nil` while none has.
  package var arrived: StopSignal? {
    StopSignal(rawValue: mailbox.first.load(ordering: .relaxed))
  }

  /// Waits for a stop signal, without using the processor.
  ///
  /// - Parameter milliseconds: How long to wait.
  /// - Returns: The signal; `nil` where none came.
  package func wait(milliseconds: Int32) -> StopSignal? {
    if arrived == nil { waitToRead([wakeUp], milliseconds: milliseconds) }
    return arrived
  }

  /// A descriptor that can be read once a stop signal has come, and from then on.
  var wakeUp: Int32 { mailbox.readEnd }

  private static func watch(_ signal: StopSignal) {
    var action = sigaction()
    guard unsafe sigaction(signal.rawValue, nil, &action) == 0, !action.isIgnoring else { return }
    // Restarted calls keep the signal away from code that does not expect EINTR; waiting for input
    // ends because of the pipe.
    action.sa_flags = Int32(SA_RESTART)
    if signal == .hangup { action.handler = note } else { action.handler = noteOrEnd }
    _ = unsafe sigaction(signal.rawValue, &action, nil)
  }
}

extension sigaction {
  /// What runs when the signal comes; a union's member under a different name on each system.
  var handler: (@convention(c) (Int32) -> Void)? {
    get {
      #if canImport(Glibc)
      unsafe __sigaction_handler.sa_handler
      #elseif canImport(Musl)
      unsafe __sa_handler.sa_handler
      #else
      unsafe __sigaction_u.__sa_handler
      #endif
    }
    set {
      #if canImport(Glibc)
      unsafe __sigaction_handler.sa_handler = newValue
      #elseif canImport(Musl)
      unsafe __sa_handler.sa_handler = newValue
      #else
      unsafe __sigaction_u.__sa_handler = newValue
      #endif
    }
  }

  /// What runs when the signal comes and is told about it; needs `SA_SIGINFO`.
  var informedHandler:
    (
      @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void
    )?
  {
    get {
      #if canImport(Glibc)
      unsafe __sigaction_handler.sa_sigaction
      #elseif canImport(Musl)
      unsafe __sa_handler.sa_sigaction
      #else
      unsafe __sigaction_u.__sa_sigaction
      #endif
    }
    set {
      #if canImport(Glibc)
      unsafe __sigaction_handler.sa_sigaction = newValue
      #elseif canImport(Musl)
      unsafe __sa_handler.sa_sigaction = newValue
      #else
      unsafe __sigaction_u.__sa_sigaction = newValue
      #endif
    }
  }

  /// Whether the signal is ignored; `SIG_IGN` is a number in the guise of a function.
  var isIgnoring: Bool {
    unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Where the handler leaves what it learnt; the module's only global state.
private let mailbox = Mailbox()

/// A handler may touch nothing but lock-free atomics and `write`.
///
/// - SeeAlso: POSIX.1-2024, XSH 2.4.3 (async-signal-safe functions).
private struct Mailbox: ~Copyable, Sendable {
  /// The number of the first stop signal; 0 before.
  let first = Atomic<Int32>(0)
  /// A bit for each stop signal that came, at the place of its number.
  let seen = Atomic<UInt32>(0)
  /// -1 like ``writeEnd`` where the system had no pipe left: then only `EINTR` ends a wait.
  let readEnd: Int32
  let writeEnd: Int32

  init() {
    (readEnd, writeEnd) = makeWakeUp()
  }
}

/// Makes a pipe with which a handler ends a wait; -1 twice where the system has none left.
func makeWakeUp() -> (readEnd: Int32, writeEnd: Int32) {
  var ends: [Int32] = [-1, -1]
  if unsafe pipe(&ends) == 0 {
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }
  return (ends[0], ends[1])
}

/// Notes a signal; with a second one of its kind the process ends.
private func noteOrEnd(_ number: Int32) {
  let bit = UInt32(1) << UInt32(number)
  guard mailbox.seen.bitwiseOr(bit, ordering: .relaxed).oldValue & bit != 0 else {
    note(number)
    return
  }
  RawMode.giveBack()
  _ = signal(number, SIG_DFL)
  // Blocked while its handler runs: it comes when that is left.
  raise(number)
}

private func note(_ number: Int32) {
  let saved = errno
  _ = mailbox.first.compareExchange(expected: 0, desired: number, ordering: .relaxed)
  var byte: UInt8 = 0
  _ = unsafe write(mailbox.writeEnd, &byte, 1)
  errno = saved
}

import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What happens to a terminal beside its keys: it changes its size, or the program is stopped and goes on.
struct WindowEvents: OptionSet, Sendable {
  let rawValue: UInt8

  /// The window has another size (SIGWINCH).
  static let resized = WindowEvents(rawValue: 1)
  /// The program shall stop (SIGTSTP sent by somebody; Ctrl-Z is a key).
  static let suspended = WindowEvents(rawValue: 2)
  /// The program goes on after a stop (SIGCONT).
  static let continued = WindowEvents(rawValue: 4)

  /// Begins to notice them.
  static func watch() {
    // Made before a handler can need it.
    _ = letters.writeEnd
    watch(SIGWINCH) { _ in drop(.resized) }
    watch(SIGCONT) { _ in drop(.continued) }
    watchForSuspension()
  }

  /// Takes what has happened since the last call.
  static func take() -> WindowEvents {
    var bytes: [UInt8] = []
    while case .moved(let count) = readBytes(from: letters.readEnd, upTo: 64, onto: &bytes) {
      if count == 0 { break }
    }
    return WindowEvents(rawValue: letters.flags.exchange(0, ordering: .sequentiallyConsistent))
  }

  /// A descriptor that can be read while ``take()`` has something to give.
  static var wakeUp: Int32 { letters.readEnd }

  /// Stops the program, and whoever runs it in the same job, as Ctrl-Z does by default; returns when it
  /// goes on.
  ///
  /// Where no shell controls jobs, the system lets it go on at once.
  static func suspend() {
    _ = signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    watchForSuspension()
  }

  /// Leaves Ctrl-C and Ctrl-Z to another program that has the terminal, while a body waits for it.
  ///
  /// - SeeAlso: POSIX.1-2024, XSH `system`: the caller ignores SIGINT and SIGQUIT meanwhile.
  static func leavingKeys<Result>(to body: () -> Result) -> Result {
    var before: [(number: Int32, action: sigaction)] = []
    for number in [SIGINT, SIGQUIT, SIGTSTP] {
      var action = sigaction()
      guard unsafe sigaction(number, nil, &action) == 0 else { continue }
      before.append((number, action))
      _ = signal(number, number == SIGTSTP ? SIG_DFL : SIG_IGN)
    }
    let result = body()
    for (number, action) in before {
      var action = action
      _ = unsafe sigaction(number, &action, nil)
    }
    return result
  }

  private static func watchForSuspension() {
    watch(SIGTSTP) { _ in drop(.suspended) }
  }

  private static func watch(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    // What was ignored from the start stays so.
    guard unsafe sigaction(number, nil, &action) == 0, !action.isIgnoring else { return }
    action = sigaction()
    action.sa_flags = Int32(SA_RESTART)
    action.handler = handler
    _ = unsafe sigaction(number, &action, nil)
  }
}

/// Where handlers leave what they learnt.
private let letters = Letters()

private struct Letters: ~Copyable, Sendable {
  let flags = Atomic<UInt8>(0)
  let readEnd: Int32
  let writeEnd: Int32

  init() {
    (readEnd, writeEnd) = makeWakeUp()
  }
}

/// Notes an event; safe in a handler, which may touch nothing but lock-free atomics and `write`.
private func drop(_ event: WindowEvents) {
  let saved = errno
  _ = letters.flags.bitwiseOr(event.rawValue, ordering: .sequentiallyConsistent)
  var byte: UInt8 = 0
  _ = unsafe write(letters.writeEnd, &byte, 1)
  errno = saved
}

import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A terminal that gives every key as it comes, and shows none of them by itself.
///
/// There is one terminal in a process, so there is one such mode. It is left when the program leaves it,
/// and also by handlers when a signal ends the process or the program crashes: nobody is left in front
/// of a terminal that shows nothing of what they type. Only SIGKILL cannot be helped.
package enum RawMode {
  /// Enters the mode; keys that were typed already are kept.
  ///
  /// - Parameters:
  ///   - input: The terminal's descriptor for reading.
  ///   - output: Its descriptor for writing, to which ``FrameCanvas/end`` is sent by a handler.
  /// - Returns: Whether the terminal could be changed.
  static func enter(input: Int32, output: Int32) -> Bool {
    var settings = termios()
    guard unsafe tcgetattr(input, &settings) == 0 else { return false }
    if held.input.load(ordering: .relaxed) < 0 {
      unsafe held.settings.pointee = settings
      held.output.store(output, ordering: .relaxed)
    }
    held.input.store(input, ordering: .sequentiallyConsistent)
    watchForCrashes()
    unsafe cfmakeraw(&settings)
    // What others write meanwhile shall look as always.
    settings.c_oflag |= tcflag_t(OPOST)
    guard unsafe tcsetattr(input, TCSADRAIN, &settings) == 0 else {
      held.input.store(-1, ordering: .sequentiallyConsistent)
      return false
    }
    return true
  }

  /// Gives the terminal back as it was; without effect where it is not held.
  ///
  /// Safe in a signal handler: it calls nothing but `write` and `tcsetattr`.
  static func giveBack() {
    let input = held.input.exchange(-1, ordering: .sequentiallyConsistent)
    guard input >= 0 else { return }
    let output = held.output.load(ordering: .relaxed)
    _ = unsafe write(output, held.ending.baseAddress, held.ending.count)
    _ = unsafe tcsetattr(input, TCSADRAIN, held.settings)
  }

  /// The signals that a crash sends.
  private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGQUIT]

  private static func watchForCrashes() {
    // A stack that has overflowed has no room for a handler.
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = held.stack.baseAddress
    unsafe stack.ss_size = .init(held.stack.count)
    _ = unsafe sigaltstack(&stack, nil)
    for number in crashes {
      var action = sigaction()
      guard unsafe sigaction(number, nil, &action) == 0, action.handler == nil else { continue }
      action.sa_flags = Int32(truncatingIfNeeded: SA_RESETHAND) | Int32(SA_ONSTACK)
      unsafe sigfillset(&action.sa_mask)
      action.handler = { number in
        RawMode.giveBack()
        raise(number)
      }
      _ = unsafe sigaction(number, &action, nil)
    }
  }
}

/// What handlers find: made before the first of them can run.
private let held = HeldTerminal()

/// Memory that stays for good, as a handler may read it at any time.
@safe
private struct HeldTerminal: ~Copyable, @unchecked Sendable {
  /// The terminal's descriptor for reading; -1 while it is not held.
  let input = Atomic<Int32>(-1)
  let output = Atomic<Int32>(-1)
  let settings = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  let ending = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: FrameCanvas.end.count)
  let stack = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)

  init() {
    unsafe settings.initialize(to: termios())
    _ = unsafe ending.initialize(from: FrameCanvas.end)
  }
}

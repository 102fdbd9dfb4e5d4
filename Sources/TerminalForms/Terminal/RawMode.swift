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
  ///   - output: Its descriptor for writing, to which a handler sends what gives it back.
  ///   - hasStyles: Whether a style may have to be ended.
  /// - Returns: Whether the terminal could be changed.
  static func enter(input: Int32, output: Int32, hasStyles: Bool) -> Bool {
    var settings = termios()
    guard unsafe tcgetattr(input, &settings) == 0 else { return false }
    if held.input.load(ordering: .relaxed) < 0 {
      unsafe held.settings.pointee = settings
      held.output.store(output, ordering: .relaxed)
      held.hasStyles.store(hasStyles, ordering: .relaxed)
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
    if held.hasStyles.load(ordering: .relaxed) {
      _ = unsafe write(output, held.plain.baseAddress, held.plain.count)
    }
    // What is written next shall stand below a frame that could not be taken away.
    let rows = unsafe min(Int(held.rowsBelow.load(ordering: .relaxed)), held.lines.count)
    if rows > 0 { _ = unsafe write(output, held.lines.baseAddress, rows) }
    _ = unsafe write(output, held.ending.baseAddress, held.ending.count)
    _ = unsafe tcsetattr(input, TCSADRAIN, held.settings)
  }

  /// Makes what a handler needs, before there can be one: making it is not safe in a handler.
  static func prepare() {
    held.rowsBelow.store(0, ordering: .relaxed)
  }

  /// Notes how many rows there are from the cursor to below the frame; 0 while there is no frame.
  static func noteFrame(rowsBelow: Int) {
    held.rowsBelow.store(Int32(clamping: rowsBelow), ordering: .relaxed)
  }

  /// The signals that a crash sends, and those that others send and nobody handles.
  private static let crashes = [
    SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGQUIT,
    SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
  ]

  private static func watchForCrashes() {
    // A stack that has overflowed has no room for a handler.
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = held.stack.baseAddress
    unsafe stack.ss_size = .init(held.stack.count)
    _ = unsafe sigaltstack(&stack, nil)
    for number in crashes where unsafe held.crashActions[Int(number)] == nil {
      var before = sigaction()
      guard unsafe sigaction(number, nil, &before) == 0, !before.isIgnoring else { continue }
      unsafe held.crashActions[Int(number)] = before
      var action = sigaction()
      action.sa_flags = Int32(SA_ONSTACK) | Int32(SA_SIGINFO)
      unsafe sigfillset(&action.sa_mask)
      unsafe action.informedHandler = passOn
      _ = unsafe sigaction(number, &action, nil)
    }
  }
}

/// Gives the terminal back and leaves the rest to whoever would have handled the crash.
private func passOn(
  _ number: Int32,
  _ information: UnsafeMutablePointer<siginfo_t>?,
  _ context: UnsafeMutableRawPointer?
) {
  RawMode.giveBack()
  if var before = unsafe held.crashActions[Int(number)] {
    _ = unsafe sigaction(number, &before, nil)
  }
  // A fault comes again by itself when its instruction is repeated, and with what is known about it.
  let isFault = unsafe information.map { unsafe $0.pointee.si_code > 0 } ?? false
  if !isFault { raise(number) }
}

/// What handlers find: made before the first of them can run.
private let held = HeldTerminal()

/// Memory that stays for good, as a handler may read it at any time.
@safe
private struct HeldTerminal: ~Copyable, @unchecked Sendable {
  /// The terminal's descriptor for reading; -1 while it is not held.
  let input = Atomic<Int32>(-1)
  let output = Atomic<Int32>(-1)
  let hasStyles = Atomic<Bool>(false)
  let rowsBelow = Atomic<Int32>(0)
  let settings = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  let ending = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: FrameCanvas.end.count)
  let plain = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Style.end.utf8.count)
  let lines = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 500)
  let stack = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
  /// What was to be done at each crash before, by the signal's number.
  let crashActions = UnsafeMutableBufferPointer<sigaction?>.allocate(capacity: 65)

  init() {
    unsafe crashActions.initialize(repeating: nil)
    unsafe settings.initialize(to: termios())
    _ = unsafe ending.initialize(from: FrameCanvas.end)
    _ = unsafe plain.initialize(from: Style.end.utf8)
    unsafe lines.initialize(repeating: 0x0A)
  }
}

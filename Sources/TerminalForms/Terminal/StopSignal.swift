/// A signal that asks the program to come to an end.
package enum StopSignal: Int32, CaseIterable, Sendable {
  /// SIGHUP: the terminal is gone.
  case hangup = 1
  /// SIGINT: the person pressed Ctrl-C.
  case interrupt = 2
  /// SIGTERM: someone asks politely.
  case terminate = 15

  /// The status that a program ends with because of the signal.
  ///
  /// - SeeAlso: POSIX.1-2024, XCU 2.8.2 (exit status for commands).
  package var exitCode: Int32 { 128 + rawValue }
}

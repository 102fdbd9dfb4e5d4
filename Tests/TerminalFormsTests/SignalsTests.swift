import Foundation
import Testing

@testable import TerminalForms

/// Sends the process a signal and gives a thread that takes signals the time to take it.
///
/// `raise` would not do: the threads that tests run on block signals.
private func send(_ number: Int32) {
  kill(getpid(), number)
  usleep(50_000)
}

/// Each runs in a process of its own, whose signals it may change.
@Suite("Signals")
struct SignalsTests {
  @Test(arguments: StopSignal.allCases)
  func `end a read that waits`(signal: StopSignal) async {
    let number = signal.rawValue
    await #expect(processExitsWith: .exitCode(128 + number)) { [number = number as Int32] in
      let signals = Signals.watch()
      var ends: [Int32] = [-1, -1]
      _ = unsafe pipe(&ends)
      let reader = LineReader(descriptor: ends[0], signals: signals)
      Thread.detachNewThread {
        usleep(50_000)
        kill(getpid(), number)
      }
      guard signals.arrived == nil, case .interrupted(let arrived) = reader.next() else { exit(1) }
      exit(arrived.exitCode)
    }
  }

  @Test func `come before lines that are buffered`() async {
    await #expect(processExitsWith: .success) {
      let signals = Signals.watch()
      var ends: [Int32] = [-1, -1]
      _ = unsafe pipe(&ends)
      _ = unsafe write(ends[1], "a\nb\n", 4)
      let reader = LineReader(descriptor: ends[0], signals: signals)
      guard reader.next() == .line("a") else { exit(1) }
      send(SIGINT)
      exit(reader.next() == .interrupted(.interrupt) ? 0 : 2)
    }
  }

  @Test func `report the first of several kinds`() async {
    await #expect(processExitsWith: .success) {
      let signals = Signals.watch()
      send(SIGTERM)
      send(SIGINT)
      exit(signals.arrived == .terminate ? 0 : 1)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `end the process when the person insists`(number: Int32) async {
    await #expect(processExitsWith: .signal(number)) { [number = number as Int32] in
      _ = Signals.watch()
      send(number)
      send(number)
    }
  }

  @Test func `let a terminal go away twice`() async {
    await #expect(processExitsWith: .success) {
      let signals = Signals.watch()
      send(SIGHUP)
      send(SIGHUP)
      exit(signals.arrived == .hangup ? 0 : 1)
    }
  }

  @Test func `stay ignored where they were`() async {
    await #expect(processExitsWith: .success) {
      signal(SIGHUP, SIG_IGN)
      let signals = Signals.watch()
      send(SIGHUP)
      send(SIGPIPE)
      send(SIGXFSZ)
      exit(signals.arrived == nil ? 0 : 1)
    }
  }
}

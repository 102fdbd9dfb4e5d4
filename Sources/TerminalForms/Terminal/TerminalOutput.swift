/// Shows lines on a terminal, or writes them to a pipe or a file.
///
/// The only way to standard output and standard error. It does not own the descriptor: it never closes
/// it. Bytes may wait in a buffer until ``flush()``.
package final class TerminalOutput {
  /// What has become of the other end.
  package enum State: Equatable, Sendable {
    /// Everything so far was taken.
    case open
    /// Nobody reads any more, as in `| head`: no failure; the rest is dropped in silence.
    case closed
    /// Writing failed with this `errno`, on a full disk for example; the rest is dropped.
    case failed(code: Int32)
  }

  /// What the other end could show when it was opened.
  package let capabilities: TerminalCapabilities
  /// What has become of the other end; certain only after ``flush()``.
  package private(set) var state = State.open

  let descriptor: Int32
  private let isBuffered: Bool
  private var buffer: [UInt8] = []

  /// Makes an output.
  ///
  /// - Parameters:
  ///   - descriptor: Open for writing for as long as the output is used.
  ///   - capabilities: What the other end can show.
  ///   - isBuffered: Whether bytes may wait for more. Standard error should not make them wait; a
  ///     terminal never does.
  package init(descriptor: Int32, capabilities: TerminalCapabilities, isBuffered: Bool = true) {
    self.descriptor = descriptor
    self.capabilities = capabilities
    self.isBuffered = isBuffered && !capabilities.isTerminal
  }

  private static let mostBytesThatWait = 65_536

  /// The room that lines should be laid out in now; a terminal's window may have changed.
  package var page: Page {
    let columns = capabilities.isTerminal ? windowColumns(of: descriptor) : nil
    return Page(columns: columns ?? capabilities.columns, repertoire: capabilities.repertoire)
  }

  /// The size of the window now.
  package var windowSize: WindowSize {
    TerminalForms.windowSize(of: descriptor) ?? WindowSize(columns: capabilities.columns, rows: 24)
  }

  /// Shows a line and ends it.
  package func write(_ line: Line) {
    write([line])
  }

  /// Shows lines, each ended.
  package func write(_ lines: [Line]) {
    hold(lines)
    if !isBuffered { flush() }
  }

  /// Shows lines, each ended, not before the next ones are written, prompted or flushed.
  ///
  /// A question of many lines then reaches the terminal in one piece.
  package func hold(_ lines: [Line]) {
    for line in lines {
      append(line)
      buffer.append(0x0A)
      if buffer.count >= TerminalOutput.mostBytesThatWait { flush() }
    }
  }

  /// Shows a line and leaves the cursor behind it, for the person to type there.
  package func prompt(_ line: Line) {
    append(line)
    flush()
  }

  /// Shows a line in place of the one that the cursor is in, and leaves the cursor at its beginning.
  package func redraw(_ line: Line) {
    buffer.append(contentsOf: "\r\u{1B}[K".utf8)
    append(line.truncated(to: max(1, page.columns - 1)))
    buffer.append(contentsOf: "\r".utf8)
    flush()
  }

  /// Empties a terminal's window and what was scrolled out of it; elsewhere nothing is to be emptied.
  package func clear() {
    guard capabilities.isTerminal, !capabilities.isDumb else { return }
    buffer.append(contentsOf: "\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8)
  }

  /// Whether nobody reads what is written, which otherwise shows only when something is.
  package var isAbandoned: Bool { state != .open || hasNoReader(descriptor) }

  /// Writes a result for programs (JSON, CSV) byte by byte, its own line breaks included.
  ///
  /// On a terminal it is shown like any text, so that stored values cannot drive the terminal.
  package func write(exactly text: String) {
    if capabilities.isTerminal {
      let lines = SafeText.lines(of: text).map { $0.spelled(in: capabilities.repertoire).string }
      buffer.append(contentsOf: lines.joined(separator: "\n").utf8)
    } else {
      buffer.append(contentsOf: text.utf8)
    }
    if !isBuffered || buffer.count >= TerminalOutput.mostBytesThatWait { flush() }
  }

  /// Hands on the bytes that wait.
  ///
  /// - Returns: What has become of the other end.
  @discardableResult package func flush() -> State {
    var rest = buffer[...]
    while state == .open, !rest.isEmpty {
      switch writeBytes(rest, to: descriptor) {
      case .moved(let count): rest = rest.dropFirst(count)
      case .notYet: waitToWrite(descriptor)
      case .failed(let code): state = isClosedPipe(code) ? .closed : .failed(code: code)
      }
    }
    buffer.removeAll(keepingCapacity: true)
    return state
  }

  /// Sends what a ``FrameCanvas`` draws.
  func send(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    flush()
  }

  private func append(_ line: Line) {
    // Spelled here once more: what was laid out for another repertoire must not reach this terminal.
    line.spelled(in: capabilities.repertoire).append(
      to: &buffer,
      hasStyles: capabilities.hasStyles
    )
  }
}

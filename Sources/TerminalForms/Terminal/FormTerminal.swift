/// A terminal that a form is drawn on: keys in, frames out.
///
/// Between ``open()`` and ``close()`` it is in ``RawMode``. It is given back whatever happens in between.
package final class FormTerminal {
  /// What came from the person or their window.
  package enum Event: Sendable {
    /// Keys, in the order in which they were pressed.
    case keys([Key])
    /// The frame must be drawn anew: the window has another size, or the program was stopped meanwhile.
    case redraw
    /// Nothing came for as long as was to be waited.
    case idle
    /// A stop signal came.
    case stopped(StopSignal)
    /// A stop signal came, or the terminal is gone, which is a hang-up whether the signal comes or not.
    /// Reading failed with this `errno`.
    case failed(code: Int32)
  }

  private let input: Int32
  private let output: TerminalOutput
  private let signals: Signals
  private var decoder = KeyDecoder()
  private var canvas: FrameCanvas
  /// Keys that came while something else was waited for.
  private var waitingKeys: [Key] = []
  private var answersRequests = true

  /// How long the rest of a key may take, in milliseconds; longer, and an escape byte is the key Escape.
  private static let patienceForKeys: Int32 = 50
  /// How long the rest of a character or of a paste may take, in milliseconds.
  private static let patienceForText: Int32 = 1000
  /// How long a terminal may take to answer, in milliseconds.
  private static let patienceForAnswers: Int32 = 200

  /// Prepares a terminal.
  ///
  /// - Parameters:
  ///   - input: The terminal's descriptor for reading.
  ///   - output: The same terminal for writing.
  ///   - signals: What ends waiting for keys.
  ///   - environment: The value of an environment variable; `nil` where it is not set.
  package init(
    input: Int32,
    output: TerminalOutput,
    signals: Signals,
    environment: (String) -> String?
  ) {
    self.input = input
    self.output = output
    self.signals = signals
    canvas = FrameCanvas(
      size: output.windowSize,
      reflows: FormTerminal.reflows(environment),
      hasStyles: output.capabilities.hasStyles,
      repertoire: output.capabilities.repertoire
    )
  }

  /// Whether a terminal breaks long lines anew when its window becomes narrower.
  ///
  /// Most do today: VTE, Konsole, kitty, foot, Alacritty, iTerm2, Windows Terminal, tmux. XTerm, the Linux
  /// console and GNU screen cut them.
  private static func reflows(_ environment: (String) -> String?) -> Bool {
    if environment("TMUX")?.isEmpty == false { return true }
    let term = environment("TERM") ?? ""
    if term == "linux" || term.hasPrefix("screen") || term.hasPrefix("vt") { return false }
    return environment("XTERM_VERSION")?.isEmpty != false
  }

  /// The size of the window, as the last frame was drawn for it.
  package var size: WindowSize { canvas.size }

  /// The characters that the terminal can show.
  package var repertoire: Repertoire { output.capabilities.repertoire }

  // MARK: Holding the terminal

  /// Takes the terminal.
  ///
  /// - Returns: Whether it could be taken.
  package func open() -> Bool {
    WindowEvents.watch()
    guard enterRawMode() else { return false }
    output.send(FrameCanvas.begin)
    _ = canvas.resize(to: output.windowSize)
    return true
  }

  /// Takes the frame away and gives the terminal back.
  package func close() {
    output.send(canvas.erase())
    RawMode.noteFrame(rowsBelow: 0)
    RawMode.giveBack()
  }

  /// Lets another program use the terminal, for example an editor, and takes it again afterwards.
  package func lend<Result>(_ body: () -> Result) -> Result {
    close()
    let result = WindowEvents.leavingKeys(to: body)
    takeAgain()
    return result
  }

  /// Stops the program until the shell continues it.
  package func suspend() {
    close()
    WindowEvents.suspend()
    takeAgain()
  }

  private func enterRawMode() -> Bool {
    RawMode.enter(
      input: input,
      output: output.descriptor,
      hasStyles: output.capabilities.hasStyles
    )
  }

  private func takeAgain() {
    _ = enterRawMode()
    output.send(FrameCanvas.begin)
    canvas.forget()
    // First: what comes after it is of a size that has not been seen.
    _ = WindowEvents.take()
    _ = canvas.resize(to: output.windowSize)
  }

  // MARK: Drawing

  /// Shows a frame, in place of the one before.
  ///
  /// - Parameters:
  ///   - frame: The frame, laid out for ``size``.
  ///   - kept: Lines to be put above it, for good.
  /// - Returns: Whether anybody still sees it.
  package func show(_ frame: Frame, below kept: [Line] = []) -> Bool {
    let columns = max(1, size.columns - 1)
    let lines = kept.map { $0.truncated(to: columns, in: repertoire) }
    let above = lines.isEmpty ? [] : canvas.keep(lines)
    output.send(above + canvas.show(frame))
    RawMode.noteFrame(rowsBelow: canvas.rowsBelow)
    return output.state == .open
  }

  /// Draws everything anew with the next frame, as when something else has written on the screen.
  package func refresh() {
    output.send(canvas.erase())
  }

  // MARK: Reading

  /// Whether something waits to be read.
  package var hasInput: Bool {
    decoder.pending != .nothing || !waitingKeys.isEmpty
      || waitToRead([input], milliseconds: 0) != nil
  }

  /// Waits for what comes next.
  ///
  /// - Parameter limit: How long at most, in milliseconds; negative for ever.
  /// - Returns: `idle` only where there is a limit.
  package func next(within limit: Int32 = -1) -> Event {
    while true {
      if let signal = signals.arrived { return .stopped(signal) }
      if react(to: WindowEvents.take()) { return .redraw }
      if !waitingKeys.isEmpty {
        defer { waitingKeys = [] }
        return .keys(waitingKeys)
      }
      let patience: Int32 =
        switch decoder.pending {
        case .nothing: limit
        case .restOfKey: FormTerminal.patienceForKeys
        case .restOfText: FormTerminal.patienceForText
        }
      let ready = waitToRead([input, signals.wakeUp, WindowEvents.wakeUp], milliseconds: patience)
      guard let ready else {
        if decoder.pending == .nothing { return .idle }
        let keys = decoder.timeOut()
        if !keys.isEmpty { return .keys(keys) }
        continue
      }
      // Signals come before keys: a wait that one of them ended must not begin to read.
      guard ready[0], !ready[1], !ready[2] else { continue }
      var bytes: [UInt8] = []
      switch readBytes(from: input, upTo: 65_536, onto: &bytes) {
      case .moved(0): return .stopped(.hangup)
      case .moved:
        let keys = decoder.keys(from: bytes)
        if !keys.isEmpty { return .keys(keys) }
      case .notYet: break
      case .failed(let code): return isHangUp(code) ? .stopped(.hangup) : .failed(code: code)
      }
    }
  }

  private func react(to events: WindowEvents) -> Bool {
    if events.contains(.suspended) {
      suspend()
      return true
    }
    if events.contains(.continued) {
      takeAgain()
      return true
    }
    if events.contains(.resized) {
      let row = askForCursorRow()
      output.send(canvas.resize(to: output.windowSize, cursorRow: row))
      return true
    }
    return false
  }

  /// Asks the terminal in which row its cursor is; `nil` where it does not tell soon.
  ///
  /// Keys that come meanwhile are kept for ``next()``.
  private func askForCursorRow() -> Int? {
    guard answersRequests else { return nil }
    decoder.expectsPlace = true
    output.send(FrameCanvas.placeRequest)
    while decoder.expectsPlace {
      var bytes: [UInt8] = []
      let ready = waitToRead(
        [input, signals.wakeUp],
        milliseconds: FormTerminal.patienceForAnswers
      )
      if let ready {
        if ready[1] {
          decoder.expectsPlace = false
          return nil
        }
        // Another signal, such as that of a further resize: a read would wait for a key.
        if !ready[0] { continue }
      }
      guard ready != nil,
        case .moved(let count) = readBytes(from: input, upTo: 65_536, onto: &bytes), count > 0
      else {
        // A terminal that does not answer is not asked, and not waited for, again.
        decoder.expectsPlace = false
        answersRequests = false
        return nil
      }
      waitingKeys += decoder.keys(from: bytes)
    }
    return decoder.cursorRow
  }
}

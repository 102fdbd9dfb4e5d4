import FrontDesk
import TerminalForms

/// How far something is, on standard error: one line that is drawn anew on a terminal, else a line now and then.
struct ProgressLine {
  private let session: Session
  private let isDrawn: Bool
  private let start = Environment.milliseconds
  private var last: Int

  /// Begins to measure.
  init(on session: Session) {
    self.session = session
    let capabilities = session.messages.capabilities
    isDrawn = capabilities.isTerminal && !capabilities.isDumb && !session.invocation.has(.plain)
    last = start
  }

  /// Shows how far it is, unless that was done a moment ago.
  ///
  /// - Parameter sentence: What to say, after so many seconds.
  mutating func show(_ sentence: (_ seconds: Double) -> String) {
    let now = Environment.milliseconds
    guard !session.isQuiet, now - last >= (isDrawn ? 100 : 10_000) else { return }
    last = now
    let line = sentence(Double(now - start) / 1000)
    if isDrawn {
      session.messages.redraw(Line(line, .dim))
    } else {
      session.messages.write(Line(line))
    }
  }

  /// Takes the line away, for as long as nothing else is shown.
  func clear() {
    if isDrawn && last > start { session.messages.redraw("") }
  }

  /// Minutes and seconds, with hours where there are any.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let rest = two(seconds % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(rest)" : "\(minutes):\(rest)"
  }
}
